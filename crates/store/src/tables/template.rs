//! The templates of an account, as the provider last listed them.

use anteroom_model::{AccountId, Template};
use jiff::Timestamp;
use rusqlite::params;

use crate::column::{Fields, ms, to_json};
use crate::{ReadTx, Result, Topic, WriteTx};

/// A kept list of templates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateCache {
    /// The templates.
    pub templates: Vec<Template>,
    /// When the provider gave them.
    pub read_at: Timestamp,
}

impl ReadTx<'_> {
    /// The kept list, if there ever was one.
    pub fn templates(&self, account: AccountId) -> Result<Option<TemplateCache>> {
        self.one(
            "SELECT t.json, t.read_at FROM template_list t JOIN account a ON a.row = t.account WHERE a.id = ?1",
            [account.as_bytes()],
            |row| {
                let mut row = Fields::of(row);
                Ok(TemplateCache { templates: row.json()?, read_at: row.time()? })
            },
        )
    }
}

impl WriteTx<'_> {
    /// Keeps a list in place of the one before.
    pub fn put_templates(&mut self, account: AccountId, templates: &[Template]) -> Result<()> {
        let account = self.account_key(account)?;
        self.execute(
            "INSERT INTO template_list (account, json, read_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (account) DO UPDATE SET json = excluded.json, read_at = excluded.read_at",
            params![account, to_json(templates)?, ms(self.now())],
        )?;
        self.touch(Topic::Templates);
        Ok(())
    }
}
