//! `account add | list | set | remove`.

use anteroom_desk::views::{AccountView, Code, ConnectRequest, DisconnectReport, WireError};

use crate::exit::{Done, Exit, Failure};
use crate::options::{Account, Add, Options, ProviderName, Switch};
use crate::words::{self, Clock};
use crate::{open, say, secret};

/// Runs one of them.
pub async fn run(options: &Options, account: &Account) -> Done {
    match account {
        Account::Add(add) => connect(options, add).await,
        Account::List => {
            let desk = open::desk(options).await?;
            let (accounts, clock) = (desk.accounts(), Clock::of(&desk));
            desk.stop().await;
            say::result(options, &accounts?, |accounts| {
                accounts.iter().flat_map(|account| lines(account, &clock)).collect()
            })
        }
        Account::Set { account, human_agent } => {
            let desk = open::desk(options).await?;
            let set = desk.account_human_agent(account, *human_agent == Switch::On).await;
            let clock = Clock::of(&desk);
            desk.stop().await;
            let set = set.map_err(|error| instead_of_not_allowed(error, ONLY_INSTAGRAM))?;
            say::result(options, &set, |account| lines(account, &clock).collect())
        }
        Account::Remove { account } => {
            let desk = open::desk(options).await?;
            let report = desk.account_disconnect(account).await;
            desk.stop().await;
            say::result(options, &report?, farewell)
        }
    }
}

const ONLY_INSTAGRAM: &str =
    "Late replies are Instagram's alone. `account list` shows which account that is.";
const ONLY_IN_TESTS: &str = "This clinic is a real one: its accounts talk to the provider itself. Leave --base-url away, \
                             or make a clinic for tests with `init --test`.";

/// "Not allowed" means something else with each task; each says what.
fn instead_of_not_allowed(error: WireError, sentence: &str) -> Failure {
    let failure = Failure::from(error.clone());
    if error.code == Code::NotAllowed {
        Failure { sentence: sentence.to_owned(), ..failure }
    } else {
        failure
    }
}

/// What became of an account that was given back.
fn farewell(report: &DisconnectReport) -> Vec<String> {
    let deleted = if report.credential_deleted {
        "Disconnected. The credential was deleted here."
    } else {
        "Disconnected. The credential could not be deleted here yet: remove the account once more."
    };
    let held = match report.held_back {
        0 => None,
        1 => Some("1 message that waited was held back, not sent.".to_owned()),
        n => Some(format!("{n} messages that waited were held back, not sent.")),
    };
    [deleted.to_owned(), words::upstream(report.upstream).to_owned()].into_iter().chain(held).collect()
}

async fn connect(options: &Options, add: &Add) -> Done {
    let secret = secret::read(&add.secret_file)?;
    let request = match add.provider {
        ProviderName::Instagram => ConnectRequest::Instagram { token: secret },
        ProviderName::Twilio => {
            let missing = || Failure::new(Exit::Usage, "usage", "Twilio needs --account-sid and --key-sid.");
            ConnectRequest::Twilio {
                account_sid: add.account_sid.clone().ok_or_else(missing)?,
                key_sid: add.key_sid.clone().ok_or_else(missing)?,
                secret,
            }
        }
    };
    if add.base_url.as_ref().is_some_and(|url| !is_on_this_computer(url)) {
        return Err(Failure::new(
            Exit::Refused,
            "not_loopback",
            "--base-url takes addresses on this computer only, such as http://127.0.0.1:4010.",
        ));
    }
    let desk = open::desk(options).await?;
    // The desk refuses another address than the provider's unless the clinic is a demo or for tests.
    let connected = desk.account_connect_at(request, add.base_url.clone()).await;
    let clock = Clock::of(&desk);
    desk.stop().await;
    let connected = connected.map_err(|error| instead_of_not_allowed(error, ONLY_IN_TESTS))?;
    say::result(options, &connected, |account| lines(account, &clock).collect())
}

/// Told here in plain words; the transport checks it again.
fn is_on_this_computer(url: &url::Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        Some(url::Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

fn lines(account: &AccountView, clock: &Clock) -> impl Iterator<Item = String> + use<> {
    let (provider, state) = (words::provider(account.provider), words::account_state(account.state));
    let head = format!("{}  {provider}  {}  {state}", account.id, account.label);
    let channels: Vec<String> = account
        .channels
        .iter()
        .map(|health| {
            format!("    {}: {}", words::channel_name(health.channel), clock.freshness(&health.freshness))
        })
        .collect();
    let late = account.human_agent.then(|| "    Late replies by a person: on".to_owned());
    std::iter::once(head).chain(channels).chain(late)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, here: bool) {
        assert_eq!(is_on_this_computer(&url.parse().expect("test address")), here, "{url}");
    }

    #[test]
    fn only_this_computers_own_addresses_stand_in_for_a_provider() {
        check("http://127.0.0.1:4010", true);
        check("http://[::1]:4010", true);
        check("http://localhost:4010", true);
        check("http://LOCALHOST:4010", true);
        check("http://localhost.example:4010", false);
        check("http://192.0.2.1", false);
        check("https://graph.instagram.com", false);
    }
}
