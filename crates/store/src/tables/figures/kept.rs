//! Reading what is kept, day by day. Sums are the reader's: there are a few rows for every hour of the range.

use std::ops::RangeInclusive;

use anteroom_model::{ChannelKind, ConversationId, Day, StaffId};
use rusqlite::params;

use super::HourCount;
use crate::column::Fields;
use crate::{ReadTx, Result};

impl ReadTx<'_> {
    /// What happened in each hour of some days, on one channel or all.
    pub fn figures_by_hour(
        &self,
        days: &RangeInclusive<Day>,
        channel: Option<ChannelKind>,
        mut take: impl FnMut(Day, u8, ChannelKind, HourCount),
    ) -> Result<()> {
        let mut statement = self.prepare(
            "SELECT day, hour, channel, inbound, outbound, calls, missed, astray FROM figure_hour
             WHERE day >= ?1 AND day <= ?2",
        )?;
        let mut rows = statement.query(params![days.start().0, days.end().0])?;
        while let Some(row) = rows.next()? {
            let mut row = Fields::of(row);
            let (day, hour, on): (i32, u8, ChannelKind) = (row.get()?, row.get()?, row.coded()?);
            let count = HourCount {
                inbound: row.get()?,
                outbound: row.get()?,
                calls: row.get()?,
                missed: row.get()?,
                astray: row.get()?,
            };
            if channel.is_none_or(|channel| channel == on) {
                take(Day(day), hour, on, count);
            }
        }
        Ok(())
    }

    /// Who answered how often in which conversation on some days.
    pub fn figures_by_staff(
        &self,
        days: &RangeInclusive<Day>,
        channel: Option<ChannelKind>,
        mut take: impl FnMut(i64, i64, u32),
    ) -> Result<()> {
        let mut statement = self.prepare(
            "SELECT staff, conversation, answers, channel FROM figure_staff WHERE day >= ?1 AND day <= ?2",
        )?;
        let mut rows = statement.query(params![days.start().0, days.end().0])?;
        while let Some(row) = rows.next()? {
            let mut row = Fields::of(row);
            let (staff, conversation, answers) = (row.get()?, row.get()?, row.get()?);
            let on: ChannelKind = row.coded()?;
            if channel.is_none_or(|channel| channel == on) {
                take(staff, conversation, answers);
            }
        }
        Ok(())
    }

    /// Whose row it is in the figures.
    pub fn figures_staff(&self) -> Result<Vec<(i64, StaffId, String)>> {
        self.all("SELECT row, id, name FROM staff ORDER BY row", [], |row| {
            let mut row = Fields::of(row);
            Ok((row.get()?, row.id(StaffId::from_uuid)?, row.get()?))
        })
    }

    /// The conversation of a row of the figures, and what it is called.
    pub(super) fn named(&self, row: i64) -> Result<Option<(ConversationId, anteroom_model::Phi<String>)>> {
        self.one("SELECT id, name FROM conversation WHERE row = ?1", [row], |row| {
            let mut row = Fields::of(row);
            Ok((row.id(ConversationId::from_uuid)?, row.phi()?))
        })
    }
}
