//! What the shell holds while it runs: the clinic, and the pump that carries news to the window.
//!
//! Holds: exactly one pump per open desk; it starts before the window reads its first page, so that nothing falls
//! between the two. Whether somebody looks at the window is known here, and every desk that opens is told. Recorders
//! see the window only while a clinic is open that lets them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_desk::Desk;
use anteroom_desk::clinic::Clinic;
use anteroom_desk::views::{FeedBatch, FeedItem, StaleTopic, Watch, WireError};
use tauri::async_runtime::{JoinHandle, spawn};
use tauri::{AppHandle, Manager};
use tauri_specta::Event;
use tokio::sync::OnceCell;

use crate::contract::Feed;
use crate::window;

/// What to open at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// The practice, or first run.
    Practice,
    /// The demo clinic.
    Demo,
    /// A new demo clinic, whatever became of the old one.
    FreshDemo,
}

/// The shell's state.
pub struct Shell {
    app: AppHandle,
    clinic: Arc<Clinic>,
    begun: OnceCell<()>,
    opens: Opens,
    pump: Mutex<Option<JoinHandle<()>>>,
    looked_at: AtomicBool,
}

impl Shell {
    /// A shell around a clinic that was not looked at yet.
    pub fn new(app: AppHandle, clinic: Arc<Clinic>, opens: Opens) -> Self {
        Self {
            app,
            clinic,
            begun: OnceCell::new(),
            opens,
            pump: Mutex::new(None),
            looked_at: AtomicBool::new(false),
        }
    }

    /// The clinic, looked at: the first caller waits until it is open, locked, or known to be new.
    pub async fn clinic(&self) -> &Clinic {
        self.begun
            .get_or_init(|| async {
                if self.opens == Opens::FreshDemo {
                    // None there is fine too; only a folder with the demo mark is ever deleted.
                    let _ = self.clinic.demo_remove().await;
                }
                let begun = match self.opens {
                    Opens::Practice => self.clinic.begin().await,
                    Opens::Demo | Opens::FreshDemo => self.clinic.demo_start().await,
                };
                if let Err(error) = begun {
                    tracing::warn!(event = "not_begun", err_code = ?error.code);
                }
                self.desk_changed().await;
            })
            .await;
        &self.clinic
    }

    /// The open desk.
    pub async fn desk(&self) -> Result<Desk, WireError> {
        self.clinic().await.desk().await
    }

    /// The open desk, which knows from now on what the window looks at.
    pub async fn looking_at(&self, watch: Watch) -> Result<Desk, WireError> {
        let desk = self.desk().await?;
        desk.watch(watch);
        Ok(desk)
    }

    /// Another desk is open, or none: the old pump ends, a new one begins, and recorders see the window only if this
    /// desk's clinic lets them.
    pub async fn desk_changed(&self) {
        self.protect_window().await;
        let next = self.clinic.desk().await.ok().map(|desk| {
            // The window had the focus before this desk was there to be told.
            desk.looking(self.looked_at.load(Ordering::Relaxed));
            let (app, mut feed) = (self.app.clone(), desk.feed());
            spawn(async move {
                while let Some(batch) = feed.next().await {
                    if Feed(batch).emit_to(&app, window::MAIN).is_err() {
                        tracing::warn!(event = "feed_not_delivered");
                    }
                }
                // The desk was closed under the window (the demo clinic went away, say): it asks where we stand.
                let ended =
                    FeedBatch { number: 0, items: vec![FeedItem::Stale { topics: vec![StaleTopic::App] }] };
                let _ = Feed(ended).emit_to(&app, window::MAIN);
            })
        });
        let old = std::mem::replace(&mut *self.pump.lock().unwrap_or_else(PoisonError::into_inner), next);
        if let Some(old) = old {
            old.abort();
        }
    }

    /// Keeps screen recorders away from the window, or not, as the clinic that is open says now.
    pub async fn protect_window(&self) {
        let hide = self.clinic.hides_from_recording().await;
        if let Some(window) = self.app.get_webview_window(window::MAIN)
            && window.set_content_protected(hide).is_err()
        {
            tracing::warn!(event = "recording_not_hidden");
        }
    }

    /// Somebody looks at the window, or looks away. Noted at once; the desk is told by [`Shell::tell_looking`].
    pub fn looking(&self, looking: bool) {
        self.looked_at.store(looking, Ordering::Relaxed);
    }

    /// Tells the open desk what is the case now, whichever of several changes it was called for.
    pub async fn tell_looking(&self) {
        if let Ok(desk) = self.desk().await {
            desk.looking(self.looked_at.load(Ordering::Relaxed));
        }
    }

    /// Closes the desk in order.
    pub async fn close(&self) {
        self.clinic.close().await;
    }
}
