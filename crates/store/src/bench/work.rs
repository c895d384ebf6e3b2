//! The two stores: the real one, and the same without a cipher.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::{fs, io};

use anteroom_model::{BoxFuture, Clock, ManualClock};
use jiff::Timestamp;
use rusqlite::params;

use super::BenchError;
use super::corpus::NEWEST;
use super::dice::Dice;
use crate::db::{ConnectionRole, Key, StoreParts, open_plain};
use crate::opening::{FolderLock, Paths, Witness};
use crate::sealed::SealedFolder;
use crate::{
    ClinicKind, FileVault, NewClinic, RecoveryKit, Store, StoreError, Surroundings, TEST_MARK, schema,
};

/// With or without a cipher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Encrypted,
    Plain,
}

/// Where one of the stores is.
pub(super) struct Place {
    pub kind: Kind,
    dir: PathBuf,
}

const READERS: usize = 3;

impl Place {
    pub fn new(parent: &Path, kind: Kind, messages: usize) -> Self {
        let name = match kind {
            Kind::Encrypted => "encrypted",
            Kind::Plain => "plain",
        };
        Self { kind, dir: parent.join(format!("{name}-{messages}")) }
    }

    /// Makes the store, empty. What an earlier, broken-off run left is removed.
    pub fn create(&self) -> Result<Store, BenchError> {
        self.remove()?;
        fs::create_dir_all(&self.dir)?;
        fs::write(self.dir.join(TEST_MARK), b"")?;
        match self.kind {
            Kind::Encrypted => {
                let clinic = NewClinic {
                    name: "Benchmark".to_owned(),
                    country: "GB".to_owned(),
                    zone: "Europe/London".to_owned(),
                    kind: ClinicKind::Test,
                    staff_name: "Nobody".to_owned(),
                };
                let kit = RecoveryKit::generate().map_err(|_| io::Error::other("no randomness"))?;
                let vault = FileVault::in_folder(&self.dir);
                Ok(Store::create(&self.dir, &vault, &kit, &clinic, surroundings())?.store)
            }
            Kind::Plain => {
                let mut db = open_plain(&Paths::of(&self.dir).db, ConnectionRole::Create)?;
                schema::migrate(&mut db)?;
                db.execute("INSERT INTO store_meta (row, db_id) VALUES (1, zeroblob(16))", [])
                    .map_err(StoreError::from)?;
                db.execute(
                    "INSERT INTO clinic (row, id, name, country, zone, kind, created_at)
                     VALUES (1, zeroblob(16), 'Benchmark', 'GB', 'Europe/London', 2, ?1)",
                    params![NEWEST],
                )
                .map_err(StoreError::from)?;
                drop(db);
                self.open()
            }
        }
    }

    /// Opens the store.
    pub fn open(&self) -> Result<Store, BenchError> {
        match self.kind {
            Kind::Encrypted => {
                Ok(Store::open(&self.dir, &FileVault::in_folder(&self.dir), surroundings())?.store)
            }
            Kind::Plain => self.open_plain(),
        }
    }

    fn open_plain(&self) -> Result<Store, BenchError> {
        let paths = Paths::of(&self.dir);
        let lock = FolderLock::take(&paths.lock)?;
        let writer = open_plain(&paths.db, ConnectionRole::Write)?;
        let readers =
            (0..READERS).map(|_| open_plain(&paths.db, ConnectionRole::Read)).collect::<Result<_, _>>()?;
        let nothing_secret = Key(zeroize::Zeroizing::new([0; 32]));
        let (witness, _) = Witness::open(&paths.witness, &nothing_secret, [0; 16])?;
        let Surroundings { clock, random } = surroundings();
        Ok(Store::start(StoreParts {
            dir: paths.dir.clone(),
            db_path: paths.db.clone(),
            writer,
            readers,
            clock,
            random,
            witness,
            files: SealedFolder::at(&paths.files)?,
            lock,
        })?)
    }

    /// Bytes of the database.
    pub fn bytes(&self) -> Result<u64, BenchError> {
        Ok(fs::metadata(Paths::of(&self.dir).db)?.len())
    }

    /// Removes the store.
    pub fn remove(&self) -> io::Result<()> {
        match fs::remove_dir_all(&self.dir) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// A clock that goes on by a millisecond whenever it is asked. Standing still it would give out ids in no order, and
/// putting them into their index would cost what it never costs in life.
struct Ticking;

impl Clock for Ticking {
    fn now(&self) -> Timestamp {
        static LAST: AtomicI64 = AtomicI64::new(NEWEST);
        let ms = LAST.fetch_add(1, Ordering::Relaxed);
        Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        // Nothing in the store waits.
        ManualClock::at(at).sleep_until(at)
    }
}

/// That clock, and ids that are the same in every run.
fn surroundings() -> Surroundings {
    static OPENINGS: AtomicU64 = AtomicU64::new(0);
    // Another start for every opening: ids must not come twice.
    let mut dice = Dice::new(OPENINGS.fetch_add(1, Ordering::Relaxed).wrapping_mul(0xD1B5_4A32_D192_ED03));
    Surroundings {
        clock: Arc::new(Ticking),
        random: Box::new(move |bytes| bytes.fill_with(|| dice.next() as u8)),
    }
}
