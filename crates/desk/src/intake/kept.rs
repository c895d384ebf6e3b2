//! How much of an event is kept that does not fit what is here. A message is tried once more in words alone, as something
//! that this version cannot show; the rest is either missed by somebody or not. Pure.
//!
//! Refused: skipping whatever does not fit (the feed moves on, and nobody would ever see what the patient wrote).

use anteroom_model::{Content, InboundEvent, InboundMessage, Phi};
use anteroom_store::StoreError;

/// Under this word a message is kept that came and did not fit.
const NOT_STORED: &str = "not_stored";

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// It is in the store.
    Whole,
    /// The message is in the store as something that cannot be shown, with what it said.
    Bare,
    /// It is not in the store, and nobody misses it: it said how far a message of ours got, and the next one says more.
    Unmissed,
    /// Something that somebody wrote, said or did, or a file of it, is not in the store.
    Missing,
}

/// Tries to keep an event as it is, and a message, if that fails, in words alone.
pub(super) fn kept(
    event: &InboundEvent,
    mut fits: impl FnMut(&InboundEvent) -> Result<bool, StoreError>,
) -> Result<Kept, StoreError> {
    if fits(event)? {
        return Ok(Kept::Whole);
    }
    match event {
        InboundEvent::Message(message) if fits(&InboundEvent::Message(bare(message)))? => {
            // Its words are here; what hung on it is not.
            let whole = message.attachments.is_empty() && message.reactions.is_empty();
            Ok(if whole { Kept::Bare } else { Kept::Missing })
        }
        InboundEvent::Status(_) => Ok(Kept::Unmissed),
        _ => Ok(Kept::Missing),
    }
}

/// Only what lies in the thing itself is a "no"; a full disk is an error.
pub(super) fn fits(placed: Result<(), StoreError>) -> Result<bool, StoreError> {
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
        CallDirection, CallOutcome, CallRecord, ChannelKind, DeliveryStatus, Direction, Origin,
        RemoteIdentity, RemoteThread, StatusUpdate, Transcript, TranscriptLine,
    };
    use jiff::Timestamp;

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
