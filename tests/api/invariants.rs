//! What every table and every column line must be, whoever adds one.

use std::collections::BTreeSet;

use guanxi_domain::fields::Kind;
use guanxi_persistence::{Table, table::Write, tables};
use serde_json::Value;
use sqlx::PgPool;

use crate::server;

/// Tables that the dispatcher reads across tenants; their queues are ordered without the tenant.
const QUEUES: [&str; 5] = ["outbox", "jobs", "idempotency_keys", "notification_deliveries", "webhook_deliveries"];

async fn names(pool: &PgPool, sql: &'static str) -> Vec<String> {
    sqlx::query_scalar(sql).fetch_all(pool).await.unwrap()
}

fn assert_none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}: {found:#?}");
}

#[tokio::test]
async fn every_table_of_a_tenant_stands_behind_the_fence() {
    let pool = &server::database().await;
    let open = names(
        pool,
        "select c.relname::text from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
           and not (c.relrowsecurity and c.relforcerowsecurity
                    and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'))",
    );
    assert_none(&open.await, "tables without row-level security");
    let foreign = names(
        pool,
        "select c.relname::text from pg_class c
         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
           and c.relname not in ('tenants', '_sqlx_migrations')
           and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')",
    );
    assert_none(&foreign.await, "tables that belong to no tenant");
    let owned = names(
        pool,
        "select c.relname::text from pg_class c join pg_roles r on r.oid = c.relowner
         where r.rolname in ('guanxi_app', 'guanxi_dispatcher')",
    );
    assert_none(&owned.await, "the server's roles own nothing");
}

#[tokio::test]
async fn every_reference_stays_in_its_tenant_and_nothing_cascades() {
    let pool = &server::database().await;
    let crossing = names(
        pool,
        "select con.conrelid::regclass || '.' || con.conname from pg_constraint con
         where con.contype = 'f' and con.connamespace = 'public'::regnamespace
           and not exists (select 1 from pg_attribute a
                           where a.attrelid = con.conrelid and a.attnum = con.conkey[1] and a.attname = 'tenant_id')
           and con.confrelid <> 'tenants'::regclass",
    );
    assert_none(&crossing.await, "foreign keys that do not name the tenant first");
    let cascading = names(
        pool,
        "select con.conrelid::regclass || '.' || con.conname from pg_constraint con
         where con.contype = 'f' and con.confdeltype = 'c'
           and con.confrelid in (select oid from pg_class where relname in ('users', 'departments', 'roles')
                                                             or relname like 'dictionar%')
           and con.conrelid <> 'users_tokens'::regclass",
    );
    assert_none(&cascading.await, "foreign keys that cascade from people or dictionaries");
    let unindexed = names(
        pool,
        "select con.conrelid::regclass || '.' || con.conname from pg_constraint con
         where con.contype = 'f' and con.connamespace = 'public'::regnamespace
           and not exists (select 1 from pg_index i where i.indrelid = con.conrelid
                           and (i.indkey::int2[])[0:cardinality(con.conkey) - 1] @> con.conkey)",
    );
    assert_none(&unindexed.await, "foreign keys without an index");
}

#[tokio::test]
async fn every_index_begins_with_the_tenant() {
    let pool = &server::database().await;
    let loose = names(
        pool,
        "select i.indrelid::regclass || '.' || i.indexrelid::regclass from pg_index i
         join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
         join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id'
         where i.indkey[0] <> t.attnum",
    );
    let loose = loose.await.into_iter().filter(|name| !QUEUES.iter().any(|queue| name.starts_with(queue)));
    assert_none(&loose.collect::<Vec<_>>(), "indexes that do not begin with tenant_id");
}

#[tokio::test]
async fn every_column_line_fits_its_table() {
    let pool = &server::database().await;
    let mut wrong = Vec::new();
    for table in tables::all() {
        for column in table.all_columns().filter(|column| column.sql.is_none()) {
            let found: Option<(String, bool)> = sqlx::query_as(
                "select format_type(a.atttypid, null), a.attnotnull from pg_attribute a
                 where a.attrelid = to_regclass($1) and a.attname = $2 and not a.attisdropped",
            )
            .bind(table.name)
            .bind(column.key)
            .fetch_optional(pool)
            .await
            .unwrap();
            let place = format!("{}.{}", table.name, column.key);
            match found {
                None => wrong.push(format!("{place} is not in the table")),
                Some((kind, filled)) => {
                    if !fits(column.kind, &kind) {
                        wrong.push(format!("{place} is {kind}, not {}", column.kind.sql()));
                    }
                    if column.filled && !filled {
                        wrong.push(format!("{place} may be null in the table"));
                    }
                }
            }
        }
        for key in table.shown {
            if !table.has(key) {
                wrong.push(format!("{}: shows {key}, which it does not have", table.name));
            }
        }
        if !table.has(table.sort.trim_start_matches('-')) {
            wrong.push(format!("{}: sorts by {}, which it does not have", table.name, table.sort));
        }
    }
    assert_none(&wrong, "column lines that do not fit");
}

fn fits(kind: Kind, found: &str) -> bool {
    let wanted = match kind.sql() {
        "timestamptz" => "timestamp with time zone",
        other => other,
    };
    found == wanted
        || (kind == Kind::Int && matches!(found, "integer" | "smallint"))
        || (wanted == "text" && found == "character")
}

/// The body of a create and the columns that people write are the same keys.
#[test]
fn every_body_has_the_keys_that_people_write() {
    let document = serde_json::to_value(guanxi_api::openapi::document()).unwrap();
    let mut wrong = Vec::new();
    for table in tables::all() {
        let path = format!("/{}", table.path());
        let body = &document["paths"][&path]["post"]["requestBody"]["content"]["application/json"]["schema"];
        let Some(name) = body["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) else { continue };
        let typed = keys(&document["components"]["schemas"][name]);
        let written = written(table);
        for key in typed.symmetric_difference(&written) {
            wrong.push(format!("{}: {key} stands in only one of {name} and the columns", table.name));
        }
    }
    assert_none(&wrong, "bodies that differ from their columns");
}

fn keys(schema: &Value) -> BTreeSet<String> {
    schema["properties"].as_object().into_iter().flat_map(|properties| properties.keys().cloned()).collect()
}

fn written(table: &Table) -> BTreeSet<String> {
    let writes = |write| matches!(write, Write::Free | Write::Once);
    let columns = table.columns.iter().filter(|column| column.sql.is_none() && writes(column.write));
    columns.map(|column| column.key.to_owned()).collect()
}
