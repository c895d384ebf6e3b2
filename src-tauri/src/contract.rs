//! The contract between core and window: all of it on one page. `ui/src/wire/bindings.ts` is generated from it
//! (`cargo xtask types`), and a test fails while the committed file is out of date.

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::{Builder, Event, collect_commands, collect_events};

use crate::commands::{
    accounts, app, automatic, calls, contacts, dock, files, hours, inbox, insights, keys, links, outbox,
    patients, people, reactions, reading, review, saved, schedule, search, staff, triage,
};

/// News for the window, in the order of the commits.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
#[serde(transparent)]
pub struct Feed(pub anteroom_desk::views::FeedBatch);

/// Every command and every event.
pub fn contract() -> Builder<tauri::Wry> {
    // What goes out and what comes in has one shape each: the window always names every field.
    Builder::<tauri::Wry>::new()
        .disable_serde_phases()
        .commands(collect_commands![
            app::app_info,
            app::settings_save,
            app::place_save,
            app::first_run_begin,
            app::first_run_finish,
            app::unlock_retry,
            app::unlock_with_passphrase,
            app::unlock_with_recovery,
            app::start_over,
            app::demo_start,
            app::demo_remove,
            accounts::accounts,
            accounts::account_check,
            accounts::account_connect,
            accounts::account_sign_in,
            accounts::account_human_agent,
            accounts::account_disconnect,
            accounts::account_goodbye_seen,
            accounts::account_poll_now,
            accounts::network_connecting,
            inbox::inbox_open,
            inbox::inbox_more,
            inbox::watch,
            inbox::status,
            reading::conversation_open,
            reading::conversation_stays,
            reading::mention_read,
            reading::conversation_older,
            reading::conversation_newer,
            reading::conversation_around,
            triage::triage,
            triage::triage_undo,
            triage::labels,
            triage::label_add,
            triage::label_edit,
            triage::label_remove,
            triage::saved_views,
            triage::saved_views_save,
            dock::draft_save,
            dock::draft_detach,
            dock::reply_send,
            dock::note_add,
            reactions::reaction_set,
            dock::templates,
            dock::template_send,
            outbox::outbox_undo,
            outbox::outbox_retry,
            outbox::outbox_send_again,
            outbox::outbox_mark_sent,
            outbox::outbox_discard,
            outbox::outbox_check,
            schedule::when_read,
            schedule::snooze_choices,
            schedule::window_at,
            schedule::outbox_reschedule,
            schedule::outbox_send_now,
            schedule::outbox_take_back,
            calls::call_place,
            calls::call_progress,
            calls::calling_now,
            keys::keys,
            keys::keys_save,
            files::attachment_retry,
            files::attachment_save,
            files::recording_delete_at_provider,
            patients::patient_card,
            patients::patient_create,
            patients::patient_edit,
            patients::patient_language_set,
            patients::identity_link,
            patients::link_undo,
            saved::saved_replies,
            saved::saved_reply_preview,
            saved::saved_reply_list,
            saved::saved_reply_add,
            saved::saved_reply_edit,
            saved::saved_reply_remove,
            saved::saved_reply_undo,
            saved::saved_reply_order,
            saved::saved_reply_used,
            saved::saved_reply_starter,
            staff::staff_list,
            staff::staff_add,
            staff::staff_edit,
            staff::staff_leave,
            staff::staff_return,
            staff::staff_switch,
            staff::draft_of,
            staff::handovers,
            staff::handover_add,
            staff::handover_seen,
            hours::hours,
            hours::hours_save,
            hours::goals,
            hours::goals_save,
            automatic::automatic,
            automatic::automatic_save,
            automatic::rule_stop,
            patients::link_check,
            patients::consent_set,
            patients::opt_out_set,
            contacts::contacts_map,
            contacts::contacts_check,
            contacts::contacts_run,
            contacts::contacts_close,
            contacts::contacts_export,
            contacts::imports,
            contacts::import_undo,
            people::people,
            people::patient_open,
            people::patient_add,
            people::person_timeline,
            people::person_files,
            people::twins,
            people::patients_compare,
            people::patients_join,
            people::join_undo,
            people::not_same_set,
            people::identity_share,
            people::identity_share_undo,
            people::writer_set,
            people::writer_undo,
            search::search,
            insights::insights,
            insights::insights_slowest,
            insights::insights_export,
            review::review_queue,
            review::review_mark,
            review::review_undo,
            review::review_comment,
            review::review_history,
            review::complaint_words,
            review::complaint_words_save,
            links::open_link,
        ])
        .events(collect_events![Feed])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use specta_typescript::Typescript;

    use super::contract;

    /// Writes the file when asked to (`cargo xtask types`), otherwise compares.
    #[test]
    fn the_windows_contract_is_up_to_date() {
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/wire/bindings.ts");
        if std::env::var_os("ANTEROOM_WRITE_TYPES").is_some() {
            contract().export(Typescript::default(), &committed).expect("the contract can be written");
            return;
        }
        let fresh = std::env::temp_dir().join(format!("anteroom-bindings-{}.ts", std::process::id()));
        contract().export(Typescript::default(), &fresh).expect("the contract can be written");
        let read =
            |path: &Path| std::fs::read_to_string(path).expect("a readable file").replace("\r\n", "\n");
        let (fresh_text, committed_text) = (read(&fresh), read(&committed));
        std::fs::remove_file(&fresh).expect("our own file");
        assert!(
            fresh_text == committed_text,
            "ui/src/wire/bindings.ts is out of date: run `cargo xtask types`"
        );
    }
}
