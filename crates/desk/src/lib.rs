//! The desk: what the running core does.

pub mod clock;
pub mod dice;
pub mod feed;
pub mod logging;
pub mod media;
pub mod tasks;
pub mod views;
