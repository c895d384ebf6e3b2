//! Every question that the store asks of itself finds its rows by an index and sorts nothing.

use std::collections::BTreeSet;

use anteroom_model::{
    AttachmentKind, ChannelKind, ConversationId, Cursor, Day, FailureKind, LabelId, MessageId, ParkReason,
    RemoteAttachment, RemoteIdentity, StaffId,
};
use rusqlite::types::Value;

use crate::fixture::{Clinic, inbound, minutes, nine, recorded};
use crate::{
    Act, DraftWords, FeedHealth, FigureRules, Filter, Known, Later, LinkHow, Owner, PatientWords, Position,
    Queue, SavedReplyWords, StaffWords, WriteTx,
};

/// Tables of a handful of rows that are read whole on purpose; `k` is the keys of one page, merged from the channels.
/// Days are one row each, and of what is late a few rows are taken.
const SMALL: [&str; 11] = [
    "account",
    "a",
    "staff",
    "clinic",
    "CONSTANT ROW",
    "feed",
    "k",
    "label",
    "figure_day",
    "figure_late",
    "saved_reply",
];
/// Orders of the few rows of one thing: an account's feeds, an outbox's states, a call's recordings, a label's conversations.
const FEW: [&str; 4] = [
    "FROM feed f JOIN account",
    "GROUP BY o.state",
    "FROM link l JOIN identity",
    "FROM conversation_label x CROSS JOIN conversation",
];

/// Everything about a reaction of ours.
fn reactions(tx: &mut WriteTx<'_>, asked: MessageId, ana: StaffId) -> crate::Result<()> {
    tx.react(asked, Some(&"👍".into()), ana)?;
    let wish = tx.reacting_due(nine(), 10)?.remove(0);
    tx.reacting_next_due(nine())?;
    tx.claim_reaction(wish.id)?;
    tx.reaction_waits(&wish, nine(), FailureKind::Offline, false)?;
    tx.reaction_stops(&wish, ParkReason::NotSent, false)?;
    tx.stop_reacting(asked, None)?;
    tx.reaction_stands(&wish)
}

/// Everything about the people at the desk.
fn people_at_the_desk(tx: &mut WriteTx<'_>, ana: StaffId, mara: ConversationId) -> crate::Result<()> {
    let words = StaffWords { name: "Tom Beckett".into(), initials: "TB".into(), colour: 2 };
    let tom = tx.add_staff(&words)?;
    tx.edit_staff(tom, &words)?;
    tx.set_staff_left(tom, true)?;
    tx.set_staff_left(tom, false)?;
    tx.look(mara, ana)?;
    tx.looks_anew(mara, ana)?;
    tx.others_on(mara, tom)?;
    tx.add_note(mara, ana, &"@Tom please ring".into())?;
    for channel in [None, Some(ChannelKind::Instagram)] {
        tx.mentioned(tom, channel, None, 10)?;
    }
    tx.mentions_unseen(tom)?;
    tx.is_mentioned(mara, tom)?;
    tx.mentions_seen(mara, tom)?;
    tx.timeline(mara, None, 10)?;
    let left = tx.add_handover(ana, &"The printer is out of paper".into())?;
    tx.handovers(tom, 10)?;
    tx.set_handover_seen(left, tom, true)?;
    tx.set_handover_seen(left, tom, false)
}

/// Asks everything once, so that every statement has been prepared.
fn ask_everything(clinic: &Clinic) {
    let (account, ana) = (clinic.account, clinic.ana);
    let mara = clinic.with("9001");
    clinic.patient_writes(mara, "m1", nine(), "Is Friday free?");
    let phone = clinic
        .write(move |tx| crate::fixture::conversation(tx, account, ChannelKind::Phone, "+447700900142"));
    let identity = clinic.row(mara).identity;
    let number = clinic.row(phone).identity;
    clinic.write(move |tx| {
        let named = RemoteIdentity {
            handle: "9001".into(),
            display_name: Some("Mara Kovač".into()),
            username: Some("mara.k".into()),
        };
        tx.upsert_identity(account, ChannelKind::Instagram, &named)?;
        let words = PatientWords { name: "Mara Kovac".into(), ..Default::default() };
        let patient = tx.create_patient(&words)?;
        assert_eq!(tx.could_be(identity)?.len(), 1);
        tx.could_be(number)?;
        let link = tx.link(identity, patient, LinkHow::Staff, Some(ana))?;
        tx.edit_patient(patient, &words)?;
        assert_eq!(tx.identities_of(patient)?.len(), 1);
        tx.open_link(identity)?;
        tx.links_of(identity)?;
        tx.patient(patient)?;
        super::plans_people::ask_about_people(tx, patient, identity, link)?;
        tx.unlink(link, None)?;
        tx.conversations_of(identity)?;
        tx.calls_since(identity, nine())?;
        people_at_the_desk(tx, ana, mara)?;
        tx.newest_caller(nine(), nine())?;
        tx.identity_by_handle(account, ChannelKind::Instagram, &"9001".into())?;
        tx.set_opt_out(identity, "marlowstreet.clinic", Some(nine()))?;
        tx.heed_opt_words(mara)?;
        tx.opted_out(identity, "marlowstreet.clinic")?;
        tx.set_opt_out(identity, "marlowstreet.clinic", None)?;
        tx.set_cursor(account, "messages", &Cursor("1".into()))?;
        tx.cursor(account, "messages")?;
        tx.put_feed_health(account, "messages", &FeedHealth::default())?;
        tx.feeds(account)?;
        tx.feed_health(account, "messages")?;
        tx.clear_cursor(account, "messages")?;
        tx.last_message_at(account, ChannelKind::Instagram)?;
        tx.add_network_use(account, "graph.instagram.com", 1, 2, "2026-03-10".parse().unwrap())?;
        tx.network_use(account, "2026-03-10".parse().unwrap())?;
        tx.add_connecting_use("graph.instagram.com", 1, 2, "2026-03-10".parse().unwrap())?;
        tx.connecting_use("2026-03-10".parse().unwrap())?;
        tx.put_templates(account, &[])?;
        tx.templates(account)?;
        let saved = SavedReplyWords { texts: [("en".into(), "Yes".into())].into(), ..Default::default() };
        let reply = tx.add_saved_reply(&saved)?;
        tx.edit_saved_reply(reply, &saved)?;
        tx.saved_reply_used(reply)?;
        tx.order_saved_replies(&[reply])?;
        tx.remove_saved_reply(reply)?;
        tx.restore_saved_reply(reply)?;
        tx.saved_replies()?;
        tx.newest_words(mara, 5)?;
        tx.guess_language(mara, Some("sq"))?;
        tx.put_setting("theme", "dark")?;
        tx.setting::<String>("theme")?;
        tx.delete_setting("theme")?;
        tx.credential(account)?;
        tx.audit("opened", Some(ana), Some(identity.uuid()), "")?;
        tx.audit_length()?;
        tx.save_draft(mara, ana, &DraftWords { reply: "Yes".into(), ..Default::default() })?;
        tx.draft(mara, ana)?;
        tx.set_gap_before(mara, Some(nine()))
    });
    let file = RemoteAttachment {
        reference: "x".into(),
        kind: AttachmentKind::Image,
        mime: None,
        file_name: None,
        size: None,
        available_until: None,
    };
    let message = anteroom_model::InboundMessage {
        attachments: vec![file],
        reply_to: Some("m1".into()),
        ..inbound("m2", nine() + minutes(1), "Look")
    };
    clinic.write(move |tx| tx.insert_inbound(account, mara, &message));
    clinic.answered_elsewhere(mara, "m3", nine() + minutes(2), "See you then");
    let mut reply = clinic.reply(mara, "p1", "Yes");
    reply.reply_to = clinic.read(|tx| tx.message_by_provider(account, "m1")).map(|message| message.id);
    let sent = clinic.write(move |tx| tx.send(&reply));
    let id = sent.outbox;
    let clinic_reply = clinic.reply(mara, "p2", "Later");
    let asked = clinic.read(|tx| tx.message_by_provider(account, "m1")).map(|message| message.id).unwrap();
    clinic.write(move |tx| reactions(tx, asked, ana));
    clinic.write(move |tx| {
        tx.outbox_due(nine(), 10)?;
        tx.outbox_next_due(nine())?;
        tx.claim(id, nine())?;
        tx.requeue(id, nine(), FailureKind::Offline, None)?;
        tx.claim(id, nine())?;
        tx.settle_unknown(id, nine())?;
        tx.outbox_unknown(nine(), 10)?;
        tx.outbox_next_check()?;
        tx.put_off_check(id, nine())?;
        tx.account_answers(account)?;
        tx.check_again(id, None)?;
        tx.park(id, ParkReason::NotSent, None)?;
        tx.retry(id)?;
        tx.undo(id)?;
        let mut later = clinic_reply;
        later.later = Some(Later { at: nine() + minutes(60), unless_they_write: true });
        let later = tx.send(&later)?.outbox;
        tx.scheduled_hold(later)?;
        tx.hold_scheduled(later)?;
        tx.reschedule(later, Later { at: nine(), unless_they_write: false })?;
        tx.send_now(later)?;
        tx.outbox_of_account(account)?;
        tx.outbox_counts()?;
        tx.outbox_of(sent.message)?;
        tx.taken_provider_ids(mara, nine())?;
        tx.statuses_due(nine(), 10)?;
        tx.status_next_due()?;
        tx.statuses_asked(&[sent.message])?;
        tx.attachments_due(nine(), 10)?;
        tx.attachment_next_due()?;
        tx.recover_at_start()
    });
    let label = clinic.write(move |tx| {
        let label = tx.add_label("Recall", 1)?;
        tx.edit_label(label, "Recalls", 2)?;
        for act in [Act::Snooze(Some(nine())), Act::Wake, Act::Pin(true), Act::Assign(Some(ana)), Act::Done] {
            let traces = tx.triage(&[mara], act)?;
            tx.undo_triage(&traces)?;
        }
        tx.triage(&[mara], Act::Snooze(Some(nine())))?;
        tx.triage(&[mara], Act::Label(label, true))?;
        tx.triage(&[mara], Act::Label(label, false))?;
        tx.wake_due()?;
        tx.remove_label(label, false)?;
        Ok(label)
    });
    let page = clinic.read(|tx| tx.timeline(mara, None, 10));
    let first = page.items[0].position();
    clinic.read(|tx| {
        tx.timeline_from(mara, first, 10)?;
        tx.place_before(mara, first, 10)?;
        tx.item(first)?;
        for queue in QUEUES {
            for filter in filters(ana, label) {
                tx.inbox(queue, filter, Some(Position(5)), 10)?;
                tx.inbox_again(queue, filter, Some(Position(5)), 10, &mut Known::default())?;
                tx.inbox_count(queue, &filter, 100, 1000)?;
            }
        }
        tx.inbox_counts(None, Some(ana))?;
        tx.inbox_counts(Some(ChannelKind::Instagram), Some(ana))?;
        tx.next_wake()?;
        tx.labels()?;
        Ok(())
    });
    clinic.write(|tx| tx.recover_at_start());
    ask_for_figures(clinic);
}

fn ask_for_figures(clinic: &Clinic) {
    let account = clinic.account;
    let rang = anteroom_model::CallRecord {
        provider_id: "CA1".into(),
        thread: anteroom_model::RemoteThread {
            id: None,
            with: crate::fixture::somebody("+447700900142"),
            ours: "+442079460100".into(),
        },
        direction: anteroom_model::CallDirection::Inbound,
        outcome: anteroom_model::CallOutcome::Missed,
        started_at: nine(),
        talk_seconds: 0,
        ring_seconds: None,
    };
    clinic.write(move |tx| {
        let phone = crate::fixture::conversation(tx, account, ChannelKind::Phone, "+447700900142")?;
        crate::fixture::conversation(tx, account, ChannelKind::Sms, "+447700900142")?;
        tx.upsert_call(account, phone, &rang)
    });
    let rules = FigureRules { zone: jiff::tz::TimeZone::UTC, hours: Default::default() };
    let ever = Day(0)..=Day(40_000);
    let plan = clinic.read(|tx| tx.figures_due(&rules));
    let due = plan.due[0];
    clinic.write(move |tx| {
        tx.figures_begin(&rules)?;
        tx.figures_reading(&[due])?;
        let count = tx.count_day(due, &rules)?;
        tx.figures_keep(&[count])?;
        let late = tx.late_waits(&rules)?;
        tx.keep_late_waits(&late)?;
        tx.figures_by_hour(&ever, None, |_, _, _, _| ())?;
        tx.figures_by_staff(&ever, None, |_, _, _| ())?;
        tx.figures_staff()?;
        tx.slowest_replies(&ever, None, None, 10)?;
        tx.figures_since()?;
        tx.waiting_too_late(ChannelKind::Instagram, Position(0), nine(), 10)?;
        let all = Position(0)..Position(i64::MAX);
        assert_eq!(tx.missed_calls(all.clone(), 10)?.len(), 1);
        tx.review_late(&ever, |_| Some(jiff::SignedDuration::ZERO), 10)?;
        tx.review_waiting(|_, _| Some(jiff::SignedDuration::ZERO), 10)?;
        tx.review_automatic(&all, 10)?;
        tx.review_sample(&ever, all.end, 3, b"salt")?;
        let found = tx.review_calls(all, 10, 10)?.remove(0);
        let ana = tx.staff()?[0].id;
        let id = tx.review(found.conversation, found.place, crate::ReviewWhy::MissedCall, ana)?;
        tx.reviews(10)?;
        tx.unreview(id)?;
        tx.add_review_note(found.conversation, ana, &"Ring back sooner".into())?;
        Ok(())
    });
}

const QUEUES: [Queue; 9] = [
    Queue::Waiting,
    Queue::Pinned,
    Queue::NotSent,
    Queue::Answered,
    Queue::Snoozed,
    Queue::Scheduled,
    Queue::Done,
    Queue::Spam,
    Queue::All,
];

fn filters(ana: StaffId, label: LabelId) -> [Filter; 8] {
    let plain = Filter::default();
    [
        plain,
        Filter::from(Some(ChannelKind::Instagram)),
        Filter { owner: Owner::Nobody, ..plain },
        Filter { owner: Owner::Staff(ana), ..plain },
        Filter { owner: Owner::Staff(ana), channel: Some(ChannelKind::Sms), ..plain },
        Filter { label: Some(label), ..plain },
        Filter { new_only: true, unpinned: true, idle: true, ..plain },
        Filter { since: Some(nine()), ..plain },
    ]
}

#[test]
fn nothing_is_scanned_and_nothing_is_sorted() {
    let clinic = Clinic::new();
    ask_everything(&clinic);
    let statements: BTreeSet<String> = recorded().into_iter().collect();
    assert!(statements.len() > 90, "only {} statements were asked", statements.len());
    let plans: Vec<(String, Vec<String>)> = clinic
        .store
        .on_writer(move |writer| {
            statements
                .into_iter()
                .map(|sql| {
                    let mut explain = writer.db.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                    let blanks = vec![Value::Null; explain.parameter_count()];
                    let mut rows = explain.query(rusqlite::params_from_iter(blanks))?;
                    let mut steps = Vec::new();
                    while let Some(row) = rows.next()? {
                        steps.push(row.get::<_, String>(3)?);
                    }
                    Ok((sql, steps))
                })
                .collect()
        })
        .unwrap();
    let bad: Vec<String> = plans
        .iter()
        .filter(|(sql, _)| !FEW.iter().any(|few| sql.contains(few)))
        .flat_map(|(sql, steps)| {
            // A search of a whole conversation is a scan by another name.
            let by_turn = !sql.starts_with("SELECT")
                || !sql.contains("role = ?")
                || steps.iter().any(|step| step.contains("item_turn"));
            steps
                .iter()
                .filter(move |step| !by_turn || is_bad(step))
                .map(move |step| format!("{step}\n    in {sql}"))
        })
        .collect();
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

fn is_bad(step: &str) -> bool {
    let scans = step.strip_prefix("SCAN ").is_some_and(|what| {
        // Walking an index in its order up to a limit is a search, with a partial index as the question.
        let by_partial_index = what.contains("USING")
            && what.contains("INDEX")
            && PARTIAL.iter().any(|name| what.contains(name));
        // A page that is counted instead of read; what it is made of stands in the plan by itself.
        let counted = what.starts_with("(subquery-");
        // The full-text index says "scan" of a question that has words ("M") in it.
        let by_words = what.contains("VIRTUAL TABLE INDEX") && what.contains(":M");
        !by_partial_index
            && !counted
            && !by_words
            && !SMALL.iter().any(|table| what == *table || what.starts_with(&format!("{table} ")))
    });
    scans || step.contains("TEMP B-TREE") || step.contains("AUTOMATIC")
}

/// Indexes that hold only what is asked for, and one of which only the newest are.
const PARTIAL: [&str; 11] = [
    "review_at",
    "inbox_scheduled",
    "inbox_waiting",
    "inbox_snoozed",
    "inbox_pinned",
    "inbox_spam",
    "inbox_owned",
    "attachment_due",
    "item_status_due",
    "outbox_unknown",
    "outbox_sending",
];
