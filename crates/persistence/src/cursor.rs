//! Where the next page starts: the sort values and the id of the last row, signed, so that nobody makes his own.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use guanxi_domain::{Error, FieldCode, Result, error::FieldError};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

const TAG: usize = 16;

/// Packs `values` for a list that is described by `list` (tenant, table and order).
pub fn seal(secret: &[u8], list: &str, values: &[Value]) -> Result<String> {
    let mut bytes = serde_json::to_vec(values).map_err(Error::unexpected)?;
    let tag = tag(secret, list, &bytes)?;
    bytes.extend_from_slice(&tag);
    Ok(BASE64.encode(bytes))
}

/// Unpacks a cursor of this very list; any other is refused.
pub fn open(secret: &[u8], list: &str, cursor: &str) -> Result<Vec<Value>> {
    let bytes = BASE64.decode(cursor).map_err(|_| refused())?;
    let (body, found) = bytes.len().checked_sub(TAG).map(|at| bytes.split_at(at)).ok_or_else(refused)?;
    if tag(secret, list, body)? != found {
        return Err(refused());
    }
    serde_json::from_slice(body).map_err(|_| refused())
}

fn tag(secret: &[u8], list: &str, body: &[u8]) -> Result<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).map_err(Error::unexpected)?;
    mac.update(list.as_bytes());
    mac.update(&[0]);
    mac.update(body);
    Ok(mac.finalize().into_bytes().iter().copied().take(TAG).collect())
}

fn refused() -> Error {
    let mut error = Error::malformed("cursor");
    if let Error::Refused(refusal) = &mut error {
        refusal.fields.push(FieldError::new("cursor", FieldCode::BadCursor));
    }
    error
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_cursor_opens_its_own_list_only() {
        let values = [json!("2026-03-01"), json!("id")];
        let cursor = seal(b"key", "leads -created_at", &values).unwrap();
        assert_eq!(open(b"key", "leads -created_at", &cursor).unwrap(), values);
        for (key, list, cursor) in [
            ("key", "leads name", cursor.as_str()),
            ("other", "leads -created_at", &cursor),
            ("key", "leads -created_at", "AAAA"),
            ("key", "leads -created_at", "not base64!"),
        ] {
            assert!(open(key.as_bytes(), list, cursor).is_err());
        }
    }
}
