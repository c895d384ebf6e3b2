//! Keys from keys, and marks that only the holder of a key can make.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// A key for one purpose, made from another.
pub(crate) fn derived(key: &[u8; 32], salt: &[u8], purpose: &str) -> Zeroizing<[u8; 32]> {
    let mut made = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), key)
        .expand(purpose.as_bytes(), made.as_mut())
        .expect("32 bytes are within what HKDF-SHA-256 gives");
    made
}

/// HMAC-SHA-256 over the parts, each with its length before it so that no two lists of parts look the same.
pub(crate) fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Compares without telling by its time how much was right.
pub(crate) fn macs_agree(a: &[u8; 32], b: &[u8; 32]) -> bool {
    a.iter().zip(b).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

/// Random bytes from the system, for keys; a seedable source would make keys that can be made again.
pub(crate) fn random<const N: usize>() -> Option<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut()).ok()?;
    Some(bytes)
}
