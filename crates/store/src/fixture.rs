//! A small clinic for the tests of this crate: a real encrypted file in a temporary folder, a vault in memory, a clock
//! that stands still until it is moved.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::{
    AccountId, ChannelKind, Clock, Content, ConversationId, Credential, Direction, Grant, InboundMessage,
    ManualClock, Origin, Phi, Provider, RemoteIdentity, RemoteThread, StaffId,
};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use tokio::sync::broadcast::{Receiver, error::TryRecvError};
use zeroize::Zeroizing;

use crate::{
    Author, ClinicKind, Commit, Inbound, KeyVault, Known, NewAccount, NewClinic, NewSend, OpenError, Opened,
    Queue, ReadTx, RecoveryKit, Result, RootKey, Sent, Store, Surroundings, VaultError, WriteTx,
};

/// When every test begins.
pub(crate) const NINE: &str = "2026-03-10T09:00:00Z";

pub(crate) fn nine() -> Timestamp {
    NINE.parse().unwrap()
}

pub(crate) fn minutes(n: i64) -> SignedDuration {
    SignedDuration::from_mins(n)
}

/// Every statement that was prepared in this process.
static STATEMENTS: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

pub(crate) fn record(sql: &str) {
    STATEMENTS.lock().unwrap_or_else(PoisonError::into_inner).insert(sql.to_owned());
}

pub(crate) fn recorded() -> Vec<String> {
    STATEMENTS.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
}

/// A vault that does what a test tells it.
#[derive(Default)]
pub(crate) struct MemoryVault {
    pub key: Mutex<Option<RootKey>>,
    pub read_fails: Mutex<Option<VaultError>>,
    pub write_fails: Mutex<Option<VaultError>>,
    /// Takes keys and keeps none, as a keychain without a collection does.
    pub forgets: bool,
    pub other_backend: bool,
}

impl MemoryVault {
    pub fn fails_with(&self, error: Option<VaultError>) {
        *self.read_fails.lock().unwrap() = error;
    }

    pub fn holds(&self) -> Option<[u8; 32]> {
        self.key.lock().unwrap().as_ref().map(|key| **key)
    }
}

impl KeyVault for MemoryVault {
    fn backend(&self) -> &str {
        if self.other_backend { "other" } else { "memory" }
    }
    fn read(&self) -> std::result::Result<RootKey, VaultError> {
        match *self.read_fails.lock().unwrap() {
            Some(error) => Err(error),
            None => self.key.lock().unwrap().clone().ok_or(VaultError::NoEntry),
        }
    }
    fn write(&self, key: &[u8; 32]) -> std::result::Result<(), VaultError> {
        if let Some(error) = *self.write_fails.lock().unwrap() {
            return Err(error);
        }
        if !self.forgets {
            *self.key.lock().unwrap() = Some(Zeroizing::new(*key));
        }
        Ok(())
    }
}

/// Ids that are the same in every run.
pub(crate) fn surroundings(clock: &ManualClock) -> Surroundings {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let random = move |bytes: &mut [u8]| {
        for byte in bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
    };
    Surroundings { clock: Arc::new(clock.clone()), random: Box::new(random) }
}

pub(crate) fn new_clinic() -> NewClinic {
    NewClinic {
        name: "Marlow Street Dental".into(),
        country: "GB".into(),
        zone: "Europe/London".into(),
        kind: ClinicKind::Test,
        staff_name: "Ana Reis".into(),
    }
}

/// A clinic with an Instagram account and Ana at the desk.
pub(crate) struct Clinic {
    pub folder: TempDir,
    pub vault: MemoryVault,
    pub kit: RecoveryKit,
    pub clock: ManualClock,
    pub store: Store,
    pub account: AccountId,
    pub ana: StaffId,
    /// A window that looks at the list after every write, and what it has of it.
    window: Mutex<(Receiver<Commit>, Known)>,
}

impl Clinic {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = MemoryVault::default();
        let clock = ManualClock::at(nine());
        let kit = RecoveryKit::generate().unwrap();
        let store =
            Store::create(&folder.path().join("clinic"), &vault, &kit, &new_clinic(), surroundings(&clock))
                .unwrap()
                .store;
        let account = store.write_blocking(|tx| connect(tx, "178400001")).unwrap();
        let ana = store.read(|tx| Ok(tx.staff()?[0].id)).unwrap();
        let window = Mutex::new((store.changes(), Known::default()));
        Self { folder, vault, kit, clock, store, account, ana, window }
    }

    pub fn dir(&self) -> std::path::PathBuf {
        self.folder.path().join("clinic")
    }

    pub fn reopen(&self) -> std::result::Result<Opened, OpenError> {
        Store::open(&self.dir(), &self.vault, surroundings(&self.clock))
    }

    pub fn write<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut WriteTx<'_>) -> Result<T> + Send + 'static,
    ) -> T {
        let done = self.store.write_blocking(f).unwrap();
        self.what_is_known_is_true();
        done
    }

    /// Whoever keeps the rows of a list and hears of every commit has the list as it is.
    fn what_is_known_is_true(&self) {
        let (changes, known) = &mut *self.window.lock().unwrap();
        loop {
            match changes.try_recv() {
                Ok(commit) => known.hears(&commit),
                Err(TryRecvError::Lagged(_)) => known.forget(),
                Err(_) => break,
            }
        }
        self.read(|tx| {
            for queue in [Queue::Waiting, Queue::All, Queue::NotSent, Queue::Spam, Queue::Pinned] {
                let again = tx.inbox_again(queue, None, None, 7, known)?;
                assert_eq!(again, tx.inbox(queue, None, None, 7)?, "{queue:?}");
            }
            Ok(())
        });
        known.settle();
    }

    pub fn read<T>(&self, f: impl FnOnce(&ReadTx<'_>) -> Result<T>) -> T {
        self.store.read(f).unwrap()
    }

    /// The conversation with somebody on Instagram.
    pub fn with(&self, handle: &'static str) -> ConversationId {
        let account = self.account;
        self.write(move |tx| conversation(tx, account, ChannelKind::Instagram, handle))
    }

    pub fn patient_writes(&self, to: ConversationId, id: &str, at: Timestamp, text: &str) -> Inbound {
        let (account, message) = (self.account, inbound(id, at, text));
        self.write(move |tx| tx.insert_inbound(account, to, &message))
    }

    /// Somebody of the practice answers in Instagram's own app.
    pub fn answered_elsewhere(&self, to: ConversationId, id: &str, at: Timestamp, text: &str) -> Inbound {
        let (account, message) = (self.account, echo(id, at, text));
        self.write(move |tx| tx.insert_inbound(account, to, &message))
    }

    pub fn ana_sends(&self, to: ConversationId, press: &str, text: &str) -> Sent {
        let new = self.reply(to, press, text);
        self.write(move |tx| tx.send(&new))
    }

    pub fn reply(&self, to: ConversationId, press: &str, text: &str) -> NewSend {
        NewSend {
            conversation: to,
            by: Author::Staff(self.ana),
            press: press.into(),
            content: Content::Text { body: text.into() },
            files: vec![],
            template: None,
            reply_to: None,
            undo_until: self.clock.now(),
            later: None,
        }
    }

    pub fn row(&self, id: ConversationId) -> crate::ConversationRow {
        self.read(|tx| tx.conversation(id)).unwrap()
    }
}

pub(crate) fn connect(tx: &mut WriteTx<'_>, remote_id: &str) -> Result<AccountId> {
    let new = NewAccount {
        provider: Provider::Instagram,
        label: "@marlowstreet.clinic".into(),
        remote_id: remote_id.into(),
        channels: vec![ChannelKind::Instagram],
        own_addresses: vec!["marlowstreet.clinic".into()],
        grants: vec![Grant::SeeOwnAccount, Grant::ReadAndAnswerMessages],
        credential_expires_at: None,
        base_url: None,
    };
    let credential = Credential::InstagramToken {
        token: "IGAAtoken".to_owned().into(),
        obtained_at: tx.now(),
        expires_at: None,
    };
    tx.add_account(&new, &credential)
}

pub(crate) fn conversation(
    tx: &mut WriteTx<'_>,
    account: AccountId,
    channel: ChannelKind,
    handle: &str,
) -> Result<ConversationId> {
    let identity = tx.upsert_identity(account, channel, &somebody(handle))?;
    tx.conversation_for(account, channel, identity, "marlowstreet.clinic", None)
}

pub(crate) fn somebody(handle: &str) -> RemoteIdentity {
    RemoteIdentity { handle: handle.into(), display_name: None, username: None }
}

pub(crate) fn inbound(id: &str, at: Timestamp, text: &str) -> InboundMessage {
    InboundMessage {
        provider_id: id.into(),
        channel: ChannelKind::Instagram,
        thread: RemoteThread { id: None, with: somebody("somebody"), ours: "marlowstreet.clinic".into() },
        direction: Direction::Inbound,
        origin: Origin::Patient,
        at,
        content: Content::Text { body: Phi::from(text) },
        attachments: vec![],
        reply_to: None,
        status: None,
        reactions: vec![],
    }
}

pub(crate) fn echo(id: &str, at: Timestamp, text: &str) -> InboundMessage {
    InboundMessage { direction: Direction::Outbound, origin: Origin::Elsewhere, ..inbound(id, at, text) }
}

/// Every byte of every file below a folder.
pub(crate) fn all_bytes(dir: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bytes.extend(all_bytes(&path));
        } else {
            bytes.extend(std::fs::read(&path).unwrap());
        }
    }
    bytes
}
