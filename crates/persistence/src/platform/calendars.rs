//! Work calendars.

use chrono::NaiveDate;
use chrono_tz::Tz;
use guanxi_domain::{
    Error, Permission, Result, access,
    calendar::{self, Calendar as Rules, Exception, WeeklyHours},
    fields::Kind,
};
use serde_json::json;
use sqlx::{Postgres, QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{Action, Column, Locked, Record, ScopeRule, Table, Tx};

pub struct Calendar;

impl Record for Calendar {
    const TABLE: &'static Table = &Table {
        name: "calendars",
        noun: "calendar",
        label: ["工作日历", "Work calendar"],
        columns: &[
            Column::new("name", Kind::Text, "名称", "Name").max(200).required(),
            Column::new("time_zone", Kind::Text, "时区", "Time zone").max(60).filled(),
            Column::new("weekly", Kind::Json, "每周工作时间", "Weekly hours").filled(),
            Column::new("exceptions", Kind::Json, "节假日与调休", "Holidays and working days in lieu").filled(),
            Column::new("is_default", Kind::Bool, "默认", "Default").filled(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[
            Action::new("update", access::calendar::UPDATE),
            Action::new("import", access::calendar::UPDATE),
            Action::new("delete", access::calendar::UPDATE),
        ],
        sort: "name",
        shown: &["name", "time_zone", "is_default", "updated_at"],
        added: &[],
        searchable: false,
        internal: &[],
    };
    const READ: Permission = access::calendar::READ;
}

type Row = (String, Json<Vec<WeeklyHours>>, Json<Vec<Exception>>);

fn rules((zone, weekly, exceptions): Row) -> Result<Rules> {
    Ok(Rules::new(zone.parse().map_err(Error::unexpected)?, &weekly, &exceptions))
}

/// The rules of one calendar.
pub async fn of(tx: &mut Tx, id: Uuid) -> Result<Option<Rules>> {
    let sql = "select time_zone, weekly, exceptions from calendars
         where tenant_id = $1 and id = $2 and deleted_at is null";
    let row: Option<Row> = sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    row.map(rules).transpose()
}

/// The rules that count where nobody names a calendar, as they are known by heart.
pub async fn usual(tx: &mut Tx) -> Result<Rules> {
    tx.learn().await?;
    Ok(tx.known().map_or_else(|| Rules::usual(tx.actor().zone), |known| known.working.rules.clone()))
}

/// Which days are worked, as [`crate::known`] keeps it.
#[derive(Debug)]
pub struct Working {
    rules: Rules,
    /// All working days around today, in their order.
    days: Vec<NaiveDate>,
}

impl Working {
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        self.rules.is_working_day(date)
    }

    pub(crate) async fn read(tx: &mut Tx) -> Result<Self> {
        let sql = "select time_zone, weekly, exceptions from calendars
             where tenant_id = $1 and is_default and deleted_at is null";
        let row: Option<Row> = sqlx::query_as(sql).bind(tx.tenant()).fetch_optional(tx.conn()).await?;
        let rules = match row {
            Some(row) => rules(row)?,
            None => Rules::usual(zone(tx).await?),
        };
        let days = rules.working_days(tx.today());
        Ok(Self { rules, days })
    }
}

/// The organisation's own time zone, whoever reads.
async fn zone(tx: &mut Tx) -> Result<Tz> {
    let sql = "select timezone from tenants where id = $1";
    let name: String = sqlx::query_scalar(sql).bind(tx.tenant()).fetch_one(tx.conn()).await?;
    name.parse().map_err(Error::unexpected)
}

/// Writes the date so many working days after the date that `base` is.
pub(crate) fn push_plus(sql: &mut QueryBuilder<Postgres>, tx: &Tx, base: &str, days: i32) {
    let known = tx.known().map(|known| known.working.days.clone()).unwrap_or_default();
    let first = known.first().copied().unwrap_or(NaiveDate::MAX);
    // As many days as there are up to the date are passed over; beyond what is known, the week counts.
    sql.push("case when ").push(base).push(" >= ").push_bind(first).push(" and ").push_bind(days).push(" > 0");
    sql.push(" then coalesce((").push_bind(known.clone()).push("::date[])[width_bucket(").push(base).push(", ");
    sql.push_bind(known).push("::date[]) + ").push_bind(days).push("], app.plus_weekdays(").push(base).push(", ");
    sql.push_bind(days).push(")) else app.plus_weekdays(").push(base).push(", ").push_bind(days).push(") end");
}

/// The calendars that say nothing of a year: no holiday, no working day in lieu.
pub async fn without_year(tx: &mut Tx, year: i32) -> Result<Vec<Uuid>> {
    let sql = "select id from calendars where tenant_id = $1 and deleted_at is null and not exists (
                   select 1 from jsonb_array_elements(exceptions) e where e->>'date' like $2) order by id";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(format!("{year:04}-%")).fetch_all(tx.conn()).await?)
}

/// Only one calendar counts where nobody names another.
pub async fn no_default(tx: &mut Tx) -> Result<()> {
    let sql = "update calendars set is_default = false where tenant_id = $1 and is_default and deleted_at is null";
    sqlx::query(sql).bind(tx.tenant()).execute(tx.conn()).await?;
    Ok(())
}

/// Writes the holidays and the working days in lieu.
pub async fn set_exceptions(tx: &mut Tx, record: &Locked<Calendar>, exceptions: &[Exception]) -> Result<()> {
    let sql = "update calendars set exceptions = $3 where tenant_id = $1 and id = $2";
    sqlx::query(sql).bind(tx.tenant()).bind(record.id).bind(Json(exceptions)).execute(tx.conn()).await?;
    Ok(())
}

/// The calendar of a new organisation, with the official days that come with the product.
pub(super) async fn set_up(tx: &mut Tx) -> Result<()> {
    sqlx::query(
        "insert into calendars (id, name, time_zone, weekly, exceptions, is_default)
         select $1, $2, timezone, $3, $4, true from tenants where id = $5",
    )
    .bind(Uuid::now_v7())
    .bind("工作日历")
    .bind(json!(calendar::usual_week()))
    .bind(json!(calendar::official_days()))
    .bind(tx.tenant())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Those of these calendars of which it was not told yet that they say nothing of a year; by now it is.
pub async fn untold(tx: &mut Tx, calendars: &[Uuid], year: i32) -> Result<Vec<Uuid>> {
    let sql = "insert into calendar_notices (calendar_id, year) select unnest($1::uuid[]), $2
               on conflict do nothing returning calendar_id";
    Ok(sqlx::query_scalar(sql).bind(calendars).bind(year).fetch_all(tx.conn()).await?)
}
