//! The laws of sending, under whatever happens in whatever order.

use anteroom_model::{FailureKind, OutboxId, OutboxState, ParkReason};
use proptest::prelude::*;

use super::outbox::claim;
use crate::fixture::{Clinic, echo, minutes};
use crate::{ItemRow, Result};

/// Things that can happen to sends, in any order.
#[derive(Clone, Copy, Debug)]
enum Act {
    Send(u8),
    Press(u8),
    Claim(u8),
    Accept(u8),
    Requeue(u8),
    Park(u8),
    Unknown(u8),
    Retry(u8),
    Undo(u8),
    Discard(u8),
    Echo(u8),
    Vouch(u8),
    Crash,
    Wait,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let n = 0u8..6;
    let act = prop_oneof![
        3 => (0u8..2).prop_map(Act::Send),
        1 => n.clone().prop_map(Act::Press),
        4 => n.clone().prop_map(Act::Claim),
        2 => n.clone().prop_map(Act::Accept),
        1 => n.clone().prop_map(Act::Requeue),
        1 => n.clone().prop_map(Act::Park),
        1 => n.clone().prop_map(Act::Unknown),
        1 => n.clone().prop_map(Act::Retry),
        1 => n.clone().prop_map(Act::Undo),
        1 => n.clone().prop_map(Act::Discard),
        2 => n.clone().prop_map(Act::Echo),
        1 => n.prop_map(Act::Vouch),
        1 => Just(Act::Crash),
        1 => Just(Act::Wait),
    ];
    prop::collection::vec(act, 1..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever happens in whatever order: at most one send per conversation is under way or unknown, they leave in the
    /// order in which they were written, nothing is shown twice, an accepted one stays accepted.
    #[test]
    fn one_send_at_a_time_in_order_and_never_twice(acts in acts()) {
        let clinic = Clinic::new();
        let with = [clinic.with("9001"), clinic.with("9002")];
        let mut sent: Vec<(usize, crate::Sent)> = Vec::new();
        let mut accepted: Vec<OutboxId> = Vec::new();
        for (step, act) in acts.into_iter().enumerate() {
            let pick = |n: u8| sent.get(usize::from(n)).map(|(_, sent)| sent.outbox);
            let now = anteroom_model::Clock::now(&clinic.clock);
            // An act that does not fit the state is refused; that is part of the law.
            let _: Option<Result<()>> = match act {
                Act::Send(to) => {
                    let to = usize::from(to);
                    let fresh = clinic.ana_sends(with[to], &format!("p{}", sent.len()), &format!("text {}", sent.len()));
                    prop_assert!(fresh.fresh);
                    sent.push((to, fresh));
                    None
                }
                Act::Press(n) => {
                    if let Some((to, before)) = sent.get(usize::from(n)) {
                        let again = clinic.ana_sends(with[*to], &format!("p{n}"), "again");
                        prop_assert_eq!((again.outbox, again.fresh), (before.outbox, false));
                    }
                    None
                }
                Act::Claim(n) => pick(n).map(|id| claim(&clinic, id).map(drop)),
                Act::Accept(n) => pick(n).map(|id| clinic.store.write_blocking(move |tx| tx.settle_accepted(id, &format!("mid.{n}")))),
                Act::Requeue(n) => pick(n).map(|id| clinic.store.write_blocking(move |tx| tx.requeue(id, now, FailureKind::Offline, None).map(drop))),
                Act::Park(n) => pick(n).map(|id| clinic.store.write_blocking(move |tx| tx.park(id, ParkReason::NotSent, None).map(drop))),
                Act::Unknown(n) => pick(n).map(|id| clinic.store.write_blocking(move |tx| tx.settle_unknown(id, now).map(drop))),
                Act::Retry(n) => pick(n).map(|id| clinic.store.write_blocking(move |tx| tx.retry(id))),
                Act::Undo(n) => pick(n).map(|id| clinic.store.write_blocking(move |tx| tx.undo(id).map(drop))),
                Act::Discard(n) => pick(n).map(|id| clinic.store.write_blocking(move |tx| tx.discard(id).map(drop))),
                Act::Vouch(n) => pick(n).map(|id| clinic.store.write_blocking(move |tx| tx.settle_by_person(id))),
                Act::Echo(n) => {
                    if let Some((to, _)) = sent.get(usize::from(n)) {
                        let (account, to) = (clinic.account, with[*to]);
                        let echo = echo(&format!("mid.{n}"), now, &format!("text {n}"));
                        clinic.write(move |tx| tx.insert_inbound(account, to, &echo));
                    }
                    None
                }
                Act::Crash => { clinic.write(|tx| tx.recover_at_start()); None }
                Act::Wait => { clinic.clock.advance(minutes(1)); None }
            };
            let rows: Vec<_> = sent.iter().map(|(to, sent)| (*to, clinic.read(|tx| tx.outbox(sent.outbox)).unwrap())).collect();
            for to in 0..2 {
                let busy = rows.iter().filter(|(at, row)| *at == to && matches!(row.state, OutboxState::Sending | OutboxState::Unknown)).count();
                prop_assert!(busy <= 1, "step {step}: {busy} under way");
            }
            for (_, row) in &rows {
                if accepted.contains(&row.id) {
                    prop_assert_eq!(row.state, OutboxState::Accepted);
                } else if row.state == OutboxState::Accepted {
                    accepted.push(row.id);
                }
            }
            for row in clinic.read(|tx| tx.outbox_due(now, 10)) {
                let to = rows.iter().find(|(_, other)| other.id == row.id).unwrap().0;
                let earlier = rows.iter().take_while(|(_, other)| other.id != row.id)
                    .any(|(at, other)| *at == to && other.state == OutboxState::Queued);
                prop_assert!(!earlier, "an earlier one waits");
            }
            for to in with {
                let page = clinic.read(|tx| tx.timeline(to, None, 100));
                let mut ids: Vec<String> = page.items.iter().filter_map(|item| match item {
                    ItemRow::Message(message) => message.provider_id.clone(),
                    _ => None,
                }).collect();
                let all = ids.len();
                ids.sort();
                ids.dedup();
                prop_assert_eq!(all, ids.len());
            }
        }
    }
}
