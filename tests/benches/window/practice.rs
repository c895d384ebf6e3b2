//! The invented practice: made once into the target folder, copied for every run.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anteroom_assembly::{Places, RealConnectors};
use anteroom_desk::clinic::{Clinic, ClinicParts, DemoCard, DemoWorld};
use anteroom_desk::clock::SystemClock;
use anteroom_desk::dice::Dice;
use anteroom_desk::loops::Run;
use anteroom_desk::notify::Silent;
use anteroom_desk::views::ConnectRequest;
use anteroom_model::{BoxFuture, Clock, NoGuess, Provider};
use anteroom_sim::twilio::NUMBER;
use anteroom_store::FileVault;
use anteroom_store::bench::Practice;
use url::Url;

use crate::{Home, World};

/// Changes with what is made, so that an old one is not taken for it.
const EDITION: u32 = 1;

/// Puts a practice into a computer's folder.
pub async fn move_in(practice: &Practice, home: &Home) {
    let Practice { conversations, waiting, messages } = *practice;
    let name = format!("practice-{EDITION}-{conversations}-{waiting}-{messages}");
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if !made.exists() {
        println!("── making a practice of {conversations} conversations; this is kept for the next time");
        // Made under another name, so that what was broken off is not taken for whole.
        let making = made.with_extension("making");
        let _ = std::fs::remove_dir_all(&making);
        make(practice, &making).await;
        std::fs::rename(&making, &made).expect("our own folder");
    }
    copy(&made, &home.data());
}

async fn make(practice: &Practice, folder: &Path) {
    let world = World::without_a_past().await;
    let places = Places::under(folder.to_owned());
    let (clock, dice): (Arc<dyn Clock>, _) = (Arc::new(SystemClock::new()), Dice::seeded(1));
    let clinic = Clinic::new(ClinicParts {
        folder: places.clinic(),
        demo_folder: places.demo(),
        vault: Arc::new(FileVault::in_folder(places.clinic())),
        factory: Arc::new(RealConnectors::new(clock.clone(), dice.clone())),
        language: Arc::new(NoGuess),
        notifier: Arc::new(Silent),
        demo: Some(Arc::new(Simulated::of(&world))),
        clock: clock.clone(),
        dice,
        run: Run::ByHand,
        version: "0".into(),
        platform: "linux".into(),
        system_locale: "en".into(),
    });
    clinic.demo_start().await.expect("an invented practice");
    let desk = clinic.desk().await.expect("it is open");
    let store = desk.store().clone();
    let known = store.read(|tx| tx.accounts()).expect("the store can be read");
    let of = |provider| known.iter().find(|one| one.provider == provider).expect("both are connected").id;
    let accounts = [of(Provider::Instagram), of(Provider::Twilio)];
    let (practice, ends) = (*practice, clock.now());
    let filling = move || practice.furnish(&store, accounts, NUMBER, ends);
    tokio::task::spawn_blocking(filling).await.expect("it runs").expect("the store takes it");
    clinic.close().await;
}

/// The accounts of the simulator.
struct Simulated(Vec<(ConnectRequest, Url)>);

impl Simulated {
    fn of(world: &World) -> Self {
        let at: Url = world.0.url().parse().expect("the simulator's address");
        let (twilio, instagram) = (world.0.twilio(), world.0.instagram());
        let (key_sid, secret) = twilio.key();
        let twilio = ConnectRequest::Twilio {
            account_sid: twilio.account_sid().to_owned(),
            key_sid: key_sid.to_owned(),
            secret: secret.to_owned(),
        };
        let instagram = ConnectRequest::Instagram { token: instagram.token() };
        Self(vec![(instagram, at.clone()), (twilio, at)])
    }
}

impl DemoWorld for Simulated {
    fn accounts(&self) -> BoxFuture<'_, Vec<(ConnectRequest, Url)>> {
        Box::pin(std::future::ready(self.0.clone()))
    }

    fn cards(&self) -> Vec<DemoCard> {
        Vec::new()
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("our own folder");
    for entry in std::fs::read_dir(from).expect("our own folder").flatten() {
        let (path, goal): (PathBuf, PathBuf) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &goal);
        } else {
            std::fs::copy(&path, &goal).expect("room on the disk");
        }
    }
}
