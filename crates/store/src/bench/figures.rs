//! `cargo xtask bench insights`: what figures cost a desk with many messages, and what they cost the desk's other work.
//!
//! One store, encrypted. While everything is counted for the first time, somebody looks at the inbox and messages come
//! in one by one; both are also timed without the counting, in the same run, because the machine decides what is fast.

use std::io::{self, Write};
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anteroom_model::{Day, Typical, WallTime};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::BenchError;
use super::corpus::{Corpus, NEWEST, Written};
use super::fill::{BATCH, Filling};
use super::measure::{Spread, Times};
use super::watch::time;
use super::work::Place;
use crate::{FigureRules, Queue, Result, Store};

/// Messages that come in one by one while nothing is counted.
const ONE_BY_ONE: usize = 400;
const LOOKS: usize = 400;
/// Late messages, each in a day of its own.
const LATE: usize = 40;
const VIEWS: usize = 15;
/// Ten hours: later than the bench's clock ever gets.
const AHEAD: i64 = 36_000_000;
const PAUSE: Duration = Duration::from_millis(8);

/// Everything about one size.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    messages: usize,
    days: usize,
    first_count_seconds: f64,
    spreads: Vec<(&'static str, Spread)>,
}

fn rules() -> FigureRules {
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    FigureRules { zone, hours: Default::default() }
}

/// Counts what is due, as the desk's loop does; how many days.
fn count(store: &Store, rules: &FigureRules, reads: &mut Times, writes: &mut Times) -> Result<usize> {
    let mut days = 0;
    loop {
        let plan = store.read(|tx| tx.figures_due(rules))?;
        if plan.is_done() {
            return Ok(days);
        }
        let begin = rules.clone();
        store.write_blocking(move |tx| tx.figures_begin(&begin))?;
        let mut done = 0;
        while !plan.next(done).is_empty() {
            let chunk = plan.next(done).to_vec();
            let announced = chunk.clone();
            writes.add(|| store.write_blocking(move |tx| tx.figures_reading(&announced)))?;
            let counts = reads.add(|| store.read(|tx| tx.count_days(&chunk, rules)))?;
            done += counts.len();
            writes.add(|| store.write_blocking(move |tx| tx.figures_keep(&counts)))?;
        }
        days += done;
        let late = reads.add(|| store.read(|tx| tx.late_waits(rules)))?;
        writes.add(|| store.write_blocking(move |tx| tx.keep_late_waits(&late)))?;
    }
}

pub(super) fn measure(corpus: &Corpus, place: &Place) -> std::result::Result<Figures, BenchError> {
    let filling = Filling::with_people(place.create()?, corpus)?;
    let mut messages = corpus.messages_from(0, corpus.messages).peekable();
    let mut first = 0;
    while messages.peek().is_some() {
        let batch: Vec<Written> = messages.by_ref().take(BATCH).collect();
        let n = batch.len();
        filling.take_in(first, batch)?;
        first += n;
    }
    let (store, rules) = (&filling.store, rules());
    let mut spreads = Vec::new();
    // Behind everything that is counted, as messages come; the bench's clock runs by a millisecond a look.
    let ahead = (AHEAD..).map(|ms| NEWEST + ms);
    let mut coming = corpus
        .messages_from(corpus.messages, corpus.messages)
        .zip(ahead)
        .map(|(message, at)| Written { at, ..message });
    let mut number = corpus.messages;
    let mut take = |times: &mut Times, message: Written| {
        number += 1;
        times.add(|| filling.take_in(number, vec![message]))
    };
    let (mut writes, mut looks) = (Times::default(), Times::default());
    for message in coming.by_ref().take(ONE_BY_ONE) {
        take(&mut writes, message)?;
    }
    for _ in 0..LOOKS {
        looks.add(|| look(store))?;
    }
    spreads.push(("one message, figures never asked for", writes.spread()));
    spreads.push(("inbox first page, nothing is counted", looks.spread()));

    let (mut reading, mut keeping) = (Times::default(), Times::default());
    let (mut writes, mut looks) = (Times::default(), Times::default());
    let ended = AtomicBool::new(false);
    let (counted, took) = std::thread::scope(|scope| {
        let looker = scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                looks.add(|| look(store))?;
                std::thread::park_timeout(PAUSE);
            }
            Ok::<_, crate::StoreError>(())
        });
        let counter = scope.spawn(|| {
            let counted = time(|| count(store, &rules, &mut reading, &mut keeping));
            ended.store(true, Ordering::Relaxed);
            counted
        });
        while !ended.load(Ordering::Relaxed) {
            if let Some(message) = coming.next()
                && take(&mut writes, message).is_err()
            {
                break;
            }
            std::thread::park_timeout(PAUSE);
        }
        let given_up = || Err(crate::StoreError::GivenUp);
        let looked = looker.join().unwrap_or_else(|_| given_up());
        let counted = counter.join().map_err(|_| crate::StoreError::GivenUp);
        looked.and(counted)
    })
    .map(|(days, took)| (days, took.clock))?;
    let days = counted?;
    spreads.push(("one message, while everything is counted", writes.spread()));
    spreads.push(("inbox first page, while everything is counted", looks.spread()));
    spreads.push(("a reader is held for a chunk", reading.spread()));
    spreads.push(("the writer is held for a chunk", keeping.spread()));

    let mut writes = Times::default();
    for message in coming.by_ref().take(ONE_BY_ONE) {
        take(&mut writes, message)?;
    }
    spreads.push(("one message, everything is counted", writes.spread()));
    count(store, &rules, &mut Times::default(), &mut Times::default())?;

    let (mut late, mut recounts) = (Times::default(), Times::default());
    for (n, message) in coming.by_ref().take(LATE).enumerate() {
        let ago = (n as i64 + 2) * 86_400_000;
        take(&mut late, Written { at: NEWEST - ago, ..message })?;
        recounts.add(|| count(store, &rules, &mut Times::default(), &mut Times::default()))?;
    }
    spreads.push(("one message that was delivered late", late.spread()));
    spreads.push(("its day and its conversation, counted again", recounts.spread()));

    let today = WallTime::of(&rules.zone, Timestamp::from_millisecond(NEWEST).unwrap_or(Timestamp::MAX)).day;
    for (what, length) in [
        ("figures of 7 days", 7),
        ("figures of 28 days", 28),
        ("figures of 90 days", 90),
        ("figures of a year", 366),
    ] {
        let mut times = Times::default();
        let these = today.plus(1 - length)..=today;
        let before = today.plus(1 - 2 * length)..=today.plus(-length);
        for _ in 0..VIEWS {
            times.add(|| view(store, &these, &before, &rules))?;
        }
        spreads.push((what, times.spread()));
    }
    filling.store.close()?;
    Ok(Figures { messages: corpus.messages, days, first_count_seconds: took.as_secs_f64(), spreads })
}

fn look(store: &Store) -> Result<()> {
    store.read(|tx| {
        tx.inbox(Queue::Waiting, None, None, 50)?;
        tx.inbox_counts(None, None).map(drop)
    })
}

/// What a view of figures reads, each part by itself.
fn view(
    store: &Store,
    these: &RangeInclusive<Day>,
    before: &RangeInclusive<Day>,
    rules: &FigureRules,
) -> Result<()> {
    let mut waits = Vec::new();
    for days in [these, before] {
        let mut messages = 0;
        store.read(|tx| tx.figures_by_hour(days, None, |_, _, _, count| messages += count.inbound))?;
        waits.clear();
        store.read(|tx| tx.figures_replies(days, None, |reply, _| waits.push(reply.waited)))?;
        std::hint::black_box((messages, Typical::among(&mut waits)));
    }
    store.read(|tx| tx.figures_due(rules)).map(drop)?;
    store.read(|tx| tx.figures_by_staff(these, None, |_, _, _| ()))?;
    store.read(|tx| tx.slowest_replies(these, None, None, 5)).map(drop)
}

/// The figures as a table.
pub(super) fn table(size: &Figures, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\n## {} messages, {} days\n", size.messages, size.days)?;
    writeln!(out, "Everything counted for the first time: {:.1} s.\n", size.first_count_seconds)?;
    writeln!(out, "| what, in ms | p50 | p95 | longest | times |\n| --- | --- | --- | --- | --- |")?;
    for (what, spread) in &size.spreads {
        let Spread { p50, p95, max, n, .. } = spread;
        writeln!(out, "| {what} | {p50:.2} | {p95:.2} | {max:.2} | {n} |")?;
    }
    Ok(())
}
