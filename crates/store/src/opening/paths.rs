//! The files of a clinic's folder, and writing one so that it is old or new and never half.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::{Result, StoreError};

/// Where everything lies.
#[derive(Clone, Debug)]
pub(crate) struct Paths {
    pub dir: PathBuf,
    pub db: PathBuf,
    /// The database while first run makes it.
    pub unborn: PathBuf,
    pub keyring: PathBuf,
    pub witness: PathBuf,
    pub lock: PathBuf,
    pub files: PathBuf,
}

impl Paths {
    pub fn of(dir: &Path) -> Self {
        let at = |name: &str| dir.join(name);
        Self {
            dir: dir.to_owned(),
            db: at("anteroom.db"),
            unborn: at("anteroom.db.new"),
            keyring: at("anteroom.keyring"),
            witness: at("anteroom.witness"),
            lock: at("anteroom.lock"),
            files: at("files"),
        }
    }

    /// The database and what SQLite keeps beside it.
    pub fn with_companions(db: &Path) -> [PathBuf; 3] {
        ["", "-wal", "-shm"].map(|end| {
            let mut name = db.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        })
    }
}

/// Writes beside, flushes, renames, flushes the folder.
pub(crate) fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    sync_folder(path.parent().unwrap_or(Path::new(".")))
}

/// Makes a rename in this folder last. Windows has no such thing and needs none.
pub(crate) fn sync_folder(dir: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
}

/// Which file a path led to when it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FilePlace(Option<(u64, u64)>);

impl FilePlace {
    pub fn of(path: &Path) -> Result<Self> {
        fs::metadata(path).map(|found| Self(place(&found))).map_err(|_| StoreError::Gone)
    }

    /// Whether the path still leads to that file.
    pub fn is_still(self, path: &Path) -> bool {
        Self::of(path) == Ok(self)
    }
}

#[cfg(unix)]
fn place(found: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((found.dev(), found.ino()))
}

/// Windows does not let an open file be unlinked or replaced; that it exists is enough.
#[cfg(not(unix))]
fn place(_: &Metadata) -> Option<(u64, u64)> {
    None
}
