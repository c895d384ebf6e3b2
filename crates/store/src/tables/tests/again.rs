//! A message that a person sends again although an earlier attempt may have left. Two laws: an attempt that comes to
//! light before the next one leaves is the end of the send, and nothing more leaves; what two attempts brought to the
//! patient is two messages here.

use std::collections::BTreeSet;

use anteroom_model::{ConversationId, FailureKind, HoldReason, OutboxId, OutboxState, ParkReason};
use jiff::Timestamp;
use proptest::prelude::*;

use super::outbox::claim;
use crate::fixture::{Clinic, minutes, nine};
use crate::{AttemptEnd, Conflict, Inbound, ItemRow, Sent};

fn now(clinic: &Clinic) -> Timestamp {
    anteroom_model::Clock::now(&clinic.clock)
}

fn state(clinic: &Clinic, id: OutboxId) -> OutboxState {
    clinic.read(|tx| tx.outbox(id)).unwrap().state
}

/// The providers' ids of what is shown, oldest first; `None` for what has none.
fn shown(clinic: &Clinic, with: ConversationId) -> Vec<Option<String>> {
    let page = clinic.read(|tx| tx.timeline(with, None, 100));
    let ids = page.items.iter().filter_map(|item| match item {
        ItemRow::Message(message) => Some(message.provider_id.clone()),
        _ => None,
    });
    let mut ids: Vec<_> = ids.collect();
    ids.sort();
    ids
}

fn ids(list: &[&str]) -> Vec<Option<String>> {
    list.iter().map(|id| Some((*id).to_owned())).collect()
}

/// Nobody knows whether the first attempt left, at nine; ten minutes later a person has it sent again.
fn queued_again(clinic: &Clinic, with: ConversationId, press: &str) -> Sent {
    let sent = clinic.ana_sends(with, press, "Yes");
    let id = sent.outbox;
    claim(clinic, id).unwrap();
    clinic.write(move |tx| tx.settle_unknown(id, nine()));
    clinic.clock.advance(minutes(10));
    clinic.write(move |tx| tx.retry(id));
    sent
}

#[test]
fn what_waits_again_is_settled_by_the_echo_of_the_first_attempt_and_does_not_leave() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let sent = queued_again(&clinic, mara, "p1");
    let found = clinic.answered_elsewhere(mara, "mid.1", nine(), "Yes");
    assert_eq!(found, Inbound::Settled(sent.outbox, sent.message));
    assert_eq!(state(&clinic, sent.outbox), OutboxState::Accepted);
    assert_eq!(claim(&clinic, sent.outbox), Err(Conflict::OutboxState.into()));
    assert!(clinic.read(|tx| tx.outbox_due(now(&clinic), 10)).is_empty());
    assert_eq!(shown(&clinic, mara), ids(&["mid.1"]));
}

#[test]
fn what_was_held_back_when_it_was_sent_again_is_settled_by_the_echo_of_the_first_attempt() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let sent = queued_again(&clinic, mara, "p1");
    let id = sent.outbox;
    clinic.write(move |tx| tx.park(id, ParkReason::Held(HoldReason::WindowClosed), None));
    let found = clinic.answered_elsewhere(mara, "mid.1", nine(), "Yes");
    assert_eq!(found, Inbound::Settled(sent.outbox, sent.message));
    assert_eq!((clinic.row(mara).not_sent, shown(&clinic, mara)), (0, ids(&["mid.1"])));
}

#[test]
fn what_waits_and_certainly_never_left_is_not_settled_by_what_somebody_else_wrote() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let id = clinic.ana_sends(mara, "p1", "Yes").outbox;
    for attempt in ["mid.1", "mid.2"] {
        let found = clinic.answered_elsewhere(mara, attempt, now(&clinic), "Yes");
        assert!(matches!(found, Inbound::Inserted(_)));
        let refused = clinic.store.write_blocking(move |tx| tx.settle_found(id, "mid.x"));
        assert_eq!(refused, Err(Conflict::OutboxState.into()));
        claim(&clinic, id).unwrap();
        let again = now(&clinic);
        clinic.write(move |tx| tx.requeue(id, again, FailureKind::Offline, None));
        assert_eq!(state(&clinic, id), OutboxState::Queued);
        clinic.clock.advance(minutes(1));
    }
}

#[test]
fn a_look_that_ends_after_a_person_had_it_sent_again_settles_what_waits_and_not_what_is_on_its_way() {
    let clinic = Clinic::new();
    let (mara, leila) = (clinic.with("9001"), clinic.with("9002"));
    let waits = queued_again(&clinic, mara, "p1").outbox;
    clinic.write(move |tx| tx.settle_found(waits, "mid.1"));
    assert_eq!(state(&clinic, waits), OutboxState::Accepted);
    let leaves = queued_again(&clinic, leila, "p2").outbox;
    let by_person = clinic.store.write_blocking(move |tx| tx.settle_by_person(leaves));
    assert_eq!(by_person, Err(Conflict::OutboxState.into()), "it waits: nobody can say that it arrived");
    claim(&clinic, leaves).unwrap();
    let refused = clinic.store.write_blocking(move |tx| tx.settle_found(leaves, "mid.2"));
    assert_eq!(refused, Err(Conflict::OutboxState.into()));
    clinic.write(move |tx| tx.settle_accepted(leaves, "mid.3"));
    clinic.answered_elsewhere(leila, "mid.2", nine(), "Yes");
    assert_eq!(shown(&clinic, leila), ids(&["mid.2", "mid.3"]), "the patient has both");
}

#[test]
fn an_echo_of_the_first_attempt_ends_a_second_one_that_did_not_leave() {
    let clinic = Clinic::new();
    let (mara, leila) = (clinic.with("9001"), clinic.with("9002"));
    let (one, two) = (queued_again(&clinic, mara, "p1").outbox, queued_again(&clinic, leila, "p2").outbox);
    for (id, with, mid) in [(one, mara, "mid.1"), (two, leila, "mid.2")] {
        let first = claim(&clinic, id).unwrap().unclear_since.unwrap();
        let hidden = clinic.answered_elsewhere(with, mid, first, "Yes");
        assert!(matches!(hidden, Inbound::Shadow(_)));
    }
    let later = now(&clinic);
    let ended = clinic.write(move |tx| tx.requeue(one, later, FailureKind::Offline, None));
    assert_eq!(ended, AttemptEnd::Accepted);
    let refused = ParkReason::Refused(FailureKind::OutsideWindow);
    assert_eq!(clinic.write(move |tx| tx.park(two, refused, None)), AttemptEnd::Accepted);
    assert_eq!((shown(&clinic, mara), shown(&clinic, leila)), (ids(&["mid.1"]), ids(&["mid.2"])));
    assert!(clinic.read(|tx| tx.outbox_due(later + minutes(60), 10)).is_empty());
}

#[test]
fn the_echo_of_a_like_message_that_is_on_its_way_is_not_taken_for_the_end_of_one_that_waits_again() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let first = clinic.ana_sends(mara, "p1", "Yes").outbox;
    claim(&clinic, first).unwrap();
    clinic.write(move |tx| tx.settle_unknown(first, nine()));
    clinic.write(move |tx| tx.park(first, ParkReason::NotSent, None));
    let second = clinic.ana_sends(mara, "p2", "Yes").outbox;
    claim(&clinic, second).unwrap();
    clinic.write(move |tx| tx.retry(first));
    let hidden = clinic.answered_elsewhere(mara, "mid.2", now(&clinic), "Yes");
    assert!(matches!(hidden, Inbound::Shadow(_)));
    clinic.write(move |tx| tx.settle_accepted(second, "mid.2"));
    assert_eq!((state(&clinic, first), state(&clinic, second)), (OutboxState::Queued, OutboxState::Accepted));
}

/// What the world does with one message.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// It leaves, if it may.
    Leaves,
    /// The provider says yes.
    Yes,
    /// The provider says no.
    No {
        stops: bool,
    },
    /// Nothing clear comes back; whether the provider took it.
    Unclear {
        taken: bool,
    },
    /// It was looked for and not seen yet.
    NotSeen,
    /// A person has it sent again.
    Again,
    /// The n-th of what the provider took is listed.
    Listed(u8),
    /// The program dies and starts; whether the provider took what was on its way.
    Dies {
        taken: bool,
    },
    Wait,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        6 => Just(Act::Leaves),
        1 => Just(Act::Yes),
        2 => any::<bool>().prop_map(|stops| Act::No { stops }),
        5 => any::<bool>().prop_map(|taken| Act::Unclear { taken }),
        1 => Just(Act::NotSeen),
        4 => Just(Act::Again),
        3 => (0u8..3).prop_map(Act::Listed),
        1 => any::<bool>().prop_map(|taken| Act::Dies { taken }),
        2 => Just(Act::Wait),
    ];
    prop::collection::vec(act, 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// However attempts end and whenever they come to light: once one is known here, none leaves any more; in the end
    /// there is one message here for each that the patient has.
    #[test]
    fn what_the_patient_has_is_what_is_shown(acts in acts()) {
        let clinic = Clinic::new();
        let mara = clinic.with("9001");
        let id = clinic.ana_sends(mara, "p1", "Yes").outbox;
        // What the provider took, when, and what of it was listed.
        let mut taken: Vec<(String, Timestamp)> = Vec::new();
        let mut listed: BTreeSet<String> = BTreeSet::new();
        let mut began = nine();
        for act in acts.into_iter().chain([Act::Listed(0), Act::Listed(1), Act::Listed(2)]) {
            let (at, sending) = (now(&clinic), state(&clinic, id) == OutboxState::Sending);
            let mut take = || {
                let mid = format!("mid.{}", taken.len());
                taken.push((mid.clone(), began));
                mid
            };
            match act {
                Act::Leaves => {
                    if claim(&clinic, id).is_ok() {
                        prop_assert!(listed.is_empty(), "it is known to have arrived");
                        began = at;
                    }
                }
                Act::Yes if sending => {
                    let mid = take();
                    listed.insert(mid.clone());
                    clinic.write(move |tx| tx.settle_accepted(id, &mid));
                }
                Act::No { stops: false } if sending => {
                    clinic.write(move |tx| tx.requeue(id, at, FailureKind::Offline, None));
                }
                Act::No { stops: true } if sending => {
                    let refused = ParkReason::Refused(FailureKind::ContentRefused);
                    clinic.write(move |tx| tx.park(id, refused, None));
                }
                Act::Unclear { taken: was } if sending => {
                    if was {
                        take();
                    }
                    clinic.write(move |tx| tx.settle_unknown(id, at));
                }
                Act::Dies { taken: was } if sending => {
                    if was {
                        take();
                    }
                    clinic.write(|tx| tx.recover_at_start());
                }
                Act::NotSeen if state(&clinic, id) == OutboxState::Unknown => {
                    clinic.write(move |tx| tx.park(id, ParkReason::NotSent, None));
                }
                Act::Again => {
                    let _ = clinic.store.write_blocking(move |tx| tx.retry(id));
                }
                Act::Listed(n) => {
                    if let Some((mid, when)) = taken.get(usize::from(n)) {
                        clinic.answered_elsewhere(mara, mid, *when, "Yes");
                        listed.insert(mid.clone());
                    }
                }
                Act::Wait => clinic.clock.advance(minutes(7)),
                Act::Yes | Act::No { .. } | Act::Unclear { .. } | Act::Dies { .. } | Act::NotSeen => {}
            }
        }
        // The last attempt ends too, without having been taken; then everything has been listed.
        if state(&clinic, id) == OutboxState::Sending {
            let at = now(&clinic);
            clinic.write(move |tx| tx.requeue(id, at, FailureKind::Offline, None));
        }
        for (mid, when) in taken.clone() {
            clinic.answered_elsewhere(mara, &mid, when, "Yes");
        }
        let known: Vec<Option<String>> = taken.iter().map(|(mid, _)| Some(mid.clone())).collect();
        if known.is_empty() {
            prop_assert_eq!(shown(&clinic, mara), [None]);
        } else {
            prop_assert_eq!(state(&clinic, id), OutboxState::Accepted);
            prop_assert_eq!(shown(&clinic, mara), known);
        }
    }
}
