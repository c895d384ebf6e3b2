//! placeholder

pub mod sealed;
pub mod search;
