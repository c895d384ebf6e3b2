//! What the desk's values are called in the lines for people. Pure; `--json` prints the values themselves.
//!
//! Holds: a moment is told on the practice's own clock, wherever this computer stands, and every case of every value
//! has words, so that a new one does not compile without them.
//! Refused: the window's translation files; who runs this reads English manuals, and a script that reads lines would
//! break with the language.

use anteroom_desk::Desk;
use anteroom_desk::views::{
    AccountStateView, CallEnd, Channel, ContentView, DeliveryState, FailureView, FileKind, Freshness,
    HitKind, HoldView, MessageView, Overall, ProviderView, QueuedFor, RowMark, UpstreamRevocation, UtcMillis,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::exit;

/// The practice's clock.
pub struct Clock(TimeZone);

impl Clock {
    /// Of this desk's practice.
    pub fn of(desk: &Desk) -> Self {
        Self::in_zone(&desk.clinic().zone)
    }

    /// In this IANA time zone; one that nobody knows is taken for UTC.
    pub fn in_zone(zone: &str) -> Self {
        Self(TimeZone::get(zone).unwrap_or(TimeZone::UTC))
    }

    /// Day and minute.
    pub fn time(&self, at: Timestamp) -> String {
        at.to_zoned(self.0.clone()).strftime("%Y-%m-%d %H:%M").to_string()
    }

    /// The same of a moment as the views have it.
    pub fn at(&self, at: UtcMillis) -> String {
        Timestamp::from_millisecond(at.0)
            .map_or_else(|_| "at an unreadable time".to_owned(), |at| self.time(at))
    }

    /// All channels together.
    pub fn overall(&self, overall: &Overall) -> String {
        match overall {
            Overall::NoAccounts => "No account is connected".to_owned(),
            Overall::Starting => "Nobody was asked yet".to_owned(),
            Overall::UpToDate { at } => format!("Up to date at {}", self.at(*at)),
            Overall::CatchingUp { done } => format!("Catching up, {done} so far"),
            Overall::Offline { since } => format!("No provider can be reached since {}", self.at(*since)),
            Overall::Behind { channel, since: Some(since) } => {
                format!("{} is behind since {}", channel_name(*channel), self.at(*since))
            }
            Overall::Behind { channel, since: None } => {
                format!("{} never was up to date", channel_name(*channel))
            }
            Overall::SignIn { channel, .. } => {
                format!("{} needs somebody to sign in again", channel_name(*channel))
            }
        }
    }

    /// How fresh a channel is.
    pub fn freshness(&self, freshness: &Freshness) -> String {
        match freshness {
            Freshness::Starting => "not asked yet".to_owned(),
            Freshness::UpToDate { at } => format!("up to date at {}", self.at(*at)),
            Freshness::CatchingUp { done } => format!("catching up, {done} so far"),
            Freshness::Behind { since, why, retry_at } => {
                let since = since.map_or_else(
                    || "never up to date yet".to_owned(),
                    |since| format!("behind since {}", self.at(since)),
                );
                let again =
                    retry_at.map(|at| format!(" Asked again at {}.", self.at(at))).unwrap_or_default();
                format!("{since}. {}{again}", exit::sentence(*why))
            }
            Freshness::Off => "not asked".to_owned(),
        }
    }

    /// How far a message of the practice got.
    pub fn delivery(&self, state: &DeliveryState) -> String {
        match state {
            DeliveryState::Leaving { until } => format!("leaves at {}", self.at(*until)),
            DeliveryState::Scheduled { at, unless_they_write } => {
                let unless = if *unless_they_write { ", unless they write first" } else { "" };
                format!("scheduled for {}{unless}", self.at(*at))
            }
            DeliveryState::Queued { retry_at, waits_for } => {
                let again = retry_at.map(|at| format!(", not before {}", self.at(at))).unwrap_or_default();
                format!("queued, waits for {}{again}", awaited(*waits_for))
            }
            DeliveryState::Sending => "being handed over".to_owned(),
            DeliveryState::Accepted { at, receipt_overdue } => {
                let overdue = if *receipt_overdue { ", no receipt since" } else { "" };
                format!("taken by the provider at {}{overdue}", self.at(*at))
            }
            DeliveryState::Delivered { at } => format!("arrived at {}", self.at(*at)),
            DeliveryState::Read { at } => format!("seen at {}", self.at(*at)),
            DeliveryState::Unknown { since, checking } => {
                let checking = if *checking { ", being looked for" } else { "" };
                format!("nobody knows whether it was sent, since {}{checking}", self.at(*since))
            }
            DeliveryState::HeldBack { why, at, due } => {
                let due = due.map(|due| format!(", was to leave at {}", self.at(due))).unwrap_or_default();
                format!("held back at {}: {}{due}", self.at(*at), held(*why))
            }
            DeliveryState::Failed { why, code, at } => {
                let code = code.as_ref().map(|code| format!(" (code {code})")).unwrap_or_default();
                format!("failed at {}: {}{code}", self.at(*at), failed(*why))
            }
        }
    }
}

/// A channel.
pub const fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Instagram => "Instagram",
        Channel::Whatsapp => "WhatsApp",
        Channel::Sms => "SMS",
        Channel::Phone => "Phone",
    }
}

/// Whose API.
pub const fn provider(provider: ProviderView) -> &'static str {
    match provider {
        ProviderView::Instagram => "Instagram",
        ProviderView::Twilio => "Twilio",
    }
}

/// Where an account stands.
pub const fn account_state(state: AccountStateView) -> &'static str {
    match state {
        AccountStateView::Active => "active",
        AccountStateView::NeedsSignIn => "has to be signed in again",
        AccountStateView::Disconnected => "disconnected",
    }
}

/// What became of the right at the provider.
pub const fn upstream(upstream: UpstreamRevocation) -> &'static str {
    match upstream {
        UpstreamRevocation::Revoked => "The provider took the right back.",
        UpstreamRevocation::ByHand => {
            "The provider lets no program take the right back: remove it in the provider's own settings."
        }
        UpstreamRevocation::Unreachable => {
            "The provider could not be reached: remove the right in the provider's own settings."
        }
    }
}

/// How far a conversation is.
pub const fn mark(mark: RowMark) -> &'static str {
    match mark {
        RowMark::Unopened => "unopened",
        RowMark::Opened => "opened",
        RowMark::NotSent => "not sent",
        RowMark::Unclear => "unclear",
        RowMark::Queued => "queued",
        RowMark::Answered => "answered",
        RowMark::Snoozed => "snoozed",
        RowMark::Scheduled => "scheduled",
        RowMark::Done => "done",
    }
}

/// What was found.
pub const fn hit(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Message => "message",
        HitKind::Note => "note",
        HitKind::Transcript => "transcript",
        HitKind::Attachment => "file",
    }
}

/// How a call ended.
pub const fn call_end(end: CallEnd) -> &'static str {
    match end {
        CallEnd::Ongoing => "not over yet",
        CallEnd::Answered => "answered",
        CallEnd::Missed => "missed",
        CallEnd::Busy => "busy",
        CallEnd::NoAnswer => "no answer",
        CallEnd::Failed => "could not be put through",
        CallEnd::Cancelled => "given up",
    }
}

/// What a message says, in one line.
pub fn message(message: &MessageView) -> String {
    if message.taken_back {
        return "[taken back]".to_owned();
    }
    let words = match &message.content {
        ContentView::Text { body }
        | ContentView::Template { body, .. }
        | ContentView::StoryReply { body } => body.clone(),
        ContentView::Media { caption } => caption.clone().unwrap_or_default(),
        ContentView::Location { name, address, .. } => joined("place", [name, address]),
        ContentView::Shared { url, title } => joined("shared", [title, url]),
        ContentView::StoryMention => "[mentioned the practice in a story]".to_owned(),
        ContentView::Unsupported { raw_kind } => format!("[{raw_kind}]"),
    };
    let files = message.attachments.iter().map(|file| format!("[{}]", file_kind(file.kind)));
    files.chain((!words.is_empty()).then_some(words)).collect::<Vec<_>>().join(" ")
}

fn joined(what: &str, parts: [&Option<String>; 2]) -> String {
    let known: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    if known.is_empty() { format!("[{what}]") } else { format!("[{what}: {}]", known.join(", ")) }
}

const fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Image => "picture",
        FileKind::Audio => "sound",
        FileKind::Video => "film",
        FileKind::File => "file",
        FileKind::Sticker => "sticker",
    }
}

const fn awaited(waits_for: QueuedFor) -> &'static str {
    match waits_for {
        QueuedFor::Turn => "its turn",
        QueuedFor::Network => "the network",
        QueuedFor::Earlier => "an earlier message of this conversation",
        QueuedFor::Provider => "the provider, which said \"later\"",
        QueuedFor::SignIn => "somebody to sign in again",
    }
}

const fn held(why: HoldView) -> &'static str {
    match why {
        HoldView::WindowClosed => "the time to reply freely was over",
        HoldView::OptedOut => "this person asked for no more messages on this channel",
        HoldView::AccountGone => "the account is no longer connected",
        HoldView::DoesNotFit => "it does not fit what the channel takes",
        HoldView::AttachmentGone => "its file can no longer be read",
        HoldView::NotSent => "it was looked for at the provider and is not there",
        HoldView::PracticeOpen => "the practice has opened",
        HoldView::RuleOff => "the rule that wrote it was switched off",
        HoldView::Answered => "somebody has answered",
        HoldView::TooLate => "it had waited too long",
        HoldView::MissedTime => "it could not be sent at the time that was chosen for it",
        HoldView::PatientWrote => "the patient wrote before the time that was chosen for it",
    }
}

const fn failed(why: FailureView) -> &'static str {
    match why {
        FailureView::OutsideWindow => "the time to reply freely was over",
        FailureView::LateReplyRefused => "Instagram does not take a reply this late from this app",
        FailureView::OptedOut => "this person asked for no more messages on this channel",
        FailureView::Unreachable => "this address cannot be reached on this channel",
        FailureView::Unavailable => "this person cannot receive messages now",
        FailureView::ContentRefused => "refused for its content or size",
        FailureView::TemplateRefused => "the template was refused",
        FailureView::SignInNeeded => "the account has to be signed in again",
        FailureView::MissingRight => "a right is missing",
        FailureView::AccountRestricted => "the provider restricts the account or its number",
        FailureView::ProviderDown => "the provider was unwell for too long",
        FailureView::RateLimited => "too many messages at once",
        FailureView::Refused => "refused without a reason that Anteroom knows",
    }
}

#[cfg(test)]
mod tests {
    use anteroom_desk::views::Code;

    use super::*;

    const AT: UtcMillis = UtcMillis(1_795_343_377_603);

    #[test]
    fn a_moment_is_told_on_the_practices_own_clock() {
        assert_eq!(Clock::in_zone("Europe/London").at(AT), "2026-11-22 10:29");
        assert_eq!(Clock::in_zone("Asia/Tokyo").at(AT), "2026-11-22 19:29");
        assert_eq!(Clock::in_zone("Nowhere/Known").at(AT), "2026-11-22 10:29");
        assert_eq!(Clock::in_zone("UTC").at(UtcMillis(i64::MAX)), "at an unreadable time");
    }

    #[test]
    fn what_became_of_a_message_and_of_a_channel_is_told_in_plain_words() {
        let clock = Clock::in_zone("Europe/London");
        let accepted = DeliveryState::Accepted { at: AT, receipt_overdue: false };
        assert_eq!(clock.delivery(&accepted), "taken by the provider at 2026-11-22 10:29");
        let failed =
            DeliveryState::Failed { why: FailureView::Unreachable, code: Some("30006".into()), at: AT };
        assert_eq!(
            clock.delivery(&failed),
            "failed at 2026-11-22 10:29: this address cannot be reached on this channel (code 30006)"
        );
        let behind = Freshness::Behind { since: Some(AT), why: Code::Offline, retry_at: None };
        assert_eq!(
            clock.freshness(&behind),
            format!("behind since 2026-11-22 10:29. {}", exit::sentence(Code::Offline))
        );
        let fresh = Overall::UpToDate { at: AT };
        assert_eq!(clock.overall(&fresh), "Up to date at 2026-11-22 10:29");
    }
}
