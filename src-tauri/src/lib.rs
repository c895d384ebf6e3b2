//! The shell: only what needs Tauri. Commands, the feed, the media scheme, the window, notifications.
//!
//! Holds: if code can move out of here, it does; a command is a line or two over the desk. The page gets no right but
//! to call these commands and to hear the feed.
//! On a crash: the desk is what matters, and it was written to be killed at any point.

mod commands;
mod contract;
#[cfg(target_os = "linux")]
mod drawing;
mod launch;
mod media;
mod notice;
mod shell;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use anteroom_assembly::{Keychain, Languages, Places, RealConnectors};
use anteroom_desk::clinic::{Clinic, ClinicParts, DemoWorld};
use anteroom_desk::clock::SystemClock;
use anteroom_desk::dice::Dice;
use anteroom_desk::logging;
use anteroom_desk::loops::Run;
use anteroom_model::Clock;
use tauri::{Manager, RunEvent, WindowEvent};

use crate::launch::{Launch, Simulator};
use crate::notice::SystemNotifier;
use crate::shell::{Opens, Shell};

/// What answers the window's commands.
type Handler = dyn Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync;

/// Runs the program until its window is closed.
pub fn run() -> ExitCode {
    let launch = Launch::from(std::env::args_os().skip(1));
    if launch.help {
        #[expect(clippy::print_stdout, reason = "whoever asks for help sits at a terminal")]
        {
            println!("{}", launch::HELP);
        }
        return ExitCode::SUCCESS;
    }
    let Some(folder) = launch.folder() else {
        // There is neither a window nor a log yet, and no language: only whoever started it can be told.
        #[expect(clippy::print_stderr, reason = "nothing else is there to say it")]
        {
            eprintln!("{}", launch::NO_FOLDER);
        }
        return ExitCode::FAILURE;
    };
    #[cfg(target_os = "linux")]
    let drawing_prepared = drawing::prepare();
    let places = Places::under(folder);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
    // Without logs the program still works; the person at the desk must not be kept from it.
    let _logs = logging::start(&places.logs(), clock.clone());
    #[cfg(target_os = "linux")]
    if !drawing_prepared {
        tracing::debug!(event = "drawing_not_prepared");
    }

    let opens = match (launch.demo, launch.fresh) {
        (false, _) => Opens::Practice,
        (true, false) => Opens::Demo,
        (true, true) => Opens::FreshDemo,
    };
    let contract = contract::contract();
    let generated = contract.invoke_handler();
    // The commands that take raw bytes are beside the generated ones.
    let raw: Box<Handler> =
        Box::new(tauri::generate_handler![commands::dock::draft_attach, commands::contacts::contacts_open]);
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window(window::MAIN) {
                let _ = window.unminimize().and_then(|()| window.set_focus());
            }
        }))
        .register_asynchronous_uri_scheme_protocol(media::SCHEME, media::serve)
        .invoke_handler(move |invoke| match invoke.message.command() {
            "draft_attach" | "contacts_open" => raw(invoke),
            _ => generated(invoke),
        })
        .setup(move |app| {
            contract.mount_events(app);
            let handle = app.handle().clone();
            let clinic = Arc::new(Clinic::new(parts(&places, clock)));
            app.manage(Shell::new(handle.clone(), clinic, opens));
            window::open(&handle)?;
            // Opening the clinic takes its time while the page loads; whoever needs it waits for it.
            tauri::async_runtime::spawn(async move {
                handle.state::<Shell>().clinic().await;
            });
            Ok(())
        })
        .on_window_event(|window, event| {
            if let WindowEvent::Focused(focused) = event {
                let app = window.app_handle().clone();
                app.state::<Shell>().looking(*focused);
                tauri::async_runtime::spawn(async move { app.state::<Shell>().tell_looking().await });
            }
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if matches!(event, RunEvent::Exit) {
                    tauri::async_runtime::block_on(app.state::<Shell>().close());
                }
            });
            ExitCode::SUCCESS
        }
        Err(_) => {
            tracing::error!(event = "window_not_opened");
            ExitCode::FAILURE
        }
    }
}

fn parts(places: &Places, clock: Arc<dyn Clock>) -> ClinicParts {
    let dice = Dice::from_system();
    ClinicParts {
        folder: places.clinic(),
        demo_folder: places.demo(),
        vault: Arc::new(Keychain::for_clinic(&places.keychain_item())),
        factory: Arc::new(RealConnectors::new(clock.clone(), dice.clone())),
        language: Arc::new(Languages::new()),
        notifier: Arc::new(SystemNotifier::start(&sys_locale::get_locale().unwrap_or_default())),
        demo: Simulator::beside_us().map(|simulator| Arc::new(simulator) as Arc<dyn DemoWorld>),
        clock,
        dice,
        run: Run::ByItself,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        platform: std::env::consts::OS.to_owned(),
        system_locale: sys_locale::get_locale().unwrap_or_else(|| "en".to_owned()),
    }
}
