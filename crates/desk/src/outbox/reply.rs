//! What staff do with messages: write one, take it back, try it again, give it up.

use anteroom_model::saved::unfilled;
use anteroom_model::{AttachmentId, Content, ConversationId, MessageId, OutboxId, Phi, StaffId};
use anteroom_store::{
    AttachmentRow, Author, ConversationRow, DraftRow, DraftWords, Later, NewSend, StoreError, Undone, WriteTx,
};
use jiff::{SignedDuration, Timestamp};

use super::{Load, fits};
use crate::convert;
use crate::core::Wake;
use crate::desk::Desk;
use crate::drafts::typed_behind;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::reading;
use crate::views::{Code, DraftView, ReplySend, Sent, WireError};

/// One message of a reply.
struct Part {
    content: Content,
    file: Option<AttachmentId>,
}

impl Desk {
    /// Puts a reply into the outbox; when this returns it is in the timeline. The same press is the same message.
    ///
    /// # Errors
    /// When the channel would refuse it, now or at the time that was chosen: window, opt-out, length, kind or size of a
    /// file.
    pub async fn reply_send(&self, reply: ReplySend) -> Result<Sent, WireError> {
        let undo_until = self.undo_until();
        Ok(self.send_reply(reply, undo_until).await?)
    }

    /// The same without a time to take it back, where nobody sits to press "undo".
    ///
    /// # Errors
    /// As [`Desk::reply_send`].
    pub async fn reply_send_now(&self, reply: ReplySend) -> Result<Sent, WireError> {
        let now = self.core.clock.now();
        Ok(self.send_reply(reply, now).await?)
    }

    /// A press of a button that no window made.
    pub fn fresh_press(&self) -> String {
        OutboxId::at(self.core.clock.now(), self.core.dice.id_bytes()).to_string()
    }

    async fn send_reply(&self, reply: ReplySend, undo_until: Timestamp) -> Result<Sent, Fault> {
        if let Some(sent) = self.sent_before(&reply.press)? {
            return Ok(sent);
        }
        let id: ConversationId = parsed(&reply.conversation)?;
        let quote = reply.quote.as_deref().map(parsed::<MessageId>).transpose()?;
        let staff = self.core.staff().id;
        let (row, draft, opted_out) = self.core.read(|tx| {
            let row = tx.conversation(id)?.ok_or(StoreError::NotFound)?;
            let opted_out = tx.opted_out(row.identity, &row.own_address)?;
            Ok((row, tx.draft(id, staff)?, opted_out))
        })?;
        let chosen = |id: &String| draft.files.iter().find(|file| file.id.to_string() == *id);
        let files: Option<Vec<&AttachmentRow>> = reply.files.iter().map(chosen).collect();
        let files = files.ok_or_else(|| Fault::of(Code::Stale))?;
        let later = reply.later.map(|later| self.chosen(later)).transpose()?;
        let leaves = later.map_or(self.core.clock.now(), |later| later.at);
        let parts = self.parts(&row, reply.text.trim(), &files, opted_out, leaves)?;
        let (press, text) = (reply.press, Phi::new(reply.text));
        let sends = parts.into_iter().enumerate().map(move |(n, part)| NewSend {
            conversation: id,
            by: Author::Staff(staff),
            press: if n == 0 { press.clone() } else { format!("{press}#{n}") },
            content: part.content,
            files: part.file.into_iter().collect(),
            template: None,
            reply_to: quote.filter(|_| n == 0),
            undo_until,
            later,
        });
        let sends: Vec<NewSend> = sends.collect();
        let sent = self
            .core
            .write(move |tx| {
                let mut first = None;
                for send in &sends {
                    let sent = tx.send(send)?;
                    first = first.or(Some(sent));
                }
                let stands = tx.draft(id, staff)?.words;
                let reply = typed_behind(text.reveal(), stands.reply.reveal());
                let quote = stands.quote.filter(|other| !reply.reveal().is_empty() && Some(*other) != quote);
                tx.save_draft(id, staff, &DraftWords { reply, note: stands.note, quote, later: None })?;
                first.ok_or(StoreError::NotFound)
            })
            .await?;
        self.core.wake(Wake::Outbox);
        Ok(Sent { item: reading::timeline_item(&self.core, sent.message)?, outbox: sent.outbox.to_string() })
    }

    /// Words and files as the messages that the channel can carry, each of them allowed when they leave.
    fn parts(
        &self,
        row: &ConversationRow,
        text: &str,
        files: &[&AttachmentRow],
        opted_out: bool,
        leaves: Timestamp,
    ) -> Result<Vec<Part>, Fault> {
        if text.is_empty() && files.is_empty() {
            return Err(Fault::of(Code::NothingToSend));
        }
        if unfilled(text).is_some() {
            return Err(Fault::of(Code::BlankUnfilled));
        }
        let line = self.core.lines.of(row.account).ok_or_else(|| Fault::of(Code::SignInNeeded))?;
        let can = line.connector.capabilities(row.channel);
        let window = convert::window_of(&self.core, row, leaves);
        let as_caption = can.caption_with_attachment && !files.is_empty();
        let mut parts = Vec::new();
        if !text.is_empty() && !as_caption {
            fits(&Load::Text(text), &can, window, opted_out)?;
            parts.push(Part { content: Content::Text { body: Phi::from(text) }, file: None });
        }
        for (n, file) in files.iter().enumerate() {
            let caption = Some(text).filter(|text| as_caption && n == 0 && !text.is_empty());
            let load = Load::File {
                kind: file.kind,
                mime: file.mime.as_deref().unwrap_or_default(),
                size: file.size.unwrap_or(u64::MAX),
                caption,
            };
            fits(&load, &can, window, opted_out)?;
            parts.push(Part {
                content: Content::Media { caption: caption.map(Phi::from) },
                file: Some(file.id),
            });
        }
        Ok(parts)
    }

    /// What the same press of the same button did before.
    pub(super) fn sent_before(&self, press: &str) -> Result<Option<Sent>, Fault> {
        let Some(row) = self.core.read(|tx| tx.outbox_by_press(press))? else { return Ok(None) };
        Ok(Some(Sent { item: reading::timeline_item(&self.core, row.message)?, outbox: row.id.to_string() }))
    }

    /// Until when something written now can be taken back.
    pub(super) fn undo_until(&self) -> Timestamp {
        let seconds = i64::from(self.core.settings.get().undo_seconds);
        self.core.clock.now() + SignedDuration::from_secs(seconds)
    }

    /// Takes a message back into the draft, while it has not left.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is on its way.
    pub async fn outbox_undo(&self, outbox: &str) -> Result<DraftView, WireError> {
        let id: OutboxId = parsed(outbox)?;
        let me = self.core.staff().id;
        let undone = self.core.write(move |tx| into_draft(tx, id, me, None));
        let (draft, _) = undone.await.map_err(Fault::from)?;
        self.core.wake(Wake::Outbox);
        Ok(reading::draft_view(draft))
    }

    /// Tries a stopped message again.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is not stopped any more.
    pub async fn outbox_retry(&self, outbox: &str) -> Result<(), WireError> {
        self.decide(outbox, "outbox_retry", |tx, id| tx.retry(id)).await
    }

    /// A person decides to send a message again of which nobody knows whether it was sent.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is known meanwhile.
    pub async fn outbox_send_again(&self, outbox: &str) -> Result<(), WireError> {
        self.decide(outbox, "outbox_send_again", |tx, id| tx.retry(id)).await
    }

    /// A person says that a message did arrive.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is known meanwhile.
    pub async fn outbox_mark_sent(&self, outbox: &str) -> Result<(), WireError> {
        self.decide(outbox, "outbox_mark_sent", |tx, id| tx.settle_by_person(id)).await
    }

    /// Gives a message up: it leaves the timeline.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is on its way.
    pub async fn outbox_discard(&self, outbox: &str) -> Result<(), WireError> {
        let id: OutboxId = parsed(outbox)?;
        let by = self.core.staff().id;
        let discarded = self.core.write(move |tx| {
            let files = tx.discard(id)?;
            tx.audit("outbox_discard", Some(by), Some(id.uuid()), "")?;
            Ok(files)
        });
        for file in discarded.await.map_err(Fault::from)? {
            let _ = self.core.store.files().remove(file.name);
        }
        self.core.wake(Wake::Outbox);
        Ok(())
    }

    /// Looks for a message now of which nobody knows whether it was sent.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is known meanwhile.
    pub async fn outbox_check(&self, outbox: &str) -> Result<(), WireError> {
        let id: OutboxId = parsed(outbox)?;
        let now = self.core.clock.now();
        self.core.write(move |tx| tx.check_again(id, Some(now))).await.map_err(Fault::from)?;
        self.core.wake(Wake::Unclear);
        Ok(())
    }

    /// A person's decision about a message, written down with who decided.
    pub(crate) async fn decide(
        &self,
        outbox: &str,
        action: &'static str,
        how: impl FnOnce(&mut WriteTx<'_>, OutboxId) -> Result<(), StoreError> + Send + 'static,
    ) -> Result<(), WireError> {
        let id: OutboxId = parsed(outbox)?;
        let by = self.core.staff().id;
        let decided = self.core.write(move |tx| {
            how(tx, id)?;
            tx.audit(action, Some(by), Some(id.uuid()), "")
        });
        decided.await.map_err(Fault::from)?;
        self.core.wake(Wake::Outbox);
        Ok(())
    }
}

/// Takes a message back that has not left, into the draft of whoever wrote it; `later` is the time that it keeps there.
pub(crate) fn into_draft(
    tx: &mut WriteTx<'_>,
    id: OutboxId,
    me: StaffId,
    later: Option<Later>,
) -> Result<(DraftRow, Undone), StoreError> {
    let undone = tx.undo(id)?;
    let staff = undone.staff.unwrap_or(me);
    let mut words = tx.draft(undone.conversation, staff)?.words;
    // The words of a template are nobody's to edit.
    if !matches!(undone.content, Content::Template { .. }) {
        words.reply = joined(undone.words().reveal(), words.reply.reveal());
        words.quote = words.quote.or(undone.reply_to);
        words.later = later.or(words.later);
    }
    tx.save_draft(undone.conversation, staff, &words)?;
    // Another person's words go back to that person; what is shown is the dock of whoever sits here.
    Ok((tx.draft(undone.conversation, me)?, undone))
}

/// Words that come back, before what was typed meanwhile.
fn joined(back: &str, typed: &str) -> Phi<String> {
    match (back.is_empty(), typed.is_empty()) {
        (true, _) => Phi::from(typed),
        (_, true) => Phi::from(back),
        _ => Phi::new(format!("{back}\n{typed}")),
    }
}
