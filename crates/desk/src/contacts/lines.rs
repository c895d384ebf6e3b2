//! The lines of vCards: those that were folded are one again, and one without an end takes no room.

use std::io::{BufRead, BufReader};

use super::decode::Decoded;

/// A line longer than this is a picture at best: what is beyond is left out.
const LONGEST_LINE: usize = 16 << 10;
/// Lines with their numbers, unfolded.
pub(super) struct Lines {
    input: BufReader<Decoded>,
    line: u64,
    /// Lines that were read too far, the next one last.
    ahead: Vec<(u64, String)>,
}

impl Lines {
    pub fn of(text: Decoded) -> Self {
        Self { input: BufReader::new(text), line: 0, ahead: Vec::new() }
    }

    /// The line is read once more.
    pub fn give_back(&mut self, line: u64, text: String) {
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

    /// The next line with all that was folded onto the following ones, and the number of its first.
    pub fn next_logical(&mut self) -> Option<(u64, String)> {
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
