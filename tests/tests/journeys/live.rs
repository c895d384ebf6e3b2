//! The desk as it runs in the program: by itself, on the machine's clock.

use std::sync::Arc;
use std::time::Duration;

use anteroom_assembly::RealConnectors;
use anteroom_desk::clock::SystemClock;
use anteroom_desk::dice::Dice;
use anteroom_desk::loops::Run;
use anteroom_desk::notify::Silent;
use anteroom_desk::views::{
    ConnectRequest, DeliveryState, InboxFilter, ItemBody, Queue, ReplySend, Settings, Watch,
};
use anteroom_desk::{Desk, DeskParts};
use anteroom_sim::{Sim, SimClock, SimConfig};
use anteroom_store::{FileVault, RecoveryKit, Store, Surroundings, TEST_MARK};
use anteroom_tests::marlow_street;

/// Longer than any of this takes on a busy machine; only a hang reaches it.
const HANG: Duration = Duration::from_secs(60);

async fn desk(folder: &std::path::Path) -> Desk {
    std::fs::write(folder.join(TEST_MARK), b"").expect("the mark");
    let dice = Dice::seeded(5);
    let fill = dice.clone();
    let opened = Store::create(
        folder,
        &FileVault::in_folder(folder),
        &RecoveryKit::generate().expect("randomness"),
        &marlow_street(),
        Surroundings { clock: Arc::new(SystemClock::new()), random: Box::new(move |bytes| fill.fill(bytes)) },
    )
    .expect("a clinic");
    Desk::start(DeskParts {
        store: opened.store,
        rolled_back: None,
        clock: Arc::new(SystemClock::new()),
        factory: Arc::new(RealConnectors::new(Arc::new(SystemClock::new()), dice.clone())),
        dice,
        notifier: Arc::new(Silent),
        language: Arc::new(anteroom_model::NoGuess),
        run: Run::ByItself,
    })
    .await
    .expect("a desk")
}

#[tokio::test]
async fn the_loops_run_by_themselves_tell_the_window_and_stop_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = SimClock::Running(Arc::new(SystemClock::new()));
    let sim = Sim::start(SimConfig { clock, seed: 1, port: 0, control_port: 0, ledger: None })
        .await
        .expect("a world");
    let yusuf = sim.twilio().patient("+447700900142");
    yusuf.writes("Is Friday free?");
    let desk = desk(folder.path()).await;
    desk.settings_save(Settings { undo_seconds: 0, ..Settings::default() }).await.expect("kept");
    let filter = InboxFilter::of(Queue::All);
    let mut feed = desk.feed();
    desk.inbox_open(filter.clone(), 50).expect("the list");
    desk.watch(Watch { inbox: Some(filter.clone()), rows: 50, conversation: None });
    let (key, secret) = sim.twilio().main_key();
    let request = ConnectRequest::Twilio {
        account_sid: sim.twilio().account_sid().into(),
        key_sid: key.into(),
        secret: secret.into(),
    };
    let at = sim.url().parse().expect("an address");
    desk.account_connect_at(request, Some(at)).await.expect("connected");

    let conversation = tokio::time::timeout(HANG, async {
        loop {
            feed.next().await.expect("the desk is open");
            if let Some(row) = desk.inbox_open(filter.clone(), 50).expect("the list").rows.pop() {
                return row.id;
            }
        }
    });
    let conversation = conversation.await.expect("the message comes in by itself");
    let reply = ReplySend {
        later: None,
        conversation: conversation.clone(),
        text: "Yes, at ten.".into(),
        quote: None,
        files: Vec::new(),
        press: desk.fresh_press(),
    };
    desk.reply_send(reply).await.expect("taken");
    let sent = tokio::time::timeout(HANG, async {
        loop {
            let view = desk.conversation_read(&conversation).expect("readable");
            let state = view.items.into_iter().rev().find_map(|item| match item.body {
                ItemBody::Message(message) => message.delivery.map(|delivery| delivery.state),
                _ => None,
            });
            if matches!(state, Some(DeliveryState::Accepted { .. } | DeliveryState::Delivered { .. })) {
                return;
            }
            feed.next().await.expect("the desk is open");
        }
    });
    sent.await.expect("the reply leaves by itself");
    assert_eq!(yusuf.received(), ["Yes, at ten."]);
    tokio::time::timeout(HANG, desk.stop()).await.expect("the desk closes");
    assert!(tokio::time::timeout(HANG, feed.next()).await.expect("the feed ends").is_none());
    let again = Store::open(
        folder.path(),
        &FileVault::in_folder(folder.path()),
        Surroundings { clock: Arc::new(SystemClock::new()), random: Box::new(|bytes| bytes.fill(7)) },
    );
    assert!(again.is_ok(), "the folder is free again");
}
