//! Which fields of a conversation this account answers to.
//!
//! Instagram Login documents only the plain fields; the rich ones are asked for and given up one by one when Graph
//! says 100 ("nonexisting field"). Remembered in the cursor, and tried afresh after a week, because accounts change.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The fields that may be missing, in the order in which they are given up when Graph does not say which one it is.
const RICH: [&str; 6] = ["reply_to", "is_unsupported", "reactions", "story", "shares", "attachments"];
/// What every account answers to.
pub(super) const PLAIN: &str = "id,created_time,from,to,message";
const AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What was found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dropped: Vec<String>,
    /// Messages cannot be asked for together with their conversation.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    apart: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Timestamp>,
}

impl Fields {
    /// Forgets what is a week old.
    pub(super) fn refresh(&mut self, now: Timestamp) {
        if self.since.is_some_and(|since| now.duration_since(since) > AGAIN_AFTER) {
            *self = Self::default();
        }
    }

    /// Whether conversations bring their messages along.
    pub(super) const fn expands(&self) -> bool {
        !self.apart
    }

    /// Whether messages bring their reactions, so that a missing one means "taken away".
    pub(super) fn tell_reactions(&self) -> bool {
        !self.dropped.iter().any(|gone| gone == "reactions")
    }

    /// What to ask of a message.
    pub(super) fn of_message(&self) -> String {
        let rich = RICH.iter().rev().filter(|field| !self.dropped.iter().any(|gone| gone == *field));
        rich.fold(PLAIN.to_owned(), |mut all, field| {
            all.push(',');
            // Without named members a share brings only its id.
            all.push_str(if *field == "shares" { "shares{link,name,id}" } else { field });
            all
        })
    }

    /// What to ask of a conversation.
    pub(super) fn of_thread(&self, with_messages: bool) -> String {
        let plain = "id,updated_time,participants";
        if with_messages {
            format!("{plain},messages.limit(20){{{}}}", self.of_message())
        } else {
            plain.to_owned()
        }
    }

    /// Gives something up after a refusal that named `field` (or nothing). False when nothing is left to give up.
    pub(super) fn give_up(&mut self, field: &str, now: Timestamp) -> bool {
        self.since.get_or_insert(now);
        let left = |dropped: &[String], field: &str| !dropped.iter().any(|gone| gone == field);
        if let Some(named) = RICH.iter().find(|rich| **rich == field && left(&self.dropped, rich)) {
            self.dropped.push((*named).to_owned());
            return true;
        }
        if field != "messages"
            && let Some(next) = RICH.iter().find(|rich| left(&self.dropped, rich))
        {
            self.dropped.push((*next).to_owned());
            return true;
        }
        // It was not a rich field after all: ask for messages apart, with all the fields again.
        let was_together = !self.apart;
        self.apart = true;
        if was_together {
            self.dropped.clear();
        }
        was_together
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    #[test]
    fn a_named_field_is_given_up_alone() {
        let mut fields = Fields::default();
        assert!(fields.give_up("reactions", NOW));
        assert_eq!(
            fields.of_message(),
            "id,created_time,from,to,message,attachments,shares{link,name,id},story,is_unsupported,reply_to"
        );
        assert!(fields.expands());
    }

    #[test]
    fn giving_up_always_ends() {
        let mut fields = Fields::default();
        let steps = std::iter::repeat_with(|| fields.give_up("", NOW)).take_while(|more| *more).count();
        assert_eq!(steps, 13, "six fields, then apart, then six fields again");
        assert!(!fields.expands());
        assert_eq!(fields.of_message(), PLAIN);
        let mut fields = Fields::default();
        assert!(fields.give_up("messages", NOW));
        assert!(!fields.expands() && fields.of_message().contains("attachments"));
    }

    #[test]
    fn a_week_later_everything_is_tried_again() {
        let mut fields = Fields::default();
        fields.give_up("story", NOW);
        fields.refresh(NOW + AGAIN_AFTER);
        assert_ne!(fields, Fields::default());
        fields.refresh(NOW + AGAIN_AFTER + SignedDuration::from_secs(1));
        assert_eq!(fields, Fields::default());
    }
}
