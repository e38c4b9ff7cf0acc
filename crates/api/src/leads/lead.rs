//! Leads: list, edit, and what is done with them.

use actix_web::http::Method;
use guanxi_app::leads::{
    convert::{self, Conversion, Preview},
    duplicates::{self, DuplicateLead},
    verbs::{self, Invalidation},
};
use guanxi_app::ownership as held;
use guanxi_app::ownership::{LetGo, ToUser};
use guanxi_domain::{access::lead, leads::lead::LeadDetails};
use guanxi_persistence::{leads::Lead, ownership, read};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Call, Endpoint, Json, Records, Reply, endpoint::needs, records::Nothing};

const TAG: &str = "leads";

pub fn endpoints() -> Vec<Endpoint> {
    Records::editing::<Lead>(TAG)
        .verb::<Lead, (), _>("claim", lead::CLAIM, "Take a lead out of its pool.", async |tx, id, ()| {
            held::claim::<Lead>(tx, id).await
        })
        .verb::<Lead, Json<ToUser>, _>("assign", lead::ASSIGN, "Give a lead to somebody.", async |tx, id, Json(to)| {
            held::assign::<Lead>(tx, id, to).await
        })
        .verb::<Lead, Json<ToUser>, _>(
            "transfer",
            lead::TRANSFER,
            "Give an owned lead to another owner.",
            async |tx, id, Json(to)| held::transfer::<Lead>(tx, id, to).await,
        )
        .verb::<Lead, Json<LetGo>, _>(
            "return",
            lead::RETURN,
            "Put a lead back into a pool.",
            async |tx, id, Json(why)| held::let_go::<Lead>(tx, id, why).await,
        )
        .verb::<Lead, Json<Invalidation>, _>(
            "invalidate",
            lead::INVALIDATE,
            "Say that a lead leads nowhere.",
            async |tx, id, Json(why)| verbs::invalidate(tx, id, why).await,
        )
        .verb::<Lead, (), _>("restore", lead::RESTORE, "Put an invalid lead back into a pool.", async |tx, id, ()| {
            verbs::restore(tx, id).await
        })
        .verb::<Lead, Json<Conversion>, _>(
            "convert",
            lead::CONVERT,
            "Make a customer and a contact of a lead, or link those that are there.",
            async |tx, id, Json(asked)| convert::convert(tx, id, asked).await,
        )
        .batch::<Lead, Nothing, _>(
            "claim",
            lead::CLAIM,
            "Take leads out of their pools.",
            async |tx, ids, atomic, _| held::claim_all::<Lead>(tx, &ids, atomic).await,
        )
        .batch::<Lead, ToUser, _>("assign", lead::ASSIGN, "Give leads to somebody.", async |tx, ids, atomic, to| {
            held::assign_all::<Lead>(tx, &ids, atomic, to).await
        })
        .batch::<Lead, ToUser, _>(
            "transfer",
            lead::TRANSFER,
            "Give owned leads to another owner.",
            async |tx, ids, atomic, to| held::transfer_all::<Lead>(tx, &ids, atomic, to).await,
        )
        .batch::<Lead, LetGo, _>("return", lead::RETURN, "Put leads back into a pool.", async |tx, ids, atomic, why| {
            held::let_go_all::<Lead>(tx, &ids, atomic, why).await
        })
        .many_at_once::<Lead>()
        .and(preview())
        .and(owner_log())
        .and(check_duplicates())
        .endpoints()
}

fn preview() -> Endpoint {
    needs(lead::CONVERT, Method::GET, "/leads/{id}/convert/preview")
        .named("preview_lead_conversion", TAG, "Tell what converting a lead would write, and what stands in its way.")
        .returns::<Preview>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| Reply::json(&convert::preview(tx, id).await?)).await
        })
}

/// One line of who had a lead.
#[derive(Serialize, ToSchema)]
struct OwnerLogLine {
    id: Uuid,
    /// `create`, `claim`, `assign`, `auto_assign`, `transfer`, `return`, `recycle`, `move`, `invalid`, `restore` or
    /// `convert`.
    kind: String,
    #[schema(value_type = String, format = DateTime)]
    at: String,
    by: Option<Uuid>,
    by_name: Option<String>,
    from_owner_id: Option<Uuid>,
    from_owner_name: Option<String>,
    to_owner_id: Option<Uuid>,
    to_owner_name: Option<String>,
    from_pool_id: Option<Uuid>,
    from_pool_name: Option<String>,
    to_pool_id: Option<Uuid>,
    to_pool_name: Option<String>,
    reason: Option<String>,
    note: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct OwnerLog {
    #[schema(value_type = Vec<OwnerLogLine>)]
    items: Vec<Value>,
    #[schema(required = true)]
    next_cursor: Option<String>,
}

fn owner_log() -> Endpoint {
    needs(lead::READ, Method::GET, "/leads/{id}/owner-log")
        .named("list_lead_owners", TAG, "Tell who had a lead, newest first.")
        .returns::<OwnerLog>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| {
                read::must_see::<Lead>(tx, id).await?;
                let items = ownership::history(tx, id).await?;
                Reply::json(&OwnerLog { items, next_cursor: None })
            })
            .await
        })
}

#[derive(Serialize, ToSchema)]
struct DuplicateLeads {
    items: Vec<DuplicateLead>,
}

fn check_duplicates() -> Endpoint {
    needs(lead::CREATE, Method::POST, "/leads/duplicates/check")
        .named("check_lead_duplicates", TAG, "Tell which leads a new one may be the same as.")
        .returns::<DuplicateLeads>(200)
        .to(async |call: Call<Json<LeadDetails>>| {
            let details = &call.body.0;
            call.read(async |tx| {
                let found = duplicates::find(tx, None, details).await?;
                Reply::json(&DuplicateLeads { items: found.0 })
            })
            .await
        })
}
