//! Twilio's side: texts, WhatsApp, and what only a telephone has.

use anteroom_model::{ChannelKind, Credential};
use anteroom_sim::twilio::TwilioPatient;
use anteroom_sim::{Received, Sim};
use jiff::Timestamp;

use crate::desk::Stage;

/// Text messages.
pub struct Sms;

/// WhatsApp through Twilio.
pub struct WhatsApp;

fn key(sim: &Sim, sid: &str, secret: &str) -> Credential {
    Credential::TwilioKey {
        account_sid: sim.twilio().account_sid().to_owned(),
        key_sid: sid.to_owned(),
        secret: secret.into(),
    }
}

macro_rules! stage {
    ($stage:ty, $channel:expr, $line:ident) => {
        impl Stage for $stage {
            const CHANNEL: ChannelKind = $channel;
            const HOST: &'static str = "api.twilio.com";
            const SEND: &'static str = "Messages.json";
            const NEWS: &'static str = "Messages.json";
            type Patient = TwilioPatient;

            fn credential(sim: &Sim, _: Timestamp) -> Credential {
                let (key_sid, secret) = sim.twilio().key();
                key(sim, key_sid, secret)
            }

            fn new_credential(sim: &Sim, _: Timestamp) -> Credential {
                let (key_sid, secret) = sim.twilio().issue_key();
                key(sim, &key_sid, &secret)
            }

            fn remote_id(sim: &Sim) -> String {
                sim.twilio().account_sid().to_owned()
            }

            fn patient(sim: &Sim) -> TwilioPatient {
                sim.twilio().patient("+15550100001").$line()
            }

            fn writes(patient: &TwilioPatient, text: &str) -> String {
                patient.writes(text)
            }

            fn sends_photo(patient: &TwilioPatient) -> String {
                patient.sends_photo("")
            }

            fn hears_elsewhere(patient: &TwilioPatient, text: &str) -> String {
                patient.hears_from_another_tool(text)
            }

            fn received(patient: &TwilioPatient) -> Vec<Received> {
                patient.received()
            }

            fn revoke(sim: &Sim) {
                sim.twilio().revoke();
            }
        }
    };
}

stage!(Sms, ChannelKind::Sms, by_text);
stage!(WhatsApp, ChannelKind::WhatsApp, on_whatsapp);
