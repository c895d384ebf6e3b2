//! First run: the key, the database, the keyring file, in the order in which a crash leaves nothing half.

use std::path::Path;

use anteroom_model::{ClinicId, StaffId};
use rusqlite::{Connection, params};

use super::file::{move_aside, name_database, salt_of};
use super::folder::{make_private, must_be_local};
use super::paths::{free_name, private};
use super::start::{Found, key_of};
use super::{FolderLock, OpenError, Opened, Paths, Surroundings, Witness};
use crate::codes::Coded;
use crate::db::{ConnectionRole, Key, Store, open_connection};
use crate::keys::{Bound, Keyring, RootKey, random};
use crate::tables::tally;
use crate::{ClinicKind, KeyVault, RecoveryKit, Result, StoreError, VaultError, schema};

/// What first run knows about the clinic.
#[derive(Clone, Debug)]
pub struct NewClinic {
    /// The practice's name.
    pub name: String,
    /// ISO 3166 country, for numbers without a country code.
    pub country: String,
    /// IANA time zone.
    pub zone: String,
    /// Real, demo or test.
    pub kind: ClinicKind,
    /// The first person at the desk.
    pub staff_name: String,
}

impl Store {
    /// Makes a clinic in a folder where there is none.
    pub fn create(
        dir: &Path,
        vault: &dyn KeyVault,
        kit: &RecoveryKit,
        clinic: &NewClinic,
        surroundings: Surroundings,
    ) -> std::result::Result<Opened, OpenError> {
        must_be_local(dir)?;
        make_private(dir)?;
        let paths = Paths::of(dir);
        let lock = FolderLock::take(&paths.lock)?;
        if !Found::in_folder(&paths)?.is_nothing() {
            return Err(OpenError::AlreadyHere);
        }
        vault.make_room().map_err(OpenError::VaultRefused)?;
        let root = root_key(vault)?;
        let key = Key(random().ok_or(OpenError::NoRandomness)?);
        let db_id = *random().ok_or(OpenError::NoRandomness)?;
        let salt = make_database(&paths, &key, db_id, 0, clinic, &surroundings)?;
        let bound = Bound { db_id, generation: 1, backend: vault.backend(), salt };
        let ring = Keyring::wrap(&bound, &key.0, &root, kit).ok_or(OpenError::NoRandomness)?;
        ring.write(&paths.keyring)?;
        name_database(&paths)?;
        Self::open_with_key(&paths, &ring, &key, surroundings, lock)
    }

    /// Makes an empty database under the clinic's own keys, after a damaged one was moved aside. Only where there is
    /// a keyring file and no database. The sealed files are put aside too: their keys lie in the database that is gone
    /// or damaged, and the new one would take them for what a crash left.
    pub fn start_over(
        dir: &Path,
        vault: &dyn KeyVault,
        clinic: &NewClinic,
        surroundings: Surroundings,
    ) -> std::result::Result<Opened, OpenError> {
        must_be_local(dir)?;
        let paths = Paths::of(dir);
        let lock = FolderLock::take(&paths.lock)?;
        let found = Found::in_folder(&paths)?;
        let ring = found.without_database()?;
        let key = key_of(ring, vault)?;
        put_leftovers_aside(&paths, &surroundings)?;
        let (_, seen) = Witness::open(&paths.witness, &key, ring.db_id.0)?;
        // Numbers go on where the lost database stopped, so that the next start does not call it lost again.
        let commits = seen.map_or(0, |seen| seen.commit);
        let salt = make_database(&paths, &key, ring.db_id.0, commits, clinic, &surroundings)?;
        let ring = ring.for_file(salt, &key.0);
        ring.write(&paths.keyring)?;
        name_database(&paths)?;
        Self::open_with_key(&paths, &ring, &key, surroundings, lock)
    }
}

/// The root key that is there, or a new one that was read back. A key without data may wrap something elsewhere (a
/// folder that is not mounted), so it is used and never replaced.
fn root_key(vault: &dyn KeyVault) -> std::result::Result<RootKey, OpenError> {
    match vault.read() {
        Ok(root) => Ok(root),
        Err(VaultError::NoEntry) => {
            let root: RootKey = random().ok_or(OpenError::NoRandomness)?;
            vault.write(&root).map_err(OpenError::VaultRefused)?;
            match vault.read() {
                Ok(back) if *back == *root => Ok(root),
                Ok(_) => Err(OpenError::VaultRefused(VaultError::Ambiguous)),
                Err(error) => Err(OpenError::VaultRefused(error)),
            }
        }
        Err(error) => Err(OpenError::Locked(error.into())),
    }
}

/// A WAL without its database would be taken for the new one's.
fn put_leftovers_aside(paths: &Paths, surroundings: &Surroundings) -> std::result::Result<(), OpenError> {
    move_aside(paths, surroundings.clock.as_ref())?;
    if paths.files.try_exists()? {
        let stamp = surroundings.clock.now().as_millisecond();
        std::fs::rename(&paths.files, free_name(&paths.dir, &format!("files.damaged-{stamp}")))?;
    }
    Ok(())
}

/// Makes the database under its unborn name; returns the first bytes of the file.
fn make_database(
    paths: &Paths,
    key: &Key,
    db_id: [u8; 16],
    commits: u64,
    clinic: &NewClinic,
    surroundings: &Surroundings,
) -> std::result::Result<[u8; 16], OpenError> {
    // An unborn database without a keyring file was never anybody's: a first run that did not come to its end.
    for path in Paths::with_companions(&paths.unborn) {
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    // SQLite gives the WAL the mode of the database.
    private(std::fs::OpenOptions::new().write(true).create_new(true)).open(&paths.unborn)?;
    let mut db = open_connection(&paths.unborn, key, ConnectionRole::Create)?;
    schema::migrate(&mut db)?;
    first_rows(&mut db, db_id, commits, clinic, surroundings)?;
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(StoreError::from)?;
    db.close().map_err(|(_, error)| StoreError::from(error))?;
    salt_of(&paths.unborn)
}

fn first_rows(
    db: &mut Connection,
    db_id: [u8; 16],
    commits: u64,
    clinic: &NewClinic,
    surroundings: &Surroundings,
) -> std::result::Result<(), OpenError> {
    let now = surroundings.clock.now();
    let id_bytes = random().ok_or(OpenError::NoRandomness)?;
    let staff_bytes = random().ok_or(OpenError::NoRandomness)?;
    let secrets = [("log ids", random::<32>()), ("tombstones", random::<32>())];
    let insert = || -> Result<()> {
        let tx = db.transaction()?;
        tx.execute("INSERT INTO store_meta (row, db_id) VALUES (1, ?1)", params![db_id])?;
        tally::commits_at_least(&tx, commits)?;
        tx.execute(
            "INSERT INTO clinic (row, id, name, country, zone, kind, created_at) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                ClinicId::at(now, *id_bytes).as_bytes(),
                clinic.name,
                clinic.country,
                clinic.zone,
                clinic.kind.code(),
                now.as_millisecond()
            ],
        )?;
        tx.execute(
            "INSERT INTO staff (id, name, initials, added_at) VALUES (?1, ?2, ?3, ?4)",
            params![
                StaffId::at(now, *staff_bytes).as_bytes(),
                clinic.staff_name,
                crate::initials(&clinic.staff_name),
                now.as_millisecond()
            ],
        )?;
        for (name, secret) in secrets {
            let secret = secret.ok_or(StoreError::GivenUp)?;
            tx.execute("INSERT INTO secret (name, key) VALUES (?1, ?2)", params![name, *secret])?;
        }
        tx.commit()?;
        Ok(())
    };
    Ok(insert()?)
}
