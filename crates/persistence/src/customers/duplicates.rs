//! Who may be the same as somebody: everything by an index, nothing by a scan (3.6).

use chrono::{DateTime, Utc};
use guanxi_domain::{DepartmentId, Result, UserId, customers::customer::Identity};
use uuid::Uuid;

use crate::Tx;

/// How many of each kind are looked at; the surest come first.
const MOST: i64 = 200;

/// A customer or an open lead that may be the same.
#[derive(Debug, sqlx::FromRow)]
pub struct Known {
    pub object: String,
    pub id: Uuid,
    pub name: String,
    pub name_key: String,
    pub is_person: bool,
    pub uscc: Option<String>,
    pub match_keys: Vec<String>,
    pub owner_id: Option<UserId>,
    pub owner_name: Option<String>,
    pub owner_department_id: Option<DepartmentId>,
    pub owner_department_name: Option<String>,
    pub pool_id: Option<Uuid>,
    pub deal_status: Option<String>,
    pub last_activity_at: Option<DateTime<Utc>>,
}

/// Holds everybody else up who wants to write a customer of the same name, until the transaction ends: two at once
/// must not both find that there is none.
pub async fn lock_name(tx: &mut Tx, name_key: &str) -> Result<()> {
    let sql = "select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || $2, 0))";
    sqlx::query(sql).bind(tx.tenant()).bind(name_key).execute(tx.conn()).await?;
    Ok(())
}

/// Customers with the same code or name, with a phone, website or mail in common, or with a name that is alike.
pub async fn customers(tx: &mut Tx, identity: &Identity, except: Option<Uuid>) -> Result<Vec<Known>> {
    let sql = "with found as (
            (select id from customers where tenant_id = $1 and name_key = $2 and deleted_at is null limit $5)
            union
            (select id from customers where tenant_id = $1 and uscc = $3 and deleted_at is null and status <> 'merged')
            union
            (select id from customers where tenant_id = $1 and match_keys && $4 and deleted_at is null limit $5)
            union
            (select id from customers where tenant_id = $1 and match_keys && $6 and deleted_at is null limit $5))
        select 'customer' as object, t.id, t.name, t.name_key, t.kind = 'person' as is_person, t.uscc, t.match_keys,
            t.owner_id, u.name as owner_name, t.owner_department_id, d.name as owner_department_name, t.pool_id,
            t.deal_status, t.last_activity_at
        from found
        join customers t on t.tenant_id = $1 and t.id = found.id
        left join users u on u.tenant_id = $1 and u.id = t.owner_id
        left join departments d on d.tenant_id = $1 and d.id = t.owner_department_id
        where t.status <> 'merged' and t.id is distinct from $7";
    let name_key = (!identity.name_key.is_empty()).then_some(identity.name_key.as_str());
    let sql = sqlx::query_as(sql)
        .bind(tx.tenant())
        .bind(name_key)
        .bind(identity.uscc.as_deref())
        .bind(identity.match_keys())
        .bind(MOST)
        .bind(identity.alike_keys())
        .bind(except);
    Ok(sql.fetch_all(tx.conn()).await?)
}

/// Open leads with the same name, phone or mail.
pub async fn leads(tx: &mut Tx, identity: &Identity) -> Result<Vec<Known>> {
    let sql = "with found as (
            (select id from leads where tenant_id = $1 and name_key = $2 and deleted_at is null limit $5)
            union
            (select id from leads where tenant_id = $1 and phone_norm = any($3) and deleted_at is null limit $5)
            union
            (select id from leads where tenant_id = $1 and mobile_norm = any($3) and deleted_at is null limit $5)
            union
            (select id from leads where tenant_id = $1 and email = any($4) and deleted_at is null limit $5))
        select 'lead' as object, t.id, t.name, t.name_key, t.company_name is null as is_person, null as uscc,
            array_remove(array['phone:' || t.phone_norm, 'phone:' || t.mobile_norm, 'mail:' || t.email], null)
                as match_keys,
            t.owner_id, u.name as owner_name, t.owner_department_id, d.name as owner_department_name, t.pool_id,
            null as deal_status, t.last_activity_at
        from found
        join leads t on t.tenant_id = $1 and t.id = found.id
        left join users u on u.tenant_id = $1 and u.id = t.owner_id
        left join departments d on d.tenant_id = $1 and d.id = t.owner_department_id
        where t.status in ('unassigned', 'pending', 'following')";
    let name_key = (!identity.name_key.is_empty()).then_some(identity.name_key.as_str());
    let sql =
        sqlx::query_as(sql).bind(tx.tenant()).bind(name_key).bind(&identity.phones).bind(&identity.emails).bind(MOST);
    Ok(sql.fetch_all(tx.conn()).await?)
}
