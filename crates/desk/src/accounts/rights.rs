//! Rights of an account that staff know of and no provider can be asked about.

use anteroom_model::{AccountState, Provider};

use super::{account_id, open};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::views::{AccountView, Code, WireError};

impl Desk {
    /// Says whether Meta approved late replies for the practice's Instagram app: a person may then answer for 7 days
    /// instead of 24 hours. What waits to leave is judged by the new rule when its turn comes.
    ///
    /// # Errors
    /// When there is no such account that is connected; [`Code::NotAllowed`] when it is not Instagram's.
    pub async fn account_human_agent(&self, account: &str, on: bool) -> Result<AccountView, WireError> {
        Ok(self.set_human_agent(account, on).await?)
    }

    async fn set_human_agent(&self, account: &str, on: bool) -> Result<AccountView, Fault> {
        let id = account_id(account)?;
        let known = self.core.read(|tx| tx.account(id))?;
        let known = known.filter(|known| known.state != AccountState::Disconnected);
        let known = known.ok_or_else(Fault::not_found)?;
        if known.provider != Provider::Instagram {
            return Err(Fault::of(Code::NotAllowed));
        }
        if known.human_agent != on {
            let by = self.core.staff().id;
            let action = if on { "late_replies_on" } else { "late_replies_off" };
            let written = self.core.write(move |tx| {
                tx.set_account_human_agent(id, on)?;
                tx.audit(action, Some(by), Some(id.uuid()), "")
            });
            written.await?;
            tracing::info!(event = "late_replies", account = %id, state = on);
            // The rule is the connector's: windows and heads are counted anew from it.
            open(&self.core, id)?;
        }
        self.account_view(id)
    }
}
