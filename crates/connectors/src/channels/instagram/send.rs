//! Writing: one message, and looking for one whose outcome nobody knows.
//!
//! Holds: [`Instagram::hand_over`] makes at most one call that a patient could see. Uploading a file is not one: until
//! a message names it, nobody does, so a failed upload is a definite failure whatever happened to it.

use anteroom_model::{
    Accepted, AttachmentKind, ConnectorError, Content, Direction, FailureKind, InboundMessage, Outgoing,
    OutgoingAttachment, OutgoingBody, Phi, Reconciled, RemoteThread, Retry, SendError, UnknownSend,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::Instagram;
use super::api::CallError;
use super::capability::{TEXT, attachment_limit};
use super::convert;
use super::failure;
use super::memory::HORIZON;
use super::payload::{List, Thread, read, read_list};
use super::uploads::Doubt;

/// How far Instagram's clock and ours may differ.
const CLOCKS_DIFFER: SignedDuration = SignedDuration::from_mins(2);
/// A message may take this long until it is listed.
const LISTED_AFTER: SignedDuration = SignedDuration::from_secs(60);

impl Instagram {
    pub(super) async fn hand_over(&self, out: &Outgoing) -> Result<Accepted, SendError> {
        let message = match &out.body {
            OutgoingBody::Text(text) => {
                TEXT.check(text).map_err(|_| refused(FailureKind::ContentRefused))?;
                json!({ "text": text.reveal() })
            }
            OutgoingBody::Attachment(file) => self.uploaded(file).await?,
            OutgoingBody::Template { .. } => return Err(refused(FailureKind::TemplateRefused)),
        };
        let mut body = json!({ "recipient": { "id": out.to.reveal() }, "message": message });
        if let Some(quoted) = &out.reply_to {
            body["reply_to"] = json!({ "mid": quoted });
        }
        if out.human_agent {
            body["messaging_type"] = Value::from("MESSAGE_TAG");
            body["tag"] = Value::from("HUMAN_AGENT");
        }
        let done = self.api.send(&body).await.map_err(CallError::of_send);
        let done = if out.human_agent { done.map_err(failure::of_tagged_send) } else { done }?;
        match done.message_id {
            Some(provider_id) => Ok(Accepted { provider_id }),
            // It said yes without saying to what: look for it before anything else.
            None => Err(SendError::Ambiguous(
                ConnectorError::new(FailureKind::BadAnswer, Retry::Soon).with_http(200),
            )),
        }
    }

    async fn uploaded(&self, file: &OutgoingAttachment) -> Result<Value, SendError> {
        let word = match file.kind {
            AttachmentKind::Image | AttachmentKind::Sticker => "image",
            AttachmentKind::Audio => "audio",
            AttachmentKind::Video => "video",
            AttachmentKind::File => "file",
        };
        let fits = attachment_limit(file.kind).is_some_and(|limit| {
            limit.mime.contains(&file.mime) && file.bytes.len() as u64 <= limit.most_bytes
        });
        // Text and file cannot share a message here; whoever composed this should have made two.
        if !fits || file.caption.is_some() || !self.uploads.may_work(self.now()) {
            return Err(refused(FailureKind::ContentRefused));
        }
        let name = upload_name(&file.mime);
        let done = match self.api.upload(word, &file.mime, name, file.bytes.clone()).await {
            Ok(done) => done,
            Err(error) => return Err(SendError::Definite(self.not_uploaded(&file.bytes, error))),
        };
        self.uploads.worked();
        match done.attachment_id {
            Some(id) => Ok(json!({ "attachment": { "type": word, "payload": { "attachment_id": id } } })),
            None => Err(refused(FailureKind::BadAnswer)),
        }
    }

    /// What a failed upload means for this file, and for those to come.
    fn not_uploaded(&self, bytes: &[u8], error: CallError) -> ConnectorError {
        let doubt = match &error {
            CallError::Refused(refusal) if refusal.unknown_field.is_some() => Some(Doubt::PerhapsTheFile),
            CallError::Refused(refusal)
                if refusal.is(100, Some(33))
                    || refusal.is(2_500, None)
                    || refusal.is(3, None)
                    || refusal.cause.kind == FailureKind::NotFound =>
            {
                Some(Doubt::None)
            }
            _ => None,
        };
        let mut cause = ConnectorError::from(error);
        if let Some(doubt) = doubt {
            self.uploads.refused(bytes, doubt, self.now());
            (cause.kind, cause.retry) = (FailureKind::ContentRefused, Retry::Never);
        }
        cause
    }

    fn now(&self) -> Timestamp {
        self.api.transport().clock().now()
    }

    pub(super) async fn look_for(
        &self,
        send: &UnknownSend,
        now: Timestamp,
    ) -> Result<Reconciled, ConnectorError> {
        let Some((thread, list)) = self.thread_with(&send.outgoing.to, now).await? else {
            return Ok(Reconciled::CannotTell);
        };
        let rows = self.rows(&thread, &list, now);
        let from = send.since - CLOCKS_DIFFER;
        let complete = rows.iter().all(|row| row.message.is_some() && !row.refused);
        // With fewer than the horizon, the list is the whole conversation.
        let covered = (list.after.is_none() && rows.len() < HORIZON) || rows.iter().any(|row| row.at < from);
        let mut ours: Vec<InboundMessage> = rows
            .into_iter()
            .filter_map(|row| row.message)
            .filter(|message| message.direction == Direction::Outbound)
            .filter(|message| !send.taken.contains(&message.provider_id))
            .filter(|message| is_same(&send.outgoing.body, message))
            .collect();
        ours.sort_by_key(|message| message.at);
        let too_early = ours.iter().any(|message| message.at < from);
        if let Some(found) = ours.into_iter().find(|message| message.at >= from) {
            return Ok(Reconciled::Sent(Accepted { provider_id: found.provider_id }));
        }
        // The same words, not ours so far, but before we tried: perhaps this computer's clock is wrong.
        let settled = now >= send.attempted_at + LISTED_AFTER;
        Ok(if settled && covered && complete && !too_early {
            Reconciled::NotSent
        } else {
            Reconciled::CannotTell
        })
    }

    async fn thread_with(
        &self,
        igsid: &Phi<String>,
        now: Timestamp,
    ) -> Result<Option<(RemoteThread, List)>, ConnectorError> {
        let mut fields = self.fields();
        let page = loop {
            match self.api.thread_with(igsid, &fields).await {
                Ok(page) => break page,
                Err(error) => match error.unknown_field() {
                    Some(field) if fields.give_up(field, now) => {}
                    _ => return Err(error.into()),
                },
            }
        };
        let Some(raw) = read_list(&page).rows.into_iter().next() else { return Ok(None) };
        let mut thread: Thread = read(&raw);
        let Some(id) = thread.id.clone() else { return Ok(None) };
        let list = match thread.messages.take() {
            Some(list) => list,
            None => self.messages(&id, &mut fields, now, |_| false).await?,
        };
        let with = convert::identity(igsid.reveal().clone(), None, None);
        Ok(Some((RemoteThread { id: Some(id), with, ours: self.own.address.clone() }, list)))
    }
}

/// Whether a listed message can be the one that was to be sent.
fn is_same(body: &OutgoingBody, listed: &InboundMessage) -> bool {
    match (body, &listed.content) {
        (OutgoingBody::Text(text), Content::Text { body } | Content::StoryReply { body, .. }) => {
            // A link in it may have been listed beside it.
            let (sent, seen) = (text.trim(), body.trim());
            sent == seen || seen.strip_prefix(sent).is_some_and(|rest| rest.trim_start().starts_with("http"))
        }
        (OutgoingBody::Attachment(file), Content::Media { .. }) => {
            listed.attachments.iter().any(|listed| listed.kind == file.kind)
        }
        // Accounts without rich fields list a file as a message that says nothing.
        (OutgoingBody::Attachment(_), Content::Unsupported { raw_kind, .. }) => raw_kind == "empty",
        _ => false,
    }
}

/// A name that tells the type and nothing else: the patient would see the practice's file name.
fn upload_name(mime: &str) -> &'static str {
    match mime {
        "image/png" => "image.png",
        "image/gif" => "image.gif",
        "application/pdf" => "document.pdf",
        _ if mime.starts_with("image/") => "image.jpg",
        _ if mime.starts_with("audio/") => "audio.m4a",
        _ => "video.mp4",
    }
}

const fn refused(kind: FailureKind) -> SendError {
    SendError::Definite(ConnectorError::new(kind, Retry::Never))
}
