//! Where a record goes when it is let go, and who belongs there.

use guanxi_domain::{
    Code, Error, FieldCode, FieldError, Result, UserId,
    fields::Kind,
    ownership::{grace_until, target_pool},
    settings::RECYCLE_GRACE_DAYS,
};
use guanxi_persistence::{
    Locked, Table, Tx,
    ownership::{self as store, Owned, PooledBy, Receiver},
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Holdable, person};

/// The pool that a record begins with, or goes to when it is let go.
pub fn pool_for(pools: &[store::Pool], came_from: Option<Uuid>, owner: Option<&Receiver>) -> Result<Uuid> {
    let choices: Vec<_> = pools.iter().map(|pool| pool.choice.clone()).collect();
    target_pool(&choices, came_from, owner.map(person).as_ref())
        .ok_or_else(|| Error::unexpected("an organisation without a pool"))
}

/// The same, where it is not known who its owner is: he is asked for if it depends on him.
pub async fn home_of(
    tx: &mut Tx,
    owned: &Owned,
    pools: &[store::Pool],
    came_from: Option<Uuid>,
    owner: Option<UserId>,
) -> Result<Uuid> {
    let enabled = came_from.filter(|id| pools.iter().any(|pool| pool.choice.id == *id && pool.choice.enabled));
    if let Some(pool) = enabled {
        return Ok(pool);
    }
    let receiver = match owner {
        Some(owner) => store::find_receiver(tx, owned, owner).await?,
        None => None,
    };
    pool_for(pools, came_from, receiver.as_ref())
}

/// The pool that this record goes back to.
pub async fn home<R: Holdable>(tx: &mut Tx, pools: &[store::Pool], record: &Locked<R>) -> Result<Uuid> {
    home_of(tx, R::KIND, pools, record.id_of("origin_pool_id"), record.facts.owner).await
}

/// Who puts a record into a pool: its owner, or somebody above him.
pub fn pooled_by(tx: &Tx, owner: Option<UserId>) -> PooledBy {
    match tx.actor().user {
        None => PooledBy::System,
        Some(me) if Some(me) == owner => PooledBy::Rep,
        Some(_) => PooledBy::Manager,
    }
}

/// Whether somebody belongs to a pool, as member or admin.
pub fn is_member(pools: &[store::Pool], pool: Uuid, receiver: &Receiver) -> bool {
    let person = person(receiver);
    pools
        .iter()
        .find(|known| known.choice.id == pool)
        .is_some_and(|known| known.admins.contains(&receiver.id) || known.choice.members.closeness(&person).is_some())
}

/// What is written beside rules of recycling that change today: from when on they hold.
pub async fn recycled_later(tx: &mut Tx) -> Result<Map<String, Value>> {
    let grace = guanxi_persistence::settings::load(tx).await?.get(RECYCLE_GRACE_DAYS);
    let date = grace_until(tx.today(), grace);
    Ok(date.map(|date| ("recycle_not_before".to_owned(), json!(date))).into_iter().collect())
}

/// Refuses to switch a pool so that there would be no default, or that what lies in it would be lost; the default is
/// taken from the pool that had it.
pub async fn switch<P>(
    tx: &mut Tx,
    owned: &Owned,
    before: Option<&Locked<P>>,
    enabled: bool,
    is_default: bool,
) -> Result<()> {
    let was = |key: &str| before.is_some_and(|pool| pool.row.get(key) == Some(&Value::Bool(true)));
    if is_default && !enabled {
        return Err(Error::field("/enabled", FieldCode::Invalid));
    }
    if was("is_default") && !is_default {
        // Another pool becomes the default instead.
        return Err(Error::field("/is_default", FieldCode::Invalid));
    }
    if let Some(pool) = before.filter(|_| was("enabled") && !enabled) {
        may_go(tx, owned, pool.id).await?;
    }
    if is_default && !was("is_default") {
        store::no_default(tx, owned).await?;
    }
    Ok(())
}

/// Refuses to do without a pool in which something lies, the default one, which receives what no other does, and the last
/// one that is on.
pub async fn may_go(tx: &mut Tx, owned: &Owned, pool: Uuid) -> Result<()> {
    if store::lies_in(tx, owned, pool).await? {
        return Err(Error::new(Code::PoolNotEmpty));
    }
    let pools = store::pools(tx, owned).await?;
    let stays = pools.iter().any(|other| other.choice.id != pool && other.choice.enabled);
    let is_default = pools.iter().any(|other| other.choice.id == pool && other.choice.is_default);
    if stays && !is_default { Ok(()) } else { Err(Error::new(Code::LastPool).with("is_default", is_default)) }
}

/// The fields that a pool cannot cover: none of these records has them, or they are no text.
pub async fn uncoverable<'k>(
    tx: &mut Tx,
    tables: &[&'static Table],
    masked_fields: impl Iterator<Item = &'k str>,
) -> Result<Vec<FieldError>> {
    let mut own = Vec::with_capacity(tables.len());
    for table in tables {
        own.push(tx.table(table).await?);
    }
    let mut wrong = Vec::new();
    for (index, key) in masked_fields.enumerate() {
        let mut columns = own.iter().flat_map(|table| table.own_columns()).filter(|column| column.is_stored());
        let coverable = columns.any(|column| {
            let hidden =
                column.kind == Kind::Tags || (column.kind.is_text() && !matches!(column.kind, Kind::Choice(_)));
            column.key == key && hidden
        });
        if !coverable {
            wrong.push(FieldError::new(format!("/masked_fields/{index}"), FieldCode::NotOneOf));
        }
    }
    Ok(wrong)
}
