//! How our messages stand, as a row of the list tells it.

use anteroom_model::{
    ChannelKind, DeliveryStatus, FailureKind, HoldReason, ParkReason, ProviderCode, StatusUpdate,
};

use super::outbox::claim;
use crate::Stuck;
use crate::fixture::{Clinic, minutes, nine};

#[test]
fn a_row_tells_what_waits_from_what_is_unclear_and_from_what_stopped_and_why() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.clock.advance(minutes(1));
    let stands = |clinic: &Clinic| {
        let row = clinic.row(mara);
        (row.queued, row.not_sent, row.unclear, row.stuck)
    };
    // A reply that has not left answers, and is known not to have left.
    let id = clinic.ana_sends(mara, "p1", "Yes").outbox;
    assert_eq!((stands(&clinic), clinic.row(mara).waiting), ((1, 0, 0, None), None));
    claim(&clinic, id).unwrap();
    assert_eq!(stands(&clinic), (1, 0, 0, None));
    clinic.write(move |tx| tx.settle_unknown(id, nine() + minutes(2)));
    assert_eq!(stands(&clinic), (0, 1, 1, None));
    let counts = clinic.read(|tx| tx.inbox_counts(Some(ChannelKind::Instagram), None));
    assert_eq!((counts.not_sent, counts.unclear), (1, 1));
    assert_eq!(clinic.read(|tx| tx.inbox_counts(Some(ChannelKind::Sms), None)).unclear, 0);
    // The patient's window closing is not why this one stopped.
    clinic.write(move |tx| tx.park(id, ParkReason::Held(HoldReason::OptedOut), None));
    assert_eq!(stands(&clinic), (0, 1, 0, Some(Stuck::Parked(ParkReason::Held(HoldReason::OptedOut)))));
    assert_eq!(clinic.row(mara).waiting_since(), Some(nine()));
    // The newest that stopped says why.
    let newer = clinic.ana_sends(mara, "p2", "At ten").outbox;
    claim(&clinic, newer).unwrap();
    let refused = ParkReason::Refused(FailureKind::ContentRefused);
    clinic.write(move |tx| tx.park(newer, refused, None));
    assert_eq!(stands(&clinic), (0, 2, 0, Some(Stuck::Parked(refused))));
}

#[test]
fn what_was_taken_and_did_not_arrive_says_so_with_the_providers_number() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    let id = clinic.ana_sends(mara, "p1", "Yes").outbox;
    claim(&clinic, id).unwrap();
    clinic.write(move |tx| tx.settle_accepted(id, "mid.1"));
    assert_eq!(clinic.row(mara).stuck, None);
    let code = ProviderCode::of(30003);
    let failed = StatusUpdate {
        provider_id: "mid.1".into(),
        status: DeliveryStatus::Failed,
        at: nine(),
        code: Some(code),
        is_last: true,
    };
    clinic.write(move |tx| tx.apply_status(account, &failed));
    assert_eq!(clinic.row(mara).stuck, Some(Stuck::NotDelivered(Some(code))));
    // Answered anew, it is history.
    clinic.ana_sends(mara, "p2", "Yes, Friday");
    assert_eq!(clinic.row(mara).stuck, None);
}
