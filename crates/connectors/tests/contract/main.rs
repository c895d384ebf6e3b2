//! What every connector promises, shown for each of them against the simulator, over real HTTP.
//!
//! A case is written once, in `cases`, for any [`Stage`]; a stage says how a provider's side is acted. What only one
//! provider has is beside its stage.

mod cases;
mod desk;
mod instagram;
mod twilio;

/// Runs every case for a stage.
macro_rules! contract {
    ($name:ident, $stage:ty: $($case:ident),* $(,)?) => {
        mod $name {
            $(#[tokio::test]
            async fn $case() {
                super::cases::$case::<$stage>().await;
            })*
        }
    };
}

macro_rules! every_case {
    ($name:ident, $stage:ty) => {
        contract!(
            $name, $stage:
            a_message_arrives_once_however_often_is_asked,
            a_message_that_came_while_nobody_asked_arrives,
            what_a_file_says_is_fetched_and_a_larger_one_is_refused,
            a_reply_reaches_the_patient_once_and_is_reported,
            what_was_written_elsewhere_is_not_the_patients,
            a_send_that_was_taken_without_an_answer_is_found_again,
            a_send_that_was_not_taken_is_reported_as_not_sent,
            a_send_that_was_refused_is_definite,
            a_sick_provider_leaves_a_send_unknown,
            a_text_that_does_not_fit_never_leaves,
            without_a_network_nothing_is_sent_and_nothing_is_lost,
            a_broken_answer_is_an_error_and_costs_no_message,
            lists_that_repeat_or_turn_around_double_nothing,
            a_revoked_credential_asks_for_a_person,
            a_redirect_to_a_stranger_is_not_followed,
            the_account_says_who_it_is_and_what_it_may,
        );
    };
}

every_case!(on_instagram, crate::instagram::Instagram);
every_case!(by_text, crate::twilio::Sms);
every_case!(on_whatsapp, crate::twilio::WhatsApp);
