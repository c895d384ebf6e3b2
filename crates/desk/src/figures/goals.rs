//! How long a patient may wait, as the practice said it, in the seconds that figures count in.

use anteroom_model::ChannelKind;

use crate::core::Core;

/// A goal for each channel, where there is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Goals([Option<u32>; 4]);

impl Goals {
    pub fn of(core: &Core) -> Self {
        let goals = core.goals.get();
        Self(ChannelKind::ALL.map(|channel| goals.of(channel).map(super::sums::seconds)))
    }

    pub fn seconds(self, channel: ChannelKind) -> Option<u32> {
        ChannelKind::ALL.iter().position(|one| *one == channel).and_then(|at| self.0[at])
    }

    /// The goal of a channel; of all of them the one that people who write have in common. Who rings is promised less
    /// time nearly everywhere, and one line in a chart cannot say both.
    pub fn common(self, channel: Option<ChannelKind>) -> Option<u32> {
        let written = [ChannelKind::Instagram, ChannelKind::WhatsApp, ChannelKind::Sms];
        match channel {
            Some(channel) => self.seconds(channel),
            None => self
                .seconds(written[0])
                .filter(|goal| written.iter().all(|on| self.seconds(*on) == Some(*goal))),
        }
    }
}
