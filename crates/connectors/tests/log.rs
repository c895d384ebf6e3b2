//! What the way out writes into the log. Alone in its program: which log lines are wanted is remembered once for a
//! whole process, so a test beside it that wants none could make this one miss some.

#[expect(dead_code, reason = "the tests of the way out use the rest")]
mod raw;
mod settings;

use std::sync::{Arc, Mutex, PoisonError};

use anteroom_connectors::transport::{Hosts, NoLedger, RequestSpec, Transport};
use raw::{Answer, Raw, json};
use secrecy::SecretString;

const API: &str = "graph.instagram.com";

fn transport(server: &Raw) -> Transport {
    let hosts = Hosts::of(&[API], &[]).loopback(&server.base).expect("loopback");
    settings::transport(hosts, settings::five_seconds(), Arc::new(NoLedger))
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_log_knows_the_route_and_never_the_address() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).expect("nothing else logs in this program");
    let server = Raw::serve(vec![json(200, "{}"), Answer::Reset, json(429, "{}")]).await;
    let transport = transport(&server);
    let token = SecretString::from("canary-token");
    for _ in 0..3 {
        let spec = RequestSpec::post(API, "graph/{v}/{thread}", ["v25.0", "canary-path"]);
        let spec = spec.query("q", "canary-query").bearer(&token).json(&"canary-body");
        let _ = transport.ask(spec).await;
    }
    let text = log.text();
    let ours: Vec<&str> = text.lines().filter(|line| line.contains("anteroom_connectors")).collect();
    assert_eq!(ours.len(), 3, "{ours:?}");
    for line in ours {
        assert!(
            line.contains("graph/{v}/{thread}") && !line.contains("canary") && !line.contains("127.0.0.1")
        );
    }
    for word in ["canary-token", "canary-query", "canary-body"] {
        assert!(!text.contains(word), "{word}, by whichever library");
    }
}
