//! What a file really is, by its bytes, and what can be shown of it safely.
//!
//! Holds: the kind and type come from the bytes, never from a name or from what a provider says; a picture is decoded
//! only below forty megapixels; what leaves here for the screen (thumbnails) is re-encoded and carries no place,
//! camera or time. A file that cannot be read stays a file that can be saved.
//! Refused: showing SVG, PDF or office files inside (they can run or fetch things); audio libraries for every codec
//! (the web view plays; only length and, for plain recordings, loudness are read here).

mod picture;
mod sniff;
mod sound;
mod wav;

pub use picture::{Picture, picture};
pub use sniff::{Sniffed, sniff};
pub use sound::{Sound, sound};
