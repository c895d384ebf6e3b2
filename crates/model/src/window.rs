//! The reply window: when a channel lets the practice write freely. Counted here, from the patient's last message,
//! with the provider's time; the provider's own refusal always wins.
//!
//! Sources: Instagram 24 h, to 7 days with the human-agent tag, for a person only (Meta messaging windows); WhatsApp
//! 24 h, then approved templates only; SMS has none.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::later;

/// Which rule a channel follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WindowRule {
    /// Write at any time.
    NoLimit,
    /// 24 h, then nothing until the patient writes; with `human_agent` up to 7 days for a person's own words.
    Instagram {
        /// The account has the human-agent right.
        human_agent: bool,
    },
    /// 24 h, then approved templates.
    TemplatesAfter,
}

/// Where a conversation stands in its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyWindow {
    /// No limit on this channel.
    NoLimit,
    /// Anything goes until then.
    Open {
        /// The end.
        until: Timestamp,
    },
    /// Only what a person typed, marked as such, until then.
    HumanAgent {
        /// The end.
        until: Timestamp,
    },
    /// Only approved templates.
    TemplateOnly {
        /// When free writing ended; `None` if the patient never wrote.
        since: Option<Timestamp>,
    },
    /// Nothing can be sent until the patient writes.
    Closed {
        /// When it ended; `None` if the patient never wrote.
        since: Option<Timestamp>,
    },
}

const DAY: SignedDuration = SignedDuration::from_hours(24);
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

impl WindowRule {
    /// Where a conversation stands at `now`, given the patient's newest message.
    pub fn at(self, last_inbound: Option<Timestamp>, now: Timestamp) -> ReplyWindow {
        let day = last_inbound.map(|at| later(at, DAY));
        let week = last_inbound.map(|at| later(at, WEEK));
        match (self, day, week) {
            (Self::NoLimit, ..) => ReplyWindow::NoLimit,
            (_, Some(until), _) if now < until => ReplyWindow::Open { until },
            (Self::TemplatesAfter, since, _) => ReplyWindow::TemplateOnly { since },
            (Self::Instagram { human_agent: true }, _, Some(until)) if now < until => {
                ReplyWindow::HumanAgent { until }
            }
            (Self::Instagram { human_agent: true }, _, since) => ReplyWindow::Closed { since },
            (Self::Instagram { .. }, since, _) => ReplyWindow::Closed { since },
        }
    }
}

impl ReplyWindow {
    /// Whether a person may send free text now.
    pub const fn allows_free_text(self) -> bool {
        matches!(self, Self::NoLimit | Self::Open { .. } | Self::HumanAgent { .. })
    }

    /// Whether a reaction may be sent now. It bears no tag, so the days after the first are not for it.
    pub const fn allows_reaction(self) -> bool {
        matches!(self, Self::NoLimit | Self::Open { .. })
    }

    /// Whether an approved template may be sent now.
    pub const fn allows_template(self) -> bool {
        !matches!(self, Self::Closed { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: WindowRule, hours_since: i64, expected: ReplyWindow) {
        let wrote = Timestamp::UNIX_EPOCH;
        assert_eq!(rule.at(Some(wrote), wrote + SignedDuration::from_hours(hours_since)), expected);
    }

    #[test]
    fn windows_follow_the_channels_rules() {
        let start = Timestamp::UNIX_EPOCH;
        let tagged = WindowRule::Instagram { human_agent: true };
        let plain = WindowRule::Instagram { human_agent: false };
        check(WindowRule::NoLimit, 10_000, ReplyWindow::NoLimit);
        check(WindowRule::TemplatesAfter, 23, ReplyWindow::Open { until: start + DAY });
        check(WindowRule::TemplatesAfter, 24, ReplyWindow::TemplateOnly { since: Some(start + DAY) });
        check(plain, 24, ReplyWindow::Closed { since: Some(start + DAY) });
        check(tagged, 24, ReplyWindow::HumanAgent { until: start + WEEK });
        check(tagged, 168, ReplyWindow::Closed { since: Some(start + WEEK) });
    }

    #[test]
    fn a_message_from_the_end_of_time_breaks_nothing() {
        for wrote in [Timestamp::MIN, Timestamp::MAX] {
            for human_agent in [true, false] {
                let _ = WindowRule::Instagram { human_agent }.at(Some(wrote), Timestamp::UNIX_EPOCH);
            }
            let _ = WindowRule::TemplatesAfter.at(Some(wrote), Timestamp::UNIX_EPOCH);
        }
    }

    #[test]
    fn a_patient_who_never_wrote_has_no_open_window() {
        let now = Timestamp::UNIX_EPOCH;
        assert_eq!(WindowRule::TemplatesAfter.at(None, now), ReplyWindow::TemplateOnly { since: None });
        assert_eq!(
            WindowRule::Instagram { human_agent: true }.at(None, now),
            ReplyWindow::Closed { since: None }
        );
    }
}
