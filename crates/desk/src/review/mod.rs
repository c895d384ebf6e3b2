//! Looking through conversations: what the practice manager should see, that they saw it, and what they have to say.
//!
//! Holds: every way of finding reads the last four weeks by an index and a bounded number of rows, away from the
//! executor. Who looked through what is kept and can be taken back. A comment is a note in the conversation that names
//! whom it is for; no patient ever sees it.
//! On a crash: nothing to recover.

mod words;

use anteroom_model::{ChannelKind, ConversationId, Day, Phi, ReviewId, StaffId, WallTime};
use anteroom_store::{Finding, FoundBy, Position, ReviewRow, ReviewWhy, StaffRow, StoreError};
use jiff::{SignedDuration, Timestamp};

use crate::convert::as_people_write;
use crate::core::{Core, Wake};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::figures::apart;
use crate::patients::parsed;
use crate::reading::{place, text};
use crate::views::{
    Code, ComplaintWords, ReviewFilter, ReviewFinding, ReviewFound, ReviewQueue, ReviewedRow, WireError,
};

/// Where the words are kept.
const WORDS: &str = "complaint_words";
/// Days that are looked at.
const DAYS: i32 = 28;
/// Conversations in one queue.
const MOST: usize = 100;
/// Missed calls that are looked at for one queue.
const CALLS: u32 = 500;
/// Drawn of each person's conversations of last week.
const SAMPLE: usize = 3;
/// Conversations in the list of what was looked through.
const HISTORY: u32 = 100;
/// Longer than a note should be.
const LONGEST_COMMENT: usize = 4_000;

impl Desk {
    /// Conversations to look through.
    ///
    /// # Errors
    /// What the store says.
    pub async fn review_queue(&self, filter: ReviewFilter) -> Result<ReviewQueue, WireError> {
        let core = self.core.clone();
        let words = self.complaint_words()?;
        // What is found in figures is found as far as they are counted.
        let rules = crate::figures::rules(&core);
        let asked = rules.clone();
        let (queue, plan) = apart(move || {
            let plan = core.read(|tx| tx.figures_due(&asked))?;
            Ok::<_, Fault>((queue(&core, filter, words)?, plan))
        })
        .await?;
        if !plan.wanted {
            self.core.write(move |tx| tx.figures_begin(&rules)).await.map_err(Fault::from)?;
        }
        if !plan.wanted || !plan.is_done() {
            self.core.wake(Wake::Figures);
        }
        Ok(queue)
    }

    /// Somebody has looked through a conversation up to a place. Answers the id with which that is taken back.
    ///
    /// # Errors
    /// When there is no such conversation or place.
    pub async fn review_mark(
        &self,
        conversation: &str,
        position: &str,
        filter: ReviewFilter,
    ) -> Result<String, WireError> {
        let (id, through): (ConversationId, _) = (parsed(conversation)?, place(position)?);
        let by = self.core.staff().id;
        let marked = self.core.write(move |tx| tx.review(id, through, why(filter), by)).await;
        Ok(marked.map_err(Fault::from)?.to_string())
    }

    /// Takes that back.
    ///
    /// # Errors
    /// When it was taken back already.
    pub async fn review_undo(&self, review: &str) -> Result<(), WireError> {
        let id: ReviewId = parsed(review)?;
        Ok(self.core.write(move |tx| tx.unreview(id)).await.map_err(Fault::from)?)
    }

    /// A word for somebody who works here, as a note in the conversation.
    ///
    /// # Errors
    /// When there is no such person or conversation, or there are no words.
    pub async fn review_comment(&self, conversation: &str, staff: &str, text: &str) -> Result<(), WireError> {
        let (id, to): (ConversationId, StaffId) = (parsed(conversation)?, parsed(staff)?);
        let words = text.trim();
        if words.is_empty() {
            return Err(WireError::of(Code::NothingToSend));
        }
        if words.len() > LONGEST_COMMENT {
            return Err(WireError::of(Code::TextTooLong).with("most", LONGEST_COMMENT));
        }
        let to =
            self.core.read(|tx| tx.staff_by_id(to)).map_err(Fault::from)?.ok_or_else(Fault::not_found)?;
        let (note, by) = (Phi::new(format!("@{} {words}", to.name)), self.core.staff().id);
        self.core.write(move |tx| tx.add_review_note(id, by, &note)).await.map_err(Fault::from)?;
        Ok(())
    }

    /// What was looked through, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn review_history(&self) -> Result<Vec<ReviewedRow>, WireError> {
        let (rows, staff) =
            self.core.read(|tx| Ok((tx.reviews(HISTORY)?, tx.staff()?))).map_err(Fault::from)?;
        Ok(rows.into_iter().map(|row| reviewed(row, &staff)).collect())
    }

    /// Words of complaints.
    ///
    /// # Errors
    /// What the store says.
    pub fn complaint_words(&self) -> Result<ComplaintWords, WireError> {
        match self.core.read(|tx| tx.setting(WORDS)) {
            Ok(kept) => Ok(kept.unwrap_or_else(words::starter)),
            // A list that a later version wrote and we cannot read is that of a new clinic.
            Err(StoreError::BadRow) => Ok(words::starter()),
            Err(error) => Err(Fault::from(error).into()),
        }
    }

    /// Keeps words of complaints.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] when a list or a word is too long; what the store says.
    pub async fn complaint_words_save(&self, list: ComplaintWords) -> Result<(), WireError> {
        let list = words::tidy(list);
        let fits = |(language, kept): (&String, &Vec<String>)| {
            language.len() <= 8
                && kept.len() <= words::MOST
                && kept.iter().all(|word| word.chars().count() <= words::LONGEST)
        };
        if list.0.len() > words::MOST_LANGUAGES || !list.0.iter().all(fits) {
            return Err(WireError::invalid("words"));
        }
        Ok(self.core.write(move |tx| tx.put_setting(WORDS, &list)).await.map_err(Fault::from)?)
    }
}

fn why(filter: ReviewFilter) -> ReviewWhy {
    match filter {
        ReviewFilter::Late => ReviewWhy::Late,
        ReviewFilter::Automatic => ReviewWhy::Automatic,
        ReviewFilter::Words => ReviewWhy::Words,
        ReviewFilter::Sample => ReviewWhy::Sample,
        ReviewFilter::Calls => ReviewWhy::MissedCall,
    }
}

fn queue(core: &Core, filter: ReviewFilter, words: ComplaintWords) -> Result<ReviewQueue, Fault> {
    let zone = core.zone();
    let now = core.clock.now();
    let today = WallTime::of(&zone, now).day;
    let first = today.plus(1 - DAYS);
    let begins = |day: Day| Position::first_at(day.begins(&zone));
    let range = begins(first)..begins(today.plus(1));
    let (goals, hours) = (core.goals.get(), core.hours.get());
    let limit = MOST + 1;
    // The week that is over: this one's conversations are still being had.
    let monday = today.plus(-i32::from(today.weekday()));
    let week = monday.plus(-7)..=monday.plus(-1);
    let salt = core.clinic.id;
    let (mut found, staff) = core.read(|tx| {
        let found = match filter {
            ReviewFilter::Late => {
                let too_long = |on: ChannelKind, since: Timestamp| {
                    let waited = hours.open_between(&zone, since, now);
                    goals.of(on).is_some_and(|goal| waited > goal).then_some(waited)
                };
                let mut late = tx.review_waiting(too_long, limit)?;
                late.extend(tx.review_late(&(first..=today), |on: ChannelKind| goals.of(on), limit)?);
                late
            }
            ReviewFilter::Automatic => tx.review_automatic(&range, limit)?,
            ReviewFilter::Words => {
                let all: Vec<String> = words.0.into_values().flatten().collect();
                tx.review_words(&all, range.start, limit)?
            }
            ReviewFilter::Sample => tx.review_sample(&week, begins(monday), SAMPLE, salt.as_bytes())?,
            ReviewFilter::Calls => tx.review_calls(range.clone(), CALLS, limit)?,
        };
        Ok((found, tx.staff()?))
    })?;
    let more = found.len() > MOST;
    found.truncate(MOST);
    Ok(ReviewQueue {
        rows: found.into_iter().map(|one| finding(one, &staff)).collect(),
        more,
        since: begins(first).at().into(),
    })
}

fn name_of(staff: &[StaffRow], id: StaffId) -> String {
    staff.iter().find(|one| one.id == id).map(|one| one.name.clone()).unwrap_or_default()
}

fn seconds(span: SignedDuration) -> u32 {
    u32::try_from(span.as_secs()).unwrap_or(u32::MAX)
}

fn finding(found: Finding, staff: &[StaffRow]) -> ReviewFinding {
    ReviewFinding {
        conversation: found.conversation.to_string(),
        name: as_people_write(&found.name),
        channel: found.channel.into(),
        position: text(found.place),
        item: found.item.to_string(),
        at: found.place.at().into(),
        found: match found.by {
            FoundBy::Late(waited) => ReviewFound::Late { waited: seconds(waited), still: false },
            FoundBy::Waits(waited) => ReviewFound::Late { waited: seconds(waited), still: true },
            FoundBy::Automatic => ReviewFound::Automatic,
            FoundBy::Word(word) => ReviewFound::Word { word },
            FoundBy::Sample(id) => ReviewFound::Sample { staff: name_of(staff, id) },
            FoundBy::MissedCall => ReviewFound::Call,
        },
    }
}

fn reviewed(row: ReviewRow, staff: &[StaffRow]) -> ReviewedRow {
    ReviewedRow {
        id: row.id.to_string(),
        conversation: row.conversation.to_string(),
        name: as_people_write(&row.name),
        channel: row.channel.into(),
        why: match row.why {
            ReviewWhy::Late => ReviewFilter::Late,
            ReviewWhy::Automatic => ReviewFilter::Automatic,
            ReviewWhy::Words => ReviewFilter::Words,
            ReviewWhy::Sample => ReviewFilter::Sample,
            ReviewWhy::MissedCall => ReviewFilter::Calls,
        },
        by: name_of(staff, row.by),
        at: row.at.into(),
    }
}
