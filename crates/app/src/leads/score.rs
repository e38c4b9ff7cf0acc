//! How promising leads are (2.6).

use guanxi_domain::{
    Result, ScoringRuleId,
    filter::Filter,
    filter_eval::Moment,
    leads::{
        lead::LeadDetails,
        scoring::{self, RuleKind, Scale, ScoringRule},
    },
    settings,
};
use guanxi_persistence::{Tx, leads::rules};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::body;

#[derive(Deserialize)]
struct Stored {
    id: Uuid,
    kind: RuleKind,
    condition: Value,
    points: i32,
    max_points: Option<i32>,
}

/// The organisation's rules, ready to be asked about any number of leads.
pub struct Scorer {
    rules: Vec<ScoringRule>,
    scale: Scale,
    fiscal_start_month: u32,
}

impl Scorer {
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        let settings = guanxi_persistence::settings::load(tx).await?;
        let stored = rules::scoring_rules(tx).await?;
        // A condition was checked when it was written; one that is no longer understood counts for nothing.
        let rules = stored.into_iter().filter_map(|value| {
            let rule: Stored = serde_json::from_value(value).ok()?;
            Some(ScoringRule {
                id: ScoringRuleId(rule.id),
                kind: rule.kind,
                condition: Filter::from_value(&rule.condition).ok()?,
                points: rule.points,
                max_points: rule.max_points,
            })
        });
        Ok(Self {
            rules: rules.collect(),
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
