//! Logs that cannot carry a patient: a list of allowed field names, and everything else is dropped.
//!
//! Holds: a line has a time, a level, the module, and allowed fields whose values look like codes. Message texts,
//! other fields, and values with spaces or letters beyond ASCII never reach the file. The same goes for lines of other
//! crates, of which only warnings are taken. A panic leaves its place in the source and not its words.
//! Refused: masking what looks like a name or number (it finds what it knows and lets the rest through).
//! On a crash: a line is written whole or not at all; old files go after fourteen days.

mod files;
mod layer;
mod panic;

use std::path::Path;
use std::sync::Arc;

use anteroom_model::Clock;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::{Layer, SubscriberExt};
use tracing_subscriber::util::{SubscriberInitExt, TryInitError};

pub use files::LogFiles;
pub use layer::AllowList;
pub use panic::report_places_only;

/// Starts logging into `folder` for the whole process: our crates from INFO on, others from WARN on.
///
/// # Errors
/// When the process has a subscriber already.
pub fn start(folder: &Path, clock: Arc<dyn Clock>) -> Result<LogFiles, TryInitError> {
    let files = LogFiles::in_folder(folder, clock.clone());
    let layer = AllowList::new(files.clone(), clock.clone()).with_filter(which());
    tracing_subscriber::registry().with(layer).try_init()?;
    report_places_only(files.clone(), clock);
    Ok(files)
}

fn which() -> Targets {
    Targets::new().with_default(LevelFilter::WARN).with_target("anteroom", LevelFilter::INFO)
}
