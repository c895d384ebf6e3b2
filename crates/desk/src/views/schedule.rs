//! Times that staff choose for later.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::UtcMillis;

/// What something typed may mean as a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WhenView {
    /// The time.
    pub at: UtcMillis,
    /// It cannot well mean anything else.
    pub sure: bool,
}

/// A time that is offered without typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TimeChoice {
    /// Which; the window has the words.
    pub key: TimeChoiceKey,
    /// The time.
    pub at: UtcMillis,
}

/// Which time is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TimeChoiceKey {
    /// In three hours.
    LaterToday,
    /// When the practice opens next, where today is over or tomorrow is closed.
    NextOpening,
    /// Tomorrow at opening.
    Tomorrow,
    /// In two days at opening.
    InTwoDays,
    /// Monday of next week at opening.
    NextWeek,
    /// In a week at opening.
    InAWeek,
    /// In a month at opening.
    InAMonth,
}
