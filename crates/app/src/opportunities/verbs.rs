//! What happens to opportunities on their way: they move, are won, lost, given up, opened again, change hands (5.4).

use chrono::NaiveDate;
use guanxi_domain::{
    Code as ErrorCode, CompetitorId, Error, FieldCode, PipelineId, Result, StageId, UserId,
    access::opportunity,
    activities::rhythm::evening,
    dictionaries::COMPETITOR,
    error::FieldError,
    life::Life,
    money::{Currency, is_amount},
    opportunities::{
        opportunity::OpportunityDetails,
        stage::{Stage, StageType},
        state::{Event, Status},
    },
    ownership::HeldObject,
    settings as keys,
    text::{Code, Note},
    time,
};
use guanxi_persistence::{
    Locked, Tx,
    opportunities::{
        alerts, history,
        opportunity::{self as store, Opportunity},
        pipeline::Pipeline,
        stage as stages,
    },
    platform::references,
    read, settings, write,
};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::{
    evidence,
    opportunity::{freedom, guarded_way, id_of, in_use, status},
};
use crate::{
    activities::{about, dates},
    body, ownership,
    records::{self, BatchResult, Saved},
};

const TABLE: &str = "opportunities";

// ── On the way ───────────────────────────────────────────────────────────────────────────

/// Where a deal goes.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToStage {
    pub stage_id: StageId,
    /// Where the caller saw it; refused if it is somewhere else by now.
    #[serde(default)]
    pub from_stage_id: Option<StageId>,
    #[serde(default)]
    pub note: Option<Note>,
}

/// Moves a deal within its pipeline.
pub async fn move_to(tx: &mut Tx, id: Uuid, to: &ToStage) -> Result<Saved> {
    let record = read::lock::<Opportunity>(tx, opportunity::UPDATE, id).await?;
    let from = id_of(&record, "stage_id")?;
    if to.from_stage_id.is_some_and(|seen| seen.0 != from) {
        return Err(Error::new(ErrorCode::StaleStage).with("stage_id", from.to_string()));
    }
    status(&record)?.transition(Event::Moved)?;
    let pipeline = pipeline_of(tx, &record).await?;
    let way = guarded_way(tx, pipeline.id).await?;
    let count = store::activities(tx, id).await?;
    let deal = evidence::of(tx, record.row.clone(), count).await?;
    let stage = way.step(from, to.stage_id.0, freedom(&pipeline), &deal)?.clone();
    let told = json!({"from_stage_id": from, "to_stage_id": stage.id, "stage": stage.name});
    arrive(tx, &record, &stage, Map::new(), to.note.as_ref()).await?;
    tx.emit("opportunity.stage_moved", TABLE, id, told).await?;
    tell_if_large(tx, id).await?;
    Ok(Saved::new(id))
}

/// Another way to go.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ToPipeline {
    pub pipeline_id: PipelineId,
    #[serde(default)]
    pub note: Option<Note>,
}

/// Lets a deal begin anew in another pipeline.
pub async fn change_pipeline(tx: &mut Tx, id: Uuid, to: &ToPipeline) -> Result<Saved> {
    let record = read::lock::<Opportunity>(tx, opportunity::UPDATE, id).await?;
    status(&record)?.transition(Event::Rerouted)?;
    let from = id_of(&record, "pipeline_id")?;
    if from == to.pipeline_id.0 {
        return Err(Error::field("/pipeline_id", FieldCode::Invalid));
    }
    let (pipeline, way) = in_use(tx, to.pipeline_id.0).await?;
    let stage = way.first().cloned().ok_or_else(|| Error::unexpected("a pipeline without stages"))?;
    let more = body::object(&json!({"pipeline_id": pipeline.id}))?;
    arrive(tx, &record, &stage, more, to.note.as_ref()).await?;
    let told = json!({"from_pipeline_id": from, "pipeline_id": pipeline.id, "stage": stage.name});
    tx.emit("opportunity.stage_moved", TABLE, id, told).await?;
    Ok(Saved::new(id))
}

// ── Its end ──────────────────────────────────────────────────────────────────────────────

/// What was won.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Win {
    /// The deal's amount, if it is left out.
    #[serde(default)]
    pub won_amount: Option<Decimal>,
    /// Today, if it is left out.
    #[serde(default)]
    pub actual_closed_on: Option<NaiveDate>,
    #[serde(default)]
    pub note: Option<Note>,
}

/// A deal is won; its customer has bought.
pub async fn win(tx: &mut Tx, id: Uuid, asked: &Win) -> Result<Saved> {
    let record = read::lock::<Opportunity>(tx, opportunity::CLOSE, id).await?;
    status(&record)?.transition(Event::Won)?;
    let currency = Currency::new(record.text("currency").unwrap_or_default()).map_err(Error::unexpected)?;
    let known = record.text("amount").and_then(|amount| amount.parse().ok()).unwrap_or_default();
    let amount = currency.round(asked.won_amount.unwrap_or(known));
    if !is_amount(amount) {
        return Err(Error::field("/won_amount", FieldCode::OutOfRange));
    }
    let on = closed_on(tx, asked.actual_closed_on)?;
    let more = body::object(&json!({"won_amount": amount, "actual_closed_on": on}))?;
    end(tx, &record, StageType::Won, more, asked.note.as_ref()).await?;
    settle(tx, &record).await?;
    let colleagues = alerts::colleagues(tx, record.facts.department).await?;
    let told = json!({"amount": amount, "currency": currency, "user_ids": others(tx, colleagues)});
    tx.emit("opportunity.won", TABLE, id, told).await?;
    Ok(Saved::new(id))
}

/// Why a deal came to nothing.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Loss {
    /// An item of the dictionary `loss_reason`.
    #[serde(default)]
    pub reason: Option<Code>,
    /// Needed for the reason `other`.
    #[serde(default)]
    pub note: Option<Note>,
    /// Who won instead; needed for the reason `competitor`, unless the deal names one already.
    #[serde(default)]
    #[validate(length(max = 50))]
    pub competitor_ids: Vec<CompetitorId>,
    /// Today, if it is left out.
    #[serde(default)]
    pub actual_closed_on: Option<NaiveDate>,
}

pub async fn lose(tx: &mut Tx, id: Uuid, why: &Loss) -> Result<Saved> {
    come_to_nothing(tx, id, why, Event::Lost).await
}

/// A deal is given up: nobody won it.
pub async fn abandon(tx: &mut Tx, id: Uuid, why: &Loss) -> Result<Saved> {
    come_to_nothing(tx, id, why, Event::Abandoned).await
}

async fn come_to_nothing(tx: &mut Tx, id: Uuid, why: &Loss, event: Event) -> Result<Saved> {
    let reason = ownership::reason(tx, "loss_reason", why.reason.as_ref(), why.note.as_ref()).await?;
    let record = read::lock::<Opportunity>(tx, opportunity::CLOSE, id).await?;
    let end_of = status(&record)?.transition(event)?;
    let named: Vec<Uuid> = why.competitor_ids.iter().map(|id| id.0).collect();
    if !references::all_exist(tx, "competitors", &named).await? {
        return Err(Error::field("/competitor_ids", FieldCode::UnknownReference));
    }
    let mut competitors = ids(&record, "competitor_ids");
    competitors.extend(named.into_iter().filter(|id| !competitors.contains(id)).collect::<Vec<_>>());
    if event == Event::Lost && reason == COMPETITOR && competitors.is_empty() {
        return Err(Error::field("/competitor_ids", FieldCode::Required));
    }
    let on = closed_on(tx, why.actual_closed_on)?;
    let more = body::object(&json!({
        "reason": reason, "reason_note": why.note, "competitor_ids": competitors, "actual_closed_on": on,
    }))?;
    let (kind, told) = match end_of {
        Status::Lost => (StageType::Lost, "opportunity.lost"),
        Status::Open | Status::Won | Status::Abandoned => (StageType::Abandoned, "opportunity.abandoned"),
    };
    end(tx, &record, kind, more, why.note.as_ref()).await?;
    tx.emit(told, TABLE, id, json!({"reason": reason})).await?;
    Ok(Saved::new(id))
}

/// Why a deal goes on after all.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopening {
    #[serde(default)]
    pub note: Option<Note>,
}

/// A deal goes on where it stood last. How it ended is told by its history alone.
pub async fn reopen(tx: &mut Tx, id: Uuid, why: &Reopening) -> Result<Saved> {
    let record = match tx.actor().access.may(opportunity::REOPEN) {
        true => read::lock::<Opportunity>(tx, opportunity::REOPEN, id).await?,
        false => {
            let record = read::lock::<Opportunity>(tx, opportunity::CLOSE, id).await?;
            let pipeline = pipeline_of(tx, &record).await?;
            if pipeline.row.get("allow_reopen").and_then(Value::as_bool) != Some(true) {
                return Err(tx.actor().access.refusal(opportunity::REOPEN));
            }
            record
        }
    };
    let before = status(&record)?;
    before.transition(Event::Reopened)?;
    let way = stages::held_way(tx, id_of(&record, "pipeline_id")?).await?;
    let last = history::last_open(tx, id).await?.and_then(|stage| way.find(stage));
    let stage = last.or_else(|| way.first()).cloned().ok_or_else(|| Error::unexpected("a pipeline without stages"))?;
    let more = body::object(&json!({
        "status": Status::Open, "actual_closed_on": null, "reason": null, "reason_note": null, "won_amount": null,
    }))?;
    arrive(tx, &record, &stage, more, why.note.as_ref()).await?;
    if before == Status::Won {
        settle(tx, &record).await?;
    }
    tx.emit("opportunity.reopened", TABLE, id, json!({"from": before, "stage": stage.name})).await?;
    Ok(Saved::new(id))
}

// ── To somebody else ─────────────────────────────────────────────────────────────────────

/// Gives an open deal to somebody else; what has ended stays with whom it was.
pub async fn transfer(tx: &mut Tx, id: Uuid, to: &ownership::ToUser) -> Result<Saved> {
    let (owner, department) = receiver(tx, to.user_id).await?;
    let record = read::lock::<Opportunity>(tx, opportunity::TRANSFER, id).await?;
    status(&record)?.transition(Event::Transferred)?;
    if record.facts.owner == Some(owner) {
        return Err(Error::field("/user_id", FieldCode::Invalid));
    }
    let values = json!({"owner_id": owner, "owner_department_id": department});
    write::update(tx, &record, body::object(&values)?).await?;
    if let Some(before) = record.facts.owner {
        store::plans_go_along(tx, &[(id, before)]).await?;
    }
    let told = json!({"owner_id": owner, "from_owner_id": record.facts.owner, "note": to.note});
    tx.emit("opportunity.transferred", TABLE, id, told).await?;
    Ok(Saved::new(id))
}

pub async fn transfer_all(tx: &mut Tx, ids: &[Uuid], atomic: bool, to: &ownership::ToUser) -> Result<BatchResult> {
    records::each(tx, ids, atomic, async |tx, id| transfer(tx, id, to).await.map(drop)).await
}

/// Somebody who works here, and where.
async fn receiver(tx: &mut Tx, user: UserId) -> Result<(UserId, Option<guanxi_domain::DepartmentId>)> {
    about::all_at_work(tx, &[user], "/user_id").await?;
    let department = guanxi_persistence::activities::about::department_of(tx, user).await?;
    Ok((user, department))
}

/// Customers went to somebody else, and their open deals with them: those that whoever had them had.
pub async fn go_along(tx: &mut Tx, customers: &[(Uuid, UserId)], to: UserId) -> Result<()> {
    let (owner, department) = receiver(tx, to).await?;
    let moved = store::go_along(tx, customers, owner, department).await?;
    store::plans_go_along(tx, &moved).await?;
    let told: Vec<(Uuid, Value)> =
        moved.iter().map(|(id, from)| (*id, json!({"owner_id": owner, "from_owner_id": from}))).collect();
    tx.emit_all("opportunity.transferred", TABLE, &told).await
}

// ── What they have in common ─────────────────────────────────────────────────────────────

async fn pipeline_of(tx: &mut Tx, record: &Locked<Opportunity>) -> Result<Locked<Pipeline>> {
    let found = read::peek_known::<Pipeline>(tx, id_of(record, "pipeline_id")?).await?;
    found.ok_or_else(|| Error::unexpected("an opportunity without its pipeline"))
}

/// Puts a deal into an open stage, with `more` columns.
async fn arrive(
    tx: &mut Tx,
    record: &Locked<Opportunity>,
    stage: &Stage,
    more: Map<String, Value>,
    note: Option<&Note>,
) -> Result<()> {
    let details: OpportunityDetails = records::details(record)?;
    let mut values = stands_in(tx, &details, stage)?;
    values.extend(more);
    write::update(tx, record, values).await?;
    history::enter(tx, record.id, note.map(Note::as_str)).await
}

/// Puts a deal into the stage that ends its pipeline so.
async fn end(
    tx: &mut Tx,
    record: &Locked<Opportunity>,
    kind: StageType,
    more: Map<String, Value>,
    note: Option<&Note>,
) -> Result<()> {
    let way = stages::held_way(tx, id_of(record, "pipeline_id")?).await?;
    let stage = way.end(kind).ok_or_else(|| Error::unexpected("a pipeline without its ends"))?;
    let mut values = body::object(&json!({
        "status": kind, "stage_id": stage.id, "probability": stage.probability, "forecast_category": stage.category,
        "stage_entered_at": tx.now(), "stage_entered_on": tx.today(), "max_days": null, "next_contact_at": null,
    }))?;
    values.extend(more);
    write::update(tx, record, values).await?;
    store::cancel_plans(tx, record.id, &stage.name).await?;
    history::enter(tx, record.id, note.map(Note::as_str)).await
}

/// The columns of a deal that has just come into an open stage.
pub(super) fn stands_in(tx: &Tx, details: &OpportunityDetails, stage: &Stage) -> Result<Map<String, Value>> {
    let zone = tx.actor().zone;
    let next = stage.contact_days.map(|days| evening(time::plus(tx.today(), days.into()), zone));
    body::object(&json!({
        "stage_id": stage.id, "probability": details.probability(stage), "forecast_category": details.category(stage),
        "max_days": stage.max_days, "stage_entered_at": tx.now(), "stage_entered_on": tx.today(),
        "next_contact_at": next,
    }))
}

/// On which day a deal ended: not in the future.
fn closed_on(tx: &Tx, asked: Option<NaiveDate>) -> Result<NaiveDate> {
    let (on, today) = (asked.unwrap_or_else(|| tx.today()), tx.today());
    if on <= today {
        return Ok(on);
    }
    let flaw = FieldError::new("/actual_closed_on", FieldCode::OutOfRange);
    Err(Error::fields(vec![flaw.with("max", today.to_string())]))
}

fn ids(record: &Locked<Opportunity>, key: &str) -> Vec<Uuid> {
    let ids = record.row.get(key).cloned().unwrap_or_default();
    serde_json::from_value(ids).unwrap_or_default()
}

/// Whether the customer has bought follows from its deals; so does when it is to be spoken to.
async fn settle(tx: &mut Tx, record: &Locked<Opportunity>) -> Result<()> {
    let customer = id_of(record, "customer_id")?;
    if store::settle_customer(tx, customer).await? {
        dates::reschedule(tx, HeldObject::Customer, customer).await?;
    }
    Ok(())
}

/// Whoever leads is told of large deals.
pub(super) async fn tell_if_large(tx: &mut Tx, id: Uuid) -> Result<()> {
    let large = settings::load(tx).await?.get(keys::OPPORTUNITY_LARGE);
    let Some(amount) = store::amount_base(tx, id).await?.filter(|amount| *amount >= large) else { return Ok(()) };
    let directors = alerts::directors(tx).await?;
    let told = json!({"amount": amount, "user_ids": others(tx, directors)});
    tx.emit("opportunity.large", TABLE, id, told).await
}

/// Nobody is told of what he did himself.
fn others(tx: &Tx, users: Vec<UserId>) -> Vec<UserId> {
    let me = tx.actor().user;
    users.into_iter().filter(|user| Some(*user) != me).collect()
}
