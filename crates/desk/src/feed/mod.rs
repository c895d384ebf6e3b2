//! The feed.
mod diff;
mod shown;
pub use diff::{apply, row_patches, timeline_change};
pub use shown::{ShownList, ShownTimeline};
