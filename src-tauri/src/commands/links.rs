//! Opening a link in the system's browser, after the window has shown its true host and asked.

use std::process::{Command, Stdio};
use std::thread;

use anteroom_desk::views::{Code, WireError};
use tauri::Url;

use super::Answer;

/// Opens an http or https address outside. Nothing else is ever opened.
#[tauri::command]
#[specta::specta]
pub async fn open_link(url: String) -> Answer {
    let url = web_address(&url).ok_or_else(|| WireError::of(Code::NotFound))?;
    let mut browser = browser(&url);
    browser.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = browser.spawn().map_err(|_| WireError::of(Code::Unexpected))?;
    // Some openers stay until the browser is closed. A child that nobody waits for would stand in the system's list of
    // processes until Anteroom ends; where no thread can be had, it does.
    let _ = thread::Builder::new().name("browser".into()).spawn(move || child.wait());
    Ok(())
}

fn web_address(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let plain = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && url.username().is_empty()
        && url.password().is_none();
    plain.then_some(url)
}

/// The system's own opener, started without a shell: the address is one argument whatever it contains.
fn browser(url: &Url) -> Command {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    };
    command.arg(url.as_str());
    command
}

#[cfg(test)]
mod tests {
    use super::web_address;

    #[test]
    fn only_plain_web_addresses_are_opened() {
        assert!(web_address("https://example.org/a?b=c").is_some());
        for refused in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://bank.example@evil.example/",
            "tel:123",
            "--help",
            "",
        ] {
            assert!(web_address(refused).is_none(), "{refused}");
        }
    }
}
