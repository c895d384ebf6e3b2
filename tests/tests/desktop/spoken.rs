//! What a screen reader is told: the role and the name that the web view itself works out for everything that can be
//! operated, from the tree that it hands to the system.
//!
//! Refused: our own idea of a name (see `eyes`), which is only a way of finding things; the system's bus (AT-SPI), on
//! which WebKitGTK shows no page in a session without a desktop.

use std::fmt::Debug;
use std::sync::Arc;

use http::Method;
use serde_json::Value;
use thirtyfour::WebElement;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::prelude::WebDriverResult;

use crate::Window;

/// What can be operated and is on the screen, a bounded number of it: rows of one list are alike.
const OPERATED: &str = r"
const of = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=option], [role=tab], [role=menuitem], [role=slider], [role=log], nav, aside';
const seen = new Map();
return [...document.querySelectorAll(of)].filter((e) => {
  if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('[aria-hidden=true], [inert]')) return false;
  const kind = `${e.localName} ${e.getAttribute('role') ?? ''} ${e.className}`;
  seen.set(kind, (seen.get(kind) ?? 0) + 1);
  return seen.get(kind) <= 12;
});
";

/// A question about one element that the driver's client does not know.
#[derive(Debug)]
struct Computed(Arc<str>);

impl ExtensionCommand for Computed {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> Method {
        Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        self.0.clone()
    }
}

impl Window {
    async fn computed(&self, what: &str, of: &WebElement) -> WebDriverResult<String> {
        let endpoint = format!("/element/{}/{what}", of.element_id()).into();
        let asked = Command::ExtensionCommand(Box::new(Computed(endpoint)));
        self.session.handle().cmd(asked).await?.value()
    }

    /// Everything that can be operated is announced by a name and as what it is.
    pub async fn is_announced(&self, screen: &str) {
        let found = self.session.execute(OPERATED, Vec::new()).await.expect("the page is read");
        let all = found.elements().expect("elements");
        assert!(!all.is_empty(), "{screen}: nothing can be operated");
        let mut wrong = Vec::new();
        for one in all {
            // What went away meanwhile is not there any more.
            let (Ok(role), Ok(name)) =
                (self.computed("computedrole", &one).await, self.computed("computedlabel", &one).await)
            else {
                continue;
            };
            // The head of something that opens has a role of the web view's own, for which WebDriver has no word.
            let opens = one.tag_name().await.is_ok_and(|tag| tag == "summary");
            let without = matches!(role.as_str(), "generic" | "none") || (role.is_empty() && !opens);
            let silent = name.trim().is_empty() || without;
            if silent {
                let html = one.outer_html().await.unwrap_or_default();
                wrong.push(format!("{role:?} {name:?}: {}", html.chars().take(200).collect::<String>()));
            }
        }
        assert!(wrong.is_empty(), "{screen}: a screen reader has nothing to say: {wrong:#?}");
    }
}
