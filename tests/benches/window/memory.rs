//! What the program's processes take of memory and of the processor.

use std::collections::HashMap;

use crate::Window;

/// In MiB, shared pages divided among those who share them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    pub core: f64,
    pub web: f64,
}

impl Memory {
    /// Of a program and everything it started.
    fn of(program: i32) -> Self {
        Self { core: proportional(program), web: below(program).into_iter().map(proportional).sum() }
    }

    pub fn all(self) -> f64 {
        self.core + self.web
    }
}

/// Milliseconds of the processor so far, which other programs change little.
#[derive(Clone, Copy, Debug, Default)]
pub struct Processor {
    pub core: f64,
    pub web: f64,
}

/// Everything that a program started.
fn below(program: i32) -> Vec<i32> {
    let mut children: HashMap<i32, Vec<i32>> = HashMap::new();
    for pid in crate::process::processes() {
        if let Some(parent) = crate::process::parent(pid) {
            children.entry(parent).or_default().push(pid);
        }
    }
    let (mut found, mut open) = (Vec::new(), vec![program]);
    while let Some(pid) = open.pop() {
        let of = children.remove(&pid).unwrap_or_default();
        found.extend(&of);
        open.extend(of);
    }
    found
}

impl Window {
    /// What it takes of memory now.
    pub fn memory(&self) -> Memory {
        Memory::of(self.program())
    }

    /// What it has taken of the processor so far.
    pub fn processor(&self) -> Processor {
        let program = self.program();
        Processor { core: worked(program), web: below(program).into_iter().map(worked).sum() }
    }

    fn program(&self) -> i32 {
        self.driver.program().expect("the program runs").as_raw_nonzero().get()
    }
}

/// Of all its threads.
fn worked(pid: i32) -> f64 {
    let threads = std::fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    let ns = threads.filter_map(|thread| {
        let told = std::fs::read_to_string(thread.path().join("schedstat")).ok()?;
        told.split_whitespace().next()?.parse::<f64>().ok()
    });
    ns.sum::<f64>() / 1e6
}

fn proportional(pid: i32) -> f64 {
    let told = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kib.unwrap_or(0.0) / 1024.0
}

/// By how much it grows from one part to the next, by least squares.
pub fn slope(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let (mean_at, mean) = ((n - 1.0) / 2.0, values.iter().sum::<f64>() / n.max(1.0));
    let (over, under) = values.iter().enumerate().fold((0.0, 0.0), |(over, under), (at, value)| {
        let away = at as f64 - mean_at;
        (over + away * (value - mean), under + away * away)
    });
    if under > 0.0 { over / under } else { 0.0 }
}
