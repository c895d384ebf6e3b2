//! What staff decide about conversations: done, put aside, given to somebody, at the top, labelled.
//!
//! Holds: every decision can be taken back for as long as the program runs and the fifty newest are kept; taking it back
//! does not touch what anybody decided later. What was put aside comes back to the minute, also after the computer slept.
//! Refused: asking "are you sure"; a way back that is written to the disk (it would keep who did what to whom for ever).
//! On a crash: decisions are kept, the ways back are gone.

mod labels;
mod saved;
mod snoozes;

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use anteroom_model::ConversationId;
use anteroom_store::{Act, Trace};
use jiff::{SignedDuration, Timestamp};

pub(crate) use snoozes::Snoozes;

use crate::core::Wake;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{Code, TriageAct, TriageDone, WireError};

/// Decisions that can still be taken back.
const KEPT: usize = 50;
/// More conversations than any list shows at once.
const MOST: usize = 10_000;
/// Nobody puts anything aside for longer.
const LONGEST: SignedDuration = SignedDuration::from_hours(2 * 366 * 24);

/// The ways back from the newest decisions.
#[derive(Default)]
pub struct Decided(Mutex<State>);

#[derive(Default)]
struct State {
    number: u64,
    kept: VecDeque<(u64, Vec<Trace>)>,
}

impl Decided {
    fn keep(&self, traces: Vec<Trace>) -> String {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.number += 1;
        let number = state.number;
        state.kept.push_back((number, traces));
        if state.kept.len() > KEPT {
            state.kept.pop_front();
        }
        number.to_string()
    }

    fn find(&self, undo: &str) -> Option<Vec<Trace>> {
        let state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number: u64 = undo.parse().ok()?;
        state.kept.iter().find(|(n, _)| *n == number).map(|(_, traces)| traces.clone())
    }

    fn drop(&self, undo: &str) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.kept.retain(|(n, _)| n.to_string() != undo);
    }
}

impl Desk {
    /// Decides something about conversations, all in one.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] for a time that has passed or is years away; [`Code::NotFound`] for a conversation, person or
    /// label that is not there.
    pub async fn triage(&self, conversations: &[String], act: TriageAct) -> Result<TriageDone, WireError> {
        Ok(self.decide_about(conversations, act).await?)
    }

    async fn decide_about(&self, conversations: &[String], act: TriageAct) -> Result<TriageDone, Fault> {
        if conversations.is_empty() || conversations.len() > MOST {
            return Err(Fault::invalid("conversations"));
        }
        let ids: Vec<ConversationId> = conversations.iter().map(|id| parsed(id)).collect::<Result<_, _>>()?;
        let act = understood(act, self.core.clock.now())?;
        let traces = self.core.write(move |tx| tx.triage(&ids, act)).await?;
        if matches!(act, Act::Snooze(_)) {
            self.core.wake(Wake::Snoozed);
        }
        let changed = u32::try_from(traces.len()).unwrap_or(u32::MAX);
        let undo = (changed > 0).then(|| self.core.decided.keep(traces));
        Ok(TriageDone { changed, undo })
    }

    /// Takes a decision back; how many conversations are again as they were.
    ///
    /// # Errors
    /// [`Code::Stale`] when it is too long ago or was taken back already.
    pub async fn triage_undo(&self, undo: &str) -> Result<u32, WireError> {
        let traces = self.core.decided.find(undo).ok_or_else(|| WireError::of(Code::Stale))?;
        let back = self.core.write(move |tx| tx.undo_triage(&traces)).await.map_err(Fault::from)?;
        // Only now: while the disk is full the way back stays open.
        self.core.decided.drop(undo);
        self.core.wake(Wake::Snoozed);
        Ok(back)
    }
}

fn understood(act: TriageAct, now: Timestamp) -> Result<Act, Fault> {
    Ok(match act {
        TriageAct::Done => Act::Done,
        TriageAct::Reopen => Act::Reopen,
        TriageAct::Wake => Act::Wake,
        TriageAct::Unopened => Act::Unopened,
        TriageAct::Snooze { until: None } => Act::Snooze(None),
        TriageAct::Snooze { until: Some(until) } => {
            let at = Timestamp::from_millisecond(until.0).map_err(|_| Fault::invalid("until"))?;
            let ahead = at.duration_since(now);
            if !ahead.is_positive() || ahead > LONGEST {
                return Err(Fault::invalid("until"));
            }
            Act::Snooze(Some(at))
        }
        TriageAct::Assign { to } => Act::Assign(to.as_deref().map(parsed).transpose()?),
        TriageAct::Pin { on } => Act::Pin(on),
        TriageAct::Mute { on } => Act::Mute(on),
        TriageAct::Spam { on } => Act::Spam(on),
        TriageAct::Label { label, on } => Act::Label(parsed(&label)?, on),
    })
}
