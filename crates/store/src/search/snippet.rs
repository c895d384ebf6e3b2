//! The words around a hit, cut so that they fit a line or two, with the hits marked.

use std::ops::Range;

use anteroom_model::Phi;

/// A piece of text, marked or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: Phi<String>,
    /// It matches.
    pub hit: bool,
}

/// Characters shown at most, and how many of them stand before the first hit.
const SHOWN: usize = 160;
const BEFORE: usize = 40;

/// `text` around its first hit. `hits` are in order of their start and may overlap.
pub(super) fn around(text: &str, hits: &[Range<usize>]) -> Vec<Piece> {
    let window = window(text, hits.first().map_or(0, |hit| hit.start));
    let mut pieces = Vec::new();
    if window.start > 0 {
        push(&mut pieces, "…", false);
    }
    mark(text, window.clone(), hits, &mut pieces);
    if window.end < text.len() {
        push(&mut pieces, "…", false);
    }
    pieces
}

/// The whole of `text`, for names.
pub(super) fn whole(text: &str, hits: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    mark(text, 0..text.len(), hits, &mut pieces);
    pieces
}

fn mark(text: &str, window: Range<usize>, hits: &[Range<usize>], pieces: &mut Vec<Piece>) {
    let mut at = window.start;
    for hit in hits {
        let (start, end) = (hit.start.max(at), hit.end.min(window.end));
        if start < end {
            push(pieces, &text[at..start], false);
            push(pieces, &text[start..end], true);
            at = end;
        }
    }
    push(pieces, &text[at..window.end], false);
}

/// Adds text, in one line: what breaks a line or rings a bell becomes a space.
fn push(pieces: &mut Vec<Piece>, text: &str, hit: bool) {
    if text.is_empty() {
        return;
    }
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match pieces.last_mut() {
        Some(last) if last.hit == hit => {
            let joined = format!("{}{text}", last.text.reveal());
            last.text = Phi::new(joined);
        }
        _ => pieces.push(Piece { text: Phi::new(text), hit }),
    }
}

/// About [`SHOWN`] characters of `text` from a little before `first`, cut between words where there are any.
fn window(text: &str, first: usize) -> Range<usize> {
    let start = match text[..first].char_indices().rev().nth(BEFORE) {
        None => 0,
        Some((earliest, _)) => {
            let after_space = text[earliest..first].find(char::is_whitespace);
            after_space.map_or(earliest, |at| {
                earliest + at + text[earliest + at..].chars().next().map_or(0, char::len_utf8)
            })
        }
    };
    let end = match text[start..].char_indices().nth(SHOWN) {
        None => text.len(),
        Some((latest, _)) => {
            let shown = &text[start..start + latest];
            let cut = shown.rfind(char::is_whitespace).filter(|cut| start + cut > first);
            start + cut.unwrap_or(latest)
        }
    };
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(pieces: &[Piece]) -> String {
        let show = |piece: &Piece| {
            let text = piece.text.reveal();
            if piece.hit { format!("[{text}]") } else { text.clone() }
        };
        pieces.iter().map(show).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole_and_a_long_one_around_its_hit() {
        assert_eq!(shown(&around("my crown\ncame off", &[3..8, 9..13])), "my [crown] [came] off");
        let long = format!("{} crown {}", "before ".repeat(30), "after ".repeat(60));
        let at = long.find("crown").unwrap();
        let cut = shown(&around(&long, std::slice::from_ref(&(at..at + 5))));
        assert!(
            cut.starts_with("…before ") && cut.ends_with(" after…") && cut.contains(" [crown] "),
            "{cut}"
        );
        assert!(cut.chars().count() <= SHOWN + 4, "{cut}");
    }

    proptest! {
        #[test]
        fn any_text_with_any_hits_is_cut_without_loss(
            text in ".{0,400}",
            places in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..4),
        ) {
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let mut hits: Vec<_> = places.iter().map(|(a, b)| {
                let (a, b) = (edges[a.index(edges.len())], edges[b.index(edges.len())]);
                a.min(b)..a.max(b)
            }).filter(|hit| !hit.is_empty()).collect();
            hits.sort_by_key(|hit| (hit.start, hit.end));
            let pieces = around(&text, &hits);
            prop_assert_eq!(hits.is_empty(), !pieces.iter().any(|piece| piece.hit));
            let plain: String = whole(&text, &hits).iter().map(|piece| piece.text.reveal().as_str()).collect();
            prop_assert_eq!(plain.chars().count(), text.chars().count());
        }
    }
}
