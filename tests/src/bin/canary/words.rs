//! Words that occur nowhere else.

/// A patient's name.
pub const NAME: &str = "Leocadia Quimby";
/// Her name on Instagram.
pub const USERNAME: &str = "quimby.leocadia";
/// A name that tries to be something else.
pub const HOSTILE: &str = "<b>Grimaldus</b>\"}); -- ${Grimaldus}\r\n%s";
/// His name on Instagram.
pub const HOSTILE_USERNAME: &str = "grimaldus.o.brien";
/// The name that the desk gives a patient.
pub const PATIENT: &str = "Philippa Oxenstierna";
/// What is noted about a patient.
pub const DESK_NOTE: &str = "brachydactyl allergy";
/// What patients write.
pub const WRITTEN: &str = "xanthosiderite hurts";
/// What patients say to the answering machine.
pub const SAID: &str = "Hemidemisemiquaver, please ring me";
/// What staff answer.
pub const ANSWER: &str = "zygodactyl at ten";
/// What staff do not send.
pub const DRAFT: &str = "quindecagon half";
/// What staff note for each other.
pub const NOTE: &str = "ornithorhynchus first";
/// What is searched for.
pub const SEARCHED: &str = "floccinaucini";
/// The name of a file that a patient sends.
pub const THEIR_FILE: &str = "spatterdock-xray.pdf";
/// The name of a file that staff send.
pub const OUR_FILE: &str = "widdershins-plan.png";
/// A number as the provider writes it.
pub const NUMBER: &str = "+447700900963";
/// Another, without a mobile telephone.
pub const LANDLINE: &str = "+447700900871";
/// A token that was never right.
pub const WRONG_TOKEN: &str = "IGAAcanarytokenthatneverworked0123456789";
/// A secret that was never right.
pub const WRONG_SECRET: &str = "canarysecretthatneverworked98765";
/// What a panic says.
pub const PANIC: &str = "tatterdemalion";

/// What is looked for; the shortest part of each that is still unmistakable.
pub const ALL: [&str; 22] = [
    "Leocadia",
    "Quimby",
    USERNAME,
    "Grimaldus",
    HOSTILE_USERNAME,
    "Philippa",
    "Oxenstierna",
    "brachydactyl",
    "xanthosiderite",
    "Hemidemisemiquaver",
    "zygodactyl",
    "quindecagon",
    "ornithorhynchus",
    SEARCHED,
    "spatterdock",
    "widdershins",
    "7700900963",
    "7700900871",
    "canarytoken",
    "canarysecret",
    PANIC,
    "7700 900963",
];
