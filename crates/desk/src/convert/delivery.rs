//! How far a message of ours got, in one honest word.

use std::collections::{BTreeSet, HashMap};

use anteroom_model::{
    AccountState, DeliveryStatus, FailureKind, OutboxId, OutboxState, ProviderCode, Rule, StaffId,
};
use anteroom_store::{ConversationRow, ItemRow, Later, MessageRow, OutboxRow, OutboxWhy, StaffRow};
use jiff::{SignedDuration, Timestamp};

use super::{failure_view, park_view};
use crate::core::Core;
use crate::views::{Code, Delivery, DeliveryState, FailureView, Freshness, QueuedFor, StuckView, UtcMillis};

/// What a message's state depends on besides the message.
pub struct Around<'a> {
    now: Timestamp,
    staff: &'a [StaffRow],
    me: StaffId,
    /// The oldest message of the conversation that is still owed: the others wait for it.
    first_owed: Option<OutboxId>,
    account: Option<AccountState>,
    offline: bool,
    receipt_expected: Option<SignedDuration>,
    explain: HashMap<ProviderCode, FailureKind>,
    /// Rules that were told not to write to this patient.
    stopped: Vec<Rule>,
}

impl<'a> Around<'a> {
    /// Looks around a conversation; `items` are those that will be shown.
    pub fn of(core: &Core, row: &ConversationRow, staff: &'a [StaffRow], items: &[ItemRow]) -> Self {
        let now = core.clock.now();
        let line = core.lines.of(row.account);
        let owed = messages(items).filter_map(|message| message.outbox.as_ref()).filter(|outbox| {
            matches!(outbox.state, OutboxState::Queued | OutboxState::Sending | OutboxState::Unknown)
        });
        // What waits for its time lets the others pass.
        let owed = owed.filter(|outbox| !waits(outbox, now));
        let first_owed = owed.min_by_key(|outbox| (outbox.created_at, outbox.id)).map(|outbox| outbox.id);
        let can = line.as_ref().map(|line| line.connector.capabilities(row.channel));
        let fresh = core.health.of(row.account, row.channel, now);
        let codes = messages(items).filter_map(|message| message.code);
        let explain = line
            .as_ref()
            .map(|line| codes.map(|code| (code, line.connector.failure_of(code))).collect())
            .unwrap_or_default();
        let by_rules: BTreeSet<Rule> = messages(items).filter_map(|message| message.rule).collect();
        let is_stopped = |rule: &Rule| core.read(|tx| tx.rule_stopped(row.identity, *rule)).unwrap_or(false);
        let stopped = by_rules.into_iter().filter(is_stopped).collect();
        Self {
            now,
            staff,
            me: core.staff().id,
            first_owed,
            account: line.map(|line| line.state()),
            offline: matches!(fresh, Freshness::Behind { why: Code::Offline, .. }),
            receipt_expected: can
                .and_then(|can| can.receipt_expected_seconds)
                .map(|seconds| SignedDuration::from_secs(i64::from(seconds))),
            explain,
            stopped,
        }
    }

    /// A person who works or worked here.
    pub fn person(&self, id: Option<StaffId>) -> Option<&StaffRow> {
        self.staff.iter().find(|staff| Some(staff.id) == id)
    }

    /// Whether a rule was told not to write to this patient.
    pub fn is_stopped(&self, rule: Rule) -> bool {
        self.stopped.contains(&rule)
    }

    /// Who sits at the desk.
    pub const fn me(&self) -> StaffId {
        self.me
    }

    /// A person's name.
    pub fn staff_name(&self, id: Option<StaffId>) -> Option<String> {
        self.person(id).map(|staff| staff.name.clone())
    }
}

fn messages(items: &[ItemRow]) -> impl Iterator<Item = &MessageRow> {
    items.iter().filter_map(|item| match item {
        ItemRow::Message(message) => Some(message.as_ref()),
        ItemRow::Call(_) | ItemRow::Note(_) => None,
    })
}

/// How far a message of ours got; `None` when nothing is known (an echo without a status).
pub fn delivery(row: &MessageRow, around: &Around<'_>) -> Option<Delivery> {
    let state = match &row.outbox {
        // What a rule wrote is given up without a person; that it was not sent, and why, is still to be seen.
        Some(outbox) if outbox.state == OutboxState::Discarded && row.rule.is_some() => given_up(outbox),
        Some(outbox) if outbox.state != OutboxState::Accepted => owed(outbox, around)?,
        _ => sent(row, around)?,
    };
    Some(Delivery { outbox: row.outbox.as_ref().map(|outbox| outbox.id.to_string()), state })
}

fn owed(outbox: &OutboxRow, around: &Around<'_>) -> Option<DeliveryState> {
    Some(match outbox.state {
        OutboxState::Queued if waits(outbox, around.now) => {
            let Later { at, unless_they_write } = outbox.scheduled?;
            DeliveryState::Scheduled { at: at.into(), unless_they_write }
        }
        OutboxState::Queued if around.now < outbox.undo_until => {
            DeliveryState::Leaving { until: outbox.undo_until.into() }
        }
        OutboxState::Queued => queued(outbox, around),
        OutboxState::Sending => DeliveryState::Sending,
        OutboxState::Unknown => DeliveryState::Unknown {
            since: outbox.attempted_at.unwrap_or(outbox.changed_at).into(),
            checking: outbox.check_at.is_some(),
        },
        OutboxState::Parked => given_up(outbox),
        OutboxState::Accepted | OutboxState::Discarded => return None,
    })
}

/// Its chosen time has not come.
fn waits(outbox: &OutboxRow, now: Timestamp) -> bool {
    outbox.state == OutboxState::Queued && outbox.scheduled.is_some_and(|later| later.at > now)
}

fn given_up(outbox: &OutboxRow) -> DeliveryState {
    let at = UtcMillis::from(outbox.changed_at);
    match parked(outbox.why) {
        StuckView::HeldBack { why } => {
            DeliveryState::HeldBack { why, at, due: outbox.scheduled.map(|later| later.at.into()) }
        }
        StuckView::Failed { why } => DeliveryState::Failed { why, code: outbox.code.map(written), at },
    }
}

pub(super) fn parked(why: Option<OutboxWhy>) -> StuckView {
    match why {
        Some(OutboxWhy::Parked(reason)) => park_view(reason),
        Some(OutboxWhy::Delayed(_)) | None => StuckView::Failed { why: FailureView::Refused },
    }
}

fn queued(outbox: &OutboxRow, around: &Around<'_>) -> DeliveryState {
    let retry_at = (outbox.not_before > around.now).then(|| UtcMillis::from(outbox.not_before));
    let waits_for = match waits_for(outbox.why, around) {
        QueuedFor::SignIn => QueuedFor::SignIn,
        _ if around.first_owed.is_some_and(|first| first != outbox.id) => QueuedFor::Earlier,
        other => other,
    };
    DeliveryState::Queued { retry_at, waits_for }
}

/// For what something waits that has not left, but for its turn.
pub(super) fn waits_for(why: Option<OutboxWhy>, around: &Around<'_>) -> QueuedFor {
    let delayed = match why {
        Some(OutboxWhy::Delayed(why)) => Some(why),
        _ => None,
    };
    if around.account == Some(AccountState::NeedsSignIn) {
        QueuedFor::SignIn
    } else if delayed == Some(FailureKind::Offline) || around.offline {
        QueuedFor::Network
    } else if delayed.is_some() {
        QueuedFor::Provider
    } else {
        QueuedFor::Turn
    }
}

fn sent(row: &MessageRow, around: &Around<'_>) -> Option<DeliveryState> {
    let at = row.status_at.unwrap_or_else(|| row.position.at());
    Some(match row.status? {
        DeliveryStatus::Accepted | DeliveryStatus::Sent => DeliveryState::Accepted {
            at: at.into(),
            receipt_overdue: around
                .receipt_expected
                .is_some_and(|expected| around.now.duration_since(row.sent_at.unwrap_or(at)) > expected),
        },
        DeliveryStatus::Delivered => DeliveryState::Delivered { at: at.into() },
        DeliveryStatus::Read => DeliveryState::Read { at: at.into() },
        DeliveryStatus::Failed => DeliveryState::Failed {
            why: row
                .code
                .and_then(|code| around.explain.get(&code))
                .map_or(FailureView::Refused, |kind| failure_view(*kind)),
            code: row.code.map(written),
            at: at.into(),
        },
        // Ours have an outbox row that says more; an echo cannot be in these.
        DeliveryStatus::Queued | DeliveryStatus::Sending | DeliveryStatus::Unknown => return None,
    })
}

/// `63016`, `10/2534022`.
fn written(code: ProviderCode) -> String {
    match code.subcode {
        Some(subcode) => format!("{}/{subcode}", code.code),
        None => code.code.to_string(),
    }
}
