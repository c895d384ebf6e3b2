//! Times that staff choose for later: read from what they type, and offered.

mod times;
