//! Patients out of another program's list: looked at, taken over, taken back, and saved as a list of our own.

use thirtyfour::{By, Key};

use crate::{Home, Start, Window, World};

/// A list with somebody new, somebody of a family that is here, somebody who is here, and a slip. The letters are those
/// of an old Windows.
const LIST: &[u8] = b"Vorname;Nachname;Geburtsdatum;Handy;Krankenkasse\r\n\
    J\xf6rg;Sch\xe4fer;1.2.1990;+1 555-010-0190;AOK\r\n\
    Nuri;Kaya;4.5.2015;+1 555-010-0108;TK\r\n\
    Mateo;Rojas;30.1.1986;+1 555-010-0111;AOK\r\n\
    Ida;Berg;31.2.1990;+1 555-010-0191;TK\r\n\
    =SUM(A1);Lind;;+1 555-010-0192;AOK\r\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_looked_at_taken_over_and_taken_back_without_the_mouse() {
    let (home, world) = (Home::new(), World::with_a_past().await);
    let list = home.data().with_file_name("patienten.csv");
    std::fs::write(&list, LIST).expect("our own folder");
    let window = Window::open(&home, Start::FreshDemo(&world)).await;
    window.sees_in("footer", "Up to date").await;

    window.presses_keys(&[Key::Control], '3').await;
    window.finds("[role=listbox] [role=option]", "Arben Krasniqi").await;
    window.is_accessible("patients").await;
    window.opens_the_import().await;
    window.sees_in("[role=dialog]", "the whole import can be undone").await;
    window.has_focus_on("dialog input").await;
    window.is_accessible("an import, before a file is chosen").await;
    window.is_pictured("import-choose").await;

    // What is no list says so, and another file can be chosen at once.
    let picture = home.data().with_file_name("tooth.png");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").expect("our own folder");
    window.hands_over(&picture).await;
    window.sees_in("[role=alert]", "Line 2 cannot be read as a table or a vCard").await;
    window.is_accessible("a file that is no list").await;

    window.hands_over(&list).await;
    window.sees_in("[role=dialog]", "The letters were read as windows-1252.").await;
    window.sees_in("[role=dialog]", "Jörg Schäfer").await;
    window.sees_in("[role=dialog]", "The date of birth cannot be right.").await;
    window.is_accessible("what the columns are").await;
    window.is_pictured_from_all_sides("import-columns").await;
    window.tabs_to("button Look at all rows").await;
    window.key(Key::Enter).await;

    window.sees_in("[role=dialog]", "5 rows were looked at. Nothing is written yet.").await;
    window.sees_in("[role=dialog]", "Here already as Mateo Rojas: left out").await;
    window.sees_in("[role=dialog]", "Shares a number or address with Elif Yıldız: taken over").await;
    window.has_focus_on("dialog status").await;
    window.is_accessible("what would become of the rows").await;
    window.is_pictured_from_all_sides("import-check").await;
    window.tabs_to("button Import 3 patients").await;
    window.key(Key::Enter).await;

    window.sees_in("[role=dialog]", "Done: 3 new cards.").await;
    window.is_accessible("an import that is done").await;
    window.is_pictured("import-done").await;
    window.key(Key::Escape).await;
    window.finds("[role=listbox] [role=option]", "Jörg Schäfer").await;
    window.has_focus_on("list button Import contacts").await;

    // The list of everybody, as a file that no spreadsheet runs.
    window.key(Key::Tab).await;
    window.has_focus_on("list button Export list").await;
    window.key(Key::Enter).await;
    window.sees("It holds patients’ data in clear.").await;
    let saved = home.downloads();
    assert_eq!(saved.len(), 1, "{saved:?}");
    let text = std::fs::read_to_string(&saved[0]).expect("a list");
    assert!(text.contains("Jörg Schäfer") && text.contains("'=SUM(A1) Lind"), "{text}");

    // The whole import goes, also later, and nobody else.
    window.opens_the_import().await;
    window.sees_in("[role=dialog]", "Earlier imports").await;
    window.tabs_to("button Undo").await;
    window.key(Key::Enter).await;
    window.sees_in("[role=dialog]", "The import is undone: 3 cards are gone.").await;
    window.is_accessible("an import that was taken back").await;
    window.tabs_to("button Close").await;
    window.key(Key::Enter).await;
    window
        .waits_until("Jörg Schäfer is gone", async || !window.shows("[role=listbox]", "Jörg Schäfer").await)
        .await;
    window.finds("[role=listbox] [role=option]", "Mateo Rojas").await;
}

impl Window {
    /// Opens the dialog by keys, from wherever the focus is.
    async fn opens_the_import(&self) {
        self.goes_round_to("list ").await;
        self.tabs_back_to("button Import contacts").await;
        self.key(Key::Enter).await;
        self.sees_in("[role=dialog]", "Import contacts").await;
    }

    /// Chooses a file, as the system's own dialog would.
    async fn hands_over(&self, file: &std::path::Path) {
        let input =
            self.session.find(By::Css("[role=dialog] input[type=file]")).await.expect("a place for a file");
        input.send_keys(file.to_str().expect("a plain path")).await.expect("the file is taken");
    }
}
