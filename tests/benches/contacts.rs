//! `cargo xtask bench contacts`: a long list of patients looked at, taken over, saved and taken back, in steps as the window
//! asks for them.
//!
//! Holds: the desk and its encrypted store are those that ship; what is told of a step is how long whoever writes to a
//! patient meanwhile could have to wait. Nothing here passes or fails: figures are for people.
#![expect(clippy::print_stdout, reason = "a benchmark talks through its terminal")]
#![expect(clippy::disallowed_methods, reason = "it measures the machine's time")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use anteroom_tests::Clinic;
use clap::Parser;

#[derive(Parser)]
struct Options {
    /// Rows of the file.
    #[arg(default_value_t = 1_000_000)]
    rows: usize,
    /// What cargo adds.
    #[arg(long, hide = true)]
    bench: bool,
}

/// How long each step took.
#[derive(Default)]
struct Steps(Vec<Duration>);

impl Steps {
    fn since(&mut self, began: Instant) {
        self.0.push(began.elapsed());
    }

    fn tell(mut self, what: &str) {
        self.0.sort_unstable();
        let ms = |part: usize| self.0[(self.0.len() - 1) * part / 100].as_millis();
        println!(
            "| {what} | {:.0} s | {} | {} | {} | {} | {} |",
            self.0.iter().sum::<Duration>().as_secs_f64(),
            self.0.len(),
            ms(50),
            ms(99),
            ms(100),
            most_memory()
        );
    }
}

/// Megabytes of the process at its largest; 0 where the system does not say.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn list(rows: usize) -> Vec<u8> {
    let mut file = String::from("Name,Phone,Email,Date of birth,Note\n");
    for n in 0..rows {
        let (given, family, year, month, day) = (n % 997, n / 997, 1920 + n % 100, 1 + n % 12, 1 + n % 28);
        let _ = writeln!(
            file,
            "Given{given} Family{family},+4477{n:08},p{n}@post.example,{year}-{month:02}-{day:02},note {n}"
        );
    }
    file.into_bytes()
}

#[tokio::main]
async fn main() {
    let options = Options::parse();
    let clinic = Clinic::open().await;
    let desk = clinic.desk();
    let file = list(options.rows);
    println!("\n{} rows, {} MB\n", options.rows, file.len() / 1_000_000);
    println!(
        "| | in all | steps | step p50 ms | p99 | longest | memory MB |\n| --- | --- | --- | --- | --- | --- | --- |"
    );

    let (mut steps, began) = (Steps::default(), Instant::now());
    desk.contacts_open(file).expect("a file");
    steps.since(began);
    steps.tell("opened");

    let (mut steps, mut again) = (Steps::default(), true);
    loop {
        let began = Instant::now();
        let found = desk.contacts_check(again).expect("a step");
        steps.since(began);
        if found.done {
            break;
        }
        again = false;
    }
    steps.tell("looked at");

    let mut steps = Steps::default();
    let import = loop {
        let began = Instant::now();
        let run = desk.contacts_run().await.expect("a step");
        steps.since(began);
        if run.done {
            break run.import.expect("an import");
        }
    };
    steps.tell("taken over");

    let (mut steps, began) = (Steps::default(), Instant::now());
    desk.contacts_export().await.expect("a list");
    steps.since(began);
    steps.tell("list saved");

    let (mut steps, mut after) = (Steps::default(), String::new());
    loop {
        let began = Instant::now();
        let step = desk.import_undo(&import, &after).await.expect("a step");
        steps.since(began);
        if step.done {
            break;
        }
        after = step.after;
    }
    steps.tell("taken back");
}
