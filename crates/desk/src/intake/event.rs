//! One event after the other, inside the transaction.

use std::collections::HashMap;

use anteroom_model::{
    AccountId, AccountProfile, CallDirection, CallOutcome, CallRecord, ChannelKind, Content, ConversationId,
    Direction, Gap, InboundEvent, InboundMessage, OptWord, Phi, RemoteThread,
};
use anteroom_store::{Inbound, StoreError, WriteTx};
use jiff::{SignedDuration, Timestamp};

use super::{Brought, not_stored};

/// Older things are history, not news.
const NEWS: SignedDuration = SignedDuration::from_mins(30);

/// Under this word a message is kept that came and did not fit.
const NOT_STORED: &str = "not_stored";

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
        let placed = fits(tx.whole(|tx| self.place_event(tx, event)))?;
        if !placed {
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
                if inbound && Self::is_news(tx, message.at) {
                    self.brought.news.messages += 1;
                }
                if inbound && message.channel == ChannelKind::Sms {
                    Self::heed(tx, conversation, message)?;
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
        let missed = call.direction == CallDirection::Inbound && call.outcome == CallOutcome::Missed;
        if missed && Self::is_news(tx, call.started_at) {
            let known = tx.call_by_provider(self.account, &call.provider_id)?;
            if known.is_none_or(|known| known.outcome != CallOutcome::Missed) {
                self.brought.news.calls += 1;
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

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// It is in the store.
    Whole,
    /// The message is in the store as something that cannot be shown, with what it said.
    Bare,
    /// It is not in the store, and nobody misses it: it said how far a message of ours got, and the next one says more.
    Unmissed,
    /// Something that somebody wrote, said or did is not in the store.
    Missing,
}

fn kept(
    event: &InboundEvent,
    mut fits: impl FnMut(&InboundEvent) -> Result<bool, StoreError>,
) -> Result<Kept, StoreError> {
    if fits(event)? {
        return Ok(Kept::Whole);
    }
    match event {
        InboundEvent::Message(message) if fits(&InboundEvent::Message(bare(message)))? => Ok(Kept::Bare),
        InboundEvent::Status(_) => Ok(Kept::Unmissed),
        _ => Ok(Kept::Missing),
    }
}

/// Only what lies in the thing itself is a "no"; a full disk is an error.
fn fits(placed: Result<(), StoreError>) -> Result<bool, StoreError> {
    match placed {
        Ok(()) => Ok(true),
        Err(StoreError::Conflict(_) | StoreError::BadRow) => Ok(false),
        Err(error) => Err(error),
    }
}

/// A message without what it brings along: where it belongs, when it came, and in words what it said.
fn bare(message: &InboundMessage) -> InboundMessage {
    let raw = serde_json::to_string(&message.content).ok().map(Phi::new);
    InboundMessage {
        content: Content::Unsupported { raw_kind: NOT_STORED.to_owned(), raw },
        attachments: Vec::new(),
        reply_to: None,
        status: None,
        reactions: Vec::new(),
        ..message.clone()
    }
}

#[cfg(test)]
mod tests {
    use anteroom_model::{
        CallRecord, DeliveryStatus, Origin, RemoteIdentity, StatusUpdate, Transcript, TranscriptLine,
    };

    use super::*;

    fn thread() -> RemoteThread {
        let with = RemoteIdentity { handle: "9001".into(), display_name: None, username: None };
        RemoteThread { id: None, with, ours: "marlowstreet.clinic".into() }
    }

    fn message() -> InboundEvent {
        InboundEvent::Message(InboundMessage {
            provider_id: "m1".into(),
            channel: ChannelKind::Instagram,
            thread: thread(),
            direction: Direction::Inbound,
            origin: Origin::Patient,
            at: Timestamp::UNIX_EPOCH,
            content: Content::Text { body: "my crown came loose".into() },
            attachments: vec![],
            reply_to: Some("m0".into()),
            status: None,
            reactions: vec![],
        })
    }

    fn call() -> InboundEvent {
        InboundEvent::Call(CallRecord {
            provider_id: "CA1".into(),
            thread: thread(),
            direction: CallDirection::Inbound,
            outcome: CallOutcome::Missed,
            started_at: Timestamp::UNIX_EPOCH,
            talk_seconds: 0,
            ring_seconds: None,
        })
    }

    #[test]
    fn a_message_that_does_not_fit_is_kept_with_what_it_said() {
        let mut tried = Vec::new();
        let kept = kept(&message(), |event| {
            tried.push(event.clone());
            Ok(tried.len() == 2)
        });
        assert_eq!(kept, Ok(Kept::Bare));
        let InboundEvent::Message(bare) = tried.remove(1) else { panic!("a message") };
        let Content::Unsupported { raw: Some(raw), .. } = &bare.content else { panic!("unsupported") };
        assert!(raw.reveal().contains("my crown came loose"));
        assert_eq!((bare.provider_id.as_str(), bare.direction), ("m1", Direction::Inbound));
        assert_eq!(bare.reply_to, None, "nothing else comes along that could be what does not fit");
    }

    #[test]
    fn what_a_person_wrote_or_said_is_missed_and_a_status_is_not() {
        let nothing_fits = |event: &InboundEvent| kept(event, |_| Ok(false));
        assert_eq!(nothing_fits(&message()), Ok(Kept::Missing));
        assert_eq!(nothing_fits(&call()), Ok(Kept::Missing));
        let line = TranscriptLine { start: None, text: "hello".into(), confidence: None, ours: None };
        let words = Transcript { provider_id: "TR1".into(), recording: "RE1".into(), lines: vec![line] };
        assert_eq!(nothing_fits(&InboundEvent::Transcript(words)), Ok(Kept::Missing));
        let status = StatusUpdate {
            provider_id: "m1".into(),
            status: DeliveryStatus::Sent,
            at: Timestamp::UNIX_EPOCH,
            code: None,
            is_last: false,
        };
        assert_eq!(nothing_fits(&InboundEvent::Status(status)), Ok(Kept::Unmissed));
    }

    #[test]
    fn a_disk_that_is_full_is_no_reason_to_keep_less() {
        let full = kept(&message(), |_| Err(StoreError::DiskFull));
        assert_eq!(full, Err(StoreError::DiskFull));
        assert_eq!(fits(Err(StoreError::DiskFull)), Err(StoreError::DiskFull));
        assert_eq!(fits(Err(StoreError::BadRow)), Ok(false));
    }
}
