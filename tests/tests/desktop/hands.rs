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

    /// Waits until the focus is elsewhere.
    pub async fn changes_focus(&self, from: &str) {
        self.waits_until("the focus has moved", async || self.focus().await != from).await;
    }

    /// Goes down the list until somebody is chosen, and opens them; the focus is on what was said then.
    pub async fn goes_to(&self, name: &str) {
        self.goes_into_the_list().await;
        self.key(Key::Home).await;
        for _ in 0..60 {
            let here = self.focus().await;
            if here.starts_with(&format!("list option {name}")) {
                self.key(Key::Enter).await;
                self.sees_in("[data-pane=conversation]", name).await;
                self.has_focus_on("conversation log Conversation with").await;
                return;
            }
            self.key('j').await;
            self.changes_focus(&here).await;
        }
        panic!("{name} is not in the list");
    }

    /// Goes round the panes until the focus is on a row of the list.
    pub async fn goes_into_the_list(&self) {
        // A row is drawn, measured and then shown; while it is hidden nothing can take it.
        let row = "
            const row = document.querySelector('[data-row][data-pane-focus]');
            return row !== null && getComputedStyle(row).visibility === 'visible'";
        self.asks_until("a row can take the focus", row, vec![]).await;
        self.goes_round_to("list option").await;
    }

    /// Goes round the panes with F6 until the focus is somewhere, said as in [`Window::focus`].
    pub async fn goes_round_to(&self, beginning: &str) {
        // More often than there are panes: the first presses may come before the window hears any.
        for _ in 0..40 {
            if self.focus().await.starts_with(beginning) {
                return;
            }
            self.key(Key::F6).await;
        }
        panic!("F6 does not lead to “{beginning}”; the focus is on “{}”", self.focus().await);
    }

    /// Who stands in the row with the focus.
    pub async fn row_in_focus(&self) -> String {
        let focus = self.focus().await;
        let row = focus.strip_prefix("list option ").expect("the focus is on a row");
        row.split(',').next().expect("a name").to_owned()
    }

    /// Goes on with Tab to something of a kind, by the beginning of its name.
    pub async fn tabs_to(&self, target: &str) {
        self.presses_on_to(&[], Key::Tab, target).await;
    }

    /// Goes back with Shift+Tab.
    pub async fn tabs_back_to(&self, target: &str) {
        self.presses_on_to(&[Key::Shift], Key::Tab, target).await;
    }

    /// Presses a key again and again until the focus is on something of a kind, by the beginning of its name.
    pub async fn presses_on_to(&self, held: &[Key], key: Key, target: &str) {
        let is_there = |focus: &str| focus.split_once(' ').is_some_and(|(_, what)| what.starts_with(target));
        for _ in 0..80 {
            if is_there(&self.focus().await) {
                return;
            }
            self.presses_keys(held, key.clone()).await;
        }
        panic!("the keys do not lead to “{target}”; the focus is on “{}”", self.focus().await);
    }

    /// Does something by its name in the palette.
    pub async fn does(&self, words: &str, command: &str) {
        self.presses_keys(&[Key::Control], 'k').await;
        self.has_focus_on("dialog combobox Search or jump").await;
        self.types(&format!(">{words}")).await;
        self.finds("[role=dialog] [role=option][aria-selected=true]", command).await;
        self.key(Key::Enter).await;
    }

    /// Goes to a page of the settings without the mouse; leaves the focus at its top.
    pub async fn goes_to_settings(&self, page: &str) {
        self.does(&format!("settings {page}"), &format!("Settings: {page}")).await;
        self.sees_in("#settings-page", page).await;
        self.goes_round_to("conversation group").await;
    }

    /// Shows a queue or a view without the mouse; leaves the focus on its button in the sidebar.
    pub async fn goes_to_queue(&self, name: &str) {
        self.goes_into_the_list().await;
        self.tabs_back_to(&format!("button {name}")).await;
        self.key(Key::Enter).await;
        self.finds("nav button[aria-current=true]", name).await;
    }
}
