//! The outbox.
mod fit;
pub use fit::{Fits, Load, Misfit, fits};
