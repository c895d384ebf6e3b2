//! Times that staff choose for later: read from what they type, offered, and waited for.

mod sending;
mod times;

pub(crate) use sending::moment;
