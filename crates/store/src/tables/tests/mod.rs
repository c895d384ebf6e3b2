//! What the tables promise, on a real encrypted file.

mod again;
mod automatic;
mod counting;
mod desk;
mod figures;
mod found;
mod inbound;
mod late_files;
mod opt_out;
mod outbox;
mod phone;
mod plans;
mod reviewing;
mod scheduling;
mod sending;
mod set_back;
mod shuffled;
mod standing;
mod writing;
