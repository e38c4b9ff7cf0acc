//! Stages.

use guanxi_domain::{
    Error, Permission, Result,
    fields::Kind,
    opportunities::stage::{self, ForecastCategory, PRESETS, StageType, Way},
};
use sqlx::FromRow;
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, table::named};

pub struct Stage;

impl Record for Stage {
    const READ: Permission = stage::READ;
    const TABLE: &'static Table = &Table {
        name: "stages",
        noun: "stage",
        label: ["商机阶段", "Stage"],
        columns: &[
            Column::new("pipeline_id", Kind::Reference("pipelines"), "销售流程", "Pipeline").required().once(),
            Column::new("pipeline_name", Kind::Text, "销售流程", "Pipeline").named(named!("pipelines", "pipeline_id")),
            Column::new("name", Kind::Text, "名称", "Name").required().max(200),
            Column::new("position", Kind::Int, "顺序", "Position").filled(),
            Column::new("type", Kind::Choice(StageType::WORDS), "类型", "Type").filled().never(),
            Column::new("probability", Kind::Int, "赢率（%）", "Probability (%)").required(),
            Column::new("forecast_category", Kind::Choice(ForecastCategory::WORDS), "预测类别", "Forecast category")
                .required(),
            Column::new("max_days", Kind::Int, "停滞天数", "Stalled after days"),
            Column::new("contact_days", Kind::Int, "联系间隔（天）", "Contact after days"),
            Column::new("required_fields", Kind::Tags, "必填字段", "Fields to be filled").filled(),
            Column::new("required_tasks", Kind::Tags, "必做任务", "Tasks to be done").filled(),
            Column::new("min_activities", Kind::Int, "最少跟进次数", "Activities at least").filled(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", stage::UPDATE), Action::new("delete", stage::DELETE)],
        sort: "position",
        shown: &["name", "pipeline_name", "type", "probability", "forecast_category", "max_days"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// Gives a pipeline the stages that every one begins with.
pub async fn begin(tx: &mut Tx, pipeline: Uuid, max_days: u32, contact_days: u32) -> Result<()> {
    tx.rights_change();
    let days = |days: u32| i32::try_from(days).unwrap_or(i32::MAX);
    let ends = |kind: StageType| if kind == StageType::Open { 0 } else { 1000 };
    sqlx::query(
        "insert into stages (id, pipeline_id, name, position, type, probability, forecast_category, max_days, contact_days)
         select id, $1, name, position, type, probability, category,
             case when type = 'open' then $8 end, case when type = 'open' then $9 end
         from unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::int[], $7::text[])
             as stage (id, name, position, type, probability, category)",
    )
    .bind(pipeline)
    .bind(PRESETS.iter().map(|_| Uuid::now_v7()).collect::<Vec<_>>())
    .bind(PRESETS.iter().map(|preset| preset.zh).collect::<Vec<_>>())
    .bind((1..).zip(PRESETS).map(|(at, preset)| at + ends(preset.kind)).collect::<Vec<i32>>())
    .bind(PRESETS.iter().map(|preset| preset.kind.word()).collect::<Vec<_>>())
    .bind(PRESETS.iter().map(|preset| i32::from(preset.probability)).collect::<Vec<_>>())
    .bind(PRESETS.iter().map(|preset| preset.category.word()).collect::<Vec<_>>())
    .bind(days(max_days))
    .bind(days(contact_days))
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    #[sqlx(rename = "type")]
    kind: String,
    probability: i32,
    forecast_category: String,
    max_days: Option<i32>,
    contact_days: Option<i32>,
    required_fields: Vec<String>,
    required_tasks: Vec<String>,
    min_activities: i32,
}

impl TryFrom<Row> for stage::Stage {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let wrong = || Error::unexpected("not a stage");
        let small = |number: Option<i32>| number.map(u16::try_from).transpose().map_err(Error::unexpected);
        Ok(Self {
            id: row.id,
            kind: StageType::of_word(&row.kind).ok_or_else(wrong)?,
            probability: u8::try_from(row.probability).map_err(Error::unexpected)?,
            category: ForecastCategory::of_word(&row.forecast_category).ok_or_else(wrong)?,
            max_days: small(row.max_days)?,
            contact_days: small(row.contact_days)?,
            min_activities: small(Some(row.min_activities))?.unwrap_or_default(),
            name: row.name,
            required_fields: row.required_fields,
            required_tasks: row.required_tasks,
        })
    }
}

/// The stages of a pipeline, none of which changes or goes while a deal is on its way between them.
pub async fn held_way(tx: &mut Tx, pipeline: Uuid) -> Result<Way> {
    let sql = "select from stages where tenant_id = $1 and pipeline_id = $2 and deleted_at is null for share";
    sqlx::query(sql).bind(tx.tenant()).bind(pipeline).execute(tx.conn()).await?;
    way(tx, pipeline).await
}

/// The stages of a pipeline.
pub async fn way(tx: &mut Tx, pipeline: Uuid) -> Result<Way> {
    let sql = "select id, name, type, probability, forecast_category, max_days, contact_days, required_fields,
                   required_tasks, min_activities
               from stages where tenant_id = $1 and pipeline_id = $2 and deleted_at is null
               order by type <> 'open', position, id";
    let rows: Vec<Row> = sqlx::query_as(sql).bind(tx.tenant()).bind(pipeline).fetch_all(tx.conn()).await?;
    Ok(Way(rows.into_iter().map(TryInto::try_into).collect::<Result<_>>()?))
}

/// The place behind the open stages of a pipeline.
pub async fn next_position(tx: &mut Tx, pipeline: Uuid) -> Result<i32> {
    let sql = "select coalesce(max(position), 0) + 1 from stages
               where tenant_id = $1 and pipeline_id = $2 and type = 'open' and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(pipeline).fetch_one(tx.conn()).await?)
}

/// Puts the stages of a pipeline into the recycle bin with it.
pub async fn bury(tx: &mut Tx, pipeline: Uuid) -> Result<()> {
    tx.rights_change();
    let (now, actor) = (tx.now(), tx.actor().user);
    let sql = "update stages set deleted_at = $3, deleted_by = $4
               where tenant_id = $1 and pipeline_id = $2 and deleted_at is null";
    sqlx::query(sql).bind(tx.tenant()).bind(pipeline).bind(now).bind(actor).execute(tx.conn()).await?;
    Ok(())
}
