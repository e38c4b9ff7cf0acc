//! One operation: its route, who may call it, and how the contract describes it, in one declaration.

use actix_web::{
    HttpMessage, HttpRequest, HttpResponse, Route, Scope,
    http::{Method, header},
    web::{self, Payload},
};
use futures_util::StreamExt;
use guanxi_app::access::{Admitted, Credentials, Rate};
use guanxi_domain::{Actor, Code, Error, Permission, Result};
use utoipa::{
    ToSchema,
    openapi::{
        RefOr, Schema,
        path::{Parameter, ParameterIn},
    },
};
use uuid::Uuid;

use crate::{
    App, Call, Reply,
    call::{self, Body},
    problem, schema,
};

/// Who may call an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    Public,
    /// Whoever is signed in, even before he has chosen a password of his own.
    Account,
    SignedIn,
    Needs(Permission),
}

pub struct Endpoint {
    pub method: Method,
    pub path: String,
    /// `verb_noun`; the name of the function in generated clients.
    pub id: String,
    pub tag: &'static str,
    pub summary: String,
    pub guard: Guard,
    pub parameters: Vec<Parameter>,
    pub body: Option<(&'static str, RefOr<Schema>)>,
    pub reply: (u16, Option<(&'static str, RefOr<Schema>)>),
    pub schemas: Vec<(String, RefOr<Schema>)>,
    route: Option<Route>,
}

/// An operation for those whose roles grant `permission`.
pub fn needs(permission: Permission, method: Method, path: impl Into<String>) -> Endpoint {
    Endpoint::new(Guard::Needs(permission), method, path)
}

/// An operation for everyone who is signed in.
pub fn signed_in(method: Method, path: impl Into<String>) -> Endpoint {
    Endpoint::new(Guard::SignedIn, method, path)
}

/// An operation on one's own account, open also to those who must choose a password first.
pub fn account(method: Method, path: impl Into<String>) -> Endpoint {
    Endpoint::new(Guard::Account, method, path)
}

/// An operation for everyone.
pub fn public(method: Method, path: impl Into<String>) -> Endpoint {
    Endpoint::new(Guard::Public, method, path)
}

impl Endpoint {
    fn new(guard: Guard, method: Method, path: impl Into<String>) -> Self {
        let path = path.into();
        let parameters = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let parameters =
            parameters.map(|name| schema::parameter(name, ParameterIn::Path, schema::path_value(name))).collect();
        Self {
            method,
            id: String::new(),
            tag: "",
            summary: String::new(),
            guard,
            parameters,
            body: None,
            reply: (200, None),
            schemas: Vec::new(),
            route: None,
            path,
        }
    }

    /// Its name, area and one sentence about it.
    #[must_use]
    pub fn named(mut self, id: impl Into<String>, tag: &'static str, summary: impl Into<String>) -> Self {
        self.id = id.into();
        self.tag = tag;
        self.summary = summary.into();
        self
    }

    /// An optional query parameter.
    #[must_use]
    pub fn param(mut self, name: &str, what: RefOr<Schema>) -> Self {
        self.parameters.push(schema::parameter(name, ParameterIn::Query, what));
        self
    }

    /// A required header.
    #[must_use]
    pub fn if_match(mut self) -> Self {
        self.parameters.push(schema::required_header("If-Match"));
        self
    }

    /// Answers with `T`.
    #[must_use]
    pub fn returns<T: ToSchema>(mut self, status: u16) -> Self {
        self.schemas.push((T::name().into_owned(), <T as utoipa::PartialSchema>::schema()));
        T::schemas(&mut self.schemas);
        self.reply = (status, Some(("application/json", schema::reference(&T::name()))));
        self
    }

    /// Answers with what `schema` describes.
    #[must_use]
    pub fn answers(mut self, status: u16, schema: RefOr<Schema>) -> Self {
        self.reply = (status, Some(("application/json", schema)));
        self
    }

    /// Answers with bytes of a media type.
    #[must_use]
    pub fn sends(mut self, media: &'static str) -> Self {
        self.reply = (200, Some((media, schema::binary())));
        self
    }

    #[must_use]
    pub fn answers_nothing(mut self) -> Self {
        self.reply = (204, None);
        self
    }

    /// Describes the body where its type does not.
    #[must_use]
    pub fn takes(mut self, schema: RefOr<Schema>) -> Self {
        self.body = Some(("application/json", schema));
        self
    }

    #[must_use]
    pub fn schema(mut self, name: impl Into<String>, schema: RefOr<Schema>) -> Self {
        self.schemas.push((name.into(), schema));
        self
    }

    /// What is done. Callers are let in before their body is read, and may know before it is judged.
    #[must_use]
    pub fn to<B: Body, F>(mut self, handler: F) -> Self
    where
        F: AsyncFn(Call<B>) -> Result<Reply> + Clone + 'static,
    {
        if self.body.is_none() {
            self.body = B::describe(&mut self.schemas);
        }
        let guard = self.guard;
        let handle = move |request: HttpRequest, payload: Payload, app: web::Data<App>| {
            let handler = handler.clone();
            async move { answer(request, payload, app.get_ref().clone(), guard, &handler).await }
        };
        self.route = Some(web::method(self.method.clone()).to(handle));
        self
    }
}

/// Puts operations into a scope: one resource for each path, so that a wrong method is 405.
pub fn mount(scope: Scope, endpoints: Vec<Endpoint>) -> Scope {
    let mut paths: Vec<(String, Vec<Route>)> = Vec::new();
    for mut endpoint in endpoints {
        let Some(route) = endpoint.route.take() else { continue };
        match paths.iter_mut().find(|(path, _)| *path == endpoint.path) {
            Some((_, routes)) => routes.push(route),
            None => paths.push((endpoint.path, vec![route])),
        }
    }
    // A fixed path is tried before one with an id in its place.
    paths.sort_by_key(|(path, _)| path.matches('{').count());
    paths.into_iter().fold(scope, |scope, (path, routes)| {
        let resource = routes.into_iter().fold(web::resource(path), |resource, route| resource.route(route));
        scope.service(resource.default_service(web::to(wrong_method)))
    })
}

async fn wrong_method(request: HttpRequest) -> HttpResponse {
    problem::respond(&request, None, &Error::new(Code::MethodNotAllowed))
}

async fn answer<B: Body, F>(request: HttpRequest, payload: Payload, app: App, guard: Guard, handler: &F) -> HttpResponse
where
    F: AsyncFn(Call<B>) -> Result<Reply>,
{
    let request_id = call::header(request.headers(), "x-request-id").and_then(|id| id.parse().ok());
    let request_id = request_id.unwrap_or_else(Uuid::now_v7);
    let mut response = match handle(request.clone(), payload, app, guard, request_id, handler).await {
        Ok(reply) => reply.into_response(),
        Err(error) => problem::respond(&request, Some(request_id), &error),
    };
    if let Ok(value) = header::HeaderValue::from_str(&request_id.to_string()) {
        response.headers_mut().insert(header::HeaderName::from_static("x-request-id"), value);
    }
    if let Some(Rate { limit, remaining, reset }) = request.extensions().get().copied() {
        for (name, value) in
            [("ratelimit-limit", limit), ("ratelimit-remaining", remaining), ("ratelimit-reset", reset)]
        {
            response.headers_mut().insert(header::HeaderName::from_static(name), value.into());
        }
    }
    response
}

async fn handle<B: Body, F>(
    request: HttpRequest,
    payload: Payload,
    app: App,
    guard: Guard,
    request_id: Uuid,
    handler: &F,
) -> Result<Reply>
where
    F: AsyncFn(Call<B>) -> Result<Reply>,
{
    let actor = admit(&app, &request, guard, request_id).await?;
    let bytes = read_body::<B>(&request, payload).await?;
    let body = B::read(bytes.clone())?;
    handler(Call::new(app, actor, request, request_id, &bytes, body)).await
}

async fn admit(app: &App, request: &HttpRequest, guard: Guard, request_id: Uuid) -> Result<Option<Actor>> {
    let bearer = call::header(request.headers(), "authorization").and_then(|value| value.strip_prefix("Bearer "));
    if guard == Guard::Public {
        return Ok(None);
    }
    let credentials =
        Credentials { bearer: bearer.map(str::to_owned), ip: call::caller(app, request), request_id: Some(request_id) };
    let Admitted { actor, rate } = app.gate.admit(&credentials).await?;
    if let Some(rate) = rate {
        request.extensions_mut().insert(rate);
    }
    if actor.access.must_change_password && guard != Guard::Account {
        return Err(Error::new(Code::PasswordChangeRequired));
    }
    if let Guard::Needs(permission) = guard
        && !actor.access.may(permission)
    {
        app.gate.denied(&actor, permission, request.method().as_str(), request.path()).await;
        return Err(actor.access.refusal(permission));
    }
    Ok(Some(actor))
}

async fn read_body<B: Body>(request: &HttpRequest, mut payload: Payload) -> Result<web::Bytes> {
    let mut bytes = web::BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| Error::malformed(error.to_string()))?;
        if bytes.len() + chunk.len() > B::LIMIT {
            return Err(Error::new(Code::FileTooLarge).with("max", B::LIMIT));
        }
        bytes.extend_from_slice(&chunk);
    }
    let media = call::header(request.headers(), "content-type").unwrap_or_default();
    let is_json = media.starts_with("application/json") || media.starts_with("application/merge-patch+json");
    if B::JSON && !bytes.is_empty() && !is_json {
        return Err(Error::new(Code::UnsupportedMedia));
    }
    Ok(bytes.freeze())
}
