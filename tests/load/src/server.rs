//! The release binary on a database of its own, filled once for each size and kept for the next run.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

pub struct Server {
    child: Child,
    pub pid: u32,
    /// `127.0.0.1:12345`
    pub address: String,
    pub ready: Duration,
    folder: PathBuf,
}

impl Server {
    pub fn start(size: u32) -> Self {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
        let folder = root.join(format!("var/bench-{size}"));
        let program = root.join("target/release/guanxi");
        assert!(program.exists(), "build the release binary first: make release");
        fs::create_dir_all(&folder).expect("a folder for the database");
        let command = || {
            let mut command = Command::new(&program);
            command.current_dir(&root).env("GUANXI_DATA_DIR", &folder).env("GUANXI_LISTEN", "127.0.0.1:0");
            command.env("GUANXI_LOG", "warn").env("GUANXI_LOGIN_RATE", "100000");
            command
        };
        let filled = folder.join("filled");
        if !filled.exists() {
            let size = size.to_string();
            let done = command().args(["demo", "--leads", &size, "--customers", &size]).stdout(Stdio::null()).status();
            assert!(done.is_ok_and(|status| status.success()), "guanxi demo failed");
            fs::write(&filled, "").expect("a note that it is filled");
        }
        let told = folder.join("told");
        // The first start pays for the database; the second shows what the server itself needs.
        let mut child = command().arg("serve").stdout(Stdio::piped()).spawn().expect("the server starts");
        let begin = Instant::now();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().expect("its output")).read_line(&mut line).expect("its first line");
        let address = line.trim().rsplit("http://").next().unwrap_or_default().to_owned();
        assert!(address.contains(':'), "no address in {line:?}");
        let server = Self { pid: child.id(), child, address, ready: begin.elapsed(), folder };
        if !told.exists() {
            crate::pgbench::psql(&server, include_str!("activities.sql"));
            fs::write(told, "").expect("a note that much was told");
        }
        server
    }

    /// The process that all of PostgreSQL descends from.
    pub fn postmaster(&self) -> u32 {
        let text = fs::read_to_string(self.data().join("data/postmaster.pid")).unwrap_or_default();
        text.lines().next().and_then(|line| line.trim().parse().ok()).unwrap_or_default()
    }

    /// The folder of the database: data, run, password.
    pub fn data(&self) -> PathBuf {
        self.folder.join("pg")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // SIGTERM, so that PostgreSQL stops too.
        let _ = Command::new("kill").arg(self.pid.to_string()).status();
        let _ = self.child.wait();
    }
}
