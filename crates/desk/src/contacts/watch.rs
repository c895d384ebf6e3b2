//! Text of a table on its way to the reader of tables, watched for quotes that never close and rows that never end.
//!
//! Holds: a cell whose quote stays open is an error with the line on which it opened, before it has swallowed more than
//! [`MOST_OPEN`]; the reader alone would take the rest of the file for one cell. A row of more than [`MOST_ROW`] is an
//! error with its line; the reader alone would take a file without line ends into memory once more. Each row has the line on which its first
//! letter stands; the reader alone counts the empty lines before it to the row.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of one cell in quotes. Nobody's note is longer, and an import would leave it out.
const MOST_OPEN: u64 = 256 << 10;

/// Bytes of one row. Whoever has five hundred columns does not fill them all.
const MOST_ROW: u64 = 1 << 20;

/// A quote is not closed, or a row does not end; the line on which it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a quote or a row does not end")]
pub(super) struct Endless(pub u64);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A row begins.
    Row,
    /// A cell begins.
    Begin,
    /// In a cell without quotes.
    Bare,
    /// In quotes.
    Quoted,
    /// After a quote within quotes: the end of the cell, or half of a quote that is meant.
    Half,
}

/// The lines on which rows begin, in the order of the rows, as far as the text was read.
#[derive(Clone, Default)]
pub(super) struct Begins(Arc<Mutex<VecDeque<u64>>>);

impl Begins {
    /// The line of the next row.
    pub fn next(&self) -> Option<u64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    fn note(&self, line: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_back(line);
    }
}

/// The watched text.
pub(super) struct Watched<R> {
    input: R,
    delimiter: u8,
    place: Place,
    line: u64,
    opened: u64,
    within: u64,
    /// Where the row began, and its bytes so far.
    row: (u64, u64),
    begins: Begins,
}

impl<R: Read> Watched<R> {
    pub fn of(input: R, delimiter: u8, begins: Begins) -> Self {
        Self { input, delimiter, place: Place::Row, line: 1, opened: 0, within: 0, row: (1, 0), begins }
    }

    fn see(&mut self, byte: u8) {
        if self.place == Place::Row {
            self.row = (self.line, 0);
            if !matches!(byte, b'\n' | b'\r') {
                self.begins.note(self.line);
            }
        }
        self.row.1 += 1;
        self.place = match (self.place, byte) {
            (Place::Row | Place::Begin, b'"') => {
                (self.opened, self.within) = (self.line, 0);
                Place::Quoted
            }
            (Place::Quoted, b'"') => Place::Half,
            (Place::Half, b'"') | (Place::Quoted, _) => {
                self.within += 1;
                Place::Quoted
            }
            (_, b'\n' | b'\r') => Place::Row,
            (_, byte) if byte == self.delimiter => Place::Begin,
            _ => Place::Bare,
        };
        self.line += u64::from(byte == b'\n');
    }
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(room)?;
        for byte in &room[..read] {
            self.see(*byte);
            if self.within > MOST_OPEN {
                return Err(io::Error::other(Endless(self.opened)));
            }
            if self.row.1 > MOST_ROW {
                return Err(io::Error::other(Endless(self.row.0)));
            }
        }
        if read == 0 && !room.is_empty() && self.place == Place::Quoted {
            return Err(io::Error::other(Endless(self.opened)));
        }
        Ok(read)
    }
}
