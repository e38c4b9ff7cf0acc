//! What is done to opportunities as records: created, edited, deleted (5.2, 5.5). What happens to them on their way
//! stands in [`super::verbs`].

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result, UserId,
    access::{customer, lead},
    duplicates::Action,
    error::FieldError,
    life::Life,
    money::Currency,
    opportunities::{
        opportunity::{self, OpportunityDetails},
        stage::{Freedom, Stage, Way},
        state::{Event, Status},
    },
    settings as keys,
};
use guanxi_persistence::{
    Locked, Tx,
    customers::{contact, customer as customers, customer::Customer},
    leads::Lead,
    numbering,
    opportunities::{
        history,
        opportunity::{self as store, Opportunity},
        pipeline::{self as pipelines, Pipeline},
        stage as stages,
    },
    read, settings, write,
};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{evidence, exchange_rate, verbs};
use crate::{
    activities::about,
    body,
    records::{self, Editable, Saved},
};

impl Editable for Opportunity {
    type Details = OpportunityDetails;
    const CREATE: Permission = opportunity::CREATE;
    const UPDATE: Permission = opportunity::UPDATE;
    const DELETE: Permission = opportunity::DELETE;

    async fn create(tx: &mut Tx, mut details: OpportunityDetails) -> Result<Saved> {
        check_customer(tx, &details).await?;
        check_lead(tx, &details).await?;
        let (owner, department) = about::worker(tx, details.owner_id, opportunity::TRANSFER).await?;
        let (pipeline, way) = pipeline(tx, &details).await?;
        let written = details.amount.is_some();
        if details.currency.is_none() {
            details.currency = match pipeline.text("currency") {
                Some(code) => Some(Currency::new(code).map_err(Error::unexpected)?),
                None => Some(exchange_rate::base(tx).await?),
            };
        }
        let mut more = reckon(tx, &mut details, written, None).await?;
        let stage = first_stage(tx, &details, &pipeline, &way).await?;
        may_override(tx, None, &details)?;
        check(tx, None, &details, &stage).await?;
        let mut warnings = Vec::from_iter(check_close(tx, &details).await?);
        warnings.extend(check_rivals(tx, &details, owner, None).await?);
        let no = numbering::draw(tx, "opportunity").await?;
        more.extend(verbs::stands_in(tx, &details, &stage)?);
        more.extend(body::object(&json!({
            "no": no, "pipeline_id": pipeline.id, "status": Status::Open, "owner_id": owner,
            "owner_department_id": department, "active_on": tx.today(), "search_text": details.search_text(&no),
        }))?);
        let id = records::insert::<Self>(tx, &details, more).await?;
        history::enter(tx, id, None).await?;
        verbs::tell_if_large(tx, id).await?;
        Ok(Saved { id, warnings })
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: OpportunityDetails) -> Result<Saved> {
        let before: OpportunityDetails = records::details(record)?;
        if before == details {
            return Ok(Saved::new(record.id));
        }
        let is_open = status(record)? == Status::Open;
        let counts = |details: &OpportunityDetails| {
            let overrides = (details.probability_override, details.forecast_override);
            (details.amount, details.lines.clone(), details.currency.clone(), details.expected_close_on, overrides)
        };
        if !is_open && counts(&before) != counts(&details) {
            let allowed: Vec<_> = status(record)?.allowed().map(Status::verb).collect();
            return Err(Error::invalid_state(status(record)?.word(), "update", &allowed));
        }
        if before.contact_id != details.contact_id {
            check_contact(tx, &details).await?;
        }
        // Null says nothing about what it is in.
        details.currency = details.currency.or_else(|| before.currency.clone());
        let written = before.amount != details.amount;
        let mut more = reckon(tx, &mut details, written, before.currency.as_ref()).await?;
        let mut warnings = Vec::new();
        if is_open {
            may_override(tx, Some(&before), &details)?;
            let way = stages::held_way(tx, id_of(record, "pipeline_id")?).await?;
            let stage = way.find(id_of(record, "stage_id")?).cloned().ok_or_else(|| Error::unexpected("no stage"))?;
            let is_first = way.first().is_some_and(|first| first.id == stage.id);
            check_amount(tx, &before, &details, is_first).await?;
            check(tx, Some(&before), &details, &stage).await?;
            if before.expected_close_on != details.expected_close_on {
                warnings.extend(check_close(tx, &details).await?);
            }
            if before.categories != details.categories
                && let Some(owner) = record.facts.owner
            {
                warnings.extend(check_rivals(tx, &details, owner, Some(record.id)).await?);
            }
            more.extend(body::object(&json!({
                "probability": details.probability(&stage), "forecast_category": details.category(&stage),
            }))?);
        }
        more.insert("search_text".to_owned(), details.search_text(record.text("no").unwrap_or_default()).into());
        records::save(tx, record, &details, more).await?;
        if before.probability_override != details.probability_override {
            let told = json!({"from": before.probability_override, "to": details.probability_override});
            tx.emit("opportunity.probability_overridden", "opportunities", record.id, told).await?;
        }
        if before.amount != details.amount {
            verbs::tell_if_large(tx, record.id).await?;
        }
        Ok(Saved { id: record.id, warnings })
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        status(record)?.transition(Event::Deleted)?;
        write::delete(tx, record).await
    }
}

pub(super) fn status(record: &Locked<Opportunity>) -> Result<Status> {
    let status = record.text("status").and_then(|status| status.parse().ok());
    status.ok_or_else(|| Error::unexpected("an opportunity without a status"))
}

pub(super) fn id_of(record: &Locked<Opportunity>, key: &str) -> Result<Uuid> {
    record.id_of(key).ok_or_else(|| Error::unexpected(format!("an opportunity without {key}")))
}

/// An opportunity came out of the recycle bin: not before its customer.
pub async fn restored(tx: &mut Tx, id: Uuid) -> Result<()> {
    let record = read::lock_known::<Opportunity>(tx, &[id]).await?.pop();
    let record = record.ok_or_else(|| Error::not_found("opportunity"))?;
    let customer = id_of(&record, "customer_id")?;
    if customers::lock_row(tx, customer).await? {
        return Ok(());
    }
    Err(Error::new(Code::RestoreConflict).with("customer_id", customer.to_string()))
}

/// Lines and amount in the currency. What that was worth on the day on which it was chosen counts from then on.
async fn reckon(
    tx: &mut Tx,
    details: &mut OpportunityDetails,
    written: bool,
    known: Option<&Currency>,
) -> Result<Map<String, Value>> {
    let Some(currency) = details.currency.clone() else { return Err(Error::unexpected("a deal in no currency")) };
    details.reckon(&currency, written)?;
    let source = if details.lines.is_empty() { "manual" } else { "lines" };
    let mut more = body::object(&json!({"amount_source": source}))?;
    if known != Some(&currency) {
        let (rate, on) = exchange_rate::today(tx, &currency).await?;
        more.extend(body::object(&json!({"fx_rate": rate, "fx_rate_on": on}))?);
    }
    Ok(more)
}

/// The customer of a new deal, which the caller must see and nobody else changes meanwhile.
async fn check_customer(tx: &mut Tx, details: &OpportunityDetails) -> Result<()> {
    let id: Uuid = details.customer_id.into();
    let unknown = || Error::field("/customer_id", FieldCode::UnknownReference);
    let seen = tx.actor().access.may(customer::READ) && read::exists::<Customer>(tx, customer::READ, id).await?;
    if !seen || !customers::lock_row(tx, id).await? {
        return Err(unknown());
    }
    check_contact(tx, details).await
}

async fn check_contact(tx: &mut Tx, details: &OpportunityDetails) -> Result<()> {
    let Some(id) = details.contact_id.map(Uuid::from) else { return Ok(()) };
    if contact::customer_of(tx, id).await? == Some(details.customer_id.into()) {
        return Ok(());
    }
    Err(Error::field("/contact_id", FieldCode::UnknownReference))
}

async fn check_lead(tx: &mut Tx, details: &OpportunityDetails) -> Result<()> {
    let Some(id) = details.lead_id.map(Uuid::from) else { return Ok(()) };
    if tx.actor().access.may(lead::READ) && read::exists::<Lead>(tx, lead::READ, id).await? {
        return Ok(());
    }
    Err(Error::field("/lead_id", FieldCode::UnknownReference))
}

/// The way that a new deal goes: the pipeline that is named, else the default one.
async fn pipeline(tx: &mut Tx, details: &OpportunityDetails) -> Result<(Locked<Pipeline>, Way)> {
    let id = match details.pipeline_id {
        Some(id) => Some(id.0),
        None => pipelines::default(tx).await?,
    };
    let id = id.ok_or_else(|| Error::field("/pipeline_id", FieldCode::Required))?;
    in_use(tx, id).await
}

/// A pipeline that deals may go into.
pub(super) async fn in_use(tx: &mut Tx, id: Uuid) -> Result<(Locked<Pipeline>, Way)> {
    let pipeline = read::peek_known::<Pipeline>(tx, id).await?;
    let is_active = |pipeline: &Locked<Pipeline>| pipeline.row.get("active").and_then(Value::as_bool) == Some(true);
    let unknown = || Error::field("/pipeline_id", FieldCode::UnknownReference);
    let pipeline = pipeline.filter(is_active).ok_or_else(unknown)?;
    if !pipelines::serves(tx, id).await? {
        return Err(unknown());
    }
    let way = guarded_way(tx, id).await?;
    Ok((pipeline, way))
}

/// The stages of a pipeline. A deal that is past the first is about some money, unless the organisation does not mind.
pub(super) async fn guarded_way(tx: &mut Tx, pipeline: Uuid) -> Result<Way> {
    let mut way = stages::held_way(tx, pipeline).await?;
    if !settings::load(tx).await?.get(keys::OPPORTUNITY_ZERO_LATER)
        && let Some(first) = way.0.first_mut()
    {
        first.required_fields.push("amount".to_owned());
    }
    Ok(way)
}

/// What a pipeline lets its deals do.
pub(super) fn freedom(pipeline: &Locked<Pipeline>) -> Freedom {
    let says = |key: &str| pipeline.row.get(key).and_then(Value::as_bool).unwrap_or_default();
    Freedom { backward: says("allow_backward"), skip: says("allow_skip") }
}

/// Where a new deal begins. One that does not begin at the beginning has done what the stages before ask for.
async fn first_stage(
    tx: &mut Tx,
    details: &OpportunityDetails,
    pipeline: &Locked<Pipeline>,
    way: &Way,
) -> Result<Stage> {
    let first = way.first().ok_or_else(|| Error::unexpected("a pipeline without stages"))?;
    let Some(wanted) = details.stage_id.map(Uuid::from).filter(|id| *id != first.id) else { return Ok(first.clone()) };
    let deal = evidence::of(tx, body::object(details)?, 0).await?;
    way.step(first.id, wanted, freedom(pipeline), &deal).cloned()
}

/// To say that a deal is likelier than its stage needs the right to.
fn may_override(tx: &Tx, before: Option<&OpportunityDetails>, details: &OpportunityDetails) -> Result<()> {
    let said = |details: &OpportunityDetails| details.probability_override;
    if before.and_then(said) == said(details) {
        return Ok(());
    }
    tx.actor().access.scope(opportunity::OVERRIDE).map(drop)
}

/// What the type cannot say of a deal that goes on.
async fn check(
    tx: &mut Tx,
    before: Option<&OpportunityDetails>,
    details: &OpportunityDetails,
    stage: &Stage,
) -> Result<()> {
    if before.is_some_and(|before| before.probability_override == details.probability_override) {
        return Ok(());
    }
    details.check_override(stage, settings::load(tx).await?.get(keys::OPPORTUNITY_OVERRIDE))
}

/// A deal that is past its first stage goes on being about some money.
async fn check_amount(
    tx: &mut Tx,
    before: &OpportunityDetails,
    details: &OpportunityDetails,
    is_first: bool,
) -> Result<()> {
    let lost_it = details.amount == Some(Decimal::ZERO) && before.amount != details.amount;
    if is_first || !lost_it || settings::load(tx).await?.get(keys::OPPORTUNITY_ZERO_LATER) {
        return Ok(());
    }
    Err(Error::fields(vec![FieldError::new("/amount", FieldCode::OutOfRange)]))
}

/// A deal that is to close before today is warned of, or refused.
async fn check_close(tx: &mut Tx, details: &OpportunityDetails) -> Result<Option<Value>> {
    if details.expected_close_on >= tx.today() {
        return Ok(None);
    }
    match settings::load(tx).await?.get(keys::OPPORTUNITY_PAST_CLOSE) {
        Action::Off => Ok(None),
        Action::Warn => Ok(Some(json!({"code": "PAST_CLOSE", "field": "expected_close_on"}))),
        Action::Block => {
            let flaw = FieldError::new("/expected_close_on", FieldCode::OutOfRange);
            Err(Error::fields(vec![flaw.with("min", tx.today().to_string())]))
        }
    }
}

/// Two owners do not sell the same to one customer, unless somebody who may says why (3.6.6).
async fn check_rivals(
    tx: &mut Tx,
    details: &OpportunityDetails,
    owner: UserId,
    id: Option<Uuid>,
) -> Result<Option<Value>> {
    let policy = settings::load(tx).await?.get(keys::DUPLICATE_OPPORTUNITY);
    customers::lock_row(tx, details.customer_id.into()).await?;
    let categories: Vec<String> = details.categories.iter().map(ToString::to_string).collect();
    let rivals = store::rivals(tx, details.customer_id.into(), owner, &categories, id).await?;
    if rivals.is_empty() || policy == Action::Off {
        return Ok(None);
    }
    let ids: Vec<Uuid> = rivals.iter().map(|rival| rival.id).collect();
    let seen = read::visible::<Opportunity>(tx, &ids).await?;
    let told = rivals.iter().map(|rival| {
        json!({
            "id": seen.contains(&rival.id).then_some(rival.id), "owner_id": rival.owner_id,
            "owner_name": rival.owner_name, "categories": rival.categories,
        })
    });
    let told: Value = told.collect();
    let approved = details.collision_reason.is_some();
    if policy == Action::Block && !approved {
        return Err(Error::new(Code::OpportunityCollision).with("opportunities", told));
    }
    if policy == Action::Block {
        tx.actor().access.scope(opportunity::CREATE_DUPLICATE)?;
    }
    Ok(Some(json!({"code": "OPPORTUNITY_COLLISION", "opportunities": told})))
}
