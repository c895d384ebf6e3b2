//! The cases in which something goes wrong at every turn.

use anteroom_model::{FailureKind, Reconciled, Retry, SendError, UnknownSend};
use anteroom_sim::{Fault, FaultKind};

use crate::desk::{Desk, Stage, messages_in};

const HUGE: FaultKind = FaultKind::Huge { bytes: 9 * 1024 * 1024 };

fn strange_redirect() -> FaultKind {
    FaultKind::Redirect { location: "https://169.254.169.254/latest".to_owned() }
}

/// The faults after which nobody knows whether a message was sent.
fn unclear() -> Vec<FaultKind> {
    vec![
        FaultKind::Reset { taken: false },
        FaultKind::Reset { taken: true },
        FaultKind::Down { status: 500, taken: false, retry_after: None },
        FaultKind::Down { status: 503, taken: true, retry_after: Some(5) },
        FaultKind::Truncated { bytes: 7 },
        FaultKind::Garbage,
        FaultKind::Html,
        HUGE,
        strange_redirect(),
    ]
}

pub async fn an_unclear_send_is_found_or_cleared_and_never_repeated<S: Stage>() {
    for what in unclear() {
        let mut desk = Desk::<S>::open().await;
        let asked = desk.hears("Is Friday free?").await;
        desk.wait(600);
        let answer = desk.answer(&asked, "Yes, at ten.");
        desk.sim.fault(Fault::once(what.clone()).host(S::HOST).method("POST").path(S::SEND));
        let unknown = desk.unknown(&answer);
        let error = desk.run(desk.connector.send(&answer)).await.expect_err("spoilt");
        assert!(matches!(error, SendError::Ambiguous(_)), "{what:?}: {error:?}");

        desk.wait(10);
        let arrived = desk.received().len();
        let soon = desk.run(desk.connector.reconcile(&unknown, desk.now())).await.expect("a search");
        desk.wait(900);
        let later = desk.run(desk.connector.reconcile(&unknown, desk.now())).await.expect("a search");
        match later {
            Reconciled::Sent(found) => {
                assert_eq!(arrived, 1, "{what:?}");
                // When that id is some other message of ours, it cannot be this one.
                let taken = UnknownSend { taken: vec![found.provider_id], ..unknown };
                let again = desk.run(desk.connector.reconcile(&taken, desk.now())).await.expect("a search");
                assert!(!matches!(again, Reconciled::Sent(_)), "{what:?}");
            }
            other => {
                assert_eq!((arrived, other), (0, Reconciled::NotSent), "{what:?}");
                assert_eq!(soon, Reconciled::CannotTell, "{what:?}: too early to say");
            }
        }
        assert_eq!(desk.received().len(), arrived, "looking sends nothing");
    }
}

pub async fn nothing_is_lost_or_doubled_whatever_happens_meanwhile<S: Stage>() {
    let faults = [
        FaultKind::Reset { taken: false },
        FaultKind::Down { status: 503, taken: false, retry_after: Some(3) },
        FaultKind::TooMany { retry_after: Some(5) },
        FaultKind::TooMany { retry_after: None },
        FaultKind::Truncated { bytes: 40 },
        FaultKind::Slow { bytes: 64, pause_ms: 20 },
        FaultKind::Duplicates,
        FaultKind::OutOfOrder,
        FaultKind::Html,
        HUGE,
        strange_redirect(),
        FaultKind::Revoked,
    ];
    let mut desk = Desk::<S>::open().await;
    let (mut written, mut read) = (Vec::new(), Vec::new());
    for what in faults {
        for n in 0..3 {
            written.push(S::writes(&desk.patient, &format!("Line {n}")));
            desk.wait(7);
        }
        desk.sim.fault(Fault::once(what.clone()).host(S::HOST).method("GET").path(S::NEWS));
        // Whatever comes of it, the desk goes on from the cursor it has.
        let answer = desk.news().await;
        desk.sim.clear_faults();
        if what == FaultKind::Revoked {
            let error = answer.as_ref().expect_err("no right any more");
            assert_eq!(error.kind, FailureKind::SignInNeeded);
            written.push(S::writes(&desk.patient, "Is anybody there?"));
            desk.signs_in_again();
        }
        let told = answer.unwrap_or_default();
        desk.wait(120);
        let later = desk.news().await.expect("the fault is over");
        for message in [told, later].into_iter().flat_map(messages_in) {
            if !read.contains(&message.provider_id) {
                read.push(message.provider_id);
            }
        }
        let mut missing = written.clone();
        missing.retain(|id| !read.contains(id));
        assert!(missing.is_empty(), "{what:?} cost {} messages", missing.len());
        assert_eq!(read.len(), written.len(), "{what:?}");
        assert!(desk.news().await.expect("all is well").is_empty(), "{what:?}: told once");
    }
}

pub async fn a_pause_that_the_provider_asks_for_is_kept<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    desk.hears("Hello").await;
    let fault = desk.sim.fault(Fault::always(FaultKind::TooMany { retry_after: Some(30) }));
    let error = desk.news().await.expect_err("too often");
    assert_eq!(error.kind, FailureKind::RateLimited);
    assert!(matches!(error.retry, Retry::After(wait) if wait.as_secs() >= 29), "{error:?}");
    let asked = desk.sim.fault_hits(fault);
    let again = desk.news().await.expect_err("too early");
    assert_eq!(again.kind, FailureKind::RateLimited);
    assert_eq!(desk.sim.fault_hits(fault), asked, "nobody was asked");
    desk.sim.clear_faults();
    desk.wait(31);
    desk.news().await.expect("the pause is over");
}

pub async fn a_file_is_fetched_from_nobody_else<S: Stage>() {
    let mut desk = Desk::<S>::open().await;
    S::sends_photo(&desk.patient);
    let found = desk.messages().await;
    let file = found.iter().flat_map(|message| &message.attachments).next().expect("a photo");
    for location in [format!("{}/control/trap", desk.sim.url()), "https://10.0.0.1/x".to_owned()] {
        desk.sim.fault(Fault::always(FaultKind::Redirect { location }));
        let error = desk.run(desk.connector.media(file, 1_000_000)).await.expect_err("a stranger");
        assert_eq!((error.kind, error.retry), (FailureKind::HostRefused, Retry::Never));
        desk.sim.clear_faults();
    }
    assert_eq!(desk.sim.trapped(), 0);
    assert!(!format!("{file:?}").contains("http"), "an address may hold a signature");
}

pub async fn nothing_of_a_patient_is_in_an_error<S: Stage>() {
    for what in unclear().into_iter().chain([FaultKind::TooMany { retry_after: None }, FaultKind::Revoked]) {
        let mut desk = Desk::<S>::open().await;
        let asked = desk.hears("canary of the patient").await;
        let answer = desk.answer(&asked, "canary of the practice");
        desk.sim.fault(Fault::always(what.clone()));
        let sent = desk.run(desk.connector.send(&answer)).await.expect_err("spoilt");
        let read = desk.news().await.expect_err("spoilt");
        let told = format!("{sent} {sent:?} {read} {read:?} {answer:?} {asked:?}");
        for word in ["canary", answer.to.reveal().as_str(), "://", "IGAA"] {
            assert!(!told.contains(word), "{what:?}");
        }
    }
}
