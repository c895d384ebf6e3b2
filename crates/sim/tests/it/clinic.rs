//! A simulator, its clock, and a client that asks it.

use anteroom_model::ManualClock;
use anteroom_sim::{Sim, SimConfig, twilio};
use jiff::{SignedDuration, Timestamp};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde_json::Value;

/// Sunday, 22 November 2026, 08:00 UTC.
pub const START: &str = "2026-11-22T08:00:00Z";

pub struct Clinic {
    pub sim: Sim,
    pub clock: ManualClock,
    http: Client,
}

/// A status and what came with it.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub body: Value,
}

impl Reply {
    async fn of(response: Response) -> Self {
        let status = response.status().as_u16();
        let bytes = response.bytes().await.expect("a whole answer");
        Self { status, body: serde_json::from_slice(&bytes).unwrap_or(Value::Null) }
    }

    /// Twilio's code, or Meta's code and subcode.
    pub fn code(&self) -> (u16, i64, Option<i64>) {
        let error = self.body.get("error").unwrap_or(&self.body);
        let code = error.get("code").and_then(Value::as_i64).unwrap_or_default();
        (self.status, code, error.get("error_subcode").and_then(Value::as_i64))
    }

    pub fn at(&self, pointer: &str) -> &Value {
        self.body.pointer(pointer).unwrap_or(&Value::Null)
    }

    pub fn text(&self, pointer: &str) -> String {
        self.at(pointer).as_str().unwrap_or_default().to_owned()
    }

    pub fn rows(&self, pointer: &str) -> Vec<Value> {
        self.at(pointer).as_array().cloned().unwrap_or_default()
    }
}

/// One member of every row.
pub fn each(rows: &[Value], member: &str) -> Vec<String> {
    rows.iter().map(|row| row[member].as_str().unwrap_or_default().to_owned()).collect()
}

impl Clinic {
    pub async fn open() -> Self {
        let clock = ManualClock::at(START.parse::<Timestamp>().expect("a time"));
        let sim = Sim::start(SimConfig::at(clock.clone())).await.expect("a free port");
        sim.instagram().calls_per_second(None);
        // Another test of this process may have installed it already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build();
        Self { sim, clock, http: http.expect("a client") }
    }

    pub fn after(&self, ms: i64) {
        self.clock.advance(SignedDuration::from_millis(ms));
    }

    pub fn hours(&self, hours: i64) {
        self.clock.advance(SignedDuration::from_hours(hours));
    }

    pub fn request(&self, method: Method, address: &str) -> RequestBuilder {
        self.http.request(method, format!("{}/{address}", self.sim.url()))
    }

    /// Any request as it stands.
    pub async fn raw(&self, address: &str) -> Response {
        self.request(Method::GET, address).send().await.expect("an answer")
    }

    /// `GET https://graph.instagram.com/v25.0/…` with the token.
    pub async fn graph(&self, path: &str) -> Reply {
        let address = format!("graph.instagram.com/v25.0/{path}");
        let request = self.request(Method::GET, &address).bearer_auth(self.sim.instagram().token());
        Reply::of(request.send().await.expect("an answer")).await
    }

    /// `POST https://graph.instagram.com/v25.0/me/messages`
    pub async fn dm(&self, body: Value) -> Reply {
        let request = self.request(Method::POST, "graph.instagram.com/v25.0/me/messages");
        let request = request.bearer_auth(self.sim.instagram().token());
        let request = request.header("content-type", "application/json").body(body.to_string());
        Reply::of(request.send().await.expect("an answer")).await
    }

    pub async fn ask(&self, request: RequestBuilder) -> Reply {
        Reply::of(request.send().await.expect("an answer")).await
    }

    /// A request to Twilio with the standard key; `path` after the account for `api.twilio.com`, else with its host.
    pub fn twilio(&self, method: Method, path: &str) -> RequestBuilder {
        let address = match path.split_once(".twilio.com/") {
            Some(_) => path.to_owned(),
            None => format!("api.twilio.com/2010-04-01/Accounts/{}/{path}", twilio::ACCOUNT_SID),
        };
        self.request(method, &address).basic_auth(twilio::KEY_SID, Some(twilio::KEY_SECRET))
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.ask(self.twilio(Method::GET, path)).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.ask(self.twilio(Method::DELETE, path)).await
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Reply {
        self.ask(self.twilio(Method::POST, path).form(form)).await
    }

    /// A text to a patient.
    pub async fn text(&self, to: &str, body: &str) -> Reply {
        self.post("Messages.json", &[("To", to), ("From", twilio::NUMBER), ("Body", body)]).await
    }

    /// A WhatsApp message to a patient.
    pub async fn whatsapp(&self, to: &str, body: &str) -> Reply {
        let (to, from) = (format!("whatsapp:{to}"), format!("whatsapp:{}", twilio::NUMBER));
        self.post("Messages.json", &[("To", &to), ("From", &from), ("Body", body)]).await
    }

    /// `POST /control/…`
    pub async fn control(&self, path: &str, body: &str) -> Reply {
        let request = self.request(Method::POST, &format!("control/{path}")).body(body.to_owned());
        self.ask(request).await
    }
}
