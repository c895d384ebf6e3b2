//! What staff do: press, choose, type.

use thirtyfour::{Key, WebElement};

use crate::Window;

impl Window {
    /// Presses a button, by the beginning of its name.
    pub async fn presses(&self, name: &str) {
        self.clicks("button, summary", name).await;
    }

    /// Clicks something of a kind. What is drawn anew under the pointer is looked for again.
    pub async fn clicks(&self, kind: &str, name: &str) {
        self.waits_until(&format!("{kind} “{name}” can be clicked"), async || {
            self.finds(kind, name).await.click().await.is_ok()
        })
        .await;
    }

    /// Shows a queue.
    pub async fn shows_queue(&self, name: &str) {
        self.clicks("nav button", name).await;
        self.finds("section", &format!("List: {name}")).await;
    }

    /// Opens the conversation with somebody, newest first, wherever they are in the list of all.
    pub async fn opens(&self, name: &str) {
        self.shows_queue("All").await;
        self.scrolls_to(name).await;
        self.clicks("[data-row]", name).await;
        self.sees_in("[data-pane=conversation]", name).await;
    }

    /// The field to reply in.
    pub async fn field(&self) -> WebElement {
        self.finds("[data-pane=dock] textarea", "Write to").await
    }

    /// Writes a reply without sending it.
    pub async fn writes(&self, words: &str) {
        let field = self.field().await;
        field.click().await.expect("the field takes the focus");
        field.send_keys(words).await.expect("the field takes words");
    }

    /// Writes a reply and sends it.
    pub async fn replies(&self, words: &str) {
        self.writes(words).await;
        self.presses("Send").await;
        self.sees_in("[role=log]", words).await;
    }

    /// Chooses one of a few.
    pub async fn chooses(&self, of: &str, choice: &str) {
        let kind = format!("[role=radiogroup][aria-label='{of}'] label");
        self.clicks(&kind, choice).await;
        let chosen = format!("{kind}.on");
        self.finds(&chosen, choice).await;
    }

    /// Goes to a page of the settings.
    pub async fn opens_settings(&self, page: &str) {
        self.presses_keys(&[Key::Control], ',').await;
        self.clicks("nav.list button", page).await;
        self.sees_in("#settings-page", page).await;
    }

    /// Goes back to the inbox.
    pub async fn opens_inbox(&self) {
        self.presses_keys(&[Key::Control], '1').await;
        self.finds("section", "List:").await;
    }

    /// Replies leave at once from now on.
    pub async fn needs_no_undo(&self) {
        self.opens_settings("Sending and calling").await;
        self.chooses("Time to take a reply back", "None").await;
        self.opens_inbox().await;
    }

    /// Presses one key.
    pub async fn key(&self, key: impl Into<char>) {
        self.presses_keys(&[], key).await;
    }

    /// Presses a key while others are held.
    pub async fn presses_keys(&self, held: &[Key], key: impl Into<char>) {
        let key = key.into();
        let mut chain = self.session.action_chain();
        for held in held {
            chain = chain.key_down(held.clone());
        }
        chain = chain.key_down(key).key_up(key);
        for held in held.iter().rev() {
            chain = chain.key_up(held.clone());
        }
        chain.perform().await.expect("keys are heard");
    }

    /// Types where the focus is.
    pub async fn types(&self, words: &str) {
        self.session.action_chain().send_keys(words).perform().await.expect("keys are heard");
    }
}
