//! One event after the other, inside the transaction.

use std::collections::HashMap;

use anteroom_model::{
    AccountId, AccountProfile, CallDirection, CallOutcome, CallRecord, ChannelKind, Content, ConversationId,
    Direction, Gap, InboundEvent, InboundMessage, OptWord, RemoteThread,
};
use anteroom_store::{Inbound, StoreError, WriteTx};
use jiff::{SignedDuration, Timestamp};

use super::Brought;

/// Older things are history, not news.
const NEWS: SignedDuration = SignedDuration::from_mins(30);

/// Takes in events of one account.
pub(super) struct Taking<'t, 'db> {
    tx: &'t mut WriteTx<'db>,
    account: AccountId,
    threads: HashMap<String, ConversationId>,
    channels: Vec<ChannelKind>,
    pub brought: Brought,
}

impl<'t, 'db> Taking<'t, 'db> {
    pub fn new(tx: &'t mut WriteTx<'db>, account: AccountId) -> Self {
        Self { tx, account, threads: HashMap::new(), channels: Vec::new(), brought: Brought::default() }
    }

    pub fn take(&mut self, event: &InboundEvent) -> Result<(), StoreError> {
        let account = self.account;
        match event {
            InboundEvent::Message(message) => self.message(message)?,
            InboundEvent::Status(update) => {
                self.tx.apply_status(account, update)?;
            }
            InboundEvent::Reaction(reaction) => {
                // Who reacted is the patient or one of our own addresses.
                let ours = self.is_ours(reaction.by.reveal())?;
                self.tx.apply_reaction(account, reaction, ours)?;
            }
            InboundEvent::Unsend(unsend) => {
                self.brought.removed.extend(self.tx.take_back(account, unsend)?.files);
            }
            InboundEvent::Seen(seen) => {
                self.tx.apply_seen(account, seen)?;
            }
            InboundEvent::Call(call) => self.call(call)?,
            InboundEvent::Recording(recording) => {
                self.brought.files |= self.tx.upsert_recording(account, recording)?.is_some();
            }
            InboundEvent::Transcript(transcript) => self.tx.put_transcript(account, transcript)?,
            InboundEvent::Profile { channel, identity } => {
                self.tx.upsert_identity(account, *channel, identity)?;
            }
        }
        Ok(())
    }

    /// A stretch that the provider would not give us.
    pub fn gap(&mut self, gap: &Gap) -> Result<(), StoreError> {
        let Some(id) = gap.thread.as_ref().and_then(|thread| self.threads.get(thread)).copied() else {
            return Ok(());
        };
        let known = self.tx.conversation(id)?.and_then(|row| row.gap_before);
        if known.is_none_or(|known| known < gap.before) {
            self.tx.set_gap_before(id, Some(gap.before))?;
        }
        Ok(())
    }

    fn message(&mut self, message: &InboundMessage) -> Result<(), StoreError> {
        let conversation = self.place(message.channel, &message.thread)?;
        let taken = self.tx.insert_inbound(self.account, conversation, message)?;
        let inbound = message.direction == Direction::Inbound;
        match taken {
            Inbound::Inserted(_) => {
                self.brought.files |= !message.attachments.is_empty();
                self.brought.statuses |= !inbound;
                if inbound && self.is_news(message.at) {
                    self.brought.news.messages += 1;
                }
                if inbound && message.channel == ChannelKind::Sms {
                    self.heed(conversation, message)?;
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
    fn heed(&mut self, conversation: ConversationId, message: &InboundMessage) -> Result<(), StoreError> {
        match &message.content {
            Content::Text { body } if OptWord::in_text(body.reveal()).is_some() => {
                self.tx.heed_opt_words(conversation)
            }
            _ => Ok(()),
        }
    }

    fn call(&mut self, call: &CallRecord) -> Result<(), StoreError> {
        let conversation = self.place(ChannelKind::Phone, &call.thread)?;
        let missed = call.direction == CallDirection::Inbound && call.outcome == CallOutcome::Missed;
        if missed && self.is_news(call.started_at) {
            let known = self.tx.call_by_provider(self.account, &call.provider_id)?;
            if known.is_none_or(|known| known.outcome != CallOutcome::Missed) {
                self.brought.news.calls += 1;
            }
        }
        self.tx.upsert_call(self.account, conversation, call)?;
        Ok(())
    }

    /// The conversation of a thread, made if it is new.
    fn place(&mut self, channel: ChannelKind, thread: &RemoteThread) -> Result<ConversationId, StoreError> {
        let identity = self.tx.upsert_identity(self.account, channel, &thread.with)?;
        self.learn(channel, &thread.ours)?;
        let id = thread.id.as_deref();
        let conversation = self.tx.conversation_for(self.account, channel, identity, &thread.ours, id)?;
        if self.tx.identity(identity)?.is_some_and(|known| known.display_name.is_none()) {
            self.brought.strangers.push((channel, thread.with.handle.clone()));
        }
        if let Some(id) = id {
            self.threads.insert(id.to_owned(), conversation);
        }
        Ok(conversation)
    }

    /// A provider does not always say what an account can do before it is used (WhatsApp on Twilio): what arrives
    /// shows it.
    fn learn(&mut self, channel: ChannelKind, ours: &str) -> Result<(), StoreError> {
        if self.channels.contains(&channel) {
            return Ok(());
        }
        self.channels.push(channel);
        let account = self.tx.account(self.account)?.ok_or(StoreError::NotFound)?;
        if account.channels.contains(&channel) {
            return Ok(());
        }
        let mut profile = AccountProfile {
            provider: account.provider,
            remote_id: account.remote_id,
            label: account.label,
            channels: account.channels,
            own_addresses: account.own_addresses,
            grants: Vec::new(),
            missing: Vec::new(),
            message_access_off: false,
        };
        profile.channels.push(channel);
        if !profile.own_addresses.iter().any(|known| known == ours) {
            profile.own_addresses.push(ours.to_owned());
        }
        self.brought.channels.push(channel);
        self.tx.set_account_profile(self.account, &profile)
    }

    fn is_ours(&self, handle: &str) -> Result<bool, StoreError> {
        let account = self.tx.account(self.account)?.ok_or(StoreError::NotFound)?;
        Ok(account.remote_id == handle || account.own_addresses.iter().any(|ours| ours == handle))
    }

    fn is_news(&self, at: Timestamp) -> bool {
        self.tx.now().duration_since(at) < NEWS
    }
}
