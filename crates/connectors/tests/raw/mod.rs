//! A server that answers byte for byte what a test wants, and breaks off where a test wants.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with a connection once it has read a whole request.
#[derive(Clone)]
pub enum Answer {
    /// These bytes, then the connection is kept open for more.
    Bytes(Vec<u8>),
    /// These bytes, then the connection ends.
    ThenEnd(Vec<u8>),
    /// These bytes, then nothing more, with the connection open.
    ThenSilence(Vec<u8>),
    /// The connection is reset.
    Reset,
}

/// A running server.
pub struct Raw {
    pub base: url::Url,
    connections: Arc<AtomicUsize>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Raw {
    /// Answers the n-th request with the n-th answer; the last one goes on for ever.
    pub async fn serve(answers: Vec<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("bound").port();
        let base = url::Url::parse(&format!("http://127.0.0.1:{port}")).expect("a plain address");
        let server = Self { base, connections: Arc::default(), requests: Arc::default() };
        let (connections, requests) = (Arc::clone(&server.connections), Arc::clone(&server.requests));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(talk(stream, answers.clone(), Arc::clone(&requests)));
            }
        });
        server
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// The requests in order: head and body as text.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

async fn talk(mut stream: TcpStream, answers: Vec<Answer>, requests: Arc<Mutex<Vec<String>>>) {
    while let Some(request) = read_request(&mut stream).await {
        let place = {
            let mut requests = requests.lock().unwrap_or_else(PoisonError::into_inner);
            requests.push(request);
            requests.len() - 1
        };
        match answers.get(place).or(answers.last()) {
            Some(Answer::Bytes(bytes)) => {
                let _ = stream.write_all(bytes).await;
            }
            Some(Answer::ThenEnd(bytes)) => {
                let _ = stream.write_all(bytes).await;
                return;
            }
            Some(Answer::ThenSilence(bytes)) => {
                let _ = stream.write_all(bytes).await;
                std::future::pending::<()>().await;
            }
            Some(Answer::Reset) | None => {
                let _ = stream.set_zero_linger();
                return;
            }
        }
    }
}

async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let n = stream.read(&mut piece).await.ok().filter(|n| *n > 0)?;
        bytes.extend_from_slice(&piece[..n]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| {
            line.to_ascii_lowercase()
                .strip_prefix("content-length:")
                .map(str::trim)
                .and_then(|n| n.parse().ok())
        });
        if body.len() >= length.unwrap_or(0usize) {
            return Some(text);
        }
    }
}

/// A complete JSON answer.
pub fn json(status: u16, body: &str) -> Answer {
    with(status, "content-type: application/json\r\n", body)
}

/// A complete answer with further headers.
pub fn with(status: u16, headers: &str, body: &str) -> Answer {
    let head = format!("HTTP/1.1 {status} x\r\ncontent-length: {}\r\n{headers}\r\n", body.len());
    Answer::Bytes([head.as_bytes(), body.as_bytes()].concat())
}
