//! A keep-alive HTTP client that costs next to nothing, so that the machine is left to what is measured.

use std::time::{Duration, Instant};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinSet,
};

use crate::{
    operations::{Operation, World},
    server::Server,
};

pub struct Done {
    pub latencies: Vec<Duration>,
    pub failed: usize,
    pub elapsed: Duration,
}

/// Asks over `connections` connections until the time is up.
pub async fn load(server: &Server, world: &World, operation: Operation, connections: usize, time: Duration) -> Done {
    let begin = Instant::now();
    let mut tasks = JoinSet::new();
    for number in 0..connections {
        let (address, requests) = (server.address.clone(), world.requests(operation, number));
        tasks.spawn(async move { ask(&address, requests, begin + time).await });
    }
    let mut done = Done { latencies: Vec::new(), failed: 0, elapsed: Duration::ZERO };
    while let Some(part) = tasks.join_next().await {
        let (latencies, failed) = part.expect("a client does not panic");
        done.latencies.extend(latencies);
        done.failed += failed;
    }
    done.elapsed = begin.elapsed();
    done
}

async fn ask(address: &str, mut requests: impl Iterator<Item = String>, end: Instant) -> (Vec<Duration>, usize) {
    let mut connection = Connection::open(address).await;
    let (mut latencies, mut failed) = (Vec::new(), 0);
    while Instant::now() < end {
        let Some(request) = requests.next() else { break };
        let begin = Instant::now();
        let (status, _) = connection.send(&request).await;
        latencies.push(begin.elapsed());
        if status >= 300 {
            failed += 1;
        }
    }
    (latencies, failed)
}

pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub async fn open(address: &str) -> Self {
        let stream = TcpStream::connect(address).await.expect("the server listens");
        stream.set_nodelay(true).expect("a socket");
        Self { stream, buffer: Vec::with_capacity(64 << 10) }
    }

    /// Sends a request and reads its answer: status and body.
    pub async fn send(&mut self, request: &str) -> (u16, Vec<u8>) {
        self.stream.write_all(request.as_bytes()).await.expect("the server reads");
        self.buffer.clear();
        loop {
            let read = self.stream.read_buf(&mut self.buffer).await.expect("the server answers");
            assert!(read > 0, "the server hung up");
            if let Some(answer) = self.complete() {
                return answer;
            }
        }
    }

    fn complete(&self) -> Option<(u16, Vec<u8>)> {
        let end = self.buffer.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = std::str::from_utf8(&self.buffer[..end]).ok()?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let header =
            |line: &str| line.to_ascii_lowercase().strip_prefix("content-length:").map(|n| n.trim().to_owned());
        let length = head.lines().find_map(header).and_then(|length| length.parse::<usize>().ok()).unwrap_or(0);
        let body = &self.buffer[end + 4..];
        (body.len() >= length).then(|| (status, body[..length].to_vec()))
    }
}
