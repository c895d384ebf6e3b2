//! Files that are no lists of contacts, are broken, or would hold up the desk: refused with the line, or row by row with a
//! reason, and nothing is half done.

use anteroom_desk::Desk;
use anteroom_desk::views::{Code, RowProblem, WireError};
use anteroom_tests::Clinic;

use crate::contacts::{check, names, run};

/// Lines and what is wrong with them.
type Told<'a> = &'a [(u32, RowProblem)];

/// What is told about the rows of a file, or why it is refused.
fn told(desk: &Desk, file: &[u8]) -> Result<Vec<(u32, RowProblem)>, WireError> {
    desk.contacts_open(file.to_vec())?;
    let mut found = desk.contacts_check(true)?;
    while !found.done {
        found = desk.contacts_check(false)?;
    }
    Ok(found.bad_rows.into_iter().map(|row| (row.line, row.problem)).collect())
}

#[tokio::test]
async fn every_hostile_file_is_refused_with_its_line_or_told_row_by_row() {
    let clinic = Clinic::open().await;
    let desk = clinic.desk();
    let utf16 = |text: &str| -> Vec<u8> {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let big = |unit: &str, n: usize| unit.repeat(n);
    let refused: [(&str, Vec<u8>, u32); 8] = [
        ("nothing", Vec::new(), 1),
        ("a spreadsheet's own format", b"PK\x03\x04\x14\0\x06\0\x08\0".to_vec(), 1),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".to_vec(), 2),
        ("a quote that is never closed", b"Name,Note\nA,\"b\nC,d\n".to_vec(), 2),
        ("a row that never ends", format!("Name,Note\nA,{}", big("b", 3 << 20)).into_bytes(), 2),
        ("more columns than any table has", big(",", 3000).into_bytes(), 1),
        ("more columns in a row", format!("Name\nA{}\n", big(",", 3000)).into_bytes(), 2),
        ("a card of endless lines", format!("BEGIN:VCARD\n{}", big("X:y\n", 6000)).into_bytes(), 5002),
    ];
    for (what, file, line) in refused {
        let refused = told(desk, &file).expect_err(what);
        assert_eq!(
            (refused.code, refused.params["line"].as_str()),
            (Code::ContactsBroken, &*line.to_string()),
            "{what}"
        );
    }
    let rows: [(&str, Vec<u8>, Told<'_>); 9] = [
        ("Windows letters", b"Name;Ort\nM\xfcller;K\xf6ln\n".to_vec(), &[]),
        ("UTF-16", utf16("Name\tPhone\nMüller\t07700 900142\n"), &[]),
        (
            "half of a pair of UTF-16",
            [utf16("Name\tPhone\nA\t\n"), vec![0x00, 0xd8, b'\n', 0]].concat(),
            &[(3, RowProblem::Broken)],
        ),
        (
            "NUL behind the beginning",
            format!("Name,Note\n{}B\0,c\n", big("A,bbbbbbbb\n", 9000)).into_bytes(),
            &[(9002, RowProblem::Broken)],
        ),
        ("letters that were lost", "Name\nM\u{fffd}ller\n".into(), &[(2, RowProblem::Broken)]),
        (
            "cells that came apart",
            b"Name,Phone\nHaddad, Leila,07700 900142\n".to_vec(),
            &[(2, RowProblem::Cells)],
        ),
        (
            "a name as long as a book",
            format!("Name\n{}\n", big("a", 9000)).into_bytes(),
            &[(2, RowProblem::TooLong)],
        ),
        (
            "a card that ends in the middle",
            b"BEGIN:VCARD\nFN:Leila\nEND:VCARD\nBEGIN:VCARD\nFN:Om".to_vec(),
            &[(4, RowProblem::CutShort)],
        ),
        (
            "a picture in a card without an end of its line",
            format!("BEGIN:VCARD\nFN:Leila\nPHOTO:{}\nEND:VCARD\n", big("A", 3 << 20)).into_bytes(),
            &[],
        ),
    ];
    for (what, file, problems) in rows {
        assert_eq!(told(desk, &file).expect(what), problems, "{what}");
    }
    assert!(names(desk).is_empty(), "looking writes nothing");
}

#[tokio::test]
async fn a_file_bigger_than_any_list_is_refused_before_it_is_read() {
    let clinic = Clinic::open().await;
    let refused = clinic.desk().contacts_open(vec![b'a'; 200_000_001]).expect_err("too big");
    assert_eq!((refused.code, refused.params["most"].as_str()), (Code::ContactsTooBig, "200"));
}

#[tokio::test]
async fn the_practices_own_number_in_every_row_does_not_make_everybody_one_family() {
    let clinic = Clinic::open().await.with_twilio().await;
    clinic.sim.twilio().patient("+447700900142").writes("hello");
    clinic.advance(anteroom_tests::minutes(1)).await;
    let desk = clinic.desk();
    let rows: String = (0..300).map(|n| format!("Person {n},07700 900142\n")).collect();
    desk.contacts_open(format!("Name,Phone\n{rows}").into_bytes()).expect("a file");
    let found = check(desk);
    assert_eq!((found.good, found.bad), (50, 250));
    assert_eq!(found.bad_rows[0].problem, RowProblem::TooShared);
    let done = run(desk).await;
    assert_eq!((done.made, done.bad), (50, 250));
}

#[tokio::test]
async fn a_file_that_is_none_says_on_which_line_and_nothing_is_half_done() {
    let clinic = Clinic::open().await;
    let desk = clinic.desk();
    for (bytes, line) in
        [(&b""[..], "1"), (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "2"), (b"Name,Note\n\"A,b\nC,d\n", "2")]
    {
        let refused = desk.contacts_open(bytes.to_vec()).expect_err("no table");
        assert_eq!((refused.code, refused.params["line"].as_str()), (Code::ContactsBroken, line));
    }
    // The quote opens far below what is shown first.
    let file = format!("Name,Note\n{}Z,\"never\nclosed\n", "A,b\n".repeat(500));
    desk.contacts_open(file.into_bytes()).expect("its beginning is a table");
    let refused = loop {
        match desk.contacts_check(false) {
            Ok(found) => assert!(!found.done),
            Err(refused) => break refused,
        }
    };
    assert_eq!((refused.code, refused.params["line"].as_str()), (Code::ContactsBroken, "502"));
    assert_eq!(desk.contacts_run().await.map(drop).map_err(|error| error.code), Err(Code::Stale));
    assert!(names(desk).is_empty());
}

#[tokio::test]
async fn a_long_file_is_looked_at_row_by_row() {
    let clinic = Clinic::open().await;
    let desk = clinic.desk();
    let rows: String = (0..20_000).map(|n| format!("Person {n},07700 {:06}\n", 900_000 + n)).collect();
    desk.contacts_open(format!("Name,Phone\n{rows}").into_bytes()).expect("a file");
    let first = desk.contacts_check(true).expect("a step");
    assert!(!first.done && first.rows < 5_000, "{}", first.rows);
    let found = check(desk);
    assert_eq!((found.rows, found.good + found.bad), (20_000, 20_000));
    assert!(found.bad_rows.len() <= 50);
}

#[tokio::test]
async fn a_row_more_than_a_million_is_refused_before_anything_is_done_and_a_million_is_not() {
    let clinic = Clinic::open().await;
    let desk = clinic.desk();
    let rows = |n: usize| -> Vec<u8> { format!("Name\n{}", "A\n".repeat(n)).into_bytes() };
    desk.contacts_open(b"Name\nLeila\n".to_vec()).expect("a file");
    let refused = desk.contacts_open(rows(1_000_001)).map(drop).expect_err("too many");
    assert_eq!((refused.code, refused.params["most"].as_str()), (Code::ContactsTooMany, "1"));
    assert_eq!(check(desk).rows, 1, "the file that was open still is");
    desk.contacts_open(rows(1_000_000)).expect("as many as can be taken over");
    assert_eq!(desk.contacts_check(true).expect("a step").rows, 1000);
}
