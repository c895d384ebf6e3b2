//! What staff see: words, rows, where the focus is.

use serde_json::Value;
use thirtyfour::WebElement;

use crate::Window;

/// How a screen reader would say what something is called, with plain spaces and without the invisible marks that keep
/// directions apart.
const NAME: &str = r"
const plain = (text) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();
const heard = (node) => node.nodeType === Node.TEXT_NODE ? node.data
  : node.getAttribute?.('aria-hidden') === 'true' ? '' : [...node.childNodes].map(heard).join('');
const nameOf = (e) => plain(e.getAttribute('aria-label') ?? heard(e));
";

/// Finds what is on the screen by a selector and the beginning of its name.
const FIND: &str = r"
const [selector, name] = arguments;
const shown = (e) => e.checkVisibility() && !e.closest('[aria-hidden=true]');
return [...document.querySelectorAll(selector)].find((e) => shown(e) && nameOf(e).startsWith(name)) ?? null;
";

/// Where the focus is: its pane or dialog, its kind, its name.
const FOCUS: &str = r"
const e = document.activeElement;
if (!e || e === document.body) return 'nowhere';
const around = e.closest('[data-pane], [role=dialog]');
const pane = around?.dataset.pane ?? around?.getAttribute('role') ?? '-';
return `${pane} ${e.getAttribute('role') ?? e.localName} ${nameOf(e)}`;
";

/// Scrolls through the list, which holds only the rows near the screen, until a row comes along and can be pressed: not
/// while the list still moves.
const SCROLL: &str = r"
const found = [...document.querySelectorAll('[data-row]')].find((row) => nameOf(row).startsWith(arguments[0]));
const list = document.querySelector('[data-viewport]');
const end = list.scrollTop + list.clientHeight >= list.scrollHeight - 2;
if (!found) list.scrollTop = end ? 0 : list.scrollTop + list.clientHeight / 2;
found?.scrollIntoView({ block: 'nearest' });
const { x, y, width, height } = found?.getBoundingClientRect() ?? {};
const rests = window.rowWasAt === y;
window.rowWasAt = y;
return found !== undefined && rests && found.contains(document.elementFromPoint(x + width / 2, y + height / 2));
";

/// Whether words can be read somewhere on the screen, or inside what a selector names.
const READ: &str = r"
const [selector, words] = arguments;
const plain = (text) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
return [...document.querySelectorAll(selector)].some((e) => plain(e.innerText).includes(words));
";

impl Window {
    /// Runs a script in the page.
    pub async fn asks(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.session.execute(script, arguments).await.expect("the page answers");
        answer.json().clone()
    }

    /// Asks the page until it says yes; gives the answer.
    pub async fn asks_until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Value {
        let mut answer = Value::Null;
        self.waits_until(what, async || {
            // While the page loads there may be nobody to ask.
            let asked = self.session.execute(script, arguments.clone()).await;
            answer = asked.map_or(Value::Null, |answer| answer.json().clone());
            !matches!(answer, Value::Null | Value::Bool(false))
        })
        .await;
        answer
    }

    /// Waits until these words can be read.
    pub async fn sees(&self, words: &str) {
        self.sees_in("body", words).await;
    }

    /// Waits until these words can be read in a part of the window.
    pub async fn sees_in(&self, part: &str, words: &str) {
        let what = format!("“{words}” can be read in {part}");
        self.asks_until(&what, READ, vec![part.into(), words.into()]).await;
    }

    /// Waits until these words can no longer be read.
    pub async fn no_longer_sees(&self, words: &str) {
        let arguments: Vec<Value> = vec!["body".into(), words.into()];
        self.waits_until(&format!("“{words}” is gone"), async || {
            self.asks(READ, arguments.clone()).await == false
        })
        .await;
    }

    /// Whether these words can be read now.
    pub async fn shows(&self, part: &str, words: &str) -> bool {
        self.asks(READ, vec![part.into(), words.into()]).await == true
    }

    /// Waits for something of this kind with a name that begins like this.
    pub async fn finds(&self, kind: &str, name: &str) -> WebElement {
        let arguments: Vec<Value> = vec![kind.into(), name.into()];
        let mut found = None;
        self.waits_until(&format!("there is {kind} “{name}”"), async || {
            let asked = self.session.execute(format!("{NAME}{FIND}"), arguments.clone()).await;
            found = asked.ok().and_then(|answer| answer.element().ok());
            found.is_some()
        })
        .await;
        found.expect("waited for above")
    }

    /// What has the focus: the name of its pane (or `-`), its kind, and its name.
    pub async fn focus(&self) -> String {
        self.asks(&format!("{NAME}{FOCUS}"), vec![]).await.as_str().expect("a string").to_owned()
    }

    /// Waits until these words, and no others, stand in the field with the focus.
    pub async fn reads_in_the_field(&self, words: &str) {
        let written = "return document.activeElement.value === arguments[0]";
        let what = format!("“{words}” stands in the field with the focus");
        self.asks_until(&what, written, vec![words.into()]).await;
    }

    /// Scrolls until a row is there.
    pub async fn scrolls_to(&self, name: &str) {
        let what = format!("{name} is in the list");
        self.asks_until(&what, &format!("{NAME}{SCROLL}"), vec![name.into()]).await;
    }

    /// Waits until the focus is somewhere, said as in [`Window::focus`].
    pub async fn has_focus_on(&self, beginning: &str) {
        let what = format!("the focus is on “{beginning}”");
        self.waits_until(&what, async || self.focus().await.starts_with(beginning)).await;
    }
}
