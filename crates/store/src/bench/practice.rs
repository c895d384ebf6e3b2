//! A practice of any size in a store that somebody else opened: for `cargo xtask bench window`.
//!
//! Holds: everybody has written or been written to; who waits for an answer is chosen, the newest first; the others were
//! answered, and two in three of them are marked done. The same in every run, but for the time at which it ends.

use std::collections::HashSet;

use anteroom_model::AccountId;
use jiff::Timestamp;

use super::BenchError;
use super::corpus::{Corpus, Written};
use super::dice::Dice;
use super::fill::{BATCH, Filling};
use crate::{Act, Store};

const DAY: i64 = 86_400_000;
/// Over how many days the past is spread.
const DAYS: i64 = 3 * 365;
const DONE_AT_ONCE: usize = 500;

/// How large.
#[derive(Clone, Copy, Debug)]
pub struct Practice {
    /// Conversations.
    pub conversations: usize,
    /// How many of them wait for an answer.
    pub waiting: usize,
    /// Messages in all, at least one for every conversation.
    pub messages: usize,
}

impl Practice {
    /// Fills an empty store whose two accounts are connected, Instagram's first. `ours` is the practice's number.
    ///
    /// # Errors
    /// What the store says.
    pub fn furnish(
        &self,
        store: &Store,
        accounts: [AccountId; 2],
        ours: &'static str,
        ends: Timestamp,
    ) -> Result<(), BenchError> {
        let corpus = self.corpus();
        let filling = Filling::in_accounts(store.clone(), &corpus, accounts, ours)?;
        let order = self.order();
        let waiting = self.waiting(&order);
        let step = DAYS * DAY / i64::try_from(order.len().max(1)).unwrap_or(i64::MAX);
        let mut last = vec![0; self.conversations];
        order.iter().enumerate().for_each(|(n, &conversation)| last[conversation] = n);
        let mut dice = Dice::new(11);
        let mut written = order.iter().enumerate().map(|(n, &conversation)| {
            let by_patient = match last[conversation] == n {
                true => waiting.contains(&conversation),
                false => dice.below(5) < 3,
            };
            let ago = step * i64::try_from(order.len() - n).unwrap_or(0);
            Written {
                conversation,
                at: ends.as_millisecond() - ago,
                inbound: by_patient,
                body: corpus.body(&mut dice),
                file: None,
            }
        });
        for first in (0..order.len()).step_by(BATCH) {
            filling.take_in(first, written.by_ref().take(BATCH).collect())?;
        }
        let answered = (0..self.conversations).filter(|n| !waiting.contains(n) && n % 3 != 0);
        let done: Vec<_> = answered.map(|n| filling.conversations[n].0).collect();
        for some in done.chunks(DONE_AT_ONCE) {
            let some = some.to_vec();
            store.write_blocking(move |tx| tx.triage(&some, Act::Done).map(drop))?;
        }
        Ok(())
    }

    /// The telephone numbers of those who write by text message, and whether they wait.
    pub fn texters(&self) -> Vec<(String, bool)> {
        let waiting = self.waiting(&self.order());
        let texting = |one: &super::corpus::Somebody| one.channel == 2;
        let all = self.corpus();
        let all = all.somebodies().enumerate().filter(|(_, one)| texting(one));
        all.map(|(n, one)| (one.handle, waiting.contains(&n))).collect()
    }

    fn corpus(&self) -> Corpus {
        Corpus::with(self.conversations, self.messages)
    }

    /// Whose each message is, the oldest first: everybody once or more, the first of them far more often.
    fn order(&self) -> Vec<usize> {
        let mut dice = Dice::new(12);
        let mut order: Vec<usize> = (0..self.conversations).collect();
        let more = self.messages.saturating_sub(self.conversations);
        order.extend((0..more).map(|_| (dice.share().powi(2) * self.conversations as f64) as usize));
        for n in (1..order.len()).rev() {
            order.swap(n, dice.below(n + 1));
        }
        order
    }

    /// Every second of those who were heard of last, until there are enough.
    fn waiting(&self, order: &[usize]) -> HashSet<usize> {
        let mut seen = HashSet::new();
        let newest: Vec<usize> = order.iter().rev().copied().filter(|one| seen.insert(*one)).collect();
        let second = newest.iter().skip(1).step_by(2).chain(newest.iter().step_by(2));
        second.take(self.waiting).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_heard_of_and_as_many_wait_as_were_asked_for() {
        let practice = Practice { conversations: 50, waiting: 20, messages: 120 };
        let order = practice.order();
        assert_eq!(order.iter().collect::<HashSet<_>>().len(), 50);
        assert_eq!(order.len(), 120);
        assert_eq!(practice.waiting(&order).len(), 20);
        let all = Practice { waiting: 50, ..practice };
        assert_eq!(all.waiting(&order).len(), 50);
        assert_eq!(practice.order(), order, "the same in every run");
    }
}
