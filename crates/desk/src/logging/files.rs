//! Five files of at most ten megabytes and three days each.
//!
//! Holds: once a line is written, none of the others is fourteen days old, however long the desk has been running. A
//! file is judged by its first line, which is its oldest; one whose first line has no time, by when it was last
//! written.
//! Refused: a file per day (five of them would tell of five days); looking at all files for every line.
//! On a crash: the files are looked at again with the next line.

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::Clock;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

const MOST_BYTES: u64 = 10 * 1024 * 1024;
const MOST_FILES: u32 = 5;
/// Five files of three days reach back as far as any may.
const SPAN: SignedDuration = SignedDuration::from_hours(3 * 24);
const KEPT: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The log files of this process. A log that cannot be written is not a reason to stop the desk.
#[derive(Clone)]
pub struct LogFiles(Arc<Mutex<Open>>);

struct Open {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    most_bytes: u64,
    file: Option<File>,
    written: u64,
    /// First lines of the file that is written to, and of the oldest one beside it.
    began: Timestamp,
    oldest: Option<Timestamp>,
}

/// All that is read of a line: when it was written.
#[derive(Deserialize)]
struct Written {
    at: Timestamp,
}

impl LogFiles {
    /// Logs into `folder`, which is made when the first line comes.
    pub fn in_folder(folder: &Path, clock: Arc<dyn Clock>) -> Self {
        Self::with_size(folder, clock, MOST_BYTES)
    }

    fn with_size(folder: &Path, clock: Arc<dyn Clock>, most_bytes: u64) -> Self {
        let began = clock.now();
        let open = Open {
            folder: folder.to_owned(),
            clock,
            most_bytes,
            file: None,
            written: 0,
            began,
            oldest: None,
        };
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
        let (size, now) = (line.len() as u64 + 1, self.clock.now());
        if self.file.is_some() && self.written + size > self.most_bytes {
            self.file = None;
            self.rotate();
        }
        if self.file.is_none() || self.is_due(now) {
            self.open(now);
        }
        let Some(file) = &mut self.file else { return };
        // One call per line, so that a crash leaves whole lines.
        if file.write_all(format!("{line}\n").as_bytes()).is_ok() {
            self.written += size;
        } else {
            self.file = None;
        }
    }

    /// Whether a file has become too old since they were last looked at.
    fn is_due(&self, now: Timestamp) -> bool {
        is_past(now, self.began, SPAN) || self.oldest.is_some_and(|oldest| is_past(now, oldest, KEPT))
    }

    fn open(&mut self, now: Timestamp) {
        // Windows renames and deletes no file that is open.
        self.file = None;
        let _ = fs::create_dir_all(&self.folder);
        self.drop_old(now);
        let path = self.path(0);
        let is_full = fs::metadata(&path).is_ok_and(|meta| meta.len() >= self.most_bytes);
        if is_full || self.began(0).is_some_and(|began| is_past(now, began, SPAN)) {
            self.rotate();
        }
        self.began = self.began(0).unwrap_or(now);
        self.oldest = (1..MOST_FILES).filter_map(|n| self.began(n)).min();
        self.file = OpenOptions::new().create(true).append(true).open(&path).ok();
        self.written = fs::metadata(&path).map_or(0, |meta| meta.len());
    }

    fn rotate(&self) {
        let _ = fs::remove_file(self.path(MOST_FILES - 1));
        for n in (0..MOST_FILES - 1).rev() {
            let _ = fs::rename(self.path(n), self.path(n + 1));
        }
    }

    fn drop_old(&self, now: Timestamp) {
        for n in 0..MOST_FILES {
            if self.began(n).is_some_and(|began| is_past(now, began, KEPT)) {
                let _ = fs::remove_file(self.path(n));
            }
        }
    }

    /// When the first line of a file was written, if there is one.
    fn began(&self, n: u32) -> Option<Timestamp> {
        let file = File::open(self.path(n)).ok()?;
        let changed = file.metadata().ok().filter(|meta| meta.len() > 0)?.modified().ok();
        let mut line = String::new();
        let read = BufReader::new(file).read_line(&mut line).ok();
        let at = read.and_then(|_| serde_json::from_str::<Written>(&line).ok()).map(|written| written.at);
        at.or_else(|| Timestamp::try_from(changed?).ok())
    }

    fn path(&self, n: u32) -> PathBuf {
        match n {
            0 => self.folder.join("anteroom.log"),
            n => self.folder.join(format!("anteroom.{n}.log")),
        }
    }
}

fn is_past(now: Timestamp, began: Timestamp, most: SignedDuration) -> bool {
    now.duration_since(began) >= most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;
    use anteroom_model::ManualClock;

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

    fn times(path: &Path) -> Vec<Timestamp> {
        let text = fs::read_to_string(path).expect("a log");
        let at = |line| serde_json::from_str::<Written>(line).expect("a line").at;
        text.lines().map(at).collect()
    }

    #[test]
    fn a_desk_that_runs_for_weeks_keeps_no_line_for_fourteen_days() {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Arc::new(ManualClock::at("2026-11-01T08:00:00Z".parse().expect("a time")));
        let files = LogFiles::in_folder(folder.path(), clock.clone());
        let mut furthest = SignedDuration::ZERO;
        for _ in 0..40 * 4 {
            clock.advance(SignedDuration::from_hours(6));
            files.write(&format!("{{\"at\":\"{}\"}}", clock.now()));
            let kept = names(folder.path()).into_iter().flat_map(|name| times(&folder.path().join(name)));
            let oldest = kept.min().map(|at| clock.now().duration_since(at)).expect("a line");
            assert!(oldest < KEPT, "a line of {oldest:?} is still there");
            furthest = furthest.max(oldest);
        }
        assert!(furthest >= KEPT - SPAN, "it reaches back {furthest:?} at most");
        assert!(names(folder.path()).len() <= MOST_FILES as usize);
    }
}
