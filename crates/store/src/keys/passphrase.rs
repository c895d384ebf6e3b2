//! The vault for computers without a keychain: a pass phrase, asked at each start, stretched with Argon2id.
//!
//! Holds: the file in the clinic's folder has the root key wrapped to the stretched phrase; neither the phrase nor
//! the key is in it. A wrong phrase is told from a damaged file.
//! On a crash: the file is written beside and renamed. One that a first run left behind is put aside by the next.

use std::path::PathBuf;

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::demo_vault::of_io;
use super::derive::random;
use super::keyring::Hex;
use super::phrase::Passphrase;
use super::vault::{KeyVault, RootKey, VaultError};
use crate::opening::{free_name, replace_file};

/// The name of this kind of vault in the keyring file.
pub(crate) const BACKEND: &str = "passphrase";
/// The root key, wrapped.
const FILE: &str = "anteroom.passphrase";
/// 64 MiB, three passes, one lane.
const COST: Cost = Cost { kib: 64 * 1024, passes: 3, lanes: 1 };
/// What a file may ask of this machine at most; more is somebody's joke.
const MOST: Cost = Cost { kib: 1024 * 1024, passes: 16, lanes: 8 };

#[derive(Clone, Copy, Serialize, Deserialize)]
struct Cost {
    kib: u32,
    passes: u32,
    lanes: u32,
}

#[derive(Serialize, Deserialize)]
struct VaultFile {
    format: u32,
    cost: Cost,
    salt: Hex<16>,
    nonce: Hex<12>,
    key: Hex<32>,
    tag: Hex<16>,
}

impl VaultFile {
    /// What the bytes say, if this version understands it and this machine can do what it asks.
    fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        let file: Self = serde_json::from_slice(bytes).map_err(|_| VaultError::BadStoreFormat)?;
        let Cost { kib, passes, lanes } = file.cost;
        if file.format != 1 || kib > MOST.kib || passes > MOST.passes || lanes > MOST.lanes {
            return Err(VaultError::BadStoreFormat);
        }
        Ok(file)
    }
}

/// Whatever a file says, reading it asks nothing of this machine.
#[cfg(feature = "fuzzing")]
pub(crate) fn strange(bytes: &[u8]) {
    let _ = VaultFile::parse(bytes);
}

/// A root key behind a pass phrase.
pub struct PassphraseVault {
    dir: PathBuf,
    phrase: Passphrase,
    cost: Cost,
}

impl PassphraseVault {
    /// The vault in this folder, opened with this phrase.
    pub fn in_folder(dir: impl Into<PathBuf>, phrase: Passphrase) -> Self {
        Self { dir: dir.into(), phrase, cost: COST }
    }

    fn stretched(&self, cost: Cost, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, VaultError> {
        let params = Params::new(cost.kib, cost.passes, cost.lanes, Some(32))
            .map_err(|_| VaultError::BadStoreFormat)?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(self.phrase.text().as_bytes(), salt, key.as_mut())
            .map_err(|_| VaultError::BadStoreFormat)?;
        Ok(key)
    }
}

impl KeyVault for PassphraseVault {
    fn backend(&self) -> &str {
        BACKEND
    }

    fn read(&self) -> Result<RootKey, VaultError> {
        let bytes = std::fs::read(self.dir.join(FILE)).map_err(|error| of_io(&error))?;
        let file = VaultFile::parse(&bytes)?;
        let kek = self.stretched(file.cost, &file.salt.0)?;
        let mut key = Zeroizing::new(file.key.0);
        Aes256Gcm::new((&*kek).into())
            .decrypt_inout_detached(
                &Nonce::from(file.nonce.0),
                &file.salt.0,
                key.as_mut_slice().into(),
                &Tag::from(file.tag.0),
            )
            .map_err(|_| VaultError::WrongPassphrase)?;
        Ok(key)
    }

    fn make_room(&self) -> Result<(), VaultError> {
        let file = self.dir.join(FILE);
        match std::fs::rename(&file, free_name(&self.dir, &format!("{FILE}.old"))) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(of_io(&error)),
            _ => Ok(()),
        }
    }

    fn write(&self, key: &[u8; 32]) -> Result<(), VaultError> {
        let salt = *random::<16>().ok_or(VaultError::PlatformFailure)?;
        let nonce = *random::<12>().ok_or(VaultError::PlatformFailure)?;
        let kek = self.stretched(self.cost, &salt)?;
        let mut sealed = Zeroizing::new(*key);
        let tag = Aes256Gcm::new((&*kek).into())
            .encrypt_inout_detached(&Nonce::from(nonce), &salt, sealed.as_mut_slice().into())
            .map_err(|_| VaultError::PlatformFailure)?;
        let file = VaultFile {
            format: 1,
            cost: self.cost,
            salt: Hex(salt),
            nonce: Hex(nonce),
            key: Hex(*sealed),
            tag: Hex(tag.into()),
        };
        let text = serde_json::to_vec_pretty(&file).map_err(|_| VaultError::PlatformFailure)?;
        replace_file(&self.dir.join(FILE), &text).map_err(|error| of_io(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(dir: &std::path::Path, phrase: &str) -> PassphraseVault {
        let cost = Cost { kib: 64, passes: 1, lanes: 1 };
        PassphraseVault { cost, ..PassphraseVault::in_folder(dir, Passphrase::typed(phrase)) }
    }

    #[test]
    fn the_right_phrase_opens_and_a_wrong_one_is_told_so() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(vault(dir.path(), "a b c d").read(), Err(VaultError::NoEntry));
        vault(dir.path(), "a b c d").write(&[4; 32]).unwrap();
        assert_eq!(vault(dir.path(), "a b c d").read().as_deref(), Ok(&[4; 32]));
        assert_eq!(vault(dir.path(), "a b c").read(), Err(VaultError::WrongPassphrase));
        let text = std::fs::read_to_string(dir.path().join(FILE)).unwrap();
        std::fs::write(dir.path().join(FILE), text.replace("\"kib\": 64", "\"kib\": 4294967295")).unwrap();
        assert_eq!(vault(dir.path(), "a b c d").read(), Err(VaultError::BadStoreFormat));
    }

    #[test]
    fn the_shipped_cost_is_the_decided_one() {
        let dir = tempfile::tempdir().unwrap();
        let vault = PassphraseVault::in_folder(dir.path(), Passphrase::typed("four words of rain"));
        vault.write(&[4; 32]).unwrap();
        let text = std::fs::read_to_string(dir.path().join(FILE)).unwrap();
        assert!(text.contains("\"kib\": 65536") && text.contains("\"passes\": 3"));
        assert_eq!(vault.read().as_deref(), Ok(&[4; 32]));
    }
}
