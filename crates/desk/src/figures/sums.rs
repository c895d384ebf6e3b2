//! Adding up what is kept, for one range.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use anteroom_model::{ChannelKind, Day, Typical};
use anteroom_store::{AskedReply, HourCount, ReadTx, StoreError};
use jiff::SignedDuration;

use super::goals::Goals;
use crate::views::ReplyFigures;

/// Waits being collected, in seconds.
#[derive(Clone, Debug, Default)]
pub(super) struct Waits {
    all: Vec<u32>,
    over_goal: u32,
}

impl Waits {
    pub fn add(&mut self, waited: SignedDuration, goal: Option<u32>) {
        let waited = seconds(waited);
        self.over_goal += u32::from(goal.is_some_and(|goal| waited > goal));
        self.all.push(waited);
    }

    /// What stands for them; nothing of none.
    pub fn figures(mut self) -> Option<ReplyFigures> {
        let Typical { of, half, nine_in_ten } = Typical::among(&mut self.all)?;
        Some(ReplyFigures { count: number(of), half, nine_in_ten, over_goal: self.over_goal })
    }
}

pub(super) fn seconds(waited: SignedDuration) -> u32 {
    u32::try_from(waited.as_secs().max(0)).unwrap_or(u32::MAX)
}

pub(super) fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// An hour of the week: Monday is 0.
pub(super) type Slot = (u8, u8);

/// Everything about one range that is a sum over its days.
#[derive(Debug, Default)]
pub(super) struct Sums {
    pub all: Waits,
    pub too_late: u32,
    pub days: BTreeMap<Day, (HourCount, Waits)>,
    pub slots: BTreeMap<Slot, (u32, Waits)>,
    pub channels: BTreeMap<ChannelKind, (HourCount, Waits)>,
    pub staff: BTreeMap<i64, Load>,
}

/// What somebody did.
#[derive(Debug, Default)]
pub(super) struct Load {
    pub answers: u32,
    pub conversations: BTreeSet<i64>,
    pub waits: Waits,
}

impl Sums {
    /// Adds up volumes.
    pub fn volumes(
        &mut self,
        tx: &ReadTx<'_>,
        days: &RangeInclusive<Day>,
        channel: Option<ChannelKind>,
    ) -> Result<(), StoreError> {
        tx.figures_by_hour(days, channel, |day, hour, on, count| {
            add(&mut self.days.entry(day).or_default().0, count);
            add(&mut self.channels.entry(on).or_default().0, count);
            self.slots.entry((day.weekday(), hour)).or_default().0 += count.inbound + count.calls;
        })
    }

    /// Adds up first answers.
    pub fn replies(
        &mut self,
        tx: &ReadTx<'_>,
        days: &RangeInclusive<Day>,
        channel: Option<ChannelKind>,
        goals: Goals,
    ) -> Result<(), StoreError> {
        tx.figures_replies(days, channel, |reply, _| self.reply(reply, goals.seconds(reply.channel)))
    }

    fn reply(&mut self, reply: AskedReply, goal: Option<u32>) {
        self.all.add(reply.waited, goal);
        self.too_late += u32::from(reply.too_late);
        self.days.entry(reply.day).or_default().1.add(reply.waited, goal);
        self.channels.entry(reply.channel).or_default().1.add(reply.waited, goal);
        self.slots.entry((reply.day.weekday(), reply.hour)).or_default().1.add(reply.waited, goal);
        if let Some(staff) = reply.staff {
            self.staff.entry(staff).or_default().waits.add(reply.waited, goal);
        }
    }

    /// Adds up who answered where.
    pub fn loads(
        &mut self,
        tx: &ReadTx<'_>,
        days: &RangeInclusive<Day>,
        channel: Option<ChannelKind>,
    ) -> Result<(), StoreError> {
        tx.figures_by_staff(days, channel, |staff, conversation, answers| {
            let load = self.staff.entry(staff).or_default();
            load.answers += answers;
            load.conversations.insert(conversation);
        })
    }

    /// Messages and calls of patients.
    pub fn incoming(&self) -> u32 {
        self.days.values().map(|(count, _)| count.inbound + count.calls).sum()
    }
}

fn add(sum: &mut HourCount, count: HourCount) {
    sum.inbound += count.inbound;
    sum.outbound += count.outbound;
    sum.calls += count.calls;
    sum.missed += count.missed;
    sum.astray += count.astray;
}
