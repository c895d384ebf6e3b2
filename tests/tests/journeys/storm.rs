//! Everything goes wrong at once, for hours. Afterwards the desk and the provider tell the same story.

use std::collections::BTreeMap;

use anteroom_desk::views::{AccountStateView, ConnectRequest, DeliveryState, ItemBody, ProviderView, Queue};
use anteroom_sim::{Entry, Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes, seconds};

fn weather() -> Vec<Fault> {
    let often = |what, every| Fault::always(what).every(every);
    vec![
        often(FaultKind::Reset { taken: true }, 7),
        often(FaultKind::Reset { taken: false }, 11),
        often(FaultKind::Down { status: 502, taken: true, retry_after: None }, 13),
        often(FaultKind::Down { status: 503, taken: false, retry_after: Some(2) }, 17),
        often(FaultKind::TooMany { retry_after: Some(3) }, 19),
        often(FaultKind::Truncated { bytes: 20 }, 23),
        often(FaultKind::Duplicates, 5),
        often(FaultKind::OutOfOrder, 6),
    ]
}

/// Both providers end the right to the account with the next request that nothing else spoils.
fn rights_end(clinic: &Clinic) {
    for host in ["graph.instagram.com", "api.twilio.com"] {
        clinic.sim.fault(Fault::once(FaultKind::Revoked).host(host));
    }
}

/// Staff sign in again wherever they are asked to. In this weather it takes more than one try.
async fn staff_sign_in_again(clinic: &Clinic) {
    let accounts = || clinic.desk().accounts().expect("accounts").into_iter();
    let lost: Vec<_> = accounts().filter(|account| account.state == AccountStateView::NeedsSignIn).collect();
    assert_eq!(lost.len(), 2, "both asked for somebody");
    let rights = ["instagram_business_basic", "instagram_business_manage_messages"];
    let token = clinic.sim.instagram().issue_token(&rights, hours(48));
    let (key_sid, secret) = clinic.sim.twilio().issue_key();
    let account_sid = clinic.sim.twilio().account_sid();
    for account in lost {
        let mut tries = 0;
        loop {
            let request = match account.provider {
                ProviderView::Instagram => ConnectRequest::Instagram { token: token.clone() },
                ProviderView::Twilio => ConnectRequest::Twilio {
                    account_sid: account_sid.to_owned(),
                    key_sid: key_sid.clone(),
                    secret: secret.clone(),
                },
            };
            if clinic.desk().account_sign_in(&account.id, request).await.is_ok() {
                break;
            }
            tries += 1;
            assert!(tries < 50, "nobody gets in");
            clinic.advance(seconds(20)).await;
        }
    }
}

#[tokio::test]
async fn after_the_storm_nothing_is_lost_doubled_or_shown_as_sent_when_it_was_not() {
    let clinic = Clinic::open().await.with_instagram().await.with_twilio().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    let ada = clinic.sim.twilio().patient("+447700900155").on_whatsapp();
    let handles = [maria.id().to_owned(), yusuf.number().to_owned(), ada.number().to_owned()];
    maria.writes("first");
    yusuf.writes("first");
    ada.writes("first");
    clinic.advance(minutes(2)).await;
    for fault in weather() {
        clinic.sim.fault(fault);
    }
    for n in 0..10 {
        maria.writes(&format!("question {n}"));
        yusuf.writes(&format!("question {n}"));
        ada.writes(&format!("question {n}"));
        for handle in &handles {
            clinic
                .tries_to_reply(handle, &format!("answer {n} to {handle}"))
                .await
                .expect("the reply is taken");
        }
        match n {
            3 => rights_end(&clinic),
            6 => staff_sign_in_again(&clinic).await,
            _ => {}
        }
        clinic.advance(minutes(3)).await;
    }
    clinic.sim.clear_faults();
    clinic.advance(hours(3)).await;

    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    for entry in clinic.sim.ledger() {
        if let Entry::Outbound { body, .. } = entry {
            *taken.entry(body).or_default() += 1;
        }
    }
    let doubled: Vec<_> = taken.iter().filter(|(_, times)| **times > 1).collect();
    assert!(doubled.is_empty(), "sent twice: {doubled:?}");

    for handle in &handles {
        let thread = clinic.thread(handle).await;
        let questions: Vec<&String> = thread.iter().filter(|line| line.starts_with('>')).collect();
        let expected: Vec<String> =
            std::iter::once("> first".into()).chain((0..10).map(|n| format!("> question {n}"))).collect();
        assert_eq!(questions, expected.iter().collect::<Vec<_>>(), "in once, in order");

        let (mut sent_in_order, mut not_sent) = (Vec::new(), 0);
        for item in clinic.opens(handle).await.items {
            let ItemBody::Message(message) = item.body else { continue };
            let Some(delivery) = message.delivery else { continue };
            let anteroom_desk::views::ContentView::Text { body } = message.content else { continue };
            let shown_as_sent = matches!(
                delivery.state,
                DeliveryState::Accepted { .. } | DeliveryState::Delivered { .. } | DeliveryState::Read { .. }
            );
            assert_eq!(shown_as_sent, taken.contains_key(&body), "{body}: {:?}", delivery.state);
            assert!(
                !matches!(delivery.state, DeliveryState::Unknown { .. } | DeliveryState::Sending),
                "{body} was found or given to a person"
            );
            if shown_as_sent {
                sent_in_order.push(body);
            } else {
                not_sent += 1;
            }
        }
        assert_eq!(sent_in_order.len() + not_sent, 10, "no answer that was taken is forgotten");
        let id = clinic.conversation(handle);
        let row = clinic.queue(Queue::NotSent).into_iter().find(|row| row.id == id);
        assert_eq!(
            row.map_or(0, |row| row.not_sent as usize),
            not_sent,
            "what did not leave, a person is told"
        );
        let received: Vec<String> = clinic
            .sim
            .ledger()
            .into_iter()
            .filter_map(|entry| match entry {
                Entry::Outbound { body, .. } if body.ends_with(handle.as_str()) => Some(body),
                _ => None,
            })
            .collect();
        assert_eq!(received, sent_in_order, "out in order");
    }
}
