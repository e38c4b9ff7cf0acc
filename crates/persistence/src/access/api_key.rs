//! Keys that programs call with.

use chrono::{DateTime, Utc};
use guanxi_domain::{Permission, Result, access::api_key, fields::Kind};
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, table::named};

pub struct ApiKey;

impl Record for ApiKey {
    const READ: Permission = api_key::READ;
    const TABLE: &'static Table = &Table {
        name: "api_keys",
        noun: "api_key",
        label: ["接口密钥", "API key"],
        columns: &[
            Column::new("name", Kind::Text, "名称", "Name").required().max(100),
            Column::new("user_id", Kind::User, "所属用户", "User").filled().once(),
            Column::new("user_name", Kind::Text, "所属用户", "User").filled().named(named!("users", "user_id")),
            Column::new("scopes", Kind::Tags, "权限范围", "Scopes").required(),
            Column::new("ip_allow", Kind::Tags, "IP 白名单", "Allowed addresses").filled(),
            Column::new("expires_at", Kind::Timestamp, "到期时间", "Expires at"),
            Column::new("rate_per_minute", Kind::Int, "每分钟请求数", "Requests a minute").filled(),
            Column::new("hint", Kind::Text, "密钥尾号", "Ends in").filled().never(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", api_key::CREATE), Action::new("delete", api_key::DELETE)],
        sort: "-created_at",
        shown: &["name", "user_name", "scopes", "hint", "expires_at", "rate_per_minute"],
        added: &[],
        searchable: false,
        internal: &["secret_hash", "revoked_at"],
    };
}

/// Keys that end before a time, and whose people were not told of it yet; by now they are: whose, name and end.
pub async fn expiring(tx: &mut Tx, before: DateTime<Utc>) -> Result<Vec<(Uuid, String, DateTime<Utc>)>> {
    let now = tx.now();
    let sql = "with noted as (
                   insert into api_key_notices (key_id, expires_at)
                   select id, expires_at from api_keys
                   where tenant_id = $1 and expires_at > $2 and expires_at <= $3 and revoked_at is null
                     and deleted_at is null
                   on conflict do nothing returning key_id)
               select k.user_id, k.name, k.expires_at from api_keys k join noted n on n.key_id = k.id
               where k.tenant_id = $1 order by k.id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(now).bind(before).fetch_all(tx.conn()).await?)
}
