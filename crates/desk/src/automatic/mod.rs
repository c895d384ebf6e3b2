//! What the desk writes to patients by itself: the answer outside opening hours, the text to a caller nobody answered.
//!
//! Holds: both are off until the practice turns them on. What a rule writes is decided in the transaction that takes the
//! patient's message in, so it is there exactly once, whatever crashes; it answers nobody (the patient still waits), and
//! it is asked once more when it leaves whether it should (`leaving`). Nothing older than a quarter of an hour is
//! answered: a desk that is switched on in the morning writes to nobody about the night.
//! Refused: an answer by a timer of its own (it would have to find out again what intake knows); answering history, our
//! own automatons, or one that marks itself as such.
//! On a crash: what was decided lies in the outbox; what was not, was not taken in either.

mod drafts;
mod leaving;
mod rules;
mod words;

use std::collections::BTreeMap;

use anteroom_model::saved::short_language;
use anteroom_model::{ConversationId, Rule};
use anteroom_store::StoreError;
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{AutomaticView, Code, RuleName, RuleView, RuleWhen, RuleWords, WireError};

pub(crate) use leaving::{answered, still_wanted};
pub(crate) use rules::{Came, Rules};

/// Where the rules are kept.
pub(crate) const KEY: &str = "automatic";
/// Bytes; what is put in must still fit Instagram's thousand.
const LONGEST: usize = 800;

/// The rules as they are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Automatic {
    outside: Setting,
    missed: Setting,
    missed_when: RuleWhen,
}

/// One rule as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Setting {
    on: bool,
    fallback: String,
    /// By language, as far as the practice has written its own.
    words: BTreeMap<String, String>,
}

impl Default for Setting {
    fn default() -> Self {
        Self { on: false, fallback: "en".into(), words: BTreeMap::new() }
    }
}

impl Automatic {
    pub(crate) const fn of(&self, rule: Rule) -> &Setting {
        match rule {
            Rule::OutsideHours => &self.outside,
            Rule::MissedCall => &self.missed,
        }
    }
}

impl Setting {
    /// Its words for a patient, in their language or the fallback; `None` if there are none.
    fn words_for(&self, rule: Rule, language: Option<&str>, country: &str) -> Option<(String, String)> {
        let wanted = language.map(short_language).into_iter().chain([self.fallback.clone()]);
        wanted
            .map(|language| (self.text(rule, &language, country), language))
            .find(|(text, _)| !text.trim().is_empty())
    }

    fn text(&self, rule: Rule, language: &str, country: &str) -> String {
        self.words.get(language).cloned().unwrap_or_else(|| drafts::of(rule, language, country))
    }

    fn view(&self, rule: Rule, country: &str) -> RuleView {
        let words = |language: &&str| RuleWords {
            language: (*language).to_owned(),
            text: self.text(rule, language, country),
            draft: !self.words.contains_key(*language),
        };
        RuleView {
            on: self.on,
            fallback: self.fallback.clone(),
            words: drafts::LANGUAGES.iter().map(words).collect(),
        }
    }

    fn parse(rule: Rule, view: RuleView, country: &str) -> Result<Self, WireError> {
        if !drafts::LANGUAGES.contains(&view.fallback.as_str()) {
            return Err(WireError::invalid("fallback"));
        }
        let mut words = BTreeMap::new();
        for one in view.words {
            if !drafts::LANGUAGES.contains(&one.language.as_str()) {
                return Err(WireError::invalid("language"));
            }
            if one.text.len() > LONGEST {
                return Err(WireError::of(Code::TextTooLong).with("most", LONGEST));
            }
            // What is still our draft follows it, should it be improved.
            if one.text != drafts::of(rule, &one.language, country) {
                words.insert(one.language, one.text);
            }
        }
        let setting = Self { on: view.on, fallback: view.fallback, words };
        if setting.on && setting.words_for(rule, None, country).is_none() {
            return Err(WireError::invalid("words"));
        }
        Ok(setting)
    }
}

impl Desk {
    /// What the desk writes by itself.
    pub fn automatic(&self) -> AutomaticView {
        let (kept, country) = (self.core.automatic.get(), &self.core.clinic.country);
        AutomaticView {
            outside: kept.outside.view(Rule::OutsideHours, country),
            missed: kept.missed.view(Rule::MissedCall, country),
            missed_when: kept.missed_when,
        }
    }

    /// Keeps what the desk writes by itself.
    ///
    /// # Errors
    /// [`Code::FieldInvalid`] for a rule that is on and has no words in its fallback language; [`Code::TextTooLong`]; what
    /// the store says.
    pub async fn automatic_save(&self, view: AutomaticView) -> Result<(), WireError> {
        let country = &self.core.clinic.country;
        let automatic = Automatic {
            outside: Setting::parse(Rule::OutsideHours, view.outside, country)?,
            missed: Setting::parse(Rule::MissedCall, view.missed, country)?,
            missed_when: view.missed_when,
        };
        let kept = automatic.clone();
        self.core.write(move |tx| tx.put_setting(KEY, &kept)).await.map_err(Fault::from)?;
        self.core.automatic.set(automatic);
        Ok(())
    }

    /// Tells a rule not to write to the patient of a conversation, or that it may again.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub async fn rule_stop(
        &self,
        conversation: &str,
        rule: RuleName,
        stopped: bool,
    ) -> Result<(), WireError> {
        let id: ConversationId = parsed(conversation)?;
        let stop = self.core.write(move |tx| {
            let row = tx.conversation(id)?.ok_or(StoreError::NotFound)?;
            tx.stop_rule(row.identity, rule.into(), stopped)
        });
        Ok(stop.await.map_err(Fault::from)?)
    }
}
