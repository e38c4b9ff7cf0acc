//! Deals that somebody is to be told of by the clock, and whom; of each date once.

use chrono::NaiveDate;
use guanxi_domain::{DepartmentId, Result, UserId, opportunities::forecast::Period};
use uuid::Uuid;

use crate::Tx;

/// A deal, its owner, and the date that it is told about.
pub type Found = (Uuid, UserId, NaiveDate);

/// Deals that have stood still for too long and that nobody was told of since they came into their stage: a part of
/// them, behind the last of the one before.
pub async fn stalled(tx: &mut Tx, after: Option<Uuid>, most: i64) -> Result<Vec<Found>> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let sql = "select o.id, o.owner_id, o.stage_entered_on from opportunities o
               where o.tenant_id = $1 and o.status = 'open' and o.deleted_at is null and o.max_days is not null
                 and least(o.stage_entered_on, o.active_on) < $2 - o.max_days
                 and not exists (select 1 from opportunity_notices n where n.tenant_id = $1
                     and n.opportunity_id = o.id and n.kind = 'stalled' and n.about = o.stage_entered_on)
                 and o.id > $3
               order by o.id limit $4";
    let after = after.unwrap_or_default();
    Ok(sqlx::query_as(sql).bind(tenant).bind(today).bind(after).bind(most).fetch_all(tx.conn()).await?)
}

/// Deals that should have closed and that nobody was told of in this week.
pub async fn overdue(tx: &mut Tx, monday: NaiveDate, after: Option<Uuid>, most: i64) -> Result<Vec<Found>> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let sql = "select o.id, o.owner_id, o.expected_close_on from opportunities o
               where o.tenant_id = $1 and o.status = 'open' and o.deleted_at is null and o.expected_close_on < $2
                 and not exists (select 1 from opportunity_notices n where n.tenant_id = $1
                     and n.opportunity_id = o.id and n.kind = 'close_overdue' and n.about = $3)
                 and o.id > $4
               order by o.id limit $5";
    let after = after.unwrap_or_default();
    Ok(sqlx::query_as(sql).bind(tenant).bind(today).bind(monday).bind(after).bind(most).fetch_all(tx.conn()).await?)
}

/// Notes that somebody was told of these deals.
pub async fn notice(tx: &mut Tx, kind: &str, deals: &[(Uuid, NaiveDate)]) -> Result<()> {
    let (ids, dates): (Vec<Uuid>, Vec<NaiveDate>) = deals.iter().copied().unzip();
    let sql = "insert into opportunity_notices (opportunity_id, kind, about)
               select x.id, $2, x.about from unnest($1::uuid[], $3::date[]) as x (id, about) on conflict do nothing";
    sqlx::query(sql).bind(ids).bind(kind).bind(dates).execute(tx.conn()).await?;
    Ok(())
}

/// Who has open deals in a period and has not said what will come in.
pub async fn without_forecast(tx: &mut Tx, period: &Period) -> Result<Vec<UserId>> {
    let sql = "select distinct o.owner_id from opportunities o
               where o.tenant_id = $1 and o.status = 'open' and o.deleted_at is null and o.expected_close_on >= $3
                 and o.expected_close_on < $4 and not exists (
                     select 1 from forecasts f where f.tenant_id = $1 and f.owner_id = o.owner_id and f.period = $2
                       and f.deleted_at is null)";
    let (from, until) = (period.range.from, period.range.until);
    let found = sqlx::query_scalar(sql).bind(tx.tenant()).bind(&period.name).bind(from).bind(until);
    Ok(found.fetch_all(tx.conn()).await?)
}

/// Those who work in a department.
pub async fn colleagues(tx: &mut Tx, department: Option<DepartmentId>) -> Result<Vec<UserId>> {
    let sql = "select id from users where tenant_id = $1 and department_id = $2 and deleted_at is null
                 and status in ('active', 'on_leave') order by id limit 200";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(department).fetch_all(tx.conn()).await?)
}

/// Those who direct sales.
pub async fn directors(tx: &mut Tx) -> Result<Vec<UserId>> {
    let sql = "select u.id from users u join roles r on r.tenant_id = u.tenant_id and r.id = any(u.role_ids)
               where u.tenant_id = $1 and r.code = 'sales_director' and u.deleted_at is null and r.deleted_at is null
                 and u.status in ('active', 'on_leave')";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).fetch_all(tx.conn()).await?)
}
