//! News about messages: statuses and taking back. Each may come before the message it is about; then it waits
//! for it.

use anteroom_model::{AccountId, DeliveryStatus, MessageId, ProviderCode, StatusUpdate, Unsend};
use jiff::Timestamp;
use rusqlite::params;

use super::item::{ProviderKey, Sort, provider_key};
use crate::codes::Coded;
use crate::column::{Fields, ms};
use crate::sealed::SealedFile;
use crate::{Position, Result, WriteTx};

/// What became of an unsend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The message, if it is here.
    pub message: Option<MessageId>,
    /// Sealed files that have no row any more; to be removed after the commit.
    pub files: Vec<SealedFile>,
}

/// A status with its circumstances.
#[derive(Clone, Copy)]
struct News {
    status: DeliveryStatus,
    at: Timestamp,
    code: Option<ProviderCode>,
    is_last: bool,
}

impl WriteTx<'_> {
    /// News about a message of ours; whether anything changed. A status never moves backwards.
    pub fn apply_status(&mut self, account: AccountId, update: &StatusUpdate) -> Result<bool> {
        let key = provider_key(account, Sort::Message, &update.provider_id);
        let news = News { status: update.status, at: update.at, code: update.code, is_last: update.is_last };
        match self.item_by_key(key)? {
            Some(pos) => self.advance(pos, news),
            None => {
                self.keep_early(key, news)?;
                Ok(true)
            }
        }
    }

    fn advance(&mut self, pos: Position, news: News) -> Result<bool> {
        let Some(status) = self
            .value::<Option<i64>>("SELECT status FROM item WHERE pos = ?1", [pos])?
            .flatten()
            .map(DeliveryStatus::of)
            .transpose()?
        else {
            return Ok(false); // Not a message of ours.
        };
        let next = status.advance(news.status);
        if next.is_final() || news.is_last {
            self.execute(
                "UPDATE item SET next_status_at = NULL WHERE pos = ?1 AND next_status_at IS NOT NULL",
                [pos],
            )?;
        }
        if next == status {
            return Ok(false);
        }
        let code = news.code.filter(|_| next == DeliveryStatus::Failed);
        self.change(
            "UPDATE item SET status = ?2, status_at = ?3, code = ?4, subcode = ?5 WHERE pos = ?1",
            params![
                pos,
                next.code(),
                ms(news.at),
                code.map(|code| code.code),
                code.and_then(|code| code.subcode)
            ],
        )?;
        self.set_role(pos)?;
        Ok(true)
    }

    /// A status that came with the message itself.
    pub(super) fn advance_status(
        &mut self,
        pos: Position,
        status: DeliveryStatus,
        at: Timestamp,
    ) -> Result<bool> {
        self.advance(pos, News { status, at, code: None, is_last: false })
    }

    fn keep_early(&mut self, key: ProviderKey, news: News) -> Result<()> {
        let known = self
            .value::<i64>("SELECT status FROM early_status WHERE target_key = ?1", [key])?
            .map(DeliveryStatus::of)
            .transpose()?;
        let status = known.map_or(news.status, |known| known.advance(news.status));
        self.execute(
            "INSERT INTO early_status (target_key, status, at, code, subcode, is_last) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (target_key) DO UPDATE SET status = excluded.status, at = excluded.at,
               code = excluded.code, subcode = excluded.subcode, is_last = max(is_last, excluded.is_last)
             WHERE status <> excluded.status",
            params![
                key,
                status.code(),
                ms(news.at),
                news.code.map(|code| code.code),
                news.code.and_then(|code| code.subcode),
                news.is_last
            ],
        )?;
        Ok(())
    }

    /// Applies what came before the message did. Called when an item has got its provider's id.
    pub(super) fn apply_early(&mut self, pos: Position, key: ProviderKey) -> Result<()> {
        let came_early: i64 = self.required(
            "SELECT EXISTS (SELECT 1 FROM early_status WHERE target_key = ?1)
                 OR EXISTS (SELECT 1 FROM early_unsend WHERE target_key = ?1)",
            [key],
        )?;
        if came_early == 0 {
            return Ok(());
        }
        let early = self.one(
            "SELECT status, at, code, subcode, is_last FROM early_status WHERE target_key = ?1",
            [key],
            |row| {
                let mut row = Fields::of(row);
                Ok(News {
                    status: row.coded()?,
                    at: row.time()?,
                    code: row.provider_code()?,
                    is_last: row.flag()?,
                })
            },
        )?;
        if let Some(news) = early {
            self.advance(pos, news)?;
            self.execute("DELETE FROM early_status WHERE target_key = ?1", [key])?;
        }
        if self.execute("DELETE FROM early_unsend WHERE target_key = ?1", [key])? > 0 {
            self.empty(pos)?;
        }
        Ok(())
    }

    /// The author took a message back: its words and files go, its place and time stay.
    pub fn take_back(&mut self, account: AccountId, unsend: &Unsend) -> Result<TakenBack> {
        let key = provider_key(account, Sort::Message, &unsend.target);
        let Some(pos) = self.item_by_key(key)? else {
            self.execute("INSERT INTO early_unsend (target_key) VALUES (?1) ON CONFLICT DO NOTHING", [key])?;
            return Ok(TakenBack { message: None, files: Vec::new() });
        };
        let files = self.empty(pos)?;
        self.forget_reacting(key)?;
        let id: [u8; 16] = self.required("SELECT id FROM item WHERE pos = ?1", [pos])?;
        Ok(TakenBack { message: Some(MessageId::from_uuid(uuid::Uuid::from_bytes(id))), files })
    }

    fn empty(&mut self, pos: Position) -> Result<Vec<SealedFile>> {
        let files = self.delete_attachments_of(pos)?;
        self.execute(
            "UPDATE item SET taken_back = 1, body = '', extra = NULL, file_names = '', files = 0
             WHERE pos = ?1 AND taken_back = 0",
            [pos],
        )?;
        let conversation = self.conversation_of_item(pos)?;
        self.touch_conversation(conversation);
        Ok(files)
    }
}
