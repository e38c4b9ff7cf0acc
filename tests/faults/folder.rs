//! A folder of its own for a test, with the cluster that lives in it.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

use guanxi_server::embedded::{Cluster, Durability};
use rustix::process::{Pid, Signal, kill_process};

/// Goes when the test ends, and its cluster with it.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        // Not below the project: the account that runs PostgreSQL may be unable to enter it.
        let path = std::env::temp_dir().join(format!("guanxi-test-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn up(&self) -> Cluster {
        self.up_with(None)
    }

    pub fn up_with(&self, bin: Option<&Path>) -> Cluster {
        Cluster::up(&self.0.join("pg"), Durability::Full, bin).unwrap()
    }

    pub fn pid(&self) -> Option<Pid> {
        let text = fs::read_to_string(self.0.join("pg/data/postmaster.pid")).ok()?;
        Pid::from_raw(text.lines().next()?.parse().ok()?)
    }

    /// Kills PostgreSQL without a chance to clean up, and waits until it is dead.
    pub fn kill_postgres(&self) -> Pid {
        let pid = self.pid().unwrap();
        kill_process(pid, Signal::KILL).unwrap();
        let status = format!("/proc/{}/status", pid.as_raw_nonzero());
        while fs::read_to_string(&status).is_ok_and(|status| !status.contains("State:\tZ")) {
            thread::yield_now();
        }
        pid
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Some(pid) = self.pid() {
            let _ = kill_process(pid, Signal::QUIT);
        }
        let _ = fs::remove_dir_all(&self.0);
    }
}
