//! What the desk writes by itself: once, at the right time, to the right people, and never instead of an answer.

use anteroom_desk::views::{
    Channel, Code, Delivery, DeliveryState, HoldView, InboxRow, ItemBody, OriginView, Queue, RuleName,
    RuleWhen, TriageAct,
};
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes};

const BEN: &str = "+447700900142";

/// A Tuesday evening, with the rule for closed hours on.
async fn evening() -> Clinic {
    let clinic = Clinic::open_at("2026-11-24T21:00:00Z").await.with_twilio().await;
    outside(&clinic, true).await;
    clinic
}

async fn outside(clinic: &Clinic, on: bool) {
    let mut view = clinic.desk().automatic();
    view.outside.on = on;
    let words = view.outside.words.iter_mut().find(|one| one.language == "en").expect("English");
    words.text = "Closed. Back {opens}.".into();
    clinic.desk().automatic_save(view).await.expect("kept");
}

async fn missed(clinic: &Clinic, when: RuleWhen) {
    let mut view = clinic.desk().automatic();
    (view.missed.on, view.missed_when) = (true, when);
    let words = view.missed.words.iter_mut().find(|one| one.language == "en").expect("English");
    words.text = "{practice} missed your call.".into();
    clinic.desk().automatic_save(view).await.expect("kept");
}

/// By which rule our messages with an address were written, whether it is stopped, and how far they got.
async fn by_rules(clinic: &Clinic, handle: &str) -> Vec<(RuleName, bool, Option<Delivery>)> {
    by_rules_in(clinic, &clinic.conversation(handle)).await
}

async fn by_rules_in(clinic: &Clinic, conversation: &str) -> Vec<(RuleName, bool, Option<Delivery>)> {
    let view = clinic.desk().conversation_open(conversation).await.expect("the conversation opens");
    let items = view.items.into_iter();
    let of = items.filter_map(|item| match item.body {
        ItemBody::Message(message) => match message.origin {
            OriginView::Rule { rule, stopped } => Some((rule, stopped, message.delivery)),
            _ => None,
        },
        _ => None,
    });
    of.collect()
}

/// Who waits for an answer.
fn waiting(clinic: &Clinic) -> Vec<InboxRow> {
    clinic.queue(Queue::Waiting).into_iter().filter(|row| row.waiting_since.is_some()).collect()
}

async fn held_back(clinic: &Clinic, handle: &str) -> HoldView {
    held_back_in(clinic, &clinic.conversation(handle)).await
}

/// The one conversation on a channel.
fn only(clinic: &Clinic, channel: Channel) -> String {
    let rows = clinic.queue(Queue::All).into_iter();
    rows.filter(|row| row.channel == channel).map(|row| row.id).next().expect("there is one")
}

async fn held_back_in(clinic: &Clinic, conversation: &str) -> HoldView {
    match by_rules_in(clinic, conversation)
        .await
        .pop()
        .and_then(|(.., delivery)| delivery)
        .map(|one| one.state)
    {
        Some(DeliveryState::HeldBack { why, .. }) => why,
        other => panic!("held back, not {other:?}"),
    }
}

#[tokio::test]
async fn two_messages_in_an_evening_get_one_answer_and_the_next_evening_gets_one_more() {
    let clinic = evening().await;
    let ben = clinic.sim.twilio().patient(BEN);
    ben.writes("hello");
    ben.writes("anybody there?");
    clinic.advance(minutes(1)).await;
    assert_eq!(ben.received(), ["Closed. Back Wednesday 08:30."]);
    ben.writes("??");
    clinic.advance(minutes(30)).await;
    assert_eq!(ben.received().len(), 1, "one an evening");
    let rows = waiting(&clinic);
    assert_eq!(rows.len(), 1, "an automatic answer answers nobody");
    assert_eq!(
        rows[0].waiting_since,
        Some("2026-11-24T21:00:00Z".parse::<jiff::Timestamp>().unwrap().into())
    );
    assert_eq!(clinic.inbox(), ["+44 7700 900142: ??"], "the patient's words stay in the list");
    assert!(matches!(&by_rules(&clinic, BEN).await[..], [(RuleName::OutsideHours, false, _)]));
    clinic.sleeps(hours(12)).await;
    ben.writes("good morning");
    clinic.advance(minutes(1)).await;
    assert_eq!(ben.received().len(), 1, "the practice is open");
    clinic.sleeps(hours(12)).await;
    ben.writes("and tonight?");
    clinic.advance(minutes(1)).await;
    assert_eq!(ben.received().len(), 2, "another closed time");
    assert_eq!(ben.received()[1], "Closed. Back Thursday 08:30.");
}

#[tokio::test]
async fn a_rule_that_is_off_writes_nothing_and_one_without_words_cannot_be_on() {
    let clinic = evening().await;
    outside(&clinic, false).await;
    let ben = clinic.sim.twilio().patient(BEN);
    ben.writes("hello");
    clinic.advance(minutes(1)).await;
    assert!(ben.received().is_empty());
    let mut view = clinic.desk().automatic();
    view.outside.on = true;
    view.outside.words.iter_mut().for_each(|words| words.text.clear());
    assert_eq!(clinic.desk().automatic_save(view).await.unwrap_err().code, Code::FieldInvalid);
}

#[tokio::test]
async fn who_opted_out_or_was_answered_already_gets_nothing() {
    let clinic = evening().await;
    let ben = clinic.sim.twilio().patient(BEN);
    ben.opts_out();
    clinic.advance(minutes(1)).await;
    ben.writes("still no");
    clinic.advance(minutes(1)).await;
    assert!(ben.received().is_empty());
    let ada = clinic.sim.twilio().patient("+447700900155");
    ada.writes("hello");
    // Somebody answers from another tool before the desk has looked.
    ada.hears_from_another_tool("Come at nine");
    clinic.advance(minutes(1)).await;
    assert_eq!(ada.received(), ["Come at nine"]);
}

#[tokio::test]
async fn history_and_a_late_start_in_the_night_are_not_answered() {
    let clinic = Clinic::open_at("2026-11-24T21:00:00Z").await;
    outside(&clinic, true).await;
    let ben = clinic.sim.twilio().patient(BEN);
    ben.writes("before anything was connected");
    clinic.clock.advance(minutes(20));
    let clinic = clinic.with_twilio().await;
    assert_eq!(waiting(&clinic).len(), 1, "it came in");
    assert!(ben.received().is_empty(), "it is history");
    // The computer sleeps through a message.
    clinic.advance(minutes(1)).await;
    let ada = clinic.sim.twilio().patient("+447700900155");
    ada.writes("while nobody looked");
    clinic.sleeps(hours(2)).await;
    clinic.advance(minutes(1)).await;
    assert_eq!(waiting(&clinic).len(), 2);
    assert!(ada.received().is_empty());
}

#[tokio::test]
async fn a_message_from_just_before_closing_is_not_told_that_it_came_too_late() {
    let clinic = Clinic::open_at("2026-11-24T17:29:30Z").await.with_twilio().await;
    outside(&clinic, true).await;
    let ben = clinic.sim.twilio().patient(BEN);
    ben.writes("are you still there?");
    clinic.sleeps(minutes(2)).await;
    clinic.advance(minutes(1)).await;
    assert_eq!(waiting(&clinic).len(), 1);
    assert!(ben.received().is_empty());
}

#[tokio::test]
async fn a_crash_between_taking_in_and_sending_sends_once() {
    let mut clinic = evening().await;
    let ben = clinic.sim.twilio().patient(BEN);
    // The provider says "later": the answer stays in the outbox, and the program dies.
    clinic.sim.fault(Fault::once(FaultKind::TooMany { retry_after: Some(60) }).method("POST"));
    ben.writes("hello");
    clinic.settle().await;
    clinic.sleeps(minutes(1)).await;
    assert!(ben.received().is_empty() && waiting(&clinic)[0].queued == 1, "taken in, and not sent yet");
    clinic.crashes();
    clinic.begin_again().await;
    ben.writes("hello again");
    clinic.advance(minutes(10)).await;
    assert_eq!(ben.received(), ["Closed. Back Wednesday 08:30."]);
}

#[tokio::test]
async fn what_waited_for_the_network_until_it_made_no_sense_is_dropped_with_a_line() {
    let clinic = Clinic::open_at("2026-11-25T08:20:00Z").await.with_twilio().await;
    outside(&clinic, true).await;
    let ben = clinic.sim.twilio().patient(BEN);
    clinic.sim.fault(Fault::once(FaultKind::TooMany { retry_after: Some(900) }).method("POST"));
    ben.writes("hello");
    clinic.advance(minutes(40)).await;
    assert!(ben.received().is_empty(), "the practice has opened");
    assert_eq!(held_back(&clinic, BEN).await, HoldView::PracticeOpen);
    let row = waiting(&clinic).remove(0);
    assert_eq!((row.not_sent, row.queued), (0, 0), "nobody has to decide about it");
}

#[tokio::test]
async fn it_is_stopped_for_one_patient_and_that_can_be_taken_back() {
    let clinic = evening().await;
    let (ben, ada) = (clinic.sim.twilio().patient(BEN), clinic.sim.twilio().patient("+447700900155"));
    ben.writes("hello");
    clinic.advance(minutes(1)).await;
    let conversation = clinic.conversation(BEN);
    clinic.desk().rule_stop(&conversation, RuleName::OutsideHours, true).await.expect("stopped");
    let shown = by_rules(&clinic, BEN).await;
    assert!(matches!(&shown[..], [(RuleName::OutsideHours, true, _)]), "{shown:?}");
    clinic.sleeps(hours(24)).await;
    ben.writes("hello");
    ada.writes("hello");
    clinic.advance(minutes(1)).await;
    assert_eq!((ben.received().len(), ada.received().len()), (1, 1), "stopped for Ben only");
    clinic.desk().rule_stop(&conversation, RuleName::OutsideHours, false).await.expect("goes on");
    ben.writes("hello?");
    clinic.advance(minutes(1)).await;
    assert_eq!(ben.received().len(), 2);
}

#[tokio::test]
async fn a_missed_call_gets_one_text_a_day_on_the_number_that_was_rung() {
    let clinic = Clinic::open().await.with_twilio().await;
    missed(&clinic, RuleWhen::Always).await;
    let ben = clinic.sim.twilio().patient(BEN);
    ben.rings_in_vain();
    clinic.advance(minutes(5)).await;
    ben.rings_in_vain();
    clinic.advance(minutes(5)).await;
    assert_eq!(ben.received(), ["Marlow Street Dental missed your call."]);
    assert_eq!(waiting(&clinic).len(), 1, "the call still waits for an answer");
    clinic.sleeps(hours(24)).await;
    ben.rings_in_vain();
    clinic.advance(minutes(5)).await;
    assert_eq!(ben.received().len(), 2, "another day");
}

#[tokio::test]
async fn a_text_to_a_caller_respects_opt_out_landlines_and_the_hour() {
    let clinic = Clinic::open().await.with_twilio().await;
    missed(&clinic, RuleWhen::WhileClosed).await;
    let (ben, ada) = (clinic.sim.twilio().patient(BEN), clinic.sim.twilio().patient("+447700900155"));
    let office = clinic.sim.twilio().patient("+442071838750");
    ada.rings_in_vain();
    clinic.advance(minutes(5)).await;
    assert!(ada.received().is_empty(), "only while closed");
    clinic.sleeps(hours(10)).await;
    ben.opts_out();
    clinic.advance(minutes(5)).await;
    for patient in [&ben, &ada, &office] {
        patient.rings_in_vain();
    }
    clinic.advance(minutes(5)).await;
    assert_eq!((ben.received().len(), ada.received().len(), office.received().len()), (0, 1, 0));
}

#[tokio::test]
async fn who_is_muted_or_spam_gets_nothing() {
    let clinic = evening().await;
    let (ben, ada) = (clinic.sim.twilio().patient(BEN), clinic.sim.twilio().patient("+447700900155"));
    outside(&clinic, false).await;
    ben.writes("hello");
    ada.writes("win a prize");
    clinic.advance(minutes(1)).await;
    for (handle, act) in [(BEN, TriageAct::Mute { on: true }), (ada.number(), TriageAct::Spam { on: true })] {
        clinic.desk().triage(&[clinic.conversation(handle)], act).await.expect("decided");
    }
    outside(&clinic, true).await;
    ben.writes("hello again");
    ada.writes("win two prizes");
    clinic.advance(minutes(1)).await;
    assert_eq!((ben.received().len(), ada.received().len()), (0, 0));
}

#[tokio::test]
async fn a_caller_who_got_through_meanwhile_is_not_told_that_we_missed_them() {
    let clinic = Clinic::open().await.with_twilio().await;
    missed(&clinic, RuleWhen::Always).await;
    let ben = clinic.sim.twilio().patient(BEN);
    ben.rings_in_vain();
    clinic.clock.advance(minutes(1));
    ben.rings_and_talks(60);
    clinic.clock.advance(minutes(3));
    clinic.advance(minutes(10)).await;
    assert!(ben.received().is_empty(), "both calls came with one answer of the provider");
    assert!(waiting(&clinic).is_empty());
}

#[tokio::test]
async fn a_text_to_a_caller_stays_here_when_somebody_saw_to_the_call_or_wants_to_hear_nothing() {
    let acts = [
        (TriageAct::Done, HoldView::Answered),
        (TriageAct::Spam { on: true }, HoldView::RuleOff),
        (TriageAct::Mute { on: true }, HoldView::RuleOff),
    ];
    for (act, why) in acts {
        let clinic = Clinic::open().await.with_twilio().await;
        missed(&clinic, RuleWhen::Always).await;
        let ben = clinic.sim.twilio().patient(BEN);
        clinic.sim.fault(Fault::once(FaultKind::TooMany { retry_after: Some(600) }).method("POST"));
        ben.rings_in_vain();
        clinic.advance(minutes(3)).await;
        let (call, texts) = (only(&clinic, Channel::Phone), only(&clinic, Channel::Sms));
        clinic.desk().triage(&[call], act).await.expect("decided");
        clinic.advance(minutes(20)).await;
        assert!(ben.received().is_empty());
        assert_eq!(held_back_in(&clinic, &texts).await, why);
    }
}

#[tokio::test]
async fn a_call_just_before_closing_counts_as_one_in_opening_time() {
    let clinic = Clinic::open_at("2026-11-24T17:28:30Z").await.with_twilio().await;
    missed(&clinic, RuleWhen::WhileClosed).await;
    let (ben, ada) = (clinic.sim.twilio().patient(BEN), clinic.sim.twilio().patient("+447700900155"));
    ben.rings_in_vain();
    clinic.clock.advance(minutes(3));
    ada.rings_in_vain();
    clinic.advance(minutes(5)).await;
    assert_eq!((ben.received().len(), ada.received().len()), (0, 1));
}
