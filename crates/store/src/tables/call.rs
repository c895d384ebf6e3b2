//! Telephone calls, in the timeline.

use anteroom_model::{
    AccountId, CallDirection, CallId, CallOutcome, CallRecord, ConversationId, Direction, MessageKind,
    Origin, StaffId,
};
use jiff::Timestamp;
use rusqlite::params;

use super::item::{Files, NewItem, Sort, provider_key};
use super::message::{Bare, COLUMNS, TABLES, bare};
use crate::codes::{Coded, ItemKind, Role};
use crate::column::{Fields, ms};
use crate::{Conflict, Position, ReadTx, RecordingRow, Result, StoreError, WriteTx};

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub struct CallRow {
    /// Id.
    pub id: CallId,
    /// Its place; `position.at()` is when it began.
    pub position: Position,
    /// Where it belongs.
    pub conversation: ConversationId,
    /// The provider's id.
    pub provider_id: String,
    /// Who rang.
    pub direction: CallDirection,
    /// How it ended.
    pub outcome: CallOutcome,
    /// Seconds people talked.
    pub talk_seconds: u32,
    /// Seconds it rang, if known.
    pub ring_seconds: Option<u32>,
    /// Who placed it from this desk.
    pub by: Option<StaffId>,
    /// What was recorded.
    pub recordings: Vec<RecordingRow>,
}

impl ReadTx<'_> {
    /// One call.
    pub fn call(&self, id: CallId) -> Result<Option<CallRow>> {
        let found = self.one(
            &format!("SELECT {COLUMNS} FROM {TABLES} WHERE i.id = ?1 AND i.kind = 1"),
            [id.as_bytes()],
            bare,
        )?;
        found.map(|bare| self.whole_call(bare)).transpose()
    }

    /// The call that the provider calls so.
    pub fn call_by_provider(&self, account: AccountId, provider_id: &str) -> Result<Option<CallRow>> {
        let found = self.one(
            &format!("SELECT {COLUMNS} FROM {TABLES} WHERE i.provider_key = ?1 AND i.kind = 1"),
            [provider_key(account, Sort::Call, provider_id)],
            bare,
        )?;
        found.map(|bare| self.whole_call(bare)).transpose()
    }

    /// Whose call it is that staff are busy with: the newest one from outside that still goes on or went on after
    /// `recently`. Calls that began before `longest` are not looked at: no telephone call takes so long.
    pub fn newest_caller(
        &self,
        recently: Timestamp,
        longest: Timestamp,
    ) -> Result<Option<(ConversationId, Timestamp)>> {
        self.one(
            "SELECT n.id, c.pos FROM call c JOIN item i ON i.pos = c.pos JOIN conversation n ON n.row = i.conversation
             WHERE c.pos >= ?1 AND i.listed = 1 AND i.direction = 0
               AND (c.outcome < 2
                    OR (c.pos >> 20) + (c.talk_seconds + coalesce(c.ring_seconds, 0)) * 1000 >= ?2)
             ORDER BY c.pos DESC LIMIT 1",
            params![Position::first_at(longest), ms(recently)],
            |row| {
                let mut row = Fields::of(row);
                Ok((row.id(ConversationId::from_uuid)?, row.get::<Position>()?.at()))
            },
        )
    }

    pub(super) fn whole_call(&self, bare: Bare) -> Result<CallRow> {
        let key = bare.key.ok_or(StoreError::BadRow)?;
        let message = bare.message;
        let recordings = self.recordings_of(key)?;
        self.one(
            "SELECT outcome, talk_seconds, ring_seconds FROM call WHERE pos = ?1",
            [message.position],
            |row| {
                let mut row = Fields::of(row);
                Ok(CallRow {
                    id: CallId::from_uuid(message.id.uuid()),
                    position: message.position,
                    conversation: message.conversation,
                    provider_id: message.provider_id.unwrap_or_default(),
                    direction: match message.direction {
                        Direction::Inbound => CallDirection::Inbound,
                        Direction::Outbound => CallDirection::Outbound,
                    },
                    outcome: row.coded()?,
                    talk_seconds: row.get()?,
                    ring_seconds: row.get()?,
                    by: message.staff,
                    recordings,
                })
            },
        )?
        .ok_or(StoreError::BadRow)
    }
}

impl WriteTx<'_> {
    /// A call, or news about one. A call that is over does not ring again; how it ended may be corrected.
    pub fn upsert_call(
        &mut self,
        account: AccountId,
        conversation: ConversationId,
        call: &CallRecord,
    ) -> Result<CallId> {
        let place = self.place_in(conversation)?;
        if self.account_key(account)? != place.account {
            return Err(Conflict::OtherAccount.into());
        }
        let key = provider_key(account, Sort::Call, &call.provider_id);
        if let Some(pos) = self.item_by_key(key)? {
            return self.renew_call(pos, call);
        }
        self.note_news(place.account, place.channel, call.started_at)?;
        let by: Option<i64> = self.value("SELECT staff FROM placed_call WHERE call_key = ?1", [key])?;
        let pos = self.free_place(call.started_at)?;
        let id = self.fresh(CallId::at);
        let outbound = call.direction == CallDirection::Outbound;
        self.put_item(
            place,
            &NewItem {
                pos,
                id: id.uuid(),
                kind: ItemKind::Call,
                listed: true,
                direction: if outbound { Direction::Outbound } else { Direction::Inbound },
                origin: match (outbound, by) {
                    (false, _) => Origin::Patient,
                    (true, Some(_)) => Origin::Desk,
                    (true, None) => Origin::Elsewhere,
                },
                staff: by,
                rule: None,
                role: Role::None,
                turn: pos.0,
                provider: Some((&call.provider_id, key)),
                content_kind: MessageKind::Text,
                body: "",
                extra: None,
                reply_to: None,
                files: Files::default(),
                taken_back: false,
                status: None,
                sent_at: None,
                shadow_of: None,
            },
        )?;
        self.change(
            "INSERT INTO call (pos, outcome, started_at, talk_seconds, ring_seconds) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![pos, call.outcome.code(), ms(call.started_at), call.talk_seconds, call.ring_seconds],
        )?;
        self.join_recordings(key, pos)?;
        Ok(id)
    }

    fn renew_call(&mut self, pos: Position, call: &CallRecord) -> Result<CallId> {
        let (outcome, id) = self
            .one(
                "SELECT c.outcome, i.id FROM call c JOIN item i ON i.pos = c.pos WHERE c.pos = ?1",
                [pos],
                |row| {
                    let mut row = Fields::of(row);
                    Ok((row.coded::<CallOutcome>()?, row.id(CallId::from_uuid)?))
                },
            )?
            .ok_or(StoreError::NotFound)?;
        if !outcome.is_over() || call.outcome.is_over() {
            let changed = self.execute(
                "UPDATE call SET outcome = ?2, talk_seconds = ?3, ring_seconds = coalesce(?4, ring_seconds)
                 WHERE pos = ?1 AND (outcome, talk_seconds, ring_seconds) IS NOT (?2, ?3, coalesce(?4, ring_seconds))",
                params![pos, call.outcome.code(), call.talk_seconds, call.ring_seconds],
            )?;
            if changed > 0 {
                self.set_role(pos)?;
            }
        }
        Ok(id)
    }

    /// Somebody at this desk placed a call; the provider will list it.
    pub fn call_placed(&mut self, account: AccountId, provider_id: &str, by: StaffId) -> Result<()> {
        let key = provider_key(account, Sort::Call, provider_id);
        let staff = self.staff_key(by)?;
        self.execute(
            "INSERT INTO placed_call (call_key, staff, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            params![key, staff, ms(self.now())],
        )?;
        if let Some(pos) = self.item_by_key(key)? {
            self.change(
                "UPDATE item SET staff = ?2, origin = ?3 WHERE pos = ?1",
                params![pos, staff, Origin::Desk.code()],
            )?;
            let conversation = self.conversation_of_item(pos)?;
            self.touch_conversation(conversation);
        }
        Ok(())
    }
}
