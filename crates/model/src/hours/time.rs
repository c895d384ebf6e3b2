//! Counting in opening time. Every function looks at eleven years at most, in either direction.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::OpeningHours;
use super::spans::{Span, backward, forward};
use crate::later;

/// A time in which the practice is closed, from closing to opening. Two messages came into the same one if they are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClosedPeriod {
    /// When it closed; the beginning of time if it never was open.
    pub from: Timestamp,
    /// When it opens, if it ever does.
    pub to: Option<Timestamp>,
}

impl OpeningHours {
    /// Whether it is open at `at`.
    pub fn is_open(&self, zone: &TimeZone, at: Timestamp) -> bool {
        self.span_from(zone, at).is_some_and(|(from, _)| from <= at)
    }

    /// The opening time that passes between two moments; nothing if `to` is not later.
    pub fn open_between(&self, zone: &TimeZone, from: Timestamp, to: Timestamp) -> SignedDuration {
        forward(self, zone, from)
            .take_while(|span| span.0 < to)
            .map(|span| span.1.min(to).duration_since(span.0.max(from)))
            .filter(SignedDuration::is_positive)
            .fold(SignedDuration::ZERO, SignedDuration::saturating_add)
    }

    /// The stretches of opening time between two moments. Two that adjoin are one.
    pub fn spans_between(&self, zone: &TimeZone, from: Timestamp, to: Timestamp) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for (start, end) in forward(self, zone, from).take_while(|span| span.0 < to) {
            let (start, end) = (start.max(from), end.min(to));
            match spans.last_mut().filter(|last| last.1 == start) {
                Some(last) => last.1 = end,
                None if start < end => spans.push((start, end)),
                None => {}
            }
        }
        spans
    }

    /// When `dur` of opening time has passed after `from`; `None` if it never will have.
    pub fn after_open(&self, zone: &TimeZone, from: Timestamp, dur: SignedDuration) -> Option<Timestamp> {
        if !dur.is_positive() {
            return Some(from);
        }
        let mut left = dur;
        for (start, end) in forward(self, zone, from).filter(|span| span.1 > from) {
            let start = start.max(from);
            let open = end.duration_since(start);
            if open >= left {
                return Some(later(start, left));
            }
            left -= open;
        }
        None
    }

    /// When it next opens after `at`: a moment before which it was closed.
    pub fn next_opening(&self, zone: &TimeZone, at: Timestamp) -> Option<Timestamp> {
        let mut open_until = None;
        for (start, end) in forward(self, zone, at) {
            if start > at && open_until != Some(start) {
                return Some(start);
            }
            open_until = Some(end);
        }
        None
    }

    /// The time without opening around `at`; `None` if it is open.
    pub fn closed_period(&self, zone: &TimeZone, at: Timestamp) -> Option<ClosedPeriod> {
        if self.is_open(zone, at) {
            return None;
        }
        let from = backward(self, zone, at).map(|span| span.1).find(|end| *end <= at);
        Some(ClosedPeriod { from: from.unwrap_or(Timestamp::MIN), to: self.next_opening(zone, at) })
    }

    /// The first span that ends after `at`.
    fn span_from(&self, zone: &TimeZone, at: Timestamp) -> Option<Span> {
        forward(self, zone, at).find(|span| span.1 > at)
    }
}
