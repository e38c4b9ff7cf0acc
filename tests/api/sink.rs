//! Other people's servers: one that takes mail, and ones that take webhooks. Both run beside the tests, on loopback.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, LazyLock, Mutex},
    thread,
};

/// A mail as it came over the wire.
#[derive(Debug, Clone)]
pub struct Mail {
    pub from: String,
    pub to: String,
    pub text: String,
}

static MAILS: Mutex<Vec<Mail>> = Mutex::new(Vec::new());
static URL: LazyLock<String> = LazyLock::new(|| {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            thread::spawn(move || speak(stream.unwrap()));
        }
    });
    url
});

/// Where the mail server is.
pub fn url() -> &'static str {
    &URL
}

/// What came for somebody.
pub fn mails_to(address: &str) -> Vec<Mail> {
    MAILS.lock().unwrap().iter().filter(|mail| mail.to == address).cloned().collect()
}

/// Takes mail for everybody, but has no place for `full@…` and knows nobody called `nobody@…`.
fn speak(stream: TcpStream) {
    let mut out = stream.try_clone().unwrap();
    let mut lines = BufReader::new(stream);
    let mut say = |text: &str| out.write_all(format!("{text}\r\n").as_bytes()).is_ok();
    let mut mail = Mail { from: String::new(), to: String::new(), text: String::new() };
    say("220 sink");
    let mut line = String::new();
    while lines.read_line(&mut line).is_ok_and(|read| read > 0) {
        let said = line.trim_end().to_owned();
        line.clear();
        let between =
            || said.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(inside, _)| inside.to_owned());
        match said.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" | "HELO" => say("250 sink"),
            "MAIL" => {
                mail.from = between().unwrap_or_default();
                say("250 ok")
            }
            "RCPT" => {
                mail.to = between().unwrap_or_default();
                match mail.to.split('@').next() {
                    Some("full") => say("452 no place"),
                    Some("nobody") => say("550 nobody of that name"),
                    _ => say("250 ok"),
                }
            }
            "DATA" => {
                say("354 go on");
                mail.text.clear();
                while lines.read_line(&mut line).is_ok_and(|read| read > 0) && line != ".\r\n" {
                    mail.text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    line.clear();
                }
                line.clear();
                MAILS.lock().unwrap().push(mail.clone());
                say("250 taken")
            }
            "QUIT" => {
                say("221 bye");
                return;
            }
            _ => say("250 ok"),
        };
    }
}

/// One request that a receiver got.
#[derive(Debug, Clone)]
pub struct Got {
    pub headers: HashMap<String, String>,
    pub body: String,
}

/// A program that takes webhooks, and answers with these statuses in turn; with the last one ever after.
pub struct Receiver {
    pub url: String,
    got: Arc<Mutex<Vec<Got>>>,
}

impl Receiver {
    pub fn answering(statuses: &'static [u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let got: Arc<Mutex<Vec<Got>>> = Arc::default();
        let seen = got.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let Some(request) = read(&stream) else { continue };
                let mut seen = seen.lock().unwrap();
                let status = statuses[seen.len().min(statuses.len() - 1)];
                seen.push(request);
                drop(seen);
                let more = if status == 302 { "location: http://127.0.0.1:1/\r\n" } else { "" };
                let answer = format!("HTTP/1.1 {status} x\r\n{more}content-length: 0\r\nconnection: close\r\n\r\n");
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        Self { url, got }
    }

    /// One that takes whatever comes, and never answers.
    pub fn silent() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let got: Arc<Mutex<Vec<Got>>> = Arc::default();
        let seen = got.clone();
        thread::spawn(move || {
            let mut held = Vec::new();
            for stream in listener.incoming() {
                let stream = stream.unwrap();
                if let Some(request) = read(&stream) {
                    seen.lock().unwrap().push(request);
                }
                held.push(stream);
            }
        });
        Self { url, got }
    }

    pub fn got(&self) -> Vec<Got> {
        self.got.lock().unwrap().clone()
    }
}

fn read(stream: &TcpStream) -> Option<Got> {
    let mut lines = BufReader::new(stream);
    let mut line = String::new();
    lines.read_line(&mut line).ok()?;
    let mut headers = HashMap::new();
    loop {
        line.clear();
        lines.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.insert(name.to_ascii_lowercase(), value.to_owned());
    }
    let mut body = vec![0; headers.get("content-length")?.parse().ok()?];
    lines.read_exact(&mut body).ok()?;
    Some(Got { headers, body: String::from_utf8(body).ok()? })
}
