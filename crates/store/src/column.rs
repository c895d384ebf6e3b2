//! Columns in and out: times as UTC milliseconds, ids as sixteen bytes, small enums as their numbers.
//!
//! A row is read from left to right in the order of its `COLUMNS` constant. Refused: reading by name, which searches
//! every name for every value and costs more than the row itself on a page of fifty.

use anteroom_model::{Phi, ProviderCode};
use jiff::Timestamp;
use rusqlite::Row;
use rusqlite::types::FromSql;
use uuid::Uuid;

use crate::codes::Coded;
use crate::{Result, StoreError};

/// A time as it is kept. One in the very last second there is, which only a provider's nonsense names, is kept as that
/// second's beginning: jiff reads no millisecond after it, and a list with a row that cannot be read is not shown at all.
pub(crate) fn ms(at: Timestamp) -> i64 {
    at.as_millisecond().min(Timestamp::MAX.as_second() * 1000)
}

pub(crate) fn time(ms: i64) -> Result<Timestamp> {
    Timestamp::from_millisecond(ms).map_err(|_| StoreError::BadRow)
}

pub(crate) fn to_json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| StoreError::BadRow)
}

pub(crate) fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| StoreError::BadRow)
}

/// The columns of a row, from left to right.
pub(crate) struct Fields<'r> {
    row: &'r Row<'r>,
    next: usize,
}

impl<'r> Fields<'r> {
    pub fn of(row: &'r Row<'r>) -> Self {
        Self { row, next: 0 }
    }

    pub fn get<T: FromSql>(&mut self) -> Result<T> {
        let at = self.next;
        self.next += 1;
        Ok(self.row.get(at)?)
    }

    pub fn id<T>(&mut self, wrap: fn(Uuid) -> T) -> Result<T> {
        Ok(wrap(Uuid::from_bytes(self.get()?)))
    }

    pub fn maybe_id<T>(&mut self, wrap: fn(Uuid) -> T) -> Result<Option<T>> {
        Ok(self.get::<Option<[u8; 16]>>()?.map(|bytes| wrap(Uuid::from_bytes(bytes))))
    }

    pub fn time(&mut self) -> Result<Timestamp> {
        time(self.get()?)
    }

    pub fn maybe_time(&mut self) -> Result<Option<Timestamp>> {
        self.get::<Option<i64>>()?.map(time).transpose()
    }

    pub fn flag(&mut self) -> Result<bool> {
        Ok(self.get::<i64>()? != 0)
    }

    pub fn coded<T: Coded>(&mut self) -> Result<T> {
        T::of(self.get()?)
    }

    pub fn maybe_coded<T: Coded>(&mut self) -> Result<Option<T>> {
        self.get::<Option<i64>>()?.map(T::of).transpose()
    }

    pub fn phi(&mut self) -> Result<Phi<String>> {
        Ok(Phi::new(self.get()?))
    }

    pub fn maybe_phi(&mut self) -> Result<Option<Phi<String>>> {
        Ok(self.get::<Option<String>>()?.map(Phi::new))
    }

    pub fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T> {
        from_json(&self.get::<String>()?)
    }

    pub fn maybe_json<T: serde::de::DeserializeOwned>(&mut self) -> Result<Option<T>> {
        self.get::<Option<String>>()?.map(|text| from_json(&text)).transpose()
    }

    /// `code`, `subcode`.
    pub fn provider_code(&mut self) -> Result<Option<ProviderCode>> {
        let code = self.get::<Option<i64>>()?;
        let subcode = self.get()?;
        Ok(code.map(|code| ProviderCode { code, subcode }))
    }
}
