//! What every connector promises, shown for each of them against the simulator, over real HTTP.
//!
//! A case is written once, in `cases` or `faults`, for any [`Stage`]; a stage says how a provider's side is acted. What only one
//! provider has is beside its stage.

mod cases;
mod desk;
mod faults;
mod instagram;
mod instagram_reads;
mod instagram_writes;
mod twilio;

/// Runs every case for a stage.
macro_rules! contract {
    ($name:ident, $stage:ty: $($part:ident::$case:ident),* $(,)?) => {
        mod $name {
            $(#[tokio::test]
            async fn $case() {
                super::$part::$case::<$stage>().await;
            })*
        }
    };
}

macro_rules! every_case {
    ($name:ident, $stage:ty) => {
        contract!(
            $name, $stage:
            cases::a_message_arrives_once_however_often_is_asked,
            cases::a_message_that_came_while_nobody_asked_arrives,
            cases::what_a_file_says_is_fetched_and_a_larger_one_is_refused,
            cases::a_reply_reaches_the_patient_once_and_is_reported,
            cases::what_was_written_elsewhere_is_not_the_patients,
            cases::a_send_that_was_taken_without_an_answer_is_found_again,
            cases::a_send_that_was_not_taken_is_reported_as_not_sent,
            cases::a_send_that_was_refused_is_definite,
            cases::a_sick_provider_leaves_a_send_unknown,
            cases::a_text_that_does_not_fit_never_leaves,
            cases::without_a_network_nothing_is_sent_and_nothing_is_lost,
            cases::a_broken_answer_is_an_error_and_costs_no_message,
            cases::lists_that_repeat_or_turn_around_double_nothing,
            cases::a_revoked_credential_asks_for_a_person,
            cases::a_redirect_to_a_stranger_is_not_followed,
            cases::the_account_says_who_it_is_and_what_it_may,
            faults::an_unclear_send_is_found_or_cleared_and_never_repeated,
            faults::nothing_is_lost_or_doubled_whatever_happens_meanwhile,
            faults::a_pause_that_the_provider_asks_for_is_kept,
            faults::a_file_is_fetched_from_nobody_else,
            faults::nothing_of_a_patient_is_in_an_error,
        );
    };
}

every_case!(on_instagram, crate::instagram::Instagram);
every_case!(by_text, crate::twilio::Sms);
every_case!(on_whatsapp, crate::twilio::WhatsApp);
