//! Search, as the desk asks for it.

use anteroom_model::Query;
use jiff::tz::TimeZone;

use crate::{Found, Position, ReadTx, Result, search};

impl ReadTx<'_> {
    /// Finds what `query` asks for: people and conversations on the first page (`before` is `None`), and up to `limit`
    /// items older than `before`, newest first. Days of `before:` and `after:` begin where the clinic is.
    pub fn search(&self, query: &Query, limit: usize, before: Option<Position>) -> Result<Found> {
        // A zone that this computer does not know shifts days by some hours and loses nothing.
        let zone = TimeZone::get(&self.clinic()?.zone).unwrap_or(TimeZone::UTC);
        search::search(self.db(), query, &zone, limit, before)
    }
}
