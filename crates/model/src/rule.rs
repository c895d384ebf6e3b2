//! What writes to patients without anybody having typed it. One closed list, so that it can be read what may.

use serde::{Deserialize, Serialize};

/// A rule by which the desk writes. Each is off until the practice turns it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Somebody wrote while the practice was closed: once per patient and closed period.
    OutsideHours,
    /// Nobody took a call: a text to the caller, once a day.
    MissedCall,
}
