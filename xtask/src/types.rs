//! `cargo xtask types`: writes `ui/src/wire/bindings.ts` from the Rust contract.

use crate::step::{Done, cargo, run as step};

/// Options of `types`.
#[derive(clap::Args)]
pub struct Args {
    /// Only say whether the committed file is up to date.
    #[arg(long)]
    check: bool,
}

/// Writes, or checks, the generated file.
pub fn run(args: &Args) -> Done {
    let mut test = cargo(["test", "--quiet", "-p", "anteroom", "--lib", "contract"]);
    if !args.check {
        test.env("ANTEROOM_WRITE_TYPES", "1");
    }
    step(
        if args.check { "is the TypeScript contract up to date?" } else { "writing the TypeScript contract" },
        &mut test,
    )
}
