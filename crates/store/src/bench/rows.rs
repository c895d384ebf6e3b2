//! What is measured: the rows of the architecture's table that are the store's.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anteroom_model::{ChannelKind, Query};
use serde::Serialize;

use super::BenchError;
use super::corpus::{Corpus, PEOPLE, TERMS};
use super::dice::Dice;
use super::fill::{BATCH, Filling, POLL};
use super::measure::{Spread, Times};
use super::watch::{Took, time};
use super::work::Place;
use crate::{Filter, Owner, Position, Queue, Result, Store};

/// Everything about one size. Pairs are the encrypted store, then the plain one.
#[derive(Debug, Serialize)]
pub(super) struct Size {
    pub messages: usize,
    pub bytes: [u64; 2],
    pub questions: Vec<Question>,
    pub rates: Vec<Rate>,
}

/// A question asked often.
#[derive(Debug, Serialize)]
pub(super) struct Question {
    pub what: &'static str,
    /// Milliseconds that 95 of 100 should stay below, encrypted.
    pub aim_p95: f64,
    pub spread: [Spread; 2],
}

/// Work done once.
#[derive(Debug, Serialize)]
pub(super) struct Rate {
    pub what: &'static str,
    pub unit: &'static str,
    pub aim: &'static str,
    pub value: [f64; 2],
}

const ROUNDS: usize = 5;
const FOUND: usize = 50;
const PAGE: u32 = 50;
const OPENED: usize = 300;
/// Enough that it does not matter whether a merge of the search index falls among them.
const ONE_BY_ONE: usize = 2_000;
const CAUGHT_UP: usize = 5_000;
const STARTS: usize = 10;
const SLICES: usize = 20;

/// Fills both stores and asks them everything, in turns.
pub(super) fn measure(corpus: &Corpus, places: &[Place; 2]) -> std::result::Result<Size, BenchError> {
    let mut rates = Vec::new();
    let mut filled = fill(corpus, places, &mut rates)?;
    for (filling, place) in filled.iter_mut().zip(places) {
        filling.store.close()?;
        filling.store = place.open()?;
    }
    let mut questions = Vec::new();
    {
        let stores = [&filled[0].store, &filled[1].store];
        let messages_only = Some(Position(i64::MAX));
        let terms = |typed: &[&str]| typed.iter().map(|typed| Query::parse(typed)).collect::<Vec<_>>();
        questions.push(ask(
            "message search as you type, newest 50",
            2.5,
            stores,
            &terms(&TERMS),
            |store, query| store.read(|tx| tx.search(query, FOUND, messages_only)).map(drop),
        )?);
        let page = [&TERMS[..], &PEOPLE[..]].concat();
        questions.push(ask(
            "whole search page, digits and single letters too",
            5.0,
            stores,
            &terms(&page),
            |store, query| store.read(|tx| tx.search(query, FOUND, None)).map(drop),
        )?);
        questions.push(ask(
            "inbox first page, every filter, with counts",
            1.0,
            stores,
            &filters(),
            |store, filter| first_page(store, filter.0, filter.1),
        )?);
        let mut dice = Dice::new(7);
        let opened: Vec<_> = (0..OPENED)
            .map(|_| filled[0].conversations.len() as f64 * dice.share().powi(2))
            .map(|n| n as usize)
            .collect();
        let mut times = [Times::default(), Times::default()];
        for n in opened {
            for (filling, times) in filled.iter().zip(&mut times) {
                let (id, _) = filling.conversations[n];
                times.add(|| filling.store.read(|tx| tx.timeline(id, None, PAGE)))?;
            }
        }
        questions.push(Question {
            what: "open a conversation, newest 50",
            aim_p95: 1.0,
            spread: times.map(Times::spread),
        });
    }
    one_by_one(corpus, &filled, &mut questions, &mut rates)?;
    catch_up(corpus, &filled, &mut questions, &mut rates)?;
    for filling in &filled {
        filling.store.close()?;
    }
    questions.push(start(places)?);
    let bytes = [places[0].bytes()?, places[1].bytes()?];
    Ok(Size { messages: corpus.messages, bytes, questions, rates })
}

/// Bulk import with every index live, slice by slice in turns.
fn fill(
    corpus: &Corpus,
    places: &[Place; 2],
    rates: &mut Vec<Rate>,
) -> std::result::Result<[Filling; 2], BenchError> {
    let filled = [
        Filling::with_people(places[0].create()?, corpus)?,
        Filling::with_people(places[1].create()?, corpus)?,
    ];
    let mut took = [Took::default(); 2];
    let slice = corpus.messages.div_ceil(SLICES);
    for first in (0..corpus.messages).step_by(slice) {
        let count = slice.min(corpus.messages - first);
        for (n, filling) in filled.iter().enumerate() {
            let mut batches = Vec::new();
            let mut messages = corpus.messages_from(first, count).peekable();
            while messages.peek().is_some() {
                batches.push(messages.by_ref().take(BATCH).collect::<Vec<_>>());
            }
            let (done, elapsed) = time(|| {
                batches
                    .into_iter()
                    .enumerate()
                    .try_for_each(|(batch, messages)| filling.take_in(first + batch * BATCH, messages))
            });
            done?;
            took[n] += elapsed;
        }
    }
    per_thousand("bulk ingest", "at most 1.4 times plain", corpus.messages, took, rates);
    Ok(filled)
}

/// Writes down what so many messages took, of the processor and by the clock.
fn per_thousand(
    what: &'static str,
    aim: &'static str,
    messages: usize,
    took: [Took; 2],
    rates: &mut Vec<Rate>,
) {
    let messages = messages as f64;
    let processor = took.map(|took| took.processor.as_secs_f64() * 1e6 / messages);
    let clock = took.map(|took| messages / took.clock.as_secs_f64().max(1e-9));
    rates.push(Rate { what, unit: "ms of processor per 1,000", aim, value: processor });
    rates.push(Rate { what, unit: "messages/s by the clock", aim: "", value: clock });
}

fn ask<Q>(
    what: &'static str,
    aim_p95: f64,
    stores: [&Store; 2],
    all: &[Q],
    answer: impl Fn(&Store, &Q) -> Result<()>,
) -> Result<Question> {
    let mut times = [Times::default(), Times::default()];
    for round in 0..=ROUNDS {
        for question in all {
            for (store, times) in stores.iter().zip(&mut times) {
                if round == 0 {
                    // Warms the cache, as the letters typed before would have.
                    answer(store, question)?;
                } else {
                    times.add(|| answer(store, question))?;
                }
            }
        }
    }
    Ok(Question { what, aim_p95, spread: times.map(Times::spread) })
}

/// Every queue of the sidebar, of all channels and of each, and the narrower ones that staff look at all day.
fn filters() -> Vec<(Queue, Filter)> {
    let channels = || std::iter::once(None).chain(ChannelKind::ALL.map(Some));
    let narrow = Filter { owner: Owner::Nobody, new_only: true, unpinned: true, ..Filter::default() };
    [Queue::Waiting, Queue::NotSent, Queue::Done, Queue::All]
        .into_iter()
        .flat_map(|queue| channels().map(move |channel| (queue, Filter::from(channel))))
        .chain([Queue::Snoozed, Queue::Pinned, Queue::Spam].map(|queue| (queue, Filter::default())))
        .chain([(Queue::Waiting, narrow)])
        .collect()
}

fn first_page(store: &Store, queue: Queue, filter: Filter) -> Result<()> {
    store.read(|tx| {
        tx.inbox(queue, filter, None, PAGE)?;
        tx.inbox_counts(filter.channel, None).map(drop)
    })
}

/// One message per transaction, each on the disk before the next.
fn one_by_one(
    corpus: &Corpus,
    filled: &[Filling; 2],
    questions: &mut Vec<Question>,
    rates: &mut Vec<Rate>,
) -> std::result::Result<(), BenchError> {
    let mut times = [Times::default(), Times::default()];
    let mut took = [Took::default(); 2];
    for (n, message) in corpus.messages_from(corpus.messages, ONE_BY_ONE).enumerate() {
        for ((filling, times), took) in filled.iter().zip(&mut times).zip(&mut took) {
            let (done, elapsed) =
                time(|| times.add(|| filling.take_in(corpus.messages + n, vec![message.clone()])));
            done?;
            *took += elapsed;
        }
    }
    per_thousand("one durable message at a time", "at least 1,000/s", ONE_BY_ONE, took, rates);
    questions.push(Question { what: "one durable message", aim_p95: 3.0, spread: times.map(Times::spread) });
    Ok(())
}

/// What came overnight is taken in, while somebody looks at the inbox all the time.
fn catch_up(
    corpus: &Corpus,
    filled: &[Filling; 2],
    questions: &mut Vec<Question>,
    rates: &mut Vec<Rate>,
) -> std::result::Result<(), BenchError> {
    let first = corpus.messages + ONE_BY_ONE;
    let mut spread = Vec::new();
    let (mut seconds, mut used) = ([0.0; 2], [0.0; 2]);
    for ((filling, seconds), used) in filled.iter().zip(&mut seconds).zip(&mut used) {
        let mut messages = corpus.messages_from(first, CAUGHT_UP).peekable();
        let mut polls = Vec::new();
        while messages.peek().is_some() {
            polls.push(messages.by_ref().take(POLL).collect::<Vec<_>>());
        }
        let done = AtomicBool::new(false);
        let (taken, looked) = std::thread::scope(|scope| {
            let looker = scope.spawn(|| {
                let mut times = Times::default();
                while !done.load(Ordering::Relaxed) {
                    times.add(|| first_page(&filling.store, Queue::All, Filter::default()))?;
                    // A screen is drawn sixty times a second at most; more looks would only take the processor away.
                    std::thread::park_timeout(Duration::from_millis(16));
                }
                Ok::<_, crate::StoreError>(times)
            });
            let taken = time(|| {
                polls
                    .into_iter()
                    .enumerate()
                    .try_for_each(|(n, poll)| filling.take_in(first + n * POLL, poll))
            });
            done.store(true, Ordering::Relaxed);
            (taken, looker.join().unwrap_or(Err(crate::StoreError::GivenUp)))
        });
        taken.0?;
        *seconds = taken.1.clock.as_secs_f64();
        *used = taken.1.processor.as_secs_f64();
        spread.push(looked?.spread());
    }
    rates.push(Rate { what: "catch up 5,000 messages", unit: "s", aim: "at most 2 s", value: seconds });
    rates.push(Rate {
        what: "catch up 5,000 messages",
        unit: "s of processor, looker too",
        aim: "",
        value: used,
    });
    if let Ok(spread) = spread.try_into() {
        questions.push(Question { what: "inbox first page meanwhile", aim_p95: 16.0, spread });
    }
    Ok(())
}

/// From nothing to the first page of the inbox, key at hand.
fn start(places: &[Place; 2]) -> std::result::Result<Question, BenchError> {
    let mut times = [Times::default(), Times::default()];
    for _ in 0..STARTS {
        for (place, times) in places.iter().zip(&mut times) {
            let store = times.add(|| {
                let store = place.open()?;
                first_page(&store, Queue::Waiting, Filter::default())?;
                Ok::<_, BenchError>(store)
            })?;
            store.close()?;
        }
    }
    Ok(Question { what: "core open to first inbox page", aim_p95: 100.0, spread: times.map(Times::spread) })
}
