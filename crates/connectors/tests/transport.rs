//! The way out, against a server that misbehaves.

mod raw;
#[expect(dead_code, reason = "patience has a length of its own here")]
mod settings;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anteroom_connectors::transport::{
    Hosts, Ledger, NoLedger, Patience, RequestSpec, Transport, TransportError,
};
use anteroom_connectors::{AccountConfig, World, connect};
use anteroom_model::{
    AttachmentKind, Connector, Credential, FailureKind, ManualClock, RemoteAttachment, Retry, SendError,
};
use jiff::Timestamp;
use rand::SeedableRng;
use rand::rngs::StdRng;
use raw::{Answer, Raw, json, with};
use secrecy::SecretString;
use url::Url;

const API: &str = "graph.instagram.com";
const HOSTS: Hosts = Hosts::of(&[API, "lookaside.fbsbx.com"], &[".cdninstagram.com"]);

const PATIENCE: Patience = Patience {
    connect: Duration::from_secs(5),
    read: Duration::from_millis(300),
    total: Duration::from_millis(900),
};

fn transport_to(base: &Url, ledger: Arc<dyn Ledger>) -> Transport {
    settings::transport(HOSTS.loopback(base).expect("loopback"), PATIENCE, ledger)
}

fn transport(server: &Raw) -> Transport {
    transport_to(&server.base, Arc::new(NoLedger))
}

fn asking() -> RequestSpec {
    RequestSpec::get(API, "{v}/me", ["v25.0", "me"])
}

fn sending() -> RequestSpec {
    RequestSpec::post(API, "{v}/me/messages", ["v25.0", "me", "messages"]).json(&serde_json::json!({"a": 1}))
}

async fn fails(answer: Answer, spec: RequestSpec) -> TransportError {
    let server = Raw::serve(vec![answer]).await;
    let result = transport(&server).ask(spec).await;
    result.err().expect("it must not be taken for an answer")
}

#[tokio::test]
async fn a_refused_connection_is_definite() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let base = format!("http://{}", listener.local_addr().expect("bound"));
    drop(listener);
    let transport = transport_to(&Url::parse(&base).expect("an address"), Arc::new(NoLedger));
    let error = transport.ask(sending()).await.err().expect("nobody listens");
    assert_eq!((error.left, error.cause.kind, error.cause.retry), (false, FailureKind::Offline, Retry::Soon));
    assert!(matches!(error.of_send(), SendError::Definite(_)));
}

#[tokio::test]
async fn a_name_that_leads_nowhere_is_definite() {
    let hosts = Hosts::of(&["nobody.invalid"], &[]);
    let transport = settings::transport(hosts, Patience::default(), Arc::new(NoLedger));
    let spec = RequestSpec::post("nobody.invalid", "x", ["x"]).json(&serde_json::json!({}));
    let error = transport.ask(spec).await.err().expect("no such name");
    assert!(!error.left, "{error:?}");
}

#[tokio::test]
async fn a_server_without_tls_gets_no_byte_of_the_request() {
    let server = Raw::serve(vec![json(200, "{}")]).await;
    let base = Url::parse(&server.base.as_str().replace("http:", "https:")).expect("an address");
    let hosts = HOSTS.loopback(&base).expect("loopback");
    let patience =
        Patience { connect: Duration::from_millis(300), read: Duration::from_secs(5), ..Patience::default() };
    let transport = settings::transport(hosts, patience, Arc::new(NoLedger));
    let error = transport.ask(sending()).await.err().expect("no TLS there");
    assert_eq!((error.left, error.cause.kind), (false, FailureKind::Offline));
    assert!(server.requests().iter().all(|request| !request.contains("messages")));
}

#[tokio::test]
async fn a_request_that_was_taken_and_not_answered_is_ambiguous() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"mess".to_vec();
    for broken in [
        Answer::Reset,
        Answer::ThenEnd(Vec::new()),
        Answer::ThenEnd(b"HTTP/1.1 20".to_vec()),
        Answer::ThenEnd(half.clone()),
        Answer::ThenSilence(Vec::new()),
        Answer::ThenSilence(half.clone()),
        Answer::ThenEnd(b"no HTTP at all".to_vec()),
    ] {
        let error = fails(broken, sending()).await;
        assert_eq!((error.left, error.cause.kind), (true, FailureKind::Timeout));
        assert!(matches!(error.of_send(), SendError::Ambiguous(_)));
    }
}

#[tokio::test]
async fn a_send_is_one_request_on_a_connection_of_its_own() {
    let server = Raw::serve(vec![json(200, "{}"), json(200, "{}"), Answer::Reset]).await;
    let transport = transport(&server);
    for _ in 0..2 {
        assert!(transport.ask(sending()).await.is_ok());
    }
    assert_eq!(server.connections(), 2);
    assert!(transport.ask(sending()).await.is_err());
    assert_eq!(server.requests().len(), 3, "nothing is tried again below the outbox");
}

#[tokio::test]
async fn an_answer_larger_than_allowed_is_broken_off() {
    let told = fails(with(200, "", &"x".repeat(2_000)), asking().at_most(1_999)).await;
    assert_eq!(told.cause.kind, FailureKind::BadAnswer);
    let mut endless = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    for _ in 0..10 {
        endless.extend_from_slice(b"400\r\n");
        endless.extend_from_slice(&[b'x'; 1024]);
        endless.extend_from_slice(b"\r\n");
    }
    let counted = fails(Answer::ThenSilence(endless), asking().at_most(4_096)).await;
    assert_eq!(counted.cause.kind, FailureKind::BadAnswer);
    let url = Url::parse("https://lookaside.fbsbx.com/a").expect("an address");
    let file = fails(with(200, "", "abc"), RequestSpec::file(url, "file", 2)).await;
    assert_eq!((file.cause.kind, file.cause.retry), (FailureKind::ContentRefused, Retry::Never));
}

#[tokio::test]
async fn redirects_are_followed_only_to_listed_hosts_and_without_the_credential() {
    let to = |place: &str| with(307, &format!("location: {place}\r\n"), "");
    let url = || Url::parse("https://lookaside.fbsbx.com/a").expect("an address");
    for astray in ["http://127.0.0.1:9/", "https://10.0.0.1/x", "https://evil.example/", "file:///etc/passwd"]
    {
        let error = fails(to(astray), RequestSpec::file(url(), "file", 100).follow(3)).await;
        assert_eq!(error.cause.kind, FailureKind::HostRefused, "{astray}");
    }
    let error =
        fails(to("https://lookaside.fbsbx.com/again"), RequestSpec::file(url(), "file", 100).follow(3)).await;
    assert_eq!(error.cause.kind, FailureKind::HostRefused, "round and round");

    let server =
        Raw::serve(vec![to("https://scontent.cdninstagram.com/b?s=1"), json(200, "\"there\"")]).await;
    let token = SecretString::from("secret-token");
    let spec = asking().bearer(&token).follow(1);
    let answer = transport(&server).ask(spec).await.expect("followed");
    assert_eq!(&answer.body[..], b"\"there\"");
    let requests = server.requests();
    assert!(requests[0].contains("secret-token"));
    assert!(
        requests[1].starts_with("GET /scontent.cdninstagram.com/b?s=1 ")
            && !requests[1].contains("secret-token")
    );

    let server = Raw::serve(vec![to("https://graph.instagram.com/elsewhere")]).await;
    let answer = transport(&server).ask(asking()).await.expect("an answer like any other");
    assert_eq!((answer.http, server.requests().len()), (307, 1));
}

#[tokio::test]
async fn a_file_address_that_is_not_the_providers_is_never_asked() {
    let server = Raw::serve(vec![json(200, "{}")]).await;
    let transport = transport(&server);
    for bad in ["https://evil.example/a", "http://lookaside.fbsbx.com/a", "https://192.168.0.1/a"] {
        let url = Url::parse(bad).expect("an address");
        let error = transport.ask(RequestSpec::file(url, "file", 10)).await.err().expect("refused");
        assert_eq!((error.cause.kind, error.left), (FailureKind::HostRefused, false), "{bad}");
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_wait_that_was_asked_for_is_kept_without_asking_again() {
    let server = Raw::serve(vec![with(429, "retry-after: 40\r\n", "{}")]).await;
    let transport = transport(&server);
    let answer = transport.ask(sending()).await.expect("an answer");
    assert_eq!((answer.http, answer.wait), (429, Some(Duration::from_secs(40))));
    let error = transport.ask(sending()).await.err().expect("it is too early");
    assert_eq!(error.cause.retry, Retry::After(Duration::from_secs(40)));
    assert!(!error.left);
    assert_eq!(server.requests().len(), 1);
}

#[derive(Default)]
struct Sums(Mutex<Vec<(String, u64, u64)>>);

impl Ledger for Sums {
    fn note(&self, host: &str, sent: u64, received: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((host.to_owned(), sent, received));
    }
}

#[tokio::test]
async fn every_byte_is_counted_and_the_client_says_who_it_is() {
    let server = Raw::serve(vec![json(200, "{\"ok\":1}")]).await;
    let sums = Arc::new(Sums::default());
    let ledger: Arc<dyn Ledger> = Arc::<Sums>::clone(&sums);
    let transport = transport_to(&server.base, ledger);
    transport.ask(sending()).await.expect("an answer");
    let noted = sums.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let request = server.requests().remove(0);
    let [(host, sent, received)] = noted.as_slice() else { panic!("one request, one line: {noted:?}") };
    assert_eq!(host, "127.0.0.1");
    // The library adds its name and the like to what we send.
    let on_the_wire = request.len() as u64;
    assert!((on_the_wire / 2..=on_the_wire).contains(sent), "{sent} of {on_the_wire}");
    assert!(*received > 8, "the headers of the answer count too");
    assert!(request.starts_with("POST /graph.instagram.com/v25.0/me/messages HTTP/1.1\r\n"), "{request}");
    assert!(request.contains(concat!("user-agent: Anteroom/", env!("CARGO_PKG_VERSION"))));
}

fn instagram(server: &Raw) -> Box<dyn Connector> {
    let account = AccountConfig { base_url: Some(server.base.clone()), ..AccountConfig::default() };
    let obtained_at = Timestamp::UNIX_EPOCH;
    let credential = Credential::InstagramToken { token: "IGAAtoken".into(), obtained_at, expires_at: None };
    let clock = Arc::new(ManualClock::at(obtained_at));
    let world = World { clock, ledger: Arc::new(NoLedger), patience: PATIENCE };
    connect(&account, credential, world, StdRng::seed_from_u64(1)).expect("a connector")
}

fn photo() -> RemoteAttachment {
    let reference = r#"{"url":"https://lookaside.fbsbx.com/ended","message":"m1","place":0}"#;
    let (kind, mime) = (AttachmentKind::Image, None);
    RemoteAttachment {
        reference: reference.into(),
        kind,
        mime,
        file_name: None,
        size: None,
        available_until: None,
    }
}

#[tokio::test]
async fn an_address_that_has_ended_is_asked_for_afresh_once() {
    let fresh = r#"{"id":"m1","attachments":{"data":[{"image_data":{"url":"https://scontent.cdninstagram.com/new"}}]}}"#;
    let server =
        Raw::serve(vec![json(403, ""), json(200, fresh), with(200, "content-type: image/jpeg\r\n", "jpeg")])
            .await;
    let body = instagram(&server).media(&photo(), 100).await.expect("its bytes");
    assert_eq!((&body.bytes[..], body.mime.as_deref()), (&b"jpeg"[..], Some("image/jpeg")));
    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    assert!(requests[2].starts_with("GET /scontent.cdninstagram.com/new "));
    assert!(
        !requests[0].contains("IGAAtoken") && !requests[2].contains("IGAAtoken"),
        "signed, needs no token"
    );
    assert!(requests[1].contains("Bearer IGAAtoken"));

    let gone = r#"{"error":{"message":"(#9000001) deleted","code":9000001}}"#;
    let server = Raw::serve(vec![json(410, ""), json(400, gone)]).await;
    let error = instagram(&server).media(&photo(), 100).await.expect_err("gone for good");
    assert_eq!((error.kind, error.retry), (FailureKind::NotFound, Retry::Never));
}
