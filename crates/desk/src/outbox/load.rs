//! From an outbox row to what a connector hands over, with everything checked that may have changed while it waited.

use anteroom_model::{
    Content, ConversationId, HoldReason, IdentityId, Outgoing, OutgoingAttachment, OutgoingBody, Phi,
};
use anteroom_store::{AttachmentRow, ConversationRow, MessageRow, OutboxRow, ReadTx, StoreError};
use bytes::Bytes;
use jiff::Timestamp;

use super::fit::{Fits, Misfit};
use super::{Load, fits};
use crate::automatic::{answered, still_wanted};
use crate::core::Core;
use crate::fault::Fault;
use crate::lines::Line;

/// A message, ready to leave.
pub struct Ready {
    /// What to hand over.
    pub outgoing: Outgoing,
    /// Whom it goes to.
    pub identity: IdentityId,
    /// From which of our addresses.
    pub own_address: String,
}

/// Why a message is not ready.
pub enum NotReady {
    /// It is held back; a person decides.
    Held(HoldReason),
    /// Its chosen time has passed, or the patient wrote first; a person decides.
    Asks,
    /// The store could not be read.
    Store(StoreError),
}

impl From<StoreError> for NotReady {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

struct Parts {
    conversation: ConversationRow,
    message: MessageRow,
    opted_out: bool,
    /// The rule that wrote it was told not to write to this patient.
    stopped: bool,
    /// What a rule's message answers.
    answers: Option<ConversationRow>,
}

fn parts(tx: &ReadTx<'_>, row: &OutboxRow) -> Result<Parts, StoreError> {
    let conversation = conversation(tx, row.conversation)?;
    let message = tx.message(row.message)?.ok_or(StoreError::NotFound)?;
    let opted_out = tx.opted_out(conversation.identity, &conversation.own_address)?;
    let (stopped, answers) = match message.rule {
        Some(rule) => {
            (tx.rule_stopped(conversation.identity, rule)?, Some(answered(tx, rule, &conversation)?))
        }
        None => (false, None),
    };
    Ok(Parts { conversation, message, opted_out, stopped, answers })
}

fn conversation(tx: &ReadTx<'_>, id: ConversationId) -> Result<ConversationRow, StoreError> {
    tx.conversation(id)?.ok_or(StoreError::NotFound)
}

/// Checks a message against its channel's rules as they are now, and reads its file.
pub(super) async fn ready(core: &Core, line: &Line, row: &OutboxRow) -> Result<Ready, NotReady> {
    let parts = core.read(|tx| parts(tx, row))?;
    if let (Some(rule), Some(answers)) = (parts.message.rule, &parts.answers)
        && let Some(why) = still_wanted(core, rule, row, answers, parts.stopped)
    {
        return Err(NotReady::Held(why));
    }
    let allowed =
        allowed(line, row, &parts, core.clock.now()).map_err(|misfit| NotReady::Held(misfit.hold()))?;
    let Parts { conversation, message, .. } = parts;
    let mut outgoing = outgoing_of(row, &conversation, &message);
    outgoing.human_agent = allowed.human_agent;
    if let Some(file) = message.attachments.into_iter().next().filter(|_| row.template.is_none()) {
        let caption = text_of(&message.content);
        outgoing.body = OutgoingBody::Attachment(bytes_of(core, file, caption).await?);
    }
    Ok(Ready { outgoing, identity: conversation.identity, own_address: conversation.own_address })
}

/// Whether the channel's rules would let a message leave at `at`, as far as anybody can tell now.
pub(crate) fn may_leave(core: &Core, line: &Line, row: &OutboxRow, at: Timestamp) -> Result<(), Fault> {
    let parts = core.read(|tx| parts(tx, row))?;
    allowed(line, row, &parts, at)?;
    Ok(())
}

fn allowed(line: &Line, row: &OutboxRow, parts: &Parts, at: Timestamp) -> Result<Fits, Misfit> {
    let Parts { conversation, message, opted_out, .. } = parts;
    let can = line.connector.capabilities(conversation.channel);
    let window = can.window.at(conversation.last_inbound_at, at);
    let text = message.content.text();
    let load = match (&row.template, message.attachments.first()) {
        (Some(_), _) => Load::Template,
        (None, Some(file)) => Load::File {
            kind: file.kind,
            mime: file.mime.as_deref().unwrap_or_default(),
            size: file.size.unwrap_or(u64::MAX),
            caption: text,
        },
        (None, None) => Load::Text(text.unwrap_or_default()),
    };
    fits(&load, &can, window, *opted_out)
}

/// A message as it is handed over, without the bytes of its file.
pub(crate) fn outgoing_of(row: &OutboxRow, conversation: &ConversationRow, message: &MessageRow) -> Outgoing {
    let body = match (&row.template, message.attachments.first()) {
        (Some(template), _) => OutgoingBody::Template {
            template_id: template.template_id.clone(),
            values: template.values.clone(),
        },
        (None, Some(file)) => OutgoingBody::Attachment(OutgoingAttachment {
            kind: file.kind,
            mime: file.mime.clone().unwrap_or_default(),
            file_name: file.file_name.clone().unwrap_or_default(),
            bytes: Bytes::new(),
            caption: text_of(&message.content),
        }),
        (None, None) => OutgoingBody::Text(text_of(&message.content).unwrap_or_default()),
    };
    Outgoing {
        outbox: row.id,
        channel: conversation.channel,
        from: conversation.own_address.clone(),
        to: conversation.handle.clone(),
        thread: conversation.thread.clone(),
        body,
        reply_to: message.reply_to.as_ref().map(|quote| quote.provider_id.clone()),
        human_agent: false,
    }
}

fn text_of(content: &Content) -> Option<Phi<String>> {
    content.text().filter(|text| !text.is_empty()).map(Phi::from)
}

async fn bytes_of(
    core: &Core,
    file: AttachmentRow,
    caption: Option<Phi<String>>,
) -> Result<OutgoingAttachment, NotReady> {
    let gone = || NotReady::Held(HoldReason::AttachmentGone);
    let sealed = file.sealed.ok_or_else(gone)?;
    let store = core.store.clone();
    let read = tokio::task::spawn_blocking(move || store.files().open(&sealed)?.read_all()).await;
    let Ok(Ok(bytes)) = read else { return Err(gone()) };
    Ok(OutgoingAttachment {
        kind: file.kind,
        mime: file.mime.unwrap_or_default(),
        file_name: file.file_name.unwrap_or_default(),
        bytes: Bytes::copy_from_slice(&bytes),
        caption,
    })
}
