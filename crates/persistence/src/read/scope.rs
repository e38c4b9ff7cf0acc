//! Which rows a permission reaches, as a condition.

use guanxi_domain::{
    DepartmentId, Permission, Result, Scope, UserId,
    filter::{Filter, Op},
};
use serde_json::Value;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use super::condition::id;
use crate::{
    Table, Tx,
    table::{ScopeRule, Told, grants, made_is_enough, makes_for_others, team_gives},
};

/// Adds `and …` for the tenant and the rows that `permission` reaches.
pub fn push_scope(sql: &mut QueryBuilder<Postgres>, table: &Table, tx: &Tx, permission: Permission) -> Result<()> {
    push_scope_of(sql, table, tx, permission, None)
}

/// The same where a filter is asked for as well: what it rules out by itself is not looked for, so that the index of
/// what one person holds is enough for a list of it.
pub fn push_scope_of(
    sql: &mut QueryBuilder<Postgres>,
    table: &Table,
    tx: &Tx,
    permission: Permission,
    filter: Option<&Filter>,
) -> Result<()> {
    // The fence says the same; saying it here lets the planner fold it away.
    sql.push(" and t.tenant_id = ").push_bind(tx.tenant());
    push_reach(sql, table, tx, permission, "t", filter.and_then(|filter| Held::by(filter, table, tx)))
}

/// Who holds all that passes a filter, if the filter says so.
enum Held {
    One(Vec<UserId>),
    Somebody,
    Pool,
}

impl Held {
    fn by(filter: &Filter, table: &Table, tx: &Tx) -> Option<Self> {
        let leaf = match filter {
            Filter::And(parts) => {
                let found = parts.iter().filter_map(|part| Self::by(part, table, tx));
                return found.reduce(|known, more| if matches!(more, Self::One(_)) { more } else { known });
            }
            Filter::Leaf(leaf) => leaf,
            Filter::Or(_) | Filter::Not(_) => return None,
        };
        let single = std::slice::from_ref(&leaf.value);
        let mut values = leaf.value.as_array().map_or(single, Vec::as_slice).iter();
        let (ScopeRule::Owned { pool, .. }, true) = (&table.scope, matches!(leaf.op, Op::Eq | Op::In)) else {
            return None;
        };
        match (leaf.field.as_str(), pool) {
            ("owner_id", _) => {
                values.map(|value| Some(id(value, tx).ok()?.into())).collect::<Option<_>>().map(Self::One)
            }
            ("pool_id", Some(_)) => values.all(Value::is_string).then_some(Self::Pool),
            ("status", Some(pool)) => {
                let all =
                    |states: &[&str]| values.clone().all(|state| state.as_str().is_some_and(|it| states.contains(&it)));
                if all(pool.pooled) { Some(Self::Pool) } else { all(pool.owned).then_some(Self::Somebody) }
            }
            _ => None,
        }
    }
}

fn push_reach(
    sql: &mut QueryBuilder<Postgres>,
    table: &Table,
    tx: &Tx,
    permission: Permission,
    alias: &str,
    held: Option<Held>,
) -> Result<()> {
    let actor = tx.actor();
    let scope = actor.access.scope(permission)?;
    if let (ScopeRule::Told(told), Some(me)) = (&table.scope, actor.user) {
        // However far somebody reaches: a draft is its author's alone.
        sql.push(" and (").push(alias).push(".status <> '").push(told.draft).push("' or ");
        sql.push(alias).push(".owner_id = ").push_bind(Uuid::from(me)).push(")");
    }
    match (&table.scope, scope) {
        (ScopeRule::Tenant, _) | (ScopeRule::Owned { .. } | ScopeRule::Told(_), Scope::All) => {}
        (ScopeRule::Shared(lists), _) => {
            let me: Option<Uuid> = actor.user.map(Into::into);
            sql.push(" and (").push(alias).push(".shared or ").push(alias).push(".owner_id = ").push_bind(me);
            push_lists(sql, lists, alias, me);
            sql.push(")");
        }
        (ScopeRule::Told(told), Scope::Reach(reach)) => {
            sql.push(" and (").push(alias).push(".owner_id = any(").push_bind(reach.users.clone()).push(") or ");
            sql.push(alias).push(".owner_department_id = any(").push_bind(reach.departments.clone()).push(")");
            let lists = told.lists(permission);
            if !lists.is_empty() {
                sql.push(" or ");
                push_told(sql, told, &lists, alias, tx);
            }
            sql.push(")");
        }
        (ScopeRule::Personal(column), _) => {
            let me: Option<Uuid> = actor.user.map(Into::into);
            sql.push(" and ").push(alias).push(".").push(column).push(" = ").push_bind(me);
        }
        (ScopeRule::Owned { .. }, Scope::Reach(reach)) => {
            if let Some(Held::One(owners)) = &held
                && owners.iter().all(|owner| reach.users.contains(owner))
            {
                return Ok(());
            }
            sql.push(" and (false");
            for arm in arms_of(table, tx, permission, held.as_ref())? {
                sql.push(" or ");
                push_arm(sql, &arm, alias, tx);
            }
            sql.push(")");
        }
        (ScopeRule::Through(parents), _) => push_through(sql, table, parents, tx, permission)?,
    }
    Ok(())
}

/// One of the reasons for which somebody reaches a record that people hold.
enum Arm {
    Owners(Vec<UserId>),
    Departments(Vec<DepartmentId>),
    Pools(Vec<Uuid>),
    /// He made it, which may count in a pool only.
    Maker {
        me: UserId,
        pooled: bool,
    },
    /// The column of the customer whose team he is in, and whether as one who writes.
    Team {
        column: &'static str,
        writes: bool,
    },
}

fn arms_of(table: &Table, tx: &Tx, permission: Permission, held: Option<&Held>) -> Result<Vec<Arm>> {
    let access = &tx.actor().access;
    let scope = access.scope(permission)?;
    let (ScopeRule::Owned { pool, team }, Scope::Reach(reach)) = (&table.scope, scope) else { return Ok(Vec::new()) };
    let mut arms = Vec::new();
    if !matches!(held, Some(Held::Pool)) {
        arms.push(Arm::Owners(reach.users.clone()));
        arms.extend((!reach.departments.is_empty()).then(|| Arm::Departments(reach.departments.clone())));
    }
    if let (Some(pool), None | Some(Held::Pool)) = (pool, held) {
        let seats = access.visible_seats(pool.of).filter(|seat| grants(seat, scope, permission));
        let pools: Vec<Uuid> = seats.map(|seat| seat.pool).collect();
        arms.extend((!pools.is_empty()).then_some(Arm::Pools(pools)));
    }
    let makes = pool.is_some() && made_is_enough(permission, true) && makes_for_others(access, permission);
    let maker = tx.actor().user.filter(|_| makes);
    arms.extend(maker.map(|me| Arm::Maker { me, pooled: !made_is_enough(permission, false) }));
    let team = team.and_then(|column| Some(Arm::Team { column, writes: team_gives(table, permission)? }));
    arms.extend(team);
    Ok(arms)
}

fn push_arm(sql: &mut QueryBuilder<Postgres>, arm: &Arm, alias: &str, tx: &Tx) {
    match arm {
        Arm::Owners(users) => push_among(sql, alias, ".owner_id", users),
        Arm::Departments(departments) => push_among(sql, alias, ".owner_department_id", departments),
        Arm::Pools(pools) => push_among(sql, alias, ".pool_id", pools),
        Arm::Maker { me, pooled } => {
            sql.push(alias).push(".created_by = ").push_bind(Uuid::from(*me));
            if *pooled {
                sql.push(" and ").push(alias).push(".pool_id is not null");
            }
        }
        Arm::Team { column, writes } => {
            sql.push(alias).push(".").push(column);
            push_team(sql, tx, *writes);
        }
    }
}

fn push_among<T: Copy + Into<Uuid>>(sql: &mut QueryBuilder<Postgres>, alias: &str, column: &str, ids: &[T]) {
    sql.push(alias).push(column);
    match ids {
        [one] => {
            sql.push(" = ").push_bind((*one).into());
        }
        _ => {
            let ids: Vec<Uuid> = ids.iter().map(|id| (*id).into()).collect();
            sql.push(" = any(").push_bind(ids).push(")");
        }
    }
}

/// The reach of a permission in parts that have no row in common. What one person, one department or one pool has, and
/// what somebody made, is in the order of creation by an index.
pub struct Parted(Vec<Arm>);

impl Parted {
    /// None where one walk over all is as good, or where there would be too many parts.
    pub fn of(table: &Table, tx: &Tx, permission: Permission, filter: Option<&Filter>) -> Result<Option<Self>> {
        const MOST: usize = 12;
        let held = filter.and_then(|filter| Held::by(filter, table, tx));
        if matches!(held, Some(Held::One(_))) {
            return Ok(None);
        }
        let arms = arms_of(table, tx, permission, held.as_ref())?.into_iter().flat_map(|arm| match arm {
            Arm::Owners(all) => all.into_iter().map(|one| Arm::Owners(vec![one])).collect(),
            Arm::Departments(all) => all.into_iter().map(|one| Arm::Departments(vec![one])).collect(),
            Arm::Pools(all) => all.into_iter().map(|one| Arm::Pools(vec![one])).collect(),
            other @ (Arm::Maker { .. } | Arm::Team { .. }) => vec![other],
        });
        let arms: Vec<Arm> = arms.collect();
        Ok((2..=MOST).contains(&arms.len()).then_some(Self(arms)))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds `and …` for the tenant and one of the parts.
    pub fn push(&self, sql: &mut QueryBuilder<Postgres>, index: usize, tx: &Tx) {
        sql.push(" and t.tenant_id = ").push_bind(tx.tenant());
        for (place, arm) in self.0.iter().take(index + 1).enumerate() {
            sql.push(" and (");
            push_arm(sql, arm, "t", tx);
            sql.push(if place < index { ") is not true" } else { ")" });
        }
    }
}

/// Those who stand in one of a row's lists of people.
fn push_lists(sql: &mut QueryBuilder<Postgres>, lists: &[&'static str], alias: &str, me: Option<Uuid>) {
    for list in lists {
        sql.push(" or ").push(alias).push(".").push(*list).push(" @> array[").push_bind(me).push("::uuid]");
    }
}

/// Whether a row is told to the caller as one of these lists.
pub fn push_told(sql: &mut QueryBuilder<Postgres>, told: &Told, lists: &[&'static str], alias: &str, tx: &Tx) {
    let me: Option<Uuid> = tx.actor().user.map(Into::into);
    sql.push("(").push(alias).push(".status <> '").push(told.draft).push("' and (false");
    push_lists(sql, lists, alias, me);
    sql.push("))");
}

/// Adds ` = any (…)`: the customers in whose teams the caller is now. They are asked for once, so that an index finds
/// the rows.
pub fn push_team(sql: &mut QueryBuilder<Postgres>, tx: &Tx, writes: bool) {
    let me: Option<Uuid> = tx.actor().user.map(Into::into);
    sql.push(" = any(array(select m.customer_id from customer_team m where m.tenant_id = ").push_bind(tx.tenant());
    sql.push(" and m.user_id = ").push_bind(me).push(" and (m.expires_at is null or m.expires_at > ");
    sql.push_bind(tx.now()).push(if writes { ") and m.access = 'read_write'))" } else { ")))" });
}

/// A row is reached when one of the records it is about is.
fn push_through(
    sql: &mut QueryBuilder<Postgres>,
    table: &Table,
    parents: &[(&'static str, &'static Table, Permission)],
    tx: &Tx,
    permission: Permission,
) -> Result<()> {
    let actor = tx.actor();
    let scope = actor.access.scope(permission)?;
    sql.push(" and (");
    let mut first = true;
    for (column, parent, permission) in parents {
        if !actor.access.may(*permission) {
            continue;
        }
        if !first {
            sql.push(" or ");
        }
        first = false;
        sql.push("exists (select 1 from ").push(parent.name).push(" p where p.tenant_id = t.tenant_id and p.id = t.");
        sql.push(column).push(" and p.deleted_at is null");
        push_reach(sql, parent, tx, *permission, "p", None)?;
        sql.push(")");
    }
    if let Some(me) = actor.user.filter(|_| *scope != Scope::All) {
        sql.push(if first { "" } else { " or " }).push("t.created_by = ").push_bind(Uuid::from(me));
        first = false;
    }
    if permission.action() == "read" && table.has("shared") {
        sql.push(if first { "" } else { " or " }).push("t.shared");
        first = false;
    }
    if first {
        sql.push(if *scope == Scope::All { "true" } else { "false" });
    }
    sql.push(")");
    Ok(())
}
