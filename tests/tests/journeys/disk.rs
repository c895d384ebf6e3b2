//! The disk says no.

use anteroom_desk::views::StorageTrouble;
use anteroom_tests::{Clinic, minutes};

#[tokio::test]
async fn while_the_file_is_gone_nothing_leaves_and_nothing_is_lost() {
    let clinic = Clinic::open().await.with_twilio().await;
    let yusuf = clinic.sim.twilio().patient("+447700900142");
    yusuf.writes("before");
    clinic.advance(minutes(1)).await;
    clinic.undo_seconds(5).await;
    clinic.tries_to_reply(yusuf.number(), "waits").await.expect("taken");
    let (here, away) = (clinic.folder().join("anteroom.db"), clinic.folder().join("away.db"));
    std::fs::rename(&here, &away).expect("moved");
    yusuf.writes("meanwhile");
    clinic.advance(minutes(3)).await;
    let bar = clinic.desk().status().expect("reading still works");
    assert_eq!(bar.storage_trouble, Some(StorageTrouble::Gone));
    assert!(yusuf.received().is_empty(), "what cannot be written down does not leave");
    assert!(clinic.tries_to_reply(yusuf.number(), "refused").await.is_err(), "and is not promised");
    std::fs::rename(&away, &here).expect("moved back");
    clinic.advance(minutes(3)).await;
    assert_eq!(clinic.desk().status().expect("a bar").storage_trouble, None);
    assert_eq!(yusuf.received(), ["waits"]);
    let thread = clinic.thread(yusuf.number()).await;
    assert!(thread.contains(&"> meanwhile".to_owned()), "{thread:?}");
}
