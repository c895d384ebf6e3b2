//! The format: head, nonces, and one chunk at a time.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};

use super::key::random;
use super::{Damage, FileKey, FileName, SealedError};

/// Plaintext bytes in every chunk but the last.
pub(super) const CHUNK: usize = 64 * 1024;
/// Bytes that a chunk grows by.
pub(super) const TAG: usize = 16;
/// Bytes before the first chunk.
pub(super) const HEAD: usize = 16;
const MAGIC: &[u8; 8] = b"AnteSeal";
const VERSION: u8 = 1;

/// Seals and opens the chunks of one file.
pub(super) struct Chunks {
    cipher: Aes256Gcm,
    prefix: [u8; 7],
    bound: [u8; 17],
}

impl Chunks {
    /// For a new file.
    pub fn fresh(name: FileName, key: &FileKey) -> Result<Self, SealedError> {
        Ok(Self::new(name, key, random()?))
    }

    /// For the file that begins with `head`.
    pub fn of_head(name: FileName, key: &FileKey, head: &[u8; HEAD]) -> Result<Self, SealedError> {
        let (magic, rest) = head.split_at(MAGIC.len());
        if magic != MAGIC {
            return Err(SealedError::Damaged(Damage::Head));
        }
        match rest {
            [VERSION, prefix @ ..] => {
                let prefix = prefix.try_into().map_err(|_| SealedError::Damaged(Damage::Head))?;
                Ok(Self::new(name, key, prefix))
            }
            [other, ..] => Err(SealedError::Damaged(Damage::Version(*other))),
            [] => Err(SealedError::Damaged(Damage::Head)),
        }
    }

    fn new(name: FileName, key: &FileKey, prefix: [u8; 7]) -> Self {
        let mut bound = [VERSION; 17];
        bound[1..].copy_from_slice(name.as_bytes());
        Self { cipher: Aes256Gcm::new(key.as_bytes().into()), prefix, bound }
    }

    /// The first bytes of the file.
    pub fn head(&self) -> [u8; HEAD] {
        let mut head = [VERSION; HEAD];
        head[..8].copy_from_slice(MAGIC);
        head[9..].copy_from_slice(&self.prefix);
        head
    }

    /// Seals chunk `number` where it lies, and returns its tag.
    pub fn seal(&self, number: u32, last: bool, bytes: &mut [u8]) -> Result<[u8; TAG], SealedError> {
        self.cipher
            .encrypt_inout_detached(&self.nonce(number, last), &self.bound, bytes.into())
            .map(Into::into)
            .map_err(|_| SealedError::Damaged(Damage::TooLarge))
    }

    /// Opens chunk `number` (with its tag at the end) where it lies; what is left is plaintext.
    pub fn open(&self, number: u32, last: bool, bytes: &mut [u8]) -> Result<(), SealedError> {
        let damaged = SealedError::Damaged(Damage::Chunk(number));
        let (text, tag) = bytes.split_last_chunk_mut::<TAG>().ok_or(damaged)?;
        let tag = Tag::from(*tag);
        self.cipher
            .decrypt_inout_detached(&self.nonce(number, last), &self.bound, text.into(), &tag)
            .map_err(|_| damaged)
    }

    fn nonce(&self, number: u32, last: bool) -> Nonce<aes_gcm::aead::consts::U12> {
        let mut nonce = [0; 12];
        nonce[..7].copy_from_slice(&self.prefix);
        nonce[7..11].copy_from_slice(&number.to_be_bytes());
        nonce[11] = u8::from(last);
        nonce.into()
    }
}

/// How many chunks hold `size` bytes. An empty file has one empty chunk, so that emptiness is sealed too.
pub(super) fn chunk_count(size: u64) -> Result<u32, SealedError> {
    u32::try_from(size.div_ceil(CHUNK as u64).max(1)).map_err(|_| SealedError::Damaged(Damage::TooLarge))
}

/// How long the file is that holds `size` bytes.
pub(super) fn sealed_len(size: u64) -> Result<u64, SealedError> {
    Ok(HEAD as u64 + size + u64::from(chunk_count(size)?) * TAG as u64)
}

/// A file of one chunk that nobody sealed with this key: it may look like one of ours, and it opens as nothing.
#[cfg(feature = "fuzzing")]
pub(crate) fn strange(bytes: &[u8]) {
    let (Some(name), Some(key)) = (FileName::from_bytes(&[1; 16]), FileKey::from_bytes(&[2; 32])) else {
        return;
    };
    let Some((head, rest)) = bytes.split_first_chunk::<HEAD>() else { return };
    let Ok(chunks) = Chunks::of_head(name, &key, head) else { return };
    assert_eq!(&chunks.head(), head, "a head that was read is the one that would be written");
    assert!(chunks.open(0, true, &mut rest.to_vec()).is_err(), "nobody sealed this");
}
