//! When the practice is open, and how long a patient may wait while it is.
//!
//! Holds: both are settings of their own, kept in memory beside the store because every row of the list asks for them. A
//! goal counts opening time only: nobody is late over a week-end.
//! On a crash: what was saved is read again at the start; a setting that cannot be read is that of a new clinic.

mod words;

use anteroom_model::hours::{Exception, HoursError, HoursField, Period};
use anteroom_model::{ChannelKind, OpeningHours};
use anteroom_store::ConversationRow;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::core::Core;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{ExceptionView, GoalsView, HoursView, OpenSpan, PeriodView, WireError};

pub use words::{moment, words};

/// Where the opening hours are kept.
pub(crate) const HOURS: &str = "hours";
/// Where the waiting goals are kept.
pub(crate) const GOALS: &str = "goals";
/// A goal beyond a week of opening time is none.
const LONGEST_GOAL: u32 = 7 * 24 * 60;

/// How many minutes of opening time a patient may wait, per channel; `None`: no goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goals {
    instagram: Option<u32>,
    whatsapp: Option<u32>,
    sms: Option<u32>,
    phone: Option<u32>,
}

impl Default for Goals {
    /// An hour where people write, half an hour where they rang.
    fn default() -> Self {
        Self { instagram: Some(60), whatsapp: Some(60), sms: Some(60), phone: Some(30) }
    }
}

impl Goals {
    /// The goal of a channel.
    pub fn of(self, channel: ChannelKind) -> Option<SignedDuration> {
        let minutes = match channel {
            ChannelKind::Instagram => self.instagram,
            ChannelKind::WhatsApp => self.whatsapp,
            ChannelKind::Sms => self.sms,
            ChannelKind::Phone => self.phone,
        };
        minutes.map(|minutes| SignedDuration::from_mins(i64::from(minutes)))
    }
}

/// When the goal of whoever waits here is passed; `None` when nobody waits, or there is no goal, or it never opens.
pub(crate) fn goal_at(core: &Core, row: &ConversationRow) -> Option<Timestamp> {
    let goal = core.goals.get().of(row.channel)?;
    core.hours.get().after_open(&core.zone, row.waiting_since()?, goal)
}

/// The opening times until then.
pub(crate) fn open_until(core: &Core, row: &ConversationRow, goal_at: Option<Timestamp>) -> Vec<OpenSpan> {
    let Some((since, until)) = row.waiting_since().zip(goal_at) else { return Vec::new() };
    let spans = core.hours.get().spans_between(&core.zone, since, until);
    spans.into_iter().map(|(from, to)| OpenSpan { from: from.into(), to: to.into() }).collect()
}

impl Desk {
    /// When the practice is open.
    pub fn hours(&self) -> HoursView {
        view(&self.core.hours.get())
    }

    /// Keeps the opening hours.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`](crate::views::Code::FieldInvalid) with the first field that is not right (`week.2.0`: the
    /// first period of Wednesday), and
    /// what the store says.
    pub async fn hours_save(&self, view: HoursView) -> Result<(), WireError> {
        let hours = parse(view)?;
        let kept = hours.clone();
        self.core.write(move |tx| tx.put_setting(HOURS, &kept)).await.map_err(Fault::from)?;
        self.core.hours.set(hours);
        // Who waits too long depends on it.
        self.core.pulse();
        Ok(())
    }

    /// How long a patient may wait.
    pub fn goals(&self) -> GoalsView {
        let Goals { instagram, whatsapp, sms, phone } = *self.core.goals.get();
        GoalsView { instagram, whatsapp, sms, phone }
    }

    /// Keeps how long a patient may wait. No minutes at all, or more than a week of them, is no goal.
    ///
    /// # Errors
    /// What the store says.
    pub async fn goals_save(&self, view: GoalsView) -> Result<(), WireError> {
        let sane = |minutes: Option<u32>| minutes.filter(|minutes| (1..=LONGEST_GOAL).contains(minutes));
        let goals = Goals {
            instagram: sane(view.instagram),
            whatsapp: sane(view.whatsapp),
            sms: sane(view.sms),
            phone: sane(view.phone),
        };
        self.core.write(move |tx| tx.put_setting(GOALS, &goals)).await.map_err(Fault::from)?;
        self.core.goals.set(goals);
        self.core.pulse();
        Ok(())
    }
}

fn view(hours: &OpeningHours) -> HoursView {
    let periods =
        |periods: &[Period]| periods.iter().map(|it| PeriodView { from: it.from, to: it.to }).collect();
    HoursView {
        week: hours.week().iter().map(|day| periods(day)).collect(),
        exceptions: hours
            .exceptions()
            .iter()
            .map(|it| ExceptionView {
                from: it.from.to_string(),
                to: it.to.to_string(),
                name: it.name.clone(),
                periods: periods(&it.periods),
                yearly: it.yearly,
            })
            .collect(),
    }
}

fn parse(view: HoursView) -> Result<OpeningHours, WireError> {
    let periods = |day: Vec<PeriodView>| -> Vec<Period> {
        day.into_iter().map(|it| Period { from: it.from, to: it.to }).collect()
    };
    let week: Vec<Vec<Period>> = view.week.into_iter().map(periods).collect();
    let week = <[Vec<Period>; 7]>::try_from(week).map_err(|_| WireError::invalid("week"))?;
    let mut exceptions = Vec::new();
    for (at, it) in view.exceptions.into_iter().enumerate() {
        let day = |text: &str| text.parse().map_err(|_| WireError::invalid(format!("exceptions.{at}.dates")));
        exceptions.push(Exception {
            from: day(&it.from)?,
            to: day(&it.to)?,
            name: it.name,
            periods: periods(it.periods),
            yearly: it.yearly,
        });
    }
    OpeningHours::new(week, exceptions).map_err(|HoursError { field, .. }| {
        WireError::invalid(match field {
            HoursField::Week { day, period } => format!("week.{day}.{period}"),
            HoursField::ExceptionPeriod { exception, period } => format!("exceptions.{exception}.{period}"),
            HoursField::ExceptionDates { exception } => format!("exceptions.{exception}.dates"),
            HoursField::ExceptionName { exception } => format!("exceptions.{exception}.name"),
            HoursField::Exceptions => "exceptions".into(),
        })
    })
}
