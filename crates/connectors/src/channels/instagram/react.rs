//! Our reaction to a message of the patient's: set or taken away, in one call.

use anteroom_model::{FailureKind, OutgoingReaction, SendError};
use serde_json::json;

use super::Instagram;
use super::api::CallError;

impl Instagram {
    pub(super) async fn set_reaction(&self, out: &OutgoingReaction) -> Result<(), SendError> {
        let mut payload = json!({ "message_id": out.target });
        let action = match &out.emoji {
            Some(emoji) => {
                payload["reaction"] = json!(emoji.reveal());
                "react"
            }
            None => "unreact",
        };
        let body = json!({
            "recipient": { "id": out.to.reveal() },
            "sender_action": action,
            "payload": payload,
        });
        self.api.react(&body).await.map_err(CallError::of_send).map_err(of_reaction)
    }
}

/// "Invalid parameter" with nothing more: the only one of ours that can be wrong is the message, which Instagram does not
/// know any more, or an emoji that it does not take.
fn of_reaction(error: SendError) -> SendError {
    match error {
        SendError::Definite(mut cause) if cause.kind == FailureKind::OurFault => {
            cause.kind = FailureKind::ContentRefused;
            SendError::Definite(cause)
        }
        other => other,
    }
}
