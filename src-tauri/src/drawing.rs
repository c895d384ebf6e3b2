//! How the window is drawn on Linux.
//!
//! Without a graphics card (a virtual machine, a remote desktop) WebKitGTK plays one with the processor and paints every
//! piece of the page through it. Told to paint the pieces with the processor itself, it only puts them together that
//! way; frames then come a third closer to each other (decision 0024).
//! Refused: switching the card off altogether (`HardwareAccelerationPolicy::Never`): frames stop coming at times.

use std::path::Path;

use webkit2gtk::glib;

/// Where Linux keeps its graphics cards.
const CARDS: &str = "/dev/dri";

/// What WebKitGTK reads when it starts drawing; whoever has set it already is left alone.
const SETTING: &str = "WEBKIT_SKIA_ENABLE_CPU_RENDERING";

/// Has the pieces of the page painted by the processor if there is no graphics card, and says whether that could be set.
/// To be called before there are threads.
pub fn prepare() -> bool {
    has_card(Path::new(CARDS)) || glib::setenv(SETTING, "1", false).is_ok()
}

/// Whether there is something in the folder that can draw.
fn has_card(cards: &Path) -> bool {
    let Ok(found) = std::fs::read_dir(cards) else { return false };
    found.flatten().any(|card| card.file_name().as_encoded_bytes().starts_with(b"renderD"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_draw_counts_as_a_card() {
        let folder = std::env::temp_dir().join(format!("anteroom-cards-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder of our own");
        assert!(!has_card(&folder.join("none")));
        // A virtual machine's screen is a card that can show pictures and not draw them.
        std::fs::write(folder.join("card0"), "").expect("our own file");
        assert!(!has_card(&folder));
        std::fs::write(folder.join("renderD128"), "").expect("our own file");
        assert!(has_card(&folder));
        std::fs::remove_dir_all(&folder).expect("our own folder");
    }
}
