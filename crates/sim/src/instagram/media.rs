//! The content network: signed links that end.

use crate::http::{Answer, Call};
use crate::media;
use crate::world::World;

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
    match call.asked("asset_id").and_then(|key| world.files.behind(key)) {
        None => Answer::empty(404),
        Some(link) if link.until.is_some_and(|until| world.now >= until) => Answer::empty(403),
        Some(link) => Answer::bytes(&link.file.mime, link.file.bytes.clone()),
    }
}
