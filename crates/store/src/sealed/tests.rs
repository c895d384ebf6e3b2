use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use tempfile::TempDir;

use super::chunks::{CHUNK, Chunks, HEAD, TAG};
use super::*;

fn folder() -> (TempDir, SealedFolder) {
    let dir = tempfile::tempdir().unwrap();
    let folder = SealedFolder::at(dir.path().join("files")).unwrap();
    (dir, folder)
}

fn path_of(dir: &TempDir, name: FileName) -> PathBuf {
    let name = name.to_string();
    dir.path().join("files").join(&name[..2]).join(&name[2..4]).join(&name)
}

fn read(folder: &SealedFolder, sealed: &SealedFile) -> Result<Vec<u8>, SealedError> {
    Ok(folder.open(sealed)?.read_all()?.to_vec())
}

fn all_files(under: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(under).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { found.extend(all_files(&entry)) } else { found.push(entry) }
    }
    found
}

/// Bytes that differ from place to place, so that a moved chunk shows.
fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|i| (i.wrapping_mul(31) ^ (i >> 8)) as u8).collect()
}

/// A source that gives its bytes a few at a time, as a network does.
struct Dribble<'a>(&'a [u8], usize);

impl Read for Dribble<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.1.min(self.0.len()).min(buffer.len());
        buffer[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

/// A disk that takes `room` bytes and then says `kind`.
struct SmallDisk(usize, io::ErrorKind);

impl Write for SmallDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(self.1.into());
        }
        let n = bytes.len().min(self.0);
        self.0 -= n;
        Ok(n)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_was_sealed_is_read_back_at_every_size_around_a_chunk() {
    let (_dir, folder) = folder();
    for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 17] {
        let text = bytes(size);
        let sealed = folder.seal(text.as_slice()).unwrap();
        assert_eq!(sealed.size, size as u64);
        assert_eq!(read(&folder, &sealed).unwrap(), text, "{size}");
        let mut copy = Vec::new();
        folder.open(&sealed).unwrap().copy_to(&mut copy).unwrap();
        assert_eq!(copy, text, "{size}");
    }
}

#[test]
fn nothing_readable_reaches_the_disk_and_two_files_share_nothing() {
    let (dir, folder) = folder();
    let secret = b"Leila Haddad, upper left six, please call back. ".repeat(5000);
    let (first, second) = (folder.seal(secret.as_slice()).unwrap(), folder.seal(secret.as_slice()).unwrap());
    assert_ne!(first.key, second.key);
    let files = all_files(dir.path());
    assert_eq!(files.len(), 2);
    let raw: Vec<Vec<u8>> = files.iter().map(|path| fs::read(path).unwrap()).collect();
    for file in &raw {
        assert!(!file.windows(12).any(|bytes| bytes == b"Leila Haddad"));
    }
    assert_ne!(raw[0][HEAD..], raw[1][HEAD..]);
    assert!(files.iter().all(|path| !path.to_string_lossy().contains("Leila")));
    assert_eq!(format!("{:?}", first.key), "▮");
}

#[test]
fn a_cut_or_longer_file_is_refused_before_anything_is_read() {
    let (dir, folder) = folder();
    let sealed = folder.seal(bytes(3 * CHUNK).as_slice()).unwrap();
    let path = path_of(&dir, sealed.name);
    let whole = fs::read(&path).unwrap();
    for length in [0, HEAD - 1, HEAD, whole.len() - 1, whole.len() - CHUNK - TAG] {
        fs::write(&path, &whole[..length]).unwrap();
        assert_eq!(folder.open(&sealed).err(), Some(SealedError::Damaged(Damage::Length)), "{length}");
    }
    fs::write(&path, [whole.as_slice(), &whole[HEAD..HEAD + CHUNK + TAG]].concat()).unwrap();
    assert_eq!(folder.open(&sealed).err(), Some(SealedError::Damaged(Damage::Length)));
}

#[test]
fn a_cut_file_whose_row_was_changed_to_match_is_still_refused() {
    let (dir, folder) = folder();
    let sealed = folder.seal(bytes(2 * CHUNK).as_slice()).unwrap();
    let path = path_of(&dir, sealed.name);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..HEAD + CHUNK + TAG]).unwrap();
    let shorter = SealedFile { size: CHUNK as u64, ..sealed };
    assert_eq!(read(&folder, &shorter), Err(SealedError::Damaged(Damage::Chunk(0))));
}

#[test]
fn chunks_that_change_places_or_files_do_not_open() {
    let (dir, folder) = folder();
    let sealed = folder.seal(bytes(3 * CHUNK).as_slice()).unwrap();
    let other = folder.seal(bytes(3 * CHUNK).as_slice()).unwrap();
    let path = path_of(&dir, sealed.name);
    let whole = fs::read(&path).unwrap();
    let chunk = |n: usize| HEAD + n * (CHUNK + TAG)..HEAD + (n + 1) * (CHUNK + TAG);
    let swapped = [&whole[..HEAD], &whole[chunk(1)], &whole[chunk(0)], &whole[chunk(2)]].concat();
    fs::write(&path, swapped).unwrap();
    let mut reader = folder.open(&sealed).unwrap();
    let chunk_bytes = CHUNK as u64;
    assert_eq!(reader.read_range(0..1).err(), Some(SealedError::Damaged(Damage::Chunk(0))));
    assert_eq!(
        reader.read_range(2 * chunk_bytes..2 * chunk_bytes + 1).unwrap()[0],
        bytes(3 * CHUNK)[2 * CHUNK]
    );
    fs::write(&path, fs::read(path_of(&dir, other.name)).unwrap()).unwrap();
    assert_eq!(read(&folder, &sealed), Err(SealedError::Damaged(Damage::Chunk(0))));
}

#[test]
fn a_wrong_key_a_foreign_file_and_a_missing_file_each_have_their_name() {
    let (dir, folder) = folder();
    let sealed = folder.seal(bytes(100).as_slice()).unwrap();
    let wrong = SealedFile { key: FileKey::from_bytes(&[7; 32]).unwrap(), ..sealed.clone() };
    assert_eq!(read(&folder, &wrong), Err(SealedError::Damaged(Damage::Chunk(0))));
    let empty = folder.seal(io::empty()).unwrap();
    let wrong = SealedFile { key: FileKey::from_bytes(&[7; 32]).unwrap(), ..empty };
    assert_eq!(read(&folder, &wrong), Err(SealedError::Damaged(Damage::Chunk(0))));

    let path = path_of(&dir, sealed.name);
    let mut raw = fs::read(&path).unwrap();
    raw[8] = 2;
    fs::write(&path, &raw).unwrap();
    assert_eq!(folder.open(&sealed).err(), Some(SealedError::Damaged(Damage::Version(2))));
    raw[0] ^= 1;
    fs::write(&path, &raw).unwrap();
    assert_eq!(folder.open(&sealed).err(), Some(SealedError::Damaged(Damage::Head)));

    assert!(folder.remove(sealed.name).unwrap());
    assert!(!folder.remove(sealed.name).unwrap());
    assert_eq!(folder.open(&sealed).err(), Some(SealedError::Missing));
}

#[test]
fn a_source_that_breaks_off_leaves_no_file() {
    struct Breaks(usize);
    impl Read for Breaks {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0 == 0 {
                return Err(io::ErrorKind::ConnectionReset.into());
            }
            self.0 -= 1;
            Ok(buffer.len())
        }
    }
    let (dir, folder) = folder();
    assert_eq!(folder.seal(Breaks(2)), Err(SealedError::Source(io::ErrorKind::ConnectionReset)));
    assert!(all_files(dir.path()).is_empty());
}

#[test]
fn a_full_or_read_only_disk_is_named_wherever_it_strikes() {
    let key = FileKey::fresh().unwrap();
    let chunks = Chunks::fresh(FileName::fresh().unwrap(), &key).unwrap();
    let text = bytes(CHUNK + 10);
    for room in [0, HEAD, HEAD + 5, HEAD + CHUNK, HEAD + CHUNK + TAG + 3] {
        let full = write::seal(&chunks, text.as_slice(), &mut SmallDisk(room, io::ErrorKind::StorageFull));
        assert_eq!(full, Err(SealedError::DiskFull), "{room}");
        let kind = io::ErrorKind::ReadOnlyFilesystem;
        assert_eq!(
            write::seal(&chunks, text.as_slice(), &mut SmallDisk(room, kind)),
            Err(SealedError::ReadOnly)
        );
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error_and_not_a_panic() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, b"").unwrap();
    assert!(matches!(SealedFolder::at(file.join("files")), Err(SealedError::Io(_))));
}

#[test]
fn the_sweep_removes_halves_and_lists_files_without_a_row() {
    let (dir, folder) = folder();
    let known = folder.seal(&b"known"[..]).unwrap();
    let orphan = folder.seal(&b"orphan"[..]).unwrap();
    fs::write(dir.path().join("files/part").join(FileName::fresh().unwrap().to_string()), b"half").unwrap();
    fs::write(dir.path().join("files/notes.txt"), b"not ours").unwrap();
    let swept = folder.sweep(|name| Ok::<_, SealedError>(name == known.name)).unwrap();
    assert_eq!(swept, Swept { parts_removed: 1, orphans: vec![orphan.name] });
    assert_eq!(read(&folder, &known).unwrap(), b"known");
    assert!(dir.path().join("files/notes.txt").exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_in_any_portions_come_back_and_ranges_are_slices(
        size in 0..3 * CHUNK,
        portion in 1..100_000_usize,
        start in 0..4 * CHUNK as u64,
        length in 0..3 * CHUNK as u64,
    ) {
        let (_dir, folder) = folder();
        let text = bytes(size);
        let sealed = folder.seal(Dribble(&text, portion)).unwrap();
        let mut reader = folder.open(&sealed).unwrap();
        let whole = reader.read_all().unwrap();
        prop_assert_eq!(whole.as_slice(), text.as_slice());
        let clip = |at: u64| usize::try_from(at).unwrap().min(size);
        let slice = &text[clip(start)..clip(start + length)];
        let part = reader.read_range(start..start + length).unwrap();
        prop_assert_eq!(part.as_slice(), slice);
    }

    #[test]
    fn any_flipped_bit_is_found(size in 0..2 * CHUNK, at in any::<prop::sample::Index>(), bit in 0..8_u8) {
        let (dir, folder) = folder();
        let sealed = folder.seal(bytes(size).as_slice()).unwrap();
        let path = path_of(&dir, sealed.name);
        let mut raw = fs::read(&path).unwrap();
        let at = at.index(raw.len());
        raw[at] ^= 1 << bit;
        fs::write(&path, &raw).unwrap();
        prop_assert!(matches!(read(&folder, &sealed), Err(SealedError::Damaged(_))));
    }
}
