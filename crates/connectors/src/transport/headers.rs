//! What a provider's answer says about our pace. Pure.
//!
//! Sources: RFC 9110 (`Retry-After`: seconds or a date); Meta's `x-app-usage` and `x-business-use-case-usage`:
//! percentages of a rolling hour, and minutes until access comes back.

use std::time::Duration;

use http::HeaderMap;
use jiff::Timestamp;
use serde_json::Value;

/// Longest wait that we believe: what is longer is a mistake of somebody's.
const MOST_WAIT: Duration = Duration::from_secs(24 * 3600);

/// How much of an hour's budget is used, and when a used-up one comes back.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Usage {
    /// 0 to 100 and above; the highest of all counters. `None` when the answer says nothing, which it also does while
    /// little is used (Meta: the headers appear once usage can be measured).
    pub percent: Option<f64>,
    /// The longest time named until access comes back.
    pub regain: Duration,
}

/// The wait that the provider asks for. A date is compared with the answer's own date, so that a wrong clock on this
/// computer changes nothing.
pub(super) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let asked = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim();
    let wait = match asked.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let sent = headers.get(http::header::DATE).and_then(|date| date.to_str().ok()).and_then(date);
            let until = date(asked)?;
            Duration::try_from(until.duration_since(sent.unwrap_or(now))).unwrap_or_default()
        }
    };
    Some(wait.min(MOST_WAIT))
}

fn date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text).ok()
}

pub(super) fn usage(headers: &HeaderMap) -> Usage {
    let mut usage = Usage::default();
    for name in ["x-app-usage", "x-business-use-case-usage"] {
        let text = headers.get(name).and_then(|value| value.to_str().ok());
        if let Some(value) = text.and_then(|text| serde_json::from_str::<Value>(text).ok()) {
            read(&value, &mut usage, 0);
        }
    }
    usage
}

/// Counters stand at the top in one header and inside lists by account in the other.
fn read(value: &Value, usage: &mut Usage, depth: u8) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value.as_f64()) {
                    ("call_count" | "total_time" | "total_cputime", Some(percent)) => {
                        usage.percent = Some(usage.percent.map_or(percent, |most| most.max(percent)));
                    }
                    ("estimated_time_to_regain_access", Some(minutes)) if minutes > 0.0 => {
                        let seconds = (minutes * 60.0).min(MOST_WAIT.as_secs_f64());
                        usage.regain = usage.regain.max(Duration::from_secs_f64(seconds));
                    }
                    _ if depth < 3 => read(value, usage, depth + 1),
                    _ => {}
                }
            }
        }
        Value::Array(items) if depth < 3 => items.iter().for_each(|item| read(item, usage, depth + 1)),
        _ => {}
    }
}

/// Reads bytes as every header that is understood here. For fuzzing.
#[cfg(any(test, feature = "fuzzing"))]
pub fn strange_headers(bytes: &[u8]) {
    let Ok(value) = http::HeaderValue::from_bytes(bytes) else { return };
    for name in ["retry-after", "x-app-usage", "x-business-use-case-usage"] {
        let mut headers = HeaderMap::new();
        headers.insert(name, value.clone());
        headers.insert(http::header::DATE, value.clone());
        let wait = retry_after(&headers, Timestamp::MAX).unwrap_or_default();
        assert!(wait.max(usage(&headers).regain) <= MOST_WAIT, "no pause is longer than a day");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderValue, header};

    fn headers(list: &[(&'static str, &str)]) -> HeaderMap {
        list.iter()
            .map(|(name, value)| {
                let name = header::HeaderName::from_static(name);
                (name, HeaderValue::from_str(value).expect("a test's header"))
            })
            .collect()
    }

    fn check(list: &[(&'static str, &str)], seconds: Option<u64>) {
        let now = Timestamp::from_second(1_790_000_000).expect("a time");
        assert_eq!(retry_after(&headers(list), now), seconds.map(Duration::from_secs), "{list:?}");
    }

    #[test]
    fn a_wait_is_seconds_or_a_date() {
        check(&[], None);
        check(&[("retry-after", "90")], Some(90));
        check(&[("retry-after", "soon")], None);
        check(&[("retry-after", "99999999999")], Some(24 * 3600));
        // 1_790_000_000 is Mon, 21 Sep 2026 14:13:20 GMT.
        check(&[("retry-after", "Mon, 21 Sep 2026 14:14:20 GMT")], Some(60));
        check(&[("retry-after", "Mon, 21 Sep 2026 14:00:00 GMT")], Some(0));
        let date = ("date", "Mon, 21 Sep 2026 10:00:00 GMT");
        check(&[("retry-after", "Mon, 21 Sep 2026 10:00:30 GMT"), date], Some(30));
    }

    #[test]
    fn the_highest_counter_and_the_longest_wait_count() {
        let app = ("x-app-usage", r#"{"call_count":28,"total_time":81,"total_cputime":25}"#);
        let business = (
            "x-business-use-case-usage",
            r#"{"17841490000000001":[{"type":"instagram","call_count":12,"estimated_time_to_regain_access":7}]}"#,
        );
        assert_eq!(usage(&headers(&[app])), Usage { percent: Some(81.0), regain: Duration::ZERO });
        let both = usage(&headers(&[app, business]));
        assert_eq!(both, Usage { percent: Some(81.0), regain: Duration::from_secs(420) });
        assert_eq!(usage(&headers(&[("x-app-usage", "not json")])), Usage::default());
    }

    proptest::proptest! {
        #[test]
        fn no_header_asks_for_more_than_a_day(text in "[ -~]{0,60}", seconds in 0_u64..) {
            strange_headers(text.as_bytes());
            strange_headers(seconds.to_string().as_bytes());
            strange_headers(format!(r#"{{"a":[{{"estimated_time_to_regain_access":{seconds}e9}}]}}"#).as_bytes());
        }
    }
}
