//! Passwords: hashed with Argon2id, off the threads that answer requests, and never more at once than the machine has
//! processors for.

use std::{sync::Arc, thread};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use guanxi_domain::{Error, Result};
use rand::seq::IndexedRandom;
use tokio::sync::Semaphore;

#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    permits: Arc<Semaphore>,
    /// The hash of nothing that anybody knows, to spend the same time on a login that does not exist.
    nobody: Arc<str>,
}

impl Passwords {
    /// `memory` is what one hash needs, in KiB.
    pub fn new(memory: u32) -> Result<Self> {
        let params = Params::new(memory, 2, 1, None).map_err(Error::unexpected)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let processors = thread::available_parallelism().map_or(2, usize::from);
        let nobody = hash(&argon2, &uuid::Uuid::now_v7().to_string())?.into();
        Ok(Self { argon2, permits: Arc::new(Semaphore::new(processors)), nobody })
    }

    pub async fn hash(&self, password: &str) -> Result<String> {
        let (argon2, password) = (self.argon2.clone(), password.to_owned());
        self.aside(move || hash(&argon2, &password)).await?
    }

    /// Whether `password` is what was hashed; takes as long when there is no hash.
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool> {
        let is_known = hash.is_some();
        let hash = hash.map_or_else(|| self.nobody.to_string(), str::to_owned);
        let (argon2, password) = (self.argon2.clone(), password.to_owned());
        let verified = self.aside(move || verify(&argon2, &password, &hash)).await?;
        Ok(verified && is_known)
    }

    /// Whether `password` is one of those that were hashed.
    pub async fn is_one_of(&self, password: &str, hashes: &[String]) -> Result<bool> {
        for hash in hashes {
            if self.verify(password, Some(hash)).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn aside<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let _permit = self.permits.acquire().await.map_err(Error::unexpected)?;
        tokio::task::spawn_blocking(work).await.map_err(Error::unexpected)
    }
}

/// A password that nobody has to remember: it is changed at the first sign-in.
pub fn random_password() -> String {
    const KINDS: [&[u8]; 4] = [b"abcdefghijkmnpqrstuvwxyz", b"ABCDEFGHJKLMNPQRSTUVWXYZ", b"23456789", b"-.+="];
    let mut random = rand::rng();
    let letters = (0..16).map(|place| KINDS[place % KINDS.len()].choose(&mut random).copied().unwrap_or(b'x'));
    letters.map(char::from).collect()
}

fn hash(argon2: &Argon2<'_>, password: &str) -> Result<String> {
    let hash: PasswordHash = argon2.hash_password(password.as_bytes()).map_err(Error::unexpected)?;
    Ok(hash.to_string())
}

fn verify(argon2: &Argon2<'_>, password: &str, hash: &str) -> bool {
    argon2.verify_password(password.as_bytes(), hash).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_no_other() {
        let passwords = Passwords::new(64).unwrap();
        let hash = passwords.hash("Correct-horse7").await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(passwords.verify("Correct-horse7", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("Correct-horse8", Some(&hash)).await.unwrap());
        assert!(!passwords.verify("Correct-horse7", None).await.unwrap());
        assert!(passwords.is_one_of("Correct-horse7", &[hash]).await.unwrap());
    }
}
