//! How long people wait, when they write, and who answers: counted on this computer, from times and channels only.
//!
//! Holds: no word of a message is read for it. Counting happens away from the executor, on a reader, in chunks; the
//! window shows what is counted so far and says how far that is. It begins when somebody asks for the figures and not
//! before: a desk that never looks at them pays nothing.

mod counting;
mod export;
mod goals;
mod range;
mod sums;
mod view;

pub(crate) use counting::{Counting, apart, rules};
