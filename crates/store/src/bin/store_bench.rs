//! `cargo xtask bench store` and `bench insights`: see `anteroom_store::bench`.

use std::io::{self, Write};
use std::process::ExitCode;

use anteroom_store::bench::{Options, run, run_insights};

const HELP: &str = "\
Measures the store against plain SQLite in the same run; after `insights`, what counting figures costs.

  --sizes 10k,100k,1m   messages in each corpus (default all three, which takes a quarter of an hour)
  --json                figures as JSON
  --dir DIR             where the stores are made (default: the system's temporary folder)
";

fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    let mut args = std::env::args().skip(1).peekable();
    let insights = args.next_if_eq("insights").is_some();
    let done = match options(args) {
        Some(options) if insights => run_insights(&options, &mut out).map_err(|error| error.to_string()),
        Some(options) => run(&options, &mut out).map_err(|error| error.to_string()),
        None => out.write_all(HELP.as_bytes()).map_err(|error| error.to_string()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nowhere is left to say that this failed too.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

/// What was asked for; `None` if it was not understood.
fn options(mut args: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options {
        sizes: vec![10_000, 100_000, 1_000_000],
        json: false,
        dir: std::env::temp_dir().join(format!("anteroom-bench-{}", std::process::id())),
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--sizes" => options.sizes = args.next()?.split(',').map(size).collect::<Option<_>>()?,
            "--json" => options.json = true,
            "--dir" => options.dir = args.next()?.into(),
            _ => return None,
        }
    }
    Some(options)
}

/// `10k`, `1m` or a plain number; at least a thousand messages, so that there are people to write them.
fn size(text: &str) -> Option<usize> {
    let text = text.trim().to_ascii_lowercase();
    let (digits, times) = match text.strip_suffix('k') {
        Some(digits) => (digits, 1_000),
        None => text.strip_suffix('m').map_or((text.as_str(), 1), |digits| (digits, 1_000_000)),
    };
    digits.parse::<usize>().ok()?.checked_mul(times).filter(|size| *size >= 1_000)
}
