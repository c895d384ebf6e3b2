//! Telephone calls: Twilio lists every leg as a row of its own; staff see one call. Pure.
//!
//! A call to the clinic is an inbound parent, usually `completed` because Twilio itself answered it, and one child per
//! telephone that was rung. People talked only if a child was completed and lasted; otherwise the call was missed,
//! whatever the parent says. A call from the desk is a parent to the desk phone and a child to the patient.
//!
//! Holds: one record per parent. A leg whose parent is not among the rows is named in `orphans`, so that the reader
//! can go on to the next page.
//! Quirks: while the desk's own telephone rings, nothing tells whom the call is for, so nothing is reported until the
//! patient's leg exists or the call is over. If an automation rings a patient and then connects the desk, its rows
//! look like ours and the call is filed under the number that was connected last. Callers who withhold their number
//! share one handle, `anonymous`. Agents reached through a queue are parents of their own, so a queued call reads as
//! missed.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_model::{CallDirection, CallOutcome, CallProgress, CallRecord, RemoteThread};
use jiff::Timestamp;

use super::convert::somebody;
use super::payload::Leg;

/// One call with the rows it was made of.
pub(super) struct Folded {
    pub record: CallRecord,
    /// Ids of all its legs.
    pub legs: Vec<String>,
}

/// What a set of rows amounts to.
pub(super) struct Calls {
    pub calls: Vec<Folded>,
    /// Ids of parents that are not among the rows.
    pub orphans: BTreeSet<String>,
}

/// Numbers under which Twilio reports callers who withhold theirs (they spell ANONYMOUS, RESTRICTED and so on).
const WITHHELD: [&str; 10] = [
    "+266696687",
    "266696687",
    "+7378742833",
    "+2562533",
    "+8656696",
    "+86282452253",
    "anonymous",
    "restricted",
    "unavailable",
    "unknown",
];
/// Transfers nest a few legs deep; a longer chain is a mistake.
const MOST_NESTED: usize = 8;

impl Leg {
    pub fn is_over(&self) -> bool {
        match self.status() {
            "completed" | "busy" | "failed" | "no-answer" | "canceled" => true,
            "queued" | "ringing" | "in-progress" | "initiated" => false,
            _ => self.end_time.is_some(),
        }
    }

    pub fn status(&self) -> &str {
        self.status.as_deref().unwrap_or_default()
    }

    pub fn began(&self) -> Option<Timestamp> {
        self.start_time.or(self.date_created)
    }

    fn is_live(&self) -> bool {
        self.status() == "in-progress"
    }

    fn seconds(&self) -> u32 {
        u32::try_from(self.duration.unwrap_or(0)).unwrap_or(0)
    }

    fn talked(&self) -> bool {
        self.status() == "completed" && self.seconds() > 0
    }

    /// Seconds it rang: the time it lasted less the time people talked.
    fn rang(&self) -> Option<u32> {
        let lasted = self.end_time?.duration_since(self.start_time?).as_secs();
        u32::try_from(lasted - i64::from(self.seconds())).ok().filter(|seconds| *seconds > 0)
    }

    fn is_inbound(&self) -> bool {
        matches!(self.direction.as_deref(), Some("inbound" | "trunking-originating"))
    }

    /// How the other end's leg went, if it decides by itself.
    fn outcome(&self) -> CallOutcome {
        match self.status() {
            "completed" if self.seconds() > 0 => CallOutcome::Answered,
            "busy" => CallOutcome::Busy,
            "completed" | "no-answer" => CallOutcome::NoAnswer,
            "canceled" => CallOutcome::Cancelled,
            "in-progress" => CallOutcome::InProgress,
            _ if !self.is_over() => CallOutcome::Ringing,
            _ => CallOutcome::Failed,
        }
    }
}

/// Folds legs into calls. `now` stands in for a row without any date.
pub(super) fn fold(legs: &[Leg], now: Timestamp) -> Calls {
    let by_id: BTreeMap<&str, &Leg> = legs.iter().map(|leg| (leg.sid.as_str(), leg)).collect();
    let mut orphans = BTreeSet::new();
    let mut families: BTreeMap<&str, Vec<&Leg>> = BTreeMap::new();
    for (id, leg) in &by_id {
        match root(leg, &by_id) {
            Ok(root) if root == *id => drop(families.entry(root).or_default()),
            Ok(root) => families.entry(root).or_default().push(leg),
            Err(missing) => drop(orphans.insert(missing.to_owned())),
        }
    }
    let calls = families.into_iter().filter_map(|(root, mut children)| {
        children.sort_by_key(|leg| leg.began());
        let parent = by_id.get(root)?;
        let record = record(parent, &children, now)?;
        let legs = std::iter::once(root.to_owned()).chain(children.iter().map(|leg| leg.sid.clone()));
        Some(Folded { record, legs: legs.collect() })
    });
    let mut calls: Vec<Folded> = calls.collect();
    calls.sort_by_key(|call| call.record.started_at);
    Calls { calls, orphans }
}

/// The id of the first leg of the call, or of a parent that is not there.
fn root<'a>(leg: &'a Leg, by_id: &BTreeMap<&str, &'a Leg>) -> Result<&'a str, &'a str> {
    let mut at = leg;
    for _ in 0..MOST_NESTED {
        match at.parent_call_sid.as_deref() {
            None => return Ok(&at.sid),
            Some(parent) => at = by_id.get(parent).ok_or(parent)?,
        }
    }
    // Legs that name each other in a circle: each stands for itself.
    Ok(&leg.sid)
}

fn record(parent: &Leg, children: &[&Leg], now: Timestamp) -> Option<CallRecord> {
    // Calls that our own soft telephones begin are "inbound" to Twilio.
    let from_staff = is_internal(parent.from.as_deref());
    if parent.is_inbound() && !from_staff {
        return Some(inbound(parent, children, now));
    }
    let patient = children.iter().rev().find(|leg| !is_internal(leg.to.as_deref()));
    let leg = match patient {
        Some(leg) => leg,
        None if from_staff || !parent.is_over() => return None,
        None => parent,
    };
    let outcome = leg.outcome();
    Some(CallRecord {
        provider_id: parent.sid.clone(),
        thread: thread(leg.to.as_deref(), leg.from.as_deref()),
        direction: CallDirection::Outbound,
        outcome,
        started_at: parent.began().unwrap_or(now),
        talk_seconds: if outcome == CallOutcome::Answered { leg.seconds() } else { 0 },
        ring_seconds: leg.rang(),
    })
}

fn inbound(parent: &Leg, children: &[&Leg], now: Timestamp) -> CallRecord {
    // A trunk hands the call to the clinic's own exchange: there is no child, the leg itself says how it went.
    let trunk = parent.direction.as_deref() == Some("trunking-originating");
    let legs: &[&Leg] = if trunk { &[parent] } else { children };
    let talked = legs.iter().filter(|leg| leg.talked()).max_by_key(|leg| leg.seconds());
    let over = parent.is_over() && children.iter().all(|leg| leg.is_over());
    let outcome = match (over, talked) {
        (true, Some(_)) => CallOutcome::Answered,
        (true, None) => CallOutcome::Missed,
        (false, Some(_)) => CallOutcome::InProgress,
        (false, None) if legs.iter().any(|leg| leg.is_live()) => CallOutcome::InProgress,
        (false, None) => CallOutcome::Ringing,
    };
    let rang = match talked {
        Some(leg) => leg.rang(),
        None => legs.iter().filter_map(|leg| leg.rang()).max(),
    };
    CallRecord {
        provider_id: parent.sid.clone(),
        thread: thread(parent.from.as_deref(), parent.to.as_deref()),
        direction: CallDirection::Inbound,
        outcome,
        started_at: parent.began().unwrap_or(now),
        talk_seconds: match outcome {
            CallOutcome::Answered => talked.map_or(0, |leg| leg.seconds()),
            _ => 0,
        },
        ring_seconds: rang,
    }
}

fn is_internal(address: Option<&str>) -> bool {
    address.is_some_and(|address| {
        address.starts_with("client:") || (address.starts_with("sip:") && number_in(address).is_none())
    })
}

fn thread(theirs: Option<&str>, ours: Option<&str>) -> RemoteThread {
    let ours = ours.unwrap_or_default();
    RemoteThread {
        id: None,
        with: somebody(caller(theirs.unwrap_or_default())),
        ours: number_in(ours).unwrap_or(ours).to_owned(),
    }
}

/// Who is at the other end, as a number where there is one.
fn caller(raw: &str) -> &str {
    let raw = raw.trim();
    let withheld = raw.is_empty() || WITHHELD.iter().any(|mark| raw.eq_ignore_ascii_case(mark));
    if withheld { "anonymous" } else { number_in(raw).unwrap_or(raw) }
}

/// The number inside `sip:+44…@exchange.example`.
fn number_in(address: &str) -> Option<&str> {
    let user = address.strip_prefix("sip:")?.split('@').next()?;
    let digits = user.strip_prefix('+')?;
    (digits.len() >= 7 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(user)
}

/// How a call that the desk placed is going.
pub(super) fn progress(parent: &Leg, children: &[Leg]) -> CallProgress {
    let patient = children.last();
    match (parent.is_over(), patient) {
        (_, Some(leg)) if leg.is_live() && !parent.is_over() => CallProgress::Talking,
        (_, Some(leg)) if leg.is_over() => CallProgress::Over(leg.outcome()),
        (true, Some(_)) => CallProgress::Over(CallOutcome::Cancelled),
        // Nobody picked up at the desk, so the patient was never rung.
        (true, None) => CallProgress::Over(match parent.outcome() {
            CallOutcome::Answered => CallOutcome::Cancelled,
            other => other,
        }),
        (false, _) if parent.is_live() => CallProgress::RingingPatient,
        (false, _) => CallProgress::RingingDesk,
    }
}
