//! vCards 2.1, 3.0 and 4.0, as telephones and mail programs write them, card by card.
//!
//! Holds: folded lines, quoted-printable with soft breaks, a charset named on the line, groups (`item1.TEL`), parameters
//! in quotes, and cards without an end are read; a card within a card (somebody's agent) and pictures are skipped. What a
//! line means beyond that is left out.

use bytes::Bytes;
use encoding_rs::Encoding;

use super::decode::{Decoded, encoding_of};
use super::lines::Lines;
use super::row::RawRow;
use super::table::NoTable;
use crate::views::{ContactField, RowProblem};

/// Lines of one card; more is no card.
const MOST_LINES: usize = 5000;

/// Whether a file is one of vCards.
pub fn is_vcard(bytes: &[u8]) -> bool {
    let (encoding, mark) = encoding_of(bytes);
    let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..bytes.len().min(mark + 512)]);
    text.trim_start().get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The name of its encoding.
pub fn encoding(bytes: &[u8]) -> &'static str {
    encoding_of(bytes).0.name()
}

/// The cards of a file.
pub fn cards(bytes: Bytes) -> impl Iterator<Item = Result<RawRow, NoTable>> + Send {
    let (encoding, mark) = encoding_of(&bytes);
    // Quoted-printable hides its letters from the detector; a line that names no charset has those of the file.
    Cards { lines: Lines::of(Decoded::of(bytes, encoding, mark)) }
}

struct Cards {
    lines: Lines,
}

impl Iterator for Cards {
    type Item = Result<RawRow, NoTable>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut card: Option<RawRow> = None;
        let mut count = 0;
        // Cards within this one that have begun.
        let mut within = 0_usize;
        let mut agent = false;
        while let Some((line, text)) = self.lines.next_logical() {
            let Some((property, value)) = cut(&text, ':') else { continue };
            let mut params = params_of(property);
            let name = params.next().unwrap_or_default();
            let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
            let of_card = value.trim().eq_ignore_ascii_case("VCARD");
            match (name.as_str(), &mut card) {
                ("BEGIN", None) if of_card => {
                    card = Some(RawRow { line, cells: Vec::new(), flaw: Some(RowProblem::CutShort) });
                }
                ("BEGIN", Some(_)) if of_card && (agent || within > 0) => within += 1,
                ("END", Some(_)) if within > 0 => within -= usize::from(of_card),
                (_, Some(_)) if within > 0 => {}
                ("END", Some(card)) => {
                    card.flaw = None;
                    break;
                }
                // The card before has no end.
                ("BEGIN", Some(card)) if of_card => {
                    card.flaw = None;
                    self.lines.give_back(line, text.clone());
                    break;
                }
                (_, Some(card)) => {
                    count += 1;
                    if count > MOST_LINES {
                        return Some(Err(NoTable(line)));
                    }
                    let value = decoded(value, params);
                    take(card, &name, &value);
                }
                (_, None) => {}
            }
            agent = name == "AGENT" && value.trim().is_empty();
        }
        card.map(Ok)
    }
}

/// What stands before the first sign outside quotes, and what behind it.
fn cut(text: &str, sign: char) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = text.find(|c: char| {
        quoted ^= c == '"';
        c == sign && !quoted
    });
    // A quote that does not close is a sign like others.
    at.map(|at| (&text[..at], &text[at + sign.len_utf8()..])).or_else(|| text.split_once(sign))
}

/// The name of a line and its parameters.
fn params_of(mut property: &str) -> impl Iterator<Item = &str> {
    let mut more = true;
    std::iter::from_fn(move || {
        if !std::mem::take(&mut more) {
            return None;
        }
        let Some((one, rest)) = cut(property, ';') else { return Some(property) };
        (property, more) = (rest, true);
        Some(one)
    })
}

fn take(card: &mut RawRow, name: &str, value: &str) {
    let named = card.cells.iter().any(|(field, _)| *field == ContactField::Name);
    let mut add = |field, text: String| card.cells.push((field, text));
    match name {
        // The first counts; others are the same in other letters.
        "FN" if !named && !value.trim().is_empty() => add(ContactField::Name, plain(value)),
        "N" => {
            // Family; given; further; before; after. The whole name wins where there is one.
            let parts: Vec<String> = parted(value, ';');
            let order = [3, 1, 2, 0, 4];
            let whole: Vec<&str> = order
                .iter()
                .filter_map(|at| parts.get(*at))
                .map(|part| part.trim())
                .filter(|part| !part.is_empty())
                .collect();
            add(ContactField::GivenName, whole.join(" "));
        }
        "NICKNAME" => add(ContactField::PreferredName, plain(value)),
        // Without a year it says less than nothing; some telephones write 1604 for none.
        "BDAY" if !value.starts_with("--") && !value.starts_with("1604-") => {
            add(ContactField::BirthDate, plain(value))
        }
        "TEL" => match value.strip_prefix("tel:") {
            // What follows a number in an address of its own kind is for the exchange.
            Some(number) => add(ContactField::Phone, number.split(';').next().unwrap_or_default().to_owned()),
            None => add(ContactField::Phone, plain(value)),
        },
        "EMAIL" => add(ContactField::Email, plain(value).trim_start_matches("mailto:").to_owned()),
        "ADR" => {
            let parts = parted(value, ';');
            let parts: Vec<&str> =
                parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            add(ContactField::Postal, parts.join(", "));
        }
        "LANG" => add(ContactField::Language, plain(value)),
        "NOTE" => add(ContactField::Note, plain(value)),
        _ => {}
    }
}

/// The value in letters: quoted-printable and a charset of its own undone.
fn decoded<'a>(value: &str, params: impl Iterator<Item = &'a str>) -> String {
    let (mut quoted, mut charset) = (false, None);
    for param in params {
        let (key, what) = param.split_once('=').unwrap_or(("ENCODING", param));
        match key.to_ascii_uppercase().as_str() {
            "ENCODING" => quoted |= what.eq_ignore_ascii_case("QUOTED-PRINTABLE"),
            "CHARSET" => charset = Encoding::for_label(what.trim_matches('"').as_bytes()),
            _ => {}
        }
    }
    if !quoted {
        return value.to_owned();
    }
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let pair = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match (first, pair.and_then(|pair| u8::from_str_radix(pair, 16).ok())) {
            (b'=', Some(byte)) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    match charset {
        // What is called UTF-8 and is none was written by an old telephone.
        Some(charset) if charset != encoding_rs::UTF_8 => charset.decode(&bytes).0.into_owned(),
        _ => match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => encoding_rs::WINDOWS_1252.decode(error.as_bytes()).0.into_owned(),
        },
    }
}

/// Parts between `sign`, with `\` in front of a sign that means itself.
fn parted(value: &str, sign: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        let last = parts.len() - 1;
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => parts[last].push('\n'),
                Some(other) => parts[last].push(other),
                None => {}
            },
            letter if letter == sign => parts.push(String::new()),
            letter => parts[last].push(letter),
        }
    }
    parts
}

fn plain(value: &str) -> String {
    parted(value, '\0').concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::Reading;
    use proptest::prelude::*;

    fn read(text: &[u8]) -> Vec<RawRow> {
        cards(Bytes::copy_from_slice(text)).collect::<Result<_, _>>().expect("cards")
    }

    fn cell(row: &RawRow, field: ContactField) -> Option<&str> {
        row.cells.iter().find(|(one, _)| *one == field).map(|(_, text)| text.as_str())
    }

    #[test]
    fn an_old_telephone_writes_quoted_printable_with_soft_breaks() {
        let card = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\r\n=B6rg;;;\r\nTEL;CELL:+447700900142\r\nEND:VCARD\r\n";
        let rows = read(card);
        assert_eq!(rows.len(), 1);
        assert_eq!(cell(&rows[0], ContactField::GivenName), Some("Jörg Müller"));
        assert_eq!(cell(&rows[0], ContactField::Phone), Some("+447700900142"));
        let wrong = b"BEGIN:VCARD\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=FCller\nEND:VCARD\n";
        assert_eq!(cell(&read(wrong)[0], ContactField::Name), Some("Müller"), "the charset lies");
    }

    #[test]
    fn newer_cards_have_folded_lines_groups_and_escapes() {
        let card = "BEGIN:VCARD\nVERSION:4.0\nFN:Leila\n  Haddad\nitem1.TEL;TYPE=cell;VALUE=uri:tel:+447700900142\nBDAY:19810803\nADR;TYPE=home:;;1 Marlow St\\, Flat 2;London;;;\nNOTE:one\\ntwo\nEND:VCARD\nBEGIN:VCARD\nFN:No End\nBEGIN:VCARD\nFN:Next\nEND:VCARD\n";
        let rows = read(card.as_bytes());
        assert_eq!(
            rows.iter().map(|row| cell(row, ContactField::Name).unwrap_or_default()).collect::<Vec<_>>(),
            ["Leila Haddad", "No End", "Next"]
        );
        assert_eq!(cell(&rows[0], ContactField::Phone), Some("+447700900142"));
        assert_eq!(cell(&rows[0], ContactField::Postal), Some("1 Marlow St, Flat 2, London"));
        assert_eq!(cell(&rows[0], ContactField::Note), Some("one\ntwo"));
        assert_eq!(rows[1].line, 10);
        let cut = read(b"BEGIN:VCARD\nFN:Leila\nEND:VCARD\nBEGIN:VCARD\nFN:Half a na");
        assert_eq!(cut.iter().map(|row| row.flaw).collect::<Vec<_>>(), [None, Some(RowProblem::CutShort)]);
        assert!(is_vcard(card.as_bytes()) && !is_vcard(b"Name,Phone\n"));
    }

    #[test]
    fn a_card_within_a_card_a_picture_and_a_quoted_colon_are_read_over() {
        let photo = "A".repeat(60);
        let card = format!(
            "BEGIN:VCARD\nVERSION:2.1\nFN:Leila\nAGENT:\nBEGIN:VCARD\nFN:Her secretary\nTEL:1\nEND:VCARD\n\
             PHOTO;ENCODING=BASE64;TYPE=JPEG:{photo}\n {photo}\n {photo}\n\n\
             ADR;LABEL=\"at: home; upstairs\":;;1 Marlow St;London;;;\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-08-03\n\
             TEL;VALUE=uri:tel:+447700900142;ext=7\nEND:VCARD\nBEGIN:VCARD\nFN:Next\nEND:VCARD\n"
        );
        let rows = read(card.as_bytes());
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert_eq!(cell(&rows[0], ContactField::Name), Some("Leila"));
        assert_eq!(cell(&rows[0], ContactField::Phone), Some("+447700900142"));
        assert_eq!(cell(&rows[0], ContactField::Postal), Some("1 Marlow St, London"));
        assert_eq!(cell(&rows[0], ContactField::BirthDate), None);
    }

    #[test]
    fn a_line_without_an_end_takes_no_room() {
        let long = format!("BEGIN:VCARD\nFN:Leila\nPHOTO:{}\nEND:VCARD\n", "A".repeat(5_000_000));
        let rows = read(long.as_bytes());
        assert_eq!(cell(&rows[0], ContactField::Name), Some("Leila"));
    }

    proptest! {
        #[test]
        fn nothing_in_a_card_can_break_the_reader(middle in prop::collection::vec(any::<u8>(), 0..300)) {
            let file = [&b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:"[..], &middle, b"\nEND:VCARD\n"].concat();
            for row in cards(Bytes::from(file)).take(50).flatten() {
                let _ = row.understand(&Reading::example());
            }
        }
    }
}
