//! Telling through the system that something came. The shell implements it.

mod words;

pub use words::Words;

/// What came, as counts only: the system keeps a copy of what it shows, where no erasure reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Patients' messages.
    pub messages: u32,
    /// Missed calls and voicemails.
    pub calls: u32,
}

impl News {
    /// Both together.
    #[must_use]
    pub const fn and(self, more: &Self) -> Self {
        Self {
            messages: self.messages.saturating_add(more.messages),
            calls: self.calls.saturating_add(more.calls),
        }
    }

    /// Nothing came.
    pub const fn is_nothing(&self) -> bool {
        self.messages == 0 && self.calls == 0
    }
}

/// Shows news.
pub trait Notifier: Send + Sync {
    /// Must not block; a missing notification service is not an error.
    fn notify(&self, news: News);
}

/// Tells nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Notifier for Silent {
    fn notify(&self, _: News) {}
}
