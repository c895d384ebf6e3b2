//! `account add | list | set | remove`.

use anteroom_desk::views::{AccountView, ConnectRequest, Freshness};

use crate::exit::{Done, Exit, Failure};
use crate::options::{Account, Add, Options, ProviderName, Switch};
use crate::{open, say, secret};

/// Runs one of them.
pub async fn run(options: &Options, account: &Account) -> Done {
    match account {
        Account::Add(add) => connect(options, add).await,
        Account::List => {
            let desk = open::desk(options).await?;
            let accounts = desk.accounts()?;
            desk.stop().await;
            say::result(options, &accounts, |accounts| accounts.iter().flat_map(lines).collect())
        }
        Account::Set { account, human_agent } => {
            let desk = open::desk(options).await?;
            let set = desk.account_human_agent(account, *human_agent == Switch::On).await;
            desk.stop().await;
            say::result(options, &set?, |account| lines(account).collect())
        }
        Account::Remove { account } => {
            let desk = open::desk(options).await?;
            let report = desk.account_disconnect(account).await;
            desk.stop().await;
            say::result(options, &report?, |report| {
                vec![format!(
                    "Disconnected. Credential deleted here: {}. At the provider: {:?}. Held back: {} messages.",
                    report.credential_deleted, report.upstream, report.held_back
                )]
            })
        }
    }
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
    desk.stop().await;
    say::result(options, &connected?, |account| lines(account).collect())
}

fn is_on_this_computer(url: &url::Url) -> bool {
    match url.host() {
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        _ => false,
    }
}

fn lines(account: &AccountView) -> impl Iterator<Item = String> + use<> {
    let head = format!("{}  {:?}  {}  {:?}", account.id, account.provider, account.label, account.state);
    let channels: Vec<String> = account
        .channels
        .iter()
        .map(|health| {
            let freshness = match health.freshness {
                Freshness::Starting => "not asked yet".to_owned(),
                Freshness::UpToDate { at } => format!("up to date at {}", at.0),
                Freshness::CatchingUp { done } => format!("catching up, {done} so far"),
                Freshness::Behind { why, .. } => format!("behind: {why:?}"),
                Freshness::Off => "off".to_owned(),
            };
            format!("    {:?}: {freshness}", health.channel)
        })
        .collect();
    let late = account.human_agent.then(|| "    Late replies by a person: on".to_owned());
    std::iter::once(head).chain(channels).chain(late)
}
