//! Staff react to what a patient wrote: shown as on its way until it stands, said once, taken back, and never an answer.

use anteroom_desk::views::{
    Code, FailureView, HoldView, ItemBody, QueuedFor, ReactionState, ReactionView, StuckView,
};
use anteroom_sim::instagram::InstagramPatient;
use anteroom_sim::{Fault, FaultKind};
use anteroom_tests::{Clinic, hours, minutes, seconds};

/// A clinic to which Maria has just written; the patient and the provider's id of her message.
async fn maria_wrote() -> (Clinic, InstagramPatient, String) {
    let clinic = Clinic::open().await.with_instagram().await;
    let maria = clinic.sim.instagram().patient("Maria Keller", "maria.k");
    maria.writes("Good morning");
    let wrote = maria.writes("It does not hurt any more, thank you!");
    clinic.advance(minutes(1)).await;
    (clinic, maria, wrote)
}

/// The reactions at the newest message of a patient's, as the screen has them.
async fn shown(clinic: &Clinic, of: &InstagramPatient) -> Vec<ReactionView> {
    let view = clinic.opens(of.id()).await;
    let theirs = view.items.into_iter().rev().find_map(|item| match item.body {
        ItemBody::Message(message) if !message.ours => Some(message.reactions),
        _ => None,
    });
    theirs.expect("a message of the patient's")
}

/// Ours at that message: the emoji and how it stands.
async fn ours(clinic: &Clinic, of: &InstagramPatient) -> Option<(String, ReactionState)> {
    let mut ours = shown(clinic, of).await.into_iter().filter(|one| one.ours);
    let found = ours.next().map(|one| (one.emoji, one.state));
    assert!(ours.next().is_none(), "one message bears one reaction of ours");
    found
}

/// Staff choose an emoji, or take theirs away; nothing else happens yet.
async fn presses(clinic: &Clinic, of: &InstagramPatient, emoji: Option<&str>) -> Result<(), Code> {
    let view = clinic.opens(of.id()).await;
    let theirs = |item: &&anteroom_desk::views::TimelineItem| matches!(&item.body, ItemBody::Message(message) if !message.ours);
    let id = view.items.iter().rev().find(theirs).expect("a message of the patient's").id.clone();
    clinic.desk().reaction_set(&id, emoji.map(str::to_owned)).await.map_err(|error| error.code)
}

async fn reacts(clinic: &Clinic, to: &InstagramPatient, emoji: Option<&str>) {
    presses(clinic, to, emoji).await.expect("the reaction is taken");
    clinic.settle().await;
}

fn heart() -> (String, String) {
    ("practice".into(), "❤️".into())
}

fn there(emoji: &str) -> Option<(String, ReactionState)> {
    Some((emoji.into(), ReactionState::There))
}

/// Requests for a reaction.
fn of_reactions(fault: Fault) -> Fault {
    fault.method("POST").path("messages")
}

#[tokio::test]
async fn a_reaction_is_dashed_until_it_stands_and_is_no_answer() {
    let (clinic, maria, wrote) = maria_wrote().await;
    let before = clinic.waiting();
    assert_eq!(before.len(), 1);
    presses(&clinic, &maria, Some("❤️")).await.expect("it is taken");
    let going = ReactionState::Going { waits_for: QueuedFor::Turn };
    assert_eq!(ours(&clinic, &maria).await, Some(("❤️".into(), going)));
    assert_eq!(maria.reactions(&wrote), []);
    clinic.settle().await;
    assert_eq!(maria.reactions(&wrote), [heart()]);
    let now = shown(&clinic, &maria).await;
    assert_eq!((now[0].by.as_deref(), &now[0].state), (Some("Ana Kovač"), &ReactionState::There));
    let after = clinic.waiting();
    assert_eq!(after.len(), 1, "she still waits for words");
    assert_eq!((after[0].waiting_since, &after[0].preview), (before[0].waiting_since, &before[0].preview));
    // The list tells it too: it is the same one, and still Ana's.
    clinic.advance(minutes(10)).await;
    let now = shown(&clinic, &maria).await;
    assert_eq!((now.len(), now[0].by.as_deref()), (1, Some("Ana Kovač")));
}

#[tokio::test]
async fn a_reaction_is_changed_and_taken_back() {
    let (clinic, maria, wrote) = maria_wrote().await;
    maria.reacts(&wrote, "🙏");
    reacts(&clinic, &maria, Some("❤️")).await;
    clinic.advance(minutes(2)).await;
    reacts(&clinic, &maria, Some("👍")).await;
    assert_eq!(ours(&clinic, &maria).await, there("👍"));
    clinic.advance(minutes(2)).await;
    presses(&clinic, &maria, None).await.expect("it is taken back");
    let leaving = ReactionState::Leaving { waits_for: QueuedFor::Turn };
    assert_eq!(ours(&clinic, &maria).await, Some(("👍".into(), leaving)));
    clinic.settle().await;
    assert_eq!(maria.reactions(&wrote), [("patient".into(), "🙏".into())]);
    clinic.advance(minutes(2)).await;
    assert_eq!(ours(&clinic, &maria).await, None);
    assert_eq!(shown(&clinic, &maria).await.len(), 1, "hers stays");
}

#[tokio::test]
async fn offline_a_reaction_waits_and_one_that_never_left_can_simply_go() {
    let (clinic, maria, wrote) = maria_wrote().await;
    clinic.sim.network().down().await;
    reacts(&clinic, &maria, Some("❤️")).await;
    clinic.advance(minutes(5)).await;
    let waits = ReactionState::Going { waits_for: QueuedFor::Network };
    assert_eq!(ours(&clinic, &maria).await, Some(("❤️".into(), waits)));
    reacts(&clinic, &maria, None).await;
    assert_eq!(ours(&clinic, &maria).await, None);
    reacts(&clinic, &maria, Some("👍")).await;
    clinic.sim.network().up().await;
    clinic.advance(minutes(1)).await;
    assert_eq!(maria.reactions(&wrote), [("practice".into(), "👍".into())]);
    assert_eq!(ours(&clinic, &maria).await, there("👍"));
}

#[tokio::test]
async fn a_lost_answer_is_no_end_and_asking_again_changes_nothing() {
    let (clinic, maria, wrote) = maria_wrote().await;
    clinic.sim.fault(of_reactions(Fault::once(FaultKind::Reset { taken: true })));
    reacts(&clinic, &maria, Some("❤️")).await;
    assert_eq!(maria.reactions(&wrote), [heart()], "it stands, and nobody here knows");
    let state = ours(&clinic, &maria).await;
    assert!(matches!(state, Some((_, ReactionState::Going { .. }))), "{state:?}");
    clinic.advance(minutes(1)).await;
    assert_eq!(ours(&clinic, &maria).await, there("❤️"));
    assert_eq!(maria.reactions(&wrote), [heart()]);
    // The request itself is lost.
    clinic.sim.fault(of_reactions(Fault::once(FaultKind::Reset { taken: false })));
    reacts(&clinic, &maria, None).await;
    assert_eq!(maria.reactions(&wrote), [heart()]);
    let state = ours(&clinic, &maria).await;
    assert!(matches!(state, Some((_, ReactionState::Leaving { .. }))), "{state:?}");
    clinic.advance(minutes(1)).await;
    assert_eq!((maria.reactions(&wrote), ours(&clinic, &maria).await), (vec![], None));
}

#[tokio::test]
async fn what_the_list_shows_ends_a_wish_that_gets_no_answer() {
    let (clinic, maria, wrote) = maria_wrote().await;
    clinic.sim.fault(of_reactions(Fault::always(FaultKind::Reset { taken: true })));
    reacts(&clinic, &maria, Some("❤️")).await;
    clinic.advance(seconds(90)).await;
    assert_eq!(ours(&clinic, &maria).await, there("❤️"), "the poll has seen it");
    assert_eq!(shown(&clinic, &maria).await[0].by.as_deref(), Some("Ana Kovač"));
    assert_eq!(maria.reactions(&wrote), [heart()]);
}

#[tokio::test]
async fn a_crash_between_the_press_and_the_answer_loses_nothing_and_doubles_nothing() {
    for taken in [false, true] {
        let (mut clinic, maria, wrote) = maria_wrote().await;
        presses(&clinic, &maria, Some("❤️")).await.expect("it is taken");
        if taken {
            clinic.sim.fault(of_reactions(Fault::once(FaultKind::Reset { taken: true })));
            clinic.settle().await;
        }
        clinic.crashes();
        clinic.begin_again().await;
        let state = ours(&clinic, &maria).await;
        assert!(matches!(state, Some((_, ReactionState::Going { .. }))), "{state:?}");
        clinic.advance(minutes(1)).await;
        assert_eq!(maria.reactions(&wrote), [heart()]);
        assert_eq!(ours(&clinic, &maria).await, there("❤️"));
    }
}

#[tokio::test]
async fn a_refusal_is_told_and_can_be_let_go_or_tried_again() {
    let (clinic, maria, wrote) = maria_wrote().await;
    maria.blocks_the_practice();
    reacts(&clinic, &maria, Some("❤️")).await;
    let why = StuckView::Failed { why: FailureView::Unreachable };
    let stopped = ReactionState::Stopped { why, leaving: false, unclear: false };
    assert_eq!(ours(&clinic, &maria).await, Some(("❤️".into(), stopped)));
    clinic.advance(hours(1)).await;
    assert_eq!(maria.reactions(&wrote), []);
    maria.unblocks_the_practice();
    reacts(&clinic, &maria, Some("❤️")).await;
    assert_eq!(ours(&clinic, &maria).await, there("❤️"));
}

#[tokio::test]
async fn what_waited_past_the_reply_window_does_not_leave_and_a_new_one_is_refused() {
    let (clinic, maria, wrote) = maria_wrote().await;
    clinic.sim.network().down().await;
    reacts(&clinic, &maria, Some("❤️")).await;
    clinic.sleeps(hours(25)).await;
    clinic.sim.network().up().await;
    clinic.advance(minutes(1)).await;
    let why = StuckView::HeldBack { why: HoldView::WindowClosed };
    let stopped = ReactionState::Stopped { why, leaving: false, unclear: false };
    assert_eq!(ours(&clinic, &maria).await, Some(("❤️".into(), stopped)));
    assert_eq!(presses(&clinic, &maria, Some("👍")).await, Err(Code::OutsideReplyWindow));
    assert_eq!(presses(&clinic, &maria, None).await, Ok(()), "it can still be let go");
    assert_eq!((ours(&clinic, &maria).await, maria.reactions(&wrote)), (None, vec![]));
}

#[tokio::test]
async fn a_message_that_was_taken_back_takes_the_reaction_with_it() {
    let (clinic, maria, wrote) = maria_wrote().await;
    clinic.sim.network().down().await;
    reacts(&clinic, &maria, Some("❤️")).await;
    maria.writes("Sorry, wrong chat");
    maria.unsends(&wrote);
    clinic.sim.network().up().await;
    clinic.advance(minutes(30)).await;
    let view = clinic.opens(maria.id()).await;
    let taken_back = view.items.iter().find_map(|item| match &item.body {
        ItemBody::Message(message) if message.taken_back => {
            Some((item.id.clone(), message.reactions.clone()))
        }
        _ => None,
    });
    let (id, reactions) = taken_back.expect("the message that was taken back");
    assert_eq!(reactions, []);
    let refused = clinic.desk().reaction_set(&id, Some("❤️".into())).await;
    assert_eq!(refused.map_err(|error| error.code), Err(Code::Stale));
}

#[tokio::test]
async fn where_a_channel_has_no_reactions_none_is_offered_or_taken() {
    let clinic = Clinic::open().await.with_twilio().await;
    let ada = clinic.sim.twilio().patient("+447700900142");
    ada.writes("Thank you");
    clinic.advance(minutes(1)).await;
    let view = clinic.opens(ada.number()).await;
    assert!(!view.composer.can_react);
    let refused = clinic.desk().reaction_set(&view.items[0].id, Some("❤️".into())).await;
    assert_eq!(refused.map_err(|error| error.code), Err(Code::NotAllowed));
    // Nor is a word an emoji.
    let refused = clinic.desk().reaction_set(&view.items[0].id, Some("thanks".into())).await;
    assert_eq!(refused.map_err(|error| error.code), Err(Code::FieldInvalid));
}

#[tokio::test]
async fn an_account_that_is_given_back_takes_no_reaction_along() {
    let (clinic, maria, wrote) = maria_wrote().await;
    clinic.sim.network().down().await;
    reacts(&clinic, &maria, Some("❤️")).await;
    let account = clinic.desk().accounts().expect("the accounts").remove(0).id;
    clinic.desk().account_disconnect(&account).await.expect("it is given back");
    clinic.advance(minutes(1)).await;
    let why = StuckView::HeldBack { why: HoldView::AccountGone };
    let stopped = ReactionState::Stopped { why, leaving: false, unclear: false };
    assert_eq!(ours(&clinic, &maria).await, Some(("❤️".into(), stopped)));
    assert_eq!(maria.reactions(&wrote), []);
}
