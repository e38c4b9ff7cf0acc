//! Opportunities, pipelines, and what belongs to them, over HTTP.

mod board;
mod forecast;
mod opportunity;

use guanxi_persistence::opportunities::{
    competitor::Competitor, exchange_rate::ExchangeRate, pipeline::Pipeline, stage::Stage,
};

use crate::{Endpoint, Records};

const TAG: &str = "opportunities";

pub fn endpoints() -> Vec<Endpoint> {
    let pipelines = Records::editing::<Pipeline>(TAG).endpoints();
    let stages = Records::editing::<Stage>(TAG).endpoints();
    let competitors = Records::editing::<Competitor>(TAG).endpoints();
    let rates = Records::editing::<ExchangeRate>(TAG).endpoints();
    [opportunity::endpoints(), vec![board::endpoint()], forecast::endpoints(), pipelines, stages, competitors, rates]
        .into_iter()
        .flatten()
        .collect()
}
