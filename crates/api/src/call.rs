//! One request that has been let in: who calls, what he sent, and the transaction done in his name.

use std::time::Duration;

use actix_web::{HttpRequest, http::header::HeaderMap, web::Bytes};
use guanxi_app::body;
use guanxi_domain::{Actor, Code, Error, FieldCode, FieldError, Result, Version, page::ListQuery};
use guanxi_persistence::{Tx, idempotency};
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};
use utoipa::{
    ToSchema,
    openapi::{RefOr, Schema},
};
use uuid::Uuid;
use validator::Validate;

use crate::{App, Reply, list, reply::Content, schema};

/// How often a transaction is done again when the database asks for it.
const ATTEMPTS: u32 = 6;

pub struct Call<B = ()> {
    pub app: App,
    /// Who calls; the product itself where an endpoint is public.
    pub actor: Option<Actor>,
    pub body: B,
    pub request: HttpRequest,
    pub request_id: Uuid,
    fingerprint: [u8; 32],
}

/// What an endpoint takes as its body.
pub trait Body: Sized + 'static {
    /// The most bytes that are read.
    const LIMIT: usize = 1 << 20;
    const JSON: bool = true;

    fn read(bytes: Bytes) -> Result<Self>;
    /// Its media type and schema in the contract.
    fn describe(schemas: &mut Vec<(String, RefOr<Schema>)>) -> Option<(&'static str, RefOr<Schema>)>;
}

impl Body for () {
    /// What asks for nothing is told nothing.
    fn read(bytes: Bytes) -> Result<Self> {
        let said = json(&bytes)?;
        let unknown = |key: &String| FieldError::new(format!("/{key}"), FieldCode::UnknownField);
        let unknown: Vec<FieldError> = said.as_object().into_iter().flat_map(|said| said.keys().map(unknown)).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        let mut error = Error::fields(unknown);
        if let Error::Refused(refusal) = &mut error {
            refusal.code = Code::UnknownField;
        }
        Err(error)
    }

    fn describe(_: &mut Vec<(String, RefOr<Schema>)>) -> Option<(&'static str, RefOr<Schema>)> {
        None
    }
}

/// A JSON body of this type, all mistakes named at once. An empty body counts as `{}`.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned + Validate + ToSchema + 'static> Body for Json<T> {
    fn read(bytes: Bytes) -> Result<Self> {
        body::read(json(&bytes)?).map(Self)
    }

    fn describe(schemas: &mut Vec<(String, RefOr<Schema>)>) -> Option<(&'static str, RefOr<Schema>)> {
        schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(schemas);
        Some(("application/json", schema::reference(&T::name())))
    }
}

/// Any JSON object: what it may hold is checked further in, and described by the endpoint itself.
impl Body for Value {
    fn read(bytes: Bytes) -> Result<Self> {
        json(&bytes)
    }

    fn describe(_: &mut Vec<(String, RefOr<Schema>)>) -> Option<(&'static str, RefOr<Schema>)> {
        Some(("application/json", schema::any_object()))
    }
}

/// A file as it is.
pub struct Raw(pub Bytes);

impl Body for Raw {
    const LIMIT: usize = 20 << 20;
    const JSON: bool = false;

    fn read(bytes: Bytes) -> Result<Self> {
        Ok(Self(bytes))
    }

    fn describe(_: &mut Vec<(String, RefOr<Schema>)>) -> Option<(&'static str, RefOr<Schema>)> {
        Some(("application/octet-stream", schema::binary()))
    }
}

fn json(bytes: &Bytes) -> Result<Value> {
    if bytes.is_empty() {
        return Ok(Value::Object(serde_json::Map::new()));
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|error| Error::malformed(error.to_string()))?;
    if value.is_object() { Ok(value) } else { Err(Error::malformed("the body must be a JSON object")) }
}

impl<B> Call<B> {
    pub fn new(app: App, actor: Option<Actor>, request: HttpRequest, request_id: Uuid, bytes: &Bytes, body: B) -> Self {
        let fingerprint = Sha256::new()
            .chain_update(request.method().as_str())
            .chain_update(request.uri().to_string())
            .chain_update([0])
            .chain_update(bytes)
            .finalize()
            .into();
        Self { app, actor, body, request, request_id, fingerprint }
    }

    /// The id in the path; what is no id names nothing.
    pub fn id(&self) -> Result<Uuid> {
        self.path_id("id")
    }

    pub fn path_id(&self, name: &str) -> Result<Uuid> {
        self.path(name).parse().map_err(|_| Error::not_found(""))
    }

    pub fn path(&self, name: &str) -> &str {
        self.request.match_info().query(name)
    }

    /// The version that the caller saw, which changes of a record need; `*` means that he takes any.
    pub fn seen(&self) -> Result<Option<Version>> {
        let etag = header(self.request.headers(), "if-match").ok_or_else(|| Error::new(Code::VersionRequired))?;
        if etag.trim() == "*" {
            return Ok(None);
        }
        let number = etag.trim().trim_matches('"').parse();
        number.map(|number| Some(Version(number))).map_err(|_| Error::new(Code::VersionConflict))
    }

    /// The query parameters as a type; unknown ones are refused.
    pub fn query<T: DeserializeOwned>(&self) -> Result<T> {
        let pairs = list::pairs(self.request.query_string());
        let object = pairs.into_iter().map(|(key, value)| (key, Value::String(value))).collect();
        body::parse(Value::Object(object)).map_err(|mut error| {
            if let Error::Refused(refusal) = &mut error {
                refusal.code = Code::Malformed;
            }
            error
        })
    }

    /// What a list of this table is asked for.
    pub fn list_query(&self, table: &guanxi_persistence::Table) -> Result<ListQuery> {
        list::read(self.request.query_string(), table)
    }

    pub fn actor(&self) -> Result<&Actor> {
        self.actor.as_ref().ok_or_else(|| Error::new(Code::Unauthenticated))
    }

    pub fn ip(&self) -> Option<String> {
        caller(&self.app, &self.request)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        header(self.request.headers(), name)
    }

    /// Reads in the caller's name, answering 304 where he has it already.
    pub async fn read<F>(&self, work: F) -> Result<Reply>
    where
        F: AsyncFnOnce(&mut Tx) -> Result<Reply>,
    {
        let mut tx = self.app.db.read(self.actor()?.clone()).await?;
        let done = work(&mut tx).await;
        if !matches!(done, Err(Error::Unexpected(_))) {
            tx.commit().await?;
        }
        let reply = done?;
        match (header(self.request.headers(), "if-none-match"), reply.etag()) {
            (Some(known), Some(etag)) if known == etag => {
                let etag = etag.to_owned();
                Ok(Reply::nothing().status(actix_web::http::StatusCode::NOT_MODIFIED).header("etag", etag))
            }
            _ => Ok(reply),
        }
    }

    /// Does what is asked in one transaction, together with its answer, unless it was done before under the same
    /// idempotency key. Done again when the database asks for it; nobody is shown a deadlock.
    pub async fn write<F>(&self, work: F) -> Result<Reply>
    where
        F: AsyncFn(&mut Tx) -> Result<Reply>,
    {
        let actor = self.actor()?;
        let mut attempt = 0;
        loop {
            attempt += 1;
            match self.attempt(actor, &work).await {
                Err(Error::Retry) if attempt < ATTEMPTS => {
                    tokio::time::sleep(Duration::from_millis(5 << attempt)).await;
                }
                other => return other,
            }
        }
    }

    async fn attempt<F>(&self, actor: &Actor, work: &F) -> Result<Reply>
    where
        F: AsyncFn(&mut Tx) -> Result<Reply>,
    {
        let mut tx = self.app.db.begin(actor.clone()).await?;
        let done = self.once(&mut tx, work).await;
        match done {
            Ok(reply) => {
                tx.commit().await?;
                Ok(reply)
            }
            Err(error) => {
                tx.rollback().await?;
                Err(error)
            }
        }
    }

    async fn once<F>(&self, tx: &mut Tx, work: &F) -> Result<Reply>
    where
        F: AsyncFn(&mut Tx) -> Result<Reply>,
    {
        let Some(key) = header(self.request.headers(), "idempotency-key") else { return work(tx).await };
        if key.is_empty() || key.len() > 64 {
            return Err(Error::malformed("Idempotency-Key"));
        }
        if let Some(answer) = idempotency::claim(tx, key, &self.fingerprint).await? {
            return replay(answer);
        }
        let reply = work(tx).await?;
        if let Content::Bytes(bytes) = &reply.body {
            let status = i16::try_from(reply.status.as_u16()).map_err(Error::unexpected)?;
            idempotency::answer(tx, key, status, &reply.headers, bytes).await?;
        }
        Ok(reply)
    }
}

fn replay(answer: idempotency::Answer) -> Result<Reply> {
    let status = u16::try_from(answer.status).ok().and_then(|code| actix_web::http::StatusCode::from_u16(code).ok());
    let status = status.ok_or_else(|| Error::unexpected("a stored status is no status"))?;
    let reply = Reply { status, headers: answer.headers, body: Content::Bytes(answer.body) };
    Ok(reply.header("idempotent-replayed", "true"))
}

/// The address that a request comes from, behind whatever proxies of ours it came through.
pub fn caller(app: &App, request: &HttpRequest) -> Option<String> {
    let forwarded: Vec<&str> =
        request.headers().get_all("x-forwarded-for").filter_map(|line| line.to_str().ok()).collect();
    let peer = request.peer_addr()?.ip();
    Some(app.proxies.caller(peer, forwarded.into_iter()).to_string())
}

pub fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}
