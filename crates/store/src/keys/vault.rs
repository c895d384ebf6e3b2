//! The port to whatever keeps the device's root key.

use zeroize::Zeroizing;

/// The device's root key.
pub type RootKey = Zeroizing<[u8; 32]>;

/// Keeps exactly one key of 32 bytes. The operating system's keychain implements it outside this crate.
pub trait KeyVault: Send + Sync {
    /// A stable name (`keychain:secret-service`, `passphrase`, `demo-file`). Recorded beside the data, so that the
    /// same name answering "no entry" from another backend is noticed.
    fn backend(&self) -> &str;
    /// The key.
    fn read(&self) -> Result<RootKey, VaultError>;
    /// Keeps `key`. Only ever called when [`KeyVault::read`] said [`VaultError::NoEntry`] and no data exists, or when
    /// the recovery kit has proved who asks.
    fn write(&self, key: &[u8; 32]) -> Result<(), VaultError>;
    /// There is no data that this vault's key could open, and a clinic is about to be made. A vault whose file lies in
    /// the clinic's own folder puts aside what a first run left there; a keychain keeps what it has.
    ///
    /// # Errors
    /// What the disk says.
    fn make_room(&self) -> Result<(), VaultError> {
        Ok(())
    }
}

/// Why a vault did not answer; the kinds of the `keyring-core` crate in our words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// There is no such entry, or the vault only says so.
    #[error("the vault has no entry")]
    NoEntry,
    /// The vault is locked.
    #[error("the vault is locked")]
    Locked,
    /// The pass phrase is not the one.
    #[error("the pass phrase is wrong")]
    WrongPassphrase,
    /// The system's own service failed.
    #[error("the vault's service failed")]
    PlatformFailure,
    /// This computer has no vault.
    #[error("there is no vault")]
    NoDefaultStore,
    /// The entry is not in the right encoding.
    #[error("the entry has a bad encoding")]
    BadEncoding,
    /// The entry is not 32 bytes.
    #[error("the entry has a bad format")]
    BadDataFormat,
    /// The vault's own file cannot be understood.
    #[error("the vault has a bad format")]
    BadStoreFormat,
    /// The vault takes no entry of this length.
    #[error("the entry is too long")]
    TooLong,
    /// The vault does not like how it was asked.
    #[error("the vault refused the request")]
    Invalid,
    /// There are several such entries.
    #[error("there are several entries")]
    Ambiguous,
    /// The vault cannot do this.
    #[error("the vault does not support this")]
    NotSupported,
}
