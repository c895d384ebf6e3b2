//! Telling that somebody wrote: counts only, grouped, and only while nobody looks at the window.
//!
//! Refused: names or words in a notification. Windows keeps them in a database of its own, where no erasure reaches.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_model::{BoxFuture, Clock};
use jiff::{SignedDuration, Timestamp};

use crate::notify::{News, Notifier};
use crate::tasks::{Bell, NextWake, Turn};

/// Several messages within this time are one notification.
const GROUP: SignedDuration = SignedDuration::from_secs(10);

/// Collects what came while nobody looked.
pub struct Notices {
    bell: Bell,
    clock: Arc<dyn Clock>,
    notifier: Arc<dyn Notifier>,
    wanted: AtomicBool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    looking: bool,
    untold: News,
    last: Option<Timestamp>,
}

impl Notices {
    /// Nothing came yet.
    pub fn new(clock: Arc<dyn Clock>, notifier: Arc<dyn Notifier>) -> Self {
        let wanted = AtomicBool::new(true);
        Self { bell: Bell::default(), clock, notifier, wanted, state: Mutex::default() }
    }

    /// Whether the clinic wants to be told at all.
    pub fn want(&self, wanted: bool) {
        self.wanted.store(wanted, Ordering::Relaxed);
    }

    /// Somebody looks at the window, or looks away.
    pub fn looking(&self, looking: bool) {
        let mut state = self.lock();
        *state = State { looking, last: state.last, ..State::default() };
    }

    /// Whether somebody looks at the window.
    pub fn is_looking(&self) -> bool {
        self.lock().looking
    }

    /// Something came.
    pub fn came(&self, news: News) {
        let mut state = self.lock();
        if !news.is_nothing() && !state.looking {
            state.untold = state.untold.and(&news);
            self.bell.ring();
        }
    }

    fn tell(&self) -> NextWake {
        let now = self.clock.now();
        let mut state = self.lock();
        if state.untold.is_nothing() || !self.wanted.load(Ordering::Relaxed) {
            return None;
        }
        if let Some(at) = state.last.map(|last| last + GROUP).filter(|at| *at > now) {
            return Some(at);
        }
        state.last = Some(now);
        self.notifier.notify(std::mem::take(&mut state.untold));
        None
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn for Notices {
    fn name(&self) -> &'static str {
        "notices"
    }

    fn bell(&self) -> &Bell {
        &self.bell
    }

    fn turn(&self) -> BoxFuture<'_, NextWake> {
        Box::pin(async { self.tell() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anteroom_model::ManualClock;

    #[derive(Default)]
    struct Heard(Mutex<Vec<News>>);

    impl Notifier for Heard {
        fn notify(&self, news: News) {
            self.0.lock().expect("one thread").push(news);
        }
    }

    const fn messages(messages: u32) -> News {
        News { messages, calls: 0 }
    }

    #[test]
    fn a_busy_minute_is_one_notification_and_looking_ends_it() {
        let clock = ManualClock::at(Timestamp::UNIX_EPOCH);
        let heard = Arc::new(Heard::default());
        let notices = Notices::new(Arc::new(clock.clone()), heard.clone());
        notices.came(messages(1));
        assert_eq!(notices.tell(), None);
        notices.came(News { calls: 1, ..messages(2) });
        notices.came(messages(1));
        assert_eq!(notices.tell(), Some(Timestamp::UNIX_EPOCH + GROUP));
        clock.advance(GROUP);
        notices.tell();
        notices.tell();
        notices.looking(true);
        notices.came(messages(5));
        notices.tell();
        notices.looking(false);
        notices.want(false);
        notices.came(messages(1));
        notices.tell();
        assert_eq!(*heard.0.lock().expect("one thread"), [messages(1), News { messages: 3, calls: 1 }]);
    }
}
