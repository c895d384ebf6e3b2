//! One sentence for all channels together. Pure.

use jiff::Timestamp;

use crate::views::{Channel, Code, Freshness, Overall, UtcMillis};

/// A channel of an account that is polled or should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which channel.
    pub channel: Channel,
    /// The account.
    pub account: String,
    /// The account needs a person.
    pub needs_sign_in: bool,
    /// How fresh.
    pub freshness: Freshness,
    /// Since when its polls fail.
    pub failing_since: Option<Timestamp>,
}

/// The sentence: what needs somebody most comes first. Being offline comes before everything, because nothing else can
/// be done about it here.
pub fn overall(lines: &[Line]) -> Overall {
    if lines.is_empty() {
        return Overall::NoAccounts;
    }
    offline(lines)
        .or_else(|| sign_in(lines))
        .or_else(|| behind(lines))
        .or_else(|| catching_up(lines))
        .unwrap_or_else(|| up_to_date(lines))
}

fn offline(lines: &[Line]) -> Option<Overall> {
    let polled: Vec<&Line> = lines.iter().filter(|line| !line.needs_sign_in).collect();
    let cut_off = |line: &&&Line| matches!(line.freshness, Freshness::Behind { why: Code::Offline, .. });
    if polled.is_empty() || polled.iter().filter(cut_off).count() < polled.len() {
        return None;
    }
    // The network is gone since the last of them lost it.
    let since = polled.iter().filter_map(|line| line.failing_since).max()?;
    Some(Overall::Offline { since: since.into() })
}

fn sign_in(lines: &[Line]) -> Option<Overall> {
    let line = lines.iter().find(|line| line.needs_sign_in)?;
    Some(Overall::SignIn { channel: line.channel, account: line.account.clone() })
}

fn behind(lines: &[Line]) -> Option<Overall> {
    let late = lines.iter().filter_map(|line| match line.freshness {
        Freshness::Behind { since, .. } => Some((since, line.channel)),
        _ => None,
    });
    let (since, channel) = late.min_by_key(|(since, _)| *since)?;
    Some(Overall::Behind { channel, since })
}

fn catching_up(lines: &[Line]) -> Option<Overall> {
    let done = lines.iter().filter_map(|line| match line.freshness {
        Freshness::CatchingUp { done } => Some(done),
        _ => None,
    });
    done.reduce(|a, b| a + b).map(|done| Overall::CatchingUp { done })
}

fn up_to_date(lines: &[Line]) -> Overall {
    let mut oldest: Option<UtcMillis> = None;
    for line in lines {
        match line.freshness {
            Freshness::UpToDate { at } => oldest = Some(oldest.map_or(at, |known| known.min(at))),
            Freshness::Off => {}
            _ => return Overall::Starting,
        }
    }
    oldest.map_or(Overall::Starting, |at| Overall::UpToDate { at })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds)
    }

    fn line(channel: Channel, freshness: Freshness) -> Line {
        Line { channel, account: "a".into(), needs_sign_in: false, freshness, failing_since: None }
    }

    fn cut_off(channel: Channel, since: i64) -> Line {
        let freshness =
            Freshness::Behind { since: Some(at(since).into()), why: Code::Offline, retry_at: None };
        Line { failing_since: Some(at(since + 1)), ..line(channel, freshness) }
    }

    fn fresh(channel: Channel, seconds: i64) -> Line {
        line(channel, Freshness::UpToDate { at: at(seconds).into() })
    }

    #[test]
    fn the_sentence_promises_no_more_than_the_stalest_channel() {
        use Channel::{Instagram, Sms, Whatsapp};
        assert_eq!(overall(&[]), Overall::NoAccounts);
        assert_eq!(overall(&[fresh(Sms, 30), fresh(Instagram, 20)]), Overall::UpToDate { at: at(20).into() });
        assert_eq!(overall(&[fresh(Sms, 30), line(Instagram, Freshness::Starting)]), Overall::Starting);
        assert_eq!(
            overall(&[fresh(Sms, 30), line(Instagram, Freshness::CatchingUp { done: 7 })]),
            Overall::CatchingUp { done: 7 }
        );
        assert_eq!(
            overall(&[fresh(Whatsapp, 30), cut_off(Instagram, 5)]),
            Overall::Behind { channel: Instagram, since: Some(at(5).into()) }
        );
    }

    #[test]
    fn offline_is_said_when_nobody_can_be_reached_and_a_lost_right_stands_alone() {
        use Channel::{Instagram, Sms};
        let lines = [cut_off(Instagram, 5), cut_off(Sms, 9)];
        assert_eq!(overall(&lines), Overall::Offline { since: at(10).into() });
        let revoked = Line { needs_sign_in: true, ..fresh(Instagram, 5) };
        assert_eq!(
            overall(&[revoked.clone(), fresh(Sms, 30)]),
            Overall::SignIn { channel: Instagram, account: "a".into() }
        );
        assert_eq!(overall(&[revoked, cut_off(Sms, 9)]), Overall::Offline { since: at(10).into() });
    }
}
