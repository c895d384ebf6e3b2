//! Opening hours and waiting goals, as the window shows and edits them.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::UtcMillis;

/// When the practice is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HoursView {
    /// The weekdays, Monday first; always seven.
    pub week: Vec<Vec<PeriodView>>,
    /// Days that are not as their weekday says.
    pub exceptions: Vec<ExceptionView>,
}

/// A stretch of a day, in minutes after midnight by the clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PeriodView {
    /// It opens.
    pub from: u16,
    /// It closes; 1440 is midnight at the end of the day.
    pub to: u16,
}

/// Days that are not as their weekday says: holidays, closures, a Saturday that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ExceptionView {
    /// The first day, as `2026-12-24`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// What staff call it.
    pub name: String,
    /// When it is open nevertheless; empty: closed.
    pub periods: Vec<PeriodView>,
    /// The same days of every year.
    pub yearly: bool,
}

/// How many minutes of opening time a patient may wait, per channel; `None`: no goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GoalsView {
    /// Instagram.
    pub instagram: Option<u32>,
    /// WhatsApp.
    pub whatsapp: Option<u32>,
    /// Text messages.
    pub sms: Option<u32>,
    /// Calls.
    pub phone: Option<u32>,
}

/// A stretch of time in which the practice is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OpenSpan {
    /// From.
    pub from: UtcMillis,
    /// Until.
    pub to: UtcMillis,
}
