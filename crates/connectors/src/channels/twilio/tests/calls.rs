use anteroom_model::{CallDirection, CallOutcome, CallProgress, CallRecord};
use serde_json::json;

use super::super::legs::{self, fold};
use super::super::payload::{self, Leg};
use super::{noon, rows, time};

const CALLS: &str = include_str!("../fixtures/calls.json");

fn all() -> Vec<Leg> {
    rows(CALLS, "calls").iter().filter_map(payload::row).collect()
}

fn call(ending: &str) -> CallRecord {
    let found = fold(&all(), noon()).calls.into_iter().find(|call| call.record.provider_id.ends_with(ending));
    found.expect("a call of the fixture").record
}

fn leg(sid: &str, parent: Option<&str>, direction: &str, status: &str, seconds: i64) -> Leg {
    let row = json!({ "sid": sid, "parent_call_sid": parent, "from": "+15550100001", "to": "+15550100099",
        "direction": direction, "status": status, "duration": seconds.to_string(),
        "start_time": "Fri, 20 Nov 2026 09:00:00 +0000" });
    payload::row(&row).expect("a leg")
}

fn outcome(legs: &[Leg]) -> CallOutcome {
    let calls = fold(legs, noon()).calls;
    assert_eq!(calls.len(), 1, "one entry per parent");
    calls[0].record.outcome
}

#[test]
fn a_call_that_the_desk_took_is_one_entry_with_the_time_people_talked() {
    let call = call("11");
    assert_eq!((call.direction, call.outcome), (CallDirection::Inbound, CallOutcome::Answered));
    assert_eq!((call.talk_seconds, call.ring_seconds), (42, Some(10)));
    assert_eq!(call.thread.with.handle.reveal(), "+15550100001");
    assert_eq!(call.thread.ours, "+15550100099");
    assert_eq!(call.started_at, time("2026-11-20T09:30:05Z"));
}

#[test]
fn a_completed_parent_is_a_missed_call_when_no_telephone_was_picked_up() {
    let call = call("21");
    assert_eq!((call.outcome, call.talk_seconds, call.ring_seconds), (CallOutcome::Missed, 0, Some(20)));
    let parent = || leg("CA1", None, "inbound", "completed", 30);
    assert_eq!(outcome(&[parent()]), CallOutcome::Missed, "no telephone was rung");
    let picked_up_at_once_and_dropped = leg("CA2", Some("CA1"), "outbound-dial", "completed", 0);
    assert_eq!(outcome(&[parent(), picked_up_at_once_and_dropped]), CallOutcome::Missed);
    assert_eq!(outcome(&[leg("CA1", None, "inbound", "canceled", 0)]), CallOutcome::Missed);
}

#[test]
fn one_of_several_telephones_is_enough() {
    let legs = [
        leg("CA1", None, "inbound", "completed", 60),
        leg("CA2", Some("CA1"), "outbound-dial", "no-answer", 0),
        leg("CA3", Some("CA1"), "outbound-dial", "completed", 45),
        leg("CA4", Some("CA1"), "outbound-dial", "canceled", 0),
    ];
    assert_eq!(outcome(&legs), CallOutcome::Answered);
    let transferred = leg("CA5", Some("CA3"), "outbound-dial", "completed", 20);
    let nested: Vec<Leg> = legs.iter().cloned().chain([transferred]).collect();
    assert_eq!(outcome(&nested), CallOutcome::Answered);
}

#[test]
fn a_call_under_way_is_not_called_missed() {
    let parent = || leg("CA1", None, "inbound", "in-progress", 0);
    assert_eq!(outcome(&[parent()]), CallOutcome::Ringing);
    let ringing = leg("CA2", Some("CA1"), "outbound-dial", "ringing", 0);
    assert_eq!(outcome(&[parent(), ringing]), CallOutcome::Ringing);
    let talking = leg("CA2", Some("CA1"), "outbound-dial", "in-progress", 0);
    assert_eq!(outcome(&[parent(), talking]), CallOutcome::InProgress);
    assert_eq!(call("31").outcome, CallOutcome::Ringing);
}

#[test]
fn callers_who_withhold_their_number_share_a_name() {
    assert_eq!(call("31").thread.with.handle.reveal(), "anonymous");
}

#[test]
fn a_call_from_the_desk_is_filed_under_the_patient_not_under_the_desk_phone() {
    let call = call("41");
    assert_eq!((call.direction, call.outcome), (CallDirection::Outbound, CallOutcome::Busy));
    assert_eq!(call.thread.with.handle.reveal(), "+15550100007");
    assert_eq!(call.thread.ours, "+15550100099");
}

#[test]
fn while_only_the_desk_phone_rings_nothing_is_told_and_a_lost_parent_is_named() {
    let folded = fold(&all(), noon());
    assert!(!folded.calls.iter().any(|call| call.record.provider_id.ends_with("51")));
    let orphans: Vec<&str> = folded.orphans.iter().map(String::as_str).collect();
    assert_eq!(orphans, ["CA00000000000000000000000000000061"]);
}

#[test]
fn an_exchange_behind_a_trunk_answers_for_itself() {
    assert_eq!(outcome(&[leg("CA1", None, "trunking-originating", "completed", 50)]), CallOutcome::Answered);
    assert_eq!(outcome(&[leg("CA1", None, "trunking-originating", "no-answer", 0)]), CallOutcome::Missed);
}

#[test]
fn a_soft_telephone_that_rings_a_patient_is_the_practice_calling() {
    let mut parent = leg("CA1", None, "inbound", "completed", 30);
    parent.from = Some("client:desk-1".into());
    let mut child = leg("CA2", Some("CA1"), "outbound-dial", "completed", 25);
    (child.from, child.to) = (Some("+15550100099".into()), Some("+15550100001".into()));
    let calls = fold(&[parent, child], noon()).calls;
    assert_eq!(calls[0].record.direction, CallDirection::Outbound);
    assert_eq!(calls[0].record.thread.with.handle.reveal(), "+15550100001");
}

#[test]
fn legs_that_name_each_other_as_parent_do_no_harm() {
    let legs = [
        leg("CA1", Some("CA2"), "inbound", "completed", 1),
        leg("CA2", Some("CA1"), "inbound", "completed", 1),
    ];
    assert_eq!(fold(&legs, noon()).calls.len(), 2);
    assert_eq!(fold(&[leg("CA1", Some("CA1"), "inbound", "ringing", 0)], noon()).calls.len(), 1);
}

#[test]
fn a_placed_call_is_followed_from_desk_to_patient_to_its_end() {
    let desk = |status| leg("CA1", None, "outbound-api", status, 0);
    let patient = |status, seconds| [leg("CA2", Some("CA1"), "outbound-dial", status, seconds)];
    let check = |parent: Leg, children: &[Leg], expected| {
        assert_eq!(legs::progress(&parent, children), expected);
    };
    check(desk("queued"), &[], CallProgress::RingingDesk);
    check(desk("in-progress"), &[], CallProgress::RingingPatient);
    check(desk("in-progress"), &patient("ringing", 0), CallProgress::RingingPatient);
    check(desk("in-progress"), &patient("in-progress", 0), CallProgress::Talking);
    check(desk("completed"), &patient("completed", 12), CallProgress::Over(CallOutcome::Answered));
    check(desk("completed"), &patient("no-answer", 0), CallProgress::Over(CallOutcome::NoAnswer));
    check(desk("no-answer"), &[], CallProgress::Over(CallOutcome::NoAnswer));
    check(leg("CA1", None, "outbound-api", "completed", 4), &[], CallProgress::Over(CallOutcome::Cancelled));
}
