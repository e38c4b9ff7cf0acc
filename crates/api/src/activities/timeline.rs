//! Time-lines of leads and customers.

use actix_web::http::Method;
use guanxi_app::activities::timeline::{self, Question, Timeline};
use guanxi_domain::{Error, Permission, Result, access::lead, customers::customer};
use serde::Deserialize;

use crate::{Call, Endpoint, Reply, endpoint::needs, schema};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Asked {
    kind: Option<String>,
    limit: Option<String>,
    cursor: Option<String>,
}

/// What of a time-line a request asks for.
fn question(call: &Call) -> Result<Question> {
    let asked: Asked = call.query()?;
    let limit = asked.limit.map(|limit| limit.parse().map_err(|_| Error::malformed("limit"))).transpose()?;
    let kinds = asked.kind.iter().flat_map(|kinds| kinds.split(',')).filter(|kind| !kind.is_empty());
    Ok(Question { kinds: kinds.map(str::to_owned).collect(), limit, cursor: asked.cursor })
}

fn described(permission: Permission, path: &str, id: &str, what: &str) -> Endpoint {
    needs(permission, Method::GET, path)
        .named(id, super::TAG, what)
        .param("kind", schema::string())
        .param("limit", schema::integer())
        .param("cursor", schema::string())
        .returns::<Timeline>(200)
}

pub fn endpoints() -> Vec<Endpoint> {
    let of_customer = described(
        customer::READ,
        "/customers/{id}/timeline",
        "get_customer_timeline",
        "Tell what happened with a customer, newest first, with what happened to the leads it came from.",
    );
    let of_lead = described(
        lead::READ,
        "/leads/{id}/timeline",
        "get_lead_timeline",
        "Tell what happened with a lead, newest first.",
    );
    vec![
        of_customer.to(async |call: Call| {
            let (id, question) = (call.id()?, question(&call)?);
            call.read(async |tx| Reply::json(&timeline::of_customer(tx, id, &question).await?)).await
        }),
        of_lead.to(async |call: Call| {
            let (id, question) = (call.id()?, question(&call)?);
            call.read(async |tx| Reply::json(&timeline::of_lead(tx, id, &question).await?)).await
        }),
    ]
}
