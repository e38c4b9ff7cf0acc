//! Secrets that were made up, kept where only we can read them.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use anyhow::{Context, Result};
use rand::{Rng, distr::Alphanumeric};

/// Reads a secret of ours, or makes one up and keeps it where only we can read it.
pub fn read_or_create_secret(path: &Path) -> Result<String> {
    match fs::read_to_string(path) {
        Ok(secret) => Ok(secret.trim().to_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let secret: String = rand::rng().sample_iter(Alphanumeric).take(48).map(char::from).collect();
            write_secret(path, &secret)?;
            Ok(secret)
        }
        Err(error) => Err(error).with_context(|| format!("reading {}", path.display())),
    }
}

/// Written aside and moved, so that nobody ever reads half a secret.
pub fn write_secret(path: &Path, secret: &str) -> Result<()> {
    let write = || -> io::Result<()> {
        let partial = path.with_extension("partial");
        let mut file = OpenOptions::new().create(true).write(true).truncate(true).mode(0o600).open(&partial)?;
        file.write_all(secret.as_bytes())?;
        file.sync_all()?;
        fs::rename(&partial, path)
    };
    write().with_context(|| format!("writing {}", path.display()))
}
