//! The state of the outside world, and what is still to happen in it.
//!
//! Holds: before anything is asked or done, everything that was due by then has happened, in order of its time.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::fault::Faults;
use crate::instagram::Account as InstagramAccount;
use crate::ledger::{Entry, Ledger};
use crate::media::Files;
use crate::mint::Mint;
use crate::scenario::{AutoAnswer, Deed, perform};
use crate::twilio::Account as TwilioAccount;

/// Everything outside the practice.
pub struct World {
    /// The time of what is being done now.
    pub now: Timestamp,
    pub mint: Mint,
    past: Mint,
    pub ledger: Ledger,
    pub faults: Faults,
    pub files: Files,
    pub instagram: InstagramAccount,
    pub twilio: TwilioAccount,
    pub answers: Vec<AutoAnswer>,
    /// Requests that reached an address which no client should follow.
    pub trapped: u32,
    due: BTreeMap<(Timestamp, u64), Deed>,
    planned: u64,
}

impl World {
    pub fn new(now: Timestamp, seed: u64, ledger: Ledger) -> Self {
        Self {
            now,
            mint: Mint::new(seed),
            past: Mint::of_the_past(),
            ledger,
            faults: Faults::default(),
            files: Files::default(),
            instagram: InstagramAccount::new(now),
            twilio: TwilioAccount::new(),
            answers: Vec::new(),
            trapped: 0,
            due: BTreeMap::new(),
            planned: 0,
        }
    }

    /// Plans something. What lies in the past happens at the next question, with its own time.
    pub fn plan(&mut self, at: Timestamp, deed: Deed) {
        self.planned += 1;
        self.due.insert((at, self.planned), deed);
    }

    /// Does something whose ids are the same in every run.
    pub fn in_the_past<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> T {
        std::mem::swap(&mut self.mint, &mut self.past);
        let done = act(self);
        std::mem::swap(&mut self.mint, &mut self.past);
        done
    }

    /// When the next planned thing happens.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.due.keys().next().map(|(at, _)| *at)
    }

    /// Lets everything happen that is due at `now`.
    pub fn catch_up(&mut self, now: Timestamp) {
        while let Some(entry) = self.due.first_entry() {
            if entry.key().0 > now {
                break;
            }
            let ((at, _), deed) = entry.remove_entry();
            self.now = at;
            // A scenario was checked when it was loaded; a deed that cannot be done any more (its person is gone) is left.
            if perform(self, &deed).is_err() {
                tracing::warn!(event = "deed_left_out", n = self.planned);
            }
        }
        self.now = now;
    }

    /// The practice wrote to somebody: notes it and plans the answer, if this person answers.
    pub fn practice_wrote(&mut self, entry: Entry) {
        if let Entry::Outbound { channel, patient, elsewhere: false, .. } = &entry
            && let Some(found) = self.answers.iter_mut().find(|answer| answer.waits_for(channel, patient))
        {
            let (after, deed) = found.take();
            let at = self.now + SignedDuration::from_secs(after);
            self.plan(at, deed);
        }
        self.ledger.add(entry);
    }
}
