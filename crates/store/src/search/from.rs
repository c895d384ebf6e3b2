//! Who wrote: `from:us`, `from:leila`, `from:0142`.

use std::collections::HashMap;

use anteroom_model::{Phi, Query};
use rusqlite::Connection;

use super::people::{self, Sought};
use crate::Result;

/// Conversations that are read whole instead of asking the index. More are too many to read.
const FEW: usize = 40;

/// Who must have written an item.
pub(super) struct Writer {
    /// The practice, the patient, or either.
    ours: Option<bool>,
    /// Conversations must be with somebody who matches all of these.
    with: Vec<Sought>,
    few: Option<Vec<i64>>,
    seen: HashMap<i64, bool>,
}

impl Writer {
    /// Understands the `from:` of a query.
    pub fn of(db: &Connection, query: &Query) -> Result<Self> {
        let us = |value: &Phi<String>| value.eq_ignore_ascii_case("us");
        let ours = match (query.from.iter().any(us), query.from.is_empty()) {
            (true, _) => Some(true),
            (false, true) => None,
            (false, false) => Some(false),
        };
        let with: Vec<Sought> = query
            .from
            .iter()
            .filter(|value| !us(value))
            .map(|value| Sought::new(std::slice::from_ref(value), true))
            .collect();
        let mut few = None;
        for sought in &with {
            few = people::conversations(db, sought, FEW)?;
            if few.is_some() {
                break;
            }
        }
        Ok(Self { ours, with, few, seen: HashMap::new() })
    }

    /// The conversations that can hold it at all, if they are few.
    pub fn few_conversations(&self) -> Option<Vec<i64>> {
        self.few.clone()
    }

    /// Whether an item of this conversation was written by who is wanted.
    pub fn wrote(&mut self, db: &Connection, conversation: i64, ours: bool) -> Result<bool> {
        if self.ours.is_some_and(|wanted| wanted != ours) {
            return Ok(false);
        }
        if self.with.is_empty() {
            return Ok(true);
        }
        if let Some(&known) = self.seen.get(&conversation) {
            return Ok(known);
        }
        let mut matches = true;
        for sought in &self.with {
            matches &= people::is_with(db, conversation, sought)?;
        }
        self.seen.insert(conversation, matches);
        Ok(matches)
    }
}
