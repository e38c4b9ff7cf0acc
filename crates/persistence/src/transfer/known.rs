//! Which of many new records are there already: one question for all of them.

use guanxi_domain::Result;
use uuid::Uuid;

use crate::Tx;

/// Open leads with one of these numbers: (number, lead).
pub async fn leads_by_phone(tx: &mut Tx, phones: &[String]) -> Result<Vec<(String, Uuid)>> {
    let found = sqlx::query_as(
        "select phone_norm, id from leads
         where tenant_id = $1 and phone_norm = any($2) and deleted_at is null
           and status in ('unassigned', 'pending', 'following')
         union all
         select mobile_norm, id from leads
         where tenant_id = $1 and mobile_norm = any($2) and deleted_at is null
           and status in ('unassigned', 'pending', 'following')",
    );
    Ok(found.bind(tx.tenant()).bind(phones).fetch_all(tx.conn()).await?)
}

/// Open leads of these companies that have no number, with the person's name.
pub async fn leads_by_name(tx: &mut Tx, keys: &[String]) -> Result<Vec<(String, Option<String>, Uuid)>> {
    let found = sqlx::query_as(
        "select name_key, contact_name, id from leads
         where tenant_id = $1 and name_key = any($2) and name_key <> '' and deleted_at is null
           and phone_norm is null and mobile_norm is null and status in ('unassigned', 'pending', 'following')",
    );
    Ok(found.bind(tx.tenant()).bind(keys).fetch_all(tx.conn()).await?)
}

/// A customer as far as it is compared.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct KnownCustomer {
    pub id: Uuid,
    pub name_key: String,
    pub is_person: bool,
    pub uscc: Option<String>,
    pub match_keys: Vec<String>,
}

/// Customers with one of these names, codes or, where they are people, numbers.
pub async fn customers(
    tx: &mut Tx,
    names: &[String],
    codes: &[String],
    phones: &[String],
) -> Result<Vec<KnownCustomer>> {
    let found = sqlx::query_as(
        "with found as (
             select id from customers where tenant_id = $1 and name_key = any($2) and deleted_at is null
             union
             select id from customers where tenant_id = $1 and uscc = any($3) and deleted_at is null
             union
             select id from customers where tenant_id = $1 and match_keys && $4 and deleted_at is null)
         select t.id, t.name_key, t.kind = 'person' as is_person, t.uscc, t.match_keys
         from found join customers t on t.tenant_id = $1 and t.id = found.id
         where t.status <> 'merged' order by t.id",
    );
    Ok(found.bind(tx.tenant()).bind(names).bind(codes).bind(phones).fetch_all(tx.conn()).await?)
}

/// Holds everybody else up who wants to write a customer of one of these names.
pub async fn lock_names(tx: &mut Tx, keys: &[String]) -> Result<()> {
    sqlx::query(
        "select pg_advisory_xact_lock(key) from (
             select distinct hashtextextended($1::text || ' ' || name, 0) as key from unnest($2::text[]) name
             order by 1) keys",
    )
    .bind(tx.tenant().to_string())
    .bind(keys)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Contacts of these customers: (customer, mobile, e-mail, contact).
pub async fn contacts(tx: &mut Tx, customers: &[Uuid]) -> Result<Vec<(Uuid, Option<String>, Option<String>, Uuid)>> {
    let found = sqlx::query_as(
        "select customer_id, mobile_norm, email, id from contacts
         where tenant_id = $1 and customer_id = any($2) and deleted_at is null order by created_at, id",
    );
    Ok(found.bind(tx.tenant()).bind(customers).fetch_all(tx.conn()).await?)
}
