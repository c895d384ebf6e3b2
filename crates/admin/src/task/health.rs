//! `health` and `check`.

use crate::exit::{Done, Exit, Failure};
use crate::options::Options;
use crate::task::mail::status_lines;
use crate::{open, say};

/// What the status bar says.
pub async fn health(options: &Options) -> Done {
    let desk = open::desk(options).await?;
    let bar = desk.status();
    desk.stop().await;
    say::result(options, &bar?, status_lines)
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
            format!(
                "{} bad pages, {} complaints, audit breaks at {:?}.",
                report.bad_pages, report.complaints, report.audit_breaks_at
            )
        }]
    })?;
    if report.is_sound() {
        Ok(())
    } else {
        Err(Failure::new(
            Exit::NotSound,
            "not_sound",
            "Restore a backup, or keep a copy of the folder and ask for help.",
        ))
    }
}
