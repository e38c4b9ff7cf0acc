//! Who is let in, and as whom.

use guanxi_domain::{Actor, Code, Error, Permission, Result};
use guanxi_persistence::Db;
use uuid::Uuid;

/// Turns credentials into the person who holds them, with the rights of this second.
pub struct Gate {
    pub db: Db,
}

/// What a request shows at the gate.
#[derive(Debug, Clone, Default)]
pub struct Credentials {
    /// The token after `Authorization: Bearer`.
    pub bearer: Option<String>,
    pub ip: Option<String>,
    pub request_id: Option<Uuid>,
}

impl Gate {
    pub async fn admit(&self, _credentials: &Credentials) -> Result<Actor> {
        Err(Error::new(Code::Unauthenticated))
    }

    /// Keeps in the audit log that somebody tried what he may not do.
    pub async fn denied(&self, _actor: &Actor, _permission: Permission, _method: &str, _path: &str) {}
}
