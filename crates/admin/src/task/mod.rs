//! The tasks.

mod accounts;
mod bench;
mod health;
mod init;
mod mail;
mod outcome;

use crate::exit::Done;
use crate::options::{Options, Task};

/// Runs what was asked.
pub async fn run(options: &Options) -> Done {
    match &options.task {
        Task::Init(init) => init::run(options, init).await,
        Task::Account(account) => accounts::run(options, account).await,
        Task::Sync { once: _ } => mail::sync(options).await,
        Task::Inbox { queue, limit } => mail::inbox(options, *queue, *limit).await,
        Task::Show { conversation } => mail::show(options, conversation).await,
        Task::Send { conversation, text_file } => mail::send(options, conversation, text_file).await,
        Task::Search { words } => mail::search(options, words).await,
        Task::Health => health::health(options).await,
        Task::Check => health::check(options).await,
        Task::Bench { times } => bench::run(options, *times).await,
    }
}
