//! A second small file that knows how far the database was. A damaged WAL loses commits without a word; the witness
//! is outside it.
//!
//! Holds: two slots, written in turn and flushed, so that a torn write leaves the other; each carries a MAC made with
//! the database key. The number in it is never ahead of the database unless the disk lost something.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::{Connection, OptionalExtension};

use super::paths::private;
use crate::Result;
use crate::db::Key;
use crate::keys::{derived, mac, macs_agree};
use crate::tables::tally;

const MAGIC: [u8; 8] = *b"AnteWit1";
/// Magic, database, commit, audit number, audit hash, MAC.
const SLOT: usize = 8 + 16 + 8 + 8 + 32 + 32;

/// How far the database was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub commit: u64,
    pub audit: u64,
    pub audit_hash: [u8; 32],
}

/// The file, open.
pub(crate) struct Witness {
    file: File,
    key: zeroize::Zeroizing<[u8; 32]>,
    db_id: [u8; 16],
    next_slot: u64,
}

impl Witness {
    /// Opens or makes the file; what it says, if it says anything that is true.
    pub fn open(path: &Path, key: &Key, db_id: [u8; 16]) -> Result<(Self, Option<Seen>)> {
        let mut options = OpenOptions::new();
        let file = private(options.read(true).write(true).create(true).truncate(false)).open(path)?;
        let key = derived(&key.0, &db_id, "anteroom witness 1");
        let mut witness = Self { file, key, db_id, next_slot: 0 };
        let mut newest: Option<Seen> = None;
        for slot in 0..2 {
            if let Some(seen) = witness.read_slot(slot)?
                && newest.is_none_or(|other| other.commit <= seen.commit)
            {
                newest = Some(seen);
                witness.next_slot = 1 - slot;
            }
        }
        Ok((witness, newest))
    }

    /// Writes down how far this database is.
    pub fn write(&mut self, db: &Connection) -> Result<()> {
        let seen = Seen::of(db)?;
        let mut slot = Vec::with_capacity(SLOT);
        slot.extend(MAGIC);
        slot.extend(self.db_id);
        slot.extend(seen.commit.to_be_bytes());
        slot.extend(seen.audit.to_be_bytes());
        slot.extend(seen.audit_hash);
        slot.extend(mac(&self.key, &[&slot]));
        self.file.seek(SeekFrom::Start(self.next_slot * SLOT as u64))?;
        self.file.write_all(&slot)?;
        self.file.sync_data()?;
        self.next_slot = 1 - self.next_slot;
        Ok(())
    }

    /// From now on the file cannot be written, as on a disk that broke.
    #[cfg(test)]
    pub fn go_blind(&mut self) {
        self.file = tempfile::NamedTempFile::new().and_then(|file| File::open(file.path())).unwrap();
    }

    fn read_slot(&mut self, slot: u64) -> Result<Option<Seen>> {
        let mut bytes = [0; SLOT];
        self.file.seek(SeekFrom::Start(slot * SLOT as u64))?;
        match self.file.read_exact(&mut bytes) {
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(None),
            other => other?,
        }
        let (said, given) = bytes.split_at(SLOT - 32);
        let given: [u8; 32] = part(given, 0);
        let ours =
            macs_agree(&mac(&self.key, &[said]), &given) && said[..8] == MAGIC && said[8..24] == self.db_id;
        Ok(ours.then(|| Seen {
            commit: u64::from_be_bytes(part(said, 24)),
            audit: u64::from_be_bytes(part(said, 32)),
            audit_hash: part(said, 40),
        }))
    }
}

fn part<const N: usize>(bytes: &[u8], from: usize) -> [u8; N] {
    let mut part = [0; N];
    part.copy_from_slice(&bytes[from..from + N]);
    part
}

impl Seen {
    /// How far this database is now.
    pub fn of(db: &Connection) -> Result<Self> {
        let commit = tally::commits(db)?;
        let head: Option<(i64, [u8; 32])> = db
            .query_row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (audit, audit_hash) = head.unwrap_or((0, [0; 32]));
        Ok(Self { commit, audit: audit.unsigned_abs(), audit_hash })
    }

    /// How many commits the disk has lost since this was written; `None` if none.
    pub fn lost_by(self, db: &Connection) -> Result<Option<u64>> {
        let now = Self::of(db)?;
        if now.commit < self.commit {
            return Ok(Some(self.commit - now.commit));
        }
        if self.audit == 0 {
            return Ok(None);
        }
        let hash: Option<[u8; 32]> = db
            .query_row("SELECT hash FROM audit WHERE seq = ?1", [self.audit.cast_signed()], |row| row.get(0))
            .optional()?;
        // The same number of commits and another history: an older copy was put here and used.
        Ok((hash != Some(self.audit_hash)).then_some(1))
    }
}
