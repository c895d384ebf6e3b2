//! Connecting and disconnecting: which numbers the clinic has, what the key may do, its templates, and giving the key
//! back.
//!
//! Quirks: a key may not read the account itself, so its name is unknown and the first number stands in for it.
//! WhatsApp senders are not in the list of numbers. They are asked for at the messaging host, which restricted keys and
//! older accounts refuse; then the recent messages tell which of our numbers speak WhatsApp, and an account that never
//! used it shows none until it does. A key can rarely delete itself: then the clinic is told to do it in the console.

use std::collections::BTreeSet;

use anteroom_model::{
    AccountProfile, ChannelKind, ConnectorError, Direction, FailureKind, Grant, Provider, Revocation,
    RevocationOutcome, Template,
};

use super::api::{API, Api, CONTENT, Fields, IAM, MESSAGING};
use super::convert::party;
use super::payload::{self, ContentTemplate, Message, OwnNumber, Page, Sender};
use super::templates::template;
use crate::transport::RequestSpec;

const NUMBERS: &str = "api.twilio.com/IncomingPhoneNumbers.json";
const MESSAGES: &str = "api.twilio.com/Messages.json";
const CALLS: &str = "api.twilio.com/Calls.json";
const SENDERS: &str = "messaging.twilio.com/v2/Channels/Senders";
const TEMPLATES: &str = "content.twilio.com/v1/ContentAndApprovals";
const KEY: &str = "iam.twilio.com/v1/Keys/{sid}";
const PAGES: usize = 20;

impl Api {
    /// Who we are and what we may do.
    pub async fn who(&self) -> Result<AccountProfile, ConnectorError> {
        let path = self.in_account(&["IncomingPhoneNumbers.json"]);
        let rows = self.all(NUMBERS, self.get(API, NUMBERS, path), API, "incoming_phone_numbers", 100).await;
        // With a key that belongs to another account, this account does not exist.
        let rows = rows.map_err(|error| match error.kind {
            FailureKind::NotFound => ConnectorError { kind: FailureKind::SignInNeeded, ..error },
            _ => error,
        })?;
        let numbers: Vec<OwnNumber> = rows.iter().filter_map(payload::row).collect();
        let messages = self.allowed(MESSAGES, "Messages.json", "messages", "200").await?;
        let calls = self.allowed(CALLS, "Calls.json", "calls", "1").await?;
        let whatsapp = self.whatsapp_senders(messages.as_ref()).await?;

        let can = |what: &str| numbers.iter().any(|number| number.can(what));
        let mut channels = Vec::new();
        if messages.is_some() && !whatsapp.is_empty() {
            channels.push(ChannelKind::WhatsApp);
        }
        if messages.is_some() && can("sms") {
            channels.push(ChannelKind::Sms);
        }
        if calls.is_some() && can("voice") {
            channels.push(ChannelKind::Phone);
        }
        let own: BTreeSet<String> =
            numbers.iter().filter_map(|number| number.phone_number.clone()).chain(whatsapp).collect();
        let label =
            numbers.iter().find_map(|number| number.friendly_name.clone().or(number.phone_number.clone()));
        let rights = [(Grant::TextMessages, messages.is_some()), (Grant::Calls, calls.is_some())];
        let those = |held: bool| rights.iter().filter(move |(_, has)| *has == held).map(|(grant, _)| *grant);
        Ok(AccountProfile {
            provider: Provider::Twilio,
            remote_id: self.account().to_owned(),
            label: label.unwrap_or_else(|| self.account().to_owned()),
            channels,
            own_addresses: own.into_iter().collect(),
            grants: std::iter::once(Grant::SeeOwnAccount).chain(those(true)).collect(),
            missing: those(false).collect(),
            message_access_off: false,
        })
    }

    /// The first page of a list, or nothing if the key may not read it.
    async fn allowed(
        &self,
        route: &'static str,
        list: &str,
        key: &str,
        rows: &str,
    ) -> Result<Option<Page>, ConnectorError> {
        let spec = self.get(API, route, self.in_account(&[list]));
        match self.page(spec, vec![("PageSize", rows.to_owned())], key).await {
            Ok(page) => Ok(Some(page)),
            Err(error) if is_not_for_us(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Our own numbers on WhatsApp, as far as anybody tells us.
    async fn whatsapp_senders(&self, messages: Option<&Page>) -> Result<BTreeSet<String>, ConnectorError> {
        let recent = messages.into_iter().flat_map(|page| &page.rows).filter_map(payload::row::<Message>);
        let mut senders: BTreeSet<String> = recent
            .filter_map(|row| match row.way() {
                Direction::Inbound => row.to,
                Direction::Outbound => row.from,
            })
            .filter_map(|address| whatsapp_number(&address))
            .collect();
        let path = vec!["v2".to_owned(), "Channels".into(), "Senders".into()];
        let spec = self.get(MESSAGING, SENDERS, path).query("Channel", "whatsapp");
        match self.all(SENDERS, spec, MESSAGING, "senders", 50).await {
            Ok(rows) => senders.extend(rows.iter().filter_map(payload::row).filter_map(sender_number)),
            Err(error) if is_not_for_us(&error) => {}
            Err(error) => return Err(error),
        }
        Ok(senders)
    }

    /// The templates and where they stand.
    pub async fn all_templates(&self) -> Result<Vec<Template>, ConnectorError> {
        let spec = self.get(CONTENT, TEMPLATES, vec!["v1".into(), "ContentAndApprovals".into()]);
        let rows = self.all(TEMPLATES, spec, CONTENT, "contents", 100).await?;
        Ok(rows.iter().filter_map(payload::row::<ContentTemplate>).map(template).collect())
    }

    /// Deletes our key, as far as Twilio lets it.
    pub async fn give_back(&self) -> Revocation {
        let path = vec!["v1".to_owned(), "Keys".into(), self.key().to_owned()];
        let outcome = match self.ask(self.with_key(RequestSpec::delete(IAM, KEY, path))).await {
            Ok(_) => RevocationOutcome::Revoked,
            Err(error) if error.http.is_none_or(|http| http >= 500 || http == 429) => {
                RevocationOutcome::Unreachable
            }
            Err(_) => RevocationOutcome::ByHand,
        };
        Revocation { outcome }
    }

    async fn all(
        &self,
        route: &'static str,
        spec: RequestSpec,
        host: &'static str,
        key: &str,
        rows: u32,
    ) -> Result<Vec<serde_json::Value>, ConnectorError> {
        let query: Fields = vec![("PageSize", rows.to_string())];
        let mut page = self.page(spec, query, key).await?;
        let mut found = Vec::new();
        for _ in 0..PAGES {
            found.append(&mut page.rows);
            let Some(next) = page.next.take() else { break };
            page = self.next_page(host, route, &next, key).await?;
        }
        Ok(found)
    }
}

/// The number of a sender that WhatsApp lets write. One that is still being set up, or was taken off, has no channel; if
/// it was in use, its messages tell of it.
pub(super) fn sender_number(sender: Sender) -> Option<String> {
    let online = sender.status.is_none_or(|status| status.starts_with("ONLINE"));
    sender.sender_id.filter(|_| online).as_deref().and_then(whatsapp_number)
}

fn whatsapp_number(address: &str) -> Option<String> {
    let party = party(address);
    (party.channel == ChannelKind::WhatsApp && !party.handle.is_empty()).then(|| party.handle.to_owned())
}

const fn is_not_for_us(error: &ConnectorError) -> bool {
    matches!(
        error.kind,
        FailureKind::SignInNeeded | FailureKind::MissingRight | FailureKind::NotFound | FailureKind::Refused
    )
}
