//! Puts a desk together from its real parts, for the programs at the top: the window and `anteroom-admin`.
//!
//! Holds: this is the one place that knows the desk, the connectors and the operating system's keychain at once.
//! Refused: leaving this to each program; two ways of choosing a key or a data folder would sooner or later differ.
//! On a crash: nothing to recover, nothing is kept here.

mod connectors;
mod keychain;
mod places;

pub use anteroom_assist::Languages;
pub use connectors::RealConnectors;
pub use keychain::Keychain;
pub use places::{Places, data_folder};
