//! Files that came with messages, and recordings.

use std::io::Write;
use std::path::{Path, PathBuf};

use anteroom_desk::files::Exported;
use anteroom_desk::views::{Code, WireError};
use tauri::{AppHandle, Manager};

use super::{Answer, Here};

/// Tries again to fetch a file.
#[tauri::command]
#[specta::specta]
pub async fn attachment_retry(here: Here<'_>, id: String) -> Answer {
    here.desk().await?.attachment_retry(&id).await
}

/// Writes a file into the Downloads folder, because a person asked for it; the audit log keeps that. Answers the path.
#[tauri::command]
#[specta::specta]
pub async fn attachment_save(app: AppHandle, here: Here<'_>, id: String) -> Answer<String> {
    let file = here.desk().await?.attachment_export(&id).await?;
    save(&app, file).await
}

/// Writes something that a person asked for into the Downloads folder. Answers the path.
pub async fn save(app: &AppHandle, file: Exported) -> Answer<String> {
    let folder = app.path().download_dir().map_err(|_| WireError::of(Code::FolderReadOnly))?;
    let written =
        tauri::async_runtime::spawn_blocking(move || write_new(&folder, &file.name, &file.bytes)).await;
    match written {
        Ok(Ok(path)) => Ok(path.to_string_lossy().into_owned()),
        Ok(Err(error)) if error.kind() == std::io::ErrorKind::StorageFull => {
            Err(WireError::of(Code::DiskFull))
        }
        _ => Err(WireError::of(Code::FolderReadOnly)),
    }
}

/// Deletes a recording at the provider; our sealed copy stays.
#[tauri::command]
#[specta::specta]
pub async fn recording_delete_at_provider(here: Here<'_>, attachment: String) -> Answer {
    here.desk().await?.recording_delete_at_provider(&attachment).await
}

/// Writes a file under a name that is not taken: `plan.pdf`, `plan (1).pdf`, … It is written whole beside it first, so
/// that nobody finds half of one. The desk has made the name harmless; what still is more than a name is refused.
fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    if Path::new(name).file_name() != Some(name.as_ref()) {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    std::fs::create_dir_all(folder)?;
    let (stem, end) =
        name.rsplit_once('.').map_or((name, String::new()), |(stem, end)| (stem, format!(".{end}")));
    let (whole, ()) = first_free(
        folder,
        |n| format!(".anteroom-{n}.part"),
        |path| {
            let mut file = std::fs::File::create_new(path)?;
            // Half a file is worse than none.
            let gone = |_: &std::io::Error| drop(std::fs::remove_file(path));
            file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(gone)
        },
    )?;
    let named = |n| if n == 0 { format!("{stem}{end}") } else { format!("{stem} ({n}){end}") };
    // The name is taken first: renaming alone would write over what came there meanwhile.
    let taken = first_free(folder, named, |path| std::fs::File::create_new(path).map(drop));
    let written = taken.and_then(|(path, ())| {
        std::fs::rename(&whole, &path).inspect_err(|_| drop(std::fs::remove_file(&path)))?;
        Ok(path)
    });
    written.inspect_err(|_| drop(std::fs::remove_file(&whole)))
}

/// The first path that is not taken, and what `make` makes of it.
fn first_free<T>(
    folder: &Path,
    named: impl Fn(u32) -> String,
    make: impl Fn(&Path) -> std::io::Result<T>,
) -> std::io::Result<(PathBuf, T)> {
    for n in 0..1000 {
        let path = folder.join(named(n));
        match make(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            made => return made.map(|made| (path, made)),
        }
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::write_new;

    #[test]
    fn a_file_lands_in_its_folder_or_nowhere() {
        let outside = std::env::temp_dir().join(format!("anteroom-save-{}", std::process::id()));
        let folder = outside.join("downloads");
        for name in ["../escaped.txt", "/tmp/escaped.txt", "a/../../escaped.txt", ".."] {
            assert!(write_new(&folder, name, b"x").is_err(), "{name}");
        }
        let first = write_new(&folder, "plan.pdf", b"one").expect("a new file");
        let second = write_new(&folder, "plan.pdf", b"two").expect("another name");
        assert_eq!(second, folder.join("plan (1).pdf"));
        assert_eq!(std::fs::read(first).expect("written"), b"one");
        assert_eq!(std::fs::read(second).expect("written"), b"two");
        assert_eq!(std::fs::read_dir(&folder).expect("ours").count(), 2, "nothing half is left");
        std::fs::remove_dir_all(outside).expect("our own folder");
    }
}
