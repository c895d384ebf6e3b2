//! What a crash left in the folder of sealed files: half-written files, and whole ones whose row was never committed.
//!
//! Holds: swept once per start, before this start seals anything, because a file that is sealed and not yet in its row
//! looks left behind. Many files without a row are not the trace of a crash but of a database that was begun anew:
//! those stay, for whoever repairs the one that was moved aside.

use crate::core::Core;
use crate::fault::Fault;

/// A crash leaves no more than what was under way at once.
const MOST: usize = 24;

/// Waits until this start has swept.
pub(crate) async fn swept(core: &Core) {
    core.swept
        .get_or_init(|| async {
            let store = core.store.clone();
            let done = tokio::task::spawn_blocking(move || {
                let files = store.files();
                let swept = files
                    .sweep(|name| store.read(|tx| tx.is_sealed_file_known(name)).map_err(Fault::from))?;
                if swept.orphans.len() <= MOST {
                    for name in &swept.orphans {
                        files.remove(*name)?;
                    }
                }
                Ok::<_, Fault>((swept.parts_removed, swept.orphans.len()))
            });
            match done.await {
                Ok(Ok((0, 0))) => {}
                Ok(Ok((parts, orphans))) => tracing::info!(event = "swept", n = parts + orphans),
                Ok(Err(fault)) => tracing::warn!(event = "not_swept", status = fault.word()),
                Err(_) => tracing::warn!(event = "not_swept"),
            }
        })
        .await;
}
