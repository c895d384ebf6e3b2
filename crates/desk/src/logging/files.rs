//! Five files of at most ten megabytes, none older than fourteen days.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use anteroom_model::Clock;

const MOST_BYTES: u64 = 10 * 1024 * 1024;
const MOST_FILES: u32 = 5;
const MOST_DAYS: u64 = 14;

/// The log files of this process. A log that cannot be written is not a reason to stop the desk.
#[derive(Clone)]
pub struct LogFiles(Arc<Mutex<Open>>);

struct Open {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    most_bytes: u64,
    file: Option<File>,
    written: u64,
}

impl LogFiles {
    /// Logs into `folder`, which is made when the first line comes.
    pub fn in_folder(folder: &Path, clock: Arc<dyn Clock>) -> Self {
        Self::with_size(folder, clock, MOST_BYTES)
    }

    fn with_size(folder: &Path, clock: Arc<dyn Clock>, most_bytes: u64) -> Self {
        let open = Open { folder: folder.to_owned(), clock, most_bytes, file: None, written: 0 };
        Self(Arc::new(Mutex::new(open)))
    }

    /// Adds a line.
    pub fn write(&self, line: &str) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.write(line);
    }
}

impl Open {
    fn write(&mut self, line: &str) {
        let size = line.len() as u64 + 1;
        if self.file.is_some() && self.written + size > self.most_bytes {
            self.file = None;
            self.rotate();
        }
        if self.file.is_none() {
            self.open();
        }
        let Some(file) = &mut self.file else { return };
        // One call per line, so that a crash leaves whole lines.
        if file.write_all(format!("{line}\n").as_bytes()).is_ok() {
            self.written += size;
        } else {
            self.file = None;
        }
    }

    fn open(&mut self) {
        let _ = fs::create_dir_all(&self.folder);
        self.drop_old();
        let path = self.path(0);
        if fs::metadata(&path).is_ok_and(|meta| meta.len() >= self.most_bytes) {
            self.rotate();
        }
        self.file = OpenOptions::new().create(true).append(true).open(&path).ok();
        self.written = fs::metadata(&path).map_or(0, |meta| meta.len());
    }

    fn rotate(&self) {
        let _ = fs::remove_file(self.path(MOST_FILES - 1));
        for n in (0..MOST_FILES - 1).rev() {
            let _ = fs::rename(self.path(n), self.path(n + 1));
        }
    }

    fn drop_old(&self) {
        let now = SystemTime::from(self.clock.now());
        for n in 0..MOST_FILES {
            let path = self.path(n);
            let age = fs::metadata(&path).and_then(|meta| meta.modified()).ok();
            let age = age.and_then(|written| now.duration_since(written).ok());
            if age.is_some_and(|age| age > Duration::from_secs(MOST_DAYS * 24 * 3600)) {
                let _ = fs::remove_file(path);
            }
        }
    }

    fn path(&self, n: u32) -> PathBuf {
        match n {
            0 => self.folder.join("anteroom.log"),
            n => self.folder.join(format!("anteroom.{n}.log")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;
    use anteroom_model::ManualClock;
    use jiff::SignedDuration;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn full_files_move_on_and_the_sixth_goes() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = LogFiles::with_size(folder.path(), Arc::new(SystemClock), 20);
        for n in 0..8 {
            files.write(&format!("line number {n}"));
        }
        let expected =
            ["anteroom.1.log", "anteroom.2.log", "anteroom.3.log", "anteroom.4.log", "anteroom.log"];
        assert_eq!(names(folder.path()), expected);
        let oldest = fs::read_to_string(folder.path().join("anteroom.4.log")).expect("the oldest");
        assert_eq!(oldest, "line number 3\n");
    }

    #[test]
    fn a_file_goes_after_fourteen_days() {
        let folder = tempfile::tempdir().expect("a folder");
        LogFiles::in_folder(folder.path(), Arc::new(SystemClock)).write("today");
        let later = ManualClock::at(SystemClock.now() + SignedDuration::from_hours(15 * 24));
        LogFiles::in_folder(folder.path(), Arc::new(later)).write("in two weeks");
        let text = fs::read_to_string(folder.path().join("anteroom.log")).expect("the log");
        assert_eq!(text, "in two weeks\n");
    }
}
