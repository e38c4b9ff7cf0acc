//! Records change hands: locked, given, taken.

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{
    DepartmentId, Error, Result, UserId,
    ownership::{ClaimRule, Quota},
};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Owned, Receiver, pools::quota};
use crate::{Tx, activities::playbook};

/// A record that somebody wants, locked, with what its pool asks of him.
#[derive(Debug, Clone, FromRow)]
pub struct Offered {
    pub id: Uuid,
    pub owner_id: Option<UserId>,
    pub owner_department_id: Option<DepartmentId>,
    pub pool_id: Option<Uuid>,
    pub origin_pool_id: Uuid,
    /// Nobody has it and nothing else keeps it from being taken.
    pub is_free: bool,
    pub pooled_on: Option<NaiveDate>,
    /// When he himself last let it go.
    pub let_go_on: Option<NaiveDate>,
    pub pool_enabled: bool,
    daily_limit: Option<i32>,
    freeze_days: i32,
    wait_days: i32,
    members_may_claim: bool,
    claimed_today: i32,
    held: i64,
    hold_limit: Option<i32>,
    held_there: i64,
}

impl Offered {
    pub fn rule(&self) -> ClaimRule {
        let days = |days: i32| u32::try_from(days).unwrap_or_default();
        ClaimRule {
            daily_limit: self.daily_limit.map(days),
            prev_owner_freeze_days: days(self.freeze_days),
            new_data_wait_days: days(self.wait_days),
            members_may_claim: self.members_may_claim,
        }
    }

    /// How many counted records he holds.
    pub fn held(&self) -> u32 {
        u32::try_from(self.held).unwrap_or(u32::MAX)
    }

    /// What he holds out of its pool, against what one person may.
    pub fn pool_quota(&self) -> Quota {
        quota(self.hold_limit, self.held_there)
    }

    pub fn claimed_today(&self) -> u32 {
        u32::try_from(self.claimed_today).unwrap_or_default()
    }
}

/// Locks records that somebody wants. Those that are not there are not in the answer. `counted` are the values by
/// which records count against his cap, which must be locked before; they are counted where he is `capped`.
pub async fn offered(
    tx: &mut Tx,
    owned: &Owned,
    user: UserId,
    ids: &[Uuid],
    counted: &[String],
    capped: bool,
) -> Result<Vec<Offered>> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let offered = sqlx::query_as(owned.sql.offered).bind(tenant).bind(user).bind(counted);
    Ok(offered.bind(ids).bind(today).bind(capped).fetch_all(tx.conn()).await?)
}

/// A locked record that changes hands: who has it now, or where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub id: Uuid,
    pub owner: Option<UserId>,
    pub pool: Option<Uuid>,
}

/// Why a record changes hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Handover {
    Create,
    Claim,
    Assign,
    AutoAssign,
    Transfer,
    Return,
    Recycle,
    Move,
    Invalid,
    Restore,
    Convert,
}

/// What is remembered about it.
#[derive(Debug, Clone, Copy)]
pub struct Because<'a> {
    pub kind: Handover,
    pub reason: Option<&'a str>,
    pub note: Option<&'a str>,
}

impl From<Handover> for Because<'_> {
    fn from(kind: Handover) -> Self {
        Self { kind, reason: None, note: None }
    }
}

/// Gives locked records to a person, with log, counters and events, in one statement.
pub async fn give(
    tx: &mut Tx,
    owned: &Owned,
    records: &[Held],
    to: &Receiver,
    next_contact_at: DateTime<Utc>,
    because: Because<'_>,
) -> Result<()> {
    let (tenant, now, today) = (tx.tenant(), tx.now(), tx.today());
    let Columns { ids, log, events, owners, pools } = Columns::of(records);
    let kind: &str = because.kind.into();
    let done: Vec<Uuid> = sqlx::query_scalar(owned.sql.give)
        .bind(tenant)
        .bind(ids)
        .bind(log)
        .bind(events)
        .bind(owners)
        .bind(pools)
        .bind(to.id)
        .bind(to.department_id)
        .bind(now)
        .bind(today)
        .bind(next_contact_at)
        .bind(kind)
        .bind(because.reason)
        .bind(because.note)
        .bind(owned.event(because.kind))
        .fetch_all(tx.conn())
        .await?;
    all_done(records, &done)?;
    follow(tx, owned, &done).await
}

/// Who put records into a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum PooledBy {
    Rep,
    Manager,
    System,
}

/// Puts locked records into pools, each with its own, with log and events, in one statement.
pub async fn take(
    tx: &mut Tx,
    owned: &Owned,
    records: &[(Held, Uuid)],
    by: PooledBy,
    because: Because<'_>,
) -> Result<()> {
    let (tenant, now, today) = (tx.tenant(), tx.now(), tx.today());
    let (records, targets): (Vec<Held>, Vec<Uuid>) = records.iter().copied().unzip();
    let Columns { ids, log, events, owners, pools } = Columns::of(&records);
    let (kind, by): (&str, &str) = (because.kind.into(), by.into());
    let done: Vec<Uuid> = sqlx::query_scalar(owned.sql.take)
        .bind(tenant)
        .bind(ids)
        .bind(log)
        .bind(events)
        .bind(owners)
        .bind(pools)
        .bind(targets)
        .bind(now)
        .bind(today)
        .bind(by)
        .bind(kind)
        .bind(because.reason)
        .bind(because.note)
        .bind(owned.event(because.kind))
        .fetch_all(tx.conn())
        .await?;
    all_done(&records, &done)?;
    follow(tx, owned, &done).await
}

/// Takes along what goes where these records went, and lets playbooks be laid over them.
async fn follow(tx: &mut Tx, owned: &Owned, ids: &[Uuid]) -> Result<()> {
    let tenant = tx.tenant();
    for sql in owned.sql.follow {
        sqlx::query(*sql).bind(tenant).bind(ids).execute(tx.conn()).await?;
    }
    playbook::ask(tx, owned.kind, ids).await
}

struct Columns {
    ids: Vec<Uuid>,
    log: Vec<Uuid>,
    events: Vec<Uuid>,
    owners: Vec<Option<UserId>>,
    pools: Vec<Option<Uuid>>,
}

impl Columns {
    fn of(records: &[Held]) -> Self {
        let fresh = || records.iter().map(|_| Uuid::now_v7()).collect();
        Self {
            ids: records.iter().map(|record| record.id).collect(),
            log: fresh(),
            events: fresh(),
            owners: records.iter().map(|record| record.owner).collect(),
            pools: records.iter().map(|record| record.pool).collect(),
        }
    }
}

/// Records are locked and unchanged; one that is not was locked by nobody.
fn all_done(records: &[Held], done: &[Uuid]) -> Result<()> {
    if records.len() == done.len() { Ok(()) } else { Err(Error::Retry) }
}
