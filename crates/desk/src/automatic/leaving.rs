//! Whether what a rule wrote is still wanted when it leaves: minutes may have passed, or a night without a network.

use anteroom_model::{HoldReason, Rule, later};
use anteroom_store::{ConversationRow, OutboxRow};
use jiff::SignedDuration;

use crate::core::Core;

/// What has waited for longer would puzzle whoever gets it.
const PATIENCE: SignedDuration = SignedDuration::from_mins(30);

/// Why a rule's message is not to leave any more; `None` if it is.
pub(crate) fn still_wanted(
    core: &Core,
    rule: Rule,
    row: &OutboxRow,
    conversation: &ConversationRow,
    stopped: bool,
) -> Option<HoldReason> {
    let (now, automatic) = (core.clock.now(), core.automatic.get());
    let open = core.hours.get().is_open(&core.zone, now);
    if stopped || !automatic.of(rule).on {
        return Some(HoldReason::RuleOff);
    }
    if now > later(row.created_at, PATIENCE) {
        return Some(HoldReason::TooLate);
    }
    match rule {
        Rule::OutsideHours if open => Some(HoldReason::PracticeOpen),
        Rule::OutsideHours if conversation.waiting_since().is_none() => Some(HoldReason::Answered),
        Rule::MissedCall if !automatic.missed_when.is_now(open) => Some(HoldReason::RuleOff),
        _ => None,
    }
}
