//! The clinic's proxy, as the system names it: everything for a provider goes through it, encrypted, and nothing for this
//! computer itself.
//!
//! Holds: the setting is made for a process of its own, which is this very program once more. A setting of this process
//! would reach the tests beside it.

#[expect(dead_code, reason = "the tests of the way out use the rest")]
mod raw;
mod settings;

use std::process::{Command, Output};
use std::sync::Arc;

use anteroom_connectors::transport::{Hosts, NoLedger, RequestSpec, Transport, TransportError};
use anteroom_model::{FailureKind, SendError};
use raw::{Answer, Raw, json};
use secrecy::SecretString;
use url::Url;

const API: &str = "graph.instagram.com";
const FILES: &str = "lookaside.fbsbx.com";
const HOSTS: Hosts = Hosts::of(&[API, FILES], &[]);
const TOKEN: &str = "secret-token";
/// Set in the process behind the proxy: the address of something on this computer that is no proxy.
const BESIDE: &str = "ANTEROOM_TEST_BESIDE_THE_PROXY";

fn transport(hosts: Hosts) -> Transport {
    settings::transport(hosts, settings::five_seconds(), Arc::new(NoLedger))
}

/// One request of each kind: a question, a send, a file.
fn one_of_each() -> [RequestSpec; 3] {
    let token = SecretString::from(TOKEN);
    let file = Url::parse("https://lookaside.fbsbx.com/a?signature=s").expect("an address");
    [
        RequestSpec::get(API, "{v}/me", ["v25.0", "me"]).bearer(&token),
        RequestSpec::post(API, "{v}/me/messages", ["v25.0", "me", "messages"])
            .bearer(&token)
            .json(&serde_json::json!({ "text": "Yes, at ten." })),
        RequestSpec::file(file, "file", 100),
    ]
}

/// What the process behind the proxy does: asks the provider, which the proxy does not let it reach, and this computer.
async fn behind_the_proxy(beside: &str) {
    let way_out = transport(HOSTS);
    for spec in one_of_each() {
        let error: TransportError = way_out.ask(spec).await.err().expect("the proxy leads nowhere");
        assert_eq!(
            (error.left, error.cause.kind),
            (false, FailureKind::Offline),
            "nothing was said to anybody"
        );
        assert!(matches!(error.of_send(), SendError::Definite(_)));
    }
    let here = HOSTS.loopback(&Url::parse(beside).expect("an address")).expect("loopback");
    for spec in one_of_each() {
        let answer = transport(here.clone()).ask(spec).await.expect("no proxy stands between");
        assert_eq!(&answer.body[..], b"{}");
    }
}

/// This program once more, with one test, in an environment with a proxy.
fn once_more(test: &str, proxy: &str, beside: &Raw) -> Output {
    let mut program = Command::new(std::env::current_exe().expect("this program"));
    program.args(["--exact", test, "--nocapture"]);
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
        program.env_remove(name).env_remove(name.to_uppercase());
    }
    for name in ["HTTP_PROXY", "HTTPS_PROXY"] {
        program.env(name, proxy);
    }
    program.env(BESIDE, beside.base.as_str()).output().expect("it runs")
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_go_through_the_systems_proxy_and_show_it_nothing_but_the_host() {
    if let Ok(beside) = std::env::var(BESIDE) {
        return behind_the_proxy(&beside).await;
    }
    // A proxy that refuses, one that wants to know who asks, and one that lets through and is no provider.
    for answer in [
        json(502, "{}"),
        json(407, "{}"),
        Answer::ThenEnd(b"HTTP/1.1 200 Connection established\r\n\r\n".to_vec()),
    ] {
        let (proxy, beside) = (Raw::serve(vec![answer]).await, Raw::serve(vec![json(200, "{}")]).await);
        // By name, as proxies are written: the name is the clinic's own and may lead home.
        let address = format!("http://localhost:{}", proxy.base.port().expect("a port"));
        let test = "requests_go_through_the_systems_proxy_and_show_it_nothing_but_the_host";
        let child = tokio::task::spawn_blocking(move || (once_more(test, &address, &beside), beside));
        let (child, beside) = child.await.expect("it ends");
        let said =
            String::from_utf8_lossy(&child.stderr).into_owned() + &String::from_utf8_lossy(&child.stdout);
        assert!(child.status.success() && said.contains("1 passed"), "{said}");
        let asked: Vec<String> = proxy.requests();
        let lines: Vec<&str> = asked.iter().filter_map(|request| request.lines().next()).collect();
        let [question, send, file] = lines.as_slice() else { panic!("three requests: {lines:?}") };
        for line in [question, send] {
            assert_eq!(*line, format!("CONNECT {API}:443 HTTP/1.1"));
        }
        assert_eq!(*file, format!("CONNECT {FILES}:443 HTTP/1.1"));
        for word in [TOKEN, "v25.0", "signature", "at ten"] {
            assert!(asked.iter().all(|request| !request.contains(word)), "{word} was shown to the proxy");
        }
        assert_eq!(beside.requests().len(), 3, "what is on this computer is asked directly");
    }
}
