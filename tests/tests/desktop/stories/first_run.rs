//! The first start of a practice, with the computer's own keychain: nothing of the demo is here.

use std::fs::OpenOptions;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use crate::{Home, Start, Window};

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_is_set_up_opened_again_and_opened_on_another_computer() {
    let home = Home::new();
    let window = Window::open(&home, Start::Practice).await;
    window.sees_in("h1", "Your practice").await;
    window.is_accessible("first run, the practice").await;
    // Nothing was filled in yet.
    window.presses("Continue to the recovery code").await;
    window.sees("Write the name of the practice.").await;
    window.fills("Name of the practice", "Harbour Street Dental").await;
    window.fills("Your name", "Edie Marlowe").await;
    window.is_pictured_from_all_sides("first-run-practice").await;
    window.presses("Continue to the recovery code").await;

    window.sees_in("h1", "Recovery code").await;
    window.finds("ol[aria-label='Recovery code'] li", "").await;
    let code = window.reads_the_code().await;
    assert!(code.len() >= 10, "a code of 256 bits has many groups");
    window.is_accessible("first run, the code").await;
    window.is_pictured_from_all_sides("first-run-recovery-code").await;
    window.presses("I have it on paper").await;
    let asked = window.is_asked_for().await;
    window.fills(&format!("Group {}", asked[0]), "0000").await;
    window.fills(&format!("Group {}", asked[1]), "0000").await;
    window.presses("Set up the clinic").await;
    window.sees("That is not what the paper says.").await;
    window.is_accessible("first run, proving the code").await;
    for n in &asked {
        window.fills(&format!("Group {n}"), &code[n - 1].to_lowercase()).await;
    }
    window.is_pictured("first-run-recovery-check").await;
    window.presses("Set up the clinic").await;

    window.sees_in("h1", "Connect Instagram").await;
    window.is_accessible("first run, Instagram").await;
    window.is_pictured("first-run-connect-instagram").await;
    window.presses("Leave it for later").await;
    window.sees_in("h1", "Connect WhatsApp, SMS and phone").await;
    window.is_accessible("first run, Twilio").await;
    window.is_pictured_from_all_sides("first-run-connect-twilio").await;
    window.presses("Leave it for later").await;
    window.sees_in("h1", "Ready").await;
    window.is_accessible("first run, ready").await;
    window.is_pictured("first-run-ready").await;
    window.presses("Open the desk").await;
    window.sees_in("footer", "No channel is connected yet").await;
    window.sees("All answered.").await;
    window.is_accessible("an empty desk").await;
    window.is_pictured_from_all_sides("empty-desk").await;
    window.gets_closed().await;

    // The key comes out of the keychain, and nobody is asked anything.
    let window = Window::open(&home, Start::Practice).await;
    window.sees_in("footer", "No channel is connected yet").await;
    window.sees("Edie Marlowe, you").await;
    window.gets_closed().await;

    // Another computer: the data is there, the keychain has nothing for it.
    let elsewhere = Home::new();
    copy(&home.data().join("clinic"), &elsewhere.data().join("clinic"));
    let window = Window::open(&elsewhere, Start::Practice).await;
    window.sees_in("h1", "The key to your clinic is not in the key store").await;
    assert!(!window.shows("body", "Harbour Street Dental").await);
    window.presses("Try again").await;
    window.sees("Still the same").await;
    window.presses("What can I do?").await;
    window.is_accessible("locked").await;
    window.is_pictured_from_all_sides("locked").await;
    window.presses("Use the recovery code").await;
    window.is_accessible("locked, with the form for the code").await;
    window.is_pictured("locked-code").await;
    let mut wrong = code.clone();
    wrong.swap(0, 1);
    window.fills("Recovery code", &wrong.join(" ")).await;
    window.presses("Open the clinic").await;
    window.sees("This recovery code has a typing error or belongs to another clinic.").await;
    window.fills("Recovery code", &code.join(" ").to_lowercase()).await;
    window.presses("Open the clinic").await;
    window.sees_in("footer", "No channel is connected yet").await;
    window.loses_power().await;

    // From now on this computer has the key too.
    let window = Window::open(&elsewhere, Start::Practice).await;
    window.sees_in("footer", "No channel is connected yet").await;
    window.gets_closed().await;

    // A failing disk: what is damaged is put aside whole, and staff decide when to begin anew.
    let database = elsewhere.data().join("clinic").join("anteroom.db");
    let file = OpenOptions::new().write(true).open(database).expect("the clinic's file");
    file.write_all_at(&[0xA5; 64], 1000).expect("damage is done");
    let window = Window::open(&elsewhere, Start::Practice).await;
    window.sees_in("h1", "The data is damaged").await;
    window.presses("What can I do?").await;
    window.is_accessible("damaged").await;
    window.is_pictured("damaged").await;
    window.presses("Begin with an empty inbox").await;
    window.sees("What is not in the new inbox").await;
    window.fills("Name of the practice", "Harbour Street Dental").await;
    window.fills("Your name", "Edie Marlowe").await;
    window.is_accessible("before an empty inbox").await;
    window.is_pictured("start-over").await;
    window.clicks("section button", "Begin with an empty inbox").await;
    window.sees_in("footer", "No channel is connected yet").await;
    let kept = |file: &PathBuf| file.to_string_lossy().contains("damaged");
    assert!(elsewhere.files().iter().any(kept), "the damaged file stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_computer_that_speaks_arabic_is_set_up_in_arabic() {
    let window = Window::open(&Home::new(), Start::PracticeIn("ar_EG.UTF-8")).await;
    window.sees_in("h1", "عيادتك").await;
    assert_eq!(window.asks("return document.documentElement.dir", vec![]).await, "rtl");
    window.fills("اسم العيادة", "عيادة الميناء").await;
    window.fills("اسمك", "سلمى حداد").await;
    window.is_accessible("first run in Arabic").await;
    window.is_pictured("first-run-practice-arabic").await;
    window.presses("تابع إلى رمز الاسترداد").await;
    window.sees_in("h1", "رمز الاسترداد").await;
    window.finds("ol[aria-label='رمز الاسترداد'] li", "").await;
    window.is_accessible("the recovery code in Arabic").await;
    window.is_pictured("first-run-recovery-code-arabic").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_key_store_a_pass_phrase_protects_the_practice() {
    let home = Home::new();
    let window = Window::open(&home, Start::WithoutKeyStore).await;
    window.sees_in("h1", "Your practice").await;
    window.fills("Name of the practice", "Harbour Street Dental").await;
    window.fills("Your name", "Edie Marlowe").await;
    window.presses("Continue to the pass-phrase").await;
    window.sees_in("h1", "Protect with a pass-phrase").await;
    window.is_accessible("first run, the pass-phrase").await;
    window.is_pictured("first-run-pass-phrase").await;
    window.fills("New pass-phrase", "kettle orbit meadow lantern").await;
    window.fills("The pass-phrase once more", "kettle orbit meadow lantern").await;
    window.presses("Continue to the recovery code").await;
    window.proves_the_code().await;
    window.presses("Leave it for later").await;
    window.presses("Leave it for later").await;
    window.presses("Open the desk").await;
    window.sees_in("footer", "No channel is connected yet").await;
    window.gets_closed().await;

    let window = Window::open(&home, Start::WithoutKeyStore).await;
    window.sees_in("h1", "What is the pass-phrase?").await;
    window.is_accessible("the pass-phrase is asked").await;
    window.is_pictured("pass-phrase").await;
    window.fills("Pass-phrase", "kettle orbit meadow pantry").await;
    window.presses("Open the clinic").await;
    window.sees("That is not the pass-phrase.").await;
    window.fills("Pass-phrase", "kettle orbit meadow lantern").await;
    window.presses("Open the clinic").await;
    window.sees_in("footer", "No channel is connected yet").await;
}

impl Window {
    /// Writes into a field with this label, over what stands there.
    async fn fills(&self, label: &str, words: &str) {
        let named = self.finds("label", label).await.attr("for").await.expect("a label");
        let field = format!("[id='{}']", named.expect("a label of a field"));
        let field = self.finds(&field, "").await;
        field.clear().await.expect("a field can be emptied");
        field.send_keys(words).await.expect("a field takes words");
    }

    /// Copies the recovery code and types the groups that are asked for.
    async fn proves_the_code(&self) {
        self.finds("ol[aria-label='Recovery code'] li", "").await;
        let code = self.reads_the_code().await;
        self.presses("I have it on paper").await;
        for n in self.is_asked_for().await {
            self.fills(&format!("Group {n}"), &code[n - 1]).await;
        }
        self.presses("Set up the clinic").await;
    }

    async fn reads_the_code(&self) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll('ol[aria-label] .group')].map((e) => e.textContent.trim())";
        serde_json::from_value(self.asks(script, vec![]).await).expect("a list of groups")
    }

    /// Which two groups must be typed, counted from one.
    async fn is_asked_for(&self) -> Vec<usize> {
        self.sees("type these two groups").await;
        let script = "return [...document.querySelectorAll('.asked label')].map((e) => Number(e.textContent.replace(/\\D/g, '')))";
        serde_json::from_value(self.asks(script, vec![]).await).expect("two numbers")
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the clinic's folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}
