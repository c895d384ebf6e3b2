//! How far our messages got: which ones to ask the provider about, and when again.

use anteroom_model::{AccountId, ChannelKind, MessageId};
use jiff::{SignedDuration, Timestamp};
use rusqlite::params;

use crate::column::{Fields, ms, time};
use crate::{ReadTx, Result, WriteTx};

/// A message to ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusDue {
    /// The message.
    pub message: MessageId,
    /// Its account.
    pub account: AccountId,
    /// Its channel.
    pub channel: ChannelKind,
    /// The provider's id.
    pub provider_id: String,
}

/// The first question comes this long after the provider took a message.
pub(super) const FIRST: SignedDuration = SignedDuration::from_secs(5);
/// Pauses after each question; the last repeats.
const PAUSES: [SignedDuration; 4] = [
    SignedDuration::from_secs(15),
    SignedDuration::from_secs(60),
    SignedDuration::from_mins(5),
    SignedDuration::from_hours(1),
];
/// After this nobody will say anything more.
const GIVE_UP: SignedDuration = SignedDuration::from_hours(48);

impl ReadTx<'_> {
    /// Messages to ask about now, the longest due first.
    pub fn statuses_due(&self, now: Timestamp, limit: u32) -> Result<Vec<StatusDue>> {
        self.all(
            "SELECT i.id, a.id, i.channel, i.provider_id
             FROM item i CROSS JOIN conversation c ON c.row = i.conversation CROSS JOIN account a ON a.row = c.account
             WHERE i.next_status_at <= ?1 ORDER BY i.next_status_at LIMIT ?2",
            params![ms(now), limit],
            |row| {
                let mut row = Fields::of(row);
                Ok(StatusDue {
                    message: row.id(MessageId::from_uuid)?,
                    account: row.id(AccountId::from_uuid)?,
                    channel: row.coded()?,
                    provider_id: row.get()?,
                })
            },
        )
    }

    /// When the next message is to be asked about.
    pub fn status_next_due(&self) -> Result<Option<Timestamp>> {
        self.value::<i64>(
            "SELECT next_status_at FROM item WHERE next_status_at IS NOT NULL ORDER BY next_status_at LIMIT 1",
            [],
        )?
        .map(time)
        .transpose()
    }
}

impl WriteTx<'_> {
    /// These were asked about. Those that are not final come up again later, and not at all after two days.
    pub fn statuses_asked(&mut self, messages: &[MessageId]) -> Result<()> {
        for message in messages {
            let open = self.one(
                "SELECT status_tries, sent_at FROM item WHERE id = ?1 AND next_status_at IS NOT NULL",
                [message.as_bytes()],
                |row| {
                    let mut row = Fields::of(row);
                    Ok((row.get::<u32>()?, row.maybe_time()?))
                },
            )?;
            let Some((tries, sent_at)) = open else { continue };
            let next = self.now() + PAUSES[(tries as usize).min(PAUSES.len() - 1)];
            let next = Some(next).filter(|next| sent_at.is_some_and(|sent| *next < sent + GIVE_UP));
            self.change(
                "UPDATE item SET next_status_at = ?2, status_tries = status_tries + 1 WHERE id = ?1",
                params![message.as_bytes(), next.map(ms)],
            )?;
        }
        Ok(())
    }
}
