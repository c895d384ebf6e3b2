//! The files of a clinic's folder, and writing one so that it is old or new and never half.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::{Result, StoreError};

/// A damaged database is called so, with the time at which it was put aside in milliseconds.
pub(crate) const DAMAGED: &str = "anteroom.db.damaged-";

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

    /// The newest damaged database that was put aside here.
    pub fn damaged(&self) -> io::Result<Option<PathBuf>> {
        let entries = match fs::read_dir(&self.dir) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            other => other?,
        };
        let mut newest = None;
        for entry in entries {
            let entry = entry?;
            // `-wal` and `-shm` come along under the same stamp.
            let stamp = entry.file_name().to_str().and_then(|name| {
                let (stamp, n) = name.strip_prefix(DAMAGED)?.split_once('-')?;
                Some((stamp.parse::<i64>().ok()?, n.parse::<u32>().ok()?))
            });
            if let Some(stamp) = stamp
                && newest.as_ref().is_none_or(|(known, _)| *known < stamp)
            {
                newest = Some((stamp, entry.path()));
            }
        }
        Ok(newest.map(|(_, path)| path))
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
    let mut file = private(options.write(true).create(true).truncate(true)).open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    sync_folder(path.parent().unwrap_or(Path::new(".")))
}

/// A file that is made so is this user's alone. A new file on Windows inherits the folder's access list.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// A name in this folder that nothing has: `name-0`, `name-1`, …
pub(crate) fn free_name(dir: &Path, name: &str) -> PathBuf {
    (0..)
        .map(|n| dir.join(format!("{name}-{n}")))
        .find(|path| !path.exists())
        .expect("one of endless names is free")
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
