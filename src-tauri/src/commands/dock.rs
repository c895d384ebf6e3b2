//! The dock: drafts, replies, notes, templates.

use anteroom_desk::views::{
    Code, DraftSave, DraftView, ReplySend, Sent, TemplateList, TemplateSend, WireError,
};
use tauri::ipc::{InvokeBody, Request};

use super::{Answer, Here};

/// Keeps what was written and not sent.
#[tauri::command]
#[specta::specta]
pub async fn draft_save(here: Here<'_>, draft: DraftSave) -> Answer {
    here.desk().await?.draft_save(draft).await
}

/// Seals a file and adds it to the draft. The bytes come raw, the conversation and the percent-encoded name in headers:
/// as JSON a file would double in size. So it is not in the generated contract.
#[tauri::command]
pub async fn draft_attach(here: Here<'_>, request: Request<'_>) -> Answer<DraftView> {
    let InvokeBody::Raw(bytes) = request.body() else { return Err(WireError::of(Code::FileUnreadable)) };
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let (Some(conversation), Some(name)) = (header("x-conversation"), header("x-file-name")) else {
        return Err(WireError::of(Code::FileUnreadable));
    };
    here.desk().await?.draft_attach(conversation, &decode(name), bytes.clone()).await
}

/// Removes a file from the draft.
#[tauri::command]
#[specta::specta]
pub async fn draft_detach(here: Here<'_>, conversation: String, file: String) -> Answer<DraftView> {
    here.desk().await?.draft_detach(&conversation, &file).await
}

/// Puts a reply into the outbox.
#[tauri::command]
#[specta::specta]
pub async fn reply_send(here: Here<'_>, reply: ReplySend) -> Answer<Sent> {
    here.desk().await?.reply_send(reply).await
}

/// Adds a note for staff.
#[tauri::command]
#[specta::specta]
pub async fn note_add(here: Here<'_>, conversation: String, text: String) -> Answer {
    here.desk().await?.note_add(&conversation, &text).await
}

/// The templates that can be used here.
#[tauri::command]
#[specta::specta]
pub async fn templates(here: Here<'_>, conversation: String) -> Answer<TemplateList> {
    here.desk().await?.templates(&conversation).await
}

/// Puts a filled template into the outbox.
#[tauri::command]
#[specta::specta]
pub async fn template_send(here: Here<'_>, template: TemplateSend) -> Answer<Sent> {
    here.desk().await?.template_send(template).await
}

/// Undoes JavaScript's `encodeURIComponent`. What is no valid encoding stays as it is; it is only a name to show.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let pair = tail
            .get(..2)
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match (first, pair) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn a_file_keeps_its_name_in_any_script() {
        assert_eq!(decode("R%C3%B6ntgen%20%D8%A3.pdf"), "Röntgen أ.pdf");
        assert_eq!(decode("100%.pdf"), "100%.pdf");
        assert_eq!(decode("%f"), "%f");
    }
}
