//! The open deals of one pipeline by their stages: what each comes to, and its first ones.

use guanxi_domain::{
    Code, Error, Result,
    filter::Filter,
    opportunities::{opportunity, stage::Stage},
    page::ListQuery,
};
use guanxi_persistence::{
    Tx,
    opportunities::{opportunity::Opportunity, pipeline, stage as stages},
    read::{self, PageBody},
};
use rust_decimal::Decimal;
use uuid::Uuid;

/// One column of the board. Sums are in the organisation's currency; nothing where the reader may not see amounts.
pub struct Lane {
    pub stage: Stage,
    pub count: i64,
    pub amount: Option<String>,
    pub weighted: Option<String>,
    pub page: PageBody,
}

/// The board of a pipeline, the default one where none is named, of what a list asked for the same would show.
pub async fn of(tx: &mut Tx, pipeline_id: Option<Uuid>, query: &ListQuery) -> Result<(Uuid, Vec<Lane>)> {
    let pipeline = match pipeline_id {
        Some(id) => id,
        None => pipeline::default(tx).await?.ok_or_else(|| Error::new(Code::NotFound))?,
    };
    let way = stages::way(tx, pipeline).await?;
    if way.0.is_empty() {
        return Err(Error::not_found("pipeline"));
    }
    let asked = |more: Filter| {
        let filter = Filter::And(vec![more, Filter::equals("status", "open")]).and(query.filter.clone());
        ListQuery { filter: Some(filter), ..query.clone() }
    };
    let in_pipeline = asked(Filter::equals("pipeline_id", pipeline.to_string()));
    let sums = ["amount_base", "weighted_amount"];
    let totals = read::totals::<Opportunity>(tx, opportunity::READ, &in_pipeline, &["stage_id"], &sums).await?;
    let mut lanes = Vec::new();
    for stage in way.open() {
        let id = stage.id.to_string();
        let page = read::page::<Opportunity>(tx, &asked(Filter::equals("stage_id", id.as_str()))).await?;
        let total = totals.iter().find(|total| total.of.first() == Some(&Some(id.clone())));
        // Where nothing stands there is nothing to sum up; whether sums are shown is alike for all.
        let sum = |at: usize| match total {
            Some(total) => total.sums.get(at).copied().flatten(),
            None => read::shows::<Opportunity>(tx, sums.get(at).copied().unwrap_or_default()).then_some(Decimal::ZERO),
        };
        let shown = |mut amount: Decimal| {
            amount.rescale(2);
            amount.to_string()
        };
        let (amount, weighted) = (sum(0).map(shown), sum(1).map(shown));
        lanes.push(Lane { stage: stage.clone(), count: total.map_or(0, |total| total.count), amount, weighted, page });
    }
    Ok((pipeline, lanes))
}
