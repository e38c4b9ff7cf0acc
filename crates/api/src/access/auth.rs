//! `/auth`: organisations, sessions, passwords. Browsers keep the refresh token in a cookie that scripts cannot read.

use std::collections::HashMap;

use actix_web::http::{Method, StatusCode};
use guanxi_app::access::sign_in::{self, SignUp, SignedIn, Visitor};
use guanxi_domain::{
    ActorKind, Code, Error, Result, SessionId, UserId,
    access::{DataScope, FieldAccess, Mask, TenantCode},
    text::{Login, Name},
};
use guanxi_persistence::{
    Clock,
    access::sessions::{self, SessionInfo},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    Call, Endpoint, Json, Reply,
    endpoint::{account, public},
    problem::Language,
};

const TAG: &str = "access";
const COOKIE: &str = "guanxi_refresh";

/// A new organisation and its first administrator.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct SignUpBody {
    /// The short name of the organisation, typed at each sign-in: `yunfan`.
    #[schema(value_type = String)]
    tenant: TenantCode,
    #[schema(value_type = String)]
    company: Name,
    #[schema(value_type = String)]
    login: Login,
    #[schema(value_type = String)]
    name: Name,
    password: String,
    /// Programs that keep no cookies ask for the refresh token in the answer.
    #[serde(default)]
    token_in_body: bool,
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct SignInBody {
    tenant: String,
    login: String,
    password: String,
    /// Programs that keep no cookies ask for the refresh token in the answer.
    #[serde(default)]
    token_in_body: bool,
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct RefreshBody {
    /// The refresh token, where it is in no cookie.
    #[serde(default)]
    refresh_token: Option<String>,
}

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct PasswordBody {
    current: String,
    new: String,
}

#[derive(Serialize, ToSchema)]
struct TokenAnswer {
    access_token: String,
    /// Always `Bearer`.
    token_type: &'static str,
    /// Seconds until the access token must be renewed.
    expires_in: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<String>,
    /// Nothing but `POST /auth/password` is open until it has been done.
    must_change_password: bool,
}

#[derive(Serialize, ToSchema)]
struct MeAnswer {
    #[schema(inline)]
    user: MeUser,
    #[schema(inline)]
    tenant: MeTenant,
    /// What the roles grant, and how far each reaches.
    #[schema(value_type = HashMap<String, DataScope>)]
    permissions: HashMap<&'static str, DataScope>,
    /// Fields with less than the full right, by object and key.
    fields: HashMap<String, HashMap<String, MeField>>,
    locale: String,
}

#[derive(Serialize, ToSchema)]
struct MeUser {
    #[schema(value_type = Uuid)]
    id: UserId,
    name: String,
    login: String,
    locale: String,
    must_change_password: bool,
}

#[derive(Serialize, ToSchema)]
struct MeTenant {
    id: Uuid,
    code: String,
    name: String,
    timezone: String,
    locale: String,
}

#[derive(Serialize, ToSchema)]
struct MeField {
    access: FieldAccess,
    mask: Mask,
}

#[derive(Serialize, ToSchema)]
struct SessionList {
    items: Vec<SessionInfo>,
}

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        public(Method::POST, "/auth/sign-up")
            .named("sign_up", TAG, "Make an organisation and sign its first administrator in.")
            .returns::<TokenAnswer>(201)
            .to(sign_up),
        public(Method::POST, "/auth/login").named("sign_in", TAG, "Sign in.").returns::<TokenAnswer>(200).to(login),
        public(Method::POST, "/auth/refresh")
            .named("renew_tokens", TAG, "Renew the tokens; a refresh token is good once.")
            .returns::<TokenAnswer>(200)
            .to(refresh),
        public(Method::POST, "/auth/logout").named("sign_out", TAG, "Sign out.").answers_nothing().to(logout),
        account(Method::POST, "/auth/password")
            .named("change_password", TAG, "Choose another password; all other sessions end.")
            .answers_nothing()
            .to(change_password),
        account(Method::GET, "/auth/me")
            .named("get_me", TAG, "Tell who is signed in, and what he may do.")
            .returns::<MeAnswer>(200)
            .to(me),
        account(Method::GET, "/auth/sessions")
            .named("list_sessions", TAG, "List where one is signed in.")
            .returns::<SessionList>(200)
            .to(list_sessions),
        account(Method::DELETE, "/auth/sessions/{id}")
            .named("end_session", TAG, "Sign out somewhere else.")
            .answers_nothing()
            .to(end_session),
    ]
}

async fn sign_up(call: Call<Json<SignUpBody>>) -> Result<Reply> {
    let visitor = visitor(&call);
    let locale = match Language::of(&call.request) {
        Language::Zh => "zh-CN",
        Language::En => "en",
    };
    let Json(body) = &call.body;
    let new = SignUp {
        tenant: body.tenant.clone(),
        company: body.company.clone(),
        login: body.login.clone(),
        name: body.name.clone(),
        password: body.password.clone(),
        locale: locale.to_owned(),
    };
    let signed_in = call.app.gate.sign_up(&new, &visitor).await?;
    Ok(answer(&call, signed_in, body.token_in_body)?.status(StatusCode::CREATED))
}

async fn login(call: Call<Json<SignInBody>>) -> Result<Reply> {
    let Json(body) = &call.body;
    let signed_in = call.app.gate.sign_in(&body.tenant, &body.login, &body.password, &visitor(&call)).await?;
    answer(&call, signed_in, body.token_in_body)
}

async fn refresh(call: Call<Json<RefreshBody>>) -> Result<Reply> {
    let shown = call.body.0.refresh_token.clone();
    let in_body = shown.is_some();
    let token = shown.or_else(|| cookie(&call)).ok_or_else(|| Error::new(Code::Unauthenticated))?;
    answer(&call, call.app.gate.refresh(&token, &visitor(&call)).await?, in_body)
}

async fn logout(call: Call<Json<RefreshBody>>) -> Result<Reply> {
    let visitor = visitor(&call);
    if let Some(token) = call.body.0.refresh_token.clone().or_else(|| cookie(&call)) {
        call.app.gate.sign_out(&token, &visitor).await?;
    }
    if let Some(bearer) = call.header("authorization").and_then(|value| value.strip_prefix("Bearer ")) {
        call.app.gate.sign_out_of(bearer, &visitor).await?;
    }
    Ok(Reply::nothing().header("set-cookie", set_cookie(&call, "", 0)))
}

async fn change_password(call: Call<Json<PasswordBody>>) -> Result<Reply> {
    let Json(body) = &call.body;
    call.app.gate.change_password(call.actor()?, &body.current, &body.new, &visitor(&call)).await?;
    Ok(Reply::nothing())
}

async fn me(call: Call) -> Result<Reply> {
    let actor = call.actor()?;
    let user = actor.person()?;
    let fields = actor.access.fields.iter().map(|(object, fields)| {
        let right = |(key, right): (&String, &guanxi_domain::access::FieldRight)| {
            (key.clone(), MeField { access: right.access, mask: right.mask })
        };
        (object.clone(), fields.iter().map(right).collect())
    });
    let fields = fields.collect();
    call.read(async |tx| {
        let me = sign_in::me(tx).await?;
        Reply::json(&MeAnswer {
            locale: me.locale.clone(),
            user: MeUser {
                id: user,
                name: me.name,
                login: me.login,
                locale: me.locale,
                must_change_password: me.must_change_password,
            },
            tenant: MeTenant {
                id: me.tenant_id,
                code: me.tenant_code,
                name: me.tenant_name,
                timezone: me.timezone,
                locale: me.tenant_locale,
            },
            permissions: tx.actor().access.extents.clone(),
            fields,
        })
    })
    .await
}

async fn list_sessions(call: Call) -> Result<Reply> {
    let current = session_of(&call)?;
    call.read(async |tx| {
        let user = tx.actor().person()?;
        Reply::json(&SessionList { items: sessions::open(tx, user, current, Clock::real()).await? })
    })
    .await
}

async fn end_session(call: Call) -> Result<Reply> {
    let id: SessionId = call.id()?.into();
    call.write(async |tx| {
        let user = tx.actor().person()?;
        if sessions::revoke(tx, user, id, Clock::real(), "ended by its owner").await? {
            return Ok(Reply::nothing());
        }
        Err(Error::not_found("session"))
    })
    .await
}

fn session_of(call: &Call) -> Result<Option<SessionId>> {
    match call.actor()?.kind {
        ActorKind::Session(id) => Ok(Some(id)),
        ActorKind::ApiKey(_) | ActorKind::System => Ok(None),
    }
}

pub(super) fn visitor<B>(call: &Call<B>) -> Visitor {
    let user_agent = call.header("user-agent").map(|text| text.chars().take(300).collect());
    Visitor { ip: call.ip(), user_agent, request_id: Some(call.request_id) }
}

fn answer<B>(call: &Call<B>, signed_in: SignedIn, in_body: bool) -> Result<Reply> {
    let cookie = set_cookie(call, &signed_in.refresh_token, signed_in.refresh_seconds);
    let reply = Reply::json(&TokenAnswer {
        access_token: signed_in.access_token,
        token_type: "Bearer",
        expires_in: signed_in.access_seconds,
        refresh_token: in_body.then_some(signed_in.refresh_token),
        must_change_password: signed_in.must_change_password,
    })?;
    let reply = reply.header("cache-control", "no-store");
    Ok(if in_body { reply } else { reply.header("set-cookie", cookie) })
}

/// Scripts cannot read the cookie, other sites cannot send it, and it goes nowhere but here.
fn set_cookie<B>(call: &Call<B>, token: &str, seconds: i64) -> String {
    let secure = if call.app.gate.secure_cookies { "; Secure" } else { "" };
    format!("{COOKIE}={token}; Path=/api/v1/auth; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}")
}

fn cookie<B>(call: &Call<B>) -> Option<String> {
    call.request.cookie(COOKIE).map(|cookie| cookie.value().to_owned()).filter(|token| !token.is_empty())
}
