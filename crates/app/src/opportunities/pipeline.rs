//! Pipelines: one is the default, and each has three stages at its end (5.2).

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result,
    opportunities::pipeline::{self, PipelineDetails},
    settings as keys,
    text::Name,
};
use guanxi_persistence::{
    Locked, Tx,
    opportunities::{
        opportunity as opportunities,
        pipeline::{self as store, Pipeline},
        stage as stages,
    },
    settings, write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::{
    body,
    records::{self, Editable, Saved},
};

/// What the pipeline of a new organisation is called.
const FIRST: &str = "默认销售流程";

/// Gives a new organisation its default pipeline.
pub async fn set_up(tx: &mut Tx) -> Result<()> {
    let name = Name::new(FIRST).map_err(Error::unexpected)?;
    let mut details = Pipeline::begins_with(tx).await?;
    details.extend(body::object(&json!({"name": name, "is_default": true}))?);
    insert(tx, &body::read(Value::Object(details))?).await.map(drop)
}

impl Editable for Pipeline {
    type Details = PipelineDetails;
    const CREATE: Permission = pipeline::CREATE;
    const UPDATE: Permission = pipeline::UPDATE;
    const DELETE: Permission = pipeline::DELETE;

    async fn begins_with(tx: &mut Tx) -> Result<Map<String, Value>> {
        let settings = settings::load(tx).await?;
        body::object(&json!({
            "allow_backward": settings.get(keys::PIPELINE_BACKWARD),
            "allow_skip": settings.get(keys::PIPELINE_SKIP),
            "allow_reopen": settings.get(keys::PIPELINE_REOPEN),
        }))
    }

    async fn create(tx: &mut Tx, details: PipelineDetails) -> Result<Saved> {
        switch(tx, None, &details).await?;
        Ok(Saved::new(insert(tx, &details).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: PipelineDetails) -> Result<Saved> {
        switch(tx, Some(record), &details).await?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        store::lock(tx).await?;
        if is_default(record) {
            return Err(Error::invalid_state("default", "delete", &[]));
        }
        let deals = opportunities::of_pipeline(tx, record.id).await?;
        if deals > 0 {
            return Err(Error::new(Code::HasDependents).with("counts", json!({"opportunities": deals})));
        }
        stages::bury(tx, record.id).await?;
        write::delete(tx, record).await
    }
}

async fn insert(tx: &mut Tx, details: &PipelineDetails) -> Result<Uuid> {
    let id = records::insert::<Pipeline>(tx, details, Map::new()).await?;
    let settings = settings::load(tx).await?;
    stages::begin(tx, id, settings.get(keys::STAGE_MAX_DAYS), settings.get(keys::STAGE_CONTACT_DAYS)).await?;
    Ok(id)
}

fn is_default(record: &Locked<Pipeline>) -> bool {
    record.row.get("is_default").and_then(Value::as_bool).unwrap_or_default()
}

/// Makes room for a new default; there is always one, and it is in use.
async fn switch(tx: &mut Tx, record: Option<&Locked<Pipeline>>, details: &PipelineDetails) -> Result<()> {
    store::lock(tx).await?;
    if details.is_default && !details.active {
        return Err(Error::field("/active", FieldCode::Invalid));
    }
    if !details.is_default && record.is_some_and(is_default) {
        return Err(Error::field("/is_default", FieldCode::Invalid));
    }
    if details.is_default {
        store::clear_default(tx, record.map(|record| record.id)).await?;
    }
    Ok(())
}
