//! What happens to customers beyond the rules of all records that people hold: transferred with what belongs to them,
//! locked, made key accounts (3.3, 3.5, 3.8, 3.9).

use chrono::NaiveDate;
use guanxi_domain::{
    Code, CustomerPoolId, Error, FieldCode, Permission, Result, UserId,
    access::{customer, key_account},
    customers::{
        state::{CustomerColumns, CustomerEvent, CustomerState, CustomerStatus},
        team::TeamAccess,
    },
    error::FieldError,
    life::Life,
    ownership::HeldObject,
    settings::{self, Settings},
    text::Note,
    time,
};
use guanxi_persistence::{
    Locked, Tx,
    customers::{
        customer::{self as store, Customer},
        recycle, team,
    },
    ownership::{CUSTOMER, Owned, lock_receivers},
    read, settings as stored, write,
};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::{
    body,
    opportunities::verbs as opportunities,
    ownership::{self, Holdable, Step, ToUser},
    records::{self, BatchResult, Saved},
};

impl Holdable for Customer {
    const KIND: &'static Owned = &CUSTOMER;
    const ASSIGN: Permission = customer::ASSIGN;
    const TRANSFER: Permission = customer::TRANSFER;
    const LET_GO: Permission = customer::RELEASE;
    const REASONS: &'static str = "release_reason";

    fn check(tx: &Tx, record: &Locked<Self>, step: Step) -> Result<()> {
        let event = match step {
            Step::Assign(to) => CustomerEvent::Assigned { to },
            Step::Transfer(to) => CustomerEvent::Transferred { to },
            Step::LetGo(to) => CustomerEvent::Released { to: CustomerPoolId(to) },
            Step::Move(to) => CustomerEvent::Moved { to: CustomerPoolId(to) },
        };
        state(record, tx.today())?.transition(event).map(drop)
    }

    async fn before_recycling(tx: &mut Tx) -> Result<()> {
        recycle::end_locks(tx).await.map(drop)
    }

    fn members_only(settings: &Settings) -> bool {
        settings.get(settings::CUSTOMER_ASSIGN_MEMBERS_ONLY)
    }
}

/// Who has a locked customer. A lock whose day is past is none.
pub fn state(record: &Locked<Customer>, today: NaiveDate) -> Result<CustomerState> {
    let status = record.text("status").and_then(|status| status.parse::<CustomerStatus>().ok());
    let locked = record.row.get("locked").and_then(Value::as_bool).unwrap_or_default();
    let until: Option<NaiveDate> = record.text("locked_until").and_then(|date| date.parse().ok());
    CustomerState::try_from(CustomerColumns {
        status: status.ok_or_else(|| Error::unexpected("a customer without a status"))?,
        owner_id: record.facts.owner,
        pool_id: record.facts.pool.map(CustomerPoolId),
        locked: locked && until.is_none_or(|until| today <= until),
        merged_into: record.id_of("merged_into").map(Into::into),
    })
}

// ── Transfer ─────────────────────────────────────────────────────────────────────────────

/// To whom a customer goes, and what its owner keeps of it.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    pub user_id: UserId,
    /// What goes along. Contacts always do: they are their customer's.
    #[serde(default)]
    pub with: Vec<Along>,
    /// What the owner until now may go on doing, as a member of the team.
    #[serde(default)]
    pub keep_me_as: Keep,
    #[serde(default)]
    pub reason: Option<Note>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Along {
    Contacts,
    /// The open deals of whoever had the customer.
    Opportunities,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    #[default]
    None,
    Read,
    ReadWrite,
}

pub async fn transfer(tx: &mut Tx, id: Uuid, asked: &Transfer) -> Result<Saved> {
    let result = transfer_all(tx, &[id], true, asked).await?;
    ownership::only(result, id)
}

/// Gives owned customers to another owner; who had them stays in their teams if he is to.
pub async fn transfer_all(tx: &mut Tx, ids: &[Uuid], atomic: bool, asked: &Transfer) -> Result<BatchResult> {
    let to = ToUser { user_id: asked.user_id, note: asked.reason.clone() };
    let (records, result) = ownership::hand_over::<Customer>(tx, ids, atomic, &to).await?;
    let before: Vec<(Uuid, UserId)> = records.iter().filter_map(|held| Some((held.id, held.owner?))).collect();
    if asked.with.contains(&Along::Opportunities) {
        opportunities::go_along(tx, &before, asked.user_id).await?;
    }
    let access = match asked.keep_me_as {
        Keep::None => return Ok(result),
        Keep::Read => TeamAccess::Read,
        Keep::ReadWrite => TeamAccess::ReadWrite,
    };
    team::keep(tx, &before, access).await?;
    Ok(result)
}

// ── Between pools ────────────────────────────────────────────────────────────────────────

/// Where a customer goes that lies in a pool.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntoPool {
    pub pool_id: CustomerPoolId,
}

pub async fn move_all(tx: &mut Tx, ids: &[Uuid], atomic: bool, to: &IntoPool) -> Result<BatchResult> {
    ownership::move_all::<Customer>(tx, customer::MOVE, ids, atomic, to.pool_id.0).await
}

pub async fn move_one(tx: &mut Tx, id: Uuid, to: &IntoPool) -> Result<Saved> {
    let result = move_all(tx, &[id], true, to).await?;
    ownership::only(result, id)
}

// ── Locks ────────────────────────────────────────────────────────────────────────────────

/// Until when a customer stays with its owner whatever the rules of its pool say, and why.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    pub until: NaiveDate,
    pub reason: Note,
}

/// Locks many customers, each on its own.
pub async fn lock_all(tx: &mut Tx, ids: &[Uuid], atomic: bool, asked: &Lock) -> Result<BatchResult> {
    // All capacities before any record: one after the other, each would wait behind the record before.
    let owners = store::owners(tx, ids).await?;
    lock_receivers(tx, &CUSTOMER, &owners).await?;
    records::each(tx, ids, atomic, async |tx, id| lock(tx, id, asked).await.map(drop)).await
}

/// Keeps a customer from being taken back. Whoever bought needs no lock.
pub async fn lock(tx: &mut Tx, id: Uuid, asked: &Lock) -> Result<Saved> {
    let today = tx.today();
    let settings = stored::load(tx).await?;
    let latest = time::plus(today, settings.get(settings::CUSTOMER_LOCK_MAX_DAYS));
    if !(today..=latest).contains(&asked.until) {
        let field = FieldError::new("/until", FieldCode::OutOfRange);
        return Err(Error::fields(vec![field.with("min", today.to_string()).with("max", latest.to_string())]));
    }
    // His capacity is locked before the record, as everywhere.
    let owner = store::owner(tx, id).await?;
    if let Some(owner) = owner {
        lock_receivers(tx, &CUSTOMER, &[owner]).await?;
    }
    let record = read::lock::<Customer>(tx, customer::LOCK, id).await?;
    if record.facts.owner != owner {
        return Err(Error::Retry);
    }
    state(&record, today)?.transition(CustomerEvent::Locked)?;
    if record.text("deal_status") == Some("dealt") {
        return Err(Error::invalid_state("dealt", "lock", &[]));
    }
    if let (Some(owner), Some(limit)) = (owner, settings.get(settings::CUSTOMER_LOCK_CAPACITY)) {
        let remaining = i64::from(limit) - store::locks_of(tx, owner).await?;
        if remaining <= 0 {
            return Err(Error::new(Code::LockCapExceeded).with("remaining", 0));
        }
    }
    let me = tx.actor().user;
    let values = json!({"locked": true, "locked_until": asked.until, "locked_by": me, "lock_reason": asked.reason});
    write::update(tx, &record, body::object(&values)?).await?;
    let told = json!({"until": asked.until, "reason": asked.reason});
    tx.emit("customer.locked", "customers", id, told).await?;
    Ok(Saved::new(id))
}

pub async fn unlock(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<Customer>(tx, customer::LOCK, id).await?;
    state(&record, tx.today())?.transition(CustomerEvent::Unlocked)?;
    let values = json!({"locked": false, "locked_until": null, "locked_by": null, "lock_reason": null});
    write::update(tx, &record, body::object(&values)?).await?;
    tx.emit("customer.unlocked", "customers", id, json!({})).await?;
    Ok(Saved::new(id))
}

// ── Key accounts ─────────────────────────────────────────────────────────────────────────

#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyAccount {
    pub is_key_account: bool,
    #[serde(default)]
    pub reason: Option<Note>,
}

/// Says whether a customer is a key account: such a one is not taken back, and is spoken to more often.
pub async fn set_key_account(tx: &mut Tx, id: Uuid, asked: &KeyAccount) -> Result<Saved> {
    let record = read::lock::<Customer>(tx, key_account::SET, id).await?;
    if let Some(into) = record.text("merged_into") {
        return Err(Error::new(Code::CustomerMerged).with("merged_into", into));
    }
    if record.row.get("is_key_account").and_then(Value::as_bool) == Some(asked.is_key_account) {
        return Ok(Saved::new(id));
    }
    write::update(tx, &record, body::object(&json!({"is_key_account": asked.is_key_account}))?).await?;
    crate::activities::dates::reschedule(tx, HeldObject::Customer, id).await?;
    let told = json!({"is_key_account": asked.is_key_account, "reason": asked.reason});
    tx.emit("customer.key_account_changed", "customers", id, told).await?;
    Ok(Saved::new(id))
}
