//! Saved replies, and the language somebody writes in.

use std::collections::BTreeMap;

use anteroom_model::Content;

use crate::fixture::{Clinic, inbound, minutes, nine};
use crate::{SavedReplyWords, StoreError};

fn words(title: &str, texts: &[(&str, &str)]) -> SavedReplyWords {
    let texts: BTreeMap<String, String> =
        texts.iter().map(|(language, body)| ((*language).to_owned(), (*body).to_owned())).collect();
    SavedReplyWords { title: title.to_owned(), shortcut: title.to_lowercase(), texts }
}

fn titles(clinic: &Clinic) -> Vec<String> {
    clinic.read(|tx| tx.saved_replies()).into_iter().map(|reply| reply.words.title).collect()
}

#[test]
fn a_saved_reply_keeps_a_text_per_language_and_its_place() {
    let clinic = Clinic::new();
    let both = words("Hours", &[("en", "We are open"), ("sq", "Jemi hapur")]);
    let (hours, parking) = clinic.write(move |tx| {
        Ok((
            tx.add_saved_reply(&both)?,
            tx.add_saved_reply(&words("Parking", &[("en", "Behind the house")]))?,
        ))
    });
    assert_eq!(titles(&clinic), ["Hours", "Parking"]);
    let kept = clinic.read(|tx| tx.saved_replies());
    assert_eq!(kept[0].words.texts.get("sq").map(String::as_str), Some("Jemi hapur"));
    clinic.write(move |tx| tx.edit_saved_reply(hours, &words("Opening", &[("de", "Offen")])));
    let kept = clinic.read(|tx| tx.saved_replies());
    assert_eq!(kept[0].words, words("Opening", &[("de", "Offen")]), "a language that was taken out is gone");
    clinic.write(move |tx| tx.order_saved_replies(&[parking, hours]));
    assert_eq!(titles(&clinic), ["Parking", "Opening"]);
    clinic.write(move |tx| tx.saved_reply_used(hours));
    assert_eq!(clinic.read(|tx| tx.saved_replies())[1].used, 1);
}

#[test]
fn a_removed_reply_can_be_put_back_for_a_month() {
    let clinic = Clinic::new();
    let (hours, parking) = clinic.write(|tx| {
        Ok((
            tx.add_saved_reply(&words("Hours", &[]))?,
            tx.add_saved_reply(&words("Parking", &[("en", "x")]))?,
        ))
    });
    clinic.write(move |tx| tx.remove_saved_reply(hours));
    assert_eq!(titles(&clinic), ["Parking"]);
    clinic.write(move |tx| tx.restore_saved_reply(hours));
    assert_eq!(titles(&clinic), ["Hours", "Parking"]);
    clinic.write(move |tx| tx.remove_saved_reply(parking));
    clinic.clock.advance(minutes(60 * 24 * 31));
    clinic.write(move |tx| tx.remove_saved_reply(hours));
    let gone = clinic.store.write_blocking(move |tx| tx.restore_saved_reply(parking));
    assert!(matches!(gone, Err(StoreError::NotFound)));
    clinic.write(move |tx| tx.restore_saved_reply(hours));
}

#[test]
fn only_the_patients_own_words_tell_a_language() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Përshëndetje");
    clinic.answered_elsewhere(mara, "m2", nine() + minutes(1), "Hello");
    let account = clinic.account;
    let place = anteroom_model::InboundMessage {
        content: Content::Location {
            latitude: 1.0.into_phi(),
            longitude: 2.0.into_phi(),
            name: Some("Berlin Hauptbahnhof".into()),
            address: None,
        },
        ..inbound("m3", nine() + minutes(2), "")
    };
    clinic.write(move |tx| tx.insert_inbound(account, mara, &place));
    clinic.patient_writes(mara, "m4", nine() + minutes(3), "a keni termin?");
    let newest = clinic.read(|tx| tx.newest_words(mara, 5));
    let newest: Vec<&str> = newest.iter().map(|words| words.reveal().as_str()).collect();
    assert_eq!(newest, ["a keni termin?", "Përshëndetje"]);
    assert!(clinic.write(move |tx| tx.guess_language(mara, Some("sq"))));
    assert!(!clinic.write(move |tx| tx.guess_language(mara, Some("sq"))), "the same again is no news");
    assert_eq!(clinic.row(mara).guessed_language.as_deref(), Some("sq"));
    clinic.write(move |tx| tx.guess_language(mara, None));
    assert_eq!(clinic.row(mara).guessed_language, None);
}

trait IntoPhi: Sized {
    fn into_phi(self) -> anteroom_model::Phi<Self> {
        anteroom_model::Phi::new(self)
    }
}
impl IntoPhi for f64 {}
