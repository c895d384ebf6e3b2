//! What the window may ask. One file per noun; a command is a line or two over the desk.
//!
//! Holds: arguments are treated as if a stranger had sent them (the desk checks ids, lengths and states); an answer is
//! a view or a [`WireError`], never a text made here.

pub mod accounts;
pub mod app;
pub mod automatic;
pub mod calls;
pub mod contacts;
pub mod dock;
pub mod files;
pub mod hours;
pub mod inbox;
pub mod insights;
pub mod keys;
pub mod links;
pub mod outbox;
pub mod patients;
pub mod people;
pub mod reactions;
pub mod reading;
pub mod review;
pub mod saved;
pub mod schedule;
pub mod search;
pub mod staff;
pub mod triage;

use anteroom_desk::views::WireError;

use crate::shell::Shell;

/// The shell, as a command gets it.
pub type Here<'a> = tauri::State<'a, Shell>;

/// What a command answers.
pub type Answer<T = ()> = Result<T, WireError>;
