//! One event after the other, inside the transaction.

use std::collections::HashMap;

use anteroom_model::{
    AccountId, AccountProfile, CallDirection, CallOutcome, CallRecord, ChannelKind, Content, ConversationId,
    Direction, Gap, InboundEvent, InboundMessage, OptWord, Origin, RemoteThread,
};
use anteroom_store::{Inbound, StoreError, WriteTx};
use jiff::{SignedDuration, Timestamp};

use crate::automatic::Came;

use super::kept::{Kept, fits, kept};
use super::{Brought, not_stored};

/// Older things are history, not news.
const NEWS: SignedDuration = SignedDuration::from_mins(30);

/// Takes in events of one account.
pub(super) struct Taking {
    account: AccountId,
    threads: HashMap<String, ConversationId>,
    channels: Vec<ChannelKind>,
    pub brought: Brought,
}

impl Taking {
    pub fn new(account: AccountId) -> Self {
        Self { account, threads: HashMap::new(), channels: Vec::new(), brought: Brought::default() }
    }

    /// Takes an event in. One that does not fit what is here keeps nothing behind it from coming in.
    pub fn take(&mut self, tx: &mut WriteTx<'_>, event: &InboundEvent) -> Result<(), StoreError> {
        let kept = kept(event, |event| self.fits(tx, event))?;
        if kept != Kept::Whole {
            self.brought.skipped += 1;
        }
        if kept == Kept::Missing { not_stored::remember(tx, self.account) } else { Ok(()) }
    }

    /// Whether an event is in the store now. One that does not fit leaves nothing behind there.
    fn fits(&mut self, tx: &mut WriteTx<'_>, event: &InboundEvent) -> Result<bool, StoreError> {
        let before = std::mem::take(&mut self.brought);
        let placed = fits(tx.whole(|tx| self.place_event(tx, event)))?;
        let came = std::mem::replace(&mut self.brought, before);
        if placed {
            self.brought.add(came);
        } else {
            // What it had taught us was taken back with it.
            self.channels.clear();
        }
        Ok(placed)
    }

    fn place_event(&mut self, tx: &mut WriteTx<'_>, event: &InboundEvent) -> Result<(), StoreError> {
        let account = self.account;
        match event {
            InboundEvent::Message(message) => self.message(tx, message)?,
            InboundEvent::Status(update) => {
                tx.apply_status(account, update)?;
            }
            InboundEvent::Reaction(reaction) => {
                // Who reacted is the patient or one of our own addresses.
                let ours = self.is_ours(tx, reaction.by.reveal())?;
                tx.apply_reaction(account, reaction, ours)?;
            }
            InboundEvent::Unsend(unsend) => {
                self.brought.removed.extend(tx.take_back(account, unsend)?.files);
            }
            InboundEvent::Call(call) => self.call(tx, call)?,
            InboundEvent::Recording(recording) => {
                self.brought.files |= tx.upsert_recording(account, recording)?.is_some();
            }
            InboundEvent::Transcript(transcript) => tx.put_transcript(account, transcript)?,
        }
        Ok(())
    }

    /// A stretch that the provider would not give us. A thread whose messages did not fit has no place to say so.
    pub fn gap(&mut self, tx: &mut WriteTx<'_>, gap: &Gap) -> Result<(), StoreError> {
        let id = gap.thread.as_ref().and_then(|thread| self.threads.get(thread)).copied();
        let Some(id) = id.filter(|id| matches!(tx.conversation(*id), Ok(Some(_)))) else {
            return Ok(());
        };
        let known = tx.conversation(id)?.and_then(|row| row.gap_before);
        if known.is_none_or(|known| known < gap.before) {
            tx.set_gap_before(id, Some(gap.before))?;
        }
        Ok(())
    }

    fn message(&mut self, tx: &mut WriteTx<'_>, message: &InboundMessage) -> Result<(), StoreError> {
        let conversation = self.place(tx, message.channel, &message.thread)?;
        let taken = tx.insert_inbound(self.account, conversation, message)?;
        let inbound = message.direction == Direction::Inbound;
        match taken {
            Inbound::Inserted(_) => {
                self.brought.files |= !message.attachments.is_empty();
                self.brought.statuses |= !inbound;
                if inbound {
                    self.brought.wrote.push(conversation);
                }
                if inbound && Self::is_news(tx, message.at) && !tx.is_quiet(conversation)? {
                    self.brought.news.messages += 1;
                }
                if inbound && message.channel == ChannelKind::Sms {
                    Self::heed(tx, conversation, message)?;
                }
                if inbound && is_from_a_person(message) {
                    self.brought.came.push(Came::Message { conversation, at: message.at });
                }
            }
            Inbound::Settled(..) => {
                self.brought.settled = true;
                self.brought.statuses = true;
            }
            Inbound::Known { files, .. } => self.brought.files |= files,
            Inbound::Shadow(_) => {}
        }
        Ok(())
    }

    /// Stop and start. History may bring them late and in any order.
    fn heed(
        tx: &mut WriteTx<'_>,
        conversation: ConversationId,
        message: &InboundMessage,
    ) -> Result<(), StoreError> {
        match &message.content {
            Content::Text { body } if OptWord::in_text(body.reveal()).is_some() => {
                tx.heed_opt_words(conversation)
            }
            _ => Ok(()),
        }
    }

    fn call(&mut self, tx: &mut WriteTx<'_>, call: &CallRecord) -> Result<(), StoreError> {
        let conversation = self.place(tx, ChannelKind::Phone, &call.thread)?;
        let missed = call.direction == CallDirection::Inbound && was_missed(call.outcome);
        if missed && Self::is_news(tx, call.started_at) && !tx.is_quiet(conversation)? {
            let known = tx.call_by_provider(self.account, &call.provider_id)?;
            if known.is_none_or(|known| !was_missed(known.outcome)) {
                self.brought.news.calls += 1;
                let (ours, at) = (call.thread.ours.clone(), call.started_at);
                self.brought.came.push(Came::MissedCall { conversation, ours, at });
            }
        }
        tx.upsert_call(self.account, conversation, call)?;
        Ok(())
    }

    /// The conversation of a thread, made if it is new.
    fn place(
        &mut self,
        tx: &mut WriteTx<'_>,
        channel: ChannelKind,
        thread: &RemoteThread,
    ) -> Result<ConversationId, StoreError> {
        let identity = tx.upsert_identity(self.account, channel, &thread.with)?;
        self.learn(tx, channel, &thread.ours)?;
        let id = thread.id.as_deref();
        let conversation = tx.conversation_for(self.account, channel, identity, &thread.ours, id)?;
        if tx.identity(identity)?.is_some_and(|known| known.display_name.is_none()) {
            self.brought.strangers.push((channel, thread.with.handle.clone()));
        }
        if let Some(id) = id {
            self.threads.insert(id.to_owned(), conversation);
        }
        Ok(conversation)
    }

    /// A provider does not always say what an account can do before it is used (WhatsApp on Twilio): what arrives
    /// shows it.
    fn learn(&mut self, tx: &mut WriteTx<'_>, channel: ChannelKind, ours: &str) -> Result<(), StoreError> {
        if self.channels.contains(&channel) {
            return Ok(());
        }
        self.channels.push(channel);
        let account = tx.account(self.account)?.ok_or(StoreError::NotFound)?;
        if account.channels.contains(&channel) {
            return Ok(());
        }
        let mut profile = AccountProfile {
            provider: account.provider,
            remote_id: account.remote_id,
            label: account.label,
            channels: account.channels,
            own_addresses: account.own_addresses,
            grants: account.grants,
            missing: Vec::new(),
            message_access_off: false,
        };
        profile.channels.push(channel);
        if !profile.own_addresses.iter().any(|known| known == ours) {
            profile.own_addresses.push(ours.to_owned());
        }
        self.brought.channels.push(channel);
        tx.set_account_profile(self.account, &profile)
    }

    fn is_ours(&self, tx: &WriteTx<'_>, handle: &str) -> Result<bool, StoreError> {
        let account = tx.account(self.account)?.ok_or(StoreError::NotFound)?;
        Ok(account.remote_id == handle || account.own_addresses.iter().any(|ours| ours == handle))
    }

    fn is_news(tx: &WriteTx<'_>, at: Timestamp) -> bool {
        tx.now().duration_since(at) < NEWS
    }
}

/// Nobody at the practice took it.
const fn was_missed(outcome: CallOutcome) -> bool {
    matches!(outcome, CallOutcome::Missed | CallOutcome::Busy | CallOutcome::NoAnswer)
}

/// Whether somebody wrote who may be answered: not a machine, not a mention in a story, not a word to a provider.
fn is_from_a_person(message: &InboundMessage) -> bool {
    let to_the_provider = |body: &str| OptWord::in_text(body).is_some();
    match &message.content {
        _ if message.origin == Origin::Automation => false,
        Content::StoryMention { .. } => false,
        Content::Text { body } => message.channel != ChannelKind::Sms || !to_the_provider(body.reveal()),
        _ => true,
    }
}
