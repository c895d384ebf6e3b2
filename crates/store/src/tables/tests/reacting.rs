use anteroom_model::{
    ConversationId, FailureKind, HoldReason, MessageId, ParkReason, Phi, Reaction, StaffId, Unsend,
};

use crate::fixture::{Clinic, minutes, nine};
use crate::{Conflict, Inbound, ReactingRow, StoreError};

/// Mara has written something.
fn asked(clinic: &Clinic) -> (ConversationId, MessageId) {
    let mara = clinic.with("9001");
    let Inbound::Inserted(message) = clinic.patient_writes(mara, "m1", nine(), "Thank you!") else {
        panic!("it is new")
    };
    (mara, message)
}

fn wants(clinic: &Clinic, message: MessageId, emoji: Option<&str>) -> bool {
    let (emoji, ana) = (emoji.map(Phi::from), clinic.ana);
    clinic.write(move |tx| tx.react(message, emoji.as_ref(), ana))
}

fn due(clinic: &Clinic) -> Vec<ReactingRow> {
    clinic.read(|tx| tx.reacting_due(nine() + minutes(60), 10))
}

/// Takes the one wish that there is for asking.
fn claims(clinic: &Clinic) -> ReactingRow {
    let id = due(clinic)[0].id;
    clinic.write(move |tx| tx.claim_reaction(id)).unwrap()
}

/// What the provider's list says of ours.
fn listed(clinic: &Clinic, emoji: Option<&str>) {
    let (account, emoji) = (clinic.account, emoji.map(Phi::from));
    let told = Reaction { target: "m1".into(), by: "@clinic".into(), emoji, at: None };
    clinic.write(move |tx| tx.apply_reaction(account, &told, true));
}

/// What stands, and who did it.
fn stands(clinic: &Clinic, message: MessageId) -> Vec<(String, Option<StaffId>)> {
    let row = clinic.read(|tx| tx.message(message)).unwrap();
    let ours = row.reactions.into_iter().filter(|one| one.ours);
    ours.map(|one| (one.emoji.into_inner(), one.staff)).collect()
}

#[test]
fn a_reaction_stands_once_the_provider_took_it() {
    let clinic = Clinic::new();
    let (mara, message) = asked(&clinic);
    let before = clinic.row(mara);
    assert!(wants(&clinic, message, Some("❤️")));
    let row = clinic.read(|tx| tx.message(message)).unwrap();
    assert_eq!(row.reacting.map(|wish| wish.emoji), Some(Some("❤️".into())));
    assert_eq!(stands(&clinic, message), []);
    let claimed = claims(&clinic);
    assert_eq!((claimed.target.as_str(), claimed.attempt, claimed.unclear), ("m1", 1, false));
    clinic.write(move |tx| tx.reaction_stands(&claimed));
    assert_eq!(stands(&clinic, message), [("❤️".into(), Some(clinic.ana))]);
    assert!(due(&clinic).is_empty());
    let after = clinic.row(mara);
    assert_eq!(after, before, "it answers nobody and moves nothing");
    // The list says the same: one reaction, and still Ana's.
    listed(&clinic, Some("❤"));
    listed(&clinic, Some("❤️"));
    assert_eq!(stands(&clinic, message).len(), 1);
}

#[test]
fn choosing_what_stands_already_asks_for_nothing_and_gives_an_unsent_wish_up() {
    let clinic = Clinic::new();
    let (_, message) = asked(&clinic);
    wants(&clinic, message, Some("👍"));
    assert!(!wants(&clinic, message, None), "it never left");
    assert!(due(&clinic).is_empty());
    listed(&clinic, Some("❤️"));
    assert!(!wants(&clinic, message, Some("❤")));
    assert!(wants(&clinic, message, None));
}

#[test]
fn a_wish_of_which_nobody_knows_whether_it_arrived_is_taken_back_at_the_provider_too() {
    let clinic = Clinic::new();
    let (_, message) = asked(&clinic);
    wants(&clinic, message, Some("👍"));
    let claimed = claims(&clinic);
    let wish = claimed.clone();
    clinic.write(move |tx| tx.reaction_waits(&wish, nine() + minutes(1), FailureKind::Timeout, true));
    assert!(wants(&clinic, message, None), "the thumb may stand there");
    let wish = due(&clinic).remove(0);
    assert_eq!((wish.emoji, wish.before, wish.unclear), (None, Some("👍".into()), true));
    // The answer to the first request comes late: it stands, and is still to go.
    clinic.write(move |tx| tx.reaction_stands(&claimed));
    assert_eq!(stands(&clinic, message).len(), 1);
    let claimed = claims(&clinic);
    clinic.write(move |tx| tx.reaction_stands(&claimed));
    assert_eq!(stands(&clinic, message), []);
}

#[test]
fn the_providers_list_ends_a_wish_whose_answer_was_lost() {
    let clinic = Clinic::new();
    let (_, message) = asked(&clinic);
    wants(&clinic, message, Some("❤️"));
    claims(&clinic);
    listed(&clinic, Some("❤"));
    assert!(due(&clinic).is_empty());
    assert_eq!(stands(&clinic, message), [("❤".into(), Some(clinic.ana))]);
    // Changed in the app: it is nobody's at this desk.
    listed(&clinic, Some("😮"));
    assert_eq!(stands(&clinic, message), [("😮".into(), None)]);
}

#[test]
fn what_stopped_waits_for_a_person() {
    let clinic = Clinic::new();
    let (_, message) = asked(&clinic);
    wants(&clinic, message, Some("❤️"));
    let wish = due(&clinic).remove(0);
    let why = ParkReason::Held(HoldReason::WindowClosed);
    clinic.write(move |tx| tx.reaction_stops(&wish, why, false));
    assert!(due(&clinic).is_empty());
    assert_eq!(clinic.read(|tx| tx.reacting_next_due(nine() - minutes(1))), None);
    assert!(clinic.read(|tx| tx.message(message)).unwrap().reacting.unwrap().stopped);
    assert!(
        !clinic.write(move |tx| tx.stop_reacting(message, Some(&"❤️".into()))),
        "that is not what stands"
    );
    assert!(clinic.write(move |tx| tx.stop_reacting(message, None)));
    assert_eq!(clinic.read(|tx| tx.message(message)).unwrap().reacting, None);
}

#[test]
fn an_older_end_says_nothing_about_a_newer_wish() {
    let clinic = Clinic::new();
    let (_, message) = asked(&clinic);
    wants(&clinic, message, Some("👍"));
    let first = claims(&clinic);
    wants(&clinic, message, Some("❤️"));
    clinic.write(move |tx| tx.reaction_stops(&first, ParkReason::NotSent, false));
    let second = due(&clinic).remove(0);
    assert_eq!((second.emoji.clone(), second.attempt, second.stopped), (Some("❤️".into()), 0, false));
    let gone = second.id;
    wants(&clinic, message, Some("😮"));
    assert_eq!(clinic.write(move |tx| tx.claim_reaction(gone)), None);
}

#[test]
fn nobody_reacts_to_our_own_words_or_to_what_was_taken_back() {
    let clinic = Clinic::new();
    let (mara, message) = asked(&clinic);
    let ours = clinic.ana_sends(mara, "p1", "You are welcome").message;
    let ana = clinic.ana;
    let refused =
        |message| clinic.store.write_blocking(move |tx| tx.react(message, Some(&"❤️".into()), ana)).err();
    assert_eq!(refused(ours), Some(StoreError::Conflict(Conflict::NotReactable)));
    wants(&clinic, message, Some("❤️"));
    let account = clinic.account;
    clinic.write(move |tx| tx.take_back(account, &Unsend { target: "m1".into(), at: None }).map(drop));
    assert!(due(&clinic).is_empty(), "a wish goes with its message");
    assert_eq!(refused(message), Some(StoreError::Conflict(Conflict::NotReactable)));
}
