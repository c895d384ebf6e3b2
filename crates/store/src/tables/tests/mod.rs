//! What the tables promise, on a real encrypted file.

mod again;
mod automatic;
mod counting;
mod desk;
mod family;
mod figures;
mod figures_days;
mod found;
mod inbound;
mod late_files;
mod merging;
mod opt_out;
mod outbox;
mod paging;
mod phone;
mod plans;
mod plans_people;
mod reacting;
mod reviewing;
mod scheduling;
mod sending;
mod set_back;
mod shuffled;
mod standing;
mod writing;
