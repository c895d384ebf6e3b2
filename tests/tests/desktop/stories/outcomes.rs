//! What became of a reply, in words and never only in colour: leaving, failed, unknown, and how the list says it.

use anteroom_sim::{Fault, FaultKind};

use crate::{Home, Start, Window, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_says_what_became_of_it() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    // For some seconds it can be taken back.
    window.opens("Dana Cole").await;
    window.replies("That is quite normal on day three.").await;
    window.sees_in("[role=log]", "Leaves in").await;
    window.is_accessible("a reply that leaves").await;
    window.is_pictured("reply-leaving").await;
    window.presses("Undo").await;
    window.needs_no_undo().await;

    // A telephone on the wall takes no texts, and Twilio says so.
    let edith = world.0.twilio().patient("+15550100114");
    edith.writes("Please ring me back.");
    window.shows_queue("All").await;
    window.sees_in("[data-pane=list]", "Please ring me back.").await;
    window.opens("+1 555-010-0114").await;
    window.replies("We will ring you at four.").await;
    window.sees_in("[role=log]", "Not delivered.").await;
    window.is_accessible("a reply that failed").await;
    window.is_pictured("reply-failed").await;

    // The line breaks after Twilio took it, and its list cannot be read: nobody can know.
    world.0.fault(Fault::once(FaultKind::Reset { taken: true }).method("POST").path("Messages"));
    world.0.fault(Fault::always(FaultKind::Reset { taken: false }).method("GET").path("Messages"));
    window.opens("Heike Vollmer").await;
    window.writes("Ja, bringen Sie bitte auch das Röntgenbild mit.").await;
    window.presses("Send").await;
    // Whether it is being looked for at this moment or not, a person may decide.
    window.finds("[role=log] button", "It arrived").await;
    window.finds("[role=log] button", "Send again").await;
    window.is_accessible("a reply that nobody knows of").await;
    window.is_pictured("reply-unknown").await;
    window.is_pictured_in("dark", "reply-unknown-dark").await;
    window.shows_queue("Not sent").await;
    window.finds("[data-row]", "Heike Vollmer").await;
    window.sees_in("[data-pane=list]", "May not have been sent").await;
    window.is_accessible("what was not sent").await;
    window.is_pictured("not-sent").await;
    assert_eq!(world.times_sent("Ja, bringen Sie bitte auch das Röntgenbild mit."), 1);
}
