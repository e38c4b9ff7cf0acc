//! Pools, rules and quotas.

use actix_web::http::Method;
use guanxi_app::ownership;
use guanxi_persistence::leads::{AssignmentRule, CapacityRule, LeadPool, ScoringRule};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Call, Endpoint, Records, Reply, endpoint::signed_in};

const TAG: &str = "leads";

pub fn endpoints() -> Vec<Endpoint> {
    [
        Records::editing::<LeadPool>(TAG).endpoints(),
        Records::editing::<AssignmentRule>(TAG).endpoints(),
        Records::editing::<ScoringRule>(TAG).endpoints(),
        Records::editing::<CapacityRule>(TAG).endpoints(),
        vec![quotas()],
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the caller may still take out of one pool.
#[derive(Serialize, ToSchema)]
struct QuotaLine {
    /// What lies in the pool: `lead` or `customer`.
    object: String,
    pool_id: Uuid,
    pool_name: String,
    is_admin: bool,
    may_claim: bool,
    #[schema(required = true)]
    daily_limit: Option<u32>,
    claimed_today: u32,
    /// Null is any number.
    #[schema(required = true)]
    daily_remaining: Option<u32>,
    /// The most that he may hold of this kind, out of all pools together.
    #[schema(required = true)]
    cap: Option<u32>,
    held: u32,
    /// What is left of `cap` and `pool_cap`, whichever is less.
    #[schema(required = true)]
    cap_remaining: Option<u32>,
    /// The most that he may hold out of this pool.
    #[schema(required = true)]
    pool_cap: Option<u32>,
    pool_held: u32,
}

#[derive(Serialize, ToSchema)]
struct Quotas {
    #[schema(value_type = Vec<QuotaLine>)]
    items: Vec<Value>,
}

fn quotas() -> Endpoint {
    signed_in(Method::GET, "/me/quotas")
        .named("list_my_quotas", TAG, "Tell what I may still claim today, and hold.")
        .param("object", crate::schema::string())
        .returns::<Quotas>(200)
        .to(async |call: Call| {
            #[derive(serde::Deserialize)]
            #[serde(deny_unknown_fields)]
            struct Asked {
                object: Option<String>,
            }
            let asked: Asked = call.query()?;
            call.read(async |tx| Reply::json(&Quotas { items: ownership::quotas(tx, asked.object.as_deref()).await? }))
                .await
        })
}
