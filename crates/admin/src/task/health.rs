//! `health` and `check`.

use anteroom_desk::clock::SystemClock;
use anteroom_desk::views::{InboxCounts, UtcMillis};
use anteroom_model::{AccountState, Clock as _, FailureKind};
use anteroom_store::FeedHealth;
use jiff::Timestamp;
use serde::Serialize;

use crate::exit::{Done, Exit, Failure};
use crate::options::Options;
use crate::task::mail::counted;
use crate::words::Clock;
use crate::{open, say};

/// What is known without asking anybody: the last good moment of every feed, what waits, what was not sent.
#[derive(Serialize)]
struct Health {
    counts: InboxCounts,
    queued: u32,
    accounts: Vec<Known>,
    /// The computer's clock, to which the ages belong.
    now: Timestamp,
}

/// An account that should be asked.
#[derive(Serialize)]
struct Known {
    id: String,
    provider: &'static str,
    label: String,
    needs_sign_in: bool,
    /// Since when something that arrived could not be kept here.
    missing_since: Option<UtcMillis>,
    feeds: Vec<LastTime>,
}

/// A feed as its last polls left it, whoever ran them.
#[derive(Serialize)]
struct LastTime {
    feed: String,
    /// Everything up to then is here.
    up_to_date_at: Option<Timestamp>,
    /// How long ago that is by this computer's clock, in seconds; negative if the clock was set back.
    age_seconds: Option<i64>,
    /// Something may be missing from then on.
    behind_since: Option<Timestamp>,
    /// Why the last poll failed.
    failing: Option<FailureKind>,
}

/// What the store knows.
pub async fn health(options: &Options) -> Done {
    let desk = open::desk(options).await?;
    let now = SystemClock::new().now();
    let views = desk.accounts();
    let missing_since = |id: &str| views.as_ref().ok()?.iter().find(|view| view.id == id)?.missing_since;
    let known = desk.store().read(|tx| {
        let mut known = Vec::new();
        for account in
            tx.accounts()?.into_iter().filter(|account| account.state != AccountState::Disconnected)
        {
            let (feeds, id) = (tx.feeds(account.id)?, account.id.to_string());
            known.push(Known {
                missing_since: missing_since(&id),
                id,
                provider: account.provider.as_str(),
                label: account.label,
                needs_sign_in: account.state == AccountState::NeedsSignIn,
                feeds: feeds.into_iter().map(|(feed, health)| last_time(feed, &health, now)).collect(),
            });
        }
        Ok(known)
    });
    let (bar, clock) = (desk.status(), Clock::of(&desk));
    desk.stop().await;
    let bar = bar?;
    views?;
    let accounts = known.map_err(|_| {
        Failure::new(Exit::Storage, "not_readable", "What is known of the accounts cannot be read.")
    })?;
    let health = Health { counts: bar.counts, queued: bar.queued, accounts, now };
    say::result(options, &health, |health| lines(health, &clock))
}

fn last_time(feed: String, health: &FeedHealth, now: Timestamp) -> LastTime {
    LastTime {
        feed,
        up_to_date_at: health.ok_at,
        age_seconds: health.ok_at.map(|at| now.duration_since(at).as_secs()),
        behind_since: health.behind_since,
        failing: health.failing,
    }
}

fn lines(health: &Health, clock: &Clock) -> Vec<String> {
    let mut lines = vec![counted(&health.counts, health.queued)];
    for account in &health.accounts {
        let sign_in = if account.needs_sign_in { "  has to be signed in again" } else { "" };
        lines.push(format!("{}  {}{sign_in}", account.provider, account.label));
        if let Some(since) = account.missing_since {
            let at = clock.at(since);
            lines.push(format!("    something that arrived at {at} could not be kept; look at the provider"));
        }
        if account.feeds.is_empty() {
            lines.push("    never asked".to_owned());
        }
        lines.extend(account.feeds.iter().map(|feed| format!("    {}: {}", feed.feed, said(feed, clock))));
    }
    lines
}

fn said(feed: &LastTime, clock: &Clock) -> String {
    let mut said = match (feed.up_to_date_at, feed.age_seconds) {
        (Some(at), Some(age)) => {
            format!("last up to date {}, {} by this computer's clock", clock.time(at), ago(age))
        }
        _ => "never up to date yet".to_owned(),
    };
    if let Some(failing) = feed.failing {
        let word = serde_json::to_value(failing).ok().and_then(|word| word.as_str().map(str::to_owned));
        said.push_str(&format!("; failed last time: {}", word.unwrap_or_default()));
    }
    said
}

fn ago(seconds: i64) -> String {
    match seconds {
        ..0 => "in the future".to_owned(),
        0..60 => "under a minute ago".to_owned(),
        60..3600 => format!("{} min ago", seconds / 60),
        3600..172_800 => format!("{} h ago", seconds / 3600),
        _ => format!("{} days ago", seconds / 86_400),
    }
}

/// Every page, index and the audit chain.
pub async fn check(options: &Options) -> Done {
    let desk = open::desk(options).await?;
    let report = desk.store().check();
    desk.stop().await;
    let report = report.map_err(|_| {
        Failure::new(Exit::Storage, "not_readable", "The database cannot be read to its end.")
    })?;
    let value = serde_json::json!({
        "sound": report.is_sound(),
        "bad_pages": report.bad_pages,
        "complaints": report.complaints,
        "audit_breaks_at": report.audit_breaks_at,
        "commits": report.commits,
    });
    say::result(options, &value, |_| {
        vec![if report.is_sound() {
            format!("Sound. {} commits so far.", report.commits)
        } else {
            let audit = report.audit_breaks_at.map_or_else(
                || "the audit log is whole".to_owned(),
                |entry| format!("the audit log breaks at entry {entry}"),
            );
            format!("{} bad pages, {} complaints, {audit}.", report.bad_pages, report.complaints)
        }]
    })?;
    if report.is_sound() {
        Ok(())
    } else {
        Err(Failure::new(
            Exit::NotSound,
            "not_sound",
            "Keep a copy of the folder as it is, and ask for help.",
        )
        .after_result())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(ok_at: Option<&str>, failing: Option<FailureKind>) -> String {
        let now = "2026-11-24T12:45:30Z".parse().expect("a time");
        let ok_at = ok_at.map(|at| at.parse().expect("a time"));
        let health = FeedHealth { ok_at, failing, ..FeedHealth::default() };
        said(&last_time("messages".to_owned(), &health, now), &Clock::in_zone("UTC"))
    }

    #[test]
    fn the_last_good_moment_is_told_with_its_age_and_never_called_now() {
        assert_eq!(
            told(Some("2026-11-24T09:41:00Z"), None),
            "last up to date 2026-11-24 09:41, 3 h ago by this computer's clock"
        );
        assert_eq!(
            told(Some("2026-11-24T12:41:00Z"), Some(FailureKind::Offline)),
            "last up to date 2026-11-24 12:41, 4 min ago by this computer's clock; failed last time: offline"
        );
        assert_eq!(told(None, None), "never up to date yet");
        assert_eq!(ago(-5), "in the future");
        assert_eq!(ago(59), "under a minute ago");
        assert_eq!(ago(172_800), "2 days ago");
    }
}
