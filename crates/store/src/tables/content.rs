//! What a message says, as columns: its kind, its words, and JSON for the kinds that are more than words.

use anteroom_model::{Content, MessageKind, Phi};

use crate::column::{from_json, to_json};
use crate::{Result, StoreError};

/// A content in columns. `body` is what is searched; of words nothing is kept twice.
pub(super) struct Columns {
    pub kind: MessageKind,
    pub body: String,
    pub extra: Option<String>,
}

pub(super) fn to_columns(content: &Content) -> Result<Columns> {
    let extra = match content {
        Content::Text { .. } | Content::Media { .. } => None,
        other => Some(written(other)?),
    };
    let body = match content {
        Content::Location { name, address, .. } => joined(name.as_ref(), address.as_ref()),
        Content::Shared { url, title } => joined(title.as_ref(), url.as_ref()),
        other => other.text().unwrap_or_default().to_owned(),
    };
    Ok(Columns { kind: content.kind(), body, extra })
}

/// As JSON that can be read back: a number that is none (a place at NaN) becomes `null` there, and nothing could show the
/// conversation any more.
fn written(content: &Content) -> Result<String> {
    let json = to_json(content)?;
    from_json::<Content>(&json)?;
    Ok(json)
}

fn joined(a: Option<&Phi<String>>, b: Option<&Phi<String>>) -> String {
    [a, b].into_iter().flatten().map(|text| text.reveal().as_str()).collect::<Vec<_>>().join(" ")
}

/// The content of columns. What was taken back or given up has no words and no JSON any more: empty text.
pub(super) fn from_columns(kind: MessageKind, body: String, extra: Option<&str>) -> Result<Content> {
    match (kind, extra) {
        (MessageKind::Media, _) => Ok(Content::Media { caption: (!body.is_empty()).then(|| Phi::new(body)) }),
        (MessageKind::Text, _) | (_, None) => Ok(Content::Text { body: Phi::new(body) }),
        (kind, Some(json)) => {
            let content: Content = from_json(json)?;
            if content.kind() == kind { Ok(content) } else { Err(StoreError::BadRow) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words() -> impl Strategy<Value = Phi<String>> {
        "\\PC{1,40}".prop_map(Phi::new)
    }

    fn contents() -> impl Strategy<Value = Content> {
        let some = || prop::option::of(words());
        prop_oneof![
            words().prop_map(|body| Content::Text { body }),
            some().prop_map(|caption| Content::Media { caption }),
            (some(), some(), -90_000i32..90_000).prop_map(|(name, address, n)| Content::Location {
                latitude: Phi::new(f64::from(n) / 1024.0),
                longitude: Phi::new(f64::from(n) / 512.0),
                name,
                address
            }),
            words().prop_map(|body| Content::Template {
                template_id: "HX1".into(),
                name: "moved".into(),
                body
            }),
            (words(), some()).prop_map(|(body, story_url)| Content::StoryReply { body, story_url }),
            some().prop_map(|story_url| Content::StoryMention { story_url }),
            (some(), some()).prop_map(|(url, title)| Content::Shared { url, title }),
            some().prop_map(|raw| Content::Unsupported { raw_kind: "carousel".into(), raw }),
        ]
    }

    proptest! {
        #[test]
        fn whatever_was_said_comes_back(content in contents()) {
            let columns = to_columns(&content).unwrap();
            let back = from_columns(columns.kind, columns.body, columns.extra.as_deref()).unwrap();
            prop_assert_eq!(back, content);
        }
    }

    #[test]
    fn what_could_not_be_read_back_is_not_written() {
        let nowhere = Content::Location {
            latitude: Phi::new(f64::NAN),
            longitude: Phi::new(0.0),
            name: None,
            address: None,
        };
        assert!(matches!(to_columns(&nowhere), Err(StoreError::BadRow)));
    }
}
