//! Search over all history.

mod fold;
mod functions;
mod marks;

pub(crate) use fold::fold;
pub(crate) use functions::install;

#[cfg(test)]
mod tests;
