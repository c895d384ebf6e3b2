//! What the program was started with.

use std::path::PathBuf;

use anteroom_assembly::data_folder;
use anteroom_desk::clinic::{DemoCard, DemoWorld};
use anteroom_desk::views::ConnectRequest;
use anteroom_model::BoxFuture;
use serde::Deserialize;
use tauri::Url;

/// What `--help` says.
pub const HELP: &str = "\
Anteroom, an inbox for the front desk of a clinic. Without options it opens the practice on this computer.

  --data DIR   the folder for everything, instead of the usual one. It holds `clinic`, `demo` and `logs`;
               anteroom-admin's --data names the folder `clinic` in it.
  --demo       open the demo clinic, with the simulator that ANTEROOM_DEMO describes
  --fresh      with --demo: throw an old demo clinic away first
  --help       this";

/// What is said where the system names no folder for the data of programs.
pub const NO_FOLDER: &str = "\
Anteroom: this system does not say where programs keep their data (HOME, or LOCALAPPDATA on Windows, is not set).
Start it in an ordinary session, or name a folder: anteroom --data DIR";

/// Options of the program. Receptionists never see them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Launch {
    /// Where everything lies instead of the usual folder.
    pub data: Option<PathBuf>,
    /// Open the demo clinic, with the simulator that `ANTEROOM_DEMO` describes.
    pub demo: bool,
    /// Throw an old demo clinic away first.
    pub fresh: bool,
    /// Say what the options are, and end.
    pub help: bool,
}

impl Launch {
    /// Understands the arguments; what is unknown is left alone, since systems add arguments of their own.
    pub fn from(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Self {
        let mut launch = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.to_str() {
                Some("--data") => launch.data = arguments.next().map(PathBuf::from),
                Some("--demo") => launch.demo = true,
                Some("--fresh") => launch.fresh = true,
                Some("--help" | "-h") => launch.help = true,
                _ => {}
            }
        }
        launch
    }

    /// The folder for everything.
    pub fn folder(&self) -> Option<PathBuf> {
        self.data.clone().or_else(|| data_folder(|name| std::env::var(name).ok()))
    }
}

/// The simulator beside us, as whoever started it describes it.
#[derive(Deserialize)]
pub struct Simulator {
    url: Url,
    instagram: Pasted,
    twilio: Keys,
    #[serde(default)]
    cards: Vec<DemoCard>,
}

#[derive(Deserialize)]
struct Pasted {
    token: String,
}

#[derive(Deserialize)]
struct Keys {
    account_sid: String,
    key_sid: String,
    key_secret: String,
}

impl Simulator {
    /// Reads the description from `ANTEROOM_DEMO`.
    pub fn beside_us() -> Option<Self> {
        let described = std::env::var("ANTEROOM_DEMO").ok()?;
        match serde_json::from_str(&described) {
            Ok(simulator) => Some(simulator),
            Err(_) => {
                tracing::warn!(event = "demo_not_understood");
                None
            }
        }
    }
}

impl DemoWorld for Simulator {
    fn accounts(&self) -> BoxFuture<'_, Vec<(ConnectRequest, Url)>> {
        let instagram = ConnectRequest::Instagram { token: self.instagram.token.clone() };
        let Keys { account_sid, key_sid, key_secret } = &self.twilio;
        let twilio = ConnectRequest::Twilio {
            account_sid: account_sid.clone(),
            key_sid: key_sid.clone(),
            secret: key_secret.clone(),
        };
        Box::pin(std::future::ready(vec![(instagram, self.url.clone()), (twilio, self.url.clone())]))
    }

    fn cards(&self) -> Vec<DemoCard> {
        self.cards.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_of_the_system_do_no_harm() {
        let launch = Launch::from(["-psn_0_1", "--data", "/somewhere", "--demo", "file.txt"].map(Into::into));
        assert_eq!(launch, Launch { data: Some("/somewhere".into()), demo: true, fresh: false, help: false });
        assert_eq!(Launch::from(["--data".into()]), Launch::default());
        assert!(Launch::from(["--help".into()]).help);
    }
}
