//! Replies that wait for a time: chosen, moved, sent at once, taken back.
//!
//! Holds: a time is only taken while the channel's rules would let the message leave then, as far as anybody can tell;
//! whether they do is asked again when it leaves. Taking back loses nothing: the words, the files and the time are in the
//! draft, and the answer has all that is needed to schedule the same again.
//! On a crash: what was taken back stands in the draft with its time.

use anteroom_model::{ConversationId, OutboxId, Phi};
use anteroom_store::{Conflict, Later, StoreError};
use jiff::{SignedDuration, Timestamp};

use crate::convert;
use crate::core::Wake;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::outbox::{into_draft, may_leave};
use crate::patients::parsed;
use crate::reading;
use crate::views::{Code, SendLater, TakenBack, TakenTemplate, UtcMillis, WindowView, WireError};

/// Nobody plans further ahead; a slip of the finger does.
const FURTHEST: SignedDuration = SignedDuration::from_hours(2 * 366 * 24);

impl Desk {
    /// Where a conversation will stand in its reply window at a time, if nobody writes until then.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub fn window_at(&self, conversation: &str, at: UtcMillis) -> Result<WindowView, WireError> {
        let id: ConversationId = parsed(conversation)?;
        let row =
            self.core.read(|tx| tx.conversation(id)).map_err(Fault::from)?.ok_or_else(Fault::not_found)?;
        let at = moment(at)?;
        Ok(convert::window_view(row.channel, convert::window_of(&self.core, &row, at)))
    }

    /// Chooses another time for a message that waits for its time, or that stopped.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is on its way; what the channel's rules say of the new time.
    pub async fn outbox_reschedule(&self, outbox: &str, later: SendLater) -> Result<(), WireError> {
        let later = self.may_wait(outbox, later)?;
        self.decide(outbox, "outbox_reschedule", move |tx, id| tx.reschedule(id, later)).await
    }

    fn may_wait(&self, outbox: &str, later: SendLater) -> Result<Later, Fault> {
        let id: OutboxId = parsed(outbox)?;
        let later = self.chosen(later)?;
        let row = self.core.read(|tx| tx.outbox(id))?.ok_or_else(Fault::not_found)?;
        let line = self.core.lines.of(row.account).ok_or_else(|| Fault::of(Code::SignInNeeded))?;
        may_leave(&self.core, &line, &row, later.at)?;
        Ok(later)
    }

    /// Sends a message now that waits for its time.
    ///
    /// # Errors
    /// [`Code::Stale`] when it does not wait any more.
    pub async fn outbox_send_now(&self, outbox: &str) -> Result<(), WireError> {
        self.decide(outbox, "outbox_send_now", |tx, id| tx.send_now(id)).await
    }

    /// Takes a message back that waits for its time: into the draft, or, if it is a template, away.
    ///
    /// # Errors
    /// [`Code::Stale`] when it does not wait any more.
    pub async fn outbox_take_back(&self, outbox: &str) -> Result<TakenBack, WireError> {
        Ok(self.take_back(outbox).await?)
    }

    async fn take_back(&self, outbox: &str) -> Result<TakenBack, Fault> {
        let id: OutboxId = parsed(outbox)?;
        let me = self.core.staff().id;
        let taken = self.core.write(move |tx| {
            let row = tx.outbox(id)?.ok_or(StoreError::NotFound)?;
            let later = row.scheduled.ok_or(StoreError::Conflict(Conflict::OutboxState))?;
            let (draft, undone) = into_draft(tx, id, me, Some(later))?;
            tx.audit("outbox_take_back", Some(me), Some(id.uuid()), "")?;
            Ok((row.template, later, draft, undone))
        });
        let (template, later, draft, undone) = taken.await?;
        self.core.wake(Wake::Outbox);
        let open = |values: Vec<(String, Phi<String>)>| {
            values.into_iter().map(|(name, value)| (name, value.into_inner())).collect()
        };
        Ok(TakenBack {
            draft: reading::draft_view(draft),
            text: undone.words().into_inner(),
            files: undone.files.iter().map(ToString::to_string).collect(),
            quote: undone.reply_to.map(|id| id.to_string()),
            template: template
                .map(|kept| TakenTemplate { template: kept.template_id, values: open(kept.values) }),
            later: SendLater { at: later.at.into(), unless_they_write: later.unless_they_write },
        })
    }

    /// A time that somebody chose for a message; it must lie ahead.
    pub(crate) fn chosen(&self, later: SendLater) -> Result<Later, Fault> {
        let (at, now) = (moment(later.at)?, self.core.clock.now());
        if at <= now || at.duration_since(now) > FURTHEST {
            return Err(Fault::invalid("time"));
        }
        Ok(Later { at, unless_they_write: later.unless_they_write })
    }
}

pub(crate) fn moment(at: UtcMillis) -> Result<Timestamp, Fault> {
    Timestamp::from_millisecond(at.0).map_err(|_| Fault::invalid("time"))
}
