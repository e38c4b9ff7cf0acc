//! What happened to records, and who had them.

use guanxi_domain::{Result, UserId};
use serde_json::Value;
use uuid::Uuid;

use super::{Handover, Owned};
use crate::Tx;

/// Keeps what happened to a record that changed hands in a statement of its own, or did not.
pub async fn log(
    tx: &mut Tx,
    owned: &Owned,
    record: Uuid,
    kind: Handover,
    from: (Option<UserId>, Option<Uuid>),
    to: (Option<UserId>, Option<Uuid>),
    why: (Option<&str>, Option<&str>),
) -> Result<()> {
    let (now, today) = (tx.now(), tx.today());
    let kind: &str = kind.into();
    sqlx::query(
        "insert into claim_log (id, object, record_id, kind, from_owner_id, from_pool_id, to_owner_id, to_pool_id, at,
             on_date, reason, note)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(Uuid::now_v7())
    .bind(owned.object)
    .bind(record)
    .bind(kind)
    .bind(from.0)
    .bind(from.1)
    .bind(to.0)
    .bind(to.1)
    .bind(now)
    .bind(today)
    .bind(why.0)
    .bind(why.1)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes down whom many new records belong to: (record, owner, pool).
pub async fn log_new(tx: &mut Tx, owned: &Owned, records: &[(Uuid, Option<UserId>, Option<Uuid>)]) -> Result<()> {
    let (now, today) = (tx.now(), tx.today());
    let ids: Vec<Uuid> = records.iter().map(|_| Uuid::now_v7()).collect();
    let created: Vec<Uuid> = records.iter().map(|(id, _, _)| *id).collect();
    let owners: Vec<Option<Uuid>> = records.iter().map(|(_, owner, _)| owner.map(Into::into)).collect();
    let pools: Vec<Option<Uuid>> = records.iter().map(|(_, _, pool)| *pool).collect();
    let kind: &str = Handover::Create.into();
    sqlx::query(
        "insert into claim_log (id, object, record_id, kind, to_owner_id, to_pool_id, at, on_date)
         select id, $1, record_id, $2, owner_id, pool_id, $3, $4
         from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) as new (id, record_id, owner_id, pool_id)",
    )
    .bind(owned.object)
    .bind(kind)
    .bind(now)
    .bind(today)
    .bind(ids)
    .bind(created)
    .bind(owners)
    .bind(pools)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The log of one record, newest first, with the names of people and pools.
pub async fn history(tx: &mut Tx, record: Uuid) -> Result<Vec<Value>> {
    let tenant = tx.tenant();
    let lines = sqlx::query_scalar(
        "select jsonb_build_object('id', g.id, 'kind', g.kind, 'at', g.at, 'reason', g.reason, 'note', g.note,
             'by', g.by, 'by_name', b.name,
             'from_owner_id', g.from_owner_id, 'from_owner_name', f.name,
             'to_owner_id', g.to_owner_id, 'to_owner_name', o.name,
             'from_pool_id', g.from_pool_id, 'from_pool_name', coalesce(fp.name, fc.name),
             'to_pool_id', g.to_pool_id, 'to_pool_name', coalesce(tp.name, tc.name))
         from claim_log g
         left join users b on b.tenant_id = g.tenant_id and b.id = g.by
         left join users f on f.tenant_id = g.tenant_id and f.id = g.from_owner_id
         left join users o on o.tenant_id = g.tenant_id and o.id = g.to_owner_id
         left join lead_pools fp on fp.tenant_id = g.tenant_id and fp.id = g.from_pool_id
         left join lead_pools tp on tp.tenant_id = g.tenant_id and tp.id = g.to_pool_id
         left join customer_pools fc on fc.tenant_id = g.tenant_id and fc.id = g.from_pool_id
         left join customer_pools tc on tc.tenant_id = g.tenant_id and tc.id = g.to_pool_id
         where g.tenant_id = $1 and g.record_id = $2 order by g.at desc, g.id desc limit 200",
    );
    Ok(lines.bind(tenant).bind(record).fetch_all(tx.conn()).await?)
}
