//! What can be asked on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use url::Url;

/// The desk without a window.
///
/// Exit codes: 0 done, 1 unexpected, 2 usage, 3 the clinic cannot be opened, 4 not found, 5 sign in again, 6 offline,
/// 7 disk or data, 8 not allowed now, 9 `check` found something, 10 nobody knows whether a message was sent (do not
/// send it again).
#[derive(Parser)]
#[command(name = "anteroom-admin", version)]
pub struct Options {
    /// The clinic's own folder, the one with `anteroom.db`; by default the one that the window uses. (The window's
    /// `--data` names the folder above it, which holds `clinic`, `demo` and `logs`.)
    #[arg(long, global = true)]
    pub data: Option<PathBuf>,
    /// Print one JSON value.
    #[arg(long, global = true)]
    pub json: bool,
    /// The key is behind the pass-phrase in this file (`-`: standard input) instead of in the keychain. To make a
    /// clinic it takes four different words or more, with 16 letters together.
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub task: Task,
}

/// What to do.
#[derive(Subcommand)]
pub enum Task {
    /// Make a clinic. Prints the recovery code, once.
    Init(Init),
    /// Connected accounts.
    #[command(subcommand)]
    Account(Account),
    /// Ask every account for news and send what is due.
    Sync {
        /// Once, then end. (The window is what runs all day.)
        #[arg(long, required = true)]
        once: bool,
    },
    /// List conversations.
    Inbox {
        /// Which queue.
        #[arg(long, value_enum, default_value_t = QueueName::Waiting)]
        queue: QueueName,
        /// At most so many.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Show a conversation.
    Show {
        /// Its id, from `inbox`.
        conversation: String,
    },
    /// Send a text: into the outbox, then one attempt. The text comes from standard input or a file.
    Send {
        /// The conversation's id.
        conversation: String,
        /// The file with the text; `-` is standard input.
        #[arg(long, default_value = "-")]
        text_file: PathBuf,
    },
    /// Search all history.
    Search {
        /// The words and filters (`from:`, `channel:`, `has:`, `before:`, `after:`); `-` reads them from standard input.
        words: Vec<String>,
    },
    /// When each account was last up to date, what waits, what was not sent. Asks nobody.
    Health,
    /// Check every page, index and the audit chain.
    Check,
    /// Measure this clinic's own data: list, conversation, search.
    Bench {
        /// How often each.
        #[arg(long, default_value_t = 200)]
        times: u32,
    },
}

/// Make a clinic.
#[derive(Args)]
pub struct Init {
    /// The practice's name.
    #[arg(long)]
    pub name: String,
    /// The first person at the desk.
    #[arg(long)]
    pub staff: String,
    /// ISO 3166 country.
    #[arg(long, default_value = "GB")]
    pub country: String,
    /// IANA time zone.
    #[arg(long, default_value = "Europe/London")]
    pub zone: String,
    /// A clinic for tests: its key is a file beside it, and accounts may point to this computer.
    #[arg(long, conflicts_with = "start_over")]
    pub test: bool,
    /// Begin an empty database under the clinic's own keys, where the old one is damaged and was put aside, or is
    /// gone. Nothing is deleted; accounts have to be connected again.
    #[arg(long)]
    pub start_over: bool,
}

/// Connected accounts.
#[derive(Subcommand)]
pub enum Account {
    /// Connect one.
    Add(Add),
    /// List them.
    List,
    /// Say whether Meta approved late replies ("Human Agent") for the practice's Instagram app.
    Set {
        /// Its id, from `account list`.
        account: String,
        /// Whether a person may answer for 7 days instead of 24 hours.
        #[arg(long, value_enum)]
        human_agent: Switch,
    },
    /// Disconnect one: take the right back at the provider where it can, delete the credential here.
    Remove {
        /// Its id, from `account list`.
        account: String,
    },
}

/// Connect an account.
#[derive(Args)]
pub struct Add {
    /// Whose API.
    #[arg(value_enum)]
    pub provider: ProviderName,
    /// Where the secret comes from: the Instagram token, or the Twilio key's secret; `-` is standard input.
    #[arg(long, default_value = "-")]
    pub secret_file: PathBuf,
    /// Twilio: the account (`AC…`).
    #[arg(long, required_if_eq("provider", "twilio"))]
    pub account_sid: Option<String>,
    /// Twilio: the key (`SK…`).
    #[arg(long, required_if_eq("provider", "twilio"))]
    pub key_sid: Option<String>,
    /// An address on this computer (127.0.0.1, ::1, localhost) in place of the provider; in demo and test clinics only.
    #[arg(long)]
    pub base_url: Option<Url>,
}

/// Whose API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ProviderName {
    /// Instagram.
    Instagram,
    /// Twilio.
    Twilio,
}

/// On or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// On.
    On,
    /// Off.
    Off,
}

/// A queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum QueueName {
    /// Nobody answered yet; below them what was not sent and what was answered today.
    Waiting,
    /// Of them, what was answered today.
    AnsweredToday,
    /// The practice wrote last, within a month.
    WithThePatient,
    /// Put aside.
    Snoozed,
    /// A reply waits for its time.
    Scheduled,
    /// Not sent.
    NotSent,
    /// Done.
    Done,
    /// Marked as spam.
    Spam,
    /// Everything but spam.
    All,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    /// Every argument of a task and of the tasks below it.
    fn arguments(of: &clap::Command) -> Vec<String> {
        let own = of.get_arguments().map(|argument| argument.get_id().to_string());
        own.chain(of.get_subcommands().flat_map(arguments)).collect()
    }

    #[test]
    fn the_command_line_is_consistent_and_no_task_takes_a_secret_as_an_argument() {
        Options::command().debug_assert();
        let all = arguments(&Options::command());
        // A task two levels down was looked at too.
        assert!(all.iter().any(|name| name == "secret_file") && all.iter().any(|name| name == "human_agent"));
        for name in &all {
            let secret =
                ["secret", "token", "pass", "code", "credential"].iter().any(|word| name.contains(word));
            assert!(!secret || name.ends_with("_file"), "{name} would be seen by everybody who runs `ps`");
        }
    }
}
