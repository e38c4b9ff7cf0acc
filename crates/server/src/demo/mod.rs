//! Fills an organisation with made-up Chinese companies, from a handful for a first look to millions for a measurement.
//!
//! The same order makes the same data, but for ids and dates. It goes past the API, straight into the tables, yet
//! behind the fence and through the same triggers.

mod company;
mod deals;
mod life;
mod loader;
mod rows;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use chrono::{DateTime, Duration, Utc};
use guanxi_app::access::Gate;
use guanxi_domain::{demo, numbering::NumberingRule};
use guanxi_persistence::{Clock, Db, DbConfig};
use serde_json::json;
use sqlx::{Connection, PgConnection, postgres::PgConnectOptions};
use uuid::Uuid;

use self::{
    company::{Company, PASSWORD, TENANT},
    loader::Loader,
    rows::{Place, Row, business_date, working_hour},
};

/// How much is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Order {
    pub leads: u64,
    pub customers: u64,
}

impl Order {
    /// Enough for a first look; nobody holds as much as he may, so that everybody can claim something.
    pub const SMALL: Self = Self { leads: 210, customers: 200 };
}

/// Which of the possible worlds it is.
const SEED: u64 = 20_260_101;
/// The data came over so many days, the last of which is yesterday.
const DAYS: i64 = 90;
/// Few records came lately, or the first night would take most of them back.
const LATELY: i64 = 16;
const FEW: u64 = 1_000;

/// Makes the demo company if there is none, and says how to sign in.
pub async fn first_look(options: &PgConnectOptions, gate: &Gate) -> Result<String> {
    let mut connection = PgConnection::connect_with(options).await?;
    if company::find(&mut connection).await?.is_none() {
        fill(options, gate, Order::SMALL).await?;
        let tenant = company::find(&mut connection).await?.context("the demo organisation is not there")?;
        let config = DbConfig { options: options.clone(), connections: 2, clock: Clock::test(), secret: Vec::new() };
        let db = Db::connect(config);
        life::live(&db, &mut connection, tenant.into(), Clock::real()).await.context("the life of the demo company")?;
    }
    Ok(how_to_sign_in())
}

/// Adds what is ordered to the demo company, which is made at the first order.
pub async fn fill(options: &PgConnectOptions, gate: &Gate, order: Order) -> Result<String> {
    let mut connection = PgConnection::connect_with(options).await?;
    let company = company::found(&mut connection, gate, order.leads + order.customers).await?;
    tracing::info!(order.leads, order.customers, "filling the demo company");
    let mut filling = loader::begin(&mut connection, order.leads.max(order.customers)).await?;
    customers(&mut filling.tx, &company, order.customers).await.context("customers")?;
    leads(&mut filling.tx, &company, order.leads).await.context("leads")?;
    filling.finish().await?;
    // Statistics of fresh tables mislead the planner until somebody looks.
    sqlx::raw_sql("analyze").execute(&mut connection).await?;
    connection.close().await?;
    Ok(how_to_sign_in())
}

async fn leads(connection: &mut PgConnection, company: &Company, count: u64) -> Result<()> {
    let before = number_of(connection, "select count(*) from leads where tenant_id = app.tenant()").await?;
    let rule = NumberingRule::preset("lead").context("leads have no numbers")?;
    let mut loader = Loader::new(connection, count);
    for (at, numbers) in days(count) {
        let (mut leads, mut log, mut told) = (Vec::new(), Vec::new(), Told::default());
        for number in numbers {
            let sample = demo::sample(SEED, before + number);
            // A third waits to be claimed.
            let place = company.place(number, number % 3 == 0, company.lead_pool, at);
            let id = Uuid::now_v7();
            let no = rule.number(business_date(at), before + number);
            leads.push(rows::lead(id, &no, &sample, &place));
            log.push(logged("lead", id, &place));
            told.add("lead", id, &place);
        }
        loader.write(at, &[("leads", leads), ("claim_log", log)]).await?;
        told.write(&mut loader, at).await?;
    }
    Ok(())
}

async fn customers(connection: &mut PgConnection, company: &Company, count: u64) -> Result<()> {
    let before = number_of(connection, "select count(*) from customers where tenant_id = app.tenant()").await?;
    let rule = NumberingRule::preset("customer").context("customers have no numbers")?;
    let mut loader = Loader::new(connection, count);
    for (at, numbers) in days(count) {
        let (mut customers, mut contacts, mut log) = (Vec::new(), Vec::new(), Vec::new());
        let mut told = Told::default();
        for number in numbers {
            // Counted from the end, so that customers are other companies than leads.
            let sample = demo::sample(SEED, demo::SIZE - 1 - (before + number) % demo::SIZE);
            let place = company.place(number, number % 10 == 0, company.customer_pool, at);
            let id = Uuid::now_v7();
            let no = rule.number(business_date(at), before + number);
            customers.push(rows::customer(id, &no, &sample, &place));
            contacts.push(rows::contact(Uuid::now_v7(), id, &sample, &place));
            log.push(logged("customer", id, &place));
            told.add("customer", id, &place);
        }
        loader.write(at, &[("customers", customers), ("contacts", contacts), ("claim_log", log)]).await?;
        told.write(&mut loader, at).await?;
    }
    Ok(())
}

/// What people said to those whom they hold; each writes down his own.
#[derive(Default)]
struct Told(BTreeMap<Uuid, Vec<Row>>);

impl Told {
    /// Only the first thousands have been spoken to: enough to look at.
    const MOST: u64 = 5_000;

    fn add(&mut self, subject: &str, id: Uuid, place: &Place) {
        if let Some(holder) = place.holder.filter(|_| place.number < Self::MOST) {
            self.0.entry(holder.user).or_default().extend(rows::activities(subject, id, place));
        }
    }

    async fn write(self, loader: &mut Loader<'_>, at: DateTime<Utc>) -> Result<()> {
        for (author, rows) in self.0 {
            loader.write_as(author, at, &[("activities", rows)]).await?;
        }
        Ok(())
    }
}

/// Who got it first, for the log that limits and reports are counted from.
fn logged(object: &str, record: Uuid, place: &Place) -> Row {
    let (owner, pool) = (place.holder.map(|holder| holder.user), place.holder.is_none().then_some(place.pool));
    rows::object(json!({
        "id": Uuid::now_v7(), "object": object, "record_id": record, "kind": "create", "to_owner_id": owner,
        "to_pool_id": pool, "at": place.since, "on_date": business_date(place.since),
    }))
}

async fn number_of(connection: &mut PgConnection, sql: &'static str) -> Result<u64> {
    let count: i64 = sqlx::query_scalar(sql).fetch_one(connection).await?;
    Ok(u64::try_from(count)?)
}

/// Spreads `count` numbers over the working hours of the last days, in order.
fn days(count: u64) -> impl Iterator<Item = (DateTime<Utc>, std::ops::Range<u64>)> {
    const MOST_AT_ONCE: u64 = 10_000;
    const MOMENTS: u64 = 60;
    let size = count.div_ceil(MOMENTS).clamp(1, MOST_AT_ONCE);
    let moments = count.div_ceil(size);
    let over = if count < FEW { LATELY } else { DAYS };
    let yesterday = business_date(Clock::real()).pred_opt().unwrap_or_default();
    (0..moments).map(move |moment| {
        let back = over * i64::try_from(moments - 1 - moment).unwrap_or(0) / i64::try_from(moments).unwrap_or(1);
        (working_hour(yesterday - Duration::days(back), moment), moment * size..count.min((moment + 1) * size))
    })
}

fn how_to_sign_in() -> String {
    let people: Vec<_> = company::PEOPLE.iter().map(|person| format!("{} ({})", person.login, person.name)).collect();
    format!("Sign in to the organisation {TENANT} with the password {PASSWORD} as {}\n", people.join(", "))
}
