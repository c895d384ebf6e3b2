//! Where something stands in a timeline.

use jiff::Timestamp;
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// A place in a timeline: the provider's time in ms, shifted by twenty bits, plus a sequence for what happened in the
/// same millisecond. It is the row id, so its order is time order, and the same item keeps it for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position(pub i64);

const BITS: u32 = 20;
/// The last millisecond that fits (in the year 2248).
const LAST_MS: i64 = (1 << 43) - 1;

impl Position {
    /// The first place of the millisecond of `at`. Times before 1970 or after 2248 are a provider's fault and count
    /// as the nearest time that fits.
    pub fn first_at(at: Timestamp) -> Self {
        Self(at.as_millisecond().clamp(0, LAST_MS) << BITS)
    }

    /// The last millisecond there is: a time that never comes.
    pub const NEVER: Self = Self(LAST_MS << BITS);

    /// Whether this is a time that never comes.
    pub const fn is_never(self) -> bool {
        self.0 >> BITS == LAST_MS
    }

    /// A place in the same millisecond that no other row has, as long as there are fewer than a million rows.
    pub(crate) const fn beside(self, row: i64) -> Self {
        Self(self.0 | (row & ((1 << BITS) - 1)))
    }

    /// The last place of that millisecond.
    pub(crate) const fn last_of_ms(self) -> Self {
        Self(self.0 | ((1 << BITS) - 1))
    }

    /// The time, to the millisecond.
    pub fn at(self) -> Timestamp {
        Timestamp::from_millisecond(self.0 >> BITS).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl ToSql for Position {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Position {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i64::column_result(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn place_order_is_time_order(a in 0i64..LAST_MS, b in 0i64..LAST_MS) {
            let place = |ms| Position::first_at(Timestamp::from_millisecond(ms).unwrap());
            prop_assert_eq!(a.cmp(&b), place(a).cmp(&place(b)));
            prop_assert_eq!(place(a).at().as_millisecond(), a);
            prop_assert_eq!(place(a).last_of_ms().at().as_millisecond(), a);
        }
    }

    #[test]
    fn absurd_times_are_kept_within_what_fits() {
        assert_eq!(Position::first_at(Timestamp::MIN), Position(0));
        assert!(Position::first_at(Timestamp::MAX).last_of_ms().0 > 0);
    }
}
