//! CPU time and memory of the server and of all processes of its PostgreSQL, from `/proc`.

use std::{fs, ops::Sub};

use crate::server::Server;

/// Milliseconds of CPU spent so far.
#[derive(Debug, Clone, Copy)]
pub struct CpuTimes {
    pub server: f64,
    pub postgres: f64,
}

/// Ticks of `/proc` in a second, the same on every Linux of today.
const TICKS: f64 = 100.0;

impl CpuTimes {
    pub fn of(server: &Server) -> Self {
        let postmaster = server.postmaster();
        Self { server: ticks(server.pid), postgres: ticks(postmaster) + children(postmaster) }
    }
}

impl Sub for CpuTimes {
    type Output = Self;

    fn sub(self, earlier: Self) -> Self {
        Self { server: self.server - earlier.server, postgres: self.postgres - earlier.postgres }
    }
}

fn ticks(pid: u32) -> f64 {
    fields(pid).map_or(0.0, |fields| milliseconds(&fields[11..13]))
}

/// Time of the living children; those that ended count at the postmaster once it has waited for them.
fn children(parent: u32) -> f64 {
    let Ok(entries) = fs::read_dir("/proc") else { return 0.0 };
    let ended = fields(parent).map_or(0.0, |fields| milliseconds(&fields[13..15]));
    let pids = entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let living: f64 = pids
        .filter_map(fields)
        .filter(|fields| fields.get(1).is_some_and(|of| *of == parent.to_string()))
        .map(|fields| milliseconds(&fields[11..13]))
        .sum();
    ended + living
}

/// The fields of `/proc/PID/stat` behind the name, which may hold anything.
fn fields(pid: u32) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = text.rsplit_once(") ")?;
    let fields: Vec<String> = rest.split_whitespace().map(str::to_owned).collect();
    (fields.len() > 15).then_some(fields)
}

fn milliseconds(ticks: &[String]) -> f64 {
    ticks.iter().filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 1000.0 / TICKS
}

pub fn resident_megabytes(pid: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
