//! What must be kept and read again, but by nobody who only has the database: sealed with a key that follows from the
//! server's own secret.

use guanxi_domain::{Error, Result, TenantId};
use hmac::{Hmac, KeyInit, Mac};
use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    error::Unspecified,
    rand::{SecureRandom, SystemRandom},
};
use sha2::Sha256;

use crate::Db;

/// Seals a text of an organisation for one purpose.
pub fn seal(db: &Db, tenant: TenantId, purpose: &str, text: &str) -> Result<Vec<u8>> {
    let mut nonce = [0; NONCE_LEN];
    SystemRandom::new().fill(&mut nonce).map_err(failed)?;
    let mut sealed = text.as_bytes().to_vec();
    let key = key(db.secret(), tenant)?;
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(purpose), &mut sealed)
        .map_err(failed)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Reads it again; nothing where the server's secret is another by now, or it was sealed for another purpose.
pub fn open(db: &Db, tenant: TenantId, purpose: &str, sealed: &[u8]) -> Result<Option<String>> {
    let Some((nonce, text)) = sealed.split_at_checked(NONCE_LEN) else { return Ok(None) };
    let Ok(nonce) = Nonce::try_assume_unique_for_key(nonce) else { return Ok(None) };
    let mut text = text.to_vec();
    let opened = key(db.secret(), tenant)?.open_in_place(nonce, Aad::from(purpose), &mut text).ok();
    Ok(opened.and_then(|text| String::from_utf8(text.to_vec()).ok()))
}

fn key(secret: &[u8], tenant: TenantId) -> Result<LessSafeKey> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).map_err(Error::unexpected)?;
    mac.update(format!("sealed {tenant}").as_bytes());
    let key = UnboundKey::new(&CHACHA20_POLY1305, &mac.finalize().into_bytes()).map_err(failed)?;
    Ok(LessSafeKey::new(key))
}

fn failed(_: Unspecified) -> Error {
    Error::unexpected("a text could not be sealed")
}
