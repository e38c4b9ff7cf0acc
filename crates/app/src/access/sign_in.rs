//! Signing in and out: organisations, sessions, passwords.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use guanxi_domain::{
    Actor, ActorKind, Code, DepartmentId, Error, FieldCode, FieldError, Result, RoleId, SessionId, TenantId, UserId,
    access::{TenantCode, device::device_of},
    password, roles,
    search::{self, Part},
    settings::{self, Settings},
    text::{Login, Name},
};
use guanxi_persistence::{
    Clock, Tx,
    access::{
        accounts::{self, Account, FirstUser, Me, NewTenant},
        audit::{self, Entry, Outcome},
        sessions::{self, NewSession},
    },
};
use serde_json::json;
use uuid::Uuid;

use super::{Gate, tokens};
use crate::{customers, leads, opportunities};

/// How many passwords back one may not choose again (12.2).
pub(super) const REMEMBERED: usize = 5;

/// Who knocks: what is known of a caller before he is known.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    pub ip: Option<String>,
    pub user_agent: Option<String>,
    pub request_id: Option<Uuid>,
}

/// What a client shows from now on.
pub struct SignedIn {
    pub access_token: String,
    pub access_seconds: i64,
    pub refresh_token: String,
    pub refresh_seconds: i64,
    pub must_change_password: bool,
}

/// A new organisation and its first administrator.
pub struct SignUp {
    pub tenant: TenantCode,
    pub company: Name,
    pub login: Login,
    pub name: Name,
    pub password: String,
    pub locale: String,
}

impl Gate {
    /// Makes an organisation with everything that one begins with, and signs its first administrator in.
    pub async fn sign_up(&self, new: &SignUp, visitor: &Visitor) -> Result<SignedIn> {
        self.count_sign_in(visitor.ip.as_deref())?;
        let settings = Settings::default();
        check_password(&new.password, new.login.as_str(), &settings, "/password")?;
        let hash = self.passwords.hash(&new.password).await?;
        let (tenant, user) = (TenantId::new(), UserId::new());
        let mut tx = self.begin_for(tenant, Some(user), visitor).await?;
        set_up(&mut tx, new, user, &hash).await?;
        let signed_in = self.open_session(&mut tx, user, false, visitor).await?;
        audit::record(&mut tx, entry("auth.sign_up", Outcome::Done, visitor)).await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Signs in. Whatever is wrong, the answer and the time it takes are the same.
    pub async fn sign_in(&self, tenant: &str, login: &str, password: &str, visitor: &Visitor) -> Result<SignedIn> {
        self.count_sign_in(visitor.ip.as_deref())?;
        let refused = || Error::new(Code::WrongCredentials);
        let tenant = self.db.tenant_by_code(&tenant.trim().to_lowercase()).await?;
        let login = Login::new(login).ok();
        let (Some((tenant, _, true)), Some(login), true) = (tenant, login, password.len() <= password::LONGEST * 4)
        else {
            self.passwords.verify("", None).await?;
            return Err(refused());
        };
        let (account, attempts, settings) = self.attempt(tenant, login.as_str(), visitor).await?;
        let hash = account.as_ref().and_then(|account| account.password_hash.as_deref());
        let is_right = self.passwords.verify(password, hash).await?;
        let account = account.filter(|account| is_right && matches!(account.status.as_str(), "active" | "on_leave"));
        let Some(account) = account else {
            self.refuse(tenant, login.as_str(), attempts, &settings, visitor).await?;
            return Err(refused());
        };
        let mut tx = self.begin_for(tenant, Some(account.id), visitor).await?;
        let now = Clock::real();
        accounts::forget_failures(&mut tx, login.as_str(), now - Duration::days(1)).await?;
        let signed_in = self.open_session(&mut tx, account.id, account.must_change_password, visitor).await?;
        audit::record(&mut tx, entry("auth.login", Outcome::Done, visitor).about("users", account.id)).await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Counts the attempt before it is judged; refuses it where the login is locked.
    async fn attempt(
        &self,
        tenant: TenantId,
        login: &str,
        visitor: &Visitor,
    ) -> Result<(Option<Account>, i32, Settings)> {
        let now = Clock::real();
        let mut tx = self.begin_for(tenant, None, visitor).await?;
        let settings = guanxi_persistence::settings::load(&mut tx).await?;
        let lock = Duration::minutes(settings.get(settings::LOCK_MINUTES).into());
        let (attempts, locked_until) = accounts::count_attempt(&mut tx, login, now, now - lock).await?;
        let most = i32::try_from(settings.get(settings::LOCK_AFTER)).unwrap_or(i32::MAX);
        let locked_until = locked_until.or_else(|| (attempts > most).then_some(now + lock));
        if locked_until.is_some() {
            audit::record(&mut tx, entry("auth.login", Outcome::Denied, visitor).with("login", login)).await?;
        }
        let account = accounts::by_login(&mut tx, login).await?;
        tx.commit().await?;
        match locked_until {
            Some(until) => Err(locked(until, now)),
            None => Ok((account, attempts, settings)),
        }
    }

    /// Writes a failure down, and locks the login after too many.
    async fn refuse(
        &self,
        tenant: TenantId,
        login: &str,
        attempts: i32,
        settings: &Settings,
        visitor: &Visitor,
    ) -> Result<()> {
        let mut tx = self.begin_for(tenant, None, visitor).await?;
        let is_last = u32::try_from(attempts).unwrap_or(u32::MAX) >= settings.get(settings::LOCK_AFTER);
        if is_last {
            let until = Clock::real() + Duration::minutes(settings.get(settings::LOCK_MINUTES).into());
            accounts::lock_login(&mut tx, login, until).await?;
        }
        let entry = entry("auth.login", Outcome::Failed, visitor).with("login", login).with("locked", is_last);
        audit::record(&mut tx, entry).await?;
        tx.commit().await
    }

    /// Gives new tokens for a refresh token. One that was used before means that somebody stole it: nobody goes on
    /// with this session.
    pub async fn refresh(&self, token: &str, visitor: &Visitor) -> Result<SignedIn> {
        let claims = self.tokens.read_refresh(token)?;
        let now = Clock::real();
        let mut tx = self.begin_for(claims.tid, Some(claims.sub), visitor).await?;
        let settings = guanxi_persistence::settings::load(&mut tx).await?;
        let expires_at = now + Duration::days(settings.get(settings::REFRESH_DAYS).into());
        let next = self.tokens.refresh(claims.tid, claims.sid, claims.sub, expires_at)?;
        let (shown, new) = (tokens::fingerprint(token.as_bytes()), tokens::fingerprint(next.as_bytes()));
        if !sessions::rotate(&mut tx, claims.sid, &shown, &new, now, expires_at).await? {
            if sessions::revoke(&mut tx, claims.sub, claims.sid, now, "refresh token used twice").await? {
                let entry = entry("auth.refresh", Outcome::Denied, visitor).about("users", claims.sub);
                audit::record(&mut tx, entry).await?;
            }
            tx.commit().await?;
            return Err(Error::new(Code::TokenReused));
        }
        let me = accounts::me(&mut tx, claims.sub).await?;
        tx.commit().await?;
        let must_change = me.is_some_and(|me| me.must_change_password);
        self.signed_in(claims.tid, claims.sid, claims.sub, next, (now, expires_at), &settings, must_change)
    }

    /// Ends the session of a refresh token, whoever shows it.
    pub async fn sign_out(&self, token: &str, visitor: &Visitor) -> Result<()> {
        let Ok(claims) = self.tokens.read_refresh(token) else { return Ok(()) };
        self.end_session(claims.tid, claims.sub, claims.sid, visitor).await
    }

    /// Ends the session that an access token belongs to.
    pub async fn sign_out_of(&self, bearer: &str, visitor: &Visitor) -> Result<()> {
        let Ok(claims) = self.tokens.read_access(bearer) else { return Ok(()) };
        self.end_session(claims.tid, claims.sub, claims.sid, visitor).await
    }

    async fn end_session(&self, tenant: TenantId, user: UserId, session: SessionId, visitor: &Visitor) -> Result<()> {
        let mut tx = self.begin_for(tenant, Some(user), visitor).await?;
        if sessions::revoke(&mut tx, user, session, Clock::real(), "signed out").await? {
            audit::record(&mut tx, entry("auth.logout", Outcome::Done, visitor).about("users", user)).await?;
        }
        tx.commit().await
    }

    /// Gives oneself another password; all other sessions end. Hashes are compared before the transaction that writes.
    pub async fn change_password(&self, actor: &Actor, current: &str, new: &str, visitor: &Visitor) -> Result<()> {
        self.count_sign_in(visitor.ip.as_deref())?;
        let user = actor.person()?;
        let ActorKind::Session(session) = actor.kind else { return Err(Error::new(Code::Forbidden)) };
        let mut tx = self.db.read(actor.clone()).await?;
        let known = accounts::passwords(&mut tx, user).await?;
        let settings = guanxi_persistence::settings::load(&mut tx).await?;
        tx.commit().await?;
        let known = known.ok_or_else(|| Error::new(Code::Unauthenticated))?;
        let is_right = self.passwords.verify(current, known.current.as_deref()).await?;
        if is_right {
            check_password(new, &known.login, &settings, "/new")?;
        }
        let mut old: Vec<String> = known.current.into_iter().chain(known.old).collect();
        old.truncate(REMEMBERED);
        if is_right && self.passwords.is_one_of(new, &old).await? {
            return Err(Error::field("/new", FieldCode::Reused));
        }
        let outcome = if is_right { Outcome::Done } else { Outcome::Failed };
        let hash = self.passwords.hash(new).await?;
        let mut tx = self.db.begin(actor.clone()).await?;
        if is_right {
            accounts::set_password(&mut tx, user, &hash, false, &old).await?;
            sessions::revoke_all(&mut tx, user, Some(session), Clock::real(), "password changed").await?;
        }
        audit::record(&mut tx, entry("auth.password", outcome, visitor).about("users", user)).await?;
        tx.commit().await?;
        if is_right { Ok(()) } else { Err(Error::field("/current", FieldCode::Invalid)) }
    }

    async fn begin_for(&self, tenant: TenantId, user: Option<UserId>, visitor: &Visitor) -> Result<Tx> {
        let mut actor = Actor::system(tenant, Tz::UTC);
        actor.user = user;
        actor.request_id = visitor.request_id;
        self.db.begin(actor).await
    }

    async fn open_session(&self, tx: &mut Tx, user: UserId, must_change: bool, visitor: &Visitor) -> Result<SignedIn> {
        let (tenant, session, now) = (tx.actor().tenant, SessionId::new(), Clock::real());
        let settings = guanxi_persistence::settings::load(tx).await?;
        let expires_at = now + Duration::days(settings.get(settings::REFRESH_DAYS).into());
        let refresh_token = self.tokens.refresh(tenant, session, user, expires_at)?;
        let row = NewSession {
            id: session,
            user,
            token_hash: &tokens::fingerprint(refresh_token.as_bytes()),
            user_agent: visitor.user_agent.as_deref(),
            ip: visitor.ip.as_deref(),
            now,
            expires_at,
        };
        let device = device_of(visitor.user_agent.as_deref());
        let known = sessions::known_programs(tx, user).await?;
        if known.is_some_and(|known| !known.iter().any(|program| device_of(program.as_deref()) == device)) {
            let told = json!({ "recipient_id": user, "device": device, "ip": visitor.ip, "at": now.to_rfc3339() });
            tx.emit("user.new_device", "users", user, told).await?;
        }
        sessions::insert(tx, &row).await?;
        accounts::signed_in(tx, user, now).await?;
        self.signed_in(tenant, session, user, refresh_token, (now, expires_at), &settings, must_change)
    }

    #[expect(clippy::too_many_arguments, reason = "it puts together what four callers know")]
    fn signed_in(
        &self,
        tenant: TenantId,
        session: SessionId,
        user: UserId,
        refresh_token: String,
        (now, expires_at): (DateTime<Utc>, DateTime<Utc>),
        settings: &Settings,
        must_change_password: bool,
    ) -> Result<SignedIn> {
        let life = Duration::minutes(settings.get(settings::ACCESS_MINUTES).into());
        Ok(SignedIn {
            access_token: self.tokens.access(tenant, session, user, now, life)?,
            access_seconds: life.num_seconds(),
            refresh_token,
            refresh_seconds: (expires_at - now).num_seconds(),
            must_change_password,
        })
    }
}

/// Everything that an organisation begins with.
async fn set_up(tx: &mut Tx, new: &SignUp, user: UserId, password_hash: &str) -> Result<()> {
    let id = tx.actor().tenant;
    let is_english = new.locale.starts_with("en");
    let tenant = NewTenant { id, code: new.tenant.as_str(), name: new.company.as_str(), locale: &new.locale };
    accounts::insert_tenant(tx, &tenant).await.map_err(|error| {
        if error.code() == Code::Duplicate { Error::new(Code::Duplicate).with("key", "tenant") } else { error }
    })?;
    let department = DepartmentId::new();
    accounts::insert_root_department(tx, department, new.company.as_str()).await?;
    let admin = RoleId::new();
    let presets = roles::PRESETS.iter().map(|role| {
        let grants: Vec<_> = role
            .grants()
            .into_iter()
            .map(|(permission, scope)| json!({"permission": permission.0, "scope": scope}))
            .collect();
        let id = if role.code == roles::ADMIN { admin } else { RoleId::new() };
        let name = if is_english { role.en } else { role.zh };
        json!({"id": id, "code": role.code, "name": name, "grants": grants})
    });
    accounts::insert_roles(tx, &presets.collect()).await?;
    let found_by =
        search::search_text([Part::name("name", new.name.as_str()), Part::plain("login", new.login.as_str())]);
    let first = FirstUser {
        id: user,
        login: new.login.as_str(),
        name: new.name.as_str(),
        department,
        role: admin,
        locale: &new.locale,
        password_hash,
        search_text: &found_by,
    };
    accounts::insert_first_user(tx, &first).await?;
    guanxi_persistence::platform::set_up(tx).await?;
    leads::set_up(tx).await?;
    customers::set_up(tx).await?;
    opportunities::pipeline::set_up(tx).await
}

/// Refuses a password that breaks the rules, and says which.
pub(super) fn check_password(password: &str, login: &str, settings: &Settings, at: &'static str) -> Result<()> {
    let shortest = settings.get(settings::PASSWORD_MIN);
    password::check(password, login, shortest).map_err(|code| {
        let most = if code == FieldCode::TooLong { json!(password::LONGEST) } else { json!(null) };
        Error::fields(vec![FieldError::new(at, code).with("min", shortest).with("max", most)])
    })
}

/// Who he is, for himself.
pub async fn me(tx: &mut Tx) -> Result<Me> {
    let user = tx.actor().person()?;
    accounts::me(tx, user).await?.ok_or_else(|| Error::new(Code::Unauthenticated))
}

fn locked(until: DateTime<Utc>, now: DateTime<Utc>) -> Error {
    Error::new(Code::AccountLocked).with("retry_after", (until - now).num_seconds().max(1))
}

fn entry<'a>(action: &'a str, outcome: Outcome, visitor: &'a Visitor) -> Entry<'a> {
    let mut entry = Entry::new(action, outcome, json!({}));
    entry.ip = visitor.ip.as_deref();
    entry.user_agent = visitor.user_agent.as_deref();
    entry
}

impl Gate {
    /// The hash of a password that somebody is given: none, where none was chosen for him.
    pub async fn hash_given(&self, actor: &Actor, login: &str, password: &str) -> Result<String> {
        let mut tx = self.db.read(actor.clone()).await?;
        let settings = guanxi_persistence::settings::load(&mut tx).await?;
        tx.commit().await?;
        check_password(password, login, &settings, "/password")?;
        self.passwords.hash(password).await
    }
}
