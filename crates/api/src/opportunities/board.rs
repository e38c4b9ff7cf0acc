//! The board: one request for all that a kanban shows first.

use actix_web::http::Method;
use guanxi_app::opportunities::board::{self, Lane};
use guanxi_domain::{
    Error, Result,
    opportunities::{
        opportunity,
        stage::{ForecastCategory, StageType},
    },
};
use guanxi_persistence::{Record, opportunities::opportunity::Opportunity};
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use uuid::Uuid;

use super::TAG;
use crate::{Call, Endpoint, Reply, endpoint::needs, list, schema};

/// A stage with what stands in it; sums are in the organisation's currency, null where amounts are hidden.
#[derive(Serialize, ToSchema)]
struct BoardLane {
    id: Uuid,
    name: String,
    #[serde(rename = "type")]
    kind: StageType,
    probability: u8,
    forecast_category: ForecastCategory,
    max_days: Option<u16>,
    count: i64,
    amount: Option<String>,
    weighted_amount: Option<String>,
    #[schema(value_type = Vec<Object>)]
    items: Box<RawValue>,
    /// Goes on in `GET /opportunities?status=open&stage_id=…` with the same filter and order.
    next_cursor: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct Board {
    pipeline_id: Uuid,
    stages: Vec<BoardLane>,
}

pub fn endpoint() -> Endpoint {
    let mut endpoint = needs(opportunity::READ, Method::GET, "/opportunities/board")
        .named("get_opportunity_board", TAG, "Show the open opportunities of a pipeline by their stages.")
        .returns::<Board>(200);
    for (name, kind) in [
        ("pipeline_id", schema::uuid()),
        ("filter", schema::string()),
        ("sort", schema::string()),
        ("limit", schema::integer()),
        ("fields", schema::string()),
        ("q", schema::string()),
    ] {
        endpoint = endpoint.param(name, kind);
    }
    endpoint.to(async |call: Call| {
        let mut query = call.list_query(Opportunity::TABLE)?;
        let pairs = list::pairs(call.request.query_string());
        let named = pairs.iter().find(|(key, _)| key == "pipeline_id").map(|(_, id)| id.parse());
        let pipeline = named.transpose().map_err(|_| Error::malformed("pipeline_id"))?;
        query.limit = query.limit.or(Some(20));
        call.read(async |tx| {
            let (pipeline_id, lanes) = board::of(tx, pipeline, &query).await?;
            let stages = lanes.into_iter().map(lane).collect::<Result<_>>()?;
            Reply::json(&Board { pipeline_id, stages })
        })
        .await
    })
}

fn lane(lane: Lane) -> Result<BoardLane> {
    let items = String::from_utf8(lane.page.items).map_err(Error::unexpected)?;
    Ok(BoardLane {
        id: lane.stage.id,
        name: lane.stage.name,
        kind: lane.stage.kind,
        probability: lane.stage.probability,
        forecast_category: lane.stage.category,
        max_days: lane.stage.max_days,
        count: lane.count,
        amount: lane.amount,
        weighted_amount: lane.weighted,
        items: RawValue::from_string(items).map_err(Error::unexpected)?,
        next_cursor: lane.page.next_cursor,
    })
}
