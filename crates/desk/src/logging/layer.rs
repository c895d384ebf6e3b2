//! From an event to a line of JSON, letting only known fields through.

use std::fmt;
use std::sync::Arc;

use anteroom_model::Clock;
use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer};

use super::LogFiles;

/// Field names that may be logged. Adding one is a decision about patients' privacy.
const ALLOWED: [&str; 13] = [
    "event", "channel", "status", "attempt", "ms", "n", "err_code", "feed", "provider", "account", "http",
    "task", "state",
];
/// Codes, ids and names of ours are shorter.
const LONGEST: usize = 80;

/// Writes events as JSON lines, allowed fields only.
pub struct AllowList {
    files: LogFiles,
    clock: Arc<dyn Clock>,
}

impl AllowList {
    /// A layer that writes into `files`.
    pub fn new(files: LogFiles, clock: Arc<dyn Clock>) -> Self {
        Self { files, clock }
    }
}

impl<S: Subscriber> Layer<S> for AllowList {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut line = Line(Map::new());
        line.put("at", Value::from(self.clock.now().to_string()));
        line.put("level", Value::from(event.metadata().level().as_str()));
        line.put("module", Value::from(event.metadata().target()));
        event.record(&mut line);
        self.files.write(&Value::Object(line.0).to_string());
    }
}

/// A line in the making.
struct Line(Map<String, Value>);

impl Line {
    fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    fn allowed(&mut self, field: &Field, value: Value) {
        if ALLOWED.contains(&field.name()) {
            self.put(field.name(), value);
        }
    }
}

impl Visit for Line {
    fn record_i64(&mut self, field: &Field, value: i64) {
        self.allowed(field, Value::from(value));
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.allowed(field, Value::from(value));
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.allowed(field, Value::from(value));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        if looks_like_a_code(value) {
            self.allowed(field, Value::from(value));
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if ALLOWED.contains(&field.name()) {
            self.record_str(field, &format!("{value:?}"));
        }
    }
}

/// `RateLimited`, `019a3f…`, `crates/desk/src/intake.rs:12`: what our own code writes. A name with a space, a
/// telephone number with its `+`, a handle with its `@` are not of this shape.
pub(super) fn looks_like_a_code(value: &str) -> bool {
    value.len() <= LONGEST
        && value
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':' | b'/' | b'\\'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anteroom_model::ManualClock;
    use jiff::Timestamp;
    use tracing_subscriber::layer::SubscriberExt;

    /// What is logged by `log`, line by line.
    fn logged(log: impl FnOnce()) -> Vec<Value> {
        let folder = tempfile::tempdir().expect("a folder");
        let clock: Arc<dyn Clock> = Arc::new(ManualClock::at(Timestamp::UNIX_EPOCH));
        let files = LogFiles::in_folder(folder.path(), clock.clone());
        let subscriber = tracing_subscriber::registry().with(AllowList::new(files, clock));
        tracing::subscriber::with_default(subscriber, log);
        let text = std::fs::read_to_string(folder.path().join("anteroom.log")).expect("the log");
        text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }

    #[test]
    fn a_failure_of_the_store_keeps_its_code_in_the_log() {
        use crate::fault::Fault;
        use crate::views::WireError;
        use anteroom_store::{Conflict, StoreError};
        let told = |error: StoreError| {
            let lines = logged(|| drop(WireError::from(Fault::Store(error))));
            (lines[0]["state"].clone(), lines[0]["n"].clone())
        };
        assert_eq!(told(StoreError::Sqlite(1034)), ("sqlite".into(), 1034.into()));
        assert_eq!(told(StoreError::Io(std::io::ErrorKind::TimedOut)), ("io".into(), Value::Null));
        assert_eq!(
            told(StoreError::Conflict(Conflict::OutboxState)),
            ("outbox_state".into(), Value::Null),
            "a word for each conflict, not for all of them"
        );
    }

    #[test]
    fn only_codes_under_known_names_are_written() {
        // Compared as values: the order of keys depends on what else is built into the program.
        let lines = logged(|| {
            tracing::info!(event = "poll", n = 3, patient = "Leila", channel = %"sms", "Leila wrote");
            tracing::warn!(event = "Leila Haddad", task = ?Some("+447700900142"), err_code = ?Some(1));
        });
        let (at, module) = ("1970-01-01T00:00:00Z", "anteroom_desk::logging::layer::tests");
        assert_eq!(
            lines,
            [
                serde_json::json!({ "at": at, "level": "INFO", "module": module, "event": "poll", "n": 3, "channel": "sms" }),
                serde_json::json!({ "at": at, "level": "WARN", "module": module }),
            ]
        );
    }
}
