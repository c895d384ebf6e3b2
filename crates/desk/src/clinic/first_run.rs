//! First run: the recovery code goes to paper before there is anything that it could recover.

use anteroom_store::{ClinicKind, NewClinic, RecoveryKit, Store};
use zeroize::Zeroizing;

use super::{Clinic, State, phase};
use crate::views::{AppInfo, ClinicSetup, Code, RecoveryCode, WireError};

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
        let State::FirstRun(paper) = &mut *state else { return Err(WireError::of(Code::Stale)) };
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

    /// Makes the clinic, if the groups that were asked for were typed.
    ///
    /// # Errors
    /// [`Code::WrongRecoveryCode`] for other groups; what the disk or the keychain says.
    pub async fn first_run_finish(&self, setup: ClinicSetup) -> Result<AppInfo, WireError> {
        let mut state = self.state.lock().await;
        let State::FirstRun(Some(paper)) = &*state else { return Err(WireError::of(Code::Stale)) };
        if !paper.was_written_down(&setup.recovery_check) {
            return Err(WireError::of(Code::WrongRecoveryCode));
        }
        let kit = paper.kit.clone();
        let clinic = NewClinic {
            name: setup.clinic_name.trim().to_owned(),
            country: setup.country,
            zone: setup.zone,
            kind: ClinicKind::Real,
            staff_name: setup.staff_name.trim().to_owned(),
        };
        let made = self
            .on_disk(&self.parts.folder, self.parts.vault.clone(), move |dir, vault, around| {
                Store::create(dir, vault, &kit, &clinic, around)
            })
            .await;
        let opened = made.map_err(|error| WireError::of(phase::code(&error)))?;
        *state = State::Open(self.desk_of(opened).await?);
        Ok(self.info(&state))
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
