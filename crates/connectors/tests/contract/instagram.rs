//! Instagram's side.

use anteroom_model::{ChannelKind, Credential};
use anteroom_sim::instagram::InstagramPatient;
use anteroom_sim::{Received, Sim};
use jiff::{SignedDuration, Timestamp};

use crate::desk::Stage;

/// Instagram direct messages.
pub struct Instagram;

impl Stage for Instagram {
    const CHANNEL: ChannelKind = ChannelKind::Instagram;
    const HOST: &'static str = "graph.instagram.com";
    const SEND: &'static str = "messages";
    const NEWS: &'static str = "conversations";
    type Patient = InstagramPatient;

    fn credential(sim: &Sim, now: Timestamp) -> Credential {
        Credential::InstagramToken {
            token: sim.instagram().token().into(),
            obtained_at: now - SignedDuration::from_hours(48),
            expires_at: None,
        }
    }

    fn new_credential(sim: &Sim, now: Timestamp) -> Credential {
        let scopes = ["instagram_business_basic", "instagram_business_manage_messages"];
        let token = sim.instagram().issue_token(&scopes, SignedDuration::ZERO);
        Credential::InstagramToken { token: token.into(), obtained_at: now, expires_at: None }
    }

    fn remote_id(sim: &Sim) -> String {
        sim.instagram().id().to_owned()
    }

    fn patient(sim: &Sim) -> InstagramPatient {
        sim.instagram().patient("Mara Kovač", "mara.k")
    }

    fn writes(patient: &InstagramPatient, text: &str) -> String {
        patient.writes(text)
    }

    fn sends_photo(patient: &InstagramPatient) -> String {
        patient.sends_photo()
    }

    fn hears_elsewhere(patient: &InstagramPatient, text: &str) -> String {
        patient.hears_from_the_app(text)
    }

    fn received(patient: &InstagramPatient) -> Vec<Received> {
        patient.received()
    }

    fn revoke(sim: &Sim) {
        sim.instagram().revoke_token();
    }
}
