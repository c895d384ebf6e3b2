//! The cases. Each is a promise that the desk relies on, whichever provider it talks to.

use anteroom_model::{
    AttachmentKind, Content, DeliveryStatus, Direction, FailureKind, Origin, Reconciled, Retry, SendError,
};
use anteroom_sim::{Fault, FaultKind};

use crate::desk::{Desk, Stage};

pub async fn a_message_arrives_once_however_often_is_asked<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    desk.news().await.expect("an empty inbox");
    let before = desk.bookmark();
    let id = S::writes(&desk.patient, "Is Friday free?");
    let first = desk.messages().await;
    let [message] = first.as_slice() else { panic!("one message, not {}", first.len()) };
    assert_eq!((&message.provider_id, message.channel), (&id, S::CHANNEL));
    assert_eq!((message.direction, message.origin), (Direction::Inbound, Origin::Patient));
    assert_eq!(message.content.text(), Some("Is Friday free?"));
    assert!(desk.messages().await.is_empty(), "it is known now");
    desk.reopen_at(before);
    assert_eq!(desk.messages().await, first, "an old cursor tells it again");
}

pub async fn a_message_that_came_while_nobody_asked_arrives<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    desk.hears("Good morning").await;
    let mut expected = Vec::new();
    for day in 0..3 {
        desk.wait(26 * 3600);
        expected.push(S::writes(&desk.patient, &format!("Day {day}")));
    }
    let found: Vec<String> = desk.messages().await.into_iter().map(|message| message.provider_id).collect();
    assert_eq!(found, expected, "all of them, oldest first");
    assert!(desk.messages().await.is_empty());
}

pub async fn what_a_file_says_is_fetched_and_a_larger_one_is_refused<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    let id = S::sends_photo(&desk.patient);
    let message =
        desk.messages().await.into_iter().find(|message| message.provider_id == id).expect("a photo");
    assert!(matches!(message.content, Content::Media { .. }));
    let [file] = message.attachments.as_slice() else { panic!("one file") };
    assert_eq!(file.kind, AttachmentKind::Image);
    let body = desk.run(desk.connector.media(file, 10_000_000)).await.expect("its bytes");
    assert!(body.mime.as_deref().is_some_and(|mime| mime.starts_with("image/")));
    let exactly = body.bytes.len() as u64;
    assert!(desk.run(desk.connector.media(file, exactly)).await.is_ok());
    let refused = desk.run(desk.connector.media(file, exactly - 1)).await.expect_err("one byte too many");
    assert_eq!((refused.kind, refused.retry), (FailureKind::ContentRefused, Retry::Never));
}

pub async fn a_reply_reaches_the_patient_once_and_is_reported<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    let asked = desk.hears("Is Friday free?").await;
    let answer = desk.answer(&asked, "Yes, at ten.");
    let accepted = desk.run(desk.connector.send(&answer)).await.expect("taken");
    assert_eq!(desk.received(), ["Yes, at ten."]);
    desk.wait(30);
    let echoes: Vec<_> = desk.messages().await;
    assert!(echoes.iter().all(|echo| echo.provider_id == accepted.provider_id), "nothing but its echo");
    let statuses = desk
        .run(desk.connector.statuses(std::slice::from_ref(&accepted.provider_id)))
        .await
        .expect("statuses");
    if desk.connector.capabilities(S::CHANNEL).delivered_receipts {
        let [status] = statuses.as_slice() else { panic!("one status") };
        assert_eq!(status.provider_id, accepted.provider_id);
        assert!(status.status >= DeliveryStatus::Delivered && status.status != DeliveryStatus::Failed);
        let gone =
            desk.run(desk.connector.statuses(&["SM00000000000000000000000000000404".to_owned()])).await;
        assert_eq!(gone.expect("an answer"), [], "an id that the provider does not know is left out");
    }
}

pub async fn what_was_written_elsewhere_is_not_the_patients<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    desk.hears("Hello?").await;
    let id = S::hears_elsewhere(&desk.patient, "We ring you back.");
    desk.wait(10);
    let found = desk.messages().await;
    let [message] = found.as_slice() else { panic!("one message, not {}", found.len()) };
    assert_eq!((&message.provider_id, message.direction), (&id, Direction::Outbound));
    assert_eq!(message.origin, Origin::Elsewhere);
    assert_eq!(message.content.text(), Some("We ring you back."));
}

pub async fn a_send_that_was_taken_without_an_answer_is_found_again<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    let asked = desk.hears("Is Friday free?").await;
    let answer = desk.answer(&asked, "Yes, at ten.");
    desk.sim.fault(Fault::once(FaultKind::Reset { taken: true }).host(S::HOST).method("POST").path(S::SEND));
    let unknown = desk.unknown(&answer);
    let error = desk.run(desk.connector.send(&answer)).await.expect_err("no answer came");
    assert!(matches!(error, SendError::Ambiguous(_)), "{error:?}");
    assert_eq!(desk.received(), ["Yes, at ten."], "one request, whatever became of it");
    desk.wait(5);
    let found = desk.run(desk.connector.reconcile(&unknown, desk.now())).await.expect("a search");
    let Reconciled::Sent(accepted) = found else { panic!("it is there: {found:?}") };
    assert_eq!(S::received(&desk.patient)[0].provider_id, accepted.provider_id);
    assert_eq!(desk.received().len(), 1, "looking for it sends nothing");
}

pub async fn a_send_that_was_not_taken_is_reported_as_not_sent<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    let asked = desk.hears("Is Friday free?").await;
    let answer = desk.answer(&asked, "Yes, at ten.");
    desk.sim.fault(Fault::once(FaultKind::Reset { taken: false }).host(S::HOST).method("POST").path(S::SEND));
    let unknown = desk.unknown(&answer);
    let error = desk.run(desk.connector.send(&answer)).await.expect_err("no answer came");
    assert!(matches!(error, SendError::Ambiguous(_)), "{error:?}");
    assert!(desk.received().is_empty());
    let soon = desk.run(desk.connector.reconcile(&unknown, desk.now())).await.expect("a search");
    assert_ne!(soon, Reconciled::NotSent, "too early to say");
    desk.wait(300);
    let later = desk.run(desk.connector.reconcile(&unknown, desk.now())).await.expect("a search");
    assert_eq!(later, Reconciled::NotSent);
}

pub async fn a_send_that_was_refused_is_definite<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    let asked = desk.hears("Is Friday free?").await;
    let answer = desk.answer(&asked, "Yes, at ten.");
    let busy = FaultKind::TooMany { retry_after: Some(7) };
    desk.sim.fault(Fault::once(busy).host(S::HOST).method("POST").path(S::SEND));
    let error = desk.run(desk.connector.send(&answer)).await.expect_err("refused");
    let SendError::Definite(cause) = error else { panic!("a clear no: {error:?}") };
    assert_eq!(cause.kind, FailureKind::RateLimited);
    let Retry::After(wait) = cause.retry else { panic!("it named a time: {:?}", cause.retry) };
    assert!(wait.as_secs() >= 7);
    assert!(desk.received().is_empty());
}

pub async fn a_sick_provider_leaves_a_send_unknown<S: Stage>() {
    for (status, taken) in [(500, false), (503, true), (502, true)] {
        let mut desk = Desk::<S>::open().await;
        let asked = desk.hears("Is Friday free?").await;
        let answer = desk.answer(&asked, "Yes, at ten.");
        let ill = FaultKind::Down { status, taken, retry_after: None };
        desk.sim.fault(Fault::once(ill).host(S::HOST).method("POST").path(S::SEND));
        let error = desk.run(desk.connector.send(&answer)).await.expect_err("ill");
        assert!(matches!(error, SendError::Ambiguous(_)), "{status}: {error:?}");
        assert_eq!(desk.received().len(), usize::from(taken), "one request and no second");
    }
    for garbled in [FaultKind::Garbage, FaultKind::Html] {
        let mut desk = Desk::<S>::open().await;
        let asked = desk.hears("Is Friday free?").await;
        let answer = desk.answer(&asked, "Yes, at ten.");
        desk.sim.fault(Fault::once(garbled).host(S::HOST).method("POST").path(S::SEND));
        let error = desk.run(desk.connector.send(&answer)).await.expect_err("nonsense");
        assert!(matches!(error, SendError::Ambiguous(_)), "{error:?}");
    }
}

pub async fn a_text_that_does_not_fit_never_leaves<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    let asked = desk.hears("Tell me everything").await;
    let limit = desk.connector.capabilities(S::CHANNEL).text.expect("texts can be sent");
    let longest = desk.answer(&asked, &"a".repeat(limit.most));
    desk.run(desk.connector.send(&longest)).await.expect("the longest that fits");
    let too_long = desk.answer(&asked, &"a".repeat(limit.most + 1));
    let trap = desk.sim.fault(Fault::always(FaultKind::Garbage).method("POST"));
    let error = desk.run(desk.connector.send(&too_long)).await.expect_err("too long");
    assert!(matches!(error, SendError::Definite(cause) if cause.kind == FailureKind::ContentRefused));
    assert_eq!(desk.sim.fault_hits(trap), 0, "no request was made");
    assert_eq!(desk.received().len(), 1);
}

pub async fn without_a_network_nothing_is_sent_and_nothing_is_lost<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    let asked = desk.hears("Is Friday free?").await;
    desk.sim.network().down().await;
    let answer = desk.answer(&asked, "Yes, at ten.");
    let error = desk.run(desk.connector.send(&answer)).await.expect_err("no network");
    assert!(matches!(error, SendError::Definite(cause) if cause.kind == FailureKind::Offline));
    let id = S::writes(&desk.patient, "Hello?");
    assert!(desk.news().await.is_err());
    desk.sim.network().up().await;
    assert!(desk.received().is_empty());
    let found = desk.messages().await;
    assert!(found.iter().any(|message| message.provider_id == id));
}

pub async fn a_broken_answer_is_an_error_and_costs_no_message<S: Stage>() {
    let broken = [
        FaultKind::Garbage,
        FaultKind::Html,
        FaultKind::Truncated { bytes: 40 },
        FaultKind::Reset { taken: false },
        FaultKind::Down { status: 500, taken: false, retry_after: None },
        FaultKind::Huge { bytes: 64 * 1024 * 1024 },
    ];
    for what in broken {
        let mut desk = Desk::<S>::open().await;
        desk.news().await.expect("an empty inbox");
        let id = S::writes(&desk.patient, "Is Friday free?");
        let number = desk.sim.fault(Fault::once(what.clone()).host(S::HOST).method("GET").path(S::NEWS));
        let failed = desk.news().await;
        assert_eq!(desk.sim.fault_hits(number), 1, "{what:?}");
        let told = failed.map(crate::desk::messages_in).unwrap_or_default();
        let later = desk.messages().await;
        let all = told.iter().chain(&later).filter(|message| message.provider_id == id).count();
        assert_eq!(all, 1, "{what:?}");
    }
}

pub async fn lists_that_repeat_or_turn_around_double_nothing<S: Stage>() {
    for what in [FaultKind::Duplicates, FaultKind::OutOfOrder] {
        let mut desk = Desk::<S>::open().await;
        let mut expected: Vec<String> = Vec::new();
        for n in 0..5 {
            expected.push(S::writes(&desk.patient, &format!("Line {n}")));
            desk.wait(2);
        }
        desk.sim.fault(Fault::always(what.clone()).host(S::HOST).method("GET"));
        let mut found: Vec<String> =
            desk.messages().await.into_iter().map(|message| message.provider_id).collect();
        // The store knows a row by its id: the same news twice is harmless, another order too.
        let in_order = found.clone();
        found.sort();
        found.dedup();
        expected.sort();
        assert_eq!(found, expected, "{what:?}: {in_order:?}");
        desk.sim.clear_faults();
        assert!(desk.messages().await.is_empty(), "{what:?}");
    }
}

pub async fn a_revoked_credential_asks_for_a_person<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    let asked = desk.hears("Is Friday free?").await;
    S::revoke(&desk.sim);
    let error = desk.news().await.expect_err("no right");
    assert_eq!((error.kind, error.retry), (FailureKind::SignInNeeded, Retry::WhenReconnected));
    let answer = desk.answer(&asked, "Yes, at ten.");
    let error = desk.run(desk.connector.send(&answer)).await.expect_err("no right");
    assert!(matches!(error, SendError::Definite(cause) if cause.kind == FailureKind::SignInNeeded));
}

pub async fn a_redirect_to_a_stranger_is_not_followed<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    let asked = desk.hears("Is Friday free?").await;
    let stranger =
        |desk: &Desk<S>| FaultKind::Redirect { location: format!("{}/control/trap", desk.sim.url()) };
    desk.sim.fault(Fault::always(stranger(&desk)));
    assert!(desk.news().await.is_err());
    let answer = desk.answer(&asked, "Yes, at ten.");
    assert!(desk.run(desk.connector.send(&answer)).await.is_err());
    assert_eq!(desk.sim.trapped(), 0);
    assert!(desk.received().is_empty());
}

pub async fn the_account_says_who_it_is_and_what_it_may<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    desk.hears("Hello").await;
    let profile = desk.run(desk.connector.check()).await.expect("a profile");
    assert_eq!(profile.remote_id, S::remote_id(&desk.sim));
    assert!(profile.channels.contains(&S::CHANNEL), "{:?}", profile.channels);
    assert!(!profile.own_addresses.is_empty() && !profile.label.is_empty());
    assert_eq!(profile.missing, []);
    assert!(!profile.message_access_off);
    let feeds = desk.connector.feeds();
    assert!(feeds.iter().any(|feed| feed.channels.contains(&S::CHANNEL)));
    assert!(desk.connector.fetch("no such feed", None, desk.now()).await.is_err());
}
