//! From a folder to a desk that is run by hand.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anteroom_assembly::{Keychain, Places, RealConnectors, data_folder};
use anteroom_desk::clock::SystemClock;
use anteroom_desk::dice::Dice;
use anteroom_desk::loops::Run;
use anteroom_desk::notify::Silent;
use anteroom_desk::views::{Code, WireError};
use anteroom_desk::{Desk, DeskParts};
use anteroom_model::{Clock, NoGuess};
use anteroom_store::{
    DEMO_MARK, FileVault, KeyVault, OpenError, Opened, Passphrase, PassphraseVault, Store, Surroundings,
    TEST_MARK,
};

use zeroize::Zeroizing;

use crate::exit::{Done, Exit, Failure};
use crate::options::Options;
use crate::secret;

/// The clinic's folder.
pub fn folder(options: &Options) -> Done<PathBuf> {
    match &options.data {
        Some(folder) => Ok(folder.clone()),
        None => usual().map(|places| places.clinic()),
    }
}

fn usual() -> Done<Places> {
    let root = data_folder(|name| std::env::var(name).ok());
    root.map(Places::under).ok_or_else(|| {
        Failure::new(Exit::Usage, "no_folder", "There is no usual data folder here. Name one with --data.")
    })
}

/// What keeps the folder's key: a file in a demo or test clinic, a pass-phrase if one is given, else the keychain.
pub fn vault(options: &Options, folder: &Path) -> Done<Box<dyn KeyVault>> {
    vault_with(options, folder, |typed| Ok(Passphrase::typed(typed)))
}

/// The same for a clinic that is about to be made: the pass-phrase must be worth something.
pub fn vault_to_be(options: &Options, folder: &Path) -> Done<Box<dyn KeyVault>> {
    vault_with(options, folder, |typed| {
        Passphrase::chosen(typed).map_err(|_| WireError::of(Code::PassphraseTooWeak).into())
    })
}

fn vault_with(
    options: &Options,
    folder: &Path,
    phrase: impl FnOnce(&str) -> Done<Passphrase>,
) -> Done<Box<dyn KeyVault>> {
    if is_marked(folder, DEMO_MARK) || is_marked(folder, TEST_MARK) {
        return Ok(Box::new(FileVault::in_folder(folder)));
    }
    if let Some(from) = &options.passphrase_file {
        let typed = Zeroizing::new(secret::read(from)?);
        return Ok(Box::new(PassphraseVault::in_folder(folder, phrase(&typed)?)));
    }
    // The window's item is named after its folder, so that both open the same clinic.
    let item = match &options.data {
        Some(folder) => folder.to_string_lossy().into_owned(),
        None => usual()?.keychain_item(),
    };
    Ok(Box::new(Keychain::for_clinic(&item)))
}

/// Whether the folder carries this mark.
pub fn is_marked(folder: &Path, mark: &str) -> bool {
    folder.join(mark).is_file()
}

/// Somebody named the folder above the clinic's, as one does for the window.
pub fn is_above_a_clinic(folder: &Path) -> bool {
    let has_clinic = |folder: &Path| folder.join("anteroom.keyring").is_file();
    !has_clinic(folder) && has_clinic(&folder.join("clinic"))
}

/// Says so.
pub fn above_a_clinic() -> Failure {
    Failure::new(
        Exit::NotOpen,
        "folder_above",
        "There is no clinic in this folder, but there is one in `clinic` below it. Here --data names the clinic's own \
         folder; the window's --data names the one above.",
    )
}

/// What the store needs from outside.
pub fn surroundings(dice: &Dice) -> Surroundings {
    let dice = dice.clone();
    Surroundings { clock: Arc::new(SystemClock::new()), random: Box::new(move |bytes| dice.fill(bytes)) }
}

/// Opens the clinic's desk; its loops take their turns when [`Desk::settle`] is called.
pub async fn desk(options: &Options) -> Done<Desk> {
    let folder = folder(options)?;
    let vault = vault(options, &folder)?;
    let dice = Dice::from_system();
    let opened = Store::open(&folder, vault.as_ref(), surroundings(&dice)).map_err(|error| match error {
        OpenError::NothingHere if is_above_a_clinic(&folder) => above_a_clinic(),
        other => refused(&other),
    })?;
    of(opened, dice).await
}

/// A desk over an open store.
pub async fn of(opened: Opened, dice: Dice) -> Done<Desk> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
    let factory = Arc::new(RealConnectors::new(clock.clone(), dice.clone()));
    let parts = DeskParts {
        store: opened.store,
        rolled_back: opened.rolled_back,
        clock,
        dice,
        factory,
        notifier: Arc::new(Silent),
        language: Arc::new(NoGuess),
        run: Run::ByHand,
    };
    Ok(Desk::start(parts).await?)
}

/// Why the store did not open, with the desk's own code and exit.
pub fn refused(error: &OpenError) -> Failure {
    match error {
        OpenError::AlreadyHere => {
            Failure::new(Exit::Refused, "already_here", "There is a clinic in this folder already.")
        }
        other => anteroom_desk::clinic::wire_error(other).into(),
    }
}
