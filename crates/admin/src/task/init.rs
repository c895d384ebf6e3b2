//! `init`: a clinic where there is none, or an empty database where the old one is damaged or gone.

use std::path::Path;

use anteroom_desk::dice::Dice;
use anteroom_store::{ClinicKind, DEMO_MARK, NewClinic, RecoveryKit, Store, TEST_MARK, set_aside};

use crate::exit::{Done, Exit, Failure};
use crate::options::{Init, Options};
use crate::{open, say};

/// Makes the clinic and prints its recovery code, the one time that it can be printed.
pub async fn run(options: &Options, init: &Init) -> Done {
    let folder = open::folder(options)?;
    if open::is_above_a_clinic(&folder) {
        return Err(open::above_a_clinic());
    }
    if init.start_over {
        return start_over(options, init, &folder);
    }
    let not_written =
        |_| Failure::new(Exit::Storage, "folder_read_only", "The folder cannot be made or written.");
    std::fs::create_dir_all(&folder).map_err(not_written)?;
    if init.test {
        let is_empty = std::fs::read_dir(&folder).map_err(not_written)?.next().is_none();
        if !is_empty {
            return Err(Failure::new(
                Exit::Refused,
                "not_empty",
                "A test clinic needs an empty folder, so that no real one becomes one.",
            ));
        }
        std::fs::write(folder.join(TEST_MARK), b"").map_err(not_written)?;
    }
    let vault = open::vault_to_be(options, &folder)?;
    let kit = RecoveryKit::generate()
        .map_err(|_| Failure::new(Exit::Unexpected, "no_randomness", "The system gave no randomness."))?;
    let clinic = asked_for(init, if init.test { ClinicKind::Test } else { ClinicKind::Real });
    let dice = Dice::from_system();
    let opened = Store::create(&folder, vault.as_ref(), &kit, &clinic, open::surroundings(&dice))
        .map_err(|error| open::refused(&error))?;
    opened.store.close().map_err(|_| not_closed())?;
    let code = kit.groups();
    say::result(options, &serde_json::json!({ "folder": folder, "recovery_code": code }), |_| {
        vec![
            format!("The clinic lies in {}.", folder.display()),
            "Its recovery code, shown only now. Print it and keep it away from this computer:".to_owned(),
            code.join(" "),
        ]
    })
}

/// An empty database beside the damaged one, under the keys that are there.
fn start_over(options: &Options, init: &Init, folder: &Path) -> Done {
    let kind = match () {
        () if open::is_marked(folder, DEMO_MARK) => ClinicKind::Demo,
        () if open::is_marked(folder, TEST_MARK) => ClinicKind::Test,
        () => ClinicKind::Real,
    };
    let vault = open::vault(options, folder)?;
    let dice = Dice::from_system();
    let opened = Store::start_over(folder, vault.as_ref(), &asked_for(init, kind), open::surroundings(&dice))
        .map_err(|error| open::refused(&error))?;
    opened.store.close().map_err(|_| not_closed())?;
    let aside = set_aside(folder);
    say::result(options, &serde_json::json!({ "folder": folder, "set_aside": aside }), |_| {
        let begun = format!("An empty inbox lies in {}. Its recovery code is the old one.", folder.display());
        let kept = aside.as_ref().map(|path| format!("The damaged file stays in {}.", path.display()));
        std::iter::once(begun)
            .chain(kept)
            .chain(["Connect the accounts again; what the providers still have is fetched again.".to_owned()])
            .collect()
    })
}

fn asked_for(init: &Init, kind: ClinicKind) -> NewClinic {
    NewClinic {
        name: init.name.clone(),
        country: init.country.clone(),
        zone: init.zone.clone(),
        kind,
        staff_name: init.staff.clone(),
    }
}

fn not_closed() -> Failure {
    Failure::new(Exit::Storage, "not_closed", "The clinic was made but could not be closed cleanly.")
}
