//! The search of the command palette: all kinds of records at once.

use actix_web::http::Method;
use guanxi_domain::{FieldCode, FieldError};
use guanxi_persistence::platform::search::{self, Hit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{TAG, malformed, parsed};
use crate::{Call, Endpoint, Reply, endpoint::signed_in, schema};

const DEFAULT: usize = 12;
const MOST: usize = 40;

#[derive(Debug, Serialize, ToSchema)]
pub struct SearchResult {
    pub items: Vec<SearchHit>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SearchHit {
    pub resource: String,
    pub id: String,
    pub title: String,
    #[schema(required = true)]
    pub subtitle: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SearchQuery {
    q: String,
    limit: Option<String>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let search = signed_in(Method::GET, "/search")
        .named("search_records", TAG, "Search customers, leads, contacts and people at once.")
        .param("q", schema::string())
        .param("limit", schema::integer())
        .returns::<SearchResult>(200)
        .to(async |call: Call| {
            let query: SearchQuery = call.query()?;
            let limit = parsed("limit", query.limit.as_deref())?.unwrap_or(DEFAULT);
            if limit == 0 || limit > MOST {
                return Err(malformed(FieldError::new("limit", FieldCode::OutOfRange).with("max", MOST)));
            }
            if query.q.trim().is_empty() {
                return Reply::json(&SearchResult { items: Vec::new() });
            }
            call.read(async |tx| {
                let hits = search::search(tx, &query.q, limit).await?;
                Reply::json(&SearchResult { items: hits.into_iter().map(tell).collect() })
            })
            .await
        });
    vec![search]
}

fn tell(hit: Hit) -> SearchHit {
    SearchHit { resource: hit.table.path(), id: hit.id, title: hit.title, subtitle: hit.subtitle }
}
