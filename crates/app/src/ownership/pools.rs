//! Where a record goes when it is let go, and who belongs there.

use chrono::NaiveDate;
use guanxi_domain::{
    Error, FieldCode, FieldError, Result, UserId,
    fields::Kind,
    ownership::{grace_until, target_pool},
    settings::RECYCLE_GRACE_DAYS,
};
use guanxi_persistence::{
    Locked, Table, Tx,
    ownership::{self as store, Owned, PooledBy, Receiver},
};
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

/// The earliest due date under rules that change today.
pub async fn not_before(tx: &mut Tx) -> Result<Option<NaiveDate>> {
    let grace = guanxi_persistence::settings::load(tx).await?.get(RECYCLE_GRACE_DAYS);
    Ok(grace_until(tx.today(), grace))
}

/// The fields that a pool cannot cover: none of these records has them, or they are no text.
pub fn uncoverable<'k>(tables: &[&Table], masked_fields: impl Iterator<Item = &'k str>) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    for (index, key) in masked_fields.enumerate() {
        let mut columns = tables.iter().flat_map(|table| table.columns).filter(|column| column.sql.is_none());
        let coverable = columns.any(|column| {
            let hidden =
                column.kind == Kind::Tags || (column.kind.is_text() && !matches!(column.kind, Kind::Choice(_)));
            column.key == key && hidden
        });
        if !coverable {
            wrong.push(FieldError::new(format!("/masked_fields/{index}"), FieldCode::NotOneOf));
        }
    }
    wrong
}
