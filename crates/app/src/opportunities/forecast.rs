//! What is expected to come in within a period, as the reader may see it; and what people said would (5.6).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use guanxi_domain::{
    Code, DepartmentId, Error, FieldCode, Result, UserId,
    filter::{Filter, Leaf, Op},
    money::is_amount,
    opportunities::{
        forecast::{self, Figures, Period, accuracy},
        opportunity,
        stage::ForecastCategory,
    },
    page::ListQuery,
    settings::{BASE_CURRENCY, FISCAL_START_MONTH},
    text::{Note, ShortText},
};
use guanxi_persistence::{
    Tx,
    activities::about,
    opportunities::{
        forecast::{self as store, Forecast},
        opportunity::Opportunity,
    },
    read, settings, write,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::{Validate, ValidationError};

use crate::{body, records::Saved};

/// Deals that should have closed before the period began; they are in none of the figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct Slipped {
    pub count: i64,
    pub amount: Decimal,
}

/// The figures of one owner.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnerForecast {
    pub owner_id: UserId,
    pub owner_name: Option<String>,
    #[serde(flatten)]
    pub figures: Figures,
    /// What he submitted for the period.
    #[schema(value_type = Option<Object>)]
    pub submission: Option<Value>,
    /// How near the commit that he submitted came to what was closed, as a percentage, once the period is over.
    pub accuracy: Option<Decimal>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ForecastAnswer {
    pub period: String,
    pub from: NaiveDate,
    /// The last day of it.
    pub to: NaiveDate,
    /// What all amounts are in; each deal counts at the rate that it keeps.
    pub currency: String,
    #[serde(flatten)]
    pub figures: Figures,
    pub slipped: Slipped,
    pub owners: Vec<OwnerForecast>,
}

/// Whose deals are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Of {
    pub owner: Option<UserId>,
    pub department: Option<DepartmentId>,
}

impl Of {
    fn with(self, parts: Vec<Filter>) -> ListQuery {
        let owner = self.owner.map(|id| Filter::equals("owner_id", id.to_string()));
        let department = self.department.map(|id| Filter::equals("owner_department_id", id.to_string()));
        let filter = Filter::And(parts.into_iter().chain(owner).chain(department).collect());
        ListQuery { filter: Some(filter), ..ListQuery::default() }
    }
}

fn leaf(field: &str, op: Op, value: impl Into<Value>) -> Filter {
    Filter::Leaf(Leaf { field: field.to_owned(), op, value: value.into() })
}

fn within(field: &str, period: &Period) -> Vec<Filter> {
    vec![leaf(field, Op::Gte, period.range.from.to_string()), leaf(field, Op::Lt, period.range.until.to_string())]
}

/// The period that is named; this month, where none is.
pub async fn period(tx: &mut Tx, named: Option<&str>) -> Result<Period> {
    let start = settings::load(tx).await?.get(FISCAL_START_MONTH);
    let period = match named {
        Some(named) => Period::parse(named, start),
        None => Period::month(tx.today()),
    };
    period.ok_or_else(|| Error::malformed("period"))
}

/// The forecast of a period, for all whose deals the caller sees.
pub async fn of(tx: &mut Tx, period: &Period, whose: Of) -> Result<ForecastAnswer> {
    let (mut owners, slipped) = (figures(tx, period, whose).await?, slipped(tx, period, whose).await?);
    let submitted = whose.with(vec![Filter::equals("period", period.name.as_str())]);
    let submitted = read::each::<Forecast>(tx, forecast::READ, &submitted, None, 10_000).await?;
    let mut submissions = BTreeMap::new();
    for row in &submitted {
        let owner = row.get("owner_id").and_then(Value::as_str).and_then(|id| id.parse::<Uuid>().ok());
        if let Some(owner) = owner.map(UserId::from) {
            owners.entry(owner).or_default();
            submissions.insert(owner, row);
        }
    }
    let ids: Vec<UserId> = owners.keys().copied().collect();
    let names: BTreeMap<UserId, String> = store::names(tx, &ids).await?.into_iter().collect();
    let mut all = Figures::default();
    let is_over = period.range.until <= tx.today();
    let mut lines: Vec<OwnerForecast> = Vec::new();
    for (owner, figures) in owners {
        all = all.plus(&figures);
        let row = submissions.get(&owner);
        let said = row.and_then(|row| row.get("commit_amount")?.as_str()?.parse().ok());
        lines.push(OwnerForecast {
            owner_id: owner,
            owner_name: names.get(&owner).cloned(),
            figures: figures.shown(),
            submission: row.map(|row| store::summary(row)),
            accuracy: said.filter(|_| is_over).and_then(|said| accuracy(said, figures.closed)),
        });
    }
    lines.sort_by(|a, b| (b.figures.commit, &a.owner_name).cmp(&(a.figures.commit, &b.owner_name)));
    Ok(ForecastAnswer {
        period: period.name.clone(),
        from: period.range.from,
        to: period.last_day(),
        currency: settings::load(tx).await?.get(BASE_CURRENCY),
        figures: all.shown(),
        slipped,
        owners: lines,
    })
}

/// The figures of each owner.
async fn figures(tx: &mut Tx, period: &Period, whose: Of) -> Result<BTreeMap<UserId, Figures>> {
    for key in ["amount_base", "weighted_amount", "won_amount_base"] {
        if !read::shows::<Opportunity>(tx, key) {
            return Err(Error::new(Code::FieldForbidden).with("field", key));
        }
    }
    let mut owners: BTreeMap<UserId, Figures> = BTreeMap::new();
    let open = whose.with([vec![Filter::equals("status", "open")], within("expected_close_on", period)].concat());
    let (by, sums) = (["owner_id", "forecast_category"], ["amount_base", "weighted_amount"]);
    for total in read::totals::<Opportunity>(tx, opportunity::READ, &open, &by, &sums).await? {
        let ([Some(owner), Some(category)], [Some(amount), Some(weighted)]) = (&total.of[..], &total.sums[..]) else {
            continue;
        };
        if let (Ok(owner), Some(category)) = (owner.parse::<Uuid>(), ForecastCategory::of_word(category)) {
            owners.entry(owner.into()).or_default().add_open(category, *amount, *weighted);
        }
    }
    let won = whose.with([vec![Filter::equals("status", "won")], within("actual_closed_on", period)].concat());
    for total in read::totals::<Opportunity>(tx, opportunity::READ, &won, &["owner_id"], &["won_amount_base"]).await? {
        let ([Some(owner)], [Some(amount)]) = (&total.of[..], &total.sums[..]) else { continue };
        if let Ok(owner) = owner.parse::<Uuid>() {
            owners.entry(owner.into()).or_default().add_closed(*amount);
        }
    }
    Ok(owners)
}

async fn slipped(tx: &mut Tx, period: &Period, whose: Of) -> Result<Slipped> {
    let before = period.range.from.min(tx.today()).to_string();
    let late = whose.with(vec![Filter::equals("status", "open"), leaf("expected_close_on", Op::Lt, before)]);
    let total = read::totals::<Opportunity>(tx, opportunity::READ, &late, &[], &["amount_base"]).await?.pop();
    let (count, mut amount) = total
        .map_or((0, Decimal::ZERO), |total| (total.count, total.sums.first().copied().flatten().unwrap_or_default()));
    amount.rescale(2);
    Ok(Slipped { count, amount })
}

/// What somebody says will come in.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    pub period: ShortText,
    /// In the place of the commit that the product reckons.
    #[serde(default)]
    #[validate(custom(function = sound))]
    pub commit_amount: Option<Decimal>,
    #[serde(default)]
    #[validate(custom(function = sound))]
    pub best_case_amount: Option<Decimal>,
    #[serde(default)]
    pub comment: Option<Note>,
}

fn sound(amount: &Decimal) -> Result<(), ValidationError> {
    if is_amount(*amount) { Ok(()) } else { Err(ValidationError::new("out_of_range")) }
}

/// Writes down one's own forecast, with what the product reckoned and the deals that it rested on. Another one for the
/// same period takes its place; what whoever leads said of it stays.
pub async fn submit(tx: &mut Tx, asked: &Submission) -> Result<Saved> {
    let me = tx.actor().person()?;
    let period = period(tx, Some(&asked.period)).await.map_err(|_| Error::field("/period", FieldCode::Invalid))?;
    if period.range.until <= tx.today() {
        return Err(Error::field("/period", FieldCode::OutOfRange));
    }
    let whose = Of { owner: Some(me), department: None };
    let figures = figures(tx, &period, whose).await?.remove(&me).unwrap_or_default().shown();
    let deals = whose.with(within("expected_close_on", &period)).filter.unwrap_or(Filter::And(Vec::new()));
    let deals = read::ids::<Opportunity>(tx, opportunity::READ, &deals, 10_000).await?;
    let values = body::object(&json!({
        "figures": figures, "opportunity_ids": deals, "comment": asked.comment, "submitted_at": tx.now(),
        "commit_amount": asked.commit_amount.unwrap_or(figures.commit),
        "best_case_amount": asked.best_case_amount.unwrap_or(figures.best_case),
    }))?;
    let id = match store::find(tx, me, &period.name).await? {
        Some(id) => {
            let known = read::lock_known::<Forecast>(tx, &[id]).await?.pop();
            write::update(tx, &known.ok_or_else(|| Error::not_found("forecast"))?, values).await?;
            id
        }
        None => {
            let id = Uuid::now_v7();
            let mut row = values;
            row.extend(body::object(&json!({
                "period": period.name, "from_on": period.range.from, "until_on": period.range.until, "owner_id": me,
                "owner_department_id": about::department_of(tx, me).await?,
            }))?);
            write::insert::<Forecast>(tx, id, row).await?;
            id
        }
    };
    tx.emit("forecast.submitted", "forecasts", id, json!({"period": period.name})).await?;
    Ok(Saved::new(id))
}

/// What whoever leads somebody says in the place of his forecast.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Override {
    #[serde(default)]
    #[validate(custom(function = sound))]
    pub commit_amount: Option<Decimal>,
    #[serde(default)]
    #[validate(custom(function = sound))]
    pub best_case_amount: Option<Decimal>,
    #[serde(default)]
    pub note: Option<Note>,
}

/// Says what will come in instead; without amounts, what was said so is taken back.
pub async fn override_one(tx: &mut Tx, id: Uuid, asked: &Override) -> Result<Saved> {
    let record = read::lock::<Forecast>(tx, forecast::OVERRIDE, id).await?;
    if record.facts.owner == tx.actor().user {
        return Err(Error::forbidden(forecast::OVERRIDE.0).with("reason", "own"));
    }
    let says = asked.commit_amount.is_some() || asked.best_case_amount.is_some();
    let values = json!({
        "override_commit": asked.commit_amount, "override_best_case": asked.best_case_amount,
        "override_note": asked.note.as_ref().filter(|_| says), "overridden_by": tx.actor().user.filter(|_| says),
        "overridden_at": says.then(|| tx.now()),
    });
    write::update(tx, &record, body::object(&values)?).await?;
    let told = json!({"period": record.text("period"), "commit": asked.commit_amount});
    tx.emit("forecast.overridden", "forecasts", id, told).await?;
    Ok(Saved::new(id))
}
