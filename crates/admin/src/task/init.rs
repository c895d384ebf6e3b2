//! `init`: a clinic where there is none.

use anteroom_desk::dice::Dice;
use anteroom_store::{ClinicKind, NewClinic, RecoveryKit, Store, TEST_MARK};

use crate::exit::{Done, Exit, Failure};
use crate::options::{Init, Options};
use crate::{open, say};

/// Makes the clinic and prints its recovery code, the one time that it can be printed.
pub async fn run(options: &Options, init: &Init) -> Done {
    let folder = open::folder(options)?;
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
    let vault = open::vault(options, &folder)?;
    let kit = RecoveryKit::generate()
        .map_err(|_| Failure::new(Exit::Unexpected, "no_randomness", "The system gave no randomness."))?;
    let clinic = NewClinic {
        name: init.name.clone(),
        country: init.country.clone(),
        zone: init.zone.clone(),
        kind: if init.test { ClinicKind::Test } else { ClinicKind::Real },
        staff_name: init.staff.clone(),
    };
    let dice = Dice::from_system();
    let opened = Store::create(&folder, vault.as_ref(), &kit, &clinic, open::surroundings(&dice))
        .map_err(|error| open::refused(&error))?;
    opened.store.close().map_err(|_| {
        Failure::new(Exit::Storage, "not_closed", "The clinic was made but could not be closed cleanly.")
    })?;
    let code = kit.groups();
    say::result(options, &serde_json::json!({ "folder": folder, "recovery_code": code }), |_| {
        vec![
            format!("The clinic lies in {}.", folder.display()),
            "Its recovery code, shown only now. Print it and keep it away from this computer:".to_owned(),
            code.join(" "),
        ]
    })
}
