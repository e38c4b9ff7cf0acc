//! A step on the way of a deal, and what must be done before it is left (5.2–5.4).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    Code, Error, FieldCode, FieldError, PipelineId, Result,
    customers::{choices, or_default},
    text::{Name, Tag},
};

pub use crate::access::stage::*;

choices! {
    /// Whether a deal goes on from here, and if not, how it ended.
    StageType { Open = "open", Won = "won", Lost = "lost", Abandoned = "abandoned" }
    /// What a deal counts as in the forecast.
    ForecastCategory {
        Pipeline = "pipeline", BestCase = "best_case", Commit = "commit", Omitted = "omitted", Closed = "closed",
    }
}

/// What people type in about a stage. Each pipeline has three that they only rename: won, lost, abandoned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StageDetails {
    pub pipeline_id: PipelineId,
    pub name: Name,
    /// Its place among the stages; behind the others where nothing is said.
    #[serde(default)]
    #[validate(range(max = 9999))]
    pub position: Option<u16>,
    #[validate(range(max = 100))]
    pub probability: u8,
    pub forecast_category: ForecastCategory,
    /// A deal that stays longer is stalled.
    #[serde(default)]
    #[validate(range(min = 1, max = 3650))]
    pub max_days: Option<u16>,
    /// After how many days somebody is to speak about a deal that came here.
    #[serde(default)]
    #[validate(range(min = 1, max = 3650))]
    pub contact_days: Option<u16>,
    /// Keys of opportunities that must be filled before the stage is left forward.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub required_fields: Vec<Tag>,
    /// What must have been done by then: names that stand in the opportunity's `done_tasks`.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub required_tasks: Vec<Tag>,
    /// How often somebody must have spoken about the deal by then.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(range(max = 1000))]
    pub min_activities: u16,
}

impl StageDetails {
    /// What contradicts the type of the stage.
    pub fn wrong(&self, kind: StageType) -> Vec<FieldError> {
        use ForecastCategory::{Closed, Omitted};
        let (least, most, fits) = match kind {
            StageType::Open => (1, 99, self.forecast_category != Closed),
            StageType::Won => (100, 100, self.forecast_category == Closed),
            StageType::Lost | StageType::Abandoned => (0, 0, self.forecast_category == Omitted),
        };
        let mut wrong = Vec::new();
        if !(least..=most).contains(&self.probability) {
            let flaw = FieldError::new("/probability", FieldCode::OutOfRange);
            wrong.push(flaw.with("min", least).with("max", most));
        }
        if !fits {
            wrong.push(FieldError::new("/forecast_category", FieldCode::NotOneOf));
        }
        wrong
    }
}

/// A stage that every pipeline begins with.
pub struct Preset {
    pub zh: &'static str,
    pub kind: StageType,
    pub probability: u8,
    pub category: ForecastCategory,
}

const fn preset(zh: &'static str, kind: StageType, probability: u8, category: ForecastCategory) -> Preset {
    Preset { zh, kind, probability, category }
}

/// The way that deals go where nobody said otherwise (5.3).
pub const PRESETS: &[Preset] = &[
    preset("需求发现", StageType::Open, 20, ForecastCategory::Pipeline),
    preset("需求确认", StageType::Open, 40, ForecastCategory::Pipeline),
    preset("方案报价", StageType::Open, 60, ForecastCategory::BestCase),
    preset("商务谈判", StageType::Open, 80, ForecastCategory::Commit),
    preset("赢单", StageType::Won, 100, ForecastCategory::Closed),
    preset("输单", StageType::Lost, 0, ForecastCategory::Omitted),
    preset("放弃", StageType::Abandoned, 0, ForecastCategory::Omitted),
];

/// A stage as what a move asks of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    pub id: Uuid,
    pub name: String,
    pub kind: StageType,
    pub probability: u8,
    pub category: ForecastCategory,
    pub max_days: Option<u16>,
    pub contact_days: Option<u16>,
    pub required_fields: Vec<String>,
    pub required_tasks: Vec<String>,
    pub min_activities: u16,
}

/// What a deal has to show.
pub trait Evidence {
    fn is_filled(&self, field: &str) -> bool;
    fn is_done(&self, task: &str) -> bool;
    fn activities(&self) -> u32;
}

/// What a pipeline lets its deals do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Freedom {
    pub backward: bool,
    pub skip: bool,
}

/// The stages of a pipeline in their order, those that end it last.
#[derive(Debug, Clone, PartialEq)]
pub struct Way(pub Vec<Stage>);

impl Way {
    pub fn find(&self, id: Uuid) -> Option<&Stage> {
        self.0.iter().find(|stage| stage.id == id)
    }

    pub fn first(&self) -> Option<&Stage> {
        self.open().next()
    }

    pub fn end(&self, kind: StageType) -> Option<&Stage> {
        self.0.iter().find(|stage| stage.kind == kind)
    }

    pub fn open(&self) -> impl Iterator<Item = &Stage> {
        self.0.iter().filter(|stage| stage.kind == StageType::Open)
    }

    /// Where a deal goes when it is moved from one stage to another, or why it may not (5.4). Whoever wants to end it
    /// says how it ended.
    pub fn step(&self, from: Uuid, to: Uuid, freedom: Freedom, deal: &impl Evidence) -> Result<&Stage> {
        let Some(target) = self.find(to) else { return Err(Error::field("/stage_id", FieldCode::UnknownReference)) };
        let open: Vec<&Stage> = self.open().collect();
        let place = |id: Uuid| open.iter().position(|stage| stage.id == id);
        let Some(at) = place(from) else { return Err(Error::unexpected("an open deal in a stage that is none")) };
        let allowed: Vec<String> = open
            .iter()
            .enumerate()
            .filter(|(index, _)| {
                *index != at && (freedom.backward || *index > at) && (freedom.skip || index.abs_diff(at) == 1)
            })
            .map(|(_, stage)| stage.id.to_string())
            .collect();
        let Some(there) = place(to).filter(|_| allowed.contains(&to.to_string())) else {
            let state = self.find(from).map(|stage| stage.name.as_str()).unwrap_or_default();
            let error = Error::invalid_state(state, "stage", &[]);
            return Err(error.with("allowed", allowed).with("target", target.name.as_str()));
        };
        let missing: Vec<FieldError> = open
            .iter()
            .enumerate()
            .filter(|(at_, _)| (at..there).contains(at_))
            .flat_map(|(_, s)| s.missing(deal))
            .collect();
        if missing.is_empty() { Ok(target) } else { Err(unfinished(missing)) }
    }
}

fn unfinished(missing: Vec<FieldError>) -> Error {
    let mut error = Error::fields(missing);
    if let Error::Refused(refusal) = &mut error {
        refusal.code = Code::StageRequirements;
    }
    error
}

impl Stage {
    /// What is still to be done before a deal leaves this stage.
    fn missing(&self, deal: &impl Evidence) -> Vec<FieldError> {
        let said = |pointer: String| {
            let flaw = FieldError::new(pointer, FieldCode::Required);
            flaw.with("stage_id", self.id.to_string()).with("stage", self.name.as_str())
        };
        let fields =
            self.required_fields.iter().filter(|field| !deal.is_filled(field)).map(|key| said(format!("/{key}")));
        let tasks = self.required_tasks.iter().filter(|task| !deal.is_done(task));
        let tasks = tasks.map(|task| said("/done_tasks".to_owned()).with("task", task.as_str()));
        let mut missing: Vec<FieldError> = fields.chain(tasks).collect();
        if deal.activities() < self.min_activities.into() {
            missing.push(said("/activities".to_owned()).with("min", self.min_activities));
        }
        missing
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    struct Deal {
        fields: Vec<&'static str>,
        tasks: Vec<&'static str>,
    }

    impl Evidence for Deal {
        fn is_filled(&self, field: &str) -> bool {
            self.fields.contains(&field)
        }

        fn is_done(&self, task: &str) -> bool {
            self.tasks.contains(&task)
        }

        fn activities(&self) -> u32 {
            0
        }
    }

    const FREE: Freedom = Freedom { backward: true, skip: true };

    fn way() -> Way {
        let stages = PRESETS.iter().map(|preset| Stage {
            id: Uuid::now_v7(),
            name: preset.zh.to_owned(),
            kind: preset.kind,
            probability: preset.probability,
            category: preset.category,
            max_days: None,
            contact_days: None,
            required_fields: Vec::new(),
            required_tasks: Vec::new(),
            min_activities: 0,
        });
        Way(stages.collect())
    }

    fn codes(error: &Error) -> Vec<String> {
        let Error::Refused(refusal) = error else { panic!("{error}") };
        refusal.fields.iter().map(|field| field.pointer.to_string()).collect()
    }

    #[test]
    fn all_that_is_missing_in_stages_left_or_skipped_is_named_at_once() {
        let mut way = way();
        way.0[2].required_fields = vec!["need_type".to_owned()];
        way.0[2].required_tasks = vec!["需求调研".to_owned()];
        let (first, last) = (way.0[0].id, way.0[3].id);
        let empty = Deal { fields: vec![], tasks: vec![] };
        let error = way.step(first, last, FREE, &empty).unwrap_err();
        assert_eq!(error.code(), Code::StageRequirements);
        assert_eq!(codes(&error), ["/need_type", "/done_tasks"]);
        // Into the stage itself, and back, nothing of it is asked.
        assert!(way.step(first, way.0[2].id, FREE, &empty).is_ok());
        assert!(way.step(last, first, FREE, &empty).is_ok());
        let ready = Deal { fields: vec!["need_type"], tasks: vec!["需求调研"] };
        assert_eq!(way.step(first, last, FREE, &ready).unwrap().name, "商务谈判");
    }

    #[test]
    fn a_stage_that_ends_the_deal_is_no_stage_to_move_to() {
        let way = way();
        let deal = Deal { fields: vec![], tasks: vec![] };
        for end in &way.0[4..] {
            assert_eq!(way.step(way.0[0].id, end.id, FREE, &deal).unwrap_err().code(), Code::InvalidState);
        }
        assert_eq!(way.step(way.0[0].id, Uuid::now_v7(), FREE, &deal).unwrap_err().code(), Code::Validation);
    }

    proptest! {
        #[test]
        fn a_deal_goes_where_its_pipeline_lets_it(from in 0..4_usize, to in 0..4_usize, backward: bool, skip: bool) {
            let way = way();
            let deal = Deal { fields: vec![], tasks: vec![] };
            let moved = way.step(way.0[from].id, way.0[to].id, Freedom { backward, skip }, &deal);
            let fits = from != to && (backward || to > from) && (skip || from.abs_diff(to) == 1);
            prop_assert_eq!(moved.is_ok(), fits);
        }
    }

    #[test]
    fn the_stages_of_the_product_fit_their_types() {
        for preset in PRESETS {
            let details = StageDetails {
                pipeline_id: PipelineId::new(),
                name: Name::new(preset.zh).unwrap(),
                position: None,
                probability: preset.probability,
                forecast_category: preset.category,
                max_days: None,
                contact_days: None,
                required_fields: vec![],
                required_tasks: vec![],
                min_activities: 0,
            };
            assert!(details.wrong(preset.kind).is_empty());
            assert!(preset.kind == StageType::Open || !details.wrong(StageType::Open).is_empty());
        }
    }
}
