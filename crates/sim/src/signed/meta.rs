//! Meta: HMAC-SHA256 over the raw body, in which everything beyond ASCII is a lower-case `\u` escape.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

/// JSON as Meta writes it.
pub fn meta_body(value: &Value) -> String {
    let mut body = String::new();
    for unit in value.to_string().chars() {
        if unit.is_ascii() {
            body.push(unit);
        } else {
            for half in unit.encode_utf16(&mut [0; 2]) {
                let _ = write!(body, "\\u{half:04x}");
            }
        }
    }
    body
}

fn mac(secret: &str, bytes: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(bytes);
    mac.finalize().into_bytes().to_vec()
}

/// The value of `X-Hub-Signature-256` for a body.
pub fn meta_signature(app_secret: &str, body: &[u8]) -> String {
    let mut signature = String::from("sha256=");
    for byte in mac(app_secret, body) {
        let _ = write!(signature, "{byte:02x}");
    }
    signature
}

/// The `signed_request` field of a deauthorise or data-deletion call.
pub fn signed_request(app_secret: &str, payload: &str) -> String {
    let payload = URL_SAFE_NO_PAD.encode(payload);
    let signature = URL_SAFE_NO_PAD.encode(mac(app_secret, payload.as_bytes()));
    format!("{signature}.{payload}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "anteroom-test-secret";

    #[test]
    fn the_body_of_the_reference_has_the_signature_of_the_reference() {
        let body = concat!(
            r#"{"object":"instagram","entry":[{"id":"17841490000000001","time":1790000000123,"#,
            r#""messaging":[{"sender":{"id":"1600000000000001"},"recipient":{"id":"17841490000000001"},"#,
            r#""timestamp":1790000000001,"message":{"mid":"aWdfZAexample1","text":"Hallo, gr\u00fc\u00dfe"}}]}]}"#
        );
        assert_eq!(body.len(), 263);
        let expected = "sha256=5ff0880ee3926d6e58a27275cfc567bf548cb3b0c72ce209f56b7343eb0c9201";
        assert_eq!(meta_signature(SECRET, body.as_bytes()), expected);
        let unescaped = body.replace("\\u00fc", "ü").replace("\\u00df", "ß");
        assert!(meta_signature(SECRET, unescaped.as_bytes()).starts_with("sha256=af3b1af4"));
    }

    #[test]
    fn everything_beyond_ascii_is_escaped_in_lower_case() {
        let body = meta_body(&serde_json::json!({ "text": "Grüße 👍" }));
        assert_eq!(body, r#"{"text":"Gr\u00fc\u00dfe \ud83d\udc4d"}"#);
    }

    #[test]
    fn the_signed_request_of_the_reference_is_made() {
        let payload = r#"{"algorithm":"HMAC-SHA256","expires":1790003600,"issued_at":1790000000,"user_id":"26000000000000001"}"#;
        let expected = "iZG2tSJmElSh8ugYWRk90SRY1dk6Ed8L129vFRYWymk.eyJhbGdvcml0aG0iOiJITUFDLVNIQTI1NiIsImV4cGlyZXMiOjE3OTAwMDM2MDAsImlzc3VlZF9hdCI6MTc5MDAwMDAwMCwidXNlcl9pZCI6IjI2MDAwMDAwMDAwMDAwMDAxIn0";
        assert_eq!(signed_request(SECRET, payload), expected);
    }
}
