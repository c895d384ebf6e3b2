//! Figures: counted a day at a time from the items, kept, and counted again where something changed.
//!
//! Holds: what is kept equals what a fresh count of the same items gives, as soon as nothing is marked; the marks are
//! made by triggers (see the schema) and, for new items, by `marks`, in the transaction of the change. Counting reads on a reader and writes what it
//! found in a short transaction, with the day marked as being counted before it is read: what lands meanwhile marks it
//! anew.
//! Refused: adding and subtracting where items are written (each new kind of event would be a new way to be wrong, and
//! every message would pay for a page that is rarely looked at).
//! On a crash: a day that was being counted is counted again.

mod asked;
mod count;
mod days;
mod kept;
mod marks;
mod missed;
mod waits;

pub use asked::{AskedReply, SlowReply};
pub use count::{DayCount, HourCount, StaffCount};
pub use days::{DayPlan, DueDay, FigureRules};
pub use missed::{CallBack, CallBackHow, MissedCall};
pub use waits::{LateWaits, Wait};
