//! The main job: a patient writes, somebody answers, the patient reads it. With the internet and without.

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_writes_and_reads_the_answer_once() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees("Everybody here is invented.").await;
    window.sees_in("footer", "Up to date").await;
    window.needs_no_undo().await;

    window.shows_queue("All").await;
    let stefan = world.0.twilio().patient("+15550100126");
    stefan.writes("Kann ich heute noch kommen? Es pocht.");
    window.sees_in("[data-pane=list]", "Es pocht.").await;
    window.opens("+1 555-010-0126").await;
    window.sees_in("[role=log]", "Kann ich heute noch kommen? Es pocht.").await;

    window.replies("Ja, kommen Sie um 16 Uhr.").await;
    window.sees_in("[role=log]", "Delivered").await;
    assert_eq!(stefan.received(), ["Ja, kommen Sie um 16 Uhr."]);
    window.is_pictured("conversation").await;
    window.is_pictured_in("dark", "conversation-dark").await;

    // A second thought: it can be taken back while it is still here.
    window.opens_settings("Sending and calling").await;
    window.chooses("Time to take a reply back", "30 s").await;
    window.opens_inbox().await;
    window.replies("Oder um 17 Uhr.").await;
    window.sees_in("[role=log]", "Leaves in").await;
    window.presses("Undo").await;
    let field = window.field().await;
    window
        .asks_until(
            "the words are back",
            "return arguments[0].value === arguments[1]",
            vec![field.to_json().expect("an element"), "Oder um 17 Uhr.".into()],
        )
        .await;
    assert_eq!(world.times_sent("Ja, kommen Sie um 16 Uhr."), 1);
    assert_eq!(world.times_sent("Oder um 17 Uhr."), 0);

    window.gets_closed().await;
    for words in ["Es pocht", "16 Uhr", "+15550100126", &world.0.instagram().token()] {
        assert_eq!(home.files_with(words), Vec::<std::path::PathBuf>::new(), "plain words on the disk");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_internet_a_reply_waits_and_says_so() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;
    window.needs_no_undo().await;
    let ruth = world.0.twilio().patient("+15550100125");
    // The profiles were read, so everybody has a name.
    window.opens("Lucía Fernández").await;
    window.opens("+1 555-010-0125").await;

    world.0.network().down().await;
    window.replies("Half past one is fine.").await;
    window.sees_in("[role=log]", "Queued").await;
    window.sees_in("footer", "1 reply queued").await;
    window.sees_in("footer", "Working offline since").await;
    assert!(!window.shows("footer", "Up to date").await);
    assert!(ruth.received().is_empty());
    window.is_accessible("offline").await;
    window.is_pictured("offline").await;

    // Everything that is here can be read and searched meanwhile.
    window.opens("Lucía Fernández").await;
    window.sees_in("[role=log]", "¿Y cuánto dura el efecto?").await;
    window.opens("+1 555-010-0125").await;

    world.0.network().up().await;
    window.sees_in("[role=log]", "Delivered").await;
    window.sees_in("footer", "Nothing queued").await;
    window.sees_in("footer", "Up to date").await;
    assert_eq!(ruth.received(), ["Half past one is fine."]);
    assert_eq!(world.times_sent("Half past one is fine."), 1);
}
