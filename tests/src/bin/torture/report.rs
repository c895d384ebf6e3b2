//! The figures of a run.

use std::fmt;

use serde::Serialize;

/// From so many kills on, some must have caught a send.
const ENOUGH: u32 = 100;

/// What a run found. Everything from `lost` on must be 0, and whoever kills often must have interrupted a send.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Lives that were ended.
    pub kills: u32,
    /// Of them, before the desk was open.
    pub while_opening: u32,
    /// Sends that a kill caught between their beginning and the word about their end.
    pub interrupted: u32,
    /// Replies of which only the patient could say whether they had arrived.
    pub asked: u32,
    /// Messages and calls of patients.
    pub inbound: u32,
    /// Replies that reached a patient.
    pub sent: u32,
    /// Reactions of staff that stand at patients' messages.
    pub reactions: u32,
    /// Written by a patient and not in the store, or taken by the desk and not there any more.
    pub lost: u32,
    /// In a timeline twice.
    pub doubled: u32,
    /// Reached a patient twice, or was never meant to.
    pub double_sent: u32,
    /// Shown as sent, and the provider does not have it.
    pub falsely_shown: u32,
    /// Overtook an earlier one of its conversation.
    pub out_of_order: u32,
    /// Still queued, being sent, stopped or unknown after everything came to rest.
    pub unknown_left: u32,
    /// 1 when the check of the whole file complains.
    pub damaged: u32,
    /// Each difference, in the invented words of this world.
    #[serde(skip)]
    pub details: Vec<String>,
}

impl Report {
    /// Keeps what was found for whoever looks for the reason.
    pub fn explain(&mut self, what: &str, about: &impl fmt::Debug) {
        self.details.push(format!("{what}: {about:?}"));
    }

    /// Nothing went wrong, and there was something that could have.
    pub fn is_clean(&self) -> bool {
        let faults = [
            self.lost,
            self.doubled,
            self.double_sent,
            self.falsely_shown,
            self.out_of_order,
            self.unknown_left,
            self.damaged,
        ];
        // So many kills that none of them met a send were not aimed at what this is about.
        let met_a_send = self.interrupted > 0 || self.kills < ENOUGH;
        faults == [0; 7] && self.inbound > 0 && (self.sent > 0 || self.kills == 0) && met_a_send
    }

    /// As one JSON object.
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("numbers can be written")
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} kills ({} while opening, {} sends interrupted, {} asked about), {} inbound, {} sent, {} reactions: lost {}, doubled {}, double-sent {}, falsely shown {}, \
             out of order {}, unknown left {}, file {}",
            self.kills,
            self.while_opening,
            self.interrupted,
            self.asked,
            self.inbound,
            self.sent,
            self.reactions,
            self.lost,
            self.doubled,
            self.double_sent,
            self.falsely_shown,
            self.out_of_order,
            self.unknown_left,
            if self.damaged == 0 { "sound" } else { "DAMAGED" }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_run_in_which_no_kill_met_a_send_proves_nothing() {
        let run =
            |kills, interrupted| Report { kills, interrupted, inbound: 300, sent: 200, ..Report::default() };
        assert!(run(99, 0).is_clean());
        assert!(!run(100, 0).is_clean());
        assert!(run(100, 1).is_clean());
        assert!(!Report { lost: 1, ..run(100, 1) }.is_clean());
        assert!(!Report { inbound: 0, ..run(5, 0) }.is_clean());
    }
}
