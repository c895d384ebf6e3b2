//! The program itself: where it stands, who uses it, how it looks.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Code, StaffView};

/// Where the program stands. The window shows exactly one of these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum AppPhase {
    /// No clinic yet.
    FirstRun {
        /// Why the keychain cannot keep the key, so that a pass phrase has to protect the clinic.
        no_keychain: Option<Code>,
    },
    /// There is data, and it cannot be opened now. Nothing is lost and nothing is deleted.
    Locked(LockedClinic),
    /// The desk runs.
    Open(OpenClinic),
}

/// The clinic that cannot be opened now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LockedClinic {
    /// Why. [`Code::PassphraseNeeded`] asks for the pass phrase.
    pub why: Code,
    /// The recovery code would help.
    pub recovery_helps: bool,
    /// The recovery code needs a new pass phrase beside it, because no keychain would take the key.
    pub new_passphrase: bool,
    /// An empty inbox can be begun under the clinic's own keys.
    pub start_over: bool,
    /// Where the damaged database was put. A path of this computer, for the window alone.
    pub set_aside: Option<String>,
}

/// The clinic that is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct OpenClinic {
    /// Its name.
    pub name: String,
    /// Invented patients; goes away with one click.
    pub demo: bool,
    /// Who is at the desk.
    pub staff: StaffView,
    /// The disk lost the last changes; they are being fetched again.
    pub rolled_back: Option<u32>,
    /// IANA time zone of the practice.
    pub zone: String,
}

/// What the program is, for every screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct AppInfo {
    /// Where it stands.
    pub phase: AppPhase,
    /// Version.
    pub version: String,
    /// `linux`, `macos` or `windows`: decides between Ctrl and ⌘.
    pub platform: String,
    /// How it looks and behaves.
    pub settings: Settings,
    /// The system's language, as BCP 47.
    pub system_locale: String,
    /// Where the person was: widths, queue, open conversation, as the window wrote it down. The web view itself keeps
    /// nothing.
    pub place: Option<String>,
    /// The simulator was started beside us, so a demo clinic with invented patients can be opened.
    pub demo_available: bool,
}

/// How the window looks and behaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Settings {
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// `en`, `de`, `sq`, `ar`, `fr`, `es`; `None` follows the system.
    pub locale: Option<String>,
    /// Row height.
    pub density: Density,
    /// Letter size.
    pub text_size: TextSize,
    /// Single letters act outside fields.
    pub single_keys: bool,
    /// Seconds a reply waits for "undo" before it leaves; 0 sends at once.
    pub undo_seconds: u32,
    /// The phone on the desk that rings first when staff call (E.164).
    pub desk_phone: Option<String>,
    /// Tell about new messages through the system, without names or words.
    pub notifications: bool,
    /// Keep the window out of screen recordings.
    pub hide_from_recording: bool,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Paper.
    Light,
    /// The same desk in the evening.
    Dark,
}

/// Row height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// Two lines.
    Compact,
    /// Three lines.
    #[default]
    Regular,
    /// Three roomy lines.
    Roomy,
}

/// Letter size.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// 16 px root.
    #[default]
    Normal,
    /// 18 px root.
    Large,
    /// 20 px root.
    Largest,
    /// 24 px root, half as large again.
    Half,
    /// 32 px root, twice as large.
    Double,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            locale: None,
            density: Density::Regular,
            text_size: TextSize::Normal,
            single_keys: true,
            undo_seconds: 10,
            desk_phone: None,
            notifications: true,
            hide_from_recording: true,
        }
    }
}

/// The recovery code, made before the clinic, shown and printed once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RecoveryCode {
    /// Groups of letters and digits, in order, to be read or typed.
    pub groups: Vec<String>,
    /// Which two groups (counted from 1) the next step asks for, to prove that it was written down.
    pub ask: [u32; 2],
}

/// What has to be known about a practice before it can have a desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PracticeDetails {
    /// The practice's name.
    pub clinic_name: String,
    /// ISO 3166 country, for telephone numbers without a country code.
    pub country: String,
    /// IANA time zone.
    pub zone: String,
    /// The first person at the desk.
    pub staff_name: String,
}

/// What first run needs to know.
#[derive(Clone, Deserialize, Type)]
pub struct ClinicSetup {
    /// The practice.
    pub practice: PracticeDetails,
    /// The two groups that were asked for.
    pub recovery_check: [String; 2],
    /// Protects the clinic where the keychain cannot.
    pub passphrase: Option<Secret>,
}

/// Something typed that opens the clinic. It comes in, is never sent back, never printed, and wiped after use.
#[derive(Clone, Type)]
#[specta(transparent)]
pub struct Secret(#[specta(type = String)] zeroize::Zeroizing<String>);

impl Secret {
    /// What was typed.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self::from)
    }
}
