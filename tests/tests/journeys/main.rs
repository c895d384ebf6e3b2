//! Journeys: what a front desk lives through, over real HTTP and the real encrypted file.

mod accounts;
mod again;
mod clock;
mod coming_in;
mod crash;
mod damage;
mod demo_again;
mod disk;
mod files;
mod first_run;
mod going_out;
mod insights;
mod late_replies;
mod live;
mod offline;
mod patients;
mod people_at_the_desk;
mod rights;
mod screen;
mod signed_out;
mod small_disk;
mod start_over;
mod storm;
mod telephone;
mod templates;
mod unclear;
