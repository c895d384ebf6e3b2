//! What the desk shows against what the providers saw.

use std::collections::BTreeMap;

use anteroom_model::{Direction, OutboxState};
use anteroom_sim::Entry;
use anteroom_store::{ItemRow, OutboxRow, Queue, ReactingRow, Store, StoreError};

use crate::intents::{Intents, number_of};
use crate::report::Report;

const PAGE: u32 = 200;

/// A message or call of a patient, as the desk shows it.
#[derive(Debug, Default)]
struct In {
    times: u32,
    text: String,
    files: usize,
}

/// A message of ours, as the desk shows it.
#[derive(Debug)]
struct Out {
    text: String,
    provider_id: Option<String>,
    outbox: Option<OutboxRow>,
}

/// Reactions of ours to a patient's message, as the desk shows them.
#[derive(Debug, Default)]
pub struct Reacted {
    /// What stands there.
    pub stands: Vec<String>,
    /// What is on its way, or stopped.
    pub wish: Option<ReactingRow>,
}

/// Everything that the desk shows in its timelines.
#[derive(Default)]
pub struct Shown {
    inbound: BTreeMap<String, In>,
    outbound: Vec<Out>,
    /// By the provider's id of the message.
    pub reacted: BTreeMap<String, Reacted>,
}

impl Shown {
    /// Reads every timeline from end to beginning.
    pub fn read(store: &Store) -> Result<Self, StoreError> {
        store.read(|tx| {
            let mut shown = Self::default();
            let mut after = None;
            loop {
                let page = tx.inbox(Queue::All, None, after, PAGE)?;
                for row in &page.rows {
                    let mut before = None;
                    loop {
                        let stretch = tx.timeline(row.id, before, PAGE)?;
                        stretch.items.into_iter().for_each(|item| shown.add(item));
                        before = stretch.older;
                        if before.is_none() {
                            break;
                        }
                    }
                }
                after = page.next;
                if after.is_none() {
                    return Ok(shown);
                }
            }
        })
    }

    fn add(&mut self, item: ItemRow) {
        match item {
            ItemRow::Message(message) => {
                let text = message.content.text().unwrap_or_default().to_owned();
                if message.direction == Direction::Outbound {
                    let (provider_id, outbox) = (message.provider_id, message.outbox);
                    self.outbound.push(Out { text, provider_id, outbox });
                    return;
                }
                let target = message.provider_id.unwrap_or_default();
                let reacted = self.reacted.entry(target.clone()).or_default();
                let ours = message.reactions.into_iter().filter(|reaction| reaction.ours);
                reacted.stands.extend(ours.map(|reaction| reaction.emoji.into_inner()));
                reacted.wish = message.reacting;
                let known = self.inbound.entry(target).or_default();
                known.times += 1;
                known.text = text;
                known.files = message.attachments.len();
            }
            ItemRow::Call(call) => self.inbound.entry(call.provider_id).or_default().times += 1,
            ItemRow::Note(_) => {}
        }
    }
}

/// Counts every difference. `stands` tells which reaction of ours a patient sees at a message.
pub fn compare(
    ledger: &[Entry],
    stands: impl Fn(&str) -> Option<String>,
    shown: &Shown,
    intents: &Intents,
) -> Report {
    let mut report = Report::default();
    inbound(ledger, shown, &mut report);
    outbound(ledger, shown, intents, &mut report);
    reactions(stands, shown, intents, &mut report);
    report
}

fn reactions(stands: impl Fn(&str) -> Option<String>, shown: &Shown, intents: &Intents, report: &mut Report) {
    let nothing = Reacted::default();
    for (target, reacted) in &shown.reacted {
        let real = stands(target);
        report.reactions += u32::from(real.is_some());
        if reacted.stands.len() > 1 {
            report.doubled += count(reacted.stands.len() - 1);
            report.explain("reaction doubled", &(target, reacted));
        }
        if reacted.stands.iter().any(|emoji| Some(emoji) != real.as_ref()) {
            report.falsely_shown += 1;
            report.explain("reaction falsely shown", &(target, reacted, &real));
        }
        if real.is_some() && !intents.reactions.contains_key(target) {
            report.double_sent += 1;
            report.explain("reaction that nobody meant", &(target, &real));
        }
    }
    for (target, meant) in &intents.reactions {
        let (reacted, real) = (shown.reacted.get(target).unwrap_or(&nothing), stands(target));
        if reacted.wish.is_some() {
            report.unknown_left += 1;
            report.explain("reaction left", &(target, reacted));
        } else if real != meant.taken && !meant.unsure.contains(&real) {
            report.lost += 1;
            report.explain("reaction lost", &(target, meant, reacted, &real));
        }
        if real.is_some() && reacted.stands.is_empty() {
            report.lost += 1;
            report.explain("reaction not shown", &(target, reacted, &real));
        }
    }
}

fn inbound(ledger: &[Entry], shown: &Shown, report: &mut Report) {
    let mut real = 0;
    for entry in ledger {
        let Entry::Inbound { channel, provider_id, body, media, .. } = entry else { continue };
        real += 1;
        let there = shown.inbound.get(provider_id).is_some_and(|known| {
            // A call has an outcome and a recording, not words and files.
            channel == "phone" || (known.text == *body && known.files == *media)
        });
        if !there {
            report.lost += 1;
            report.explain("lost", &(entry, shown.inbound.get(provider_id)));
        }
    }
    let times: u32 = shown.inbound.values().map(|known| known.times).sum();
    report.inbound = real;
    let doubled = times.saturating_sub(real - report.lost);
    report.doubled += doubled;
    if doubled > 0 {
        report.explain(
            "doubled",
            &shown.inbound.iter().filter(|(_, known)| known.times > 1).collect::<Vec<_>>(),
        );
    }
}

fn outbound(ledger: &[Entry], shown: &Shown, intents: &Intents, report: &mut Report) {
    let mut real: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut last: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for entry in ledger {
        let Entry::Outbound { channel, provider_id, patient, body, elsewhere: false, .. } = entry else {
            continue;
        };
        real.entry(body).or_default().push(provider_id);
        // What a person sent again later may come after what was written later.
        let Some(n) = number_of(body).filter(|n| !intents.again.contains(n)) else { continue };
        let last = last.entry((channel, patient)).or_default();
        if n < *last {
            report.out_of_order += 1;
            report.explain("out of order", &(n, *last, patient));
        }
        *last = n.max(*last);
    }
    for (body, sent) in &real {
        let meant = intents.all.values().filter(|intent| intent.text == *body).count();
        if sent.len() > meant {
            report.double_sent += count(sent.len() - meant);
            report.explain("double-sent", &(body, sent, meant));
        }
    }
    report.sent = count(real.len());
    for intent in intents.all.values() {
        let here: Vec<&Out> = shown.outbound.iter().filter(|out| out.text == intent.text).collect();
        if here.len() > 1 {
            report.doubled += count(here.len() - 1);
            report.explain("doubled", &here);
        }
        let Some(out) = here.first() else {
            report.lost += 1;
            report.explain("lost", intent);
            continue;
        };
        let sent = real.get(intent.text.as_str()).map(Vec::as_slice).unwrap_or_default();
        if out.outbox.as_ref().is_some_and(|row| row.state == OutboxState::Accepted) {
            // What a person heard from the patient has no id.
            let really = out.provider_id.as_deref().map_or(!sent.is_empty(), |id| sent.contains(&id));
            if !really {
                report.falsely_shown += 1;
                report.explain("falsely shown", &(out, sent));
            }
        } else {
            report.unknown_left += 1;
            report.explain("unknown left", &(out, sent));
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
