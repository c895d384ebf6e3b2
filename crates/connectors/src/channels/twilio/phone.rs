//! Placing a call without a server of ours: Twilio rings the desk phone, and when it is picked up, the patient. What
//! to do then travels with the request as TwiML.

use anteroom_model::{CallPlaced, CallProgress, CallRequest, ConnectorError, SendError};

use super::api::{API, Api};
use super::legs;
use super::payload::{self, Leg};

const CALLS: &str = "api.twilio.com/Calls.json";
const CALL: &str = "api.twilio.com/Calls/{sid}.json";
/// Seconds that the desk phone rings, and then the patient's; below the time after which mailboxes answer.
const DESK_RINGS: &str = "25";
const PATIENT_RINGS: &str = "30";

impl Api {
    /// Rings the desk phone and then the patient.
    pub async fn ring(&self, call: &CallRequest) -> Result<CallPlaced, SendError> {
        let form = vec![
            ("To", call.desk_phone.clone()),
            ("From", call.from.clone()),
            ("Timeout", DESK_RINGS.to_owned()),
            ("Twiml", twiml(&call.from, &call.to)),
        ];
        Ok(CallPlaced { provider_id: self.create(CALLS, self.in_account(&["Calls.json"]), form).await? })
    }

    /// How a placed call is going.
    pub async fn progress_of_call(&self, call: &str) -> Result<CallProgress, ConnectorError> {
        let parent: Leg =
            self.one(self.get(API, CALL, self.in_account(&["Calls", &format!("{call}.json")]))).await?;
        let spec = self.get(API, CALLS, self.in_account(&["Calls.json"]));
        let query = vec![("ParentCallSid", call.to_owned()), ("PageSize", "20".to_owned())];
        let page = self.page(spec, query, "calls").await?;
        let mut children: Vec<Leg> = page.rows.iter().filter_map(payload::row).collect();
        children.sort_by_key(Leg::began);
        Ok(legs::progress(&parent, &children))
    }
}

/// What Twilio does when the desk phone is picked up.
fn twiml(from: &str, patient: &str) -> String {
    format!(
        r#"<Response><Dial callerId="{}" timeout="{PATIENT_RINGS}"><Number>{}</Number></Dial></Response>"#,
        escaped(from),
        escaped(patient)
    )
}

/// Text as XML, inside an element or a quoted attribute.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, letter| {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // XML has no way to write other control characters.
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_desk_phone_rings_first_and_the_patient_sees_our_number() {
        assert_eq!(
            twiml("+15550100099", "+15550100001"),
            r#"<Response><Dial callerId="+15550100099" timeout="30"><Number>+15550100001</Number></Dial></Response>"#
        );
    }

    proptest! {
        /// Whatever stands in a number, it cannot become a verb of its own.
        #[test]
        fn a_number_never_becomes_markup(from in any::<String>(), to in any::<String>()) {
            let xml = twiml(&from, &to);
            prop_assert_eq!(xml.matches('<').count(), 6);
            prop_assert_eq!(xml.matches('>').count(), 6);
            prop_assert_eq!(xml.matches('"').count(), 4);
        }
    }
}
