//! The bar at the bottom: what the desk can believe about this screen.

use crate::accounts::lines_for_bar;
use crate::core::Core;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::health::overall;
use crate::views::{Freshness, StatusBar, StatusChannel, WireError};

impl Desk {
    /// The status bar now.
    ///
    /// # Errors
    /// What the store says.
    pub fn status(&self) -> Result<StatusBar, WireError> {
        Ok(bar(&self.core)?)
    }
}

pub(crate) fn bar(core: &Core) -> Result<StatusBar, Fault> {
    let lines = lines_for_bar(core);
    let me = core.staff().id;
    let (counts, mentions, outbox) =
        core.read(|tx| Ok((tx.inbox_counts(None, None)?, tx.mentions_unseen(me)?, tx.outbox_counts()?)))?;
    let sentence = overall(&lines);
    let channels = lines.into_iter().map(|line| StatusChannel {
        channel: line.channel,
        account: line.account,
        freshness: if line.needs_sign_in { Freshness::Off } else { line.freshness },
    });
    Ok(StatusBar {
        overall: sentence,
        channels: channels.collect(),
        counts: crate::convert::counts(counts, mentions),
        queued: outbox.queued - outbox.scheduled,
        storage_trouble: core.health.storage_trouble(),
    })
}
