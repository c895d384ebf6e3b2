//! After the last kill: the network is whole again, the desk comes to rest, and is looked at.

use std::path::Path;
use std::sync::Arc;

use anteroom_desk::dice::Dice;
use anteroom_desk::logging;
use anteroom_desk::loops::Run;
use anteroom_model::Clock as _;
use anteroom_sim::Sim;
use anteroom_store::OutboxCounts;
use jiff::SignedDuration;

use crate::compare::{Shown, compare};
use crate::desk;
use crate::haste::{Haste, pause};
use crate::report::Report;
use crate::staff::Staff;

/// By the run's clock: the slowest thing that must still happen is the third look for a lost send.
const LONGEST: SignedDuration = SignedDuration::from_mins(60);
/// Polls that could still bring a message a second time come within this.
const QUIET: SignedDuration = SignedDuration::from_secs(90);

/// Lets the desk settle and compares.
pub async fn settle_and_compare(
    work: &Path,
    haste: Haste,
    sim: &Arc<Sim>,
    seed: u64,
) -> Result<Report, String> {
    sim.clear_faults();
    sim.network().up().await;
    let last = seed.wrapping_mul(1_000_003);
    logging::start(&work.join("logs"), Arc::new(haste)).map_err(|error| error.to_string())?;
    let desk = desk::begin(desk::open(work, haste, last)?, haste, last, Run::ByItself).await?;
    let mut staff = Staff::at(work, desk, Dice::seeded(last))?;

    let until = haste.now() + LONGEST;
    let mut quiet_until = None;
    while haste.now() < until {
        let settled = staff.repeat_the_unsure().await? && at_rest(&staff)? && all_in(sim, &staff)?;
        staff.decide_about_the_stopped().await?;
        staff.react_again_where_it_stopped().await?;
        staff.ask_about_the_unknown().await?;
        match quiet_until.filter(|_| settled) {
            None => quiet_until = settled.then(|| haste.now() + QUIET),
            Some(quiet) if haste.now() >= quiet => break,
            Some(_) => {}
        }
        pause(100).await;
    }
    let desk = staff.desk().clone();
    desk.stop().await;

    // What counts is what the next start finds.
    let opened = desk::open(work, haste, last + 1)?;
    let shown = Shown::read(&opened.store).map_err(|error| error.to_string())?;
    let sound = opened.store.check().map_err(|error| error.to_string())?.is_sound();
    let report = compared(sim, &shown, &staff);
    Ok(Report {
        asked: staff.intents.asked,
        damaged: u32::from(!sound),
        interrupted: interrupted(work),
        ..report
    })
}

/// How many sends the desk found unfinished at its starts, by its own log.
fn interrupted(work: &Path) -> u32 {
    let files = std::fs::read_dir(work.join("logs")).into_iter().flatten().flatten();
    let text: String = files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect();
    let lines = text.lines().filter(|line| line.contains("\"sends_interrupted\""));
    let numbers =
        lines.filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()?["n"].as_u64());
    u32::try_from(numbers.sum::<u64>()).unwrap_or(u32::MAX)
}

fn at_rest(staff: &Staff) -> Result<bool, String> {
    let counts = staff.desk().store().read(|tx| tx.outbox_counts()).map_err(|error| error.to_string())?;
    Ok(counts == OutboxCounts::default())
}

fn compared(sim: &Sim, shown: &Shown, staff: &Staff) -> Report {
    let stands = |message: &str| sim.instagram().reaction_of_practice(message);
    compare(&sim.ledger(), stands, shown, &staff.intents)
}

fn all_in(sim: &Sim, staff: &Staff) -> Result<bool, String> {
    let shown = Shown::read(staff.desk().store()).map_err(|error| error.to_string())?;
    let on_its_way = shown.reacted.values().any(|reacted| reacted.wish.is_some());
    Ok(!on_its_way && compared(sim, &shown, staff).lost == 0)
}
