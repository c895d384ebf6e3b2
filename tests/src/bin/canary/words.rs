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
/// What a patient writes and takes back.
pub const TAKEN_BACK: &str = "callipygian regret";
/// What a patient makes of her own words later.
pub const EDITED: &str = "antediluvian hurts";
/// What a patient puts on a message instead of a heart.
pub const REACTION: &str = "ultracrepidarian";
/// What a patient writes to a story.
pub const STORY: &str = "borborygmus story";
/// What a patient shares: its address and its title.
pub const SHARED: (&str, &str) = ("https://example.com/tintinnabulation", "Defenestrated tooth");
/// A message of a kind that nobody knows yet.
pub const STRANGE: &str = "pauciloquent poll";
/// What the patient's name is changed to, and the note.
pub const RENAMED: (&str, &str) = ("Philippa Zwischenzug", "hemeralopia noted");
/// The practice, and who works there.
pub const PRACTICE: (&str, &str) = ("Nudiustertian Dental", "Ophelia Quockerwodger");
/// What opens the practice.
pub const PASSPHRASE: &str = "seven psithurism lamps burn";
/// What opens it later.
pub const NEW_PASSPHRASE: &str = "eight kakorrhaphio lamps burn";
/// What does not open it.
pub const WRONG_PASSPHRASE: &str = "seven sesquipedalian lamps burn";
/// A code that opens nothing.
pub const WRONG_CODE: &str = "WXYZ-4567-PQRS-2345";

/// What is looked for; the shortest part of each that is still unmistakable.
pub const ALL: [&str; 40] = [
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
    "callipygian",
    "antediluvian",
    REACTION,
    "borborygmus",
    "tintinnabulation",
    "Defenestrated",
    "pauciloquent",
    "Zwischenzug",
    "hemeralopia",
    "Nudiustertian",
    "Ophelia",
    "Quockerwodger",
    "psithurism",
    "kakorrhaphio",
    "sesquipedalian",
    WRONG_CODE,
    "WXYZ4567PQRS2345",
    "WXYZ 4567 PQRS",
];
