//! The window: its folder, opening it, and the ways in which it closes.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::extensions::query::{ElementPoller, ElementPollerWithTimeout};
use thirtyfour::{Capabilities, WebDriver};

use crate::World;
use crate::process::{Driver, ends, kill};

/// How long anything may take. News take a minute where the window has no focus, which no window manager gives it here.
const BOUND: Duration = Duration::from_secs(80);
/// How often it is looked at.
const EVERY: Duration = Duration::from_millis(200);

/// The folders of a computer on which Anteroom is used.
pub struct Home(TempDir);

impl Home {
    /// A computer on which it never ran.
    pub fn new() -> Self {
        let home = Self(tempfile::tempdir().expect("a folder"));
        for folder in [home.temporary(), home.path().join("config"), home.path().join("downloads")] {
            std::fs::create_dir(folder).expect("a folder in our own");
        }
        let downloads = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.path().join("downloads").display());
        std::fs::write(home.path().join("config/user-dirs.dirs"), downloads).expect("a folder in our own");
        home
    }

    /// What was saved.
    pub fn downloads(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.path().join("downloads")).expect("our own folder");
        entries.flatten().map(|entry| entry.path()).collect()
    }

    /// Where the clinic lies.
    pub fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    /// Where the program and the web view put temporary files.
    fn temporary(&self) -> PathBuf {
        self.0.path().join("tmp")
    }

    /// Every file anywhere: data, logs, what the web view keeps, temporary files, what was printed.
    pub fn files(&self) -> Vec<PathBuf> {
        let (mut found, mut folders) = (Vec::new(), vec![self.0.path().to_owned()]);
        while let Some(folder) = folders.pop() {
            let entries = match std::fs::read_dir(folder) {
                // A process of the web view that ends takes its temporary folder with it.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                entries => entries.expect("our own folder"),
            };
            for path in entries.flatten().map(|entry| entry.path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.is_file() {
                    found.push(path);
                }
            }
        }
        found
    }

    /// The files in which, or in whose names, these words stand open, in either of the two ways in which programs write
    /// letters.
    pub fn files_with(&self, words: &str) -> Vec<PathBuf> {
        let narrow = words.as_bytes().to_vec();
        let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let has = |bytes: &[u8]| {
            [&narrow, &wide].iter().any(|words| bytes.windows(words.len()).any(|part| part == **words))
        };
        let open = |path: &PathBuf| {
            path.to_string_lossy().contains(words) || std::fs::read(path).is_ok_and(|bytes| has(&bytes))
        };
        self.files().into_iter().filter(open).collect()
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

/// What the program is started with.
#[derive(Clone, Copy)]
pub enum Start<'a> {
    /// A new demo clinic in this world.
    FreshDemo(&'a World),
    /// The demo clinic that is there.
    Demo(&'a World),
    /// The practice, or first run.
    Practice,
    /// The same on a computer that speaks another language, said as the system does: `ar_EG.UTF-8`.
    PracticeIn(&'static str),
    /// The same on a computer whose desktop keeps no keys.
    WithoutKeyStore,
}

/// The open window.
pub struct Window {
    pub(crate) driver: Driver,
    pub(crate) session: WebDriver,
}

impl Window {
    /// Starts the program and waits until its page shows something.
    pub async fn open(home: &Home, start: Start<'_>) -> Self {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            // The driver's client brings no cryptography of its own; it only ever talks to this computer.
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        let program = std::env::var("ANTEROOM_APP").expect("ANTEROOM_APP names the program (see xtask test)");
        let (world, mut arguments) = match start {
            Start::FreshDemo(world) => (Some(world.described()), vec!["--demo", "--fresh"]),
            Start::Demo(world) => (Some(world.described()), vec!["--demo"]),
            Start::Practice | Start::PracticeIn(_) | Start::WithoutKeyStore => (None, vec![]),
        };
        let data = home.data();
        arguments.extend(["--data", data.to_str().expect("a plain path")]);

        let language = if let Start::PracticeIn(language) = start { language } else { "en_GB.UTF-8" };
        let folder = |name: &str| home.path().join(name);
        let (shared, config, cache) = (folder("share"), folder("config"), folder("cache"));
        let temporary = home.temporary();
        let sounds = std::env::temp_dir().join("anteroom-gstreamer-registry.bin");
        let mut around: Vec<(&str, &OsStr)> = vec![
            ("TAURI_AUTOMATION", "true".as_ref()),
            ("TAURI_WEBVIEW_AUTOMATION", "true".as_ref()),
            ("XDG_DATA_HOME", shared.as_ref()),
            ("XDG_CONFIG_HOME", config.as_ref()),
            ("XDG_CACHE_HOME", cache.as_ref()),
            ("TMPDIR", temporary.as_ref()),
            ("LANG", language.as_ref()),
            ("LC_ALL", language.as_ref()),
            ("TZ", "Europe/London".as_ref()),
            // The list of installed decoders, read once and not by every test.
            ("GST_REGISTRY", sounds.as_ref()),
        ];
        let nobody = format!("unix:path={}", home.path().join("nobody").display());
        if matches!(start, Start::WithoutKeyStore) {
            around.push(("DBUS_SESSION_BUS_ADDRESS", nobody.as_ref()));
        }
        if let Some(world) = &world {
            around.push(("ANTEROOM_DEMO", world.as_ref()));
        }
        let driver = Driver::start(&around, &folder("printed.txt"));

        let mut capabilities = Capabilities::new();
        let options = json!({ "binary": program, "args": arguments });
        capabilities.set("webkitgtk:browserOptions", options).expect("plain JSON");
        let mut session = None;
        until("the driver opens the window", async || {
            session = WebDriver::builder(&driver.url, capabilities.clone()).await.ok();
            session.is_some()
        })
        .await;
        let session = session.expect("waited for above");
        session.set_script_timeout(BOUND).await.expect("a timeout");
        let window = Self { driver, session };
        window.resize(1440, 900).await;
        window
            .asks_until("the page shows something", "return document.querySelector('main') !== null", vec![])
            .await;
        window
    }

    /// Changes the size, and comes back when the page has drawn itself that large: it hears of its size with a frame.
    pub async fn resize(&self, width: u32, height: u32) {
        self.session.set_window_rect(0, 0, width, height).await.expect("the window has a size");
        let script = "if (innerWidth !== arguments[0] || innerHeight !== arguments[1]) return false;
            const size = `${innerWidth}×${innerHeight}`;
            if (window.drawnAs !== size) requestAnimationFrame(() => { window.drawnAs = size; });
            return window.drawnAs === size;";
        self.asks_until("the window has its size", script, vec![width.into(), height.into()]).await;
    }

    /// Looks until it holds. Panics when that takes too long, and leaves a picture of what is there instead.
    pub async fn waits_until(&self, what: &str, holds: impl AsyncFnMut() -> bool) {
        if comes_true(holds).await {
            return;
        }
        let test = std::thread::current().name().unwrap_or_default().replace("::", "-");
        let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"));
        let taken = self.session.screenshot(&picture).await;
        let focus = self.focus().await;
        panic!(
            "waited in vain until {what}; the focus is on “{focus}”; the screen: {} ({taken:?})",
            picture.display()
        );
    }

    /// The power goes: nothing is said, nothing is saved.
    pub async fn loses_power(self) {
        let program = self.driver.program().expect("the program runs");
        kill(program);
        self.session.leak().ok();
    }

    /// Somebody closes the window, and the program ends by itself.
    pub async fn gets_closed(self) {
        let program = self.driver.program().expect("the program runs");
        self.session.close_window().await.expect("the window closes");
        assert!(ends(program), "a closed window ends the program");
        self.session.leak().ok();
    }
}

/// Looks until it holds. Panics when that takes too long.
async fn until(what: &str, holds: impl AsyncFnMut() -> bool) {
    assert!(comes_true(holds).await, "waited in vain until {what}");
}

async fn comes_true(mut holds: impl AsyncFnMut() -> bool) -> bool {
    let mut patience = ElementPollerWithTimeout::new(BOUND, EVERY);
    while !holds().await {
        if !patience.tick().await {
            return false;
        }
    }
    true
}
