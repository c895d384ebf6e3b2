//! Faults on demand: which requests they hit, how often, and what happens to them.
//!
//! Holds: a fault that hits "before" leaves the world untouched; one that hits "after" lets the provider take the
//! request and spoils only the answer, which is how a message gets sent that nobody knows to be sent.

use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FaultKind {
    /// Too many requests, refused before it was taken; the provider's own envelope.
    TooMany {
        /// Seconds for a `Retry-After` header; none without.
        #[serde(default)]
        retry_after: Option<u32>,
    },
    /// A 5xx in the provider's own envelope.
    Down {
        /// 500 to 599.
        #[serde(default = "five_hundred")]
        status: u16,
        /// The request was taken all the same.
        #[serde(default)]
        taken: bool,
        /// Seconds for a `Retry-After` header; none without.
        #[serde(default)]
        retry_after: Option<u32>,
    },
    /// The connection is reset instead of an answer.
    Reset {
        /// The request was taken all the same.
        #[serde(default)]
        taken: bool,
    },
    /// The true answer, cut off after so many bytes, with the true length announced.
    Truncated {
        /// Bytes that arrive.
        bytes: usize,
    },
    /// The true answer in small pieces with a pause by the simulator's clock before each.
    Slow {
        /// Bytes a piece.
        bytes: usize,
        /// Milliseconds before each piece.
        pause_ms: u32,
    },
    /// Every list in the true answer holds each row twice.
    Duplicates,
    /// Every list in the true answer is turned around.
    OutOfOrder,
    /// The credential is revoked at this moment; the request then meets that.
    Revoked,
    /// 200 with text that is not JSON.
    Garbage,
    /// 200 with a web page, as a captive portal or a proxy would.
    Html,
    /// 200 with so many bytes of JSON-looking text.
    Huge {
        /// How many.
        bytes: u64,
    },
    /// A redirect to an address that nobody should follow.
    Redirect {
        /// Where to.
        location: String,
    },
}

const fn five_hundred() -> u16 {
    500
}

/// A fault and the requests it hits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Only this host (first path segment); any without.
    #[serde(default)]
    pub host: Option<String>,
    /// Only this method; any without.
    #[serde(default)]
    pub method: Option<String>,
    /// Only paths that contain this; any without.
    #[serde(default)]
    pub path: Option<String>,
    /// Lets so many matching requests pass first.
    #[serde(default)]
    pub skip: u32,
    /// Hits so many; until cleared without.
    #[serde(default)]
    pub times: Option<u32>,
    /// Hits every n-th matching request; every one without.
    #[serde(default)]
    pub every: Option<u32>,
    /// What goes wrong.
    #[serde(flatten)]
    pub what: FaultKind,
}

impl Fault {
    /// Hits the next matching request, once; narrow it with the other methods.
    pub fn once(what: FaultKind) -> Self {
        Self { host: None, method: None, path: None, skip: 0, times: Some(1), every: None, what }
    }

    /// Hits every matching request until cleared.
    pub fn always(what: FaultKind) -> Self {
        Self { times: None, ..Self::once(what) }
    }

    /// Only requests to this host.
    #[must_use]
    pub fn host(mut self, host: &str) -> Self {
        self.host = Some(host.to_owned());
        self
    }

    /// Only requests with this method.
    #[must_use]
    pub fn method(mut self, method: &str) -> Self {
        self.method = Some(method.to_owned());
        self
    }

    /// Only requests whose path contains this.
    #[must_use]
    pub fn path(mut self, part: &str) -> Self {
        self.path = Some(part.to_owned());
        self
    }

    /// Hits so many requests.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Lets so many pass first.
    #[must_use]
    pub fn after(mut self, passing: u32) -> Self {
        self.skip = passing;
        self
    }

    /// Hits every n-th matching request.
    #[must_use]
    pub fn every(mut self, n: u32) -> Self {
        self.every = Some(n);
        self.times = None;
        self
    }

    fn matches(&self, method: &str, host: &str, path: &str) -> bool {
        self.host.as_deref().is_none_or(|wanted| wanted == host)
            && self.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.path.as_deref().is_none_or(|part| path.contains(part))
    }
}

#[derive(Debug, Default)]
struct Armed {
    number: u64,
    seen: u32,
    hit: u32,
    fault: Option<Fault>,
}

/// The faults that wait for requests.
#[derive(Debug, Default)]
pub struct Faults {
    armed: Vec<Armed>,
    next: u64,
}

impl Faults {
    /// Adds a fault; the number clears it.
    pub fn add(&mut self, fault: Fault) -> u64 {
        self.next += 1;
        self.armed.push(Armed { number: self.next, fault: Some(fault), ..Armed::default() });
        self.next
    }

    /// Takes one away.
    pub fn clear(&mut self, number: u64) {
        self.armed.retain(|armed| armed.number != number);
    }

    /// Takes all away.
    pub fn clear_all(&mut self) {
        self.armed.clear();
    }

    /// How many requests a fault has hit; 0 once it is gone.
    pub fn hits(&self, number: u64) -> u32 {
        self.armed.iter().find(|armed| armed.number == number).map_or(0, |armed| armed.hit)
    }

    /// The fault that hits this request, if any. Counts it.
    pub(crate) fn strike(&mut self, method: &str, host: &str, path: &str) -> Option<FaultKind> {
        for armed in &mut self.armed {
            let Some(fault) = &armed.fault else { continue };
            if !fault.matches(method, host, path) || fault.times.is_some_and(|times| armed.hit >= times) {
                continue;
            }
            armed.seen += 1;
            let turn = armed.seen > fault.skip
                && fault.every.is_none_or(|n| (armed.seen - fault.skip).is_multiple_of(n.max(1)));
            if turn {
                armed.hit += 1;
                return Some(fault.what.clone());
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_hits_what_it_names_and_as_often_as_it_says() {
        let mut faults = Faults::default();
        let number = faults
            .add(Fault::once(FaultKind::Garbage).host("api.twilio.com").method("POST").after(1).times(2));
        let mut post = || faults.strike("POST", "api.twilio.com", "/x").is_some();
        assert_eq!([post(), post(), post(), post()], [false, true, true, false]);
        assert!(faults.strike("GET", "api.twilio.com", "/x").is_none());
        assert_eq!(faults.hits(number), 2);
        faults.clear_all();
        faults.add(Fault::always(FaultKind::Html).every(3));
        let mut any = || faults.strike("GET", "h", "/").is_some();
        assert_eq!([any(), any(), any(), any(), any(), any()], [false, false, true, false, false, true]);
    }

    #[test]
    fn faults_are_written_in_json_as_the_readme_says() {
        let text = r#"{"host":"api.twilio.com","method":"POST","times":1,"kind":"reset","taken":true}"#;
        let fault: Fault = serde_json::from_str(text).unwrap();
        assert_eq!(
            fault,
            Fault::once(FaultKind::Reset { taken: true }).host("api.twilio.com").method("POST")
        );
    }
}
