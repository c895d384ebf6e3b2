//! Reactions of staff to what a patient wrote.
//!
//! Holds: the wish is committed before anything else, and shown dashed until the provider took it or lists it; what
//! cannot be said any more (window, opt-out, taken back) is refused at the press, and looked at again when it leaves. A
//! reaction answers nobody: whoever waits goes on waiting.
//! An unclear end is asked for again by the program, which for a message would be forbidden: a second "this heart stands
//! there" changes nothing at the patient's, and a wish is always the whole state, never a change of it (decision 0023).
//! On a crash: the wish is in the store, and is asked for again.

mod leaving;

use anteroom_model::{MessageId, OutgoingReaction, Phi, is_emoji};
use anteroom_store::{ConversationRow, ReadTx, StoreError};

pub use leaving::Reactions;

use crate::core::{Core, Wake};
use crate::desk::Desk;
use crate::fault::Fault;
use crate::lines::Line;
use crate::outbox::{Load, Misfit, fits};
use crate::patients::parsed;
use crate::views::{Code, WireError};

impl Desk {
    /// Sets the practice's reaction to a patient's message, or takes it away. When this returns it is on disk and shown as
    /// on its way.
    ///
    /// # Errors
    /// When the channel has no reactions, the reply window is closed, the patient opted out or took the message back.
    pub async fn reaction_set(&self, message: &str, emoji: Option<String>) -> Result<(), WireError> {
        let id: MessageId = parsed(message)?;
        if emoji.as_deref().is_some_and(|emoji| !is_emoji(emoji)) {
            return Err(WireError::invalid("emoji"));
        }
        let (emoji, by) = (emoji.map(Phi::new), self.core.staff().id);
        let allowed = allowed_now(&self.core, id);
        let written = self.core.write(move |tx| match allowed {
            Ok(()) => tx.react(id, emoji.as_ref(), by).map(Ok),
            // What cannot be asked for any more can still be let go.
            Err(refused) => Ok(if tx.stop_reacting(id, emoji.as_ref())? { Ok(false) } else { Err(refused) }),
        });
        if written.await.map_err(Fault::from)?? {
            self.core.wake(Wake::Reaction);
        }
        Ok(())
    }
}

fn allowed_now(core: &Core, id: MessageId) -> Result<(), Fault> {
    let asked = core.read(|tx| Asked::read(tx, id))?;
    let line = core.lines.of(asked.conversation.account).ok_or_else(|| Fault::of(Code::SignInNeeded))?;
    if !line.connector.capabilities(asked.conversation.channel).react {
        return Err(Fault::of(Code::NotAllowed));
    }
    asked.fits(core, &line)?;
    Ok(())
}

/// The conversation of the message that is reacted to, and what decides whether that is allowed.
struct Asked {
    conversation: ConversationRow,
    opted_out: bool,
}

impl Asked {
    fn read(tx: &ReadTx<'_>, id: MessageId) -> Result<Self, StoreError> {
        let message = tx.message(id)?.ok_or(StoreError::NotFound)?;
        let conversation = tx.conversation(message.conversation)?.ok_or(StoreError::NotFound)?;
        let opted_out = tx.opted_out(conversation.identity, &conversation.own_address)?;
        Ok(Self { conversation, opted_out })
    }

    fn fits(&self, core: &Core, line: &Line) -> Result<(), Misfit> {
        let can = line.connector.capabilities(self.conversation.channel);
        let window = can.window.at(self.conversation.last_inbound_at, core.clock.now());
        fits(&Load::Reaction, &can, window, self.opted_out).map(drop)
    }

    fn outgoing(self, target: String, emoji: Option<Phi<String>>) -> OutgoingReaction {
        let ConversationRow { channel, handle, .. } = self.conversation;
        OutgoingReaction { channel, to: handle, target, emoji }
    }
}
