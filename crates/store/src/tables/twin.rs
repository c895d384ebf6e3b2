//! Patients that could be one: found with every change of either, offered, and never joined by the program.
//!
//! Holds: a pair is suggested for the same number, the same e-mail address, or the same name with a second sign (date of
//! birth, end of a number). A pair of which a person said that they are two is not suggested; nor is a number that a
//! guardian has in common with the one they answer for, or that staff said is shared.
//! Refused: looking for pairs when the list is read, which would compare everybody with everybody.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::{ChannelKind, PatientId, StaffId, digits};
use rusqlite::params;

use crate::codes::Coded;
use crate::column::{Fields, ms};
use crate::{ReadTx, Result, Topic, WriteTx};

/// The end of a number that stays the same however it is written.
const TAIL: usize = 7;
/// Others looked at per sign: a number that hundreds have says nothing about any two of them.
const OTHERS: u32 = 20;

/// Why two could be one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TwinSigns {
    /// The same telephone number.
    pub number: bool,
    /// The same e-mail address.
    pub email: bool,
    /// The same name and date of birth.
    pub name_and_birth: bool,
    /// The same name and the same end of a number.
    pub name_and_tail: bool,
}

impl TwinSigns {
    fn bits(self) -> i64 {
        i64::from(self.number)
            | i64::from(self.email) << 1
            | i64::from(self.name_and_birth) << 2
            | i64::from(self.name_and_tail) << 3
    }

    const fn of(bits: i64) -> Self {
        Self {
            number: bits & 1 != 0,
            email: bits & 2 != 0,
            name_and_birth: bits & 4 != 0,
            name_and_tail: bits & 8 != 0,
        }
    }
}

/// Two that could be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TwinRow {
    /// Ask for what is after this.
    pub place: i64,
    /// The one who was here first.
    pub a: PatientId,
    /// The other.
    pub b: PatientId,
    /// Why.
    pub signs: TwinSigns,
}

fn twin_row(row: &rusqlite::Row<'_>) -> Result<TwinRow> {
    let mut row = Fields::of(row);
    Ok(TwinRow {
        place: row.get()?,
        a: row.id(PatientId::from_uuid)?,
        b: row.id(PatientId::from_uuid)?,
        signs: TwinSigns::of(row.get()?),
    })
}

const COLUMNS: &str = "SELECT t.row, a.id, b.id, t.signs FROM twin t CROSS JOIN patient a ON a.row = t.a
                       CROSS JOIN patient b ON b.row = t.b";

impl ReadTx<'_> {
    /// Pairs that could be one, in the order in which they were noticed, newest first.
    pub fn twins(&self, before: Option<i64>, limit: u32) -> Result<Vec<TwinRow>> {
        self.all(
            &format!("{COLUMNS} WHERE t.row < ?1 ORDER BY t.row DESC LIMIT ?2"),
            params![before.unwrap_or(i64::MAX), limit],
            twin_row,
        )
    }

    /// Whom a patient could be.
    pub fn twins_of(&self, patient: PatientId) -> Result<Vec<TwinRow>> {
        let row = self.patient_key(patient)?;
        let mut found = self.all(&format!("{COLUMNS} WHERE t.a = ?1"), [row], twin_row)?;
        found.extend(self.all(&format!("{COLUMNS} WHERE t.b = ?1"), [row], twin_row)?);
        Ok(found)
    }

    /// Whom staff said that a patient is not.
    pub fn not_same_as(&self, patient: PatientId) -> Result<Vec<PatientId>> {
        let row = self.patient_key(patient)?;
        self.others(row)?.into_iter().map(|row| self.patient_id(row)).collect()
    }

    /// Whom staff said that a patient is not, as they stand today: also what was said of whoever was joined with them.
    fn others(&self, row: i64) -> Result<Vec<i64>> {
        let mut found = BTreeSet::new();
        for one in self.with_joined(row)? {
            let mut others = self.all("SELECT b FROM not_same WHERE a = ?1", [one], |row| Ok(row.get(0)?))?;
            others.extend(
                self.all("SELECT a FROM not_same WHERE b = ?1", [one], |row| Ok(row.get::<_, i64>(0)?))?,
            );
            for other in others {
                found.insert(self.root(other)?);
            }
        }
        found.remove(&row);
        Ok(found.into_iter().collect())
    }

    /// A patient and everybody who was joined with them.
    fn with_joined(&self, row: i64) -> Result<Vec<i64>> {
        let mut whole = vec![row];
        let mut looked = 0;
        while let Some(one) = whole.get(looked) {
            let joined = self.merged_into(*one)?;
            whole.extend(joined);
            looked += 1;
        }
        Ok(whole)
    }

    /// The telephone numbers that stand on a patient's card and links.
    pub(super) fn numbers_of(&self, row: i64) -> Result<Vec<String>> {
        let mut numbers: Vec<String> = self.all(
            "SELECT substr(key, 3) FROM contact WHERE patient = ?1 AND key IS NOT NULL AND kind = 0",
            [row],
            |row| Ok(row.get(0)?),
        )?;
        numbers.extend(self.all(
            "SELECT i.handle FROM link l CROSS JOIN identity i ON i.row = l.identity
             WHERE l.patient = ?1 AND l.ended_at IS NULL AND i.channel <> ?2",
            params![row, ChannelKind::Instagram.code()],
            |row| Ok(row.get::<_, String>(0)?),
        )?);
        numbers.sort_unstable();
        numbers.dedup();
        Ok(numbers)
    }

    fn find_twins(&self, row: i64) -> Result<BTreeMap<i64, TwinSigns>> {
        let mut found: BTreeMap<i64, TwinSigns> = BTreeMap::new();
        let numbers = self.numbers_of(row)?;
        for number in &numbers {
            let people = self.people_with_number(number)?;
            for other in people.into_iter().take(OTHERS as usize) {
                if !self.is_said_to_be_shared(number, row, other)? {
                    found.entry(other).or_default().number = true;
                }
            }
        }
        let emails: Vec<String> = self.all(
            "SELECT key FROM contact WHERE patient = ?1 AND key IS NOT NULL AND kind = 1",
            [row],
            |row| Ok(row.get(0)?),
        )?;
        for email in emails {
            for other in self.people_with_key(Some(&email))?.into_iter().take(OTHERS as usize) {
                found.entry(other).or_default().email = true;
            }
        }
        // A child has the number and address of whoever answers for it.
        let guardians: Vec<i64> = self.all(
            "SELECT guardian_patient FROM patient WHERE row = ?1 AND guardian_patient IS NOT NULL
             UNION ALL SELECT row FROM patient WHERE guardian_patient = ?1",
            [row],
            |row| Ok(row.get(0)?),
        )?;
        for guardian in guardians {
            let guardian = self.root(guardian)?;
            if let Some(signs) = found.get_mut(&guardian) {
                (signs.number, signs.email) = (false, false);
            }
        }
        for other in self.all(
            "SELECT o.row FROM patient p CROSS JOIN patient o ON o.birth_date = p.birth_date
               AND o.birth_date IS NOT NULL AND o.name_folded = p.name_folded
             WHERE p.row = ?1 AND p.name_folded <> '' AND o.merged_into IS NULL LIMIT ?2",
            params![row, OTHERS],
            |row| Ok(row.get::<_, i64>(0)?),
        )? {
            found.entry(other).or_default().name_and_birth = true;
        }
        for number in &numbers {
            let digits = digits(number);
            let Some(tail) = digits.len().checked_sub(TAIL).map(|from| &digits[from..]) else { continue };
            for other in self.all(
                "SELECT c.patient FROM contact_tail t CROSS JOIN contact c ON c.row = t.contact
                   CROSS JOIN patient o ON o.row = c.patient CROSS JOIN patient p
                 WHERE t.tail = ?2 AND p.row = ?1 AND o.name_folded = p.name_folded AND o.merged_into IS NULL
                 UNION ALL
                 SELECT l.patient FROM number_tail t
                   CROSS JOIN link l ON l.identity = t.identity AND l.ended_at IS NULL
                   CROSS JOIN patient o ON o.row = l.patient CROSS JOIN patient p
                 WHERE t.tail = ?2 AND p.row = ?1 AND o.name_folded = p.name_folded LIMIT ?3",
                params![row, tail, OTHERS],
                |row| Ok(row.get::<_, i64>(0)?),
            )? {
                found.entry(other).or_default().name_and_tail = true;
            }
        }
        found.remove(&row);
        for other in self.others(row)? {
            found.remove(&other);
        }
        found.retain(|_, signs| *signs != TwinSigns::default());
        Ok(found)
    }

    /// Staff said that both share an identity of this number.
    fn is_said_to_be_shared(&self, number: &str, a: i64, b: i64) -> Result<bool> {
        let identities = self.all(
            "SELECT row FROM identity WHERE handle = ?1 AND channel <> ?2",
            params![number, ChannelKind::Instagram.code()],
            |row| Ok(row.get::<_, i64>(0)?),
        )?;
        for identity in identities {
            let said = self.said_to_share(identity)?;
            if [a, b].iter().all(|one| said.get(one) == Some(&true)) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

impl WriteTx<'_> {
    /// Says that two are not one, or takes that back.
    pub fn not_same(&mut self, a: PatientId, b: PatientId, said: bool, by: Option<StaffId>) -> Result<()> {
        let (one, other) = (self.standing_key(a)?, self.standing_key(b)?);
        let by = self.maybe_staff_key(by)?;
        let (low, high) = (one.min(other), one.max(other));
        if said {
            self.execute(
                "INSERT INTO not_same (a, b, by_staff, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
                params![low, high, by, ms(self.now())],
            )?;
        } else {
            for one in self.with_joined(low)? {
                for other in self.with_joined(high)? {
                    self.execute(
                        "DELETE FROM not_same WHERE a = ?1 AND b = ?2",
                        [one.min(other), one.max(other)],
                    )?;
                }
            }
        }
        self.settle_twins(low)?;
        self.touch(Topic::Patient(a));
        self.touch(Topic::Patient(b));
        Ok(())
    }

    /// Looks anew whom a patient could be.
    pub(super) fn settle_twins(&mut self, row: i64) -> Result<()> {
        let gone = self.root(row)? != row;
        let mut found = if gone { BTreeMap::new() } else { self.find_twins(row)? };
        let were: Vec<(i64, i64, i64, i64)> = self.all(
            "SELECT row, a, b, signs FROM twin WHERE a = ?1 UNION ALL SELECT row, a, b, signs FROM twin WHERE b = ?1",
            [row],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )?;
        for (twin, a, b, signs) in were {
            let other = if a == row { b } else { a };
            match found.remove(&other) {
                Some(now) if now.bits() == signs => {}
                Some(now) => {
                    self.change("UPDATE twin SET signs = ?2 WHERE row = ?1", [twin, now.bits()])?;
                }
                None => {
                    self.execute("DELETE FROM twin WHERE row = ?1", [twin])?;
                }
            }
        }
        for (other, signs) in found {
            self.execute(
                "INSERT INTO twin (a, b, signs) VALUES (?1, ?2, ?3)",
                [row.min(other), row.max(other), signs.bits()],
            )?;
        }
        Ok(())
    }
}
