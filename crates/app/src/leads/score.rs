//! How promising leads are (2.6).

use std::sync::Arc;

use guanxi_domain::{
    Result,
    filter_eval::Moment,
    leads::{
        lead::LeadDetails,
        scoring::{self, Scale, ScoringRule},
    },
    settings,
};
use guanxi_persistence::{Tx, leads::rules};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::body;

/// The organisation's rules, ready to be asked about any number of leads.
pub struct Scorer {
    rules: Arc<[ScoringRule]>,
    scale: Scale,
    fiscal_start_month: u32,
}

impl Scorer {
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        let settings = guanxi_persistence::settings::load(tx).await?;
        Ok(Self {
            rules: rules::scoring_rules(tx).await?,
            scale: Scale::of(&settings),
            fiscal_start_month: settings.get(settings::FISCAL_START_MONTH),
        })
    }

    pub fn rate(&self, tx: &Tx, lead: &Map<String, Value>) -> (u32, &'static str) {
        let moment =
            Moment { today: tx.today(), zone: tx.actor().zone, fiscal_start_month: self.fiscal_start_month, me: None };
        let score = scoring::score(&self.rules, lead, &[], &self.scale, &moment);
        (score.value, score.grade.into())
    }
}

/// `score` and `grade` of a lead with these details; `rest` are its other columns.
pub async fn of(tx: &mut Tx, details: &LeadDetails, rest: &Map<String, Value>) -> Result<Map<String, Value>> {
    let mut lead = rest.clone();
    lead.extend(body::object(details)?);
    lead.insert("name".to_owned(), details.name().into());
    let scorer = Scorer::load(tx).await?;
    let (score, grade) = scorer.rate(tx, &lead);
    Ok(super::object(json!({ "score": score, "grade": grade })))
}

/// Tells that a lead's score changed, and that it became one of the best.
pub async fn tell(tx: &mut Tx, id: Uuid, before: Option<&Value>, after: Option<&Value>) -> Result<()> {
    let reached_a = before != after && after.and_then(Value::as_str) == Some("A");
    tx.emit("lead.score_changed", "leads", id, json!({ "from": before, "grade": after, "reached_a": reached_a })).await
}
