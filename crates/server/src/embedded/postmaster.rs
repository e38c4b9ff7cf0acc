//! The main process of a cluster, known by its `postmaster.pid`.

use std::{fs, io, path::Path};

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process};

use super::place::Place;

#[derive(Debug)]
pub struct Postmaster {
    pid: Pid,
}

impl Postmaster {
    /// The one that runs in this place already. What a dead one left behind is cleared away.
    pub fn find(place: &Place) -> Result<Option<Self>> {
        let Some(postmaster) = Self::read(place)? else { return Ok(None) };
        if postmaster.is_alive(place) {
            return Ok(Some(postmaster));
        }
        // The number may have been given to another process by now, and PostgreSQL itself would then refuse to start.
        for left in [place.pid_file(), place.run.join(".s.PGSQL.5432"), place.run.join(".s.PGSQL.5432.lock")] {
            remove(&left)?;
        }
        Ok(None)
    }

    /// The process that we have just started, as soon as it has signed the file.
    pub fn of_child(place: &Place, pid: u32) -> Result<Option<Self>> {
        Ok(Self::read(place)?.filter(|found| u32::try_from(found.pid()) == Ok(pid)))
    }

    pub fn pid(&self) -> i32 {
        self.pid.as_raw_nonzero().get()
    }

    /// Whether the process lives, is a PostgreSQL, and works in our data folder.
    pub fn is_alive(&self, place: &Place) -> bool {
        if self.is_zombie_or_gone() || !place.pid_file().exists() {
            return false;
        }
        let process = Path::new("/proc").join(self.pid().to_string());
        match fs::read_link(process.join("cwd")) {
            Ok(folder) => folder == place.data,
            // Its name must do: the kernel may hide the folder of another user's process, and only Linux has /proc.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => true,
            Err(_) => !Path::new("/proc/self").exists(),
        }
    }

    /// Whether it accepts connections: the eighth line of the file says so.
    pub fn is_ready(&self, place: &Place) -> Result<bool> {
        let text = fs::read_to_string(place.pid_file()).unwrap_or_default();
        Ok(text.lines().nth(7).is_some_and(|state| state.trim() == "ready"))
    }

    /// Asks for a fast shutdown: sessions are ended, the data is written.
    pub fn interrupt(&self) -> Result<()> {
        match kill_process(self.pid, Signal::INT) {
            Ok(()) | Err(rustix::io::Errno::SRCH) => Ok(()),
            Err(error) => Err(error).context("stopping PostgreSQL"),
        }
    }

    fn read(place: &Place) -> Result<Option<Self>> {
        let text = match fs::read_to_string(place.pid_file()) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).context("reading postmaster.pid"),
        };
        let number = text.lines().next().and_then(|line| line.trim().parse().ok());
        Ok(number.and_then(Pid::from_raw).map(|pid| Self { pid }))
    }

    fn is_zombie_or_gone(&self) -> bool {
        if !Path::new("/proc/self").exists() {
            return rustix::process::test_kill_process(self.pid).is_err();
        }
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid())).unwrap_or_default();
        !status.starts_with("Name:\tpostgres\n") || status.contains("\nState:\tZ")
    }
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("removing {}", path.display())),
    }
}
