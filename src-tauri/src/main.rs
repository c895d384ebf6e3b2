//! The program. Everything it does lies in the library beside it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    anteroom_shell::run()
}
