//! The desk: what the running core does.

pub mod views;
