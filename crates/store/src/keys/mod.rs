//! The keys, from the keychain down to the database.
//!
//! ```text
//! device root key (vault, 32 bytes, one item)      recovery kit (256 bits on paper)
//!    └─ HKDF ─► wraps                                  └─ HKDF ─► wraps
//!             └──────────── keyring file: database key, twice ────┘
//!                              └─ SQLCipher raw key; MAC keys of the keyring and witness files
//! ```
//! Holds: a key is never made over data: an unusable vault, a missing entry, a strange answer all end in "locked".
//! What is written to a vault is read back before anything depends on it. Keys are wiped when dropped, never printed.
//! Refused: a chosen pass phrase as recovery (people choose words); the database key in the keychain itself (it could
//! not be wrapped a second time for the kit, nor rotated without touching the keychain).

mod demo_vault;
mod derive;
mod keyring;
mod kit;
mod passphrase;
mod phrase;
mod vault;

pub use demo_vault::{DEMO_MARK, FileVault, TEST_MARK};
pub(crate) use derive::{derived, mac, macs_agree, random};
#[cfg(feature = "fuzzing")]
pub(crate) use keyring::strange as strange_keyring;
pub(crate) use keyring::{Bound, Keyring, KeyringError};
pub use kit::{KitError, RecoveryKit};
pub(crate) use passphrase::BACKEND as PASSPHRASE;
pub use passphrase::PassphraseVault;
#[cfg(feature = "fuzzing")]
pub(crate) use passphrase::strange as strange_passphrase;
pub use phrase::{Passphrase, TooWeak};
pub use vault::{KeyVault, RootKey, VaultError};
