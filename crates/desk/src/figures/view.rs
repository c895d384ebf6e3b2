//! The figures as the window shows them.
//!
//! Each part is a read of its own, so that no reader is held for the whole page; a message that lands between two of
//! them is in one and not in the other, and the next look has it in both.

use std::collections::BTreeMap;
use std::sync::Arc;

use anteroom_model::{ChannelKind, Day, later};
use anteroom_store::{CallBackHow, DayPlan, FigureRules, MissedCall, Position, SlowReply, StoreError};
use jiff::SignedDuration;

use super::counting::{apart, rules};
use super::goals::Goals;
use super::range::{Days, each};
use super::sums::{Load, Sums, Waits, number, seconds};
use crate::convert::as_people_write;
use crate::core::{Core, Wake};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::reading::{place, text};
use crate::views::{
    Channel, Code, InsightsCalls, InsightsChannel, InsightsDay, InsightsHour, InsightsProgress,
    InsightsRange, InsightsStaff, InsightsView, InsightsWindows, ReplyFigures, SlowAnswer, SlowAnswers,
    WireError,
};

/// Days of answers before anything can be said about how long people wait.
const ENOUGH: i32 = 6;
/// Shown beside the charts.
const SLOWEST: usize = 5;
/// On a page of the whole list.
const PAGE: usize = 50;
/// Missed calls that are followed up in one read.
const CALLS_AT_ONCE: u32 = 200;
/// Missed calls that are followed up for one view; a practice that misses more than this has its answer.
const MOST_CALLS: u32 = 4_000;
/// More people who wait than anybody needs to be told.
const MOST_WAITING: u32 = 5_000;
/// The shortest reply window.
const WINDOW: SignedDuration = SignedDuration::from_hours(24);

impl Desk {
    /// How long people wait, when they write and who answers, as far as it is counted. What is not counted yet is
    /// counted from now on.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] when the range is none; what the store says.
    pub async fn insights(
        &self,
        range: InsightsRange,
        channel: Option<Channel>,
    ) -> Result<InsightsView, WireError> {
        let view = self.figures(range, channel).await?;
        Ok(view)
    }

    pub(super) async fn figures(
        &self,
        range: InsightsRange,
        channel: Option<Channel>,
    ) -> Result<InsightsView, Fault> {
        let core = self.core.clone();
        let days = Days::of(&core, &range)?;
        let rules = rules(&core);
        let (channel, asked) = (channel.map(ChannelKind::from), rules.clone());
        let (view, plan) = apart(move || {
            let plan = core.read(|tx| tx.figures_due(&asked))?;
            let view = read(&core, &days, channel, &asked, &plan)?;
            Ok::<_, Fault>((view, plan))
        })
        .await?;
        if !plan.wanted {
            self.core.write(move |tx| tx.figures_begin(&rules)).await?;
        }
        if !plan.wanted || !plan.is_done() {
            self.core.wake(Wake::Figures);
        }
        Ok(view)
    }

    /// All first answers of some days, the slowest first, a page at a time.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] when the range is none; [`Code::Stale`] when `after` is no page's end.
    pub async fn insights_slowest(
        &self,
        range: InsightsRange,
        channel: Option<Channel>,
        after: Option<String>,
    ) -> Result<SlowAnswers, WireError> {
        let core = self.core.clone();
        let days = Days::of(&core, &range)?;
        let after = after.as_deref().map(parse_key).transpose()?;
        let channel = channel.map(ChannelKind::from);
        let found = apart(move || {
            let found = core.read(|tx| {
                let names = staff_names(tx)?;
                let rows = tx.slowest_replies(&days.these, channel, after, PAGE + 1)?;
                Ok((rows, names))
            })?;
            Ok::<_, Fault>(found)
        });
        let (mut rows, names) = found.await?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next = rows.last().filter(|_| more).map(key);
        Ok(SlowAnswers { rows: rows.into_iter().map(|row| slow(row, &names)).collect(), next })
    }
}

/// Names of staff by row.
type Names = BTreeMap<i64, (String, String)>;

fn staff_names(tx: &anteroom_store::ReadTx<'_>) -> Result<Names, StoreError> {
    Ok(tx.figures_staff()?.into_iter().map(|(row, id, name)| (row, (id.to_string(), name))).collect())
}

fn read(
    core: &Arc<Core>,
    days: &Days,
    channel: Option<ChannelKind>,
    rules: &FigureRules,
    plan: &DayPlan,
) -> Result<InsightsView, Fault> {
    let goals = Goals::of(core);
    let (mut sums, mut before) = (Sums::default(), Sums::default());
    core.read(|tx| sums.volumes(tx, &days.these, channel))?;
    core.read(|tx| before.volumes(tx, &days.before, channel))?;
    core.read(|tx| sums.replies(tx, &days.these, channel, goals))?;
    core.read(|tx| before.replies(tx, &days.before, channel, goals))?;
    core.read(|tx| sums.loads(tx, &days.these, channel))?;
    let (since, names, slowest) = core.read(|tx| {
        Ok((tx.figures_since()?, staff_names(tx)?, tx.slowest_replies(&days.these, channel, None, SLOWEST)?))
    })?;
    let today = anteroom_model::WallTime::of(&rules.zone, core.clock.now()).day;
    let due: std::collections::BTreeSet<Day> = plan.due.iter().map(|due| due.day).collect();
    // Days before anything was here, and days to come, have nothing to count.
    let has_any = |day: &Day| plan.first.is_some_and(|first| *day >= first) && *day <= today;
    let wanted = each(&days.these).chain(each(&days.before)).filter(|day| has_any(day)).count();
    let missing = due.iter().filter(|day| **day >= days.earliest() && *day <= days.these.end()).count();
    let calls = calls(core, days, channel, rules, &sums)?;
    let windows = InsightsWindows {
        answered_late: sums.too_late,
        still_waiting: still_waiting(core, days, channel, rules)?,
    };
    let (incoming, incoming_before) = (sums.incoming(), before.incoming());
    let nothing = ReplyFigures { count: 0, half: 0, nine_in_ten: 0, over_goal: 0 };
    Ok(InsightsView {
        from: days.these.start().date().to_string(),
        to: days.these.end().date().to_string(),
        length: days.length(),
        counted_at: plan.counted_at.map(Into::into),
        progress: InsightsProgress { done: number(wanted.saturating_sub(missing)), of: number(wanted) },
        enough: since.is_some_and(|since| today.0 - since.0 >= ENOUGH),
        goal: goals.common(channel),
        replies: sums.all.figures().unwrap_or(nothing),
        replies_before: before.all.figures(),
        incoming,
        incoming_before,
        days: each(&days.these)
            .map(|day| one_day(day, sums.days.remove(&day), !due.contains(&day)))
            .collect(),
        hours: sums.slots.into_iter().map(|(slot, found)| one_hour(slot, found, rules)).collect(),
        channels: sums
            .channels
            .into_iter()
            .map(|(channel, (count, waits))| InsightsChannel {
                channel: channel.into(),
                incoming: count.inbound + count.calls,
                outbound: count.outbound,
                replies: waits.figures(),
                not_delivered: count.astray,
            })
            .collect(),
        staff: sums.staff.into_iter().filter_map(|(row, load)| one_person(names.get(&row)?, load)).collect(),
        calls,
        windows,
        slowest: slowest.into_iter().map(|row| slow(row, &names)).collect(),
    })
}

fn one_day(day: Day, found: Option<(anteroom_store::HourCount, Waits)>, counted: bool) -> InsightsDay {
    let (count, waits) = found.unwrap_or_default();
    InsightsDay {
        date: day.date().to_string(),
        counted,
        inbound: count.inbound,
        outbound: count.outbound,
        calls: count.calls,
        missed: count.missed,
        replies: waits.figures(),
    }
}

fn one_hour((weekday, hour): (u8, u8), found: (u32, Waits), rules: &FigureRules) -> InsightsHour {
    let (from, to) = (u16::from(hour) * 60, (u16::from(hour) + 1) * 60);
    let periods = rules.hours.week().get(usize::from(weekday)).map(Vec::as_slice).unwrap_or_default();
    InsightsHour {
        weekday,
        hour,
        incoming: found.0,
        replies: found.1.figures(),
        open: periods.iter().any(|period| period.from < to && from < period.to),
    }
}

fn one_person((id, name): &(String, String), load: Load) -> Option<InsightsStaff> {
    Some(InsightsStaff {
        id: id.clone(),
        name: name.clone(),
        answers: load.answers,
        conversations: number(load.conversations.len()),
        replies: load.waits.figures(),
    })
}

/// Follows missed calls up, some at a time.
fn calls(
    core: &Core,
    days: &Days,
    channel: Option<ChannelKind>,
    rules: &FigureRules,
    sums: &Sums,
) -> Result<InsightsCalls, Fault> {
    let count =
        |of: fn(&anteroom_store::HourCount) -> u32| sums.days.values().map(|(count, _)| of(count)).sum();
    let mut found = InsightsCalls {
        incoming: count(|count| count.calls),
        missed: count(|count| count.missed),
        rang_back: 0,
        wrote: 0,
        got_through: 0,
        back: None,
        more: false,
    };
    if channel.is_some_and(|channel| channel != ChannelKind::Phone) {
        return Ok(found);
    }
    let begins = |day: Day| Position::first_at(day.begins(&rules.zone));
    let (from, mut to) = (begins(*days.these.start()), begins(days.these.end().plus(1)));
    let (mut back, mut looked) = (Waits::default(), 0);
    loop {
        let some = core.read(|tx| tx.missed_calls(from..to, CALLS_AT_ONCE))?;
        looked += CALLS_AT_ONCE;
        for MissedCall { at, back: seen_to, .. } in &some {
            let Some(seen_to) = seen_to else { continue };
            back.add(rules.hours.open_between(&rules.zone, at.at(), seen_to.at.at()), None);
            match seen_to.how {
                CallBackHow::Rang => found.rang_back += 1,
                CallBackHow::Wrote => found.wrote += 1,
                CallBackHow::GotThrough => found.got_through += 1,
            }
        }
        let is_last = some.len() < CALLS_AT_ONCE as usize;
        match some.last() {
            Some(last) if !is_last && looked < MOST_CALLS => to = last.at,
            _ => {
                found.more = !is_last;
                break;
            }
        }
    }
    found.back = back.figures();
    Ok(found)
}

/// People who wait and can no longer be answered freely, of those who began to wait in this range.
fn still_waiting(
    core: &Core,
    days: &Days,
    channel: Option<ChannelKind>,
    rules: &FigureRules,
) -> Result<u32, Fault> {
    let wrote_before = later(core.clock.now(), -WINDOW);
    let from = Position::first_at(days.these.start().begins(&rules.zone));
    let mut waiting = 0;
    for on in [ChannelKind::Instagram, ChannelKind::WhatsApp] {
        if channel.is_none_or(|channel| channel == on) {
            waiting += core.read(|tx| tx.waiting_too_late(on, from, wrote_before, MOST_WAITING))?;
        }
    }
    Ok(waiting)
}

fn slow(row: SlowReply, names: &Names) -> SlowAnswer {
    SlowAnswer {
        conversation: row.conversation.to_string(),
        name: as_people_write(&row.name),
        channel: row.channel.into(),
        position: text(row.asked),
        item: row.item.to_string(),
        asked_at: row.asked.at().into(),
        waited: seconds(row.waited),
        by: row.staff.and_then(|staff| names.get(&staff)).map(|(_, name)| name.clone()),
    }
}

/// Where the page after a row begins.
fn key(row: &SlowReply) -> String {
    format!("{}:{}", row.waited.as_millis(), text(row.answered))
}

fn parse_key(text: &str) -> Result<(SignedDuration, Position), Fault> {
    let stale = || Fault::of(Code::Stale);
    let (waited, pos) = text.split_once(':').ok_or_else(stale)?;
    let waited = SignedDuration::from_millis(waited.parse().map_err(|_| stale())?);
    Ok((waited, place(pos)?))
}
