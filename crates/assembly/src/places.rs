//! Where the data lies: one folder per system user, outside everything that is synchronised or roams.

use std::path::{Path, PathBuf};

/// The folders of this installation.
#[derive(Clone, Debug)]
pub struct Places {
    root: PathBuf,
}

impl Places {
    /// Everything under `root`.
    pub fn under(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The clinic.
    pub fn clinic(&self) -> PathBuf {
        self.root.join("clinic")
    }

    /// The demo clinic: its own folder, its own key.
    pub fn demo(&self) -> PathBuf {
        self.root.join("demo")
    }

    /// The logs, which hold nothing about patients.
    pub fn logs(&self) -> PathBuf {
        self.root.join("logs")
    }

    /// The name of the keychain's item for the clinic here: the folder's path, so that two folders have two keys.
    pub fn keychain_item(&self) -> String {
        self.clinic().to_string_lossy().into_owned()
    }
}

/// The usual data folder of this system user: local, never the roaming profile.
///
/// `read` reads an environment variable; it is handed in so that tests need not touch the real ones.
pub fn data_folder(read: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let var = |name: &str| {
        read(name).filter(|value| !value.is_empty()).map(PathBuf::from).filter(|path| path.is_absolute())
    };
    if cfg!(windows) {
        var("LOCALAPPDATA").map(|base| base.join("Anteroom"))
    } else if cfg!(target_os = "macos") {
        // `.noindex` keeps Spotlight out.
        var("HOME").map(|home| home.join("Library/Application Support/Anteroom.noindex"))
    } else {
        var("XDG_DATA_HOME")
            .or_else(|| var("HOME").map(|home| home.join(".local/share")))
            .map(|base| base.join(Path::new("anteroom")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_and_the_clinic_never_share_a_folder() {
        let places = Places::under("/somewhere");
        assert_ne!(places.clinic(), places.demo());
        assert_eq!(data_folder(|_| None), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_relative_or_empty_variable_is_not_followed() {
        let of = |name: &str, value: &str| {
            let (name, value) = (name.to_owned(), value.to_owned());
            data_folder(move |asked| (asked == name).then(|| value.clone()))
        };
        assert_eq!(of("XDG_DATA_HOME", "data"), None);
        assert_eq!(of("HOME", "/home/ines"), Some(PathBuf::from("/home/ines/.local/share/anteroom")));
    }
}
