//! The teams of customers.

use guanxi_domain::{
    Result, UserId, Version,
    customers::team::{Member, TeamAccess},
};
use serde_json::Value;
use uuid::Uuid;

use crate::Tx;

/// The team of a customer, by name. Whose time is over stays in the list until he is taken out.
pub async fn of(tx: &mut Tx, customer: Uuid) -> Result<Vec<Value>> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let sql = "select jsonb_build_object('user_id', m.user_id, 'user_name', u.name, 'department_id', u.department_id,
                   'access', m.access, 'role_label', m.role_label, 'expires_at', m.expires_at,
                   'expired', coalesce(m.expires_at <= $3, false))
               from customer_team m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
               where m.tenant_id = $1 and m.customer_id = $2 order by u.name, m.user_id";
    Ok(sqlx::query_scalar(sql).bind(tenant).bind(customer).bind(now).fetch_all(tx.conn()).await?)
}

/// What somebody may do with a customer as a member of its team.
pub async fn access_of(tx: &mut Tx, customer: Uuid, user: UserId) -> Result<Option<TeamAccess>> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let sql = "select access from customer_team
               where tenant_id = $1 and customer_id = $2 and user_id = $3 and (expires_at is null or expires_at > $4)";
    let access: Option<String> =
        sqlx::query_scalar(sql).bind(tenant).bind(customer).bind(user).bind(now).fetch_optional(tx.conn()).await?;
    Ok(access.map(|access| if access == "read" { TeamAccess::Read } else { TeamAccess::ReadWrite }))
}

/// Changes whenever anybody in the team of a customer does, or what he may.
pub async fn version(tx: &mut Tx, customer: Uuid) -> Result<Version> {
    let sql = "select ('x' || left(md5(coalesce(string_agg(concat_ws(' ', id, version), ',' order by id), '')), 13))
                   ::bit(52)::bigint
               from customer_team where tenant_id = $1 and customer_id = $2";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(customer).fetch_one(tx.conn()).await?)
}

/// Who came into a team and who left it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves {
    pub added: Vec<UserId>,
    pub removed: Vec<UserId>,
}

/// Makes these the team of a customer; those who stay as they are stay untouched.
pub async fn replace(tx: &mut Tx, customer: Uuid, members: &[Member]) -> Result<Moves> {
    let tenant = tx.tenant();
    let users: Vec<UserId> = members.iter().map(|member| member.user_id).collect();
    let known = "select user_id from customer_team where tenant_id = $1 and customer_id = $2";
    let known: Vec<UserId> = sqlx::query_scalar(known).bind(tenant).bind(customer).fetch_all(tx.conn()).await?;
    let out = "delete from customer_team where tenant_id = $1 and customer_id = $2 and user_id <> all($3)
               returning user_id";
    let removed = sqlx::query_scalar(out).bind(tenant).bind(customer).bind(&users).fetch_all(tx.conn()).await?;
    for member in members {
        let sql = "insert into customer_team as m (id, customer_id, user_id, access, role_label, expires_at)
                   values ($1, $2, $3, $4, $5, $6)
                   on conflict (tenant_id, customer_id, user_id) do update
                   set access = excluded.access, role_label = excluded.role_label, expires_at = excluded.expires_at
                   where (m.access, m.role_label, m.expires_at)
                       is distinct from (excluded.access, excluded.role_label, excluded.expires_at)";
        sqlx::query(sql)
            .bind(Uuid::now_v7())
            .bind(customer)
            .bind(member.user_id)
            .bind(member.access.word())
            .bind(member.role_label.as_deref())
            .bind(member.expires_at)
            .execute(tx.conn())
            .await?;
    }
    Ok(Moves { added: users.into_iter().filter(|user| !known.contains(user)).collect(), removed })
}

/// Keeps those who had customers in their teams: (customer, who had it).
pub async fn keep(tx: &mut Tx, kept: &[(Uuid, UserId)], access: TeamAccess) -> Result<()> {
    let ids: Vec<Uuid> = kept.iter().map(|_| Uuid::now_v7()).collect();
    let (customers, users): (Vec<Uuid>, Vec<UserId>) = kept.iter().copied().unzip();
    let sql = "insert into customer_team (id, customer_id, user_id, access)
               select id, customer_id, user_id, $4
               from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as kept (id, customer_id, user_id)
               on conflict (tenant_id, customer_id, user_id)
               do update set access = excluded.access, expires_at = null";
    sqlx::query(sql).bind(ids).bind(customers).bind(users).bind(access.word()).execute(tx.conn()).await?;
    Ok(())
}
