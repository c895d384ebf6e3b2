//! Known words go through every path, also through those that fail (`src/bin/canary`); afterwards no log, no file, no
//! notification and no line on the screen has them, in clear, as UTF-16 or as base64.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Where a word was looked for: a file or a stream, and its bytes.
struct Place {
    name: String,
    bytes: Vec<u8>,
}

/// Every file below a folder. Its name counts as content.
fn files_below(folder: &Path, found: &mut Vec<Place>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path: PathBuf = entry.path();
        let name = path.display().to_string();
        if path.is_dir() {
            found.push(Place { bytes: Vec::new(), name });
            files_below(&path, found);
        } else {
            let mut bytes = fs::read(&path).expect("a readable file");
            bytes.extend_from_slice(name.as_bytes());
            found.push(Place { name, bytes });
        }
    }
}

/// A word in all the ways in which it could lie somewhere.
fn disguises(word: &str) -> Vec<Vec<u8>> {
    let utf16 = |order: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let mut ways = vec![
        word.as_bytes().to_vec(),
        word.to_lowercase().into_bytes(),
        word.replace(' ', "+").into_bytes(),
        word.replace(' ', "%20").into_bytes(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
    ];
    // In the middle of something longer it begins at one of three places; what its neighbours share is left out.
    for (before, shared) in [(0, 0), (1, 2), (2, 3)] {
        let text = STANDARD.encode([vec![0; before], word.as_bytes().to_vec()].concat());
        let whole = (before + word.len()) * 8 / 6;
        ways.push(text.as_bytes()[shared..whole].to_vec());
    }
    ways
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    // The rest is compared only where the first byte fits: the files are megabytes.
    let first = word[0];
    bytes.iter().enumerate().any(|(at, byte)| *byte == first && bytes[at..].starts_with(word))
}

#[test]
fn no_word_name_number_or_token_is_found_anywhere_afterwards() {
    let (folder, beside) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let list = beside.path().join("words.json");
    let mut walk = Command::new(env!("CARGO_BIN_EXE_canary"));
    for variable in ["TMPDIR", "TMP", "TEMP", "HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"] {
        walk.env(variable, folder.path());
    }
    let walked =
        walk.current_dir(folder.path()).env("RUST_BACKTRACE", "1").arg(&list).output().expect("it runs");
    let mut seen = vec![
        Place { name: "standard output".into(), bytes: walked.stdout },
        Place { name: "standard error".into(), bytes: walked.stderr },
    ];
    files_below(folder.path(), &mut seen);
    let log = seen.iter().find(|place| place.name.ends_with("anteroom.log")).expect("a log");
    let log = String::from_utf8_lossy(&log.bytes).into_owned();
    assert!(walked.status.success(), "it went everywhere: {}", log.lines().last().unwrap_or_default());
    for event in ["panic", "poll_failed", "sent", "command_failed", "took_in", "storage", "held_back"] {
        assert!(log.contains(&format!("\"{event}\"")), "{event} was logged");
    }
    let told = seen.iter().find(|place| place.name.ends_with("notifications.txt")).expect("notifications");
    let told = String::from_utf8_lossy(&told.bytes).to_lowercase();
    for said in ["new message", "neue nachricht", "mesazh", "missed call", "verpasst"] {
        assert!(told.contains(said), "“{said}” was told");
    }
    assert!(seen.iter().any(|place| place.name.contains("/files/")), "files were sealed");
    assert!(seen.iter().any(|place| place.name.ends_with("-wal")), "the files lie as a crash leaves them");

    let words: Vec<String> = serde_json::from_slice(&fs::read(list).expect("the list")).expect("words");
    assert!(words.len() > 20);
    let mut hits = Vec::new();
    for word in &words {
        for (way, form) in disguises(word).iter().enumerate() {
            let places = seen.iter().filter(|place| contains(&place.bytes, form));
            hits.extend(places.map(|place| format!("{word} (form {way}) in {}", place.name)));
        }
    }
    assert!(hits.is_empty(), "{hits:#?}");
}

#[test]
fn every_disguise_is_found_where_it_is() {
    let said = "before Leocadia after";
    let utf16: Vec<u8> = said.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for shift in 0..3 {
        let text = STANDARD.encode(&said.as_bytes()[shift..]);
        for bytes in [text.as_bytes(), said.as_bytes(), &utf16] {
            assert!(disguises("Leocadia").iter().any(|form| contains(bytes, form)), "{shift}");
        }
    }
    assert!(!disguises("Leocadia").iter().any(|form| contains(b"somebody else", form)));
}
