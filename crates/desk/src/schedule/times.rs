//! What staff type as a time, and the six times that are offered. Both know the opening hours.

use anteroom_model::when::{self, ChoiceKey};

use crate::desk::Desk;
use crate::views::{TimeChoice, TimeChoiceKey, WhenView, WireError};

impl Desk {
    /// What a text may mean as a time, the likeliest first; empty while it is not understood.
    ///
    /// # Errors
    /// None so far.
    pub fn when_read(&self, text: &str) -> Result<Vec<WhenView>, WireError> {
        let core = &self.core;
        let language = core.settings.get().locale.as_deref().and_then(|tag| tag.parse().ok());
        let hours = core.hours.get();
        let readings = when::read(text, language, core.clock.now(), &core.zone, &hours);
        Ok(readings.into_iter().map(|one| WhenView { at: one.at.into(), sure: one.sure }).collect())
    }

    /// The times that are offered without typing, numbered from 1.
    ///
    /// # Errors
    /// None so far.
    pub fn snooze_choices(&self) -> Result<Vec<TimeChoice>, WireError> {
        let core = &self.core;
        let hours = core.hours.get();
        let offered = when::choices(core.clock.now(), &core.zone, &hours);
        Ok(offered.into_iter().map(|one| TimeChoice { key: key(one.key), at: one.at.into() }).collect())
    }
}

const fn key(key: ChoiceKey) -> TimeChoiceKey {
    match key {
        ChoiceKey::LaterToday => TimeChoiceKey::LaterToday,
        ChoiceKey::NextOpening => TimeChoiceKey::NextOpening,
        ChoiceKey::Tomorrow => TimeChoiceKey::Tomorrow,
        ChoiceKey::InTwoDays => TimeChoiceKey::InTwoDays,
        ChoiceKey::NextWeek => TimeChoiceKey::NextWeek,
        ChoiceKey::InAWeek => TimeChoiceKey::InAWeek,
        ChoiceKey::InAMonth => TimeChoiceKey::InAMonth,
    }
}
