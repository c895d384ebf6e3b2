//! From an empty folder to an open desk, and back to it when the key is not at hand.

use std::sync::Arc;

use anteroom_desk::clinic::{Clinic, DemoCard, DemoWorld};
use anteroom_desk::views::{
    AppPhase, ClinicSetup, Code, ConnectRequest, LockedClinic, RecoveryCode, Settings,
};
use anteroom_model::BoxFuture;
use anteroom_sim::{Sim, SimConfig};
use anteroom_store::VaultError;
use anteroom_tests::{House, practice, seconds, setup};
use url::Url;

pub(crate) struct World(pub Sim);

impl DemoWorld for World {
    fn accounts(&self) -> BoxFuture<'_, Vec<(ConnectRequest, Url)>> {
        let at = Url::parse(&self.0.url()).expect("an address");
        let token = self.0.instagram().token();
        let twilio = self.0.twilio();
        let (key_sid, secret) = twilio.key();
        let twilio = ConnectRequest::Twilio {
            account_sid: twilio.account_sid().to_owned(),
            key_sid: key_sid.to_owned(),
            secret: secret.to_owned(),
        };
        let instagram = ConnectRequest::Instagram { token };
        Box::pin(std::future::ready(vec![(instagram, at.clone()), (twilio, at)]))
    }

    fn cards(&self) -> Vec<DemoCard> {
        serde_json::from_str(include_str!("../../../assets/demo/cards.json")).expect("the demo's cards")
    }
}

pub(crate) async fn made(house: &House) -> (Clinic, RecoveryCode) {
    let program = house.program();
    program.begin().await.expect("a phase");
    let code = program.first_run_begin().await.expect("a code");
    let info = program.first_run_finish(setup(practice(), &code)).await.expect("a clinic");
    assert!(
        matches!(info.phase, AppPhase::Open(ref open) if open.name == "Marlow Street Dental" && !open.demo)
    );
    (program, code)
}

pub(crate) fn lock(phase: &AppPhase) -> &LockedClinic {
    let AppPhase::Locked(lock) = phase else { panic!("not locked: {phase:?}") };
    lock
}

fn locked(phase: &AppPhase) -> (Code, bool) {
    let lock = lock(phase);
    (lock.why, lock.recovery_helps)
}

#[tokio::test]
async fn a_clinic_is_made_only_after_the_code_was_written_down() {
    let house = House::new();
    let program = house.program();
    assert_eq!(program.begin().await.expect("a phase").phase, AppPhase::FirstRun { no_keychain: None });
    let code = program.first_run_begin().await.expect("a code");
    assert_ne!(code.ask[0], code.ask[1]);
    let wrong = ClinicSetup { recovery_check: ["AAAA".into(), "BBBB".into()], ..setup(practice(), &code) };
    let refused = program.first_run_finish(wrong).await;
    assert_eq!(refused.map(drop).map_err(|error| error.code), Err(Code::WrongRecoveryCode));
    assert!(program.desk().await.is_err());
    program.first_run_finish(setup(practice(), &code)).await.expect("a clinic");
    program.close().await;
    let again = house.program().begin().await.expect("a phase");
    assert!(matches!(again.phase, AppPhase::Open(_)), "{:?}", again.phase);
}

#[tokio::test]
async fn a_locked_keychain_is_waited_for_and_never_replaced() {
    let house = House::new();
    let (program, _) = made(&house).await;
    program.close().await;
    for (trouble, code) in [
        (VaultError::Locked, Code::KeychainLocked),
        (VaultError::NoEntry, Code::KeyMissing),
        (VaultError::NoDefaultStore, Code::KeychainMissing),
    ] {
        house.vault.fails_with(Some(trouble));
        let program = house.program();
        let info = program.begin().await.expect("a phase");
        assert_eq!(locked(&info.phase), (code, true), "{trouble:?}");
        assert_eq!(program.first_run_begin().await.map(drop).map_err(|error| error.code), Err(Code::Stale));
        house.vault.fails_with(None);
        let info = program.unlock_retry().await.expect("a phase");
        assert!(matches!(info.phase, AppPhase::Open(_)), "{:?}", info.phase);
        program.close().await;
    }
}

#[tokio::test]
async fn the_code_on_paper_opens_a_clinic_whose_key_is_lost() {
    let house = House::new();
    let (program, code) = made(&house).await;
    program.close().await;
    house.vault.forgets();
    let program = house.program();
    let info = program.begin().await.expect("a phase");
    assert_eq!(locked(&info.phase), (Code::KeyMissing, true));
    let wrong = program.unlock_with_recovery("0000-1111".to_owned().into(), None).await;
    assert_eq!(wrong.map(drop).map_err(|error| error.code), Err(Code::WrongRecoveryCode));
    let typed = code.groups.join(" ").to_lowercase();
    let info = program.unlock_with_recovery(typed.into(), None).await.expect("opened");
    assert!(matches!(info.phase, AppPhase::Open(_)));
    program.close().await;
    let info = house.program().begin().await.expect("a phase");
    assert!(matches!(info.phase, AppPhase::Open(_)), "the vault has its key again");
}

#[tokio::test]
async fn two_programs_do_not_open_one_clinic() {
    let house = House::new();
    let (_program, _) = made(&house).await;
    let info = house.program().begin().await.expect("a phase");
    assert_eq!(locked(&info.phase), (Code::AlreadyOpen, false));
}

#[tokio::test]
async fn a_demo_clinic_has_its_own_folder_and_goes_away_with_one_click() {
    let mut house = House::new();
    let sim = Sim::start(SimConfig::at(house.clock.clone())).await.expect("a world");
    sim.instagram().patient("Maria Keller", "maria.k").writes("Is Friday free?");
    house.demo = Some(Arc::new(World(sim)));
    let (program, _) = made(&house).await;
    let info = program.demo_start().await.expect("a demo");
    assert!(matches!(info.phase, AppPhase::Open(ref open) if open.demo));
    let desk = program.desk().await.expect("open");
    house.clock.advance(seconds(60));
    desk.settle().await.expect("rest");
    assert_eq!(desk.status().expect("a bar").counts.waiting, 1);
    let known = desk.search("elif", None).expect("an answer").people;
    assert_eq!(known.len(), 1, "somebody whom the invented practice knew before");
    let demo = house.folder.path().join("demo");
    assert!(demo.is_dir());
    let info = program.demo_remove().await.expect("gone");
    assert!(!demo.exists());
    assert!(matches!(info.phase, AppPhase::Open(ref open) if !open.demo), "the practice is back");
}

/// A world that has ended.
struct NoWorld;

impl DemoWorld for NoWorld {
    fn accounts(&self) -> BoxFuture<'_, Vec<(ConnectRequest, Url)>> {
        // Nobody listens there.
        let at = Url::parse("http://127.0.0.1:9").expect("an address");
        let request = ConnectRequest::Instagram { token: "IGAAnobody".into() };
        Box::pin(std::future::ready(vec![(request, at)]))
    }

    fn cards(&self) -> Vec<DemoCard> {
        Vec::new()
    }
}

#[tokio::test]
async fn a_demo_that_cannot_be_made_is_told_and_the_practice_is_back() {
    let mut house = House::new();
    house.demo = Some(Arc::new(NoWorld));
    let (program, _) = made(&house).await;
    for attempt in ["made anew", "opened again"] {
        let failed = program.demo_start().await.map(drop).map_err(|error| error.code);
        assert_eq!(failed, Err(Code::Offline), "{attempt}");
        let info = program.app_info().await;
        assert!(matches!(info.phase, AppPhase::Open(ref open) if !open.demo), "{attempt}: {:?}", info.phase);
        program.desk().await.expect("the practice's desk");
    }
}

#[tokio::test]
async fn a_demo_that_cannot_be_deleted_is_told_and_the_practice_is_back() {
    let mut house = House::new();
    let sim = Sim::start(SimConfig::at(house.clock.clone())).await.expect("a world");
    house.demo = Some(Arc::new(World(sim)));
    // A folder that is named so can be filled and emptied, and never removed.
    std::fs::create_dir(house.folder.path().join("demo")).expect("a folder");
    house.demo_folder = house.folder.path().join("demo").join(".");
    let (program, _) = made(&house).await;
    program.demo_start().await.expect("a demo");
    let failed = program.demo_remove().await.map(drop).map_err(|error| error.code);
    assert_eq!(failed, Err(Code::FolderReadOnly));
    let info = program.app_info().await;
    assert!(matches!(info.phase, AppPhase::Open(ref open) if !open.demo), "{:?}", info.phase);
}

/// Somebody says in the settings whether recorders may see the window.
async fn hide(program: &Clinic, hide_from_recording: bool) {
    let desk = program.desk().await.expect("a desk");
    let settings = Settings { hide_from_recording, ..desk.settings() };
    desk.settings_save(settings).await.expect("saved");
}

#[tokio::test]
async fn whether_the_window_may_be_filmed_is_the_open_clinics_own_and_outlives_a_restart() {
    let mut house = House::new();
    let sim = Sim::start(SimConfig::at(house.clock.clone())).await.expect("a world");
    house.demo = Some(Arc::new(World(sim)));
    assert!(house.program().hides_from_recording().await, "nothing is open yet");
    let (program, _) = made(&house).await;
    program.demo_start().await.expect("a demo");
    hide(&program, false).await;
    assert!(!program.hides_from_recording().await);
    program.demo_remove().await.expect("gone");
    assert!(program.hides_from_recording().await, "the practice never allowed it");
    hide(&program, false).await;
    program.close().await;
    assert!(program.hides_from_recording().await, "nothing is open any more");
    let program = house.program();
    program.begin().await.expect("a phase");
    assert!(!program.hides_from_recording().await, "as it was set");
}
