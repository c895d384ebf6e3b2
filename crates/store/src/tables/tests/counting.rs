//! The kept summaries and counters equal what a fresh look at every row says, after anything that can happen.

use std::collections::BTreeMap;

use anteroom_model::{
    CallDirection, CallOutcome, ChannelKind, Clock, ConversationId, DeliveryStatus, FailureKind, OutboxId,
    OutboxState, ParkReason, StatusUpdate, Unsend,
};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::happenings::{Act, acts, call};
use crate::fixture::{Clinic, minutes};
use crate::{Act as Decide, ConversationRow, Filter, ItemRow, Later, Owner, Position, Queue, Result, Sent};

/// A conversation as a patient person with a notebook would keep it: what happened, in the order in which it reached
/// this desk, and nothing kept that could be looked up.
#[derive(Default)]
struct Notebook {
    /// The patient asked: when it reached us, when it was written.
    asked: Vec<(usize, Timestamp)>,
    /// The practice answered elsewhere, or people talked: when that was.
    elsewhere: Vec<Timestamp>,
    /// This desk wrote: when it was written, and what.
    sent: Vec<(usize, Timestamp, Sent)>,
    /// Waits until then, if it is in the queue at all: nothing was tried since a person chose the time.
    waits: BTreeMap<OutboxId, Timestamp>,
    opened: Option<usize>,
    /// Marked done, each time.
    done: Vec<usize>,
    /// Put aside: until then, or until they write.
    aside: Option<Option<Timestamp>>,
    /// Came back, or was marked as not opened, while perhaps nobody waited.
    back: Option<(usize, Timestamp)>,
    flagged: bool,
    spam: bool,
    taken: bool,
}

/// What the list should say.
#[derive(Debug, PartialEq, Eq)]
struct Expected {
    waiting_since: Option<Timestamp>,
    unopened: bool,
    not_sent: u32,
    unclear: u32,
    queued: u32,
    /// When the first leaves of those that wait for their time.
    scheduled: Option<Timestamp>,
    /// Something certainly did not leave or arrive, so there is a reason to give.
    stuck: bool,
}

impl Notebook {
    /// The time for which a message waits, if it does.
    fn time_of(&self, id: OutboxId, state: OutboxState) -> Option<Timestamp> {
        self.waits.get(&id).copied().filter(|_| state == OutboxState::Queued)
    }

    fn expected(&self, clinic: &Clinic) -> Expected {
        let rows: Vec<_> = self
            .sent
            .iter()
            .map(|(step, at, sent)| {
                let message = clinic.read(|tx| tx.message(sent.message)).unwrap();
                let state = message.outbox.unwrap().state;
                (*step, *at, self.time_of(sent.outbox, state), state, message.status)
            })
            .collect();
        let scheduled = rows.iter().filter_map(|(_, _, waits, ..)| *waits);
        let failed = |status| status == Some(DeliveryStatus::Failed);
        let answered = rows
            .iter()
            .filter(|(.., state, status)| match state {
                OutboxState::Queued | OutboxState::Sending | OutboxState::Accepted => !failed(*status),
                _ => false,
            })
            .map(|(step, ..)| *step)
            .max();
        let done = self.done.last().copied();
        let settled = answered.max(done);
        let elsewhere = self.elsewhere.iter().copied().max();
        let after = |step: usize| settled.is_none_or(|settled| step > settled);
        let since = |at: Timestamp| elsewhere.is_none_or(|elsewhere| at > elsewhere);
        let question =
            self.asked.iter().filter(|(step, at)| after(*step) && since(*at)).map(|(_, at)| *at).min();
        let back = self.back.filter(|(step, at)| after(*step) && since(*at)).map(|(_, at)| at);
        let waiting_since = question.or(back).filter(|_| self.aside.is_none() && !self.spam);
        let unread = self.asked.iter().any(|(step, _)| self.opened.max(done).is_none_or(|seen| *step > seen));
        let not_sent = rows
            .iter()
            .filter(|(step, at, _, state, status)| match state {
                OutboxState::Parked | OutboxState::Unknown => true,
                OutboxState::Accepted => failed(*status) && after(*step) && since(*at),
                _ => false,
            })
            .count();
        let stand =
            |states: &[OutboxState]| rows.iter().filter(|(.., state, _)| states.contains(state)).count();
        let unclear = stand(&[OutboxState::Unknown]);
        Expected {
            waiting_since,
            unopened: waiting_since.is_some() && (unread || self.flagged),
            not_sent: u32::try_from(not_sent).unwrap(),
            unclear: u32::try_from(unclear).unwrap(),
            queued: u32::try_from(
                stand(&[OutboxState::Queued, OutboxState::Sending]) - scheduled.clone().count(),
            )
            .unwrap(),
            scheduled: scheduled.min(),
            stuck: not_sent > unclear,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn kept_counts_equal_fresh_counts(acts in acts()) {
        let clinic = Clinic::new();
        let account = clinic.account;
        let with = [clinic.with("9001"), clinic.with("9002"), clinic.with("9003")];
        let mut notebooks = [Notebook::default(), Notebook::default(), Notebook::default()];
        let mut sends: Vec<OutboxId> = Vec::new();
        for (step, act) in acts.into_iter().enumerate() {
            let now = Clock::now(&clinic.clock);
            let pick = |n: u8| sends.get(usize::from(n)).copied();
            let id = format!("m{step}");
            // Acts that do not fit are refused and must change nothing.
            let done: Option<Result<()>> = match act {
                Act::Writes(c, late) => {
                    let c = usize::from(c);
                    clinic.patient_writes(with[c], &id, now - minutes(late), &id);
                    notebooks[c].asked.push((step, now - minutes(late)));
                    notebooks[c].aside = None;
                    None
                }
                Act::Elsewhere(c, late) => {
                    // Half a minute off, so that nothing is written in the same instant as something else.
                    let (c, at) = (usize::from(c), now - minutes(late) - SignedDuration::from_secs(30));
                    clinic.answered_elsewhere(with[c], &id, at, &id);
                    notebooks[c].elsewhere.push(at);
                    None
                }
                Act::Sends(c) => {
                    let c = usize::from(c);
                    let sent = clinic.ana_sends(with[c], &id, &id);
                    sends.push(sent.outbox);
                    notebooks[c].sent.push((step, now, sent));
                    None
                }
                Act::Schedules(c, n, unless_they_write) => {
                    let c = usize::from(c);
                    let at = now + minutes(n);
                    let mut new = clinic.reply(with[c], &id, &id);
                    new.later = Some(Later { at, unless_they_write });
                    let sent = clinic.write(move |tx| tx.send(&new));
                    sends.push(sent.outbox);
                    notebooks[c].sent.push((step, now, sent));
                    notebooks[c].waits.insert(sent.outbox, at);
                    None
                }
                Act::Reschedules(n, in_, unless_they_write) => pick(n).map(|row| {
                    let later = Later { at: now + minutes(in_), unless_they_write };
                    clinic.store.write_blocking(move |tx| tx.reschedule(row, later))
                }),
                Act::SendsNow(n) => pick(n).map(|row| clinic.store.write_blocking(move |tx| tx.send_now(row))),
                Act::Holds(n) => pick(n).map(|row| clinic.store.write_blocking(move |tx| tx.hold_scheduled(row).map(drop))),
                Act::Rings(c, how) => {
                    // Between the instants in which people write here and elsewhere, and no two calls in the same one.
                    let at = now - SignedDuration::from_secs(15) + SignedDuration::from_millis(step as i64);
                    let (c, call) = (usize::from(c), call(&id, at, how));
                    let inbound = call.direction == CallDirection::Inbound;
                    match call.outcome {
                        CallOutcome::Answered => notebooks[c].elsewhere.push(at),
                        outcome if inbound && outcome.is_over() => {
                            notebooks[c].asked.push((step, at));
                            notebooks[c].aside = None;
                        }
                        _ => {}
                    }
                    let to = with[c];
                    clinic.write(move |tx| tx.upsert_call(account, to, &call));
                    None
                }
                Act::Claim(n) => pick(n).map(|row| clinic.store.write_blocking(move |tx| tx.claim(row, now).map(drop))),
                Act::Accept(n) => pick(n).map(|row| clinic.store.write_blocking(move |tx| tx.settle_accepted(row, &format!("mid.{n}")))),
                Act::Park(n) => pick(n).map(|row| clinic.store.write_blocking(move |tx| tx.park(row, ParkReason::GaveUp(FailureKind::ProviderDown), None).map(drop))),
                Act::Unknown(n) => pick(n).map(|row| clinic.store.write_blocking(move |tx| tx.settle_unknown(row, now).map(drop))),
                Act::Retry(n) => pick(n).map(|row| clinic.store.write_blocking(move |tx| tx.retry(row))),
                Act::Discard(n) => pick(n).map(|row| clinic.store.write_blocking(move |tx| tx.discard(row).map(drop))),
                Act::Undo(n) => pick(n).map(|row| clinic.store.write_blocking(move |tx| tx.undo(row).map(drop))),
                Act::FailsLater(n) => {
                    let update = StatusUpdate { provider_id: format!("mid.{n}"), status: DeliveryStatus::Failed, at: now, code: None, is_last: true };
                    clinic.write(move |tx| tx.apply_status(account, &update));
                    None
                }
                Act::TakesBack(n) => {
                    let unsend = Unsend { target: format!("m{n}"), at: None };
                    clinic.write(move |tx| tx.take_back(account, &unsend));
                    None
                }
                Act::Opens(c) => {
                    let to = with[usize::from(c)];
                    clinic.write(move |tx| tx.mark_opened(to));
                    let notebook = &mut notebooks[usize::from(c)];
                    (notebook.opened, notebook.flagged) = (Some(step), false);
                    None
                }
                Act::Done(c) => {
                    decide(&clinic, with[usize::from(c)], Decide::Done)?;
                    let notebook = &mut notebooks[usize::from(c)];
                    notebook.done.push(step);
                    notebook.opened = Some(step);
                    (notebook.aside, notebook.back, notebook.flagged) = (None, None, false);
                    None
                }
                Act::Reopen(c) => {
                    decide(&clinic, with[usize::from(c)], Decide::Reopen)?;
                    // Whatever was said to be done since the last question was not; what was done before stays done.
                    let notebook = &mut notebooks[usize::from(c)];
                    let asked = notebook.asked.iter().map(|(step, _)| *step).max();
                    notebook.done.retain(|done| asked.is_some_and(|asked| *done < asked));
                    None
                }
                Act::Snooze(c, n) => {
                    let until = (n > 0).then(|| now + minutes(n));
                    decide(&clinic, with[usize::from(c)], Decide::Snooze(until))?;
                    let notebook = &mut notebooks[usize::from(c)];
                    (notebook.aside, notebook.opened) = (Some(until), Some(step));
                    (notebook.back, notebook.flagged) = (None, false);
                    None
                }
                Act::Unopened(c) => {
                    decide(&clinic, with[usize::from(c)], Decide::Unopened)?;
                    let notebook = &mut notebooks[usize::from(c)];
                    (notebook.aside, notebook.back, notebook.flagged) = (None, Some((step, now)), true);
                    None
                }
                Act::Spam(c, on) => {
                    decide(&clinic, with[usize::from(c)], Decide::Spam(on))?;
                    let notebook = &mut notebooks[usize::from(c)];
                    notebook.spam = on;
                    if on {
                        (notebook.aside, notebook.back) = (None, None);
                    }
                    None
                }
                Act::Takes(c, on) => {
                    decide(&clinic, with[usize::from(c)], Decide::Assign(on.then_some(clinic.ana)))?;
                    notebooks[usize::from(c)].taken = on;
                    None
                }
                Act::Note(c) => {
                    let (to, ana) = (with[usize::from(c)], clinic.ana);
                    clinic.write(move |tx| tx.add_note(to, ana, &"a note".into()));
                    None
                }
                Act::Wait => {
                    clinic.clock.advance(minutes(7));
                    let now = Clock::now(&clinic.clock);
                    clinic.write(|tx| tx.wake_due());
                    for notebook in &mut notebooks {
                        if notebook.aside.flatten().is_some_and(|until| until <= now) {
                            (notebook.aside, notebook.back) = (None, Some((step, now)));
                        }
                    }
                    None
                }
            };
            if let (Some(Ok(())), Some(row)) = (done, act.row().and_then(|n| sends.get(usize::from(n)).copied())) {
                let of = notebooks.iter_mut().find(|one| one.sent.iter().any(|(.., sent)| sent.outbox == row));
                let waits = &mut of.expect("whose it is").waits;
                match act {
                    Act::Reschedules(_, n, _) => _ = waits.insert(row, now + minutes(n)),
                    Act::Claim(_) | Act::SendsNow(_) | Act::Retry(_) => _ = waits.remove(&row),
                    _ => {}
                }
            }
            check(&clinic, &with, &notebooks)?;
        }
    }
}

const QUEUES: [Queue; 9] = [
    Queue::Waiting,
    Queue::Pinned,
    Queue::NotSent,
    Queue::Answered,
    Queue::Snoozed,
    Queue::Scheduled,
    Queue::Done,
    Queue::Spam,
    Queue::All,
];

/// Decides something, takes it back, sees that nothing is left of it, and decides again.
fn decide(clinic: &Clinic, to: ConversationId, act: Decide) -> std::result::Result<(), TestCaseError> {
    let before = clinic.row(to);
    let traces = clinic.write(move |tx| tx.triage(&[to], act));
    clinic.write(move |tx| tx.undo_triage(&traces));
    prop_assert_eq!(&clinic.row(to), &before, "{:?} leaves nothing behind when it is taken back", act);
    clinic.write(move |tx| tx.triage(&[to], act));
    Ok(())
}

fn check(
    clinic: &Clinic,
    with: &[ConversationId; 3],
    notebooks: &[Notebook; 3],
) -> std::result::Result<(), TestCaseError> {
    let rows: Vec<_> = with.iter().map(|id| clinic.row(*id)).collect();
    for (row, notebook) in rows.iter().zip(notebooks) {
        let kept = Expected {
            waiting_since: row.waiting_since(),
            unopened: row.unopened,
            not_sent: row.not_sent,
            unclear: row.unclear,
            queued: row.queued,
            scheduled: row.scheduled.map(Position::at),
            stuck: row.stuck.is_some(),
        };
        prop_assert_eq!(kept, notebook.expected(clinic));
        let newest = clinic.read(|tx| tx.timeline(row.id, None, 1)).items.last().map(ItemRow::position);
        prop_assert_eq!(row.last, newest);
        prop_assert!(!(row.done && row.waiting.is_some()), "done and waiting");
        prop_assert_eq!(row.snoozed.is_some(), notebook.aside.is_some());
        prop_assert_eq!(row.holder.is_some(), notebook.taken);
        for queue in QUEUES {
            let page = clinic.read(|tx| tx.inbox(queue, None, None, 10));
            prop_assert_eq!(page.rows.iter().any(|other| other.id == row.id), queue.has(row), "{:?}", queue);
            for owner in [Owner::Nobody, Owner::Staff(clinic.ana)] {
                let filter = Filter { owner, ..Filter::default() };
                let page = clinic.read(|tx| tx.inbox(queue, filter, None, 10));
                let has = queue.has(row) && notebook.taken == (owner != Owner::Nobody);
                prop_assert_eq!(
                    page.rows.iter().any(|other| other.id == row.id),
                    has,
                    "{:?} {:?}",
                    queue,
                    owner
                );
                let n = clinic.read(|tx| tx.inbox_count(queue, &filter, 10, 10));
                prop_assert_eq!(n, (u32::try_from(page.rows.len()).unwrap(), false));
                let (few, more) = clinic.read(|tx| tx.inbox_count(queue, &filter, 10, 1));
                prop_assert!(few <= n.0 && (few == n.0 || more), "{:?} {:?}", queue, owner);
            }
        }
    }
    let counts = clinic.read(|tx| tx.inbox_counts(Some(ChannelKind::Instagram), Some(clinic.ana)));
    let waiting = |taken| {
        rows.iter().zip(notebooks).filter(|(row, of)| row.waiting.is_some() && of.taken == taken).count()
    };
    prop_assert_eq!((counts.mine as usize, counts.nobodys as usize), (waiting(true), waiting(false)));
    prop_assert_eq!(
        counts.scheduled as usize,
        rows.iter().zip(notebooks).filter(|(_, of)| of.expected(clinic).scheduled.is_some()).count()
    );
    prop_assert_eq!(counts.snoozed as usize, notebooks.iter().filter(|of| of.aside.is_some()).count());
    let count = |f: fn(&ConversationRow) -> u32| rows.iter().map(f).sum::<u32>();
    prop_assert_eq!(counts.waiting, count(|row| u32::from(row.waiting.is_some())));
    prop_assert_eq!(counts.unopened, count(|row| u32::from(row.unopened)));
    prop_assert_eq!(counts.not_sent, count(|row| row.not_sent));
    prop_assert_eq!(counts.unclear, count(|row| row.unclear));
    prop_assert_eq!(counts.longest_since, rows.iter().filter_map(ConversationRow::waiting_since).min());
    Ok(())
}
