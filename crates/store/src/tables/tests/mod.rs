//! What the tables promise, on a real encrypted file.

mod again;
mod counting;
mod inbound;
mod outbox;
mod opt_out;
mod outbox;
mod late_files;
mod phone;
mod plans;
mod sending;
mod shuffled;
mod standing;
