//! Patients whom the invented practice knew before the demo began, so that the desk looks as it does in daily use.
//!
//! Holds: only for a demo clinic that was just made; what a person changes or unlinks there later stays as they left it.
//! On a crash: a card that is missing is missing; the next `--fresh` writes them anew.

use anteroom_model::{AccountState, ChannelKind, Phi, RemoteIdentity};
use anteroom_store::LinkHow;
use serde::Deserialize;

use crate::desk::Desk;
use crate::fault::Fault;
use crate::patients::words;
use crate::views::{PatientEdit, WireError};

/// A patient card of the demo clinic.
#[derive(Clone, Deserialize)]
pub struct DemoCard {
    /// Name.
    pub name: String,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// A note for the desk.
    pub desk_note: String,
    /// The addresses that are known to be theirs.
    pub reaches: Vec<(ChannelKind, String)>,
}

/// Writes the cards and says whose the addresses are, in one go.
pub(super) async fn write(desk: &Desk, cards: Vec<DemoCard>) -> Result<(), WireError> {
    let by = desk.core.staff().id;
    let mut known = Vec::new();
    for card in cards {
        let DemoCard { name, birth_date, language, desk_note, reaches } = card;
        let edit = PatientEdit { name, birth_date, language, desk_note, ..PatientEdit::default() };
        known.push((words(edit)?, reaches));
    }
    let written = desk.core.write(move |tx| {
        let accounts = tx.accounts()?;
        let of = |channel| {
            let carries = |account: &&anteroom_model::Account| {
                account.state != AccountState::Disconnected && account.channels.contains(&channel)
            };
            accounts.iter().find(carries).map(|account| account.id)
        };
        for (words, reaches) in known {
            let patient = tx.create_patient(&words)?;
            for (channel, handle) in reaches {
                let Some(account) = of(channel) else { continue };
                let remote = RemoteIdentity { handle: Phi::new(handle), display_name: None, username: None };
                let identity = tx.upsert_identity(account, channel, &remote)?;
                tx.link(identity, patient, LinkHow::Staff, Some(by))?;
            }
        }
        Ok(())
    });
    Ok(written.await.map_err(Fault::from)?)
}
