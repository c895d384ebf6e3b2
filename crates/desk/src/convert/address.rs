//! How an address is shown: `@mara.k`, `+44 7700 900142`.

use anteroom_model::{ChannelKind, shown_phone};

use crate::views::Piece;

/// The address of an identity as people write it. A number that nobody can parse is shown as it is; somebody on
/// Instagram without a known user name has no address that a person could use.
pub fn shown_address(channel: ChannelKind, handle: &str, username: Option<&str>) -> String {
    match username {
        Some(name) if !channel.is_by_number() => format!("@{name}"),
        _ if channel.is_by_number() => shown_phone(handle),
        _ => handle.to_owned(),
    }
}

/// A name or one of our own addresses: a bare international number as people write numbers, everything else as it is.
pub fn as_people_write(text: &str) -> String {
    if is_number(text) { shown_phone(text) } else { text.to_owned() }
}

/// A name with a match marked. In a number the marks stay on the digits that matched, and cover what stands between.
pub fn marked_as_people_write(pieces: Vec<Piece>) -> Vec<Piece> {
    let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    if !is_number(&whole) {
        return pieces;
    }
    let mut marks = pieces.iter().flat_map(|piece| piece.text.chars().map(|_| piece.hit)).skip(1).peekable();
    let (mut shown, mut before): (Vec<Piece>, bool) = (Vec::new(), false);
    for letter in shown_phone(&whole).chars() {
        let hit = if letter.is_ascii_digit() {
            before = marks.next().unwrap_or(false);
            before
        } else {
            before && marks.peek().copied().unwrap_or(false)
        };
        match shown.last_mut() {
            Some(last) if last.hit == hit => last.text.push(letter),
            _ => shown.push(Piece { text: letter.to_string(), hit }),
        }
    }
    shown
}

fn is_number(text: &str) -> bool {
    text.strip_prefix('+')
        .is_some_and(|rest| rest.len() > 5 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_as_people_write_them() {
        let sms = |number| shown_address(ChannelKind::Sms, number, None);
        assert_eq!(sms("+447700900142"), "+44 7700 900142");
        assert_eq!(sms("86753"), "86753", "a short code");
        assert_eq!(shown_address(ChannelKind::Instagram, "17841", Some("mara.k")), "@mara.k");
        assert_eq!(shown_address(ChannelKind::Instagram, "17841", None), "17841");
    }

    #[test]
    fn a_found_number_is_written_like_any_other_and_keeps_its_marks() {
        let piece = |text: &str, hit| Piece { text: text.to_owned(), hit };
        let found = vec![piece("+1555", false), piece("01001", true), piece("18", false)];
        let shown = marked_as_people_write(found);
        assert_eq!(shown.iter().map(|piece| piece.text.as_str()).collect::<String>(), "+1 555-010-0118");
        let marked: Vec<_> =
            shown.iter().filter(|piece| piece.hit).map(|piece| piece.text.as_str()).collect();
        assert_eq!(marked, ["010-01"]);
        let name = vec![piece("Mara", true), piece(" Keller", false)];
        assert_eq!(marked_as_people_write(name.clone()), name);
        assert_eq!(as_people_write("@mara.k"), "@mara.k");
        assert_eq!(as_people_write("+15550100118"), "+1 555-010-0118");
    }
}
