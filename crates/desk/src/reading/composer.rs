//! The dock of a conversation: what can be written here and now.

use anteroom_model::{ChannelKind, Phi, TextMeasure};
use anteroom_store::{ConversationRow, DraftRow};

use crate::convert::file_kind;
use crate::core::Core;
use crate::fault::Fault;
use crate::views::{AttachmentLimitView, ComposerView, DraftFile, DraftView, SendLater, TextLimitView};

pub(crate) fn composer(core: &Core, row: &ConversationRow) -> Result<ComposerView, Fault> {
    let (draft, opted_out) = core
        .read(|tx| Ok((tx.draft(row.id, core.staff().id)?, tx.opted_out(row.identity, &row.own_address)?)))?;
    let line = core.lines.of(row.account);
    let can = line.as_ref().map(|line| line.connector.capabilities(row.channel));
    // A patient who writes texts or on WhatsApp can be rung too, if the account has a telephone.
    let can_call = row.channel.is_by_number()
        && line.as_ref().is_some_and(|line| {
            line.channels().contains(&ChannelKind::Phone)
                && line.connector.capabilities(ChannelKind::Phone).call
        });
    Ok(ComposerView {
        text_limit: can.as_ref().and_then(|can| can.text).map(|limit| TextLimitView {
            most: u32::try_from(limit.most).unwrap_or(u32::MAX),
            bytes: limit.measure == TextMeasure::Bytes,
        }),
        attachments: can
            .iter()
            .flat_map(|can| &can.attachments)
            .map(|limit| AttachmentLimitView {
                kind: file_kind(limit.kind),
                mime: limit.mime.clone(),
                most_bytes: limit.most_bytes,
            })
            .collect(),
        templates: can.as_ref().is_some_and(|can| can.templates),
        can_call,
        can_quote: can.as_ref().is_some_and(|can| can.quote),
        can_react: can.as_ref().is_some_and(|can| can.react),
        opted_out,
        connected: line.is_some(),
        draft: draft_view(draft),
    })
}

pub(crate) fn draft_view(row: DraftRow) -> DraftView {
    DraftView {
        reply: row.words.reply.into_inner(),
        note: row.words.note.into_inner(),
        files: row
            .files
            .into_iter()
            .map(|file| DraftFile {
                id: file.id.to_string(),
                name: file.file_name.map(Phi::into_inner).unwrap_or_default(),
                kind: file_kind(file.kind),
                size: file.size.unwrap_or(0),
            })
            .collect(),
        quote: row.words.quote.map(|id| id.to_string()),
        later: row
            .words
            .later
            .map(|later| SendLater { at: later.at.into(), unless_they_write: later.unless_they_write }),
    }
}
