//! Times that staff choose for later.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{DraftView, SendLater, UtcMillis};

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

/// A message that waited for its time and was taken back, with all that is needed to schedule it again.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct TakenBack {
    /// The draft as it stands now: the words and files are in it, but never those of a template.
    pub draft: DraftView,
    /// Its words.
    pub text: String,
    /// Its files, in the draft now.
    pub files: Vec<String>,
    /// The message it quoted.
    pub quote: Option<String>,
    /// The template, if it was one.
    pub template: Option<TakenTemplate>,
    /// When it was to leave.
    pub later: SendLater,
}

/// A template that was taken back.
#[derive(Clone, Serialize, Deserialize, Type)]
pub struct TakenTemplate {
    /// The template.
    pub template: String,
    /// Its blanks.
    pub values: Vec<(String, String)>,
}
