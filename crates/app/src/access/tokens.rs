//! Signed tokens. They carry the tenant, so that nobody has to look through all tenants for whom they are.

use chrono::{DateTime, Duration, Utc};
use guanxi_domain::{Code, Error, Result, SessionId, TenantId, UserId};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, errors::ErrorKind};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Clocks of two nodes may differ by so many seconds (12.14).
pub const SKEW_SECONDS: i64 = 60;

/// Makes and reads tokens; access and refresh tokens have keys of their own, so that neither passes for the other.
pub struct Tokens {
    access: Keys,
    refresh: Keys,
}

struct Keys {
    sign: EncodingKey,
    check: DecodingKey,
}

/// What an access token says.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct AccessClaims {
    pub tid: TenantId,
    pub sid: SessionId,
    pub sub: UserId,
    pub iat: i64,
    pub exp: i64,
}

/// What a refresh token says; `jti` makes each one different.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct RefreshClaims {
    pub tid: TenantId,
    pub sid: SessionId,
    pub sub: UserId,
    pub jti: Uuid,
    pub exp: i64,
}

impl Tokens {
    pub fn new(secret: &[u8]) -> Self {
        Self { access: Keys::new(secret, "access token"), refresh: Keys::new(secret, "refresh token") }
    }

    pub fn access(
        &self,
        tid: TenantId,
        sid: SessionId,
        sub: UserId,
        now: DateTime<Utc>,
        life: Duration,
    ) -> Result<String> {
        self.access.sign(&AccessClaims { tid, sid, sub, iat: now.timestamp(), exp: (now + life).timestamp() })
    }

    pub fn refresh(&self, tid: TenantId, sid: SessionId, sub: UserId, expires_at: DateTime<Utc>) -> Result<String> {
        // An id is ordered by time; its random part is what nobody can guess, and the signature what nobody can forge.
        self.refresh.sign(&RefreshClaims { tid, sid, sub, jti: Uuid::now_v7(), exp: expires_at.timestamp() })
    }

    pub fn read_access(&self, token: &str) -> Result<AccessClaims> {
        self.access.read(token, SKEW_SECONDS.unsigned_abs())
    }

    pub fn read_refresh(&self, token: &str) -> Result<RefreshClaims> {
        self.refresh.read(token, 0)
    }
}

impl Keys {
    fn new(secret: &[u8], purpose: &str) -> Self {
        let key = Sha256::new().chain_update(secret).chain_update([0]).chain_update(purpose).finalize();
        Self { sign: EncodingKey::from_secret(&key), check: DecodingKey::from_secret(&key) }
    }

    fn sign<T: Serialize>(&self, claims: &T) -> Result<String> {
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &self.sign).map_err(Error::unexpected)
    }

    fn read<T: DeserializeOwned>(&self, token: &str, leeway: u64) -> Result<T> {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.leeway = leeway;
        let read = jsonwebtoken::decode(token, &self.check, &validation);
        read.map(|token| token.claims).map_err(|error| {
            let is_old = matches!(error.kind(), ErrorKind::ExpiredSignature);
            Error::new(if is_old { Code::TokenExpired } else { Code::Unauthenticated })
        })
    }
}

/// What is kept of a token: enough to know it again, not enough to use it.
pub fn fingerprint(token: &[u8]) -> [u8; 32] {
    Sha256::digest(token).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: &str = "2099-01-01T00:00:00Z";

    #[test]
    fn a_token_is_good_for_what_it_was_made_for_alone() {
        let tokens = Tokens::new(b"a secret of more than thirty-two bytes");
        let (tenant, session, user) = (TenantId::new(), SessionId::new(), UserId::new());
        let now = DAY.parse().unwrap();
        let access = tokens.access(tenant, session, user, now, Duration::minutes(15)).unwrap();
        let refresh = tokens.refresh(tenant, session, user, now).unwrap();
        assert_eq!(tokens.read_access(&access).unwrap().sid, session);
        assert_eq!(tokens.read_refresh(&refresh).unwrap().tid, tenant);
        assert_eq!(tokens.read_access(&refresh).unwrap_err().code(), Code::Unauthenticated);
        assert_eq!(tokens.read_refresh(&access).unwrap_err().code(), Code::Unauthenticated);
        let others = Tokens::new(b"another secret of more than 32 bytes");
        assert_eq!(others.read_access(&access).unwrap_err().code(), Code::Unauthenticated);
    }

    #[test]
    fn an_old_token_says_so() {
        let tokens = Tokens::new(b"a secret of more than thirty-two bytes");
        let long_ago = "2001-01-01T00:00:00Z".parse().unwrap();
        let old =
            tokens.access(TenantId::new(), SessionId::new(), UserId::new(), long_ago, Duration::minutes(15)).unwrap();
        assert_eq!(tokens.read_access(&old).unwrap_err().code(), Code::TokenExpired);
    }
}
