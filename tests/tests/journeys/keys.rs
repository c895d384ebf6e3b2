//! The keys that staff chose are there again after the computer was switched off.

use anteroom_desk::views::{Code, KeyChoice};
use anteroom_tests::Clinic;

fn choice(command: &str, combos: &[&str]) -> KeyChoice {
    KeyChoice { command: command.into(), combos: combos.iter().map(|&combo| combo.into()).collect() }
}

#[tokio::test]
async fn chosen_keys_outlive_the_program() {
    let mut clinic = Clinic::open().await;
    assert_eq!(clinic.desk().keys(), []);
    let chosen = vec![choice("reply", &["q", "ctrl+r"]), choice("speed", &[])];
    clinic.desk().keys_save(chosen.clone()).await.expect("kept");
    clinic.restart().await;
    assert_eq!(clinic.desk().keys(), chosen);
    clinic.desk().keys_save(Vec::new()).await.expect("kept");
    assert_eq!(clinic.desk().keys(), []);
}

#[tokio::test]
async fn what_no_window_makes_is_refused_and_changes_nothing() {
    let clinic = Clinic::open().await;
    let kept = vec![choice("reply", &["q"])];
    clinic.desk().keys_save(kept.clone()).await.expect("kept");
    let long = "k".repeat(41);
    for wrong in [
        vec![choice("", &["q"])],
        vec![choice(&long, &["q"])],
        vec![choice("reply", &[&long])],
        vec![choice("reply", &["q"; 9])],
        vec![choice("reply", &["q"]); 301],
    ] {
        let refused = clinic.desk().keys_save(wrong).await;
        assert_eq!(refused.map_err(|error| error.code), Err(Code::FieldInvalid));
    }
    assert_eq!(clinic.desk().keys(), kept);
}
