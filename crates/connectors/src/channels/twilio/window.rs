//! Reading a list that has no cursor of its own: over and over the same stretch of days, telling new rows from known
//! ones by their ids.
//!
//! Twilio's lists are filtered by whole days (full timestamps are taken, and only their date counts) and are newest
//! first, which is documented for some and promised for none. So a poll reads from the top while pages bring news,
//! and once an hour the whole stretch is read to its end, whatever the order.
//!
//! Holds: the stretch begins a day before the newest row of the last *complete* reading, so nothing is skipped when a
//! reading was cut short or the computer was off for a month; a row dated far in the future moves nothing.
//! Refused: a watermark from our own clock (a wrong clock would skip messages); stopping at the first known row (a row
//! that came late stands below it).
//! On a crash: the state was stored with the rows it speaks of, or neither was.

use anteroom_model::{ConnectorError, FailureKind};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::api::{Api, Fields};
use super::known::Known;
use super::payload::Page;
use crate::transport::RequestSpec;

const OVERLAP: SignedDuration = SignedDuration::from_hours(24);
/// The first reading goes back so far at once; the rest is walked backwards at leisure.
const FIRST: SignedDuration = SignedDuration::from_hours(48);
const WHOLE_EVERY: SignedDuration = SignedDuration::from_hours(1);
const AHEAD: SignedDuration = SignedDuration::from_hours(1);
/// Days of a back-fill step.
const SLICE: i32 = 3;

/// A list of Twilio's.
pub(super) struct List {
    pub host: &'static str,
    pub route: &'static str,
    pub path: Vec<String>,
    /// The member that holds the rows.
    pub key: &'static str,
    /// How it is narrowed down to days.
    pub days: Days,
    /// Further parameters.
    pub extra: Fields,
    /// Rows of a page when looking for news, and when reading everything.
    pub page: [u32; 2],
    /// Pages of one step.
    pub pages: usize,
    /// Rows belong together across pages: a step is all of them or an error.
    pub together: bool,
}

/// How a list is narrowed down to days.
pub(super) enum Days {
    /// Parameters that take a date: from, until.
    Dates(&'static str, &'static str),
    /// A parameter that takes a time.
    After(&'static str),
    /// It cannot be narrowed down.
    All,
}

/// What a row is, for the reading.
pub(super) struct Look {
    /// By what it is known; `None` if it is not to be taken (yet).
    pub key: Option<String>,
    /// Its place in time.
    pub at: Option<Timestamp>,
}

/// What a step brought.
#[derive(Default)]
pub(super) struct Reading {
    /// Rows in the provider's order, and whether each is new.
    pub rows: Vec<(Value, bool)>,
    /// The whole stretch is being read.
    pub whole: bool,
    /// The step ended before the reading did.
    pub more: bool,
}

/// Where a list was read to.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Window {
    /// From here the first reading began.
    floor: Timestamp,
    /// The newest row of the last complete reading, by the provider's time.
    mark: Option<Timestamp>,
    known: Known,
    /// When the whole stretch was last read, by our clock.
    whole_at: Option<Timestamp>,
    walk: Option<Walk>,
    back: Option<Back>,
}

/// A reading under way.
#[derive(Clone, Serialize, Deserialize)]
struct Walk {
    next: String,
    whole: bool,
    newest: Option<Timestamp>,
    seen: Known,
}

/// What is left of the walk back into the past.
#[derive(Clone, Serialize, Deserialize)]
struct Back {
    /// Days before this one are still to be read,
    before: Date,
    /// as far as this one.
    until: Date,
    next: Option<String>,
}

impl Window {
    /// A list that was never read. The past is walked `days` back.
    pub fn new(now: Timestamp, days: i32) -> Self {
        let floor = now - FIRST;
        let before = date(floor).saturating_add(1.day());
        let until = before.saturating_sub(days.days());
        let back = (days > 0).then_some(Back { before, until, next: None });
        Self { floor, mark: None, known: Known::default(), whole_at: None, walk: None, back }
    }

    /// A list whose past is read at once, because it is short.
    pub fn reaching_back(now: Timestamp, days: i64) -> Self {
        Self { floor: now - SignedDuration::from_hours(24 * days), ..Self::new(now, 0) }
    }

    /// Where the stretch begins.
    pub fn since(&self) -> Timestamp {
        self.mark.map_or(self.floor, |mark| mark - OVERLAP)
    }

    /// Whether the past is still being walked.
    pub const fn is_walking_back(&self) -> bool {
        self.back.is_some()
    }

    /// Reads on: a few pages from the top, or where the last step stopped. `wants_more` may ask for further pages.
    pub async fn read(
        &mut self,
        api: &Api,
        list: &List,
        now: Timestamp,
        look: impl Fn(&Value) -> Look,
        wants_more: impl Fn(&[(Value, bool)]) -> bool,
    ) -> Result<Reading, ConnectorError> {
        let resumed = self.walk.take();
        let mut walk = match resumed {
            Some(walk) => walk,
            None => Walk {
                next: String::new(),
                whole: self.is_whole_due(list, now),
                newest: None,
                seen: Known::default(),
            },
        };
        let mut page = match self.open(api, list, &walk).await {
            Err(error) if !walk.next.is_empty() && is_stale(&error) => {
                // The provider forgot the page; begin again from the top, and read all of it.
                self.whole_at = None;
                return Ok(Reading::default());
            }
            opened => opened?,
        };
        let mut reading = Reading { whole: walk.whole, ..Reading::default() };
        for turn in 1.. {
            let news = self.take(page.rows, &mut walk, &mut reading.rows, now, &look);
            let next = page.next.filter(|next| *next != walk.next);
            let Some(next) = next.filter(|_| walk.whole || news || wants_more(&reading.rows)) else {
                self.finish(walk, now);
                return Ok(reading);
            };
            walk.next = next;
            if turn >= list.pages {
                break;
            }
            page = match api.next_page(list.host, list.route, &walk.next, list.key).await {
                Err(error) if list.together => return Err(error),
                // What was read is kept; the next step begins with the page that failed, and says why if it does again.
                Err(_) => break,
                Ok(page) => page,
            };
        }
        self.walk = Some(walk);
        reading.more = true;
        Ok(reading)
    }

    /// The next piece of the past: its first day, and the day after its last.
    pub fn slice(&self) -> Option<(Date, Date)> {
        let back = self.back.as_ref()?;
        Some((back.before.saturating_sub(SLICE.days()).max(back.until), back.before))
    }

    /// The piece was read.
    pub fn slice_done(&mut self) {
        let begin = self.slice().map(|(begin, _)| begin);
        self.back = self.back.take().zip(begin).and_then(|(back, begin)| {
            (begin > back.until).then_some(Back { before: begin, until: back.until, next: None })
        });
    }

    /// Reads one page of the past; `None` when a page was forgotten and its slice has to be read anew.
    pub async fn read_back(&mut self, api: &Api, list: &List) -> Result<Option<Vec<Value>>, ConnectorError> {
        let Some((from, to)) = self.slice() else { return Ok(Some(Vec::new())) };
        let Some(back) = &mut self.back else { return Ok(Some(Vec::new())) };
        let page = match &back.next {
            Some(next) => match api.next_page(list.host, list.route, next, list.key).await {
                Err(error) if is_stale(&error) => {
                    back.next = None;
                    return Ok(None);
                }
                page => page?,
            },
            None => api.page(request(api, list), between(list, from, to), list.key).await?,
        };
        match page.next.filter(|next| Some(next) != back.next.as_ref()) {
            Some(next) => back.next = Some(next),
            None => self.slice_done(),
        }
        Ok(Some(page.rows))
    }

    async fn open(&self, api: &Api, list: &List, walk: &Walk) -> Result<Page, ConnectorError> {
        if !walk.next.is_empty() {
            return api.next_page(list.host, list.route, &walk.next, list.key).await;
        }
        let day = date(self.since());
        let mut query = list.extra.clone();
        match list.days {
            Days::Dates(from, _) => query.push((from, day.to_string())),
            Days::After(name) => query.push((name, format!("{day}T00:00:00Z"))),
            Days::All => {}
        }
        query.push(("PageSize", list.page[usize::from(walk.whole)].to_string()));
        api.page(request(api, list), query, list.key).await
    }

    fn is_whole_due(&self, list: &List, now: Timestamp) -> bool {
        let narrowed = !matches!(list.days, Days::All);
        // A clock that was set back makes it due as well.
        narrowed && self.whole_at.is_none_or(|at| now < at || now.duration_since(at) >= WHOLE_EVERY)
    }

    /// Sorts the rows of a page; whether any is new.
    fn take(
        &mut self,
        rows: Vec<Value>,
        walk: &mut Walk,
        out: &mut Vec<(Value, bool)>,
        now: Timestamp,
        look: &impl Fn(&Value) -> Look,
    ) -> bool {
        let mut news = false;
        for row in rows {
            let Look { key, at } = look(&row);
            let at = at.filter(|at| *at <= now + AHEAD);
            walk.newest = walk.newest.max(at);
            let new = key.is_some_and(|key| {
                if walk.whole {
                    walk.seen.insert(&key);
                }
                self.known.insert(&key)
            });
            news |= new;
            out.push((row, new));
        }
        news
    }

    fn finish(&mut self, walk: Walk, now: Timestamp) {
        self.mark = self.mark.max(walk.newest);
        if walk.whole {
            self.whole_at = Some(now);
            self.known = walk.seen;
        }
    }
}

/// Reads every page of a stretch of days, both included.
pub(super) async fn read_all(
    api: &Api,
    list: &List,
    from: Date,
    to: Date,
) -> Result<Vec<Value>, ConnectorError> {
    let mut page = api.page(request(api, list), between(list, from, to), list.key).await?;
    let mut rows = Vec::new();
    let mut at = None;
    for _ in 0..list.pages {
        rows.append(&mut page.rows);
        at = match page.next {
            Some(next) if at.as_ref() != Some(&next) => Some(next),
            _ => break,
        };
        let next = at.as_deref().unwrap_or_default();
        page = api.next_page(list.host, list.route, next, list.key).await?;
    }
    Ok(rows)
}

fn request(api: &Api, list: &List) -> RequestSpec {
    api.get(list.host, list.route, list.path.clone())
}

/// Parameters for a stretch of days. "Until" is read by some as the day's beginning and by some as its end; callers
/// take either.
fn between(list: &List, from: Date, to: Date) -> Fields {
    let mut query = list.extra.clone();
    if let Days::Dates(since, until) = list.days {
        query.push((since, from.to_string()));
        query.push((until, to.to_string()));
    }
    query.push(("PageSize", list.page[1].to_string()));
    query
}

/// The day of a time, as the provider counts days.
pub(super) fn date(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// Whether a page is gone, as against unreachable for the moment.
fn is_stale(error: &ConnectorError) -> bool {
    matches!(error.kind, FailureKind::NotFound | FailureKind::Refused | FailureKind::OurFault)
}
