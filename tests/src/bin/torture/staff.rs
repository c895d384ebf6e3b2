//! Staff at the desk: they answer, read, and decide about what stopped.

use std::path::{Path, PathBuf};

use anteroom_desk::Desk;
use anteroom_desk::dice::Dice;
use anteroom_model::{ChannelKind, Direction, OutboxState};
use anteroom_store::{ConversationRow, Filter, ItemRow, OutboxRow, Queue};
use serde_json::Value;

use crate::compare::Shown;
use crate::haste::pause;
use crate::intents::{Intents, number_of};

/// Nobody writes more while so many wait.
const MOST_WAITING: u32 = 40;
const CONVERSATIONS: u32 = 200;
/// Looks by the program after which staff stop waiting for it. Instagram shows the newest twenty messages of a thread:
/// what stands behind them cannot be looked for.
const LOOKS: u32 = 4;
/// The newest messages of a conversation, of which one gets a reaction; a fourth choice takes it away.
const REACTED: u32 = 6;
const HEARTS: [&str; 3] = ["❤️", "👍", "🙏"];

/// The people at the desk.
pub struct Staff {
    desk: Desk,
    /// What they meant to send.
    pub intents: Intents,
    dice: Dice,
    /// What the patients have, as they would say when asked.
    ledger: PathBuf,
}

impl Staff {
    /// At a desk.
    pub fn at(work: &Path, desk: Desk, dice: Dice) -> Result<Self, String> {
        let intents = Intents::open(work).map_err(unwritten)?;
        Ok(Self { desk, intents, dice, ledger: ledger(work) })
    }

    /// The desk.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Works until the process is killed.
    pub async fn work(&mut self) -> Result<(), String> {
        loop {
            // What nobody is sure about comes first: the same words may not be overtaken by later ones.
            if self.repeat_the_unsure().await? {
                self.decide_about_the_stopped().await?;
                self.ask_about_the_unknown().await?;
                if self.dice.below(4) == 0 {
                    self.react_to_somebody().await?;
                }
                self.answer_somebody().await?;
            }
            pause(self.dice.below(40)).await;
        }
    }

    /// Presses "send" again for what the desk may not have heard. Tells whether everything is taken.
    pub async fn repeat_the_unsure(&mut self) -> Result<bool, String> {
        while let Some(intent) = self.intents.unsure() {
            if self.desk.reply_send(intent.reply()).await.is_err() {
                return Ok(false);
            }
            self.intents.was_taken(intent.n).map_err(unwritten)?;
        }
        Ok(true)
    }

    /// What stopped is sent again, as the sentence on the screen offers.
    pub async fn decide_about_the_stopped(&mut self) -> Result<(), String> {
        for (row, text) in self.unsettled(|row| row.state == OutboxState::Parked)? {
            let Some(n) = number_of(&text) else { continue };
            self.intents.send_again(n).map_err(unwritten)?;
            // An echo may have been faster; then there is nothing to decide.
            let _ = self.desk.outbox_retry(&row.id.to_string()).await;
        }
        Ok(())
    }

    /// Where the program cannot find out whether a reply arrived, staff ask the patient.
    pub async fn ask_about_the_unknown(&mut self) -> Result<(), String> {
        let cannot_tell = |row: &OutboxRow| row.state == OutboxState::Unknown && row.checks >= LOOKS;
        for (row, text) in self.unsettled(cannot_tell)? {
            let Some(n) = number_of(&text) else { continue };
            self.intents.was_asked(n).map_err(unwritten)?;
            let outbox = row.id.to_string();
            // An echo may have been faster; then there is nothing to decide.
            let _ = if self.arrived(&text)? {
                self.desk.outbox_mark_sent(&outbox).await
            } else {
                self.intents.send_again(n).map_err(unwritten)?;
                self.desk.outbox_send_again(&outbox).await
            };
        }
        Ok(())
    }

    fn arrived(&self, text: &str) -> Result<bool, String> {
        let ledger = std::fs::read_to_string(&self.ledger).map_err(|error| error.to_string())?;
        let mut entries = ledger.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        Ok(entries.any(|entry| entry["event"] == "outbound" && entry["body"] == text))
    }

    fn unsettled(&self, which: impl Fn(&OutboxRow) -> bool) -> Result<Vec<(OutboxRow, String)>, String> {
        let found = self.desk.store().read(|tx| {
            let mut found = Vec::new();
            for account in tx.accounts()? {
                for row in tx.outbox_of_account(account.id)? {
                    if which(&row) {
                        let text = tx.message(row.message)?.and_then(|m| m.content.text().map(str::to_owned));
                        found.push((row, text.unwrap_or_default()));
                    }
                }
            }
            Ok(found)
        });
        found.map_err(|error| format!("the outbox cannot be read: {error}"))
    }

    async fn answer_somebody(&mut self) -> Result<(), String> {
        let (counts, page) = self
            .desk
            .store()
            .read(|tx| Ok((tx.outbox_counts()?, tx.inbox(Queue::All, None, None, CONVERSATIONS)?)))
            .map_err(|error| format!("the list cannot be read: {error}"))?;
        if counts.queued > MOST_WAITING {
            return Ok(());
        }
        let mut rows: Vec<ConversationRow> = page.rows;
        rows.retain(|row| row.channel != ChannelKind::Phone);
        if rows.is_empty() {
            return Ok(());
        }
        let at = self.dice.below(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        let conversation = rows.swap_remove(at as usize).id.to_string();
        if self.dice.below(4) == 0 {
            let _ = self.desk.conversation_open(&conversation).await;
        }
        // Sometimes several in a row, where order shows.
        let how_many = if self.dice.below(4) == 0 { 3 } else { 1 };
        for _ in 0..how_many {
            let intent =
                self.intents.reply(conversation.clone(), "to you: yes, at ten.").map_err(unwritten)?;
            if self.desk.reply_send(intent.reply()).await.is_err() {
                return Ok(());
            }
            self.intents.was_taken(intent.n).map_err(unwritten)?;
        }
        Ok(())
    }
}

impl Staff {
    /// Puts a heart at what a patient wrote last, exchanges it, or takes it away. What the desk refuses (the window, the
    /// channel, the network at this very moment) was not wanted.
    async fn react_to_somebody(&mut self) -> Result<(), String> {
        let found = self.desk.store().read(|tx| {
            let filter = Filter { channel: Some(ChannelKind::Instagram), ..Filter::default() };
            let mut messages = Vec::new();
            for row in tx.inbox(Queue::All, filter, None, CONVERSATIONS)?.rows {
                messages
                    .extend(tx.timeline(row.id, None, REACTED)?.items.into_iter().filter_map(patients_words));
            }
            Ok(messages)
        });
        let mut messages = found.map_err(|error| format!("the timelines cannot be read: {error}"))?;
        if messages.is_empty() {
            return Ok(());
        }
        let at = self.dice.below(u32::try_from(messages.len()).unwrap_or(u32::MAX));
        let (message, target) = messages.swap_remove(at as usize);
        let emoji = HEARTS.get(self.dice.below(4) as usize).map(|emoji| (*emoji).to_owned());
        self.intents.react(target.clone(), emoji.clone()).map_err(unwritten)?;
        if self.desk.reaction_set(&message, emoji).await.is_err() {
            return Ok(());
        }
        self.intents.reaction_was_taken(target).map_err(unwritten)
    }
}

impl Staff {
    /// Presses once more where a reaction stopped, as the sentence at it offers.
    pub async fn react_again_where_it_stopped(&mut self) -> Result<(), String> {
        let shown = Shown::read(self.desk.store()).map_err(|error| error.to_string())?;
        for wish in shown.reacted.into_values().filter_map(|reacted| reacted.wish) {
            if wish.stopped {
                let emoji = wish.emoji.map(anteroom_model::Phi::into_inner);
                // What came true meanwhile needs nobody.
                let _ = self.desk.reaction_set(&wish.message.to_string(), emoji).await;
            }
        }
        Ok(())
    }
}

/// A patient's message that can be reacted to, as the desk and as the provider call it.
fn patients_words(item: ItemRow) -> Option<(String, String)> {
    match item {
        ItemRow::Message(message) if message.direction == Direction::Inbound => {
            Some((message.id.to_string(), message.provider_id?))
        }
        _ => None,
    }
}

/// Where the simulator writes what the patients have.
pub fn ledger(work: &Path) -> PathBuf {
    work.join("ledger.jsonl")
}

fn unwritten(error: std::io::Error) -> String {
    format!("the list of intents cannot be written: {error}")
}
