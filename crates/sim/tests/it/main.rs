//! The simulator as a client meets it: over HTTP, by the clock.

mod clinic;
mod control;
mod faults;
mod instagram_read;
mod instagram_send;
mod phone;
mod scenario;
mod twilio_lists;
mod twilio_send;
