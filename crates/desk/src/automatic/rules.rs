//! Whether a rule writes, decided where the patient's message or call is taken in.

use std::sync::Arc;

use anteroom_model::{
    AccountId, ChannelKind, Content, ConversationId, OpeningHours, Phi, RemoteIdentity, Rule, WallTime,
    can_take_texts,
};
use anteroom_store::{Author, ConversationRow, NewSend, StoreError, WriteTx};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::words::{Around, filled};
use super::{Automatic, RuleWhen};
use crate::core::Core;

/// What is older than this when it reaches us is history to a rule.
const FRESH: SignedDuration = SignedDuration::from_mins(15);
/// How far a provider's clock may be ahead of ours.
const CLOCKS_APART: SignedDuration = SignedDuration::from_mins(2);

/// Something new of a patient that a rule may answer.
#[derive(Clone, Debug)]
pub(crate) enum Came {
    /// They wrote.
    Message {
        /// Where.
        conversation: ConversationId,
        /// The provider's time.
        at: Timestamp,
    },
    /// They rang, and nobody took it.
    MissedCall {
        /// The conversation of the call.
        conversation: ConversationId,
        /// The number that was rung.
        ours: String,
        /// When it began.
        at: Timestamp,
    },
}

/// The rules as they stand while an answer of a provider is taken in.
pub(crate) struct Rules {
    automatic: Arc<Automatic>,
    hours: Arc<OpeningHours>,
    zone: TimeZone,
    practice: String,
    country: String,
}

impl Rules {
    /// The rules; `None` while all are off.
    pub fn of(core: &Core) -> Option<Self> {
        let automatic = core.automatic.get();
        (automatic.outside.on || automatic.missed.on).then(|| Self {
            automatic,
            hours: core.hours.get(),
            zone: core.zone(),
            practice: core.clinic.name.clone(),
            country: core.clinic.country.clone(),
        })
    }

    /// Writes what the rules say to what came. Whether they wrote anything.
    pub fn answer(
        &self,
        tx: &mut WriteTx<'_>,
        account: AccountId,
        came: &[Came],
    ) -> Result<bool, StoreError> {
        let mut wrote = false;
        for one in came {
            // What cannot be written must not keep out what came.
            let sent = tx.whole(|tx| match one {
                Came::Message { conversation, at } => self.outside(tx, *conversation, *at),
                Came::MissedCall { conversation, ours, at } => {
                    self.missed(tx, account, *conversation, ours, *at)
                }
            });
            match sent {
                Ok(sent) => wrote |= sent,
                Err(StoreError::Conflict(_) | StoreError::BadRow | StoreError::NotFound) => {
                    tracing::warn!(event = "rule_not_written");
                }
                Err(error) => return Err(error),
            }
        }
        Ok(wrote)
    }

    /// The answer outside opening hours: to a message that came in the closed time that is now, and is fresh.
    fn outside(
        &self,
        tx: &mut WriteTx<'_>,
        conversation: ConversationId,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let rule = Rule::OutsideHours;
        let Some(closed) = self.hours.closed_period(&self.zone, tx.now()) else { return Ok(false) };
        if !self.automatic.outside.on || at < closed.from || !is_fresh(at, tx.now()) {
            return Ok(false);
        }
        let row = tx.conversation_as_of_now(conversation)?;
        let waits = row.waiting_since().is_some();
        if !waits
            || !takes(row.channel, row.handle.reveal())
            || tx.opted_out(row.identity, &row.own_address)?
        {
            return Ok(false);
        }
        self.write(tx, rule, &row, &row, closed.from)
    }

    /// The text to a caller, once a day.
    fn missed(
        &self,
        tx: &mut WriteTx<'_>,
        account: AccountId,
        conversation: ConversationId,
        ours: &str,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let rule = Rule::MissedCall;
        if !self.automatic.missed.on
            || !is_fresh(at, tx.now())
            || !self.automatic.missed_when.is_now(self.hours.is_open(&self.zone, at))
        {
            return Ok(false);
        }
        let call = tx.conversation_as_of_now(conversation)?;
        if call.waiting_since().is_none() {
            // They got through on another try, were rung back, or somebody marked it done.
            return Ok(false);
        }
        let texts = tx.account(account)?.is_some_and(|account| account.channels.contains(&ChannelKind::Sms));
        let taken_by = texts && takes(ChannelKind::Sms, call.handle.reveal()) && !is_quiet(&call);
        if !taken_by || tx.rule_stopped(call.identity, rule)? {
            return Ok(false);
        }
        // Whoever never wrote has no identity for texts yet; it is made only if there is something to write to.
        let known = tx.identity_by_handle(account, ChannelKind::Sms, &call.handle)?;
        if let Some(known) = known
            && tx.opted_out(known.id, ours)?
        {
            return Ok(false);
        }
        let remote = RemoteIdentity { handle: call.handle.clone(), display_name: None, username: None };
        let identity = tx.upsert_identity(account, ChannelKind::Sms, &remote)?;
        let to = tx.conversation_for(account, ChannelKind::Sms, identity, ours, None)?;
        let today = WallTime::of(&self.zone, tx.now()).day.begins(&self.zone);
        let row = tx.conversation(to)?.ok_or(StoreError::NotFound)?;
        // Their language is known where they rang.
        self.write(tx, rule, &row, &call, today)
    }

    /// Writes into a conversation, in the language of whoever speaks there.
    fn write(
        &self,
        tx: &mut WriteTx<'_>,
        rule: Rule,
        row: &ConversationRow,
        speaker: &ConversationRow,
        period: Timestamp,
    ) -> Result<bool, StoreError> {
        if is_quiet(row) {
            return Ok(false);
        }
        let language = speaker.said_language.as_deref().or(speaker.guessed_language.as_deref());
        let words = self.automatic.of(rule).words_for(rule, language, &self.country);
        let Some((text, language)) = words else { return Ok(false) };
        let now = tx.now();
        let around = Around { practice: &self.practice, hours: &self.hours, zone: &self.zone, now };
        let body = Phi::new(filled(&text, &language, &around));
        let new = NewSend {
            conversation: row.id,
            by: Author::Rule(rule),
            // One per identity and period, also if everything else failed.
            press: format!("{rule:?} {} {}", row.identity, period.as_millisecond()),
            content: Content::Text { body },
            files: Vec::new(),
            template: None,
            reply_to: None,
            undo_until: now,
            later: None,
        };
        let sent = tx.send_by_rule(rule, row.identity, period, &new)?;
        if sent.is_some() {
            tracing::info!(event = "rule_wrote", channel = row.channel.as_str(), state = ?rule);
        }
        Ok(sent.is_some())
    }
}

impl RuleWhen {
    /// Whether it is this time.
    pub(super) const fn is_now(self, open: bool) -> bool {
        match self {
            Self::Always => true,
            Self::WhileClosed => !open,
            Self::WhileOpen => open,
        }
    }
}

fn is_fresh(at: Timestamp, now: Timestamp) -> bool {
    let age = now.duration_since(at);
    -CLOCKS_APART <= age && age <= FRESH
}

/// Whether a channel's address can be answered at all: a call cannot, and a short code or a sender's name is a machine.
fn takes(channel: ChannelKind, handle: &str) -> bool {
    match channel {
        ChannelKind::Phone => false,
        ChannelKind::Sms => can_take_texts(handle),
        ChannelKind::Instagram | ChannelKind::WhatsApp => true,
    }
}

/// Whether staff want to hear nothing of it.
pub(super) const fn is_quiet(row: &ConversationRow) -> bool {
    row.muted || row.spam
}
