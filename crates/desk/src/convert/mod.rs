//! From the model's and the store's words to the window's, in one place, so that the screen and the rules can change
//! without each other.

mod address;
mod delivery;
mod reactions;
mod rows;
mod timeline;
mod words;

pub use address::{as_people_write, marked_as_people_write, shown_address};
pub use delivery::Around;
pub use rows::{counts, head, inbox_row, shown_name, window_of};
pub use timeline::{attachment, item};
pub use words::{
    call_code, call_end, failure_code, failure_view, file_kind, grant, park_view, progress, upstream,
    window_view,
};
