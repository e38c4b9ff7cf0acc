//! Runs PostgreSQL beside us, for whoever was not given a server.
//!
//! One cluster lives in one folder: its `data`, `run` (the socket; there is no port that could clash), `password`
//! and `postgres.log`. Any number of processes share it: each holds `users.lock`, and the last one out stops it. After
//! a `kill -9` of ours the cluster runs on, and the next one who comes adopts it.

mod binaries;
mod place;
mod postmaster;

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use self::{binaries::Binaries, place::Place, postmaster::Postmaster};

/// Whether what was committed must survive a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    Full,
    /// For tests: nothing waits for the disk, and the cluster ends with the process that uses it.
    None,
}

/// A running cluster. Dropping the last user's stops it.
#[derive(Debug)]
pub struct Cluster {
    place: Place,
    password: String,
    /// Held shared by everybody who uses the cluster.
    users: File,
    postmaster: Postmaster,
    /// Ours to wait for, unless the cluster was running before we came.
    child: Option<Child>,
    /// Closing it, as our death does, tells the watchdog to stop the cluster.
    _watchdog: Option<ChildStdin>,
}

/// A crash recovery may read gigabytes.
const PATIENCE: Duration = Duration::from_secs(600);

impl Cluster {
    /// Makes the cluster in `folder` if there is none, starts it if it does not run, and joins its users.
    ///
    /// Blocks; meant for the start of a process.
    pub fn up(folder: &Path, durability: Durability, bin: Option<&Path>) -> Result<Self> {
        let place = Place::prepare(folder)?;
        let users = place.lock_file("users.lock")?;
        users.lock_shared().context("waiting for a cluster that is being stopped")?;
        let start = place.lock_file("start.lock")?;
        start.lock().context("waiting for somebody who starts the same cluster")?;

        let password = place.password()?;
        let (postmaster, child) = match Postmaster::find(&place)? {
            Some(running) => (running, None),
            None => {
                let binaries = Binaries::find(bin, place.data_version()?, &place)?;
                if place.data_version()?.is_none() {
                    initialise(&place, &binaries, &password, durability)?;
                }
                let mut child = spawn(&place, &binaries, durability)?;
                (wait_for_birth(&place, &mut child)?, Some(child))
            }
        };
        let mut cluster = Self { place, password, users, postmaster, child, _watchdog: None };
        cluster.wait_until_ready()?;
        if durability == Durability::None {
            cluster._watchdog = Some(watchdog(&cluster.place, &cluster.postmaster)?);
        }
        Ok(cluster)
    }

    /// The address of a database in this cluster, for its superuser.
    pub fn url(&self, database: &str) -> String {
        let socket = percent_encode(&self.place.run.to_string_lossy());
        format!("postgres://postgres:{}@localhost:5432/{database}?host={socket}", self.password)
    }

    pub fn is_alive(&self) -> bool {
        self.postmaster.is_alive(&self.place)
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !self.postmaster.is_ready(&self.place)? {
            if !self.postmaster.is_alive(&self.place) || self.child.as_mut().is_some_and(has_exited) {
                bail!("PostgreSQL ended while starting:\n{}", log_tail(&self.place));
            }
            if Instant::now() > deadline {
                bail!("PostgreSQL is not ready after {} s, see {}", PATIENCE.as_secs(), self.place.log.display());
            }
            thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Stops the cluster unless somebody else still uses it.
    fn leave(&mut self) -> Result<()> {
        self.users.unlock()?;
        if self.users.try_lock().is_err() {
            return Ok(());
        }
        self.postmaster.interrupt()?;
        match &mut self.child {
            Some(child) => {
                child.wait()?;
            }
            None => {
                while self.postmaster.is_alive(&self.place) {
                    thread::sleep(Duration::from_millis(5));
                }
            }
        }
        self.place.tidy();
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Err(error) = self.leave() {
            tracing::warn!(error = format!("{error:#}"), "the embedded PostgreSQL was not stopped");
        }
    }
}

/// Makes a cluster aside and moves it into its place, so that half a cluster is never taken for one.
fn initialise(place: &Place, binaries: &Binaries, password: &str, durability: Durability) -> Result<()> {
    tracing::info!(postgres.version = binaries.major, folder = %place.data.display(), "making a database cluster");
    let fresh = place.fresh_data()?;
    let password_file = place.password_for_initdb(password)?;
    let mut command = place.command(&binaries.folder.join("initdb"));
    command.current_dir("/").arg("-D").arg(&fresh).arg(format!("--pwfile={}", password_file.display()));
    command.args(["--username=postgres", "-E", "UTF8", "-A", "scram-sha-256", "--locale=C.UTF-8"]);
    if binaries.major >= 17 {
        // Not the locale "C": with it lower() and pg_trgm see no Chinese.
        command.args(["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]);
    }
    if durability == Durability::None {
        command.arg("--no-sync");
    }
    let output = command.output().with_context(|| format!("running {}", binaries.folder.join("initdb").display()))?;
    std::fs::remove_file(&password_file)?;
    if !output.status.success() {
        bail!("initdb failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    std::fs::rename(&fresh, &place.data)?;
    Ok(())
}

fn spawn(place: &Place, binaries: &Binaries, durability: Durability) -> Result<Child> {
    let log = place.open_log()?;
    let mut command = place.command(&binaries.folder.join("postgres"));
    command.current_dir(&place.data).arg("-D").arg(&place.data);
    let run = place.run.to_string_lossy();
    let common = [
        ("listen_addresses", ""),
        ("unix_socket_directories", &*run),
        ("max_connections", "100"),
        ("shared_buffers", "256MB"),
        ("work_mem", "8MB"),
        ("maintenance_work_mem", "128MB"),
        ("random_page_cost", "1.1"),
        ("jit", "off"),
        ("timezone", "UTC"),
        ("log_timezone", "UTC"),
    ];
    let durable = [("max_wal_size", "2GB"), ("checkpoint_timeout", "15min")];
    // wal_level stays "replica": with "minimal" each `create database` waits for its pages.
    let fast = [
        ("fsync", "off"),
        ("synchronous_commit", "off"),
        ("full_page_writes", "off"),
        ("autovacuum", "off"),
        ("max_wal_size", "4GB"),
        ("checkpoint_timeout", "1h"),
    ];
    let special: &[_] = match durability {
        Durability::Full => &durable,
        Durability::None => &fast,
    };
    for (name, value) in common.iter().chain(special) {
        command.arg("-c").arg(format!("{name}={value}"));
    }
    // Ctrl-C in the terminal is for us; we stop PostgreSQL when the last request is answered.
    command.process_group(0).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    command.spawn().with_context(|| format!("starting {}", binaries.folder.join("postgres").display()))
}

fn wait_for_birth(place: &Place, child: &mut Child) -> Result<Postmaster> {
    loop {
        if let Some(postmaster) = Postmaster::of_child(place, child.id())? {
            return Ok(postmaster);
        }
        if has_exited(child) {
            bail!("PostgreSQL did not start:\n{}", log_tail(place));
        }
        thread::sleep(Duration::from_millis(2));
    }
}

fn has_exited(child: &mut Child) -> bool {
    matches!(child.try_wait(), Ok(Some(_)) | Err(_))
}

/// Starts a shell that stops the cluster when we are gone, however we went, and nobody else uses it.
fn watchdog(place: &Place, postmaster: &Postmaster) -> Result<ChildStdin> {
    const SCRIPT: &str = r#"
        read -r _
        exec 9<"$1" || exit 0
        flock -n 9 || exit 0
        [ "$(head -n 1 "$2")" = "$3" ] || exit 0
        kill -INT "$3"
        for _ in $(seq 500); do [ -e "$2" ] || exit 0; sleep 0.02; done
    "#;
    let mut child = Command::new("/bin/sh")
        .args(["-c", SCRIPT, "guanxi-watchdog"])
        .arg(place.folder.join("users.lock"))
        .arg(place.pid_file())
        .arg(postmaster.pid().to_string())
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("starting the watchdog of the test cluster")?;
    child.stdin.take().context("the watchdog has no standard input")
}

/// The last words of PostgreSQL, for the message of a failure.
fn log_tail(place: &Place) -> String {
    const LENGTH: u64 = 2000;
    let read = || -> std::io::Result<String> {
        let mut file = File::open(&place.log)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(LENGTH)))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    read().unwrap_or_else(|error| format!("({}: {error})", place.log.display()))
}

fn percent_encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}
