//! First run: the recovery code goes to paper before there is anything that it could recover.

use std::sync::Arc;

use anteroom_store::{
    ClinicKind, KeyVault, NewClinic, OpenError, Passphrase, PassphraseVault, RecoveryKit, Store,
};
use zeroize::Zeroizing;

use super::{Clinic, State, phase};
use crate::views::{AppInfo, ClinicSetup, Code, PracticeDetails, RecoveryCode, Secret, WireError};

/// No clinic yet.
#[derive(Default)]
pub(super) struct FirstRun {
    /// Why the keychain cannot keep the key.
    pub no_keychain: Option<Code>,
    /// A recovery code on its way to paper.
    pub paper: Option<Paper>,
}

/// A code that was shown, and the groups that prove it was written down.
pub(super) struct Paper {
    kit: RecoveryKit,
    ask: [u32; 2],
}

impl Clinic {
    /// Makes a recovery code to be printed. Asking again makes another one.
    ///
    /// # Errors
    /// [`Code::Stale`] when there is a clinic already.
    pub async fn first_run_begin(&self) -> Result<RecoveryCode, WireError> {
        let mut state = self.state.lock().await;
        let State::FirstRun(FirstRun { paper, .. }) = &mut *state else {
            return Err(WireError::of(Code::Stale));
        };
        let kit = RecoveryKit::generate().map_err(|_| WireError::of(Code::Unexpected))?;
        let groups = kit.groups();
        let count = u32::try_from(groups.len()).unwrap_or(u32::MAX);
        let first = self.parts.dice.below(count);
        // Another one than the first, each as likely.
        let second = (first + 1 + self.parts.dice.below(count - 1)) % count;
        let ask = [first.min(second) + 1, first.max(second) + 1];
        *paper = Some(Paper { kit, ask });
        Ok(RecoveryCode { groups, ask })
    }

    /// Makes the clinic, if the groups that were asked for were typed: behind the pass phrase if there is one, else
    /// with the keychain.
    ///
    /// # Errors
    /// [`Code::WrongRecoveryCode`] for other groups; [`Code::PassphraseNeeded`] without a keychain;
    /// [`Code::PassphraseTooWeak`]; what the disk or the keychain says. After the keychain refused, a pass phrase is
    /// asked for.
    pub async fn first_run_finish(&self, setup: ClinicSetup) -> Result<AppInfo, WireError> {
        let mut state = self.state.lock().await;
        let State::FirstRun(FirstRun { no_keychain, paper: Some(paper) }) = &mut *state else {
            return Err(WireError::of(Code::Stale));
        };
        if !paper.was_written_down(&setup.recovery_check) {
            return Err(WireError::of(Code::WrongRecoveryCode));
        }
        let kit = paper.kit.clone();
        let clinic = real(setup.practice);
        let vault = match (&setup.passphrase, *no_keychain) {
            (Some(phrase), _) => self.chosen_passphrase(phrase)?,
            (None, Some(_)) => return Err(WireError::of(Code::PassphraseNeeded)),
            (None, None) => self.parts.vault.clone(),
        };
        let made = self
            .on_disk(&self.parts.folder, vault, move |dir, vault, around| {
                Store::create(dir, vault, &kit, &clinic, around)
            })
            .await;
        let opened = made.map_err(|error| {
            let code = phase::code(&error);
            if matches!(error, OpenError::VaultRefused(_) | OpenError::Locked(_)) {
                *no_keychain = Some(code);
            }
            WireError::of(code)
        })?;
        *state = self.desk_or_lock(opened).await;
        Ok(self.info(&state))
    }
}

impl Clinic {
    /// A vault behind a new pass phrase.
    pub(super) fn chosen_passphrase(&self, phrase: &Secret) -> Result<Arc<dyn KeyVault>, WireError> {
        let phrase = Passphrase::chosen(phrase.text()).map_err(|_| WireError::of(Code::PassphraseTooWeak))?;
        Ok(Arc::new(PassphraseVault::in_folder(&self.parts.folder, phrase)))
    }
}

/// A real clinic of this practice.
pub(super) fn real(practice: PracticeDetails) -> NewClinic {
    NewClinic {
        name: practice.clinic_name.trim().to_owned(),
        country: practice.country,
        zone: practice.zone,
        kind: ClinicKind::Real,
        staff_name: practice.staff_name.trim().to_owned(),
    }
}

impl Paper {
    fn was_written_down(&self, typed: &[String; 2]) -> bool {
        let groups = Zeroizing::new(self.kit.groups());
        let same = |n: u32, typed: &str| {
            let at = usize::try_from(n.saturating_sub(1)).unwrap_or(usize::MAX);
            groups.get(at).is_some_and(|group| *group == as_printed(typed))
        };
        same(self.ask[0], &typed[0]) && same(self.ask[1], &typed[1])
    }
}

/// The code has no O, I or L, so that they can be meant only one way.
fn as_printed(typed: &str) -> String {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    });
    letters.collect()
}
