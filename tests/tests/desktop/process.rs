//! The processes: the driver, and the program that it starts. Both end with the test, also when the test fails: the
//! program lets only one of itself run in a session.

use std::ffi::OsStr;
use std::fs::File;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};

/// A running WebKitWebDriver.
pub struct Driver {
    child: Child,
    /// Where it listens.
    pub url: String,
}

impl Driver {
    /// Starts one on a free port. The program inherits what is handed in here, and prints into a file.
    pub fn start(around: &[(&str, &OsStr)], printed: &Path) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let port = free.expect("a free port").port();
        let mut command = Command::new("WebKitWebDriver");
        let paper =
            File::options().create(true).append(true).open(printed).expect("a file in our own folder");
        command.arg(format!("--port={port}")).stderr(paper.try_clone().expect("the same file")).stdout(paper);
        command.env_remove("ANTEROOM_DEMO").envs(around.iter().copied());
        let child = command.spawn().expect("WebKitWebDriver is installed (cargo xtask test installs it)");
        Self { child, url: format!("http://127.0.0.1:{port}") }
    }

    /// The program that this driver started.
    pub fn program(&self) -> Option<Pid> {
        let ours = |pid: &i32| parent(*pid) == i32::try_from(self.child.id()).ok();
        processes().find(ours).and_then(Pid::from_raw)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(program) = self.program() {
            kill(program);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Ends a process at once, in the middle of whatever it does, and waits until nothing of it is left: the next start
/// would only wake it.
pub fn kill(process: Pid) {
    // It may have ended by itself a moment ago.
    let _ = kill_process(process, Signal::KILL);
    ends(process);
}

/// Waits until a process has ended, for half a minute at most; says whether it has.
pub fn ends(process: Pid) -> bool {
    let Ok(handle) = pidfd_open(process, PidfdFlags::empty()) else { return true };
    let most = Timespec { tv_sec: 30, tv_nsec: 0 };
    poll(&mut [PollFd::new(&handle, PollFlags::IN)], Some(&most)).is_ok_and(|ended| ended > 0)
}

/// Every process there is.
pub fn processes() -> impl Iterator<Item = i32> {
    let entries = std::fs::read_dir(Path::new("/proc")).expect("/proc can be read");
    entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// Who started it: the second field after the name, which may itself contain anything.
pub fn parent(pid: i32) -> Option<i32> {
    let line = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    line.rsplit(") ").next()?.split(' ').nth(1)?.parse().ok()
}
