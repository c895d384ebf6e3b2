//! What the desk writes by itself, as the window shows and edits it.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A rule by which the desk writes without anybody having typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RuleName {
    /// Somebody wrote while the practice was closed.
    OutsideHours,
    /// Nobody took a call.
    MissedCall,
}

/// The rules and their words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AutomaticView {
    /// The answer outside opening hours.
    pub outside: RuleView,
    /// The text to a caller whom nobody answered.
    pub missed: RuleView,
    /// When that text is sent.
    pub missed_when: RuleWhen,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RuleView {
    /// It writes.
    pub on: bool,
    /// The language for a patient whose language nobody knows.
    pub fallback: String,
    /// Its words, one entry per language; an empty text: patients of that language get the fallback's.
    pub words: Vec<RuleWords>,
}

/// The words of a rule in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RuleWords {
    /// `en`, `de`, `sq`, `ar`, `fr`, `es`.
    pub language: String,
    /// The words, with `{practice}`, `{hours}` and `{opens}` where those are put in.
    pub text: String,
    /// Nobody has changed our draft yet.
    pub draft: bool,
}

/// When a text to a caller is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RuleWhen {
    /// At any time.
    #[default]
    Always,
    /// Only while the practice is closed.
    WhileClosed,
    /// Only while it is open.
    WhileOpen,
}

impl From<anteroom_model::Rule> for RuleName {
    fn from(rule: anteroom_model::Rule) -> Self {
        match rule {
            anteroom_model::Rule::OutsideHours => Self::OutsideHours,
            anteroom_model::Rule::MissedCall => Self::MissedCall,
        }
    }
}

impl From<RuleName> for anteroom_model::Rule {
    fn from(rule: RuleName) -> Self {
        match rule {
            RuleName::OutsideHours => Self::OutsideHours,
            RuleName::MissedCall => Self::MissedCall,
        }
    }
}
