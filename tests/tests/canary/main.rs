//! Known words go through every path, also through those that fail (`src/bin/canary`); afterwards no log, no file, no
//! notification and no line on the screen has them, in clear, as UTF-16 or as base64.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// What the log must tell of, or the walk did not go where it should.
const EVENTS: [&str; 10] = [
    "panic",
    "poll_failed",
    "sent",
    "command_failed",
    "took_in",
    "storage",
    "held_back",
    "locked",
    "started_over",
    "sign_in_needed",
];

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

/// Words in all their disguises, found in one pass over whatever is looked at: the files are megabytes.
struct Search {
    /// Word, number of the disguise, and its bytes, by the first two of these.
    by_start: Vec<Vec<(String, usize, Vec<u8>)>>,
}

impl Search {
    fn of<'a>(words: impl IntoIterator<Item = &'a String>) -> Self {
        let mut by_start = vec![Vec::new(); 1 << 16];
        for word in words {
            for (way, form) in disguises(word).into_iter().enumerate() {
                by_start[Self::start(&form)].push((word.clone(), way, form));
            }
        }
        Self { by_start }
    }

    fn start(bytes: &[u8]) -> usize {
        usize::from(bytes[0]) << 8 | usize::from(bytes[1])
    }

    /// Each word that stands somewhere, and where.
    fn hits(&self, places: &[Place]) -> BTreeSet<String> {
        let mut hits = BTreeSet::new();
        for place in places {
            for (at, pair) in place.bytes.windows(2).enumerate() {
                for (word, way, form) in &self.by_start[Self::start(pair)] {
                    if place.bytes[at..].starts_with(form) {
                        hits.insert(format!("{word} (form {way}) in {}", place.name));
                    }
                }
            }
        }
        hits
    }
}

/// Every file below a folder, and what was printed.
fn everything(folder: &Path, walked: &Output) -> Vec<Place> {
    let mut seen = vec![
        Place { name: "standard output".into(), bytes: walked.stdout.clone() },
        Place { name: "standard error".into(), bytes: walked.stderr.clone() },
    ];
    files_below(folder, &mut seen);
    seen
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
    let seen = everything(folder.path(), &walked);
    let place = |ending: &str| seen.iter().find(|place| place.name.ends_with(ending)).expect("it is there");
    let logs = seen.iter().filter(|place| place.name.contains("/logs/"));
    let log: String = logs.map(|place| String::from_utf8_lossy(&place.bytes)).collect();
    assert!(walked.status.success(), "it went everywhere: {}", log.lines().last().unwrap_or_default());
    for event in EVENTS {
        assert!(log.contains(&format!("\"{event}\"")), "{event} was logged");
    }
    let told = String::from_utf8_lossy(&place("notifications.txt").bytes).to_lowercase();
    for said in ["new message", "neue nachricht", "mesazh", "missed call", "verpasst"] {
        assert!(told.contains(said), "“{said}” was told");
    }
    let errors = String::from_utf8_lossy(&walked.stderr).into_owned();
    for error in ["WrongPassphrase", "WrongRecoveryCode", "Damaged", "Offline", "NotFound"] {
        assert!(errors.contains(error), "{error} was told");
    }
    assert!(seen.iter().any(|place| place.name.contains("/files/")), "files were sealed");
    assert!(seen.iter().any(|place| place.name.ends_with("-wal")), "the files lie as a crash leaves them");

    let words: Vec<String> = serde_json::from_slice(&fs::read(list).expect("the list")).expect("words");
    assert!(words.len() > 80);
    let search = Search::of(&words);
    assert_eq!(search.hits(&seen), BTreeSet::new());

    // The same look finds a word that somebody lets slip, wherever it is.
    let log = PathBuf::from(&place("anteroom.log").name);
    let mut slip = fs::OpenOptions::new().append(true).open(&log).expect("the log");
    slip.write_all(b"{\"to\":\"Leocadia\"}").expect("written");
    fs::write(folder.path().join("cache-spatterdock.bin"), STANDARD.encode("we said zygodactyl"))
        .expect("a file");
    let walked = Output { stdout: b"psithurism".to_vec(), ..walked };
    let found = search.hits(&everything(folder.path(), &walked));
    for (word, place) in [
        ("Leocadia", "anteroom.log"),
        ("spatterdock", "cache-spatterdock.bin"),
        ("zygodactyl", "cache-spatterdock.bin"),
        ("psithurism", "standard output"),
    ] {
        let hit = found.iter().any(|hit| hit.starts_with(word) && hit.ends_with(place));
        assert!(hit, "{word} in {place}: {found:#?}");
    }
    assert!(found.iter().all(|hit| !hit.contains("Quimby")), "and nothing else: {found:#?}");
}

#[test]
fn every_disguise_is_found_where_it_is() {
    let search = Search::of(&["Leocadia".to_owned()]);
    let said = "before Leocadia after";
    let utf16: Vec<u8> = said.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for shift in 0..3 {
        let text = STANDARD.encode(&said.as_bytes()[shift..]);
        for bytes in [text.as_bytes(), said.as_bytes(), &utf16] {
            let place = Place { name: "a file".into(), bytes: bytes.to_vec() };
            assert!(!search.hits(&[place]).is_empty(), "{shift}");
        }
    }
    let place = Place { name: "a file".into(), bytes: b"somebody else".to_vec() };
    assert_eq!(search.hits(&[place]), BTreeSet::new());
}
