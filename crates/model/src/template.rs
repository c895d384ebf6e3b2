//! Approved templates: texts that a channel lets us send outside the reply window.

use serde::{Deserialize, Serialize};

/// Where a template stands with the channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateApproval {
    /// May be sent.
    Approved,
    /// Not decided.
    Pending,
    /// Refused.
    Rejected,
    /// Paused by the channel, usually for low ratings.
    Paused,
    /// Switched off by the channel.
    Disabled,
}

/// A template as the provider lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The provider's id (`HX…`).
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its language, as the provider writes it.
    pub language: String,
    /// `UTILITY`, `MARKETING`, `AUTHENTICATION`, lower case.
    pub category: Option<String>,
    /// The text with its blanks: `Hello {{1}}, …`.
    pub body: String,
    /// The words on its buttons.
    pub buttons: Vec<String>,
    /// Example values the provider keeps with it, by blank.
    pub examples: Vec<(String, String)>,
    /// Where it stands.
    pub approval: TemplateApproval,
    /// Why, if refused or paused.
    pub reason: Option<String>,
}

/// Why a template cannot be sent as filled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateProblem {
    /// The channel does not allow it now.
    #[error("the channel does not allow this template now")]
    NotApproved,
    /// A blank has no value.
    #[error("a blank has no value")]
    Unfilled {
        /// The blank's name.
        blank: String,
    },
    /// A value has a line break or a tab, which WhatsApp refuses.
    #[error("a value has line breaks or tabs")]
    LineBreak {
        /// The blank's name.
        blank: String,
    },
    /// A value has more than four spaces in a row, which WhatsApp refuses.
    #[error("a value has long gaps")]
    Gap {
        /// The blank's name.
        blank: String,
    },
    /// The text is too long with its values; the longest of them is named.
    #[error("the text is too long with its values")]
    TooLong {
        /// The blank's name.
        blank: String,
        /// How many characters there are too many.
        over: usize,
    },
}

/// Characters of a template's text with its values.
const LONGEST_BODY: usize = 1_024;

impl Template {
    /// The blanks of the body, in order, each once.
    pub fn blanks(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut rest = self.body.as_str();
        while let Some((_, after)) = rest.split_once("{{") {
            let Some((name, tail)) = after.split_once("}}") else { break };
            let name = name.trim().to_owned();
            if !name.is_empty() && !found.contains(&name) {
                found.push(name);
            }
            rest = tail;
        }
        found
    }

    /// The text as the patient will see it, or what is wrong with the values.
    pub fn fill(&self, values: &[(String, String)]) -> Result<String, TemplateProblem> {
        if self.approval != TemplateApproval::Approved {
            return Err(TemplateProblem::NotApproved);
        }
        let mut text = String::new();
        let mut longest: Option<(usize, &str)> = None;
        let mut rest = self.body.as_str();
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((blank, tail)) = after.split_once("}}") else { break };
            let blank = blank.trim();
            let value = values.iter().find(|(name, _)| name == blank).map_or("", |(_, value)| value.trim());
            if value.is_empty() {
                return Err(TemplateProblem::Unfilled { blank: blank.to_owned() });
            }
            if value.contains(char::is_control) {
                return Err(TemplateProblem::LineBreak { blank: blank.to_owned() });
            }
            if value.contains("     ") {
                return Err(TemplateProblem::Gap { blank: blank.to_owned() });
            }
            if longest.is_none_or(|(length, _)| value.len() > length) {
                longest = Some((value.len(), blank));
            }
            text.push_str(before);
            text.push_str(value);
            rest = tail;
        }
        text.push_str(rest);
        match (text.chars().count().checked_sub(LONGEST_BODY), longest) {
            (Some(over @ 1..), Some((_, blank))) => {
                Err(TemplateProblem::TooLong { blank: blank.to_owned(), over })
            }
            _ => Ok(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved() -> Template {
        Template {
            id: "HX1".into(),
            name: "appointment_moved".into(),
            language: "en".into(),
            category: Some("utility".into()),
            body: "Hello {{1}}, your {{2}} is on {{3}}. See you, {{1}}.".into(),
            buttons: vec![],
            examples: vec![],
            approval: TemplateApproval::Approved,
            reason: None,
        }
    }

    fn values(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn blanks_are_filled_wherever_they_stand() {
        assert_eq!(moved().blanks(), ["1", "2", "3"]);
        let text = moved().fill(&values(&[("1", "Yusuf"), ("2", "check-up"), ("3", "Friday 27 November")]));
        assert_eq!(
            text.as_deref(),
            Ok("Hello Yusuf, your check-up is on Friday 27 November. See you, Yusuf.")
        );
    }

    #[test]
    fn an_empty_or_broken_value_is_named() {
        assert_eq!(
            moved().fill(&values(&[("1", "Yusuf"), ("2", " ")])),
            Err(TemplateProblem::Unfilled { blank: "2".into() })
        );
        let broken = values(&[("1", "Yusuf\nDemir"), ("2", "x"), ("3", "y")]);
        assert_eq!(moved().fill(&broken), Err(TemplateProblem::LineBreak { blank: "1".into() }));
        let gap =
            |gap: &str| moved().fill(&values(&[("1", "Yusuf"), ("2", &format!("a{gap}b")), ("3", "y")]));
        assert_eq!(gap("     "), Err(TemplateProblem::Gap { blank: "2".into() }));
        assert!(gap("    ").is_ok(), "four spaces are taken");
        let long = |n: usize| moved().fill(&values(&[("1", "Y"), ("2", &"x".repeat(n)), ("3", "y")]));
        let room =
            1_024 - moved().fill(&values(&[("1", "Y"), ("2", "x"), ("3", "y")])).unwrap().chars().count() + 1;
        assert!(long(room).is_ok());
        assert_eq!(long(room + 3), Err(TemplateProblem::TooLong { blank: "2".into(), over: 3 }));
        let paused = Template { approval: TemplateApproval::Paused, ..moved() };
        assert_eq!(paused.fill(&[]), Err(TemplateProblem::NotApproved));
    }
}
