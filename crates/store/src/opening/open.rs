//! Opening what is there.

use std::path::Path;
use std::sync::Arc;

use anteroom_model::Clock;
use rusqlite::Connection;

use super::file::{move_aside, name_database, salt_of};
use super::folder::{files_are_private, must_be_local};
use super::start::{Found, key_of};
use super::{FolderLock, LockReason, OpenError, Paths, Witness};
use crate::db::{ConnectionRole, Key, Store, StoreParts, Writer, open_connection};
use crate::keys::{Keyring, RootKey, random};
use crate::sealed::{SealedError, SealedFolder};
use crate::{KeyVault, RecoveryKit, StoreError, VaultError, schema};

/// Fills bytes with randomness for ids. Seedable: keys never come from here.
pub type RandomSource = Box<dyn FnMut(&mut [u8]) + Send>;

/// What a store needs from outside.
pub struct Surroundings {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness for ids.
    pub random: RandomSource,
}

/// An open store.
pub struct Opened {
    /// The store.
    pub store: Store,
    /// The disk lost the last changes: how many, as far as the witness knows. Everything in the outbox that had not
    /// been settled was set to "unknown", because it may have left meanwhile; what came in is to be fetched again.
    pub rolled_back: Option<u64>,
}

const READERS: usize = 3;
/// The smallest file that can be a database: one page.
const PAGE: u64 = 4096;

impl Store {
    /// Opens the clinic in this folder with the key from the vault.
    pub fn open(dir: &Path, vault: &dyn KeyVault, surroundings: Surroundings) -> Result<Opened, OpenError> {
        let (paths, lock, found) = look(dir)?;
        let ring = found.complete()?;
        let key = key_of(ring, vault)?;
        finish_first_run(&paths, &found)?;
        Self::open_with_key(&paths, ring, &key, surroundings, lock)
    }

    /// Opens it with the recovery code, and gives the vault a key again: the one it has, or a new one.
    pub fn open_with_recovery(
        dir: &Path,
        vault: &dyn KeyVault,
        code: &str,
        surroundings: Surroundings,
    ) -> Result<Opened, OpenError> {
        let (paths, lock, found) = look(dir)?;
        let ring = found.complete()?;
        let kit = RecoveryKit::parse(code).map_err(|_| OpenError::WrongRecoveryCode)?;
        let key = Key(ring.open_with_kit(&kit).map_err(|_| OpenError::WrongRecoveryCode)?);
        let root = root_after_recovery(vault)?;
        let ring = ring.rewrapped(vault.backend(), &key.0, &root).ok_or(OpenError::NoRandomness)?;
        ring.write(&paths.keyring)?;
        finish_first_run(&paths, &found)?;
        Self::open_with_key(&paths, &ring, &key, surroundings, lock)
    }

    pub(super) fn open_with_key(
        paths: &Paths,
        ring: &Keyring,
        key: &Key,
        surroundings: Surroundings,
        lock: FolderLock,
    ) -> Result<Opened, OpenError> {
        // Before SQLite makes its files beside the database, in the database's mode.
        files_are_private(paths);
        let db = match open_writer(paths, ring, key) {
            Ok(db) => db,
            Err(OpenError::Store(StoreError::Damaged)) => {
                let moved_to = move_aside(paths, surroundings.clock.as_ref())?;
                return Err(OpenError::Damaged { moved_to });
            }
            Err(error) => return Err(error),
        };
        let (witness, seen) = Witness::open(&paths.witness, key, ring.db_id.0)?;
        let rolled_back = seen.map(|seen| seen.lost_by(&db)).transpose()?.flatten();
        let readers = (0..READERS)
            .map(|_| open_connection(&paths.db, key, ConnectionRole::Read))
            .collect::<Result<_, _>>()?;
        let store = Self::start(StoreParts {
            dir: paths.dir.clone(),
            db_path: paths.db.clone(),
            writer: db,
            readers,
            clock: surroundings.clock,
            random: surroundings.random,
            witness,
            files: SealedFolder::at(&paths.files).map_err(of_sealed)?,
            lock,
        })?;
        match (rolled_back, seen) {
            (Some(lost), Some(seen)) => {
                tracing::error!(event = "store_rolled_back", n = lost);
                store.write_blocking(move |tx| tx.distrust_everything(seen.commit))?;
            }
            _ => store.on_writer(Writer::witness_now)?,
        }
        Ok(Opened { store, rolled_back })
    }
}

fn look(dir: &Path) -> Result<(Paths, FolderLock, Found), OpenError> {
    must_be_local(dir)?;
    let paths = Paths::of(dir);
    if !dir.is_dir() || Found::in_folder(&paths)?.is_nothing() {
        return Err(OpenError::NothingHere);
    }
    let lock = FolderLock::take(&paths.lock)?;
    // Looked at again now that nobody else can change it.
    let found = Found::in_folder(&paths)?;
    Ok((paths, lock, found))
}

/// A crash in first run, after the keyring file and before the database had its name.
fn finish_first_run(paths: &Paths, found: &Found) -> Result<(), OpenError> {
    if found.db { Ok(()) } else { name_database(paths) }
}

/// The kit has proved who asks, so the vault may be given a key; one that is there is used, not replaced.
fn root_after_recovery(vault: &dyn KeyVault) -> Result<RootKey, OpenError> {
    match vault.read() {
        Ok(root) => return Ok(root),
        // The pass phrase that was given with the code is a new one.
        Err(VaultError::WrongPassphrase | VaultError::BadStoreFormat) => {}
        Err(VaultError::NoEntry | VaultError::BadDataFormat | VaultError::BadEncoding) => {}
        Err(error) => return Err(OpenError::Locked(error.into())),
    }
    let root: RootKey = random().ok_or(OpenError::NoRandomness)?;
    vault.write(&root).map_err(OpenError::VaultRefused)?;
    match vault.read() {
        Ok(back) if *back == *root => Ok(root),
        Ok(_) => Err(OpenError::VaultRefused(VaultError::Ambiguous)),
        Err(error) => Err(OpenError::VaultRefused(error)),
    }
}

fn open_writer(paths: &Paths, ring: &Keyring, key: &Key) -> Result<Connection, OpenError> {
    let foreign = salt_of(&paths.db)? != ring.salt.0;
    // SQLite takes an empty file for a new database; ours is never empty.
    if std::fs::metadata(&paths.db)?.len() < PAGE {
        return Err(StoreError::Damaged.into());
    }
    let mut db = match open_connection(&paths.db, key, ConnectionRole::Write) {
        // The key was proved by the keyring file, so a file that it does not open is damaged, or another's. Left where
        // it is: it may be a clinic of somebody's.
        Err(StoreError::Damaged) if foreign => return Err(LockReason::DatabaseNotOurs.into()),
        other => other?,
    };
    schema::refuse_newer(&db)?;
    if schema::version(&db)? == 0 {
        return Err(StoreError::Damaged.into());
    }
    schema::migrate(&mut db)?;
    let db_id: [u8; 16] =
        db.query_row("SELECT db_id FROM store_meta", [], |row| row.get(0)).map_err(StoreError::from)?;
    if db_id != ring.db_id.0 {
        return Err(LockReason::DatabaseNotOurs.into());
    }
    Ok(db)
}

fn of_sealed(error: SealedError) -> OpenError {
    match error {
        SealedError::DiskFull => OpenError::DiskFull,
        SealedError::ReadOnly => OpenError::ReadOnly,
        SealedError::Io(kind) | SealedError::Source(kind) => OpenError::Io(kind),
        SealedError::NoRandomness => OpenError::NoRandomness,
        SealedError::Missing | SealedError::Damaged(_) => OpenError::Io(std::io::ErrorKind::NotFound),
    }
}
