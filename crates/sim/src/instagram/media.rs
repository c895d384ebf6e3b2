//! The content network: signed links that end.

use jiff::{SignedDuration, Timestamp};

use crate::http::{Answer, Call};
use crate::media;
use crate::world::World;

/// How long a signed link opens.
const LINK_LIFE: SignedDuration = SignedDuration::from_hours(48);

/// `https://lookaside.fbsbx.com/…` and `https://scontent.cdninstagram.com/…`: open to whoever knows the link, until it ends.
pub fn answer(world: &World, call: &Call) -> Answer {
    if call.method != http::Method::GET {
        return Answer::empty(405);
    }
    if call.header("authorization").is_some() {
        // Signed links need no token; a client that sends it here gives it to another host.
        return Answer::empty(400);
    }
    if call.host == "scontent.cdninstagram.com" {
        let seed = call.path.last().map_or(0, |name| name.bytes().map(u64::from).sum());
        return Answer::bytes("image/jpeg", media::photo(seed).bytes);
    }
    let signed = call.asked("signed").and_then(|at| Timestamp::from_second(at.parse().ok()?).ok());
    match call.asked("asset_id").and_then(|key| world.files.behind(key)) {
        None => Answer::empty(404),
        Some(_) if signed.is_none_or(|at| world.now.duration_since(at) >= LINK_LIFE) => Answer::empty(403),
        Some(link) => Answer::bytes(&link.file.mime, link.file.bytes.clone()),
    }
}
