//! Replies that wait for a time: they leave then and once, or somebody is asked.

use anteroom_desk::views::{
    Code, DeliveryState, HoldView, ReplySend, SendLater, Sent, TemplateSend, TimeChoiceKey, UtcMillis,
    WindowView, WireError,
};
use anteroom_model::Clock;
use anteroom_sim::{Entry, Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes, seconds};
use jiff::{SignedDuration, Timestamp};

pub(crate) const YUSUF: &str = "+447700900142";

/// A patient wrote a text a minute ago, at nine.
pub(crate) async fn somebody_wrote() -> Clinic {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.sim.twilio().patient(YUSUF).writes("hello");
    clinic.advance(minutes(1)).await;
    clinic
}

pub(crate) fn in_(clinic: &Clinic, span: SignedDuration) -> Timestamp {
    clinic.clock.now() + span
}

pub(crate) fn at(time: Timestamp) -> SendLater {
    SendLater { at: time.into(), unless_they_write: true }
}

pub(crate) async fn schedules(
    clinic: &Clinic,
    to: &str,
    text: &str,
    later: SendLater,
) -> Result<Sent, WireError> {
    let reply = ReplySend {
        conversation: clinic.conversation(to),
        text: text.to_owned(),
        quote: None,
        files: Vec::new(),
        press: clinic.press(),
        later: Some(later),
    };
    let sent = clinic.desk().reply_send(reply).await;
    clinic.settle().await;
    sent
}

/// So much time passes, with the desk awake for the last two minutes of it; hours of polling would teach nothing.
async fn pass(clinic: &Clinic, span: SignedDuration) {
    clinic.sleeps(span - minutes(2)).await;
    clinic.advance(minutes(2)).await;
}

fn received_on_whatsapp(clinic: &Clinic) -> Vec<String> {
    clinic.sim.twilio().patient(YUSUF).on_whatsapp().received().into_iter().map(|one| one.text).collect()
}

pub(crate) fn received(clinic: &Clinic, from: &str) -> Vec<String> {
    clinic.sim.twilio().patient(from).received().into_iter().map(|one| one.text).collect()
}

#[tokio::test]
async fn a_scheduled_reply_waits_for_its_hour_and_leaves_then() {
    let clinic = somebody_wrote().await;
    let time = in_(&clinic, hours(5));
    schedules(&clinic, YUSUF, "See you tomorrow.", at(time)).await.expect("taken");
    let state = clinic.delivery(YUSUF, "See you tomorrow.").await;
    assert_eq!(state, DeliveryState::Scheduled { at: time.into(), unless_they_write: true });
    assert_eq!(clinic.desk().status().expect("a status").queued, 0, "nothing waits for the network");
    assert_eq!(clinic.opens(YUSUF).await.head.waiting_since, None, "it was answered");
    pass(&clinic, hours(5) - seconds(1)).await;
    assert!(received(&clinic, YUSUF).is_empty());
    clinic.advance(seconds(1)).await;
    assert_eq!(received(&clinic, YUSUF), ["See you tomorrow."]);
    pass(&clinic, hours(24)).await;
    assert_eq!(received(&clinic, YUSUF), ["See you tomorrow."], "once");
}

#[tokio::test]
async fn other_replies_pass_it_and_it_stands_where_it_left() {
    let clinic = somebody_wrote().await;
    let later = SendLater { unless_they_write: false, ..at(in_(&clinic, hours(2))) };
    schedules(&clinic, YUSUF, "later", later).await.expect("taken");
    clinic.replies(YUSUF, "now").await;
    assert_eq!(received(&clinic, YUSUF), ["now"]);
    clinic.sim.twilio().patient(YUSUF).writes("thanks");
    pass(&clinic, hours(2)).await;
    assert_eq!(received(&clinic, YUSUF), ["now", "later"]);
    assert_eq!(clinic.thread(YUSUF).await, ["> hello", "< now", "> thanks", "< later"]);
    assert!(
        clinic.opens(YUSUF).await.head.waiting_since.is_some(),
        "what came after it was written is still open"
    );
}

#[tokio::test]
async fn it_can_be_edited_moved_sent_at_once_and_taken_back() {
    let clinic = somebody_wrote().await;
    let time = in_(&clinic, hours(2));
    let sent = schedules(&clinic, YUSUF, "typo", at(time)).await.expect("taken");
    let taken = clinic.desk().outbox_take_back(&sent.outbox).await.expect("still here");
    assert_eq!((taken.draft.reply.as_str(), taken.text.as_str(), taken.later), ("typo", "typo", at(time)));
    assert_eq!(clinic.thread(YUSUF).await, ["> hello"]);

    let sent = schedules(&clinic, YUSUF, "no typo", taken.later).await.expect("taken");
    let sooner = at(in_(&clinic, hours(1)));
    clinic.desk().outbox_reschedule(&sent.outbox, sooner).await.expect("moved");
    let past = clinic.desk().outbox_reschedule(&sent.outbox, at(in_(&clinic, -hours(1)))).await;
    assert_eq!(past.map_err(|error| error.code), Err(Code::FieldInvalid));
    pass(&clinic, hours(1)).await;
    assert_eq!(received(&clinic, YUSUF), ["no typo"]);

    let sent = schedules(&clinic, YUSUF, "hurry", at(in_(&clinic, hours(1)))).await.expect("taken");
    clinic.desk().outbox_send_now(&sent.outbox).await.expect("sent");
    clinic.settle().await;
    assert_eq!(received(&clinic, YUSUF), ["no typo", "hurry"]);
    let gone = clinic.desk().outbox_take_back(&sent.outbox).await;
    assert_eq!(gone.map(drop).map_err(|error| error.code), Err(Code::Stale));
}

#[tokio::test]
async fn what_was_missed_while_the_machine_was_off_asks_and_never_bursts() {
    let mut clinic = Clinic::open().await.with_twilio().await;
    let people: Vec<String> = (0..12).map(|n| format!("+4477009001{n:02}")).collect();
    for number in &people {
        clinic.sim.twilio().patient(number).writes("hello");
    }
    clinic.advance(minutes(1)).await;
    let time = in_(&clinic, hours(1));
    for number in &people {
        schedules(&clinic, number, "Good morning", at(time)).await.expect("taken");
    }
    clinic.close().await;
    clinic.clock.advance(hours(6));
    clinic.begin_again().await;
    clinic.advance(minutes(5)).await;
    for number in &people {
        let state = clinic.delivery(number, "Good morning").await;
        assert!(
            matches!(state, DeliveryState::HeldBack { why: HoldView::MissedTime, due: Some(due), .. } if due == time.into()),
            "{state:?}"
        );
        assert!(received(&clinic, number).is_empty());
    }
    let DeliveryState::HeldBack { .. } = clinic.delivery(&people[0], "Good morning").await else {
        panic!("held")
    };
    let outbox = outbox_of(&clinic, &people[0]).await;
    clinic.desk().outbox_retry(&outbox).await.expect("sent now");
    let other = outbox_of(&clinic, &people[1]).await;
    clinic.desk().outbox_reschedule(&other, at(in_(&clinic, hours(1)))).await.expect("another time");
    clinic.settle().await;
    assert_eq!(received(&clinic, &people[0]), ["Good morning"]);
    pass(&clinic, hours(1)).await;
    assert_eq!(received(&clinic, &people[1]), ["Good morning"]);
    assert!(received(&clinic, &people[2]).is_empty());
}

/// The outbox row of the newest message.
async fn outbox_of(clinic: &Clinic, number: &str) -> String {
    use anteroom_desk::views::ItemBody;
    let view = clinic.opens(number).await;
    let newest = view.items.iter().rev().find_map(|item| match &item.body {
        ItemBody::Message(message) => message.delivery.as_ref()?.outbox.clone(),
        _ => None,
    });
    newest.expect("a message of ours")
}

#[tokio::test]
async fn a_short_sleep_or_a_short_outage_only_makes_it_late() {
    let clinic = somebody_wrote().await;
    schedules(&clinic, YUSUF, "one", at(in_(&clinic, hours(1)))).await.expect("taken");
    clinic.sleeps(hours(1) + minutes(9)).await;
    assert_eq!(received(&clinic, YUSUF), ["one"], "nine minutes late");

    schedules(&clinic, YUSUF, "two", at(in_(&clinic, hours(1)))).await.expect("taken");
    pass(&clinic, minutes(55)).await;
    clinic.sim.network().down().await;
    clinic.advance(minutes(10)).await;
    assert!(matches!(clinic.delivery(YUSUF, "two").await, DeliveryState::Queued { .. }));
    clinic.sim.network().up().await;
    clinic.advance(minutes(2)).await;
    assert_eq!(received(&clinic, YUSUF), ["one", "two"], "back in time");

    schedules(&clinic, YUSUF, "three", at(in_(&clinic, hours(1)))).await.expect("taken");
    pass(&clinic, minutes(55)).await;
    clinic.sim.network().down().await;
    clinic.advance(minutes(16)).await;
    clinic.sim.network().up().await;
    clinic.advance(minutes(5)).await;
    let state = clinic.delivery(YUSUF, "three").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::MissedTime, .. }), "{state:?}");
}

#[tokio::test]
async fn a_time_at_which_the_window_is_closed_is_refused_and_a_template_may_go() {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.sim.twilio().patient(YUSUF).on_whatsapp().writes("hello");
    clinic.advance(minutes(1)).await;
    let conversation = clinic.conversation(YUSUF);
    let tomorrow = in_(&clinic, hours(26));
    let window = clinic.desk().window_at(&conversation, tomorrow.into()).expect("known");
    assert!(matches!(window, WindowView::TemplateOnly { since: Some(_) }), "{window:?}");
    let refused = schedules(&clinic, YUSUF, "too late", at(tomorrow)).await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::OutsideReplyWindow));
    let list = clinic.desk().templates(&conversation).await.expect("the list");
    let reminder = list.templates.iter().find(|template| template.name == "visit_reminder").expect("known");
    let send = TemplateSend {
        conversation,
        template: reminder.id.clone(),
        values: vec![("1".into(), "Yusuf".into()), ("2".into(), "Friday at ten".into())],
        press: clinic.press(),
        later: Some(at(tomorrow)),
    };
    clinic.desk().template_send(send.clone()).await.expect("taken");
    let outbox = outbox_of(&clinic, YUSUF).await;
    let taken = clinic.desk().outbox_take_back(&outbox).await.expect("still here");
    let template = taken.template.expect("a template");
    assert_eq!(
        (template.template, template.values, taken.draft.reply),
        (send.template.clone(), send.values.clone(), String::new())
    );
    let again = TemplateSend { press: clinic.press(), ..send };
    clinic.desk().template_send(again).await.expect("taken");
    pass(&clinic, hours(26)).await;
    assert_eq!(received_on_whatsapp(&clinic), ["Hello Yusuf, your visit is Friday at ten."]);
}

#[tokio::test]
async fn a_window_that_closed_meanwhile_holds_it_back() {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.sim.twilio().patient(YUSUF).on_whatsapp().writes("hello");
    clinic.advance(minutes(1)).await;
    // Two minutes before the window closes; the line comes back when it has.
    schedules(&clinic, YUSUF, "just in time", at(in_(&clinic, hours(24) - minutes(2)))).await.expect("taken");
    pass(&clinic, hours(23) + minutes(55)).await;
    clinic.sim.network().down().await;
    clinic.advance(minutes(6)).await;
    clinic.sim.network().up().await;
    clinic.advance(minutes(2)).await;
    let state = clinic.delivery(YUSUF, "just in time").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::WindowClosed, .. }), "{state:?}");
    assert!(received_on_whatsapp(&clinic).is_empty());
}

#[tokio::test]
async fn who_writes_first_is_not_sent_what_was_meant_for_silence() {
    let clinic = somebody_wrote().await;
    let (first, second) = (in_(&clinic, hours(1)), in_(&clinic, hours(2)));
    schedules(&clinic, YUSUF, "Any news?", at(first)).await.expect("taken");
    let anyway = SendLater { unless_they_write: false, ..at(second) };
    schedules(&clinic, YUSUF, "The form is here.", anyway).await.expect("taken");
    clinic.sim.twilio().patient(YUSUF).writes("I feel better");
    pass(&clinic, hours(1)).await;
    let state = clinic.delivery(YUSUF, "Any news?").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::PatientWrote, .. }), "{state:?}");
    pass(&clinic, hours(1)).await;
    assert_eq!(received(&clinic, YUSUF), ["The form is here."], "what is parked holds up nothing");
}

#[tokio::test]
async fn who_rings_first_is_not_sent_what_was_meant_for_silence() {
    for talks in [true, false] {
        let clinic = somebody_wrote().await;
        schedules(&clinic, YUSUF, "Any news?", at(in_(&clinic, hours(1)))).await.expect("taken");
        clinic.advance(minutes(10)).await;
        let yusuf = clinic.sim.twilio().patient(YUSUF);
        let _ = if talks { yusuf.rings_and_talks(60) } else { yusuf.rings_in_vain() };
        clinic.advance(minutes(5)).await;
        pass(&clinic, minutes(45)).await;
        assert!(received(&clinic, YUSUF).is_empty(), "talks: {talks}");
        let state = clinic.desk().store().read(|tx| tx.outbox_counts()).expect("readable");
        assert_eq!((state.parked, state.queued), (1, 0), "talks: {talks}");
    }
}

#[tokio::test]
async fn who_writes_first_on_another_channel_is_not_sent_what_was_meant_for_silence() {
    let clinic = somebody_wrote().await;
    let outbox =
        schedules(&clinic, YUSUF, "Any news?", at(in_(&clinic, hours(1)))).await.expect("taken").outbox;
    clinic.advance(minutes(10)).await;
    clinic.sim.twilio().patient(YUSUF).on_whatsapp().writes("I feel better");
    clinic.advance(minutes(5)).await;
    pass(&clinic, minutes(45)).await;
    assert!(received(&clinic, YUSUF).is_empty());
    let counts = clinic.desk().store().read(|tx| tx.outbox_counts()).expect("readable");
    assert_eq!((counts.parked, counts.queued), (1, 0));
    clinic.desk().outbox_reschedule(&outbox, at(in_(&clinic, hours(1)))).await.expect("they have been read");
    pass(&clinic, hours(1)).await;
    assert_eq!(received(&clinic, YUSUF), ["Any news?"]);
}

#[tokio::test]
async fn what_missed_its_time_without_a_network_stands_among_the_scheduled_again_when_it_is_given_another() {
    let clinic = somebody_wrote().await;
    let outbox = schedules(&clinic, YUSUF, "three", at(in_(&clinic, hours(1)))).await.expect("taken").outbox;
    pass(&clinic, minutes(55)).await;
    clinic.sim.network().down().await;
    clinic.advance(minutes(16)).await;
    clinic.sim.network().up().await;
    clinic.advance(minutes(5)).await;
    let state = clinic.delivery(YUSUF, "three").await;
    assert!(matches!(state, DeliveryState::HeldBack { why: HoldView::MissedTime, .. }), "{state:?}");
    clinic.desk().outbox_reschedule(&outbox, at(in_(&clinic, hours(20)))).await.expect("another time");
    clinic.settle().await;
    let counts = clinic.desk().store().read(|tx| tx.inbox_counts(None, None)).expect("readable");
    assert_eq!(counts.scheduled, 1);
    clinic.replies(YUSUF, "meanwhile").await;
    pass(&clinic, hours(20)).await;
    assert_eq!(clinic.thread(YUSUF).await, ["> hello", "< meanwhile", "< three"], "it stands where it left");
}

#[tokio::test]
async fn send_now_does_not_cut_the_time_short_in_which_a_reply_can_be_taken_back() {
    let clinic = somebody_wrote().await;
    clinic.undo_seconds(30).await;
    clinic.replies(YUSUF, "leaving").await;
    let outbox = outbox_of(&clinic, YUSUF).await;
    let refused = clinic.desk().outbox_send_now(&outbox).await;
    assert_eq!(refused.map_err(|error| error.code), Err(Code::Stale));
    clinic.advance(seconds(29)).await;
    assert!(received(&clinic, YUSUF).is_empty(), "it can still be taken back");
}

#[tokio::test]
async fn a_crash_at_its_hour_sends_it_once() {
    let mut clinic = somebody_wrote().await;
    schedules(&clinic, YUSUF, "on time", at(in_(&clinic, hours(1)))).await.expect("taken");
    pass(&clinic, hours(1) - seconds(1)).await;
    clinic.sim.fault(Fault::once(FaultKind::Slow { bytes: 1, pause_ms: 1000 }).method("POST"));
    clinic.clock.advance(seconds(1));
    let taken = || {
        clinic
            .sim
            .ledger()
            .iter()
            .any(|entry| matches!(entry, Entry::Outbound { body, .. } if body == "on time"))
    };
    let watch = async {
        while !taken() {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        settled = clinic.desk().settle() => panic!("the answer should never have come: {settled:?}"),
        () = watch => {}
    }
    clinic.crashes();
    clinic.begin_again().await;
    pass(&clinic, minutes(30)).await;
    assert_eq!(received(&clinic, YUSUF), ["on time"]);
    let state = clinic.delivery(YUSUF, "on time").await;
    assert!(matches!(state, DeliveryState::Accepted { .. } | DeliveryState::Delivered { .. }), "{state:?}");
}

#[tokio::test]
async fn a_reply_in_its_time_to_be_taken_back_survives_a_crash() {
    let mut clinic = somebody_wrote().await;
    clinic.undo_seconds(30).await;
    clinic.replies(YUSUF, "leaving").await;
    clinic.crashes();
    clinic.begin_again().await;
    clinic.advance(seconds(29)).await;
    assert!(received(&clinic, YUSUF).is_empty(), "it can still be taken back");
    clinic.advance(seconds(2)).await;
    assert_eq!(received(&clinic, YUSUF), ["leaving"]);
}

#[tokio::test]
async fn staff_type_a_time_and_are_offered_six() {
    let clinic = somebody_wrote().await;
    let read = clinic.desk().when_read("tomorrow 8:00").expect("readable");
    let tomorrow: Timestamp = "2026-11-25T08:00:00Z".parse().expect("a time");
    assert_eq!(
        read.iter().map(|one| (one.at, one.sure)).collect::<Vec<_>>(),
        [(UtcMillis::from(tomorrow), true)]
    );
    assert!(clinic.desk().when_read("whenever").expect("readable").is_empty());
    let offered = clinic.desk().snooze_choices().expect("six");
    assert_eq!(offered.len(), 6);
    assert_eq!(offered[1].key, TimeChoiceKey::Tomorrow);
}
