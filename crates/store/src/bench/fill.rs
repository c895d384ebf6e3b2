//! Filling a store through the same doors that intake uses.

use anteroom_model::{
    AccountId, AttachmentKind, ChannelKind, Content, ConversationId, Credential, DeliveryStatus, Direction,
    InboundMessage, Origin, Phi, Provider, RemoteAttachment, RemoteIdentity, RemoteThread,
};
use jiff::Timestamp;

use super::BenchError;
use super::corpus::{Corpus, Somebody, Written};
use crate::{LinkHow, NewAccount, PatientWords, Result, Store, WriteTx};

/// Messages stored in one transaction by a bulk import.
pub(super) const BATCH: usize = 200;
/// Messages that a poll brings at once when there is much to catch up.
pub(super) const POLL: usize = 50;
const PEOPLE_AT_ONCE: usize = 500;
const OURS: &str = "+442079460000";

/// A store with people in it, ready for messages.
pub(super) struct Filling {
    pub store: Store,
    accounts: [AccountId; 2],
    ours: &'static str,
    /// By the conversation's number in the corpus.
    pub conversations: Vec<(ConversationId, ChannelKind)>,
}

impl Filling {
    /// Enters accounts, patients, identities and conversations.
    pub fn with_people(store: Store, corpus: &Corpus) -> std::result::Result<Self, BenchError> {
        let instagram = new_account(Provider::Instagram, "instagram", &[ChannelKind::Instagram]);
        let twilio = new_account(
            Provider::Twilio,
            "twilio",
            &[ChannelKind::WhatsApp, ChannelKind::Sms, ChannelKind::Phone],
        );
        let accounts = store.write_blocking(move |tx| {
            let credential = Credential::TwilioKey {
                account_sid: String::new(),
                key_sid: String::new(),
                secret: String::new().into(),
            };
            Ok([tx.add_account(&instagram, &credential)?, tx.add_account(&twilio, &credential)?])
        })?;
        Self::in_accounts(store, corpus, accounts, OURS)
    }

    /// Enters patients, identities and conversations into accounts that are there: Instagram's and Twilio's.
    pub fn in_accounts(
        store: Store,
        corpus: &Corpus,
        accounts: [AccountId; 2],
        ours: &'static str,
    ) -> std::result::Result<Self, BenchError> {
        let mut filling =
            Self { store, accounts, ours, conversations: Vec::with_capacity(corpus.conversations()) };
        let mut patients = Vec::with_capacity(corpus.patients());
        for first in (0..corpus.patients()).step_by(PEOPLE_AT_ONCE) {
            let names: Vec<String> = (first..corpus.patients().min(first + PEOPLE_AT_ONCE))
                .map(|n| corpus.patient_name(n))
                .collect();
            patients.extend(filling.store.write_blocking(move |tx| {
                let words = |name| PatientWords { name: Phi::new(name), ..PatientWords::default() };
                names.into_iter().map(|name| tx.create_patient(&words(name))).collect::<Result<Vec<_>>>()
            })?);
        }
        let mut people = corpus.somebodies().peekable();
        while people.peek().is_some() {
            let some: Vec<Somebody> = people.by_ref().take(PEOPLE_AT_ONCE).collect();
            let known: Vec<_> =
                some.iter().map(|one| one.patient.and_then(|n| patients.get(n).copied())).collect();
            let entered = filling.store.write_blocking(move |tx| {
                let mut entered = Vec::with_capacity(some.len());
                for (one, patient) in some.iter().zip(known) {
                    let (account, channel) =
                        (accounts[usize::from(one.channel != 0)], ChannelKind::ALL[one.channel]);
                    let identity = tx.upsert_identity(account, channel, &remote(one))?;
                    let conversation = tx.conversation_for(account, channel, identity, ours, None)?;
                    if let Some(patient) = patient {
                        tx.link(identity, patient, LinkHow::Staff, None)?;
                    }
                    entered.push((conversation, channel));
                }
                Ok(entered)
            })?;
            filling.conversations.extend(entered);
        }
        Ok(filling)
    }

    /// Stores messages in one transaction, as one answer of a poll.
    pub fn take_in(&self, first: usize, messages: Vec<Written>) -> std::result::Result<(), BenchError> {
        let (accounts, ours) = (self.accounts, self.ours);
        let listed: Vec<_> = messages
            .into_iter()
            .enumerate()
            .map(|(n, message)| {
                let (conversation, channel) = self.conversations[message.conversation];
                (conversation, inbound(first + n, channel, ours, message))
            })
            .collect();
        Ok(self.store.write_blocking(move |tx: &mut WriteTx<'_>| {
            for (conversation, message) in &listed {
                let account = accounts[usize::from(message.channel != ChannelKind::Instagram)];
                tx.insert_inbound(account, *conversation, message)?;
            }
            Ok(())
        })?)
    }
}

fn new_account(provider: Provider, name: &str, channels: &[ChannelKind]) -> NewAccount {
    NewAccount {
        provider,
        label: name.to_owned(),
        remote_id: name.to_owned(),
        channels: channels.to_vec(),
        own_addresses: vec![OURS.to_owned()],
        grants: Vec::new(),
        credential_expires_at: None,
        base_url: None,
    }
}

fn remote(one: &Somebody) -> RemoteIdentity {
    RemoteIdentity {
        handle: Phi::from(one.handle.as_str()),
        display_name: Some(Phi::from(one.name.as_str())),
        username: (one.channel == 0).then(|| Phi::new(one.name.to_lowercase().replace(' ', "."))),
    }
}

fn inbound(n: usize, channel: ChannelKind, ours: &str, message: Written) -> InboundMessage {
    let body = Phi::new(message.body);
    InboundMessage {
        provider_id: format!("SM{n:032x}"),
        channel,
        thread: RemoteThread {
            id: None,
            with: RemoteIdentity { handle: Phi::default(), display_name: None, username: None },
            ours: ours.to_owned(),
        },
        direction: if message.inbound { Direction::Inbound } else { Direction::Outbound },
        origin: if message.inbound { Origin::Patient } else { Origin::Elsewhere },
        at: Timestamp::from_millisecond(message.at).unwrap_or(Timestamp::UNIX_EPOCH),
        content: match message.file {
            Some(_) => Content::Media { caption: Some(body) },
            None => Content::Text { body },
        },
        attachments: message.file.map(picture).into_iter().collect(),
        reply_to: None,
        status: (!message.inbound).then_some(DeliveryStatus::Read),
        reactions: Vec::new(),
    }
}

fn picture(name: String) -> RemoteAttachment {
    RemoteAttachment {
        reference: Phi::from("ME0"),
        kind: AttachmentKind::Image,
        mime: Some("image/jpeg".to_owned()),
        file_name: Some(Phi::new(name)),
        size: Some(120_000),
        available_until: None,
    }
}
