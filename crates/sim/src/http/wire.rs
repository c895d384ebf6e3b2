//! The sockets: a listener that can go away and come back on the same port, and connections that can be reset.
//!
//! Holds: while the network is down, connecting is refused and open connections are reset, as when a cable is pulled
//! at the provider's end.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::IncomingStream;
use futures::task::AtomicWaker;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// The simulator's cable. Cheap to clone.
#[derive(Clone)]
pub struct Network {
    wanted: Arc<watch::Sender<bool>>,
    listening: Arc<watch::Sender<bool>>,
    open: Arc<Mutex<Vec<Weak<Plug>>>>,
}

impl Network {
    /// Refuses connections from now on and resets those that are open. Ends when the port is closed.
    pub async fn down(&self) {
        self.turn(false).await;
    }

    /// Listens again, on the same port. Ends when it does.
    pub async fn up(&self) {
        self.turn(true).await;
    }

    async fn turn(&self, up: bool) {
        self.wanted.send_replace(up);
        // The sender lives in `self`, so waiting cannot fail.
        let _ = self.listening.subscribe().wait_for(|listening| *listening == up).await;
    }

    fn pull_all(&self) {
        let open = std::mem::take(&mut *self.open.lock().unwrap_or_else(PoisonError::into_inner));
        open.iter().filter_map(Weak::upgrade).for_each(|plug| plug.pull());
    }

    fn plug(&self) -> Arc<Plug> {
        let plug = Arc::<Plug>::default();
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|plug| plug.strong_count() > 0);
        open.push(Arc::downgrade(&plug));
        plug
    }
}

/// One connection's plug: pulled, the connection is reset at once.
#[derive(Default)]
pub struct Plug {
    pulled: AtomicBool,
    reader: AtomicWaker,
}

impl Plug {
    /// Resets the connection.
    pub fn pull(&self) {
        self.pulled.store(true, Ordering::SeqCst);
        self.reader.wake();
    }

    fn check(&self) -> io::Result<()> {
        if self.pulled.load(Ordering::SeqCst) {
            Err(io::Error::from(io::ErrorKind::ConnectionReset))
        } else {
            Ok(())
        }
    }
}

/// The listener behind the server.
pub struct Cable {
    at: SocketAddr,
    socket: Option<TcpListener>,
    network: Network,
    wanted: watch::Receiver<bool>,
}

impl Cable {
    pub async fn bind(port: u16) -> io::Result<Self> {
        let socket = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], port))).await?;
        let (sender, wanted) = watch::channel(true);
        let network = Network {
            wanted: Arc::new(sender),
            listening: Arc::new(watch::channel(true).0),
            open: Arc::default(),
        };
        Ok(Self { at: socket.local_addr()?, socket: Some(socket), network, wanted })
    }

    pub const fn address(&self) -> SocketAddr {
        self.at
    }

    pub fn network(&self) -> Network {
        self.network.clone()
    }

    async fn follow(&mut self) {
        let up = *self.wanted.borrow_and_update();
        if !up {
            self.socket = None;
            self.network.pull_all();
        }
        while up && self.socket.is_none() {
            match TcpListener::bind(self.at).await {
                Ok(socket) => self.socket = Some(socket),
                Err(_) => tokio::task::yield_now().await,
            }
        }
        self.network.listening.send_replace(up);
    }
}

impl axum::serve::Listener for Cable {
    type Io = Stream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Stream, SocketAddr) {
        loop {
            let Self { socket, wanted, network, .. } = self;
            let incoming = async {
                match socket {
                    Some(socket) => TcpListener::accept(socket).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                _ = wanted.changed() => self.follow().await,
                Ok((tcp, from)) = incoming => {
                    let _ = tcp.set_nodelay(true);
                    return (Stream { tcp, plug: network.plug() }, from);
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.at)
    }
}

/// A connection that its plug can reset.
pub struct Stream {
    tcp: TcpStream,
    plug: Arc<Plug>,
}

impl Drop for Stream {
    fn drop(&mut self) {
        if self.plug.check().is_err() {
            // Without lingering the system sends RST instead of FIN: what a client sees of a real reset.
            let _ = self.tcp.set_zero_linger();
        }
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.plug.reader.register(cx.waker());
        self.plug.check()?;
        Pin::new(&mut self.tcp).poll_read(cx, buf)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.plug.check()?;
        Pin::new(&mut self.tcp).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(cx)
    }
}

/// What a handler knows about its connection.
#[derive(Clone)]
pub struct Connection(pub Arc<Plug>);

impl Connected<IncomingStream<'_, Cable>> for Connection {
    fn connect_info(stream: IncomingStream<'_, Cable>) -> Self {
        Self(stream.io().plug.clone())
    }
}
