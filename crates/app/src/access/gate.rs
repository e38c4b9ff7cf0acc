//! The gate: turns credentials into the person who holds them, with the rights of this second.

use std::{
    collections::HashSet,
    net::IpAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use chrono_tz::Tz;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use guanxi_domain::{Access, Actor, ActorKind, Code, Error, Permission, Result, TenantId, UserId};
use guanxi_persistence::{
    Clock, Db,
    access::{
        audit::{self, Entry, Outcome},
        rights,
    },
};
use moka::future::Cache;
use serde_json::json;
use uuid::Uuid;

use super::{
    keys::{self, ApiKey, Limiter},
    passwords::Passwords,
    tokens::{self, Tokens},
};

/// Whatever changed elsewhere is known after this time (pitfall P36); what changed here, at once.
const FRESH: Duration = Duration::from_secs(1);

/// How the gate is set up.
pub struct GateConfig {
    pub secret: Vec<u8>,
    /// What one password hash needs, in KiB.
    pub password_memory: u32,
    /// Sign-in attempts, and looks at calendars, that one address may make in a minute.
    pub sign_ins_per_minute: u32,
    pub secure_cookies: bool,
}

pub struct Gate {
    pub db: Db,
    pub secure_cookies: bool,
    pub(super) tokens: Tokens,
    pub(super) passwords: Passwords,
    sign_ins: DefaultKeyedRateLimiter<IpAddr>,
    feeds: DefaultKeyedRateLimiter<IpAddr>,
    known: Cache<String, Arc<Known>>,
    limiters: Cache<(Uuid, u32), Arc<Limiter>>,
}

/// What a request shows at the gate.
#[derive(Debug, Clone, Default)]
pub struct Credentials {
    /// The token after `Authorization: Bearer`.
    pub bearer: Option<String>,
    pub ip: Option<String>,
    pub request_id: Option<Uuid>,
}

/// Somebody who was let in.
pub struct Admitted {
    pub actor: Actor,
    /// How much more an API key may ask for.
    pub rate: Option<Rate>,
}

/// What is left of a key's requests in a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    pub limit: u32,
    pub remaining: u32,
    /// Seconds until all of them are there again.
    pub reset: u32,
}

impl Rate {
    pub fn new(limit: u32, remaining: u32) -> Self {
        let used = u64::from(limit.saturating_sub(remaining));
        let reset = (used * 60).div_ceil(u64::from(limit.max(1)));
        Self { limit, remaining, reset: u32::try_from(reset).unwrap_or(u32::MAX) }
    }
}

/// A token that was let in a moment ago.
struct Known {
    holder: Arc<Held>,
    checked: Instant,
    /// The changes of rights in this process that were counted when it was checked.
    rights: u64,
}

struct Held {
    tenant: TenantId,
    user: UserId,
    kind: ActorKind,
    access: Arc<Access>,
    zone: Tz,
    /// Until when the token is good.
    expires: Option<i64>,
    ip_allow: Vec<String>,
    limiter: Option<Arc<Limiter>>,
    epoch: i64,
}

impl Gate {
    pub fn new(db: Db, config: &GateConfig) -> Result<Self> {
        let attempts = config.sign_ins_per_minute.try_into().unwrap_or(std::num::NonZeroU32::MIN);
        Ok(Self {
            db,
            secure_cookies: config.secure_cookies,
            tokens: Tokens::new(&config.secret),
            passwords: Passwords::new(config.password_memory)?,
            sign_ins: RateLimiter::keyed(Quota::per_minute(attempts)),
            feeds: RateLimiter::keyed(Quota::per_minute(attempts)),
            known: Cache::builder().max_capacity(100_000).time_to_idle(Duration::from_secs(60)).build(),
            limiters: Cache::builder().max_capacity(100_000).time_to_idle(Duration::from_secs(120)).build(),
        })
    }

    /// Lets in who shows good credentials.
    pub async fn admit(&self, credentials: &Credentials) -> Result<Admitted> {
        let bearer = credentials.bearer.as_deref().ok_or_else(|| Error::new(Code::Unauthenticated))?;
        let held = match self.known.get(bearer).await {
            Some(known) if known.checked.elapsed() < FRESH && known.rights == self.db.rights() => known.holder.clone(),
            known => self.check(bearer, known.map(|known| known.holder.clone())).await?,
        };
        if held.expires.is_some_and(|end| Clock::real().timestamp() > end) {
            return Err(Error::new(Code::TokenExpired));
        }
        if !keys::is_allowed(&held.ip_allow, credentials.ip.as_deref()) {
            return Err(Error::new(Code::Unauthenticated));
        }
        let rate = held.limiter.as_ref().map(|limiter| limiter.check()).transpose()?;
        let actor = Actor {
            tenant: held.tenant,
            user: Some(held.user),
            kind: held.kind,
            access: held.access.clone(),
            zone: held.zone,
            request_id: credentials.request_id,
        };
        Ok(Admitted { actor, rate })
    }

    /// Asks the database whether a token still is good, and for rights only if some have changed.
    async fn check(&self, bearer: &str, known: Option<Arc<Held>>) -> Result<Arc<Held>> {
        let rights = self.db.rights();
        let holder = if bearer.starts_with(keys::PREFIX) {
            self.check_key(bearer, known).await
        } else {
            self.check_session(bearer, known).await
        };
        match holder {
            Ok(holder) => {
                let known = Known { holder: holder.clone(), checked: Instant::now(), rights };
                self.known.insert(bearer.to_owned(), Arc::new(known)).await;
                Ok(holder)
            }
            Err(error) => {
                self.known.invalidate(bearer).await;
                Err(error)
            }
        }
    }

    async fn check_session(&self, bearer: &str, known: Option<Arc<Held>>) -> Result<Arc<Held>> {
        let claims = self.tokens.read_access(bearer)?;
        let mut tx = self.db.read(Actor::system(claims.tid, Tz::UTC)).await?;
        let open = rights::still_open(&mut tx, claims.sid, claims.sub, Clock::real()).await?;
        let epoch = open.ok_or_else(|| Error::new(Code::Unauthenticated));
        let holder = match (epoch, known) {
            (Ok(epoch), Some(known)) if known.epoch == epoch => Ok(known),
            (Ok(epoch), _) => match rights::known(&mut tx, claims.sub, epoch).await? {
                Some(holder) => Ok(Arc::new(Held {
                    tenant: claims.tid,
                    user: claims.sub,
                    kind: ActorKind::Session(claims.sid),
                    access: holder.access.clone(),
                    zone: holder.zone,
                    expires: Some(claims.exp + tokens::SKEW_SECONDS),
                    ip_allow: Vec::new(),
                    limiter: None,
                    epoch,
                })),
                None => Err(Error::new(Code::Unauthenticated)),
            },
            (Err(error), _) => Err(error),
        };
        tx.commit().await?;
        holder
    }

    async fn check_key(&self, bearer: &str, known: Option<Arc<Held>>) -> Result<Arc<Held>> {
        let key = ApiKey::read(bearer).ok_or_else(|| Error::new(Code::Unauthenticated))?;
        let mut tx = self.db.read(Actor::system(key.tenant, Tz::UTC)).await?;
        let stored = rights::key(&mut tx, key.id, Clock::real()).await?;
        let stored = stored.filter(|stored| stored.secret_hash == tokens::fingerprint(&key.secret));
        let holder = match (stored, known) {
            (Some(stored), Some(known)) if known.epoch == stored.epoch => Ok(known),
            (Some(stored), _) => match rights::known(&mut tx, stored.user_id, stored.epoch).await? {
                Some(holder) => Ok(Arc::new(Held {
                    tenant: key.tenant,
                    user: stored.user_id,
                    kind: ActorKind::ApiKey(key.id),
                    access: Arc::new(cut(Access::clone(&holder.access), &stored.scopes)),
                    zone: holder.zone,
                    expires: None,
                    limiter: Some(self.limiter(key.id, stored.rate_per_minute).await),
                    ip_allow: stored.ip_allow,
                    epoch: stored.epoch,
                })),
                None => Err(Error::new(Code::Unauthenticated)),
            },
            (None, _) => Err(Error::new(Code::Unauthenticated)),
        };
        tx.commit().await?;
        holder
    }

    async fn limiter(&self, key: Uuid, per_minute: i32) -> Arc<Limiter> {
        let per_minute = u32::try_from(per_minute).unwrap_or(1);
        self.limiters.get_with((key, per_minute), async { Arc::new(Limiter::new(per_minute)) }).await
    }

    /// Counts an attempt to sign in from an address.
    pub(super) fn count_sign_in(&self, ip: Option<&str>) -> Result<()> {
        count(&self.sign_ins, ip)
    }

    /// Counts a look at a calendar from an address; whoever's programs look too often still signs in.
    pub(crate) fn count_feed(&self, ip: Option<&str>) -> Result<()> {
        count(&self.feeds, ip)
    }

    /// Keeps in the audit log that somebody tried what he may not do.
    pub async fn denied(&self, actor: &Actor, permission: Permission, method: &str, path: &str) {
        let entry = Entry::new(
            "denied",
            Outcome::Denied,
            json!({
                "permission": permission.0, "method": method, "path": path,
            }),
        );
        let written = async {
            let mut tx = self.db.begin(actor.clone()).await?;
            audit::record(&mut tx, entry).await?;
            tx.commit().await
        };
        if let Err(error) = written.await {
            tracing::error!(%error, "a denied attempt was not written to the audit log");
        }
    }
}

fn count(limiter: &DefaultKeyedRateLimiter<IpAddr>, ip: Option<&str>) -> Result<()> {
    let Some(ip) = ip.and_then(|ip| ip.parse().ok()) else { return Ok(()) };
    limiter.check_key(&ip).map_err(|until| {
        let now = governor::clock::Clock::now(&governor::clock::DefaultClock::default());
        Error::new(Code::RateLimited).with("retry_after", until.wait_time_from(now).as_secs() + 1)
    })
}

/// What is left of a person's rights for a key with these scopes.
fn cut(mut access: Access, scopes: &[String]) -> Access {
    let in_scope = |permission: &&'static str| scopes.iter().any(|scope| scope == permission);
    access.withheld = access.grants.keys().copied().filter(|permission| !in_scope(permission)).collect::<HashSet<_>>();
    access.grants.retain(|permission, _| in_scope(&&**permission));
    access.extents.retain(|permission, _| in_scope(&&**permission));
    access.is_admin = false;
    access
}
