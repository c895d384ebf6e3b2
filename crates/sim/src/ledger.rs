//! Who sent what, in order: the oracle that a torture run compares a desk's store with.
//!
//! Holds: an entry is written (and flushed, if there is a file) before the answer that tells about it leaves.
//! On a crash of the desk: nothing here is touched; the ledger knows what the provider really took.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One thing that really happened at a provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Entry {
    /// A patient wrote (or rang: `channel` is `phone`, and `body` the outcome).
    Inbound {
        /// When, in UTC milliseconds.
        at_ms: i64,
        /// `instagram`, `whatsapp`, `sms` or `phone`.
        channel: String,
        /// The provider's id.
        provider_id: String,
        /// The patient's address: IGSID or E.164.
        patient: String,
        /// What was written; empty for media alone.
        body: String,
        /// Number of files.
        media: usize,
    },
    /// The provider took a message of the practice. A second entry with the same body is a double send.
    Outbound {
        /// When, in UTC milliseconds.
        at_ms: i64,
        /// `instagram`, `whatsapp`, `sms` or `phone`.
        channel: String,
        /// The provider's id.
        provider_id: String,
        /// The patient's address: IGSID or E.164.
        patient: String,
        /// What was written, or the text of the filled template.
        body: String,
        /// Number of files.
        media: usize,
        /// Written in the provider's own app or by another tool, not through the API.
        elsewhere: bool,
    },
    /// A patient took a message back.
    Unsent {
        /// When, in UTC milliseconds.
        at_ms: i64,
        /// The provider's id.
        provider_id: String,
    },
}

impl Entry {
    /// The provider's id it is about.
    pub fn provider_id(&self) -> &str {
        match self {
            Self::Inbound { provider_id, .. }
            | Self::Outbound { provider_id, .. }
            | Self::Unsent { provider_id, .. } => provider_id,
        }
    }
}

/// What a patient's own screen shows of the practice's messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The provider's id.
    pub provider_id: String,
    /// When the provider took it.
    pub at: Timestamp,
    /// The words.
    pub text: String,
    /// Number of files.
    pub media: usize,
    /// The provider id of the message it answers.
    pub reply_to: Option<String>,
    /// Written in the provider's own app, not through the API.
    pub elsewhere: bool,
}

impl PartialEq<&str> for Received {
    fn eq(&self, text: &&str) -> bool {
        self.text == *text
    }
}

/// Every entry since the start, also in a file when asked for.
#[derive(Default)]
pub struct Ledger {
    entries: Vec<Entry>,
    file: Option<File>,
    /// The file could not be written; an oracle must not be trusted after that.
    pub broken: bool,
}

impl Ledger {
    /// A ledger that also appends to `path`, one JSON object a line.
    pub fn at(path: Option<&Path>) -> io::Result<Self> {
        let file = path.map(|path| OpenOptions::new().create(true).append(true).open(path)).transpose()?;
        Ok(Self { file, ..Self::default() })
    }

    pub fn add(&mut self, entry: Entry) {
        if let Some(file) = &mut self.file {
            let written = serde_json::to_vec(&entry).map_err(io::Error::from).and_then(|mut line| {
                line.push(b'\n');
                file.write_all(&line)?;
                file.flush()
            });
            self.broken |= written.is_err();
        }
        self.entries.push(entry);
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}
