//! placeholder

pub mod sealed;
