//! placeholder

mod error;
mod position;
pub mod sealed;
pub mod search;
pub use error::*;
pub use position::Position;
