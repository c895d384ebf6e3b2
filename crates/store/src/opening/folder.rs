//! The clinic's folder: this user's alone, on this computer, outside everything that copies files elsewhere.
//!
//! WAL needs shared memory on one host, and a sync tool copies a database in the middle of a change.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{OpenError, Paths};

/// Why a folder is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotLocal {
    /// A network share.
    Network,
    /// A folder that a tool copies to the cloud.
    Synchronised,
}

/// File systems that are other computers. `9p` and `drvfs` are Windows' files seen from its Linux.
const NETWORK: [&str; 21] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "9p",
    "drvfs",
    "ceph",
    "glusterfs",
    "lustre",
    "webdav",
    "davfs",
    "afpfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.s3fs",
];

/// Folder names of tools that copy files away, lower case.
const SYNCHRONISED: [&str; 14] = [
    "dropbox",
    "icloud drive",
    "iclouddrive",
    "mobile documents",
    "cloudstorage",
    "google drive",
    "googledrive",
    "my drive",
    "nextcloud",
    "owncloud",
    "box sync",
    "pclouddrive",
    "megasync",
    "seafile",
];

/// Whether this path leads away from this computer, as far as its words and the mounted file systems tell. `mounts` is
/// the text of `/proc/self/mountinfo`, or empty where there is none.
pub fn not_local(path: &Path, mounts: &str) -> Option<NotLocal> {
    let text = path.to_string_lossy();
    let share = text.starts_with(r"\\") && !text.starts_with(r"\\?\") && !text.starts_with(r"\\.\");
    if share || text.starts_with(r"\\?\UNC\") || text.starts_with("//") {
        return Some(NotLocal::Network);
    }
    // A path of Windows is taken apart here by hand, so that the rule can be tested on every system.
    let synchronised = path
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy().to_lowercase()),
            _ => None,
        })
        .flat_map(|name| name.split('\\').map(str::to_owned).collect::<Vec<_>>())
        .any(|name| SYNCHRONISED.contains(&name.as_str()) || name.starts_with("onedrive"));
    if synchronised {
        return Some(NotLocal::Synchronised);
    }
    let kind = mounted_as(path, mounts)?;
    NETWORK.contains(&kind.as_str()).then_some(NotLocal::Network)
}

/// The kind of the file system with the longest mount point above `path`; of several at one point the last counts.
fn mounted_as(path: &Path, mounts: &str) -> Option<String> {
    mounts
        .lines()
        .filter_map(|line| {
            let (front, back) = line.split_once(" - ")?;
            let point = PathBuf::from(unescaped(front.split(' ').nth(4)?));
            let kind = back.split(' ').next()?;
            path.starts_with(&point).then(|| (point.components().count(), kind.to_owned()))
        })
        .max_by_key(|(depth, _)| *depth)
        .map(|(_, kind)| kind)
}

/// The kernel writes space, tab, line feed and backslash as three octal digits.
fn unescaped(point: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(point.to_owned(), |text, (code, sign)| text.replace(code, sign))
}

/// Refuses what is not local.
pub(super) fn must_be_local(dir: &Path) -> Result<(), OpenError> {
    // What does not exist yet is judged by what exists above it, with links resolved.
    let whole = std::path::absolute(dir)?;
    let existing = whole.ancestors().find_map(|above| above.canonicalize().ok());
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    [Some(whole), existing]
        .into_iter()
        .flatten()
        .find_map(|path| not_local(&path, &mounts))
        .map_or(Ok(()), |why| Err(OpenError::FolderNotLocal(why)))
}

/// Makes the folder if need be and takes it away from everybody else.
pub(super) fn make_private(dir: &Path) -> Result<(), OpenError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        builder.mode(0o700).create(dir)?;
        if fs::metadata(dir)?.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(dir, fs::Permissions::from_mode(0o700))?;
        }
    }
    // A new folder under the user's local application data inherits an access list for that user alone.
    #[cfg(not(unix))]
    builder.create(dir)?;
    Ok(())
}

/// Takes the folder and everything of ours directly in it away from everybody else, damaged databases put aside included, where
/// an earlier version, or somebody who copied them, left them readable. What lies in a folder in there is behind that
/// folder's own mode. Not being allowed to is no reason to keep the clinic shut: everything in there is encrypted.
#[cfg(unix)]
pub(super) fn files_are_private(paths: &Paths) {
    use std::os::unix::fs::PermissionsExt;
    let itself = fs::metadata(&paths.dir).ok().map(|found| (paths.dir.clone(), found));
    // A link is left alone: what it leads to is not ours to change.
    let inside = fs::read_dir(&paths.dir)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| is_ours(&entry.file_name().to_string_lossy()))
        .filter_map(|entry| Some((entry.path(), entry.metadata().ok()?)));
    for (path, found) in itself.into_iter().chain(inside) {
        let most = match () {
            () if found.is_dir() => 0o700,
            () if found.is_file() => 0o600,
            () => continue,
        };
        let open = found.permissions().mode() & 0o777 & !most != 0;
        if open && fs::set_permissions(&path, fs::Permissions::from_mode(most)).is_err() {
            tracing::warn!(event = "file_not_private");
        }
    }
}

/// Somebody may keep other things beside a clinic; their modes are not ours to change.
#[cfg(unix)]
fn is_ours(name: &str) -> bool {
    name.starts_with("anteroom.") || name.starts_with("files")
}

/// Files inherit the folder's access list.
#[cfg(not(unix))]
pub(super) fn files_are_private(_: &Paths) {}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
28 27 0:40 / /home/ana/share rw - cifs //server/share rw
29 27 0:41 / /home/ana/with\\040space rw shared:3 - nfs4 server:/x rw
30 28 0:42 / /home/ana/share/local rw - ext4 /dev/vdb rw";

    fn check(path: &str, expected: Option<NotLocal>) {
        assert_eq!(not_local(Path::new(path), MOUNTS), expected, "{path}");
    }

    #[test]
    fn shares_and_synchronised_folders_are_refused() {
        check("/home/ana/.local/share/anteroom", None);
        check("/home/ana/share/anteroom", Some(NotLocal::Network));
        check("/home/ana/with space/anteroom", Some(NotLocal::Network));
        check("/home/ana/share/local/anteroom", None);
        check("/Users/ana/Library/Mobile Documents/x", Some(NotLocal::Synchronised));
        check("/Users/ana/Library/CloudStorage/OneDrive-Clinic/x", Some(NotLocal::Synchronised));
        check(r"C:\Users\Ana\OneDrive - Marlow Street\anteroom", Some(NotLocal::Synchronised));
        check(r"C:\Users\Ana\Dropbox\anteroom", Some(NotLocal::Synchronised));
        check(r"C:\Users\Ana\AppData\Local\Anteroom", None);
        check(r"\\server\share\anteroom", Some(NotLocal::Network));
        check(r"\\?\UNC\server\share", Some(NotLocal::Network));
        check(r"\\?\C:\Users\Ana\AppData\Local\Anteroom", None);
        assert_eq!(not_local(Path::new("/anywhere"), ""), None);
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_this_users_alone() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let inner = dir.path().join("clinic");
        fs::create_dir(&inner).unwrap();
        fs::set_permissions(&inner, fs::Permissions::from_mode(0o755)).unwrap();
        make_private(&inner).unwrap();
        assert_eq!(fs::metadata(&inner).unwrap().permissions().mode() & 0o777, 0o700);
    }
}
