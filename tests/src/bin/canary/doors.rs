//! Everything around opening: a first run without a keychain, the code on paper, pass phrases right and wrong, damage,
//! and beginning anew.

use std::fmt::Debug;

use anteroom_desk::views::{AppInfo, AppPhase, PracticeDetails, RecoveryCode, Secret, WireError};
use anteroom_store::VaultError;
use anteroom_tests::{House, setup};

use crate::complain;
use crate::words::{NEW_PASSPHRASE, PASSPHRASE, PRACTICE, WRONG_CODE, WRONG_PASSPHRASE};

/// Goes through every door. Returns the house, whose folder is to be looked at, and the code in every way in which
/// two of its groups may stand side by side (one alone is too short to be told from chance).
pub async fn walk() -> (House, Vec<String>) {
    let house = House::new();
    house.vault.fails_with(Some(VaultError::NoDefaultStore));
    let code = begins(&house).await;
    opens(&house, &code).await;
    house.damages_the_database();
    begins_anew(&house).await;
    let joined = code.groups.windows(2).flat_map(|pair| ["", " ", "-"].map(|between| pair.join(between)));
    (house, joined.collect())
}

fn practice() -> PracticeDetails {
    let (clinic_name, staff_name) = (PRACTICE.0.into(), PRACTICE.1.into());
    PracticeDetails { clinic_name, staff_name, country: "GB".into(), zone: "Europe/London".into() }
}

fn typed(text: &str) -> Secret {
    text.to_owned().into()
}

/// What was refused is told, as the window would have it.
fn refused<T>(answer: Result<T, WireError>)
where
    T: Debug,
{
    complain(&answer.expect_err("it is refused"));
}

fn is_open(answer: Result<AppInfo, WireError>) {
    let info = answer.expect("it opens");
    assert!(matches!(info.phase, AppPhase::Open(_)));
}

async fn begins(house: &House) -> RecoveryCode {
    let program = house.program();
    program.begin().await.expect("a phase");
    let code = program.first_run_begin().await.expect("a code");
    let with = |phrase: Option<&str>| {
        let mut setup = setup(practice(), &code);
        setup.passphrase = phrase.map(typed);
        setup
    };
    let mut wrong = with(Some(PASSPHRASE));
    wrong.recovery_check = ["WXYZ".into(), WRONG_CODE.into()];
    refused(program.first_run_finish(wrong).await);
    refused(program.first_run_finish(with(None)).await);
    refused(program.first_run_finish(with(Some("psithurism"))).await);
    is_open(program.first_run_finish(with(Some(PASSPHRASE))).await);
    program.close().await;
    code
}

async fn opens(house: &House, code: &RecoveryCode) {
    let program = house.program();
    program.begin().await.expect("a phase");
    refused(program.unlock_with_passphrase(typed(WRONG_PASSPHRASE)).await);
    let right = || Secret::from(code.groups.join(" ").to_lowercase());
    let new = || Some(typed(NEW_PASSPHRASE));
    refused(program.unlock_with_recovery(typed(WRONG_CODE), new()).await);
    refused(program.unlock_with_recovery(right(), None).await);
    refused(program.unlock_with_recovery(right(), Some(typed("kakorrhaphio"))).await);
    is_open(program.unlock_with_recovery(right(), new()).await);
    program.close().await;
    let program = house.program();
    program.begin().await.expect("a phase");
    refused(program.unlock_with_passphrase(typed(PASSPHRASE)).await);
    is_open(program.unlock_with_passphrase(typed(NEW_PASSPHRASE)).await);
    program.close().await;
}

async fn begins_anew(house: &House) {
    let program = house.program();
    program.begin().await.expect("a phase");
    let info = program.unlock_with_passphrase(typed(NEW_PASSPHRASE)).await.expect("a phase");
    assert!(matches!(&info.phase, AppPhase::Locked(lock) if lock.start_over), "it is damaged");
    is_open(program.start_over(practice()).await);
    // Left open: its files lie as a crash leaves them.
    std::mem::forget(program);
}
