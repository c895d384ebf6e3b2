//! Days and waits, one case after the other: what is counted, and what is counted again.

use anteroom_model::{Clock, WallTime, hours::OpeningHours};

use super::figures::{count_all, kept, load, rules};
use crate::fixture::{Clinic, minutes, nine};
use crate::{Act, FigureRules, Result};

#[test]
fn a_wait_runs_from_the_first_question_to_the_first_answer_in_opening_time() -> Result<()> {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    // Tuesday 17:00 and 17:10; answered on Wednesday at 8:45.
    clinic.clock.set("2026-03-11T08:45:00Z".parse().unwrap());
    clinic.patient_writes(mara, "m1", "2026-03-10T17:00:00Z".parse().unwrap(), "Is Friday free?");
    clinic.patient_writes(mara, "m2", "2026-03-10T17:10:00Z".parse().unwrap(), "Or Monday?");
    clinic.answered_elsewhere(mara, "m3", "2026-03-11T08:45:00Z".parse().unwrap(), "Both");
    count_all(&clinic.store, &rules());
    let (_, waits) = kept(&clinic.store);
    assert_eq!(waits.len(), 1);
    let wait = waits[0].1;
    assert_eq!(wait.waited, minutes(45), "half an hour on Tuesday, a quarter on Wednesday");
    assert_eq!((wait.day, wait.hour), (WallTime::of(&rules().zone, nine()).day, 17));
    assert!(!wait.too_late);
    Ok(())
}

#[test]
fn what_is_counted_is_not_counted_again_and_what_changes_is() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine() - minutes(5), "Is Friday free?");
    count_all(&clinic.store, &rules());
    assert!(clinic.read(|tx| tx.figures_due(&rules())).is_done());
    // A new message lies behind everything that is counted: nothing is marked, today only has more.
    clinic.clock.advance(minutes(1));
    clinic.patient_writes(mara, "m2", clinic.clock.now(), "Hello?");
    let plan = clinic.read(|tx| tx.figures_due(&rules()));
    assert_eq!((plan.due.len(), plan.late), (1, 0));
    // One that was delivered late lies within it.
    clinic.patient_writes(mara, "m0", nine() - minutes(30 * 60), "Anybody there?");
    let plan = clinic.read(|tx| tx.figures_due(&rules()));
    assert_eq!((plan.due.len(), plan.late), (2, 1), "yesterday was not counted, and today follows from it");
    count_all(&clinic.store, &rules());
    assert!(clinic.read(|tx| tx.figures_due(&rules())).is_done());
}

#[test]
fn other_opening_hours_count_everything_again() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine() - minutes(60), "Is Friday free?");
    clinic.answered_elsewhere(mara, "m2", nine() - minutes(10), "Yes");
    count_all(&clinic.store, &rules());
    assert_eq!(kept(&clinic.store).1[0].1.waited, minutes(20), "open since half past eight");
    let earlier = anteroom_model::hours::Period { from: 7 * 60, to: 18 * 60 };
    let hours = OpeningHours::new(std::array::from_fn(|_| vec![earlier]), vec![]).unwrap();
    count_all(&clinic.store, &FigureRules { hours, ..rules() });
    assert_eq!(kept(&clinic.store).1[0].1.waited, minutes(50));
}

#[test]
fn the_right_to_answer_late_and_another_zone_count_everything_again() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine() - minutes(26 * 60), "Is Friday free?");
    clinic.answered_elsewhere(mara, "m2", nine() - minutes(10), "Yes");
    count_all(&clinic.store, &rules());
    assert!(kept(&clinic.store).1[0].1.too_late);
    let account = clinic.account;
    for (may, too_late) in [(true, false), (false, true)] {
        clinic.write(move |tx| tx.set_account_human_agent(account, may));
        assert!(clinic.read(|tx| tx.figures_due(&rules())).new_rules);
        count_all(&clinic.store, &rules());
        assert_eq!(kept(&clinic.store).1[0].1.too_late, too_late);
    }
    let hour = kept(&clinic.store).1[0].1.hour;
    let berlin = FigureRules { zone: jiff::tz::TimeZone::get("Europe/Berlin").unwrap(), ..rules() };
    assert!(clinic.read(|tx| tx.figures_due(&berlin)).new_rules);
    count_all(&clinic.store, &berlin);
    assert_eq!(kept(&clinic.store).1[0].1.hour, hour + 1);
}

/// Asked, done; asked, done, done once more: opened again, only what was asked last waits.
#[test]
fn opening_again_keeps_what_an_earlier_done_settled_and_can_be_taken_back() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let asks = |name: &str| {
        clinic.clock.advance(minutes(60));
        clinic.patient_writes(mara, name, clinic.clock.now(), "Hello?");
        clinic.clock.now()
    };
    let decides = |act: Act| {
        clinic.clock.advance(minutes(10));
        clinic.write(move |tx| tx.triage(&[mara], act))
    };
    asks("m1");
    decides(Act::Done);
    let second = asks("m2");
    decides(Act::Done);
    decides(Act::Done);
    count_all(&clinic.store, &rules());
    let dones = || {
        clinic.read(|tx| {
            tx.all("SELECT turn FROM figure_done ORDER BY turn", [], |row| Ok(row.get::<_, i64>(0)?))
        })
    };
    let before = dones();
    assert_eq!(before.len(), 3);
    let traces = decides(Act::Reopen);
    assert_eq!(clinic.row(mara).waiting_since(), Some(second));
    assert_eq!(dones(), before[..1]);
    clinic.write(move |tx| tx.undo_triage(&traces));
    assert_eq!((clinic.row(mara).waiting_since(), dones()), (None, before));
    decides(Act::Reopen);
    clinic.answered_elsewhere(mara, "m3", clinic.clock.now() + minutes(1), "Yes");
    clinic.clock.advance(minutes(5));
    count_all(&clinic.store, &rules());
    let waits = kept(&clinic.store).1;
    assert_eq!(waits.len(), 1, "what the first done settled was answered by nobody");
    assert_eq!(waits[0].1.hour, WallTime::of(&rules().zone, second).hour);
}

#[test]
fn what_lands_while_a_day_is_counted_has_it_counted_again() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine() - minutes(60), "Is Friday free?");
    let plan = clinic.read(|tx| tx.figures_due(&rules()));
    let (due, begin) = (plan.due[0], rules());
    clinic.write(move |tx| {
        tx.figures_begin(&begin)?;
        tx.figures_reading(&[due])
    });
    let count = clinic.read(|tx| tx.count_day(due, &rules()));
    clinic.answered_elsewhere(mara, "m2", nine() - minutes(10), "Yes");
    clinic.write(move |tx| tx.figures_keep(&[count]));
    assert!(kept(&clinic.store).1.is_empty(), "it was counted without the answer");
    assert_eq!(clinic.read(|tx| tx.figures_due(&rules())).due, [due]);
    count_all(&clinic.store, &rules());
    assert_eq!(kept(&clinic.store).1.len(), 1);
}

#[test]
fn spam_counts_in_no_figure_and_counts_again_once_it_is_none() {
    let clinic = Clinic::new();
    let (mara, pills) = (clinic.with("9001"), clinic.with("9002"));
    for (who, question, answer) in [(mara, "m1", "m2"), (pills, "s1", "s2")] {
        clinic.patient_writes(who, question, nine() - minutes(26 * 60), "Are you there?");
        clinic.answered_elsewhere(who, answer, nine() - minutes(10), "Yes");
    }
    let ours = clinic.ana_sends(pills, "p1", "Please stop").outbox;
    let lease = nine() + minutes(1);
    clinic.write(move |tx| {
        tx.claim(ours, lease)?;
        tx.settle_accepted(ours, "s3")
    });
    let messages = || kept(&clinic.store).0.values().map(|hour| hour.inbound + hour.outbound).sum::<u32>();
    let counted = || {
        count_all(&clinic.store, &rules());
        (messages(), kept(&clinic.store).1.len(), load(&clinic.store).len())
    };
    assert_eq!(counted(), (5, 2, 1));
    clinic.write(move |tx| tx.triage(&[pills], Act::Spam(true)));
    assert_eq!(counted(), (2, 1, 0), "days that were counted before follow the mark");
    // What comes after the mark, and history that comes late, counts no more.
    clinic.patient_writes(pills, "s4", nine() - minutes(5), "Cheap!");
    clinic.patient_writes(pills, "s0", nine() - minutes(50 * 60), "Cheap!");
    assert_eq!(counted(), (2, 1, 0));
    clinic.write(move |tx| tx.triage(&[mara], Act::Mute(true)));
    assert_eq!(counted(), (2, 1, 0), "who is muted waits like all others");
    clinic.write(move |tx| tx.triage(&[pills], Act::Spam(false)));
    assert_eq!(counted(), (7, 2, 1));
}
