//! From the model's and the store's words to the window's, in one place, so that the screen and the rules can change
//! without each other.

mod address;
mod words;

pub use address::shown_address;
pub use words::{
    call_end, failure_code, failure_view, file_kind, grant, hold_view, progress, upstream, window_view,
};
