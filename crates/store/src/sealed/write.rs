//! Sealing: from any source of bytes into a file.

use std::io::{self, Read, Write};

use zeroize::Zeroizing;

use super::chunks::{CHUNK, Chunks};
use super::{Damage, SealedError};

/// Seals everything that `source` gives into `target` and returns how many bytes it was.
///
/// One chunk is read ahead, because the last one is marked as such and a source does not say when it ends.
pub(super) fn seal(
    chunks: &Chunks,
    mut source: impl Read,
    target: &mut impl Write,
) -> Result<u64, SealedError> {
    put(target, &chunks.head())?;
    let mut now = Zeroizing::new(vec![0; CHUNK]);
    let mut next = Zeroizing::new(vec![0; CHUNK]);
    let mut filled = fill(&mut source, &mut now)?;
    let (mut size, mut number) = (0_u64, 0_u32);
    loop {
        let ahead = if filled == CHUNK { fill(&mut source, &mut next)? } else { 0 };
        let last = ahead == 0;
        let bytes = &mut now[..filled];
        let tag = chunks.seal(number, last, bytes)?;
        put(target, bytes)?;
        put(target, &tag)?;
        size += filled as u64;
        if last {
            return Ok(size);
        }
        number = number.checked_add(1).ok_or(SealedError::Damaged(Damage::TooLarge))?;
        std::mem::swap(&mut now, &mut next);
        filled = ahead;
    }
}

fn put(target: &mut impl Write, bytes: &[u8]) -> Result<(), SealedError> {
    target.write_all(bytes).map_err(|error| SealedError::of(&error))
}

/// Fills `buffer` as far as the source goes. A source may give its bytes in any portions.
fn fill(source: &mut impl Read, buffer: &mut [u8]) -> Result<usize, SealedError> {
    let mut filled = 0;
    while filled < buffer.len() {
        match source.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(SealedError::Source(error.kind())),
        }
    }
    Ok(filled)
}
