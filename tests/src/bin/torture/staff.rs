//! Staff at the desk: they answer, read, and decide about what stopped.

use anteroom_desk::Desk;
use anteroom_desk::dice::Dice;
use anteroom_model::{ChannelKind, OutboxState};
use anteroom_store::{ConversationRow, OutboxRow, Queue};

use crate::haste::pause;
use crate::intents::{Intents, number_of};

/// Nobody writes more while so many wait.
const MOST_WAITING: u32 = 40;
const CONVERSATIONS: u32 = 200;

/// The people at the desk.
pub struct Staff {
    desk: Desk,
    /// What they meant to send.
    pub intents: Intents,
    dice: Dice,
}

impl Staff {
    /// At a desk.
    pub const fn at(desk: Desk, intents: Intents, dice: Dice) -> Self {
        Self { desk, intents, dice }
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
        for (row, text) in self.stopped()? {
            let Some(n) = number_of(&text) else { continue };
            self.intents.send_again(n).map_err(unwritten)?;
            // An echo may have been faster; then there is nothing to decide.
            let _ = self.desk.outbox_retry(&row.id.to_string()).await;
        }
        Ok(())
    }

    fn stopped(&self) -> Result<Vec<(OutboxRow, String)>, String> {
        let found = self.desk.store().read(|tx| {
            let mut found = Vec::new();
            for account in tx.accounts()? {
                for row in tx.outbox_of_account(account.id)? {
                    if row.state == OutboxState::Parked {
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

fn unwritten(error: std::io::Error) -> String {
    format!("the list of intents cannot be written: {error}")
}
