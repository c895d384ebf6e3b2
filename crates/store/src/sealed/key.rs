//! Names and keys of sealed files.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::SealedError;

/// A sealed file's name: 128 random bits, which tell nothing about what is inside.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileName([u8; 16]);

impl FileName {
    pub(super) fn fresh() -> Result<Self, SealedError> {
        random().map(Self)
    }

    /// The name kept in a row; `None` if it is not sixteen bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The sixteen bytes that the row keeps.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The name of a file on the disk, read back; `None` if it is none of ours.
    pub(super) fn from_hex(text: &str) -> Option<Self> {
        let ours = text.len() == 32 && text.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
        if !ours {
            return None;
        }
        u128::from_str_radix(text, 16).ok().map(|n| Self(n.to_be_bytes()))
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FileName({self})")
    }
}

/// One file's own key. Wiped when dropped; prints as a mark.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct FileKey([u8; 32]);

impl FileKey {
    pub(super) fn fresh() -> Result<Self, SealedError> {
        random().map(Self)
    }

    /// The key kept in a row; `None` if it is not 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The 32 bytes that the row keeps.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for FileKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("▮")
    }
}

/// Everything that a row must keep about a sealed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFile {
    /// Where it lies.
    pub name: FileName,
    /// What opens it.
    pub key: FileKey,
    /// Bytes of plaintext.
    pub size: u64,
}

/// Random bytes from the system itself: a key from a seedable source would be a key that can be made again.
pub(super) fn random<const N: usize>() -> Result<[u8; N], SealedError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| SealedError::NoRandomness)?;
    Ok(bytes)
}
