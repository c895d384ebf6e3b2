//! The start-up table, and what disks and neighbours can do to us.

mod damage;
mod disk;
mod keys;
mod passphrase;
mod start_over;

use std::fs;
use std::path::Path;

use anteroom_model::ManualClock;

use crate::fixture::{MemoryVault, new_clinic, nine, surroundings};
use crate::{OpenError, RecoveryKit, Store};

fn create(dir: &Path, vault: &MemoryVault) -> Result<Store, OpenError> {
    let kit = RecoveryKit::generate().unwrap();
    let clock = ManualClock::at(nine());
    Store::create(dir, vault, &kit, &new_clinic(), surroundings(&clock)).map(|opened| opened.store)
}

/// Which files of ours lie there, without the lock.
fn files(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(dir)
        .map(|entries| entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
        .unwrap_or_default();
    names.retain(|name| name != "anteroom.lock");
    names.sort();
    names
}
