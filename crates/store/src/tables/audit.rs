//! What staff did, in a chain: each entry carries the hash of everything before it.
//!
//! Holds: entries are only added; they name people and things by keyed hash and carry no content, so erasing a patient
//! leaves the chain whole. A cut tail shows against the head in the witness file.

use anteroom_model::StaffId;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::column::ms;
use crate::keys::mac;
use crate::{ReadTx, Result, WriteTx};

/// The hash of an entry: over the hash before it and each field with its length.
fn chained(before: &[u8; 32], entry: &Entry<'_>) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(before);
    let (seq, at) = (entry.seq.to_be_bytes(), entry.at.to_be_bytes());
    let none: &[u8] = &[];
    let parts: [&[u8]; 6] = [
        &seq,
        &at,
        entry.action.as_bytes(),
        entry.actor.as_ref().map_or(none, |id| id),
        entry.subject.as_ref().map_or(none, |id| id),
        entry.reason.as_bytes(),
    ];
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

struct Entry<'a> {
    seq: i64,
    at: i64,
    action: &'a str,
    actor: Option<[u8; 16]>,
    subject: Option<[u8; 16]>,
    reason: &'a str,
}

impl ReadTx<'_> {
    /// An id as logs and audit entries may carry it: it tells two things apart and names neither.
    pub fn log_id(&self, id: Uuid) -> Result<[u8; 16]> {
        let key: [u8; 32] = self.required("SELECT key FROM secret WHERE name = 'log ids'", [])?;
        let mut short = [0; 16];
        short.copy_from_slice(&mac(&key, &[id.as_bytes()])[..16]);
        Ok(short)
    }

    /// How many entries there are.
    pub fn audit_length(&self) -> Result<u64> {
        let last: i64 = self.required("SELECT coalesce(max(seq), 0) FROM audit", [])?;
        Ok(last.unsigned_abs())
    }
}

impl WriteTx<'_> {
    /// Adds an entry. `action` and `reason` are words of ours (`opened`, `exported`), never a person's.
    pub fn audit(
        &mut self,
        action: &str,
        actor: Option<StaffId>,
        subject: Option<Uuid>,
        reason: &str,
    ) -> Result<()> {
        let head = self
            .one("SELECT seq, hash FROM audit WHERE seq = (SELECT max(seq) FROM audit)", [], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, [u8; 32]>(1)?))
            })?
            .unwrap_or((0, [0; 32]));
        let entry = Entry {
            seq: head.0 + 1,
            at: ms(self.now()),
            action,
            actor: actor.map(|id| self.log_id(id.uuid())).transpose()?,
            subject: subject.map(|id| self.log_id(id)).transpose()?,
            reason,
        };
        let hash = chained(&head.1, &entry);
        self.execute(
            "INSERT INTO audit (seq, at, action, actor, subject, reason, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![entry.seq, entry.at, action, entry.actor, entry.subject, reason, hash],
        )?;
        Ok(())
    }
}

/// The first entry that does not fit what is before it.
pub(crate) fn breaks_at(db: &Connection) -> Result<Option<u64>> {
    let mut statement =
        db.prepare("SELECT seq, at, action, actor, subject, reason, hash FROM audit ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let (mut before, mut expected) = ([0; 32], 1);
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let (action, reason): (String, String) = (row.get(2)?, row.get(5)?);
        let entry = Entry {
            seq,
            at: row.get(1)?,
            action: &action,
            actor: row.get(3)?,
            subject: row.get(4)?,
            reason: &reason,
        };
        let hash: [u8; 32] = row.get(6)?;
        if seq != expected || chained(&before, &entry) != hash {
            return Ok(Some(expected.unsigned_abs()));
        }
        before = hash;
        expected += 1;
    }
    Ok(None)
}
