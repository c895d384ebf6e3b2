//! Our enums as the small numbers that the tables keep. The numbers are part of the file format: add, never change.

use anteroom_model::{
    AccountState, AttachmentKind, CallOutcome, ChannelKind, DeliveryStatus, Direction, MessageKind, Origin,
    OutboxState, RecordingSource, Rule,
};

use crate::{
    CheckHow, ClinicKind, ConsentSays, ConsentWhat, ContactKind, FetchState, LinkHow, NameFrom, Result,
    ReviewWhy, StoreError,
};

/// A value with a number of its own.
pub(crate) trait Coded: Copy + Sized + 'static {
    /// Each value at the place of its number.
    const ALL: &'static [Self];

    fn code(self) -> i64;

    fn of(code: i64) -> Result<Self> {
        usize::try_from(code).ok().and_then(|n| Self::ALL.get(n)).copied().ok_or(StoreError::BadRow)
    }
}

macro_rules! coded {
    ($($kind:ident: $($value:ident)*;)*) => {$(
        impl Coded for $kind {
            const ALL: &'static [Self] = &[$(Self::$value),*];
            fn code(self) -> i64 {
                Self::ALL.iter().position(|value| *value == self).map_or(-1, |n| n as i64)
            }
        }
    )*};
}

coded! {
    ChannelKind: Instagram WhatsApp Sms Phone;
    Direction: Inbound Outbound;
    Origin: Patient Desk Elsewhere Automation;
    MessageKind: Text Media Location Template StoryReply StoryMention Shared Unsupported;
    DeliveryStatus: Queued Sending Unknown Accepted Sent Delivered Read Failed;
    OutboxState: Queued Sending Accepted Unknown Parked Discarded;
    AttachmentKind: Image Audio Video File Sticker;
    AccountState: Active NeedsSignIn Disconnected;
    CallOutcome: Ringing InProgress Answered Missed Busy NoAnswer Failed Cancelled;
    RecordingSource: Voicemail Conversation;
    ClinicKind: Real Demo Test;
    Rule: OutsideHours MissedCall;
    LinkHow: Staff First Merge Import;
    CheckHow: BirthDate Document KnownInPerson CalledBack;
    ContactKind: Phone Email Postal Other;
    ConsentWhat: Reminders Offers Recording;
    ConsentSays: Yes No AskEachTime;
    NameFrom: Handle Username DisplayName Patient;
    FetchState: Waiting Retrying Here Gone NotKept;
    ReviewWhy: Late Automatic Words Sample MissedCall;
    ItemKind: Message Call Note;
    Role: None Asks DeskAnswered NotSent AnsweredElsewhere DidNotArrive;
}

/// What an item of the timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Message,
    Call,
    Note,
}

/// What an item means for the question "does somebody wait for us?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing: a note, an automatic answer, a call of ours that nobody took.
    None,
    /// The patient wrote, rang in vain or left a voicemail.
    Asks,
    /// This desk answered; the answer is on its way or there.
    DeskAnswered,
    /// This desk answered; it did not leave, or nobody knows whether it did. A person must decide.
    NotSent,
    /// The practice answered elsewhere, or people talked.
    AnsweredElsewhere,
    /// This desk answered, the provider took it and could not deliver it. Counts until somebody answers again or
    /// marks the conversation as done.
    DidNotArrive,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip<T: Coded + PartialEq + std::fmt::Debug>() {
        for (n, value) in T::ALL.iter().enumerate() {
            assert_eq!(value.code(), n as i64);
            assert_eq!(T::of(n as i64), Ok(*value));
        }
        assert_eq!(T::of(T::ALL.len() as i64), Err(StoreError::BadRow));
        assert_eq!(T::of(-1), Err(StoreError::BadRow));
    }

    #[test]
    fn every_code_comes_back_as_what_it_was() {
        round_trip::<ChannelKind>();
        round_trip::<DeliveryStatus>();
        round_trip::<OutboxState>();
        round_trip::<MessageKind>();
        round_trip::<Role>();
        round_trip::<FetchState>();
        assert_eq!(ChannelKind::ALL.len(), 4);
    }
}
