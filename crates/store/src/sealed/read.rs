//! Opening: any range of bytes, decrypting only the chunks it touches.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;

use zeroize::Zeroizing;

use super::chunks::{CHUNK, Chunks, HEAD, TAG, chunk_count, sealed_len};
use super::{Damage, SealedError, SealedFile};

/// A sealed file, open. Its length was checked against its row; each chunk is checked when it is read.
pub struct SealedReader {
    file: File,
    chunks: Chunks,
    size: u64,
    count: u32,
}

impl SealedReader {
    pub(super) fn open(path: &Path, sealed: &SealedFile) -> Result<Self, SealedError> {
        let io = |error: std::io::Error| SealedError::of(&error);
        let mut file = File::open(path).map_err(io)?;
        if file.metadata().map_err(io)?.len() != sealed_len(sealed.size)? {
            return Err(SealedError::Damaged(Damage::Length));
        }
        let mut head = [0; HEAD];
        file.read_exact(&mut head).map_err(io)?;
        let chunks = Chunks::of_head(sealed.name, &sealed.key, &head)?;
        Ok(Self { file, chunks, size: sealed.size, count: chunk_count(sealed.size)? })
    }

    /// Bytes of plaintext.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The plaintext of `range`, cut to what the file has. What lies outside the range is not read.
    pub fn read_range(&mut self, range: Range<u64>) -> Result<Zeroizing<Vec<u8>>, SealedError> {
        let (start, end) = (range.start.min(self.size), range.end.min(self.size));
        let wanted =
            usize::try_from(end.saturating_sub(start)).map_err(|_| SealedError::Damaged(Damage::TooLarge))?;
        // Reserved at once: a vector that grows would leave copies of the plaintext behind, unwiped.
        let mut found = Zeroizing::new(Vec::with_capacity(wanted));
        let mut at = start;
        while at < end {
            let number =
                u32::try_from(at / CHUNK as u64).map_err(|_| SealedError::Damaged(Damage::TooLarge))?;
            let chunk = self.chunk(number)?;
            let base = u64::from(number) * CHUNK as u64;
            let until = end.min(base + chunk.len() as u64);
            // Both are within one chunk, so they fit.
            found.extend_from_slice(&chunk[(at - base) as usize..(until - base) as usize]);
            at = until;
        }
        Ok(found)
    }

    /// Everything. Checks an empty file too.
    pub fn read_all(&mut self) -> Result<Zeroizing<Vec<u8>>, SealedError> {
        if self.size == 0 {
            self.chunk(0)?;
        }
        self.read_range(0..self.size)
    }

    /// Hands everything to `target`, a chunk at a time: for "Save as…" and for uploads.
    pub fn copy_to(&mut self, target: &mut impl Write) -> Result<(), SealedError> {
        for number in 0..self.count {
            let chunk = self.chunk(number)?;
            target.write_all(&chunk).map_err(|error| SealedError::of(&error))?;
        }
        Ok(())
    }

    fn chunk(&mut self, number: u32) -> Result<Zeroizing<Vec<u8>>, SealedError> {
        let io = |error: std::io::Error| SealedError::of(&error);
        let begins = u64::from(number) * CHUNK as u64;
        let last = number + 1 == self.count;
        let text = if last { (self.size - begins) as usize } else { CHUNK };
        let mut bytes = Zeroizing::new(vec![0; text + TAG]);
        let offset = HEAD as u64 + u64::from(number) * (CHUNK + TAG) as u64;
        self.file.seek(SeekFrom::Start(offset)).map_err(io)?;
        self.file.read_exact(&mut bytes).map_err(io)?;
        self.chunks.open(number, last, &mut bytes)?;
        bytes.truncate(text);
        Ok(bytes)
    }
}
