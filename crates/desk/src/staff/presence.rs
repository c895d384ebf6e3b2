//! Who else is on a conversation, as far as this computer knows.

use anteroom_model::{ConversationId, StaffId};
use anteroom_store::{OtherRow, ReadTx, StaffRow, StoreError};

use crate::core::Core;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::reading::draft_view;
use crate::views::{DraftView, OtherView, WireError, WritingView};

/// How a conversation comes in front of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// They opened it, and read the notes that name them.
    ByHand,
    /// It stood open when they sat down: a note that names them may be far from what is in view, and nobody would tell
    /// them of it any more.
    StoodOpen,
}

/// A conversation is opened: what nobody opened is opened now, whoever sits here has looked and has read the notes that
/// name them. Writes only what changed; alone at the desk there is nobody to tell about a look.
pub(crate) async fn look(core: &Core, id: ConversationId, how: Opening) -> Result<(), Fault> {
    // It is also read anew after a burst of news, with nobody there.
    if how == Opening::StoodOpen && !core.notices.is_looking() {
        return Ok(());
    }
    let me = core.staff().id;
    let (unopened, looks, named) = core.read(|tx| {
        let row = tx.conversation(id)?.ok_or(StoreError::NotFound)?;
        let looks = tx.staff()?.len() > 1 && tx.looks_anew(id, me)?;
        let named = how == Opening::ByHand && tx.is_mentioned(id, me)?;
        Ok((row.unopened, looks, named))
    })?;
    if !(unopened || looks || named) {
        return Ok(());
    }
    let written = core.write(move |tx| {
        if unopened {
            tx.mark_opened(id)?;
        }
        if looks {
            tx.look(id, me)?;
        }
        if named { tx.mentions_seen(id, me) } else { Ok(()) }
    });
    // A disk that cannot be written must not keep anybody from reading.
    if written.await.is_err() {
        tracing::warn!(event = "not_marked_opened");
    }
    Ok(())
}

/// Everybody else on a conversation; whoever was there last comes first.
pub(crate) fn others(rows: Vec<OtherRow>, staff: &[StaffRow]) -> Vec<OtherView> {
    let view = |row: OtherRow| {
        let who = staff.iter().find(|one| one.id == row.staff)?;
        Some(OtherView {
            staff: who.id.to_string(),
            name: who.name.clone(),
            initials: who.initials.clone(),
            colour: u32::from(who.colour),
            writing: row.writing.map(|(since, last)| WritingView {
                name: who.name.clone(),
                since: since.into(),
                last: last.into(),
            }),
            looked_at: row.looked_at.map(Into::into),
        })
    };
    rows.into_iter().filter_map(view).collect()
}

/// Whether `me` has a draft here, and who else wrote an answer last.
pub(crate) fn writing(
    tx: &ReadTx<'_>,
    conversation: ConversationId,
    me: StaffId,
    staff: &[StaffRow],
) -> Result<(bool, Option<WritingView>), StoreError> {
    let draft = tx.draft(conversation, me)?;
    let mine = !draft.words.reply.reveal().is_empty()
        || !draft.words.note.reveal().is_empty()
        || !draft.files.is_empty();
    let found = others(tx.others_on(conversation, me)?, staff);
    Ok((mine, found.into_iter().filter_map(|other| other.writing).max_by_key(|writing| writing.last)))
}

impl Desk {
    /// The newest note of a conversation that names whoever sits at the desk was in view.
    ///
    /// # Errors
    /// When there is no such conversation.
    pub async fn mention_read(&self, conversation: &str) -> Result<(), WireError> {
        let (id, me) = (parsed::<ConversationId>(conversation)?, self.core.staff().id);
        let read = self.core.write(move |tx| tx.mentions_seen(id, me));
        Ok(read.await.map_err(Fault::from)?)
    }

    /// What somebody else wrote here and did not send, to be looked at and taken over. It stays theirs.
    ///
    /// # Errors
    /// When there is no such conversation or person.
    pub fn draft_of(&self, conversation: &str, staff: &str) -> Result<DraftView, WireError> {
        let (id, staff) = (parsed::<ConversationId>(conversation)?, parsed::<StaffId>(staff)?);
        let draft = self.core.read(|tx| tx.draft(id, staff)).map_err(Fault::from)?;
        Ok(draft_view(draft))
    }
}
