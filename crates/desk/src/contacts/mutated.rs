//! Real files of other programs with bytes gone, doubled, exchanged and put in: whatever becomes of them, they are read to
//! an end. `PROPTEST_CASES` makes it a long run; `cargo fuzz run contacts` does the same with an eye on coverage.

use bytes::Bytes;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{Reading, Rows, Table, guess, vcard};

/// What programs write, one of each kind.
fn files() -> Vec<Vec<u8>> {
    let cards = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\r\n=B6rg;;;\r\n\
        TEL;CELL:+447700900150\r\nBDAY:19810803\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Nora\r\n  Lind\r\n\
        item1.TEL;VALUE=uri:tel:+447700900151;ext=7\r\nADR;LABEL=\"a: b\":;;1 Marlow St\\, Flat 2;London;;;\r\n\
        NOTE:one\\ntwo\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Sec\r\nEND:VCARD\r\nEND:VCARD\r\n";
    let table = "Name;Vorname;Geburtsdatum;Handy;E-Mail;Anschrift;Notiz\r\n\
        Müller;Jörg;1.2.1990;07700 900150;j@post.example;\"Marlow St 1; London\";\"sagt \"\"ja\"\"\nzweite Zeile\"\r\n\
        \r\nLind;Nora;31.2.1990;+44 7700 900151; ;;=HYPERLINK(1)\r\n";
    let utf16 = [0xff, 0xfe].into_iter().chain(table.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    vec![
        cards.into(),
        table.into(),
        utf16,
        b"Name,Ort\nM\xfcller,K\xf6ln\n".to_vec(),
        b"\xef\xbb\xbf\"Name\"\t\"Phone\"\r\"A\"\t\"07700 900142; 07700 900143\"\r".to_vec(),
    ]
}

/// What readers of files stumble over.
const PIECES: [&[u8]; 16] = [
    b"\"",
    b"\r\n",
    b"\n ",
    b"=\r\n",
    b";;;;",
    b",",
    b"\t",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"BEGIN:VCARD\r\n",
    b"END:VCARD\r\n",
    b"AGENT:\r\n",
    b"ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-16:",
    b"\\",
    b"9999-99-99",
];

#[derive(Clone, Debug)]
enum Change {
    Byte(Index, u8),
    Gone(Index, Index),
    Doubled(Index, Index),
    Piece(Index, usize),
    CutShort(Index),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let at = any::<Index>;
    let change = prop_oneof![
        3 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        2 => (at(), at()).prop_map(|(from, to)| Change::Gone(from, to)),
        2 => (at(), at()).prop_map(|(from, to)| Change::Doubled(from, to)),
        4 => (at(), 0..PIECES.len()).prop_map(|(at, which)| Change::Piece(at, which)),
        1 => at().prop_map(Change::CutShort),
    ];
    prop::collection::vec(change, 0..12)
}

fn changed(mut file: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    let stretch = |file: &[u8], from: &Index, to: &Index| {
        let (a, b) = (from.index(file.len() + 1), to.index(file.len() + 1));
        a.min(b)..a.max(b)
    };
    for change in changes {
        match change {
            Change::Byte(at, byte) if !file.is_empty() => {
                let at = at.index(file.len());
                file[at] = *byte;
            }
            Change::Byte(..) => {}
            Change::Gone(from, to) => drop(file.drain(stretch(&file, from, to))),
            Change::Doubled(from, to) => {
                let stretch = stretch(&file, from, to);
                let again = file[stretch.clone()].to_vec();
                file.splice(stretch.end..stretch.end, again);
            }
            Change::Piece(at, which) => {
                let at = at.index(file.len() + 1);
                file.splice(at..at, PIECES[*which].iter().copied());
            }
            Change::CutShort(at) => file.truncate(at.index(file.len() + 1)),
        }
    }
    file
}

proptest! {
    #[test]
    fn a_spoilt_file_is_read_to_its_end_and_every_row_says_where_it_stands(
        which in 0usize..5,
        changes in changes(),
    ) {
        let file = Bytes::from(changed(files().swap_remove(which), &changes));
        let lines = 1 + file.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
        let rows: Rows = if vcard::is_vcard(&file) {
            Box::new(vcard::cards(file))
        } else {
            match Table::of(file) {
                Ok(table) => {
                    let mapping = table.headers.iter().map(|header| guess(header)).collect();
                    Box::new(table.rows(mapping))
                }
                Err(at) => {
                    prop_assert!((1..=lines as u64).contains(&at.0), "line {}", at.0);
                    return Ok(());
                }
            }
        };
        let mut last = 0;
        for (n, row) in rows.enumerate() {
            prop_assert!(n <= lines, "more rows than lines");
            let Ok(row) = row else { break };
            prop_assert!(row.line >= last && row.line <= lines as u64, "line {} after {last} of {lines}", row.line);
            last = row.line;
            if let Ok(read) = row.understand(&Reading::example()) {
                prop_assert!(!read.name.trim().is_empty());
            }
        }
    }
}
