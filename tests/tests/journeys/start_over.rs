//! Damage, a lost database, a computer without a keychain: the ways on that the window offers, over real files.

use std::fs;

use anteroom_desk::views::{AppInfo, AppPhase, Code, Secret, WireError};
use anteroom_store::VaultError;
use anteroom_tests::{House, practice, setup};

use crate::first_run::{lock, made};

fn phrase(text: &str) -> Secret {
    text.to_owned().into()
}

fn refusal(answer: Result<AppInfo, WireError>) -> Code {
    answer.map(drop).expect_err("it is refused").code
}

fn is_open(info: &AppInfo) -> bool {
    matches!(info.phase, AppPhase::Open(_))
}

#[tokio::test]
async fn after_damage_an_empty_inbox_can_be_begun_and_the_damaged_file_stays() {
    let house = House::new();
    let (program, code) = made(&house).await;
    program.close().await;
    house.damages_the_database();
    for start in ["the damage is found", "the next start"] {
        let program = house.program();
        let info = program.begin().await.expect("a phase");
        let lock = lock(&info.phase);
        assert_eq!((lock.why, lock.recovery_helps), (Code::DatabaseDamaged, false), "{start}");
        assert!(lock.start_over, "{start}");
        assert!(
            lock.set_aside.as_deref().is_some_and(|path| path.contains("anteroom.db.damaged-")),
            "{start}"
        );
    }
    let program = house.program();
    let info = program.begin().await.expect("a phase");
    let aside = lock(&info.phase).set_aside.clone().expect("it is said where");
    let before = fs::read(&aside).expect("the damaged file");
    let info = program.start_over(practice()).await.expect("begun");
    assert!(matches!(info.phase, AppPhase::Open(ref open) if open.rolled_back.is_none()));
    let desk = program.desk().await.expect("open");
    assert!(desk.accounts().expect("a list").is_empty());
    assert_eq!(refusal(program.start_over(practice()).await), Code::Stale);
    program.close().await;
    assert_eq!(fs::read(&aside).expect("still there"), before);
    // The keys are the old ones, and so is the code on paper.
    house.vault.forgets();
    let program = house.program();
    program.begin().await.expect("a phase");
    let typed = code.groups.join(" ");
    assert!(is_open(&program.unlock_with_recovery(typed.into(), None).await.expect("opened")));
}

#[tokio::test]
async fn an_empty_inbox_is_not_offered_while_the_key_is_not_at_hand_or_the_data_is_there() {
    let house = House::new();
    let (program, _) = made(&house).await;
    program.close().await;
    house.vault.fails_with(Some(VaultError::Locked));
    let program = house.program();
    let info = program.begin().await.expect("a phase");
    assert!(!lock(&info.phase).start_over, "the data is there");
    assert_eq!(refusal(program.start_over(practice()).await), Code::Stale);
    let (db, elsewhere) = (house.clinic().join("anteroom.db"), house.folder.path().join("elsewhere"));
    fs::rename(&db, &elsewhere).expect("moved away");
    let info = program.unlock_retry().await.expect("a phase");
    assert_eq!(lock(&info.phase).why, Code::DatabaseMissing);
    assert!(!lock(&info.phase).start_over, "nobody has the key");
    house.vault.fails_with(None);
    let info = program.unlock_retry().await.expect("a phase");
    assert!(lock(&info.phase).start_over);
    assert_eq!(lock(&info.phase).set_aside, None);
    fs::rename(elsewhere, db).expect("put back");
    assert_eq!(refusal(program.start_over(practice()).await), Code::Stale, "it came back meanwhile");
    assert!(is_open(&program.unlock_retry().await.expect("a phase")));
}

#[tokio::test]
async fn without_a_keychain_a_clinic_is_made_behind_a_pass_phrase_and_asks_for_it_at_each_start() {
    let house = House::new();
    house.vault.fails_with(Some(VaultError::NoDefaultStore));
    let program = house.program();
    let info = program.begin().await.expect("a phase");
    assert_eq!(info.phase, AppPhase::FirstRun { no_keychain: Some(Code::KeychainMissing) });
    let code = program.first_run_begin().await.expect("a code");
    let with = |text: Option<&str>| {
        let mut setup = setup(practice(), &code);
        setup.passphrase = text.map(phrase);
        setup
    };
    assert_eq!(refusal(program.first_run_finish(with(None)).await), Code::PassphraseNeeded);
    assert_eq!(refusal(program.first_run_finish(with(Some("short one"))).await), Code::PassphraseTooWeak);
    let words = "the rain falls on stones";
    assert!(is_open(&program.first_run_finish(with(Some(words))).await.expect("a clinic")));
    program.close().await;

    let program = house.program();
    let info = program.begin().await.expect("a phase");
    let asked = lock(&info.phase);
    assert_eq!((asked.why, asked.recovery_helps), (Code::PassphraseNeeded, true));
    let wrong = program.unlock_with_passphrase(phrase("the rain falls on stone")).await;
    assert_eq!(refusal(wrong), Code::WrongPassphrase);
    assert!(program.desk().await.is_err());
    let info = program.unlock_with_passphrase(phrase(" the rain  falls on stones")).await;
    assert!(is_open(&info.expect("opened")));
    program.close().await;

    // Forgotten: the code on paper and a new phrase.
    let program = house.program();
    program.begin().await.expect("a phase");
    let typed = || Secret::from(code.groups.join(" "));
    assert_eq!(refusal(program.unlock_with_recovery(typed(), None).await), Code::PassphraseNeeded);
    let weak = program.unlock_with_recovery(typed(), Some(phrase("rain"))).await;
    assert_eq!(refusal(weak), Code::PassphraseTooWeak);
    let new = Some(phrase("snow lies on the roof"));
    assert!(is_open(&program.unlock_with_recovery(typed(), new).await.expect("opened")));
    program.close().await;
    let program = house.program();
    program.begin().await.expect("a phase");
    assert_eq!(refusal(program.unlock_with_passphrase(phrase(words)).await), Code::WrongPassphrase);
    assert!(is_open(&program.unlock_with_passphrase(phrase("snow lies on the roof")).await.expect("opened")));
}

#[tokio::test]
async fn a_clinic_behind_a_pass_phrase_can_begin_anew_after_its_phrase_was_typed() {
    let house = House::new();
    house.vault.fails_with(Some(VaultError::NoDefaultStore));
    let program = house.program();
    program.begin().await.expect("a phase");
    let code = program.first_run_begin().await.expect("a code");
    let mut setup = setup(practice(), &code);
    setup.passphrase = Some(phrase("the rain falls on stones"));
    program.first_run_finish(setup).await.expect("a clinic");
    program.close().await;
    house.damages_the_database();
    let program = house.program();
    let info = program.begin().await.expect("a phase");
    assert_eq!(lock(&info.phase).why, Code::PassphraseNeeded);
    let info = program.unlock_with_passphrase(phrase("the rain falls on stones")).await.expect("a phase");
    assert_eq!((lock(&info.phase).why, lock(&info.phase).start_over), (Code::DatabaseDamaged, true));
    assert!(is_open(&program.start_over(practice()).await.expect("begun")));
}

#[tokio::test]
async fn a_clinic_whose_keychain_is_gone_is_opened_by_the_code_and_goes_on_with_a_pass_phrase() {
    let house = House::new();
    let (program, code) = made(&house).await;
    program.close().await;
    house.vault.fails_with(Some(VaultError::NoDefaultStore));
    let program = house.program();
    let info = program.begin().await.expect("a phase");
    assert_eq!(lock(&info.phase).why, Code::KeychainMissing);
    assert!(lock(&info.phase).new_passphrase);
    let words = Some(phrase("the rain falls on stones"));
    let info = program.unlock_with_recovery(code.groups.join("-").into(), words).await;
    assert!(is_open(&info.expect("opened")));
    program.close().await;
    house.vault.fails_with(None);
    let info = house.program().begin().await.expect("a phase");
    assert_eq!(lock(&info.phase).why, Code::PassphraseNeeded);
}

#[tokio::test]
async fn a_keychain_that_will_not_keep_the_key_leaves_the_pass_phrase_and_the_code_on_paper_stays() {
    let house = House::new();
    let program = house.program();
    program.begin().await.expect("a phase");
    let code = program.first_run_begin().await.expect("a code");
    house.vault.fails_with(Some(VaultError::Locked));
    assert_eq!(refusal(program.first_run_finish(setup(practice(), &code)).await), Code::KeychainLocked);
    let info = program.app_info().await;
    assert_eq!(info.phase, AppPhase::FirstRun { no_keychain: Some(Code::KeychainLocked) });
    house.vault.fails_with(None);
    let info = program.unlock_retry().await.expect("a phase");
    assert_eq!(info.phase, AppPhase::FirstRun { no_keychain: None });
    assert!(is_open(&program.first_run_finish(setup(practice(), &code)).await.expect("the same code")));
}
