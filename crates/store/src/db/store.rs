//! The handle that everybody holds.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use anteroom_model::Clock;
use rusqlite::Connection;
use tokio::sync::{broadcast, oneshot};

use super::readers::Readers;
use super::writer::{Job, Writer};
use super::{Commit, ReadTx, WriteTx};
use crate::opening::{FilePlace, FolderLock, RandomSource, Witness};
use crate::sealed::SealedFolder;
use crate::{Result, StoreError};

/// The clinic's store, open. Clones share it; the last one closes it.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    dir: PathBuf,
    jobs: Mutex<Option<Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
    readers: Readers,
    announce: broadcast::Sender<Commit>,
    clock: Arc<dyn Clock>,
    files: SealedFolder,
    lock: Mutex<Option<FolderLock>>,
}

/// What `open` puts together.
pub(crate) struct StoreParts {
    pub dir: PathBuf,
    pub db_path: PathBuf,
    pub writer: Connection,
    pub readers: Vec<Connection>,
    pub clock: Arc<dyn Clock>,
    pub random: RandomSource,
    pub witness: Witness,
    pub files: SealedFolder,
    pub lock: FolderLock,
}

/// What an integrity check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// Pages whose cipher's own check fails.
    pub bad_pages: u32,
    /// Complaints of SQLite about its trees and of the full-text indexes about theirs.
    pub complaints: u32,
    /// The audit entry at which the chain breaks, if it breaks.
    pub audit_breaks_at: Option<u64>,
    /// Commits of this database so far.
    pub commits: u64,
}

impl CheckReport {
    /// Nothing was found.
    pub const fn is_sound(&self) -> bool {
        self.bad_pages == 0 && self.complaints == 0 && self.audit_breaks_at.is_none()
    }
}

/// Commits a slow listener may be behind before it is told that it missed some.
const ANNOUNCEMENTS: usize = 1024;

impl Store {
    pub(crate) fn start(parts: StoreParts) -> Result<Self> {
        let (announce, _) = broadcast::channel(ANNOUNCEMENTS);
        let (jobs, incoming) = channel::<Job>();
        let writer = Writer {
            db: parts.writer,
            place: FilePlace::of(&parts.db_path)?,
            path: parts.db_path,
            clock: Arc::clone(&parts.clock),
            random: parts.random,
            announce: announce.clone(),
            witness: parts.witness,
            unwitnessed: 0,
        };
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer.run(&incoming))
            .map_err(|error| StoreError::of_io(&error))?;
        Ok(Self(Arc::new(Inner {
            dir: parts.dir,
            jobs: Mutex::new(Some(jobs)),
            thread: Mutex::new(Some(thread)),
            readers: Readers::new(parts.readers),
            announce,
            clock: parts.clock,
            files: parts.files,
            lock: Mutex::new(Some(parts.lock)),
        })))
    }

    /// The clinic's folder.
    pub fn dir(&self) -> &Path {
        &self.0.dir
    }

    /// The sealed files.
    pub fn files(&self) -> &SealedFolder {
        &self.0.files
    }

    /// Reads one state of the store on a connection that cannot write. Short and synchronous.
    pub fn read<T>(&self, f: impl FnOnce(&ReadTx<'_>) -> Result<T>) -> Result<T> {
        self.0.readers.read(self.0.clock.now(), f)
    }

    /// Writes in one transaction on the writer's thread, then announces what changed. An error rolls back and
    /// announces nothing. Dropping the future does not stop a write that has begun.
    pub async fn write<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut WriteTx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (reply, answer) = oneshot::channel();
        self.give(Box::new(move |writer| {
            let _ = reply.send(writer.write(f));
        }))?;
        answer.await.unwrap_or(Err(StoreError::Closed))
    }

    /// The same for callers without an executor. Never call it from async code.
    pub fn write_blocking<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut WriteTx<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.on_writer(move |writer| writer.write(f))
    }

    /// Commits from now on, in order. A listener that is more than a thousand commits behind is told so.
    pub fn changes(&self) -> broadcast::Receiver<Commit> {
        self.0.announce.subscribe()
    }

    /// Moves the WAL into the file, empties it, and tells the witness. For idle times, lock, sleep and quit.
    pub async fn checkpoint(&self) -> Result<()> {
        let (reply, answer) = oneshot::channel();
        self.give(Box::new(move |writer| {
            let _ = reply.send(writer.checkpoint());
        }))?;
        answer.await.unwrap_or(Err(StoreError::Closed))
    }

    /// Waits for what is being written, empties the WAL and gives the folder free. Every clone is closed by it.
    pub fn close(&self) -> Result<()> {
        let checkpoint = self.on_writer(Writer::checkpoint);
        self.0.shut();
        match checkpoint {
            Err(StoreError::Closed) => Ok(()),
            other => other,
        }
    }

    /// Reads every page and every index. Seconds on a big store; the writer waits meanwhile.
    pub fn check(&self) -> Result<CheckReport> {
        self.on_writer(|writer| crate::opening::check(&writer.db))
    }

    pub(crate) fn on_writer<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Writer) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (reply, answer) = channel();
        self.give(Box::new(move |writer| {
            let _ = reply.send(f(writer));
        }))?;
        answer.recv().unwrap_or(Err(StoreError::Closed))
    }

    fn give(&self, job: Job) -> Result<()> {
        let jobs = self.0.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.as_ref().ok_or(StoreError::Closed)?.send(job).map_err(|_| StoreError::Closed)
    }
}

impl Inner {
    /// Lets the writer finish what it was given, then closes every connection, then the lock.
    fn shut(&self) {
        drop(self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take());
        self.readers.close();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        // A job may have held the last handle; then this runs on the writer itself, which ends by itself.
        if let Some(thread) = thread.filter(|thread| thread.thread().id() != std::thread::current().id()) {
            // The thread catches what its jobs do; a panic here would be ours, and there is nobody to tell.
            let _ = thread.join();
        }
        drop(self.lock.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.shut();
    }
}
