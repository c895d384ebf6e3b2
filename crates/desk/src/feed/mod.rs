//! What the core tells the window by itself.

mod diff;
mod hub;
mod shown;

pub use diff::{apply, row_patches, timeline_change};
pub use hub::Feed;
pub use shown::{Shown, ShownList, ShownTimeline};
