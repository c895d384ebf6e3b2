//! The real window: the program that ships, driven by WebDriver on a display of its own, with a real Secret Service and
//! the simulator for a world. Each test is a story of a front desk.
//!
//! Holds: nothing here looks into the core. What staff would see is read from the page, what a patient would see from
//! the simulator. Waiting means asking the page until it says so, with a bound; no test sleeps.
//! Started by `cargo xtask test`; by itself with `ANTEROOM_APP=… cargo xtask inside -- cargo nextest run
//! -p anteroom-tests --profile desktop`. The module is called `desktop` because nextest knows these tests by that name.
//! Refused: a browser instead of the program (another engine, no scheme of ours, no policy of ours); clicks made by
//! script (they also hit what lies under something else).
#![cfg(target_os = "linux")]

mod eyes;
mod hands;
mod process;
mod rules;
mod spoken;
mod window;
mod world;

use window::{Home, Start, Window};
use world::World;

#[path = "stories"]
mod desktop {
    mod canary;
    mod contacts;
    mod corners;
    mod crash;
    mod demo;
    mod desk;
    mod finding;
    mod first_run;
    mod hours;
    mod insights;
    mod keyboard;
    mod keys;
    mod listening;
    mod looks;
    mod outcomes;
    mod patients;
    mod policy;
    mod reading;
    mod templates;
    mod triage;
    mod writing;
}
