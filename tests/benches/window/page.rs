//! The page's stopwatch: what is handed to `recorder.js` and read from it.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::Window;
use crate::figures::Press;

const RECORDER: &str = include_str!("recorder.js");

impl Window {
    /// Waits for the list and brings the stopwatch into the page.
    pub async fn shows_rows(&self) {
        let rows = "return document.querySelectorAll('[data-viewport] [data-row]').length > 5";
        self.asks_until("rows are there", rows, vec![]).await;
        self.asks(RECORDER, vec![]).await;
    }

    /// Tells the stopwatch something.
    pub async fn tells(&self, call: &str, arguments: Value) {
        self.asks(&format!("window.bench.{call}(...arguments[0]); return true"), vec![arguments]).await;
    }

    /// Asks the stopwatch, and waits for its answer.
    pub async fn learns<T: DeserializeOwned>(&self, call: &str, arguments: Value) -> T {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             Promise.resolve(window.bench.{call}(...arguments[0])).then(done, () => done(null));"
        );
        let answer = self.session.execute_async(script, vec![arguments]).await.expect("the page answers");
        answer.convert().expect("what the stopwatch says")
    }

    /// Presses a key and waits for its result.
    pub async fn times(&self, held: &[Key], key: impl Into<char>, result: &str) -> Press {
        self.tells("expect", json!([result])).await;
        self.pressed(held, key).await
    }

    /// Presses a key and waits for the last change it brings.
    pub async fn times_to_rest(&self, key: impl Into<char>) -> Press {
        self.tells("expectRest", json!([])).await;
        self.pressed(&[], key).await
    }

    async fn pressed(&self, held: &[Key], key: impl Into<char>) -> Press {
        let before = self.processor();
        self.presses_keys(held, key).await;
        let ms = self.learns("result", json!([])).await;
        let after = self.processor();
        Press { ms, core: after.core - before.core, web: after.web - before.web }
    }

    /// Lets the page alone for so many milliseconds of its own time.
    pub async fn rests(&self, ms: u32) {
        self.learns::<Value>("rest", json!([ms])).await;
    }

    /// Puts the focus on a row.
    pub async fn is_in_the_list(&self) {
        self.tells("focus", json!([])).await;
    }
}
