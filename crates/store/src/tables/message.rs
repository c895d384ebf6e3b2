//! Messages, read.

use anteroom_model::{
    AccountId, Content, ConversationId, DeliveryStatus, Direction, MessageId, Origin, Phi, ProviderCode,
    Rule, StaffId,
};
use jiff::Timestamp;
use rusqlite::{Row, params};

use super::content::from_columns;
use super::item::{ProviderKey, Sort, provider_key};
use crate::codes::ItemKind;
use crate::column::Fields;
use crate::{AttachmentRow, OutboxRow, Position, ReactingRow, ReactionRow, ReadTx, Result};

/// A message with everything that hangs on it.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageRow {
    /// Id.
    pub id: MessageId,
    /// Its place; `position.at()` is the provider's time.
    pub position: Position,
    /// Where it belongs.
    pub conversation: ConversationId,
    /// Who wrote.
    pub direction: Direction,
    /// Who or what wrote it.
    pub origin: Origin,
    /// Who at this desk wrote it.
    pub staff: Option<StaffId>,
    /// The rule of this desk that wrote it.
    pub rule: Option<Rule>,
    /// What it says; an empty text when it was taken back.
    pub content: Content,
    /// Its author took it back.
    pub taken_back: bool,
    /// It was changed after it was sent.
    pub edited: bool,
    /// Its files.
    pub attachments: Vec<AttachmentRow>,
    /// What it answers.
    pub reply_to: Option<Quote>,
    /// Reactions to it.
    pub reactions: Vec<ReactionRow>,
    /// A reaction of ours that is not known to stand.
    pub reacting: Option<ReactingRow>,
    /// The provider's id, once it has one.
    pub provider_id: Option<String>,
    /// How far it got, when the practice wrote it.
    pub status: Option<DeliveryStatus>,
    /// Since when it is there.
    pub status_at: Option<Timestamp>,
    /// When the provider had it.
    pub sent_at: Option<Timestamp>,
    /// The provider's number, if it failed.
    pub code: Option<ProviderCode>,
    /// Its outbox row, when it left from this desk.
    pub outbox: Option<OutboxRow>,
    /// When it came to this desk, our clock.
    pub received_at: Timestamp,
}

/// The message that is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The provider's id of it.
    pub provider_id: String,
    /// Its id, if it is here.
    pub id: Option<MessageId>,
    /// The practice wrote it.
    pub ours: bool,
    /// Its words.
    pub text: Option<Phi<String>>,
}

/// The columns of a message; an item of another kind fills them too.
pub(super) const COLUMNS: &str =
    "i.pos, i.id, i.kind, c.id, a.id, i.direction, i.origin, s.id, i.content_kind, i.body, i.extra, i.taken_back,
     i.edited, i.files, EXISTS (SELECT 1 FROM reaction r WHERE r.target_key = i.provider_key)
       OR EXISTS (SELECT 1 FROM reacting w WHERE w.target_key = i.provider_key), i.reply_to,
     i.provider_key, i.provider_id, i.status, i.status_at, i.sent_at, i.code, i.subcode, i.received_at,
     i.rule";
pub(super) const TABLES: &str =
    "item i CROSS JOIN conversation c ON c.row = i.conversation CROSS JOIN account a ON a.row = c.account
     LEFT JOIN staff s ON s.row = i.staff";

/// An item as its row has it, before what hangs on it is read.
pub(super) struct Bare {
    pub kind: ItemKind,
    pub account: AccountId,
    pub has_files: bool,
    pub has_reactions: bool,
    pub reply_to: Option<String>,
    pub key: Option<ProviderKey>,
    pub body: String,
    pub message: MessageRow,
}

pub(super) fn bare(row: &Row<'_>) -> Result<Bare> {
    let mut row = Fields::of(row);
    let position = row.get()?;
    let id = row.id(MessageId::from_uuid)?;
    let kind = row.coded()?;
    let conversation = row.id(ConversationId::from_uuid)?;
    let account = row.id(AccountId::from_uuid)?;
    let (direction, origin) = (row.coded()?, row.coded()?);
    let staff = row.maybe_id(StaffId::from_uuid)?;
    let content_kind = row.coded()?;
    let body: String = row.get()?;
    let extra: Option<String> = row.get()?;
    let (taken_back, edited) = (row.flag()?, row.flag()?);
    let has_files = row.get::<i64>()? != 0;
    let has_reactions = row.flag()?;
    let (reply_to, key) = (row.get()?, row.get()?);
    let mut bare = Bare {
        kind,
        account,
        has_files,
        has_reactions,
        reply_to,
        key,
        body: if kind == ItemKind::Note { body.clone() } else { String::new() },
        message: MessageRow {
            id,
            position,
            conversation,
            direction,
            origin,
            staff,
            rule: None,
            content: from_columns(content_kind, body, extra.as_deref())?,
            taken_back,
            edited,
            attachments: Vec::new(),
            reply_to: None,
            reactions: Vec::new(),
            reacting: None,
            provider_id: row.get()?,
            status: row.maybe_coded()?,
            status_at: row.maybe_time()?,
            sent_at: row.maybe_time()?,
            code: row.provider_code()?,
            outbox: None,
            received_at: row.time()?,
        },
    };
    bare.message.rule = row.maybe_coded()?;
    Ok(bare)
}

impl ReadTx<'_> {
    /// One message. Messages that are not listed (echoes in waiting, given-up sends) are found too.
    pub fn message(&self, id: MessageId) -> Result<Option<MessageRow>> {
        let found = self.one(
            &format!("SELECT {COLUMNS} FROM {TABLES} WHERE i.id = ?1 AND i.kind = 0"),
            [id.as_bytes()],
            bare,
        )?;
        found.map(|bare| self.whole(bare)).transpose()
    }

    /// The message that the provider calls so.
    pub fn message_by_provider(&self, account: AccountId, provider_id: &str) -> Result<Option<MessageRow>> {
        let key = provider_key(account, Sort::Message, provider_id);
        let found = self.one(
            &format!("SELECT {COLUMNS} FROM {TABLES} WHERE i.provider_key = ?1 AND i.kind = 0"),
            [key],
            bare,
        )?;
        found.map(|bare| self.whole(bare)).transpose()
    }

    pub(super) fn message_place(&self, id: MessageId) -> Result<Position> {
        self.required("SELECT pos FROM item WHERE id = ?1 AND kind = 0", [id.as_bytes()])
    }

    /// Reads what hangs on a message.
    pub(super) fn whole(&self, bare: Bare) -> Result<MessageRow> {
        let Bare { account, has_files, has_reactions, reply_to, key, mut message, .. } = bare;
        if has_files {
            message.attachments = self.attachments_of(message.position)?;
        }
        // Most messages have none, and asking for nothing fifty times is a fifth of opening a conversation.
        if let Some(key) = key.filter(|_| has_reactions) {
            message.reactions = self.reactions_to(key)?;
            message.reacting = self.reacting_to(key)?;
        }
        if let Some(provider_id) = reply_to {
            message.reply_to = Some(self.quote(account, provider_id)?);
        }
        if message.origin == Origin::Desk || message.rule.is_some() {
            message.outbox = self.outbox_at(message.position)?;
        }
        Ok(message)
    }

    fn quote(&self, account: AccountId, provider_id: String) -> Result<Quote> {
        let key = provider_key(account, Sort::Message, &provider_id);
        let found =
            self.one("SELECT id, direction, body FROM item WHERE provider_key = ?1", params![key], |row| {
                let mut row = Fields::of(row);
                Ok((row.id(MessageId::from_uuid)?, row.coded::<Direction>()?, row.get::<String>()?))
            })?;
        Ok(match found {
            None => Quote { provider_id, id: None, ours: false, text: None },
            Some((id, direction, text)) => Quote {
                provider_id,
                id: Some(id),
                ours: direction == Direction::Outbound,
                text: (!text.is_empty()).then(|| Phi::new(text)),
            },
        })
    }
}
