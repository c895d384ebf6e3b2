//! The tables, one per language. Spellings are written as people write them; folding takes the marks off.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod sq;

pub(super) use ar::AR;
pub(super) use de::DE;
pub(super) use en::EN;
pub(super) use es::ES;
pub(super) use fr::FR;
pub(super) use sq::SQ;
