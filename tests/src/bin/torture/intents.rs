//! What staff meant to send, and to stand at what patients wrote, written down before the desk hears of it.
//!
//! Holds: a line is appended in one write before anything is asked of the desk, so that after a kill the next life
//! repeats what it cannot be sure of, with the same press of the button.
//! On a crash: the system keeps what was written; half a line can only be the last and is not counted.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use anteroom_desk::views::ReplySend;
use serde::{Deserialize, Serialize};

/// One line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    /// Staff are about to press "send".
    Reply { n: u32, conversation: String, text: String },
    /// The desk took it.
    Taken { n: u32 },
    /// Staff decide to send a stopped one again: it may come after later ones now.
    Again { n: u32 },
    /// Staff asked the patient whether it arrived.
    Asked { n: u32 },
    /// Staff are about to set a reaction, or to take it away.
    React { target: String, emoji: Option<String> },
    /// The desk took it.
    Reacted { target: String },
}

/// A reply that staff wanted to send.
#[derive(Clone, Debug)]
pub struct Intent {
    /// Its number.
    pub n: u32,
    /// Where.
    pub conversation: String,
    /// The words; they begin with `reply N `.
    pub text: String,
}

impl Intent {
    /// As the desk wants it. The same intent is the same press.
    pub fn reply(&self) -> ReplySend {
        ReplySend {
            later: None,
            conversation: self.conversation.clone(),
            text: self.text.clone(),
            quote: None,
            files: Vec::new(),
            press: format!("press-{}", self.n),
        }
    }
}

/// What staff wanted to stand at a patient's message.
#[derive(Clone, Debug, Default)]
pub struct Reaction {
    /// What they wanted last, of what the desk took.
    pub taken: Option<String>,
    /// What they wanted after that: the desk may have taken it too. Killed again and again, it may be several.
    pub unsure: Vec<Option<String>>,
}

/// The number in the words of a reply.
pub fn number_of(text: &str) -> Option<u32> {
    text.strip_prefix("reply ")?.split(' ').next()?.parse().ok()
}

/// The list of all intents.
pub struct Intents {
    file: File,
    /// Every intent.
    pub all: BTreeMap<u32, Intent>,
    /// Those that the desk took.
    pub taken: BTreeSet<u32>,
    /// Those that were sent again by a person's decision.
    pub again: BTreeSet<u32>,
    /// How often staff asked the patient.
    pub asked: u32,
    /// What is to stand at which message of a patient.
    pub reactions: BTreeMap<String, Reaction>,
}

impl Intents {
    /// Reads what is there and goes on.
    pub fn open(work: &Path) -> io::Result<Self> {
        let path = work.join("intents.jsonl");
        let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
        let text = std::fs::read_to_string(&path)?;
        if !text.is_empty() && !text.ends_with('\n') {
            file.write_all(b"\n")?;
        }
        let (all, taken, again, reactions) = Default::default();
        let mut intents = Self { file, all, taken, again, asked: 0, reactions };
        for line in text.lines().filter_map(|line| serde_json::from_str(line).ok()) {
            intents.note(line);
        }
        Ok(intents)
    }

    fn note(&mut self, line: Line) {
        match line {
            Line::Reply { n, conversation, text } => {
                self.all.insert(n, Intent { n, conversation, text });
            }
            Line::Taken { n } => {
                self.taken.insert(n);
            }
            Line::Again { n } => {
                self.again.insert(n);
            }
            Line::Asked { .. } => self.asked += 1,
            Line::React { target, emoji } => {
                self.reactions.entry(target).or_default().unsure.push(emoji);
            }
            Line::Reacted { target } => {
                let reaction = self.reactions.entry(target).or_default();
                reaction.taken = reaction.unsure.pop().flatten();
                reaction.unsure.clear();
            }
        }
    }

    fn add(&mut self, line: Line) -> io::Result<()> {
        let mut bytes = serde_json::to_vec(&line)?;
        bytes.push(b'\n');
        self.file.write_all(&bytes)?;
        self.note(line);
        Ok(())
    }

    /// Staff are about to send this.
    pub fn reply(&mut self, conversation: String, words: &str) -> io::Result<Intent> {
        let n = self.all.keys().next_back().map_or(1, |last| last + 1);
        let text = format!("reply {n} {words}");
        self.add(Line::Reply { n, conversation: conversation.clone(), text: text.clone() })?;
        Ok(Intent { n, conversation, text })
    }

    /// The desk took it.
    pub fn was_taken(&mut self, n: u32) -> io::Result<()> {
        self.add(Line::Taken { n })
    }

    /// Staff are about to send a stopped one again.
    pub fn send_again(&mut self, n: u32) -> io::Result<()> {
        self.add(Line::Again { n })
    }

    /// Staff asked the patient about this.
    pub fn was_asked(&mut self, n: u32) -> io::Result<()> {
        self.add(Line::Asked { n })
    }

    /// Staff are about to set a reaction.
    pub fn react(&mut self, target: String, emoji: Option<String>) -> io::Result<()> {
        self.add(Line::React { target, emoji })
    }

    /// The desk took it.
    pub fn reaction_was_taken(&mut self, target: String) -> io::Result<()> {
        self.add(Line::Reacted { target })
    }

    /// The oldest of which nobody knows whether the desk took it.
    pub fn unsure(&self) -> Option<Intent> {
        self.all.values().find(|intent| !self.taken.contains(&intent.n)).cloned()
    }
}
