//! The keyring file: the database key, wrapped once to the device's root key and once to the recovery kit.
//!
//! Holds: each wrapping is bound to the database, the generation and the backend; the whole file carries a MAC made
//! with the database key, so that neither half can be swapped. Written beside and renamed, so it is old or new.

use std::path::Path;

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::derive::{derived, mac, macs_agree, random};
use super::kit::RecoveryKit;
use crate::opening::replace_file;

const FORMAT: u32 = 1;
/// Nonce, key, tag.
const WRAPPED: usize = 12 + 32 + 16;

/// The file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Keyring {
    format: u32,
    /// The database that its key opens.
    pub db_id: Hex<16>,
    /// Counts the database's keys.
    pub generation: u32,
    /// The vault that holds the root key.
    pub backend: String,
    /// The first bytes of the database file: tells "damaged" from "another database".
    pub salt: Hex<16>,
    vault: Hex<WRAPPED>,
    kit: Hex<WRAPPED>,
    mac: Hex<32>,
}

/// Why the file, or what it holds, is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyringError {
    /// Not a keyring file.
    Unreadable,
    /// Written by a newer version.
    Newer,
    /// The key that was offered is not the one.
    WrongKey,
}

/// What a keyring is made for.
pub(crate) struct Bound<'a> {
    pub db_id: [u8; 16],
    pub generation: u32,
    pub backend: &'a str,
    pub salt: [u8; 16],
}

impl Keyring {
    /// Wraps `key` to both. `None`: no randomness.
    pub fn wrap(bound: &Bound<'_>, key: &[u8; 32], root: &[u8; 32], kit: &RecoveryKit) -> Option<Self> {
        let mut ring = Self {
            format: FORMAT,
            db_id: Hex(bound.db_id),
            generation: bound.generation,
            backend: bound.backend.to_owned(),
            salt: Hex(bound.salt),
            vault: Hex([0; WRAPPED]),
            kit: Hex([0; WRAPPED]),
            mac: Hex([0; 32]),
        };
        ring.kit = Hex(seal(&ring.kit_key(kit), &ring.bound_to("kit"), key)?);
        ring.wrap_to_vault(key, root)?;
        Some(ring)
    }

    /// The same keyring for another vault or another root key. The kit stays as it is.
    pub fn rewrapped(&self, backend: &str, key: &[u8; 32], root: &[u8; 32]) -> Option<Self> {
        let mut ring = Self { backend: backend.to_owned(), ..self.clone() };
        ring.wrap_to_vault(key, root)?;
        Some(ring)
    }

    /// The same keyring for a database file made anew.
    pub fn for_file(&self, salt: [u8; 16], key: &[u8; 32]) -> Self {
        let mut ring = Self { salt: Hex(salt), ..self.clone() };
        ring.mac = Hex(ring.mac_with(key));
        ring
    }

    fn wrap_to_vault(&mut self, key: &[u8; 32], root: &[u8; 32]) -> Option<()> {
        self.vault =
            Hex(seal(&self.root_key(root), &self.bound_to(&format!("vault|{}", self.backend)), key)?);
        self.mac = Hex(self.mac_with(key));
        Some(())
    }

    /// The database key, for the holder of the root key.
    pub fn open(&self, root: &[u8; 32]) -> Result<Zeroizing<[u8; 32]>, KeyringError> {
        let bound = self.bound_to(&format!("vault|{}", self.backend));
        self.checked(unseal(&self.root_key(root), &bound, &self.vault.0)?)
    }

    /// The database key, for the holder of the kit.
    pub fn open_with_kit(&self, kit: &RecoveryKit) -> Result<Zeroizing<[u8; 32]>, KeyringError> {
        self.checked(unseal(&self.kit_key(kit), &self.bound_to("kit"), &self.kit.0)?)
    }

    fn checked(&self, key: Zeroizing<[u8; 32]>) -> Result<Zeroizing<[u8; 32]>, KeyringError> {
        if macs_agree(&self.mac_with(&key), &self.mac.0) { Ok(key) } else { Err(KeyringError::WrongKey) }
    }

    fn root_key(&self, root: &[u8; 32]) -> Zeroizing<[u8; 32]> {
        derived(root, &self.db_id.0, "anteroom wrap root 1")
    }

    fn kit_key(&self, kit: &RecoveryKit) -> Zeroizing<[u8; 32]> {
        derived(kit.bytes(), &self.db_id.0, "anteroom wrap kit 1")
    }

    /// The kit's half does not name the vault, so that it survives a change of vault.
    fn bound_to(&self, half: &str) -> Vec<u8> {
        let mut bound = self.db_id.0.to_vec();
        bound.extend(self.generation.to_be_bytes());
        bound.extend(half.as_bytes());
        bound
    }

    fn mac_with(&self, key: &[u8; 32]) -> [u8; 32] {
        let key = derived(key, &self.db_id.0, "anteroom keyring mac 1");
        let (format, generation) = (self.format.to_be_bytes(), self.generation.to_be_bytes());
        mac(
            &key,
            &[
                &format,
                &self.db_id.0,
                &generation,
                self.backend.as_bytes(),
                &self.salt.0,
                &self.vault.0,
                &self.kit.0,
            ],
        )
    }

    /// Reads the file; `None` if there is none.
    pub fn read(path: &Path) -> std::io::Result<Option<Result<Self, KeyringError>>> {
        match std::fs::read(path) {
            Ok(bytes) => Ok(Some(Self::parse(&bytes))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What the bytes say.
    pub fn parse(bytes: &[u8]) -> Result<Self, KeyringError> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|_| KeyringError::Unreadable)?;
        if head.format > FORMAT {
            return Err(KeyringError::Newer);
        }
        serde_json::from_slice(bytes).map_err(|_| KeyringError::Unreadable)
    }

    /// Writes the file, whole or not at all.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        let text = serde_json::to_vec_pretty(self).map_err(std::io::Error::other)?;
        replace_file(path, &text)
    }
}

fn seal(kek: &[u8; 32], bound: &[u8], key: &[u8; 32]) -> Option<[u8; WRAPPED]> {
    let nonce = random::<12>()?;
    let mut text = Zeroizing::new(*key);
    let tag = Aes256Gcm::new(kek.into())
        .encrypt_inout_detached(&Nonce::from(*nonce), bound, text.as_mut_slice().into())
        .ok()?;
    let mut wrapped = [0; WRAPPED];
    wrapped[..12].copy_from_slice(nonce.as_slice());
    wrapped[12..44].copy_from_slice(text.as_slice());
    wrapped[44..].copy_from_slice(&tag);
    Some(wrapped)
}

fn unseal(
    kek: &[u8; 32],
    bound: &[u8],
    wrapped: &[u8; WRAPPED],
) -> Result<Zeroizing<[u8; 32]>, KeyringError> {
    let (mut nonce, mut key, mut tag) = ([0; 12], Zeroizing::new([0; 32]), [0; 16]);
    nonce.copy_from_slice(&wrapped[..12]);
    key.copy_from_slice(&wrapped[12..44]);
    tag.copy_from_slice(&wrapped[44..]);
    Aes256Gcm::new(kek.into())
        .decrypt_inout_detached(&Nonce::from(nonce), bound, key.as_mut_slice().into(), &Tag::from(tag))
        .map_err(|_| KeyringError::WrongKey)?;
    Ok(key)
}

/// A file that nobody made for this root key: it may be read, it is then written as it was read, and no key comes out.
#[cfg(feature = "fuzzing")]
pub(crate) fn strange(bytes: &[u8]) {
    let Ok(ring) = Keyring::parse(bytes) else { return };
    let again = serde_json::to_vec(&ring).map(|text| Keyring::parse(&text));
    assert!(again.is_ok_and(|again| again.as_ref() == Ok(&ring)), "it is written as it was read");
    assert!(ring.open(&[1; 32]).is_err(), "nobody wrapped a key to this one");
}

/// Bytes as two letters each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hex<const N: usize>(pub [u8; N]);

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0.iter().fold(String::with_capacity(2 * N), |mut text, byte| {
            use std::fmt::Write;
            let _ = write!(text, "{byte:02x}");
            text
        }))
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let text = String::deserialize(from)?;
        if text.len() != 2 * N || !text.is_ascii() {
            return Err(D::Error::custom("wrong length"));
        }
        let mut bytes = [0; N];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(D::Error::custom)?;
            *byte = u8::from_str_radix(pair, 16).map_err(D::Error::custom)?;
        }
        Ok(Self(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: [u8; 32] = [7; 32];
    const ROOT: [u8; 32] = [1; 32];

    fn ring(kit: &RecoveryKit) -> Keyring {
        let bound = Bound { db_id: [3; 16], generation: 1, backend: "test", salt: [9; 16] };
        Keyring::wrap(&bound, &KEY, &ROOT, kit).unwrap()
    }

    #[test]
    fn both_halves_open_and_nothing_else_does() {
        let kit = RecoveryKit::generate().unwrap();
        let ring = ring(&kit);
        assert_eq!(*ring.open(&ROOT).unwrap(), KEY);
        assert_eq!(*ring.open_with_kit(&kit).unwrap(), KEY);
        assert_eq!(ring.open(&[2; 32]), Err(KeyringError::WrongKey));
        let other = RecoveryKit::generate().unwrap();
        assert_eq!(ring.open_with_kit(&other), Err(KeyringError::WrongKey));
    }

    #[test]
    fn another_vault_leaves_the_kit_as_it_is() {
        let kit = RecoveryKit::generate().unwrap();
        let moved = ring(&kit).rewrapped("other", &KEY, &[5; 32]).unwrap();
        assert_eq!(*moved.open(&[5; 32]).unwrap(), KEY);
        assert_eq!(*moved.open_with_kit(&kit).unwrap(), KEY);
        assert_eq!(moved.open(&ROOT), Err(KeyringError::WrongKey));
    }

    #[test]
    fn a_newer_file_is_told_from_a_broken_one() {
        assert_eq!(Keyring::parse(br#"{"format":2,"more":1}"#), Err(KeyringError::Newer));
        assert_eq!(Keyring::parse(b"{}"), Err(KeyringError::Unreadable));
        assert_eq!(Keyring::parse(b""), Err(KeyringError::Unreadable));
    }

    proptest! {
        /// Whatever is changed in the file, it is noticed: unreadable, or no key comes out.
        #[test]
        fn a_changed_byte_never_gives_a_key(at in 0usize..900, with in any::<u8>()) {
            let kit = RecoveryKit::parse(&RecoveryKit::generate().unwrap().groups().concat()).unwrap();
            let ring = ring(&kit);
            let mut bytes = serde_json::to_vec(&ring).unwrap();
            let at = at % bytes.len();
            prop_assume!(bytes[at] != with);
            bytes[at] = with;
            if let Ok(read) = Keyring::parse(&bytes) {
                // White space and the case of a hex letter may change without a meaning.
                prop_assert!(read == ring || read.open(&ROOT).is_err());
                prop_assert!(read == ring || read.open_with_kit(&kit).is_err());
            }
        }
    }
}
