//! Calls that staff place: the desk phone rings first, then the patient's.

use anteroom_model::{
    AccountId, CallProgress, CallRequest, ChannelKind, ConnectorError, ConversationId, SendError,
    normalise_phone,
};
use jiff::SignedDuration;

use crate::convert;
use crate::core::Wake;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::parsed;
use crate::views::{CallProgressView, CallTicket, Caller, Code, WireError};

/// Who hung up this long ago may still be written down.
const JUST_NOW: SignedDuration = SignedDuration::from_mins(10);
/// No call takes longer; one that seems to has lost its end.
const LONGEST_CALL: SignedDuration = SignedDuration::from_hours(4);

impl Desk {
    /// Rings the desk phone and then the patient of a conversation.
    ///
    /// # Errors
    /// [`Code::NoDeskPhone`], [`Code::CallUnclear`] when the answer was lost, or what the provider says. The call is
    /// never placed a second time by the program.
    pub async fn call_place(&self, conversation: &str) -> Result<CallTicket, WireError> {
        Ok(self.place_call(conversation).await?)
    }

    async fn place_call(&self, conversation: &str) -> Result<CallTicket, Fault> {
        let id: ConversationId = parsed(conversation)?;
        let row = self.core.read(|tx| tx.conversation(id))?.ok_or_else(Fault::not_found)?;
        let line = self.core.lines.of(row.account).filter(|line| line.is_active());
        let line = line.ok_or_else(|| Fault::of(Code::SignInNeeded))?;
        let can = row.channel.is_by_number() && line.connector.capabilities(ChannelKind::Phone).call;
        if !can {
            return Err(Fault::of(Code::NotAllowed));
        }
        let home = self.core.clinic.country.as_str();
        let desk_phone = self.core.settings.get().desk_phone.clone();
        let desk_phone = desk_phone.and_then(|phone| normalise_phone(&phone, Some(home)));
        let request = CallRequest {
            desk_phone: desk_phone.ok_or_else(|| Fault::of(Code::NoDeskPhone))?.into_inner(),
            from: row.own_address,
            to: row.handle,
        };
        let (account, by) = (row.account, self.core.staff().id);
        let placed = line.connector.place_call(&request).await.map_err(|error| match error {
            SendError::Definite(cause) => refused(&cause),
            SendError::Ambiguous(cause) => {
                tracing::warn!(event = "call_unclear", account = %account, status = ?cause.kind, http = cause.http);
                // If the phones ring, the provider lists the call.
                self.core.wake(Wake::Look(account));
                Fault::of(Code::CallUnclear)
            }
        })?;
        let provider_id = placed.provider_id.clone();
        self.core.write(move |tx| tx.call_placed(account, &provider_id, by)).await?;
        tracing::info!(event = "call_placed", account = %account);
        Ok(CallTicket { call: format!("{account}:{}", placed.provider_id) })
    }

    /// Who is calling: the newest call from outside that rings, goes on, or was over less than ten minutes ago.
    ///
    /// # Errors
    /// What the store says.
    pub fn calling_now(&self) -> Result<Option<Caller>, WireError> {
        let now = self.core.clock.now();
        let found = self.core.read(|tx| {
            let newest = tx.newest_caller(now - JUST_NOW, now - LONGEST_CALL)?;
            let Some((conversation, since)) = newest else { return Ok(None) };
            Ok(tx.conversation(conversation)?.map(|row| Caller {
                conversation: conversation.to_string(),
                name: convert::shown_name(&row),
                since: since.into(),
            }))
        });
        Ok(found.map_err(Fault::from)?)
    }

    /// How a placed call is going.
    ///
    /// # Errors
    /// What the provider says.
    pub async fn call_progress(&self, call: &str) -> Result<CallProgressView, WireError> {
        let (account, provider_id) = call.split_once(':').ok_or_else(Fault::not_found)?;
        let account: AccountId = parsed(account)?;
        let line = self.core.lines.of(account).ok_or_else(Fault::not_found)?;
        let progress = line.connector.call_progress(provider_id).await.map_err(Fault::from)?;
        if let CallProgress::Over(_) = progress {
            // Its item and perhaps its recording are listed now.
            self.core.wake(Wake::Look(account));
        }
        Ok(convert::progress(progress))
    }
}

/// A call that was certainly not placed.
fn refused(cause: &ConnectorError) -> Fault {
    let told = WireError::of(convert::call_code(cause));
    Fault::Refused(match cause.code {
        Some(number) => told.with("code", number.code),
        None => told,
    })
}
