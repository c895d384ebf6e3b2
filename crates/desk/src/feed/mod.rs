//! The feed.
mod diff;
pub use diff::{apply, row_patches, timeline_change};
