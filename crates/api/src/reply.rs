//! What goes back: a status, headers, and a body that is JSON already.

use actix_web::{
    HttpResponse,
    body::BoxBody,
    http::{StatusCode, header},
};
use guanxi_domain::{Error, Result};
use guanxi_persistence::read::{PageBody, RecordBody};
use serde::Serialize;

pub struct Reply {
    pub status: StatusCode,
    pub headers: Vec<(String, String)>,
    pub body: Content,
}

pub enum Content {
    Bytes(Vec<u8>),
    /// Streams and files; never stored for repetition.
    Response(HttpResponse<BoxBody>),
}

impl Reply {
    pub fn json<T: Serialize>(value: &T) -> Result<Self> {
        Ok(Self::bytes(serde_json::to_vec(value).map_err(Error::unexpected)?))
    }

    pub fn bytes(body: Vec<u8>) -> Self {
        let headers = vec![(header::CONTENT_TYPE.to_string(), "application/json".to_owned())];
        Self { status: StatusCode::OK, headers, body: Content::Bytes(body) }
    }

    pub fn nothing() -> Self {
        Self { status: StatusCode::NO_CONTENT, headers: Vec::new(), body: Content::Bytes(Vec::new()) }
    }

    /// A response of actix-web's own, for streams and files.
    pub fn response(response: HttpResponse) -> Self {
        Self { status: response.status(), headers: Vec::new(), body: Content::Response(response) }
    }

    /// One record with its version as ETag.
    pub fn record(record: RecordBody) -> Self {
        Self::bytes(record.json).header("etag", format!("\"{}\"", record.version.0))
    }

    pub fn page(page: PageBody) -> Result<Self> {
        let mut body = Vec::with_capacity(page.items.len() + 256);
        body.extend_from_slice(b"{\"items\":");
        body.extend_from_slice(&page.items);
        body.extend_from_slice(b",\"next_cursor\":");
        serde_json::to_writer(&mut body, &page.next_cursor).map_err(Error::unexpected)?;
        body.extend_from_slice(b",\"total\":");
        serde_json::to_writer(&mut body, &page.total).map_err(Error::unexpected)?;
        body.push(b'}');
        Ok(Self::bytes(body))
    }

    #[must_use]
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// 201 with the address of what was made.
    #[must_use]
    pub fn created(self, location: String) -> Self {
        self.status(StatusCode::CREATED).header("location", location)
    }

    /// 202: it goes on in the background.
    #[must_use]
    pub fn accepted(self) -> Self {
        self.status(StatusCode::ACCEPTED)
    }

    pub fn etag(&self) -> Option<&str> {
        self.headers.iter().find(|(name, _)| name == "etag").map(|(_, value)| value.as_str())
    }

    pub fn into_response(self) -> HttpResponse {
        match self.body {
            Content::Response(response) => response,
            Content::Bytes(bytes) => {
                let mut response = HttpResponse::build(self.status);
                for (name, value) in self.headers {
                    response.append_header((name, value));
                }
                response.body(bytes)
            }
        }
    }
}
