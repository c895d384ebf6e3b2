//! What is kept of the figures equals a fresh, simple count, whatever happened in which order.

use std::collections::BTreeMap;

use anteroom_model::{ChannelKind, Clock, ConversationId, Day, StatusUpdate, WallTime};
use anteroom_model::{DeliveryStatus, OutboxId, hours::OpeningHours};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::fixture::{Clinic, minutes};
use crate::{Act, AskedReply, FigureRules, HourCount, Position, Result, Store};

const EVER: std::ops::RangeInclusive<Day> = Day(0)..=Day(40_000);

pub(super) fn rules() -> FigureRules {
    FigureRules { zone: TimeZone::get("Europe/London").unwrap(), hours: OpeningHours::default() }
}

/// Counts everything that is due, as the desk's loop does.
pub(super) fn count_all(store: &Store, rules: &FigureRules) {
    loop {
        let plan = store.read(|tx| tx.figures_due(rules)).unwrap();
        if plan.is_done() {
            return;
        }
        let begin = rules.clone();
        store.write_blocking(move |tx| tx.figures_begin(&begin)).unwrap();
        let days = plan.due.clone();
        store.write_blocking(move |tx| tx.figures_reading(&days)).unwrap();
        let counts: Result<Vec<_>> =
            store.read(|tx| Ok(plan.due.iter().map(|due| tx.count_day(*due, rules)).collect())).unwrap();
        let counts = counts.unwrap();
        store.write_blocking(move |tx| tx.figures_keep(&counts)).unwrap();
        let late = store.read(|tx| tx.late_waits(rules)).unwrap();
        store.write_blocking(move |tx| tx.keep_late_waits(&late)).unwrap();
    }
}

pub(super) type Hours = BTreeMap<(Day, u8, ChannelKind), HourCount>;
pub(super) type Waits = Vec<(Position, AskedReply)>;

/// Who answered how often in which conversation, whole days added up.
pub(super) fn load(store: &Store) -> BTreeMap<(i64, i64), u32> {
    let mut load = BTreeMap::new();
    let read = store.read(|tx| {
        tx.figures_by_staff(&EVER, None, |staff, conversation, n| {
            *load.entry((staff, conversation)).or_default() += n;
        })
    });
    read.unwrap();
    load
}

/// The same from the rows.
fn simple_load(store: &Store) -> BTreeMap<(i64, i64), u32> {
    let rows = store.read(|tx| {
        tx.all(
            "SELECT i.staff, i.conversation, count(*) FROM item i JOIN conversation c ON c.row = i.conversation
             WHERE i.listed = 1 AND i.kind = 0 AND i.staff IS NOT NULL AND i.role = 2 AND i.sent_at IS NOT NULL
               AND c.spam = 0
             GROUP BY i.staff, i.conversation",
            [],
            |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)),
        )
    });
    rows.unwrap().into_iter().collect()
}

pub(super) fn kept(store: &Store) -> (Hours, Waits) {
    store
        .read(|tx| {
            let (mut hours, mut waits) = (BTreeMap::new(), Vec::new());
            tx.figures_by_hour(&EVER, None, |day, hour, channel, count| {
                hours.insert((day, hour, channel), count);
            })?;
            tx.figures_replies(&EVER, None, |reply, pos| waits.push((pos, reply)))?;
            waits.sort_by_key(|(pos, _)| *pos);
            Ok((hours, waits))
        })
        .unwrap()
}

/// One item of a conversation, as the oracle reads it: nothing but rows.
#[derive(Clone, Copy)]
struct Bare {
    pos: Position,
    conversation: i64,
    inbound: bool,
    role: i64,
    turn: i64,
    staff: Option<i64>,
    sent_at: Option<i64>,
}

/// Since when people wait, as the list has it.
fn waiting(store: &Store) -> BTreeMap<i64, Position> {
    let rows = store.read(|tx| {
        tx.all("SELECT row, waiting_pos FROM conversation WHERE waiting_pos IS NOT NULL", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    });
    rows.unwrap().into_iter().collect()
}

/// The naive count: every question looks for the first thing that closes it; and since when people wait, in each
/// conversation in which a question found nothing.
fn oracle(store: &Store, rules: &FigureRules) -> (Hours, Waits, BTreeMap<i64, Position>) {
    let (items, done) = store
        .read(|tx| {
            let items = tx.all(
                "SELECT i.pos, i.conversation, i.direction, i.role, i.turn, i.staff, i.sent_at
                 FROM item i JOIN conversation c ON c.row = i.conversation
                 WHERE i.listed = 1 AND i.kind = 0 AND c.spam = 0",
                [],
                |row| {
                    Ok(Bare {
                        pos: row.get(0)?,
                        conversation: row.get(1)?,
                        inbound: row.get::<_, i64>(2)? == 0,
                        role: row.get(3)?,
                        turn: row.get(4)?,
                        staff: row.get(5)?,
                        sent_at: row.get(6)?,
                    })
                },
            )?;
            let done = tx.all("SELECT conversation, turn FROM figure_done", [], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
            })?;
            Ok((items, done))
        })
        .unwrap();
    let mut hours = Hours::new();
    for item in &items {
        let wall = WallTime::of(&rules.zone, item.pos.at());
        let hour = hours.entry((wall.day, wall.hour, ChannelKind::Instagram)).or_default();
        hour.inbound += u32::from(item.inbound);
        hour.outbound += u32::from(!item.inbound && item.sent_at.is_some());
        hour.astray += u32::from(item.role == 5);
    }
    let mut open: BTreeMap<i64, Position> = BTreeMap::new();
    let mut ended: BTreeMap<Position, (Bare, Vec<Position>)> = BTreeMap::new();
    for question in items.iter().filter(|item| item.role == 1) {
        let of_it = |conversation: i64| conversation == question.conversation;
        let answers = items.iter().filter(|item| of_it(item.conversation)).filter(|item| {
            (item.role == 2 && item.turn >= question.turn) || (item.role == 4 && item.turn > question.pos.0)
        });
        let first = answers.min_by_key(|item| (item.turn, item.pos));
        let put_away = done
            .iter()
            .filter(|(conversation, turn)| of_it(*conversation) && *turn >= question.turn)
            .map(|(_, turn)| *turn)
            .min();
        if first.is_none() && put_away.is_none() {
            let since = open.entry(question.conversation).or_insert(question.pos);
            *since = question.pos.min(*since);
        }
        if let Some(answer) = first
            && put_away.is_none_or(|done| answer.turn <= done)
            && (answer.role == 4 || answer.sent_at.is_some())
        {
            ended.entry(answer.pos).or_insert((*answer, Vec::new())).1.push(question.pos);
        }
    }
    let waits = ended.into_values().map(|(answer, questions)| {
        let (first, last) = (questions.iter().min().unwrap().at(), questions.iter().max().unwrap().at());
        let sent =
            answer.sent_at.filter(|_| answer.role == 2).map(|ms| Timestamp::from_millisecond(ms).unwrap());
        let at = sent.map_or(answer.pos.at(), |sent| sent.max(answer.pos.at()));
        let wall = WallTime::of(&rules.zone, first);
        let reply = AskedReply {
            day: wall.day,
            hour: wall.hour,
            channel: ChannelKind::Instagram,
            waited: rules.hours.open_between(&rules.zone, first, at),
            staff: answer.staff,
            too_late: at >= last + SignedDuration::from_hours(24),
        };
        (answer.pos, reply)
    });
    hours.retain(|_, hour| *hour != HourCount::default());
    (hours, waits.collect(), open)
}

fn agree(clinic: &Clinic) -> std::result::Result<(), TestCaseError> {
    let rules = rules();
    count_all(&clinic.store, &rules);
    let (mut hours, waits) = kept(&clinic.store);
    hours.retain(|_, hour| *hour != HourCount::default());
    let (simple_hours, simple_waits, open) = oracle(&clinic.store, &rules);
    prop_assert_eq!(waits, simple_waits);
    prop_assert_eq!(hours, simple_hours);
    prop_assert_eq!(waiting(&clinic.store), open, "who waits in the list waits in the figures");
    prop_assert_eq!(load(&clinic.store), simple_load(&clinic.store));
    Ok(())
}

/// What may happen at a desk.
#[derive(Clone, Debug)]
enum Step {
    /// Somebody wrote so many minutes ago, and we hear of it now.
    Writes {
        who: usize,
        ago: i64,
    },
    /// The practice answered elsewhere so many minutes ago.
    Elsewhere {
        who: usize,
        ago: i64,
    },
    /// Ana answers; it leaves, or waits.
    Answers {
        who: usize,
        leaves: bool,
    },
    /// What waits to leave leaves, or is taken back.
    Ends {
        leaves: bool,
    },
    /// An answer did not arrive.
    Fails {
        nth: usize,
    },
    Done {
        who: usize,
    },
    Reopened {
        who: usize,
    },
    Opened {
        who: usize,
    },
    Spam {
        who: usize,
        on: bool,
    },
    Muted {
        who: usize,
    },
    /// Time passes.
    Later {
        minutes: i64,
    },
    /// Somebody looks at the figures.
    Counted,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let ago = prop_oneof![3 => Just(0i64), 2 => 0i64..600, 1 => 0i64..20_000];
    let who = 0usize..2;
    prop::collection::vec(
        prop_oneof![
            6 => (who.clone(), ago.clone()).prop_map(|(who, ago)| Step::Writes { who, ago }),
            3 => (who.clone(), ago).prop_map(|(who, ago)| Step::Elsewhere { who, ago }),
            4 => (who.clone(), any::<bool>()).prop_map(|(who, leaves)| Step::Answers { who, leaves }),
            2 => any::<bool>().prop_map(|leaves| Step::Ends { leaves }),
            1 => (0usize..6).prop_map(|nth| Step::Fails { nth }),
            2 => who.clone().prop_map(|who| Step::Done { who }),
            2 => who.clone().prop_map(|who| Step::Reopened { who }),
            1 => who.clone().prop_map(|who| Step::Opened { who }),
            2 => (who.clone(), any::<bool>()).prop_map(|(who, on)| Step::Spam { who, on }),
            1 => who.prop_map(|who| Step::Muted { who }),
            6 => prop_oneof![1i64..90, 600i64..3_000].prop_map(|minutes| Step::Later { minutes }),
            4 => Just(Step::Counted),
        ],
        1..40,
    )
}

struct Desk<'a> {
    clinic: &'a Clinic,
    people: [ConversationId; 2],
    waiting: Vec<OutboxId>,
    sent: Vec<String>,
    named: usize,
}

impl Desk<'_> {
    fn name(&mut self) -> String {
        self.named += 1;
        format!("m{}", self.named)
    }

    fn leave(&mut self, id: OutboxId) {
        let name = self.name();
        self.sent.push(name.clone());
        let lease = self.clinic.clock.now() + minutes(1);
        self.clinic.write(move |tx| {
            tx.claim(id, lease)?;
            tx.settle_accepted(id, &name)
        });
    }

    fn take(&mut self, step: &Step) {
        let (clinic, now) = (self.clinic, self.clinic.clock.now());
        match *step {
            Step::Writes { who, ago } => {
                let name = self.name();
                clinic.patient_writes(self.people[who], &name, now - minutes(ago), "Hello?");
            }
            Step::Elsewhere { who, ago } => {
                let name = self.name();
                clinic.answered_elsewhere(self.people[who], &name, now - minutes(ago), "Elsewhere");
            }
            Step::Answers { who, leaves } => {
                let name = self.name();
                let id = clinic.ana_sends(self.people[who], &name, "Yes").outbox;
                // Only what is first in its line may leave.
                if leaves && self.waiting.is_empty() { self.leave(id) } else { self.waiting.push(id) }
            }
            Step::Ends { leaves } => {
                let Some(id) = (!self.waiting.is_empty()).then(|| self.waiting.remove(0)) else { return };
                if leaves {
                    self.leave(id);
                } else {
                    clinic.write(move |tx| tx.undo(id));
                }
            }
            Step::Fails { nth } => {
                let Some(provider_id) = self.sent.get(nth).cloned() else { return };
                let (account, news) = (
                    clinic.account,
                    StatusUpdate {
                        provider_id,
                        status: DeliveryStatus::Failed,
                        at: now,
                        code: None,
                        is_last: true,
                    },
                );
                clinic.write(move |tx| tx.apply_status(account, &news));
            }
            Step::Done { who } => {
                let who = self.people[who];
                clinic.write(move |tx| tx.triage(&[who], Act::Done));
            }
            Step::Reopened { who } => {
                let who = self.people[who];
                clinic.write(move |tx| tx.triage(&[who], Act::Reopen));
            }
            Step::Opened { who } => {
                let who = self.people[who];
                clinic.write(move |tx| tx.mark_opened(who));
            }
            Step::Spam { who, on } => {
                let who = self.people[who];
                clinic.write(move |tx| tx.triage(&[who], Act::Spam(on)));
            }
            Step::Muted { who } => {
                let who = self.people[who];
                clinic.write(move |tx| tx.triage(&[who], Act::Mute(true)));
            }
            Step::Later { minutes: n } => clinic.clock.advance(minutes(n)),
            Step::Counted => count_all(&clinic.store, &rules()),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_kept_is_what_a_simple_count_gives_whenever_it_was_counted(steps in steps()) {
        let clinic = Clinic::new();
        let people = [clinic.with("9001"), clinic.with("9002")];
        let mut desk = Desk { clinic: &clinic, people, waiting: Vec::new(), sent: Vec::new(), named: 0 };
        for step in &steps {
            desk.take(step);
        }
        agree(&clinic)?;
    }
}
