//! How fast the store is, as percentiles, as ratios to the same work on plain SQLite in the same run, and as growth
//! from size to size. Behind the feature `bench`; `cargo xtask bench store` runs it.
//!
//! Holds: both stores are the same code on the same schema and the same made-up practice; only the cipher differs.
//! They take turns, so that a busy machine slows both. Nothing here passes or fails: figures are for people.
//! Refused: a harness that repeats until it is sure (a corpus of a million messages is measured once, with enough
//! repetitions of each question to show its slow tail).

mod corpus;
mod dice;
mod figures;
mod fill;
mod measure;
mod practice;
mod report;
mod rows;
mod watch;
mod work;

use std::io::{self, Write};
use std::path::PathBuf;

use corpus::Corpus;
pub use practice::Practice;
use work::{Kind, Place};

/// What to measure.
#[derive(Clone, Debug)]
pub struct Options {
    /// Messages in the store, one corpus each.
    pub sizes: Vec<usize>,
    /// Print the figures as JSON instead of tables.
    pub json: bool,
    /// Where the stores are made; removed at the end.
    pub dir: PathBuf,
}

/// A benchmark could not be run.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// The store refused.
    #[error("the store refused: {0}")]
    Store(#[from] crate::StoreError),
    /// The store could not be opened.
    #[error("the store could not be opened: {0}")]
    Open(#[from] crate::OpenError),
    /// The folder or the output failed.
    #[error("the folder or the output failed")]
    Io(#[from] io::Error),
    /// A sealed file failed.
    #[error("the folder of files failed: {0}")]
    Sealed(#[from] crate::sealed::SealedError),
    /// The figures could not be written down.
    #[error("the figures could not be written down")]
    Json(#[from] serde_json::Error),
}

/// Measures what counting figures costs, at every size.
pub fn run_insights(options: &Options, out: &mut impl Write) -> Result<(), BenchError> {
    let mut sizes = Vec::new();
    for &messages in &options.sizes {
        let corpus = Corpus::new(messages);
        let place = Place::new(&options.dir, Kind::Encrypted, messages);
        let measured = figures::measure(&corpus, &place);
        place.remove()?;
        let size = measured?;
        if !options.json {
            figures::table(&size, out)?;
        }
        sizes.push(size);
    }
    if options.json {
        serde_json::to_writer_pretty(&mut *out, &sizes)?;
        writeln!(out)?;
    }
    Ok(())
}

/// Measures every size and writes the figures to `out`.
pub fn run(options: &Options, out: &mut impl Write) -> Result<(), BenchError> {
    let mut sizes = Vec::new();
    for &messages in &options.sizes {
        let corpus = Corpus::new(messages);
        let places = [Kind::Encrypted, Kind::Plain].map(|kind| Place::new(&options.dir, kind, messages));
        let measured = rows::measure(&corpus, &places);
        for place in &places {
            place.remove()?;
        }
        let size = measured?;
        if !options.json {
            report::table(&size, out)?;
        }
        sizes.push(size);
    }
    if options.json {
        serde_json::to_writer_pretty(&mut *out, &sizes)?;
        writeln!(out)?;
    } else {
        report::growth(&sizes, out)?;
    }
    Ok(())
}
