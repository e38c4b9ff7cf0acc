//! How a kind of record lies in its table. Lists, filters, masks, imports, exports, `/meta` and the contract are
//! derived from it.

use guanxi_domain::{
    Access, Actor, DepartmentId, Permission, Scope, UserId,
    access::{FieldRight, PoolSeat},
    fields::Kind,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{custom::CustomField, live::Live};

/// A kind of record that the engine in [`crate::read`] reads.
pub trait Record: Send + Sync + 'static {
    const TABLE: &'static Table;
    const READ: Permission;
}

pub struct Table {
    /// The SQL table or view, which is the path of the resource with `_` for `-`.
    pub name: &'static str,
    /// What people call one of these; the object of its permissions and events.
    pub noun: &'static str,
    /// Chinese and English.
    pub label: [&'static str; 2],
    pub columns: &'static [Column],
    /// What the organisation added, where this is the table as it has it: see [`crate::custom`].
    pub added: &'static [&'static Column],
    pub scope: ScopeRule,
    /// What can be done to one record, for `allowed_actions`.
    pub actions: &'static [Action],
    /// The order of a list that asks for none: a key, descending when it begins with `-`.
    pub sort: &'static str,
    /// The columns of a list as the web app shows it first.
    pub shown: &'static [&'static str],
    /// Whether the table has a `search_text` and its tokens in a table beside it.
    pub searchable: bool,
    /// Columns that only the code writes.
    pub internal: &'static [&'static str],
}

/// Which rows a data scope reaches.
#[derive(Clone, Copy)]
pub enum ScopeRule {
    /// Everyone with the permission reaches every row.
    Tenant,
    /// Rows have `owner_id`, `owner_department_id` and, where they may lie in a `pool`, `pool_id`: one of the two. Where
    /// a column is the customer that a row belongs to, the `team` of that customer reaches it too.
    Owned { pool: Option<Pool>, team: Option<&'static str> },
    /// Rows belong to the person in `owner_id`; those in one of these lists see them too, and everybody those that are
    /// `shared`.
    Shared(&'static [&'static str]),
    /// Rows have `owner_id` and `owner_department_id`; those whom they are told to reach them too.
    Told(&'static Told),
    /// Rows belong to the person in this column.
    Personal(&'static str),
    /// Rows are reached through one of the records they are about: (column, table of it). Those that are `shared`,
    /// where there is such a column, everybody reads.
    Through(&'static [(&'static str, &'static Table, Permission)]),
}

/// The pools in which rows lie that nobody owns.
#[derive(Clone, Copy)]
pub struct Pool {
    /// What lies in them: the object of their seats.
    pub of: &'static str,
    /// The states of what lies in one, and the states of what has an owner. A state may be neither.
    pub pooled: &'static [&'static str],
    pub owned: &'static [&'static str],
}

/// To whom a row is told, once its author is done with it.
pub struct Told {
    /// The list of those who review it.
    pub reviewers: &'static str,
    /// The list of those who only read it.
    pub readers: &'static str,
    /// The state in which it is its author's alone.
    pub draft: &'static str,
}

impl Told {
    /// The lists whose people a permission reaches it by.
    pub fn lists(&self, permission: Permission) -> Vec<&'static str> {
        match permission.action() {
            "read" => vec![self.reviewers, self.readers],
            "review" => vec![self.reviewers],
            _ => Vec::new(),
        }
    }
}

/// Something that can be done to a record.
pub struct Action {
    pub name: &'static str,
    pub permission: Permission,
    /// The states that allow it; empty: all.
    pub states: &'static [&'static str],
    /// Whether it is done to records in a pool, to owned ones, or to both.
    pub place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Pool,
    Owner,
    Any,
}

#[derive(Clone, Copy)]
pub struct Column {
    pub key: &'static str,
    pub kind: Kind,
    pub label: [&'static str; 2],
    /// What it is computed from, where it is no column of the table; `t` is the row.
    pub sql: Option<&'static str>,
    /// How it is computed, where that depends on the day and on what the organisation has set.
    pub live: Option<&'static Live>,
    /// The field that an organisation added, where it is none of the product's; its values lie in `custom`.
    pub custom: Option<&'static CustomField>,
    /// The column that it follows from, and is as secret as.
    pub follows: Option<&'static str>,
    /// The column whose id it names, where it is the name of a person, a department or a pool.
    pub names: Option<&'static str>,
    /// Must be given, and is never null.
    pub required: bool,
    /// Never null, though it may be left out.
    pub filled: bool,
    pub write: Write,
    pub filter: bool,
    pub sort: bool,
    pub max_length: Option<u16>,
}

/// How the name of what a column refers to is found: see [`named`].
pub struct Named {
    pub key: &'static str,
    pub sql: &'static str,
}

/// The name of the row of a table that an id in a column refers to; the table is one of those in [`crate::known`].
macro_rules! named {
    ($table:literal, $key:literal) => {
        $crate::table::Named {
            key: $key,
            sql: concat!("(select n.name from ", $table, " n where n.tenant_id = t.tenant_id and n.id = t.", $key, ")"),
        }
    };
}
pub(crate) use named;

/// Who writes a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Write {
    /// People, when they create and edit.
    Free,
    /// People, when they create.
    Once,
    /// Verbs only.
    State,
    /// The product only.
    Never,
}

impl Column {
    pub const fn new(key: &'static str, kind: Kind, zh: &'static str, en: &'static str) -> Self {
        let listed = !matches!(kind, Kind::Json | Kind::LongText);
        let unordered =
            matches!(kind, Kind::Tags | Kind::Items(_) | Kind::Ids(_) | Kind::Id | Kind::User | Kind::Reference(_));
        let sort = listed && !unordered;
        Self {
            key,
            kind,
            label: [zh, en],
            sql: None,
            live: None,
            custom: None,
            follows: None,
            names: None,
            required: false,
            filled: false,
            write: Write::Free,
            filter: listed,
            sort,
            max_length: None,
        }
    }

    pub const fn required(mut self) -> Self {
        self.required = true;
        self.filled = true;
        self
    }

    pub const fn filled(mut self) -> Self {
        self.filled = true;
        self
    }

    pub const fn once(mut self) -> Self {
        self.write = Write::Once;
        self
    }

    pub const fn state(mut self) -> Self {
        self.write = Write::State;
        self
    }

    pub const fn never(mut self) -> Self {
        self.write = Write::Never;
        self
    }

    pub const fn max(mut self, length: u16) -> Self {
        self.max_length = Some(length);
        self
    }

    pub const fn unsorted(mut self) -> Self {
        self.sort = false;
        self
    }

    pub const fn unfiltered(mut self) -> Self {
        self.filter = false;
        self.sort = false;
        self
    }

    /// A column that is computed when it is read: `sql` is an expression over the row `t`.
    pub const fn computed(mut self, sql: &'static str) -> Self {
        self.sql = Some(sql);
        self.write = Write::Never;
        self.filter = false;
        self.sort = false;
        self
    }

    /// A column that is computed anew each time it is read.
    pub const fn live(mut self, live: &'static Live) -> Self {
        self = self.computed("");
        self.live = Some(live);
        self.filter = true;
        self.sort = live.order.is_some();
        self
    }

    /// A column that follows from another, and tells no more to anybody.
    pub const fn follows(mut self, key: &'static str) -> Self {
        self.follows = Some(key);
        self
    }

    /// The name of the person, department or pool in another column.
    pub const fn named(self, name: Named) -> Self {
        Self { names: Some(name.key), ..self.computed(name.sql) }
    }

    pub fn nullable(&self) -> bool {
        !self.filled
    }

    /// Whether people write it, or verbs do: whether it is a value of its own.
    pub fn is_stored(&self) -> bool {
        self.sql.is_none()
    }

    /// Its value in a row as the code reads it: what an organisation added lies together.
    pub fn held<'r>(&self, row: &'r Map<String, Value>) -> Option<&'r Value> {
        if self.custom.is_some() { row.get(CUSTOM)?.get(self.key) } else { row.get(self.key) }
    }

    /// The key that rights are given on: the name of an owner is as secret as the owner.
    pub fn right_key(&self) -> &'static str {
        if let Some(key) = self.follows {
            return key;
        }
        match (self.live, self.sql, self.key.strip_suffix("_name")) {
            (Some(Live { order: Some(order), .. }), ..) => order,
            (_, Some(_), Some(stem)) => stem,
            _ => self.key,
        }
    }
}

/// The column in which the values of added columns lie, by their keys.
pub const CUSTOM: &str = "custom";

/// What every record has, before its own columns.
pub static COMMON: [Column; 6] = [
    Column::new("id", Kind::Id, "ID", "ID").filled().never(),
    Column::new("version", Kind::Int, "版本", "Version").filled().never().unfiltered(),
    Column::new("created_at", Kind::Timestamp, "创建时间", "Created at").filled().never(),
    Column::new("created_by", Kind::User, "创建人", "Created by").never(),
    Column::new("updated_at", Kind::Timestamp, "更新时间", "Updated at").filled().never(),
    Column::new("updated_by", Kind::User, "更新人", "Updated by").never(),
];

impl Table {
    /// All columns: the common ones first.
    pub fn all_columns(&self) -> impl Iterator<Item = &'static Column> {
        COMMON.iter().chain(self.own_columns())
    }

    /// The columns of this kind of record alone, those that the organisation added last.
    pub fn own_columns(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().chain(self.added.iter().copied())
    }

    /// Whether organisations add columns to it. Their values lie in `custom`.
    pub fn is_open(&self) -> bool {
        self.internal.contains(&CUSTOM)
    }

    /// What somebody may do with a column.
    pub fn right(&self, access: &Access, column: &Column) -> FieldRight {
        let right = access.field(self.noun, column.right_key());
        match column.custom {
            Some(field) => field.right(self, access, right),
            None => right,
        }
    }

    pub fn column(&self, key: &str) -> Option<&'static Column> {
        self.all_columns().find(|column| column.key == key)
    }

    pub fn has_live(&self) -> bool {
        self.columns.iter().any(|column| column.live.is_some())
    }

    pub fn has(&self, key: &str) -> bool {
        self.column(key).is_some()
    }

    /// The path of the resource under `/api/v1`.
    pub fn path(&self) -> String {
        self.name.replace('_', "-")
    }
}

/// What decides over rights on one record.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub status: Option<String>,
    pub owner: Option<UserId>,
    pub department: Option<DepartmentId>,
    pub pool: Option<Uuid>,
    /// Who made it, where that gives rights: see [`makes_for_others`].
    pub creator: Option<UserId>,
    /// Whether the caller is one of those beside its owner who may act on it: the team that may write a customer, the
    /// reviewers of a report.
    pub team: bool,
}

impl Table {
    /// The actions that state and rights allow now.
    pub fn allowed<'a>(&'a self, facts: &'a Facts, actor: &'a Actor) -> impl Iterator<Item = &'static str> + 'a {
        self.actions.iter().filter(move |action| action.allows(self, facts, actor)).map(|action| action.name)
    }
}

impl Action {
    pub const fn new(name: &'static str, permission: Permission) -> Self {
        Self { name, permission, states: &[], place: Place::Any }
    }

    pub const fn when(mut self, states: &'static [&'static str]) -> Self {
        self.states = states;
        self
    }

    pub const fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    fn allows(&self, table: &Table, facts: &Facts, actor: &Actor) -> bool {
        let state = self.states.is_empty() || facts.status.as_deref().is_some_and(|state| self.states.contains(&state));
        let place = match self.place {
            Place::Any => true,
            Place::Pool => facts.pool.is_some(),
            Place::Owner => facts.pool.is_none(),
        };
        state && place && reaches(table, facts, actor, self.permission)
    }
}

/// Whether a permission reaches a record; the same rule as the predicate of [`crate::read`].
pub fn reaches(table: &Table, facts: &Facts, actor: &Actor, permission: Permission) -> bool {
    let Ok(scope) = actor.access.scope(permission) else { return false };
    match table.scope {
        ScopeRule::Told(told) => {
            let is_draft = facts.status.as_deref() == Some(told.draft) && facts.owner != actor.user;
            let is_told = facts.team && permission.action() == "review";
            !(is_draft && actor.user.is_some()) && (scope.covers(facts.owner, facts.department) || is_told)
        }
        ScopeRule::Owned { .. } => {
            let covered = match facts.pool {
                None => scope.covers(facts.owner, facts.department),
                Some(pool) => sits_at(&actor.access, scope, permission, pool),
            };
            let shared = facts.team && team_gives(table, permission).is_some();
            let made = facts.creator.is_some() && facts.creator == actor.user;
            covered
                || shared
                || (made
                    && made_is_enough(permission, facts.pool.is_some())
                    && makes_for_others(&actor.access, permission))
        }
        // To see one of another's is no right to change it.
        ScopeRule::Shared(_) => actor.access.is_admin || (facts.owner.is_some() && facts.owner == actor.user),
        ScopeRule::Tenant | ScopeRule::Personal(_) | ScopeRule::Through(_) => true,
    }
}

/// What the team of a customer may do with what belongs to it: all of them read it, some of them edit it. Whether it
/// takes the latter; none where it is for others.
pub fn team_gives(table: &Table, permission: Permission) -> Option<bool> {
    match permission.action() {
        "read" if permission.object() == table.noun => Some(false),
        "update" if permission.object() == table.noun => Some(true),
        _ => None,
    }
}

fn sits_at(access: &Access, scope: &Scope, permission: Permission, pool: Uuid) -> bool {
    let seat = access.seat(pool);
    // Who reaches everything still takes only from pools that he sits at.
    (*scope == Scope::All && permission.action() != "claim") || seat.is_some_and(|seat| grants(seat, scope, permission))
}

/// Whether a seat at a pool gives a permission over what lies in it: admins have all; members read and, where the pool
/// lets them, claim and put into another pool; those who lead others also share out what lies there.
pub fn grants(seat: &PoolSeat, scope: &Scope, permission: Permission) -> bool {
    let as_member = match permission.action() {
        "read" => true,
        "claim" => seat.members_claim,
        "move" => seat.members_move,
        "assign" | "restore" => leads_others(scope),
        _ => false,
    };
    seat.admin || (seat.visible && as_member)
}

/// Whether a grant reaches more than what is the person's own.
fn leads_others(scope: &Scope) -> bool {
    match scope {
        Scope::All => true,
        Scope::Reach(reach) => !reach.departments.is_empty() || reach.users.len() > 1,
    }
}

/// Whether a person makes records that will be others': he may create them and never own them, as marketing does. He
/// goes on seeing what he made, and edits it while it lies in a pool.
pub fn makes_for_others(access: &Access, permission: Permission) -> bool {
    let may = |action: &str| access.grants.contains_key(format!("{}:{action}", permission.object()).as_str());
    may("create") && !may("claim")
}

/// What somebody who makes records for others may do to one that he made.
pub fn made_is_enough(permission: Permission, pooled: bool) -> bool {
    match permission.action() {
        "read" => true,
        "update" => pooled,
        _ => false,
    }
}
