//! What a customer may buy, for how much and when (5.2, 5.5).

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use super::{
    line::{self, Line},
    stage::{ForecastCategory, Stage},
};
use crate::{
    Code as ErrorCode, CompetitorId, ContactId, CustomerId, Error, FieldCode, LeadId, PipelineId, Result, StageId,
    UserId,
    customers::or_default,
    error::FieldError,
    money::{Currency, is_amount},
    search::{self, Part},
    text::{Code, LongText, Name, Note, ShortText, Tag},
};

pub use crate::access::opportunity::*;

/// What people type in about an opportunity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpportunityDetails {
    pub name: Name,
    pub customer_id: CustomerId,
    /// With whom there; one of the customer's contacts.
    #[serde(default)]
    pub contact_id: Option<ContactId>,
    /// The default one where none is named.
    #[serde(default)]
    pub pipeline_id: Option<PipelineId>,
    /// Where it begins; in the first stage, if none is named.
    #[serde(default)]
    pub stage_id: Option<StageId>,
    /// Who gets it when it is created; the creator if nobody is named.
    #[serde(default)]
    pub owner_id: Option<UserId>,
    /// What the lines come to, where there are any; then nobody writes it.
    #[serde(default)]
    #[validate(custom(function = sound_amount))]
    pub amount: Option<Decimal>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 200), nested)]
    pub lines: Vec<Line>,
    /// That of the pipeline, else the organisation's, where none is named.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// In the place of the stage's probability, within the points that the organisation allows.
    #[serde(default)]
    #[validate(range(min = 1, max = 99))]
    pub probability_override: Option<u8>,
    /// In the place of the stage's category.
    #[serde(default)]
    #[validate(custom(function = open_category))]
    pub forecast_override: Option<ForecastCategory>,
    pub expected_close_on: NaiveDate,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub competitor_ids: Vec<CompetitorId>,
    #[serde(default)]
    pub source: Option<Code>,
    /// The lead that it came from.
    #[serde(default)]
    pub lead_id: Option<LeadId>,
    #[serde(default)]
    pub need_type: Option<Code>,
    /// The kinds of products that it is about. Two owners do not try to sell the same kind to one customer.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub categories: Vec<Tag>,
    #[serde(default)]
    pub next_step: Option<ShortText>,
    /// The tasks of its stages that are done, by their names.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 200))]
    pub done_tasks: Vec<Tag>,
    #[serde(default)]
    pub description: Option<LongText>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub tags: Vec<Tag>,
    /// What the organisation added, checked before it comes here. People write it field by field.
    #[serde(default)]
    #[schema(ignore)]
    pub custom: Map<String, Value>,
    /// The system that it came from, and its id there.
    #[serde(default)]
    pub external_source: Option<Code>,
    #[serde(default)]
    pub external_id: Option<ShortText>,
    /// Why it is to exist beside the deal of a colleague.
    #[serde(default)]
    pub collision_reason: Option<Note>,
}

fn sound_amount(amount: &Decimal) -> Result<(), ValidationError> {
    if is_amount(*amount) { Ok(()) } else { Err(ValidationError::new("out_of_range")) }
}

fn open_category(category: &ForecastCategory) -> Result<(), ValidationError> {
    if *category == ForecastCategory::Closed { Err(ValidationError::new("not_one_of")) } else { Ok(()) }
}

impl OpportunityDetails {
    /// Reckons lines and amount in its currency. Where there are lines, `written` is an amount that somebody wrote in the
    /// place of theirs.
    pub fn reckon(&mut self, currency: &Currency, written: bool) -> Result<()> {
        self.lines = std::mem::take(&mut self.lines).into_iter().map(|line| line.reckoned(currency)).collect();
        if self.lines.is_empty() {
            self.amount = Some(currency.round(self.amount.unwrap_or_default()));
            return Ok(());
        }
        if written {
            let mut error = Error::field("/amount", FieldCode::ReadOnly);
            if let Error::Refused(refusal) = &mut error {
                refusal.code = ErrorCode::AmountDerived;
            }
            return Err(error);
        }
        let total = line::total(&self.lines);
        if !is_amount(total) {
            return Err(Error::field("/lines", FieldCode::OutOfRange));
        }
        self.amount = Some(total);
        Ok(())
    }

    /// The probability that counts in a stage.
    pub fn probability(&self, stage: &Stage) -> u8 {
        self.probability_override.unwrap_or(stage.probability)
    }

    /// The category that counts in a stage.
    pub fn category(&self, stage: &Stage) -> ForecastCategory {
        self.forecast_override.unwrap_or(stage.category)
    }

    /// Refuses a probability that is too far from that of its stage.
    pub fn check_override(&self, stage: &Stage, range: u32) -> Result<()> {
        let Some(chosen) = self.probability_override else { return Ok(()) };
        let within = u32::from(chosen.abs_diff(stage.probability)) <= range;
        let (least, most) = (u32::from(stage.probability).saturating_sub(range).max(1), stage.probability.into());
        let most: u32 = most;
        let flaw = FieldError::new("/probability_override", FieldCode::OutOfRange);
        let flaw = flaw.with("min", least).with("max", (most + range).min(99));
        if within { Ok(()) } else { Err(Error::fields(vec![flaw])) }
    }

    /// Everything that it is found by.
    pub fn search_text(&self, no: &str) -> String {
        search::search_text([Part::name("name", &*self.name), Part::plain("no", no)])
    }
}

/// How a deal is shown that stays too long, or should have ended: the same rules stand as expressions in SQL.
#[derive(Debug, Clone, Copy)]
pub struct Ages {
    pub is_open: bool,
    pub stage_entered_on: NaiveDate,
    /// When something was last done about it.
    pub active_on: NaiveDate,
    pub expected_close_on: NaiveDate,
    pub max_days: Option<i64>,
}

impl Ages {
    pub fn stage_age_days(&self, today: NaiveDate) -> Option<i64> {
        self.is_open.then(|| crate::time::days(self.stage_entered_on, today))
    }

    /// It stands where it stood, or nobody did anything, for longer than its stage allows.
    pub fn is_stalled(&self, today: NaiveDate) -> bool {
        let since = self.stage_entered_on.min(self.active_on);
        self.is_open && self.max_days.is_some_and(|most| crate::time::days(since, today) > most)
    }

    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open && self.expected_close_on < today
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_deal_is_stalled_after_its_days_and_not_on_the_last() {
        let ages = |entered: &str, active: &str, is_open| Ages {
            is_open,
            stage_entered_on: date(entered),
            active_on: date(active),
            expected_close_on: date("2026-03-15"),
            max_days: Some(14),
        };
        let today = date("2026-03-16");
        assert!(!ages("2026-03-02", "2026-03-10", true).is_stalled(today));
        assert!(ages("2026-03-01", "2026-03-10", true).is_stalled(today));
        assert!(ages("2026-03-10", "2026-03-01", true).is_stalled(today), "moved, but nobody spoke");
        assert!(!ages("2026-03-01", "2026-03-10", false).is_stalled(today));
        assert!(ages("2026-03-10", "2026-03-10", true).is_overdue(today));
        assert!(!ages("2026-03-10", "2026-03-10", true).is_overdue(date("2026-03-15")));
        assert_eq!(ages("2026-03-02", "2026-03-02", true).stage_age_days(today), Some(14));
    }
}
