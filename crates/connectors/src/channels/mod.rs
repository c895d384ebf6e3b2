//! One folder per provider, with the same file names in each.

pub mod instagram;
pub mod twilio;
