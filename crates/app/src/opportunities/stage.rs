//! Stages: those that end a pipeline are only renamed, those that deals stand in stay (5.4).

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result,
    error::FieldError,
    opportunities::stage::{self, StageDetails, StageType},
    settings as keys,
};
use guanxi_persistence::{
    Locked, Record, Tx,
    opportunities::{
        opportunity::{self as opportunities, Opportunity},
        pipeline::{self as pipelines, Pipeline},
        stage::{self as store, Stage},
    },
    read, settings,
    table::Write,
    write,
};
use serde_json::{Map, Value, json};

use crate::{
    body,
    records::{self, Editable, Saved},
};

impl Editable for Stage {
    type Details = StageDetails;
    const CREATE: Permission = stage::CREATE;
    const UPDATE: Permission = stage::UPDATE;
    const DELETE: Permission = stage::DELETE;

    async fn begins_with(tx: &mut Tx) -> Result<Map<String, Value>> {
        let settings = settings::load(tx).await?;
        body::object(&json!({
            "max_days": settings.get(keys::STAGE_MAX_DAYS),
            "contact_days": settings.get(keys::STAGE_CONTACT_DAYS),
        }))
    }

    async fn create(tx: &mut Tx, mut details: StageDetails) -> Result<Saved> {
        pipelines::lock(tx).await?;
        check(tx, &details, StageType::Open).await?;
        let pipeline = details.pipeline_id.0;
        read::lock_known::<Pipeline>(tx, &[pipeline])
            .await?
            .pop()
            .ok_or_else(|| Error::field("/pipeline_id", FieldCode::UnknownReference))?;
        if details.position.is_none() {
            details.position = u16::try_from(store::next_position(tx, pipeline).await?).ok();
        }
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: StageDetails) -> Result<Saved> {
        pipelines::lock(tx).await?;
        check(tx, &details, kind(record)?).await?;
        let before: StageDetails = records::details(record)?;
        details.position = details.position.or(before.position);
        records::save(tx, record, &details, Map::new()).await?;
        let counts = |details: &StageDetails| (details.probability, details.forecast_category, details.max_days);
        if counts(&before) != counts(&details)
            && let Some(stage) = store::way(tx, details.pipeline_id.0).await?.find(record.id)
        {
            opportunities::follow_stage(tx, stage).await?;
        }
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        pipelines::lock(tx).await?;
        let details: StageDetails = records::details(record)?;
        let kind = kind(record)?;
        if kind != StageType::Open {
            return Err(Error::invalid_state(kind.word(), "delete", &[]));
        }
        let way = store::way(tx, details.pipeline_id.0).await?;
        if way.open().all(|stage| stage.id == record.id) {
            return Err(Error::new(Code::HasDependents).with("counts", json!({"pipelines": 1})));
        }
        let standing = opportunities::standing(tx, record.id).await?;
        if standing > 0 {
            return Err(Error::new(Code::HasDependents).with("counts", json!({"opportunities": standing})));
        }
        write::delete(tx, record).await
    }
}

fn kind(record: &Locked<Stage>) -> Result<StageType> {
    let kind = record.text("type").and_then(StageType::of_word);
    kind.ok_or_else(|| Error::unexpected("a stage without a type"))
}

/// What the type cannot say: a stage asks for what people can fill.
async fn check(tx: &mut Tx, details: &StageDetails, kind: StageType) -> Result<()> {
    let table = tx.table(Opportunity::TABLE).await?;
    let fillable = |key: &str| {
        let column = table.column(key).filter(|column| column.is_stored());
        column.is_some_and(|column| matches!(column.write, Write::Free))
    };
    let unknown = details.required_fields.iter().enumerate().filter(|(_, key)| !fillable(key));
    let unknown =
        unknown.map(|(index, _)| FieldError::new(format!("/required_fields/{index}"), FieldCode::UnknownReference));
    let wrong: Vec<FieldError> = details.wrong(kind).into_iter().chain(unknown).collect();
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}
