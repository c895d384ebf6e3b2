//! vCards 2.1, 3.0 and 4.0, as telephones and mail programs write them, card by card.
//!
//! Holds: folded lines, quoted-printable with soft breaks, a charset named on the line, groups (`item1.TEL`), and cards
//! without an end are read; what a line means beyond that is left out.

use std::io::{BufRead, BufReader};

use bytes::Bytes;
use encoding_rs::Encoding;

use super::decode::{Decoded, encoding_of};
use super::row::RawRow;
use super::table::NoTable;
use crate::views::{ContactField, RowProblem};

/// A line longer than this is a picture at best: what is beyond is left out.
const LONGEST_LINE: usize = 16 << 10;
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
    Cards {
        lines: Lines {
            input: BufReader::new(Decoded::of(bytes, encoding, mark)),
            line: 0,
            ahead: Vec::new(),
        },
    }
}

struct Cards {
    lines: Lines,
}

impl Iterator for Cards {
    type Item = Result<RawRow, NoTable>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut card: Option<RawRow> = None;
        let mut count = 0;
        let mut named = false;
        while let Some((line, text)) = self.lines.next_logical() {
            let Some((property, value)) = text.split_once(':') else { continue };
            let mut params = property.split(';');
            let name = params.next().unwrap_or_default();
            let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
            match (name.as_str(), &mut card) {
                ("BEGIN", None) if value.trim().eq_ignore_ascii_case("VCARD") => {
                    card = Some(RawRow { line, cells: Vec::new(), flaw: Some(RowProblem::CutShort) });
                }
                ("END", Some(card)) => {
                    card.flaw = None;
                    break;
                }
                // The card before has no end.
                ("BEGIN", Some(card)) if value.trim().eq_ignore_ascii_case("VCARD") => {
                    card.flaw = None;
                    self.lines.give_back(line, text);
                    break;
                }
                (_, Some(card)) => {
                    count += 1;
                    if count > MOST_LINES {
                        return Some(Err(NoTable(line)));
                    }
                    let value = decoded(value, params);
                    take(card, &name, &value, &mut named);
                }
                (_, None) => {}
            }
        }
        card.map(Ok)
    }
}

fn take(card: &mut RawRow, name: &str, value: &str, named: &mut bool) {
    let mut add = |field, text: String| card.cells.push((field, text));
    match name {
        "FN" if !value.trim().is_empty() => {
            *named = true;
            add(ContactField::Name, plain(value));
        }
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
        // Without a year it says less than nothing.
        "BDAY" if !value.starts_with("--") => add(ContactField::BirthDate, plain(value)),
        "TEL" => add(ContactField::Phone, plain(value).trim_start_matches("tel:").to_owned()),
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

/// Lines with their numbers, unfolded.
struct Lines {
    input: BufReader<Decoded>,
    line: u64,
    /// Lines that were read too far, the next one last.
    ahead: Vec<(u64, String)>,
}

impl Lines {
    fn give_back(&mut self, line: u64, text: String) {
        self.ahead.push((line, text));
    }

    fn next_raw(&mut self) -> Option<(u64, String)> {
        if let Some(ahead) = self.ahead.pop() {
            return Some(ahead);
        }
        let mut text = Vec::new();
        // The rest of a line that is too long is read and let go.
        let mut any = false;
        loop {
            let room = self.input.fill_buf().ok()?;
            if room.is_empty() {
                break;
            }
            any = true;
            let end = room.iter().position(|byte| *byte == b'\n');
            let take = end.map_or(room.len(), |end| end + 1);
            let keep = LONGEST_LINE.saturating_sub(text.len()).min(take);
            text.extend_from_slice(&room[..keep]);
            self.input.consume(take);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return None;
        }
        self.line += 1;
        while text.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
            text.pop();
        }
        Some((self.line, String::from_utf8_lossy(&text).into_owned()))
    }

    fn next_logical(&mut self) -> Option<(u64, String)> {
        let (line, mut text) = self.next_raw()?;
        let quoted =
            text.split(':').next().is_some_and(|head| head.to_ascii_uppercase().contains("QUOTED-PRINTABLE"));
        while let Some((at, next)) = self.next_raw() {
            if quoted && text.ends_with('=') {
                text.pop();
                append(&mut text, &next);
            } else if let Some(rest) = next.strip_prefix([' ', '\t']) {
                append(&mut text, rest);
            } else {
                self.ahead.push((at, next));
                break;
            }
        }
        Some((line, text))
    }
}

fn append(text: &mut String, more: &str) {
    if text.len() < LONGEST_LINE {
        text.push_str(more);
    }
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
