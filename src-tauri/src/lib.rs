//! The shell.

/// Runs.
pub fn run() -> std::process::ExitCode {
    let app = tauri::Builder::default()
        .setup(|app| {
            tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::App("index.html".into())).build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    match app { Ok(()) => std::process::ExitCode::SUCCESS, Err(_) => std::process::ExitCode::FAILURE }
}
