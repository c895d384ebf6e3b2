//! What only Twilio has, shown against the simulator over real HTTP: the telephone, templates, opting out, failures that
//! come after "taken", and lists that shift, repeat and reach back for weeks.

mod account;
mod desk;
mod phone;
mod reading;
mod sending;
