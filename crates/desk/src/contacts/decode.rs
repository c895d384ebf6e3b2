//! The letters of a file: which encoding its bytes are in, and reading them as UTF-8 piece by piece.
//!
//! Holds: a byte-order mark counts; then what is valid UTF-8 is UTF-8; else the detector guesses, and the window says what
//! it guessed. A byte that is no letter becomes U+FFFD and stays where it stood.

use std::io::{self, Read};

use bytes::Bytes;
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes looked at for guessing.
const LOOK: usize = 1 << 20;

/// The encoding of a file, and how many bytes of mark stand at its beginning.
pub(super) fn encoding_of(bytes: &[u8]) -> (&'static Encoding, usize) {
    if let Some(found) = Encoding::for_bom(bytes) {
        return found;
    }
    let look = &bytes[..bytes.len().min(LOOK)];
    // Text in UTF-16 without a mark has nearly every other byte zero.
    let zeros = |from: usize| look.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 4 > look.len() && even * 16 < look.len() {
        return (UTF_16LE, 0);
    }
    if even * 4 > look.len() && odd * 16 < look.len() {
        return (UTF_16BE, 0);
    }
    // A sign may be cut at the end of what is looked at.
    let valid = match std::str::from_utf8(look) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && look.len() < bytes.len(),
    };
    if valid {
        return (UTF_8, 0);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(look, true);
    (detector.guess(None, chardetng::Utf8Detection::Deny), 0)
}

/// Bytes read as UTF-8.
pub(super) struct Decoded {
    bytes: Bytes,
    at: usize,
    decoder: Decoder,
    ended: bool,
    /// What did not fit into the reader's room.
    rest: Vec<u8>,
}

impl Decoded {
    /// Reads `bytes` from their beginning.
    pub fn of(bytes: Bytes, encoding: &'static Encoding, mark: usize) -> Self {
        Self {
            bytes,
            at: mark,
            decoder: encoding.new_decoder_without_bom_handling(),
            ended: false,
            rest: Vec::new(),
        }
    }
}

impl Read for Decoded {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if room.is_empty() {
            return Ok(0);
        }
        while self.rest.is_empty() && !self.ended {
            let end = self.bytes.len().min(self.at + (16 << 10));
            let last = end == self.bytes.len();
            let mut text = vec![0; 64 << 10];
            let (result, read, written, _) =
                self.decoder.decode_to_utf8(&self.bytes[self.at..end], &mut text, last);
            self.at += read;
            text.truncate(written);
            self.rest = text;
            self.ended = last && result == CoderResult::InputEmpty;
        }
        let take = self.rest.len().min(room.len());
        room[..take].copy_from_slice(&self.rest[..take]);
        self.rest.drain(..take);
        Ok(take)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (&'static str, String) {
        let (encoding, mark) = encoding_of(bytes);
        let mut text = String::new();
        let bytes = Bytes::copy_from_slice(bytes);
        Decoded::of(bytes, encoding, mark).read_to_string(&mut text).expect("always text");
        (encoding.name(), text)
    }

    #[test]
    fn letters_come_out_of_every_usual_encoding() {
        let text = "Name;Größe\nŁukasz;Çela\n";
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(read(&utf16), ("UTF-16LE", text.to_owned()));
        assert_eq!(read(&utf16[2..]).0, "UTF-16LE", "also without its mark");
        assert_eq!(read(text.as_bytes()), ("UTF-8", text.to_owned()));
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        assert_eq!(read(&marked).1, text);
        let western = b"Name;Ort\nM\xfcller;K\xf6ln\nJ\xf6rg;D\xfcsseldorf\n";
        assert_eq!(read(western), ("windows-1252", "Name;Ort\nMüller;Köln\nJörg;Düsseldorf\n".to_owned()));
    }

    #[test]
    fn a_long_file_is_read_in_pieces_without_cutting_a_letter() {
        let text = "ä€😀".repeat(20_000);
        assert_eq!(read(text.as_bytes()).1, text);
    }
}
