//! What people call the things that a cell may name: persons, departments, pools, items of dictionaries, customers.

use guanxi_domain::{Result, fields::Kind, platform::dictionary, text::name_key, transfer::Names};
use uuid::Uuid;

use crate::{Tx, platform::dictionaries};

/// All names that a column of this kind may hold, where they are few; none where a cell's text is the value.
pub async fn of(tx: &mut Tx, kind: Kind) -> Result<Option<Names>> {
    Ok(if kind == Kind::User {
        Some(users(tx).await?)
    } else if kind == Kind::Department {
        Some(departments(tx).await?)
    } else if kind == Kind::Reference("lead-pools") {
        Some(pools(tx, LEAD_POOLS).await?)
    } else if kind == Kind::Reference("customer-pools") {
        Some(pools(tx, CUSTOMER_POOLS).await?)
    } else if let Some(code) = kind.dictionary() {
        // Where the organisation has no such list, a cell's text is the value.
        dictionaries::lists(tx).await?.get(code).map(|items| dictionary::names(code, items))
    } else {
        None
    })
}

async fn users(tx: &mut Tx) -> Result<Names> {
    let rows: Vec<(Uuid, String, String, Option<String>)> = sqlx::query_as(
        "select id, name, login, no from users
         where tenant_id = $1 and deleted_at is null and status in ('active', 'on_leave')",
    )
    .bind(tx.tenant())
    .fetch_all(tx.conn())
    .await?;
    let mut names = Names::default();
    for (id, name, login, no) in rows {
        let id = id.to_string();
        names.add(&id, &id);
        names.add(&name, &id);
        names.add(&login, &id);
        if let Some(no) = no {
            names.add(&no, &id);
        }
    }
    Ok(names)
}

const DEPARTMENTS: &str = "select id, name from departments where tenant_id = $1 and deleted_at is null and active";
const LEAD_POOLS: &str = "select id, name from lead_pools where tenant_id = $1 and deleted_at is null and enabled";
const CUSTOMER_POOLS: &str =
    "select id, name from customer_pools where tenant_id = $1 and deleted_at is null and enabled";

async fn departments(tx: &mut Tx) -> Result<Names> {
    pools(tx, DEPARTMENTS).await
}

async fn pools(tx: &mut Tx, statement: &'static str) -> Result<Names> {
    let rows: Vec<(Uuid, String)> = sqlx::query_as(statement).bind(tx.tenant()).fetch_all(tx.conn()).await?;
    let mut names = Names::default();
    for (id, name) in rows {
        let id = id.to_string();
        names.add(&id, &id);
        names.add(&name, &id);
    }
    Ok(names)
}

/// The words of a dictionary's items by their codes, for what goes out: `上海市/浦东新区`.
pub async fn labels(tx: &mut Tx, code: &str) -> Result<Vec<(String, [String; 2])>> {
    let lists = dictionaries::lists(tx).await?;
    let items = lists.get(code).map_or(&[][..], Vec::as_slice);
    Ok(items.iter().map(|item| (item.code.to_string(), dictionary::full_names(items, item))).collect())
}

/// The customers that these words name: by number, by id, or by name however its legal form is written.
pub async fn customers(tx: &mut Tx, words: &[String]) -> Result<Names> {
    let keys: Vec<String> = words.iter().map(|word| name_key(word)).filter(|key| !key.is_empty()).collect();
    let ids: Vec<Uuid> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let rows: Vec<(Uuid, String, String)> = sqlx::query_as(
        "select id, no, name_key from customers
         where tenant_id = $1 and deleted_at is null and status <> 'merged'
           and (no = any($2) or name_key = any($3) or id = any($4))",
    )
    .bind(tx.tenant())
    .bind(words)
    .bind(&keys)
    .bind(&ids)
    .fetch_all(tx.conn())
    .await?;
    let mut names = Names::default();
    for (id, no, key) in rows {
        let id = id.to_string();
        names.add(&id, &id);
        names.add(&no, &id);
        for word in words.iter().filter(|word| name_key(word) == key) {
            names.add(word, &id);
        }
    }
    Ok(names)
}
