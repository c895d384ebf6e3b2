//! The clock was years ahead and is put right.

use anteroom_model::{AccountId, Credential, later};
use jiff::{SignedDuration, Timestamp};

use super::outbox::claim;
use crate::Act;
use crate::fixture::{Clinic, minutes, nine};

fn far_ahead() -> Timestamp {
    "2031-05-05T10:00:00Z".parse().unwrap()
}

fn sets_back(clinic: &Clinic) -> Vec<AccountId> {
    assert!(clinic.read(|tx| tx.is_from_the_future()));
    let changed = clinic.write(|tx| tx.clock_was_set_back());
    assert!(!clinic.read(|tx| tx.is_from_the_future()));
    changed
}

#[test]
fn a_queued_reply_keeps_the_seconds_in_which_it_can_be_undone() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.clock.set(far_ahead());
    let new = crate::NewSend {
        undo_until: far_ahead() + SignedDuration::from_secs(8),
        ..clinic.reply(mara, "p1", "Yes")
    };
    let sent = clinic.write(move |tx| tx.send(&new));
    clinic.clock.set(nine() + minutes(5));
    sets_back(&clinic);
    let row = clinic.read(|tx| tx.outbox(sent.outbox)).unwrap();
    let until = nine() + minutes(5) + SignedDuration::from_secs(8);
    assert_eq!((row.not_before, row.undo_until), (until, until));
    assert!(clinic.read(|tx| tx.outbox_due(nine() + minutes(5), 10)).is_empty());
    assert_eq!(clinic.read(|tx| tx.outbox_due(until, 10)).len(), 1);
}

#[test]
fn an_unclear_send_is_looked_for_from_what_the_provider_had_listed_before_it() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.clock.set(far_ahead());
    let sent = clinic.ana_sends(mara, "p1", "Yes");
    let id = sent.outbox;
    claim(&clinic, id).unwrap();
    clinic.write(move |tx| tx.settle_unknown(id, far_ahead() + minutes(60)));
    // It really left at twenty past; the clock is put right an hour later.
    let now = nine() + minutes(80);
    clinic.clock.set(now);
    sets_back(&clinic);
    let row = clinic.read(|tx| tx.outbox(id)).unwrap();
    assert_eq!((row.check_at, row.unclear_since), (Some(now), Some(nine())));
    assert_eq!(row.attempted_at, Some(now), "not there is not believed before it had time to be listed");
    let echo = clinic.answered_elsewhere(mara, "mid.1", nine() + minutes(20), "Yes");
    assert_eq!(echo, crate::Inbound::Settled(id, sent.message));
}

#[test]
fn a_token_grows_older_again_and_statuses_are_asked() {
    let clinic = Clinic::new();
    let (mara, account) = (clinic.with("9001"), clinic.account);
    clinic.clock.set(far_ahead());
    let sent = clinic.ana_sends(mara, "p1", "Yes");
    let id = sent.outbox;
    claim(&clinic, id).unwrap();
    clinic.write(move |tx| {
        tx.settle_accepted(id, "mid.1")?;
        let token = Credential::InstagramToken {
            token: "IGAAtoken".to_owned().into(),
            obtained_at: tx.now(),
            expires_at: Some(later(tx.now(), SignedDuration::from_hours(60 * 24))),
        };
        tx.set_credential(account, &token)
    });
    clinic.clock.set(nine());
    assert_eq!(sets_back(&clinic), [account]);
    let known = clinic.read(|tx| tx.credential(account)).unwrap();
    let Credential::InstagramToken { obtained_at, expires_at, .. } = known else { panic!() };
    assert_eq!((obtained_at, expires_at), (nine(), None));
    assert_eq!(clinic.read(|tx| tx.statuses_due(nine(), 10)).len(), 1);
}

#[test]
fn a_clock_that_was_never_wrong_changes_nothing() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    clinic.ana_sends(mara, "p1", "Yes");
    assert!(!clinic.read(|tx| tx.is_from_the_future()));
}

#[test]
fn what_was_put_aside_under_a_wrong_clock_comes_back() {
    let clinic = Clinic::new();
    let (mara, yusuf, ines) = (clinic.with("9001"), clinic.with("9002"), clinic.with("9003"));
    for (n, to) in [mara, yusuf, ines].into_iter().enumerate() {
        clinic.patient_writes(to, &format!("m{n}"), nine(), "Is Friday free?");
    }
    let aside = |to, until| clinic.write(move |tx| tx.triage(&[to], Act::Snooze(until)));
    aside(ines, Some(nine() + minutes(600)));
    clinic.clock.set(far_ahead());
    aside(mara, Some(far_ahead() + minutes(60)));
    aside(yusuf, None);
    clinic.clock.set(nine() + minutes(5));
    sets_back(&clinic);
    assert_eq!((clinic.row(mara).snoozed, clinic.row(mara).waiting_since()), (None, Some(nine())));
    assert!(clinic.row(yusuf).snoozed.is_some(), "until they write");
    assert!(clinic.row(ines).snoozed.is_some(), "the clock was right then");
    clinic.patient_writes(yusuf, "m9", nine() + minutes(6), "Hello?");
    assert!(clinic.row(yusuf).waiting.is_some());
}
