//! Whether what a rule wrote is still wanted when it leaves: minutes may have passed, or a night without a network.

use anteroom_model::{ChannelKind, HoldReason, Rule, later};
use anteroom_store::{ConversationRow, OutboxRow, ReadTx, StoreError};
use jiff::SignedDuration;

use super::RuleWhen;
use super::rules::is_quiet;
use crate::core::Core;

/// What has waited for longer would puzzle whoever gets it.
const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

/// The conversation that a rule's message answers: the one it stands in, or the one in which the call was missed.
pub(crate) fn answered(
    tx: &ReadTx<'_>,
    rule: Rule,
    conversation: &ConversationRow,
) -> Result<ConversationRow, StoreError> {
    if rule != Rule::MissedCall {
        return Ok(conversation.clone());
    }
    let caller = tx.identity_by_handle(conversation.account, ChannelKind::Phone, &conversation.handle)?;
    let calls = match caller {
        Some(caller) => tx.conversations_of(caller.id)?,
        None => Vec::new(),
    };
    let call = calls.into_iter().find(|one| one.own_address == conversation.own_address);
    Ok(call.unwrap_or_else(|| conversation.clone()))
}

/// Why a rule's message is not to leave any more; `None` if it is. `answers` is the conversation it answers.
pub(crate) fn still_wanted(
    core: &Core,
    rule: Rule,
    row: &OutboxRow,
    answers: &ConversationRow,
    stopped: bool,
) -> Option<HoldReason> {
    let (now, automatic) = (core.clock.now(), core.automatic.get());
    let open = core.hours.get().is_open(&core.zone, now);
    if stopped || !automatic.of(rule).on || is_quiet(answers) {
        return Some(HoldReason::RuleOff);
    }
    if now > later(row.created_at, PATIENCE) {
        return Some(HoldReason::TooLate);
    }
    match rule {
        Rule::OutsideHours if open => Some(HoldReason::PracticeOpen),
        // Its words may say that we are closed. Said a minute after closing, "while open" is still true of the call.
        Rule::MissedCall if open && automatic.missed_when == RuleWhen::WhileClosed => {
            Some(HoldReason::PracticeOpen)
        }
        _ if answers.waiting_since().is_none() => Some(HoldReason::Answered),
        _ => None,
    }
}
