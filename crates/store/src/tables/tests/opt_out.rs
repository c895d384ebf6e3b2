//! Stop and start.

use std::cell::Cell;

use anteroom_model::ConversationId;
use jiff::{SignedDuration, Timestamp};

use crate::fixture::{Clinic, minutes, nine};

thread_local! {
    static IDS: Cell<u32> = const { Cell::new(0) };
}

fn says(clinic: &Clinic, to: ConversationId, at: Timestamp, text: &str) {
    let id = IDS.replace(IDS.get() + 1);
    clinic.patient_writes(to, &format!("m{id}"), at, text);
    clinic.write(move |tx| tx.heed_opt_words(to));
}

fn is_out(clinic: &Clinic, of: ConversationId) -> bool {
    let row = clinic.row(of);
    clinic.read(|tx| tx.opted_out(row.identity, &row.own_address))
}

fn days(n: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * n)
}

#[test]
fn a_stop_found_in_history_counts_although_more_was_said_since() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    says(&clinic, mara, nine() - days(1), "hello?");
    says(&clinic, mara, nine() - days(3), "STOP");
    assert!(is_out(&clinic, mara));
    says(&clinic, mara, nine() - days(4), "START");
    assert!(is_out(&clinic, mara), "an older word changes nothing");
    says(&clinic, mara, nine() - days(2), "Unstop");
    assert!(!is_out(&clinic, mara), "a newer one does");
    says(&clinic, mara, nine() - days(5), "Stop.");
    assert!(!is_out(&clinic, mara));
}

#[test]
fn against_a_refusal_by_the_provider_only_a_later_start_counts() {
    let clinic = Clinic::new();
    let mara = clinic.with("9001");
    let row = clinic.row(mara);
    clinic.write(move |tx| tx.set_opt_out(row.identity, &row.own_address, Some(nine())));
    says(&clinic, mara, nine() - minutes(10), "Yes");
    assert!(is_out(&clinic, mara), "whatever was said before it, the provider refuses");
    says(&clinic, mara, nine() + minutes(10), "Yes");
    assert!(!is_out(&clinic, mara));
}
