//! Entry points for `cargo fuzz` into the parsers of files that lie beside the database, where anybody who can write
//! to the disk can change them. Each takes the bytes of such a file and must return.
//! Open only with the feature `fuzzing`. The targets themselves are in `fuzz/` at the top of the repository.

/// A sealed attachment, perhaps damaged or foreign.
pub fn sealed_file(bytes: &[u8]) {
    crate::sealed::strange(bytes);
}

/// The keyring file, perhaps damaged or foreign.
pub fn keyring_file(bytes: &[u8]) {
    crate::keys::strange_keyring(bytes);
}

/// The file of a pass-phrase, perhaps damaged or foreign.
pub fn passphrase_file(bytes: &[u8]) {
    crate::keys::strange_passphrase(bytes);
}
