//! What every screen must pass, and its picture.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::Window;

/// The accessibility rules; the same version as in the unit tests of the window.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");

/// Runs every rule and says what is serious, with the places.
const RUN: &str = r"
const done = arguments[arguments.length - 1];
const bad = (one) => one.impact === 'serious' || one.impact === 'critical';
const say = (one) => `${one.id} (${one.impact}): ${one.nodes.map((n) => `${n.html.slice(0, 200)} ${n.failureSummary ?? ''}`).join(' | ')}`;
axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations.filter(bad).map(say)), (error) => done([String(error)]));
";

/// Words that are wider than their place and neither end in dots nor scroll: they lie over whatever is beside them.
const SPILLED: &str = r"
const own = (e) => [...e.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
const spills = (e) => {
  const style = getComputedStyle(e);
  if (style.display.startsWith('inline') || style.overflowX !== 'visible' || !e.checkVisibility()) return false;
  // Where spaces are kept, the one at which a line is broken hangs over its end.
  if (style.whiteSpace === 'pre-wrap') return false;
  const room = e.getBoundingClientRect();
  return room.width > 1 && own(e).some((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const words = range.getBoundingClientRect();
    return words.width > 0 && (words.left < room.left - 1 || words.right > room.right + 1);
  });
};
return [...document.querySelectorAll('body *')].filter(spills).map((e) => e.outerHTML.slice(0, 200));
";

/// What can be pressed or written in and lies beside the window, where nothing scrolls sideways to bring it back.
const OUTSIDE: &str = r"
const scrolls = (e) => e !== null && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth || scrolls(e.parentElement));
const outside = (e) => {
  const { left, right, width } = e.getBoundingClientRect();
  return e.checkVisibility() && width > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(e.parentElement);
};
return [...document.querySelectorAll('button, input, textarea, select, summary, [href], [tabindex]')]
  .filter(outside).map((e) => e.outerHTML.slice(0, 200));
";

/// The window stands still and its parts scroll: what lies below its edge would move all of it once it has the focus.
const BELOW: &str = r"
const page = document.scrollingElement;
if (Math.max(page.scrollHeight, document.body.scrollHeight) <= innerHeight + 1 && page.scrollTop + document.body.scrollTop === 0) return [];
const held = (e) => e !== document.body && (getComputedStyle(e).overflowY !== 'visible' || held(e.offsetParent ?? document.body));
return [...document.querySelectorAll('body *')]
  .filter((e) => e.getBoundingClientRect().bottom > innerHeight + 1 && !held(e.offsetParent ?? document.body))
  .map((e) => e.outerHTML.slice(0, 200)).concat(`the page is ${page.scrollHeight} high, the window ${innerHeight}`);
";

/// Two frames were drawn, nothing moves any more, and every picture and font is there.
const CALM: &str = r"
const done = arguments[arguments.length - 1];
const calm = () => document.getAnimations().every((one) => one.playState !== 'running')
  && document.fonts.status === 'loaded'
  && [...document.images].every((one) => one.complete);
requestAnimationFrame(() => requestAnimationFrame(() => done(calm())));
";

impl Window {
    /// Holds a screen against the accessibility rules, in the light that it has and in the other one.
    pub async fn is_accessible(&self, screen: &str) {
        let light = self.asks("return document.documentElement.dataset.theme", vec![]).await;
        let other = if light == "dark" { "light" } else { "dark" };
        self.is_accessible_now(&format!("{screen}, {light}")).await;
        self.turns(&other.into()).await;
        self.is_accessible_now(&format!("{screen}, {other}")).await;
        self.turns(&light).await;
        self.is_announced(screen).await;
    }

    async fn is_accessible_now(&self, screen: &str) {
        if self.asks("return typeof axe", vec![]).await == "undefined" {
            let rules = std::fs::read_to_string(AXE).expect("the packages of ui/ are installed");
            self.asks(&rules, vec![]).await;
        }
        self.is_calm(screen).await;
        let found = self.session.execute_async(RUN, Vec::new()).await.expect("the rules are run");
        assert_eq!(found.json(), &json!([]), "serious violations: {screen}");
        assert_eq!(self.asks(SPILLED, vec![]).await, json!([]), "words reach out of their place: {screen}");
        assert_eq!(self.asks(OUTSIDE, vec![]).await, json!([]), "out of the window's reach: {screen}");
        assert_eq!(self.asks(BELOW, vec![]).await, json!([]), "below the window: {screen}");
    }

    /// Changes the light without going to the settings, as the program itself writes it.
    async fn turns(&self, theme: &Value) {
        self.asks("document.documentElement.dataset.theme = arguments[0]", vec![theme.clone()]).await;
    }

    async fn is_calm(&self, screen: &str) {
        self.waits_until(&format!("{screen} is at rest"), async || {
            let asked = self.session.execute_async(CALM, Vec::new()).await;
            asked.is_ok_and(|answer| answer.json() == true)
        })
        .await;
    }

    /// Keeps a picture of the screen for the documentation.
    pub async fn is_pictured(&self, name: &str) {
        // Away from whatever was pressed last, which would look different under the pointer.
        self.session.action_chain().move_to(2, 2).perform().await.expect("the pointer moves");
        self.is_calm(name).await;
        let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/screenshots"));
        std::fs::create_dir_all(&folder).expect("the folder for pictures");
        self.session.screenshot(&folder.join(format!("{name}.png"))).await.expect("a picture");
    }

    /// A picture of a screen as it is, one in the dark, and one in the smallest window that the program is made for.
    pub async fn is_pictured_from_all_sides(&self, name: &str) {
        self.is_pictured(name).await;
        self.is_pictured_in("dark", &format!("{name}-dark")).await;
        self.resize(1024, 768).await;
        self.is_accessible(&format!("{name} at 1024 by 768")).await;
        self.is_pictured(&format!("{name}-1024x768")).await;
        self.resize(1440, 900).await;
    }

    /// The same in the other light.
    pub async fn is_pictured_in(&self, theme: &str, name: &str) {
        let before = self.asks("return document.documentElement.dataset.theme", vec![]).await;
        self.turns(&theme.into()).await;
        self.is_pictured(name).await;
        self.turns(&before).await;
    }
}
