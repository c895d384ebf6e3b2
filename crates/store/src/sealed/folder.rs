//! The folder of sealed files: `ab/cd/abcd…` by the first bytes of the name, and `part/` for what is being written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::chunks::Chunks;
use super::{FileKey, FileName, SealedError, SealedFile, SealedReader, write};

/// Where the sealed files of one clinic lie.
#[derive(Clone, Debug)]
pub struct SealedFolder {
    root: PathBuf,
}

/// What a start-up sweep found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Half-written files that were removed.
    pub parts_removed: usize,
    /// Whole files that no row knows. Left in place; the caller decides.
    pub orphans: Vec<FileName>,
}

impl SealedFolder {
    /// The folder at `root`, made if it is not there.
    pub fn at(root: impl Into<PathBuf>) -> Result<Self, SealedError> {
        let folder = Self { root: root.into() };
        make_folder(&folder.parts())?;
        Ok(folder)
    }

    /// Seals what `source` gives into a new file under a new key. When this returns, the file is on the disk, and only
    /// the row that the caller now writes makes it readable.
    pub fn seal(&self, source: impl Read) -> Result<SealedFile, SealedError> {
        let (name, key) = (FileName::fresh()?, FileKey::fresh()?);
        let chunks = Chunks::fresh(name, &key)?;
        let part = self.parts().join(name.to_string());
        let written = self.write_part(&part, &chunks, source).and_then(|size| {
            let place = self.place(name);
            if let Some(home) = place.parent() {
                make_folder(home)?;
            }
            fs::rename(&part, &place).map_err(|error| SealedError::of(&error))?;
            self.flush_folders(&place)?;
            Ok(size)
        });
        if written.is_err() {
            // Best effort: what stays is removed by the next sweep, and is sealed anyway.
            let _ = fs::remove_file(&part);
        }
        Ok(SealedFile { name, key, size: written? })
    }

    /// Opens a file for reading.
    pub fn open(&self, sealed: &SealedFile) -> Result<SealedReader, SealedError> {
        SealedReader::open(&self.place(sealed.name), sealed)
    }

    /// Removes a file. `false` if it was not there: removing twice is harmless.
    pub fn remove(&self, name: FileName) -> Result<bool, SealedError> {
        match fs::remove_file(self.place(name)) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(SealedError::of(&error)),
        }
    }

    /// Looks for what a crash left behind. To be run at start, before anything is sealed: a file that is sealed but
    /// whose row is not committed yet looks like an orphan.
    pub fn sweep<E: From<SealedError>>(
        &self,
        mut is_known: impl FnMut(FileName) -> Result<bool, E>,
    ) -> Result<Swept, E> {
        let mut swept = Swept::default();
        for part in names(&self.parts())?.iter().filter(|name| FileName::from_hex(name).is_some()) {
            fs::remove_file(self.parts().join(part)).map_err(|error| SealedError::of(&error))?;
            swept.parts_removed += 1;
        }
        for first in names(&self.root)?.iter().filter(|name| is_level(name)) {
            for second in names(&self.root.join(first))?.iter().filter(|name| is_level(name)) {
                for file in names(&self.root.join(first).join(second))? {
                    let Some(name) = FileName::from_hex(&file) else { continue };
                    if !is_known(name)? {
                        swept.orphans.push(name);
                    }
                }
            }
        }
        Ok(swept)
    }

    fn write_part(&self, part: &Path, chunks: &Chunks, source: impl Read) -> Result<u64, SealedError> {
        let io = |error: io::Error| SealedError::of(&error);
        let mut file = create_private(part).map_err(io)?;
        let size = write::seal(chunks, source, &mut file)?;
        file.sync_all().map_err(io)?;
        Ok(size)
    }

    fn parts(&self) -> PathBuf {
        self.root.join("part")
    }

    fn place(&self, name: FileName) -> PathBuf {
        let name = name.to_string();
        self.root.join(&name[..2]).join(&name[2..4]).join(&name)
    }

    /// Makes the rename itself durable, up to the root, where a new sub-folder may have been entered.
    fn flush_folders(&self, place: &Path) -> Result<(), SealedError> {
        for folder in place.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.root)) {
            flush_folder(folder).map_err(|error| SealedError::of(&error))?;
        }
        Ok(())
    }
}

/// The names in a folder, none if it is gone.
fn names(folder: &Path) -> Result<Vec<String>, SealedError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(SealedError::of(&error)),
    };
    entries
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_, _>>()
        .map_err(|error| SealedError::of(&error))
}

fn is_level(name: &str) -> bool {
    name.len() == 2 && u8::from_str_radix(name, 16).is_ok()
}

fn make_folder(path: &Path) -> Result<(), SealedError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| SealedError::of(&error))
}

/// A new file that only this user may read.
fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(unix)]
fn flush_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows writes directory entries through by itself and does not open folders as files.
#[cfg(not(unix))]
fn flush_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
