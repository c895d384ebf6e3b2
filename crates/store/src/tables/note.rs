//! Notes for staff, in the timeline.

use anteroom_model::{ConversationId, Direction, MessageKind, NoteId, Origin, Phi, StaffId};

use super::item::{Files, NewItem};
use super::mention::MentionRow;
use super::message::Bare;
use crate::codes::{ItemKind, Role};
use crate::{Position, Result, StoreError, WriteTx};

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// Id.
    pub id: NoteId,
    /// Its place.
    pub position: Position,
    /// The words.
    pub text: Phi<String>,
    /// Who wrote it.
    pub by: StaffId,
    /// Whom it names.
    pub mentions: Vec<MentionRow>,
    /// It was written while looking through conversations.
    pub of_review: bool,
}

impl NoteRow {
    pub(super) fn of(bare: Bare, mentions: Vec<MentionRow>, of_review: bool) -> Result<Self> {
        Ok(Self {
            id: NoteId::from_uuid(bare.message.id.uuid()),
            position: bare.message.position,
            text: Phi::new(bare.body),
            by: bare.message.staff.ok_or(StoreError::BadRow)?,
            mentions,
            of_review,
        })
    }
}

impl WriteTx<'_> {
    /// Writes a note down, after everything that is there; whom it names has it to read.
    pub fn add_note(
        &mut self,
        conversation: ConversationId,
        by: StaffId,
        text: &Phi<String>,
    ) -> Result<NoteId> {
        let place = self.place_in(conversation)?;
        let staff = self.staff_key(by)?;
        let pos = self.place_after_all(place.conversation)?;
        let id = self.fresh(NoteId::at);
        self.put_item(
            place,
            &NewItem {
                pos,
                id: id.uuid(),
                kind: ItemKind::Note,
                listed: true,
                direction: Direction::Outbound,
                origin: Origin::Desk,
                staff: Some(staff),
                rule: None,
                role: Role::None,
                turn: pos.0,
                provider: None,
                content_kind: MessageKind::Text,
                body: text.reveal(),
                extra: None,
                reply_to: None,
                files: Files::default(),
                taken_back: false,
                status: None,
                sent_at: None,
                shadow_of: None,
            },
        )?;
        self.put_mentions(place, pos, by, text.reveal())?;
        Ok(id)
    }
}
