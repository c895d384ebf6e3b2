//! Settings: JSON by key.

use rusqlite::params;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::column::{from_json, to_json};
use crate::{ReadTx, Result, Topic, WriteTx};

impl ReadTx<'_> {
    /// A setting, if it was ever made.
    pub fn setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        let json: Option<String> = self.value("SELECT json FROM setting WHERE key = ?1", [key])?;
        json.map(|json| from_json(&json)).transpose()
    }
}

impl WriteTx<'_> {
    /// Keeps a setting.
    pub fn put_setting<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<()> {
        self.execute(
            "INSERT INTO setting (key, json) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET json = excluded.json",
            params![key, to_json(value)?],
        )?;
        self.touch(Topic::Settings);
        Ok(())
    }

    /// Forgets a setting.
    pub fn delete_setting(&mut self, key: &str) -> Result<()> {
        self.execute("DELETE FROM setting WHERE key = ?1", [key])?;
        self.touch(Topic::Settings);
        Ok(())
    }
}
