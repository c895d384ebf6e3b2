//! The test clinic: a real encrypted store in a temporary folder, the real connectors over real HTTP against the
//! simulator, and a clock that stands still until it is moved.
//!
//! Holds: nothing waits for time to pass. The desk is run by hand: [`Clinic::settle`] takes every turn that is due,
//! [`Clinic::advance`] moves the clock from one due time to the next. The tests speak of patients and staff.
//! Refused: mocks of the store or of a provider. What is shown here is shown with the parts that ship.

mod brisk;
mod clinic;
mod house;
mod look;
mod vault;

pub use brisk::Brisk;
pub use clinic::{Clinic, hours, marlow_street, minutes, seconds};
pub use house::{House, practice, setup};
pub use look::Heard;
pub use vault::TestVault;
