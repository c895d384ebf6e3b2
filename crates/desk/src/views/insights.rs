//! Insights: how long people wait, when they write, who answers.
//!
//! Waits are opening time, in seconds. Days are dates (`2026-11-22`) and hours are those of the practice's clock.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Channel, UtcMillis};

/// Which days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum InsightsRange {
    /// So many days up to today.
    Days {
        /// How many.
        days: u32,
    },
    /// From one date to another, both with it.
    Dates {
        /// The first day.
        from: String,
        /// The last day.
        to: String,
    },
}

/// What a table of figures is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum InsightsTable {
    /// Each day.
    Days,
    /// Each hour of the week.
    Hours,
    /// Each channel.
    Channels,
    /// Each person of the practice.
    Staff,
}

/// Insights over some days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct InsightsView {
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// How many days that is; as many before them are compared.
    pub length: u32,
    /// When something was counted last.
    pub counted_at: Option<UtcMillis>,
    /// How far counting is.
    pub progress: InsightsProgress,
    /// There are answers of a week at least.
    pub enough: bool,
    /// Seconds in which the practice wants to answer, if it has said so.
    pub goal: Option<u32>,
    /// First answers.
    pub replies: ReplyFigures,
    /// First answers in the days before.
    pub replies_before: Option<ReplyFigures>,
    /// Messages and calls of patients.
    pub incoming: u32,
    /// The same in the days before.
    pub incoming_before: u32,
    /// Each day, also those without anything.
    pub days: Vec<InsightsDay>,
    /// Hours of the week in which anything happened.
    pub hours: Vec<InsightsHour>,
    /// Channels that have anything.
    pub channels: Vec<InsightsChannel>,
    /// People who answered.
    pub staff: Vec<InsightsStaff>,
    /// Calls.
    pub calls: InsightsCalls,
    /// Reply windows that closed on somebody who waited.
    pub windows: InsightsWindows,
    /// The slowest first answers.
    pub slowest: Vec<SlowAnswer>,
}

/// How far counting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InsightsProgress {
    /// Days of the range, and of the one before it, that are counted.
    pub done: u32,
    /// Of so many.
    pub of: u32,
}

/// First answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReplyFigures {
    /// How many.
    pub count: u32,
    /// Half went out within so many seconds.
    pub half: u32,
    /// Nine in ten did.
    pub nine_in_ten: u32,
    /// Later than the goal.
    pub over_goal: u32,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InsightsDay {
    /// The date.
    pub date: String,
    /// Whether it is counted.
    pub counted: bool,
    /// Messages of patients.
    pub inbound: u32,
    /// Messages to patients.
    pub outbound: u32,
    /// Calls of patients.
    pub calls: u32,
    /// Of them missed.
    pub missed: u32,
    /// First answers to questions of this day.
    pub replies: Option<ReplyFigures>,
}

/// An hour of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InsightsHour {
    /// Monday is 0.
    pub weekday: u8,
    /// 0 to 23.
    pub hour: u8,
    /// Messages and calls of patients.
    pub incoming: u32,
    /// First answers to questions of this hour.
    pub replies: Option<ReplyFigures>,
    /// The practice is usually open.
    pub open: bool,
}

/// A channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InsightsChannel {
    /// Which.
    pub channel: Channel,
    /// Messages and calls of patients.
    pub incoming: u32,
    /// Messages to patients.
    pub outbound: u32,
    /// First answers.
    pub replies: Option<ReplyFigures>,
    /// Messages to patients that did not arrive.
    pub not_delivered: u32,
}

/// Somebody of the practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InsightsStaff {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Answers.
    pub answers: u32,
    /// Conversations with an answer.
    pub conversations: u32,
    /// First answers.
    pub replies: Option<ReplyFigures>,
}

/// Calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InsightsCalls {
    /// Calls of patients.
    pub incoming: u32,
    /// Missed.
    pub missed: u32,
    /// Of them: the practice rang back.
    pub rang_back: u32,
    /// Of them: a person wrote to the number.
    pub wrote: u32,
    /// Of them: the patient rang again and got through.
    pub got_through: u32,
    /// How long it took until one of these.
    pub back: Option<ReplyFigures>,
    /// More calls were missed than are looked at for this.
    pub more: bool,
}

/// Reply windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InsightsWindows {
    /// Somebody was answered after the window had closed.
    pub answered_late: u32,
    /// Somebody waits and the window has closed.
    pub still_waiting: u32,
}

/// One of the slowest first answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SlowAnswer {
    /// The conversation.
    pub conversation: String,
    /// What it is called.
    pub name: String,
    /// Where.
    pub channel: Channel,
    /// The place of the first question, to open the conversation there.
    pub position: String,
    /// Its id.
    pub item: String,
    /// When it was asked.
    pub asked_at: UtcMillis,
    /// Seconds of opening time until the answer.
    pub waited: u32,
    /// Who answered; nobody at this desk if empty.
    pub by: Option<String>,
}

/// A page of slow answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SlowAnswers {
    /// The slowest first.
    pub rows: Vec<SlowAnswer>,
    /// Where the next page begins.
    pub next: Option<String>,
}
