//! The one window and what it may not do.
//!
//! Holds: it shows the local page and nothing else, in one process with no memory of its own (`incognito`): no cache,
//! no form history, no cookies that could outlive an erasure. It opens no other window, downloads nothing, and no
//! screen recorder sees it unless the clinic allows it.
//! Refused: comparing addresses by prefix, which is how `tauri://localhost.evil` once got in (CVE-2026-42184).

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The window's label, named in the capability file.
pub const MAIN: &str = "main";

/// Opens the window, which no screen recorder sees until [`crate::shell::Shell::protect_window`] lets it.
///
/// # Errors
/// When the system's web view cannot be started.
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<WebviewWindow<R>> {
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Anteroom")
        .inner_size(1440.0, 900.0)
        .min_inner_size(480.0, 400.0)
        .incognito(!is_driven_by_a_test())
        // Until a clinic is open that allows it.
        .content_protected(true)
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false)
        // Letters grow with our own keys (Ctrl and plus): the web view's zoom would not be remembered.
        .zoom_hotkeys_enabled(false)
        // Files dropped on the dock reach the page as files; the shell's own handler would swallow them.
        .disable_drag_drop_handler()
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_our_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        // The page knows how many wait, and in which language to say so.
        .on_document_title_changed(|window, title| {
            if window.set_title(&title).is_err() {
                tracing::debug!(event = "title_not_set");
            }
        })
        .build()?;
    #[cfg(target_os = "linux")]
    check_spelling(&window)?;
    Ok(window)
}

/// On Windows and macOS the web view marks misspelt words by itself; WebKitGTK does once it is told to, with the
/// system's own dictionaries for the language of the session.
#[cfg(target_os = "linux")]
fn check_spelling<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{WebContextExt, WebViewExt};

    window.with_webview(|view| {
        if let Some(context) = view.inner().context() {
            context.set_spell_checking_enabled(true);
        }
    })
}

/// WebKitGTK lets no driver into a session that keeps nothing, so a test gets an ordinary one, in a folder that the
/// test owns and scans. Only in builds for development: a release ignores the variable.
fn is_driven_by_a_test() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// Whether an address is the page that came with the program, compared in full.
fn is_our_page(url: &Url) -> bool {
    let origin = (url.scheme(), url.host_str(), url.port(), url.username(), url.password());
    match origin {
        ("tauri", Some("localhost"), None, "", None) => true,
        ("http", Some("tauri.localhost"), None, "", None) => cfg!(windows),
        ("about", None, None, "", None) => url.path() == "blank",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, ours: bool) {
        assert_eq!(is_our_page(&Url::parse(url).expect("test address")), ours, "{url}");
    }

    #[test]
    fn only_the_page_that_came_with_the_program_is_shown() {
        check("tauri://localhost/", true);
        check("tauri://localhost/index.html#inbox", true);
        check("tauri://localhost.evil.example/", false);
        check("tauri://localhost@evil.example/", false);
        check("tauri://localhost:8080/", false);
        check("https://localhost/", false);
        check("http://localhost/", false);
        check("file:///etc/passwd", false);
        check("data:text/html,hi", false);
        check("http://tauri.localhost.evil.example/", false);
    }
}
