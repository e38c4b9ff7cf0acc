//! Opportunities over HTTP.

use actix_web::http::Method;
use guanxi_app::{
    opportunities::{
        history,
        verbs::{self, Loss, Reopening, ToPipeline, ToStage, Win},
    },
    ownership::ToUser,
    records,
};
use guanxi_domain::opportunities::opportunity;
use guanxi_persistence::opportunities::opportunity::Opportunity;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::TAG;
use crate::{Call, Endpoint, Json, Records, Reply, endpoint::needs};

/// Where a deal stood, from when to when, with what it was worth when it came there.
#[derive(Serialize, ToSchema)]
struct StageHistory {
    #[schema(value_type = Vec<Object>)]
    items: Vec<Map<String, Value>>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let opportunities = Records::editing::<Opportunity>(TAG).many_at_once::<Opportunity>();
    batches(verbs(opportunities)).and(stage_history()).endpoints()
}

fn verbs(opportunities: Records) -> Records {
    opportunities
        .verb::<Opportunity, Json<ToStage>, _>(
            "stage",
            opportunity::UPDATE,
            "Move an opportunity to another stage of its pipeline.",
            async |tx, id, Json(to)| verbs::move_to(tx, id, to).await,
        )
        .verb::<Opportunity, Json<ToPipeline>, _>(
            "change-pipeline",
            opportunity::UPDATE,
            "Let an opportunity begin anew in another pipeline.",
            async |tx, id, Json(to)| verbs::change_pipeline(tx, id, to).await,
        )
        .verb::<Opportunity, Json<Win>, _>(
            "win",
            opportunity::CLOSE,
            "Win an opportunity.",
            async |tx, id, Json(won)| verbs::win(tx, id, won).await,
        )
        .verb::<Opportunity, Json<Loss>, _>(
            "lose",
            opportunity::CLOSE,
            "Lose an opportunity, and say why.",
            async |tx, id, Json(why)| verbs::lose(tx, id, why).await,
        )
        .verb::<Opportunity, Json<Loss>, _>(
            "abandon",
            opportunity::CLOSE,
            "Give an opportunity up, and say why.",
            async |tx, id, Json(why)| verbs::abandon(tx, id, why).await,
        )
        .verb::<Opportunity, Json<Reopening>, _>(
            "reopen",
            opportunity::CLOSE,
            "Let an opportunity that has ended go on where it stood last.",
            async |tx, id, Json(why)| verbs::reopen(tx, id, why).await,
        )
        .verb::<Opportunity, Json<ToUser>, _>(
            "transfer",
            opportunity::TRANSFER,
            "Give an open opportunity to another owner.",
            async |tx, id, Json(to)| verbs::transfer(tx, id, to).await,
        )
}

fn batches(opportunities: Records) -> Records {
    opportunities
        .batch::<Opportunity, ToStage, _>(
            "stage",
            opportunity::UPDATE,
            "Move opportunities to another stage of their pipeline.",
            async |tx, ids, atomic, to| {
                records::each(tx, &ids, atomic, async |tx, id| verbs::move_to(tx, id, to).await.map(drop)).await
            },
        )
        .batch::<Opportunity, ToUser, _>(
            "transfer",
            opportunity::TRANSFER,
            "Give open opportunities to another owner.",
            async |tx, ids, atomic, to| verbs::transfer_all(tx, &ids, atomic, to).await,
        )
}

fn stage_history() -> Endpoint {
    needs(opportunity::READ, Method::GET, "/opportunities/{id}/stage-history")
        .named("get_opportunity_stage_history", TAG, "Tell where an opportunity stood, from when to when.")
        .returns::<StageHistory>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| Reply::json(&StageHistory { items: history::of(tx, id).await? })).await
        })
}
