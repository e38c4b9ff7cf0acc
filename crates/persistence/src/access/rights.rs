//! What a person may do, put together from roles, departments and superiors.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use guanxi_domain::{
    Access, DepartmentId, Error, Reach, Result, Scope, SessionId, UserId,
    access::{self, DataScope, FieldAccess, FieldRight, FieldRule, Grant, Mask},
    roles,
    settings::SUPERIOR_SEES,
};
use moka::sync::Cache;
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use crate::{Tx, known, ownership, settings};

/// The state of a tenant's rights, and whether a session of it is still open.
pub async fn still_open(tx: &mut Tx, session: SessionId, user: UserId, now: DateTime<Utc>) -> Result<Option<i64>> {
    let tenant = tx.tenant();
    let epoch = sqlx::query_scalar(
        "select e.epoch from access_epochs e where e.tenant_id = $1 and exists (
             select 1 from sessions s where s.tenant_id = $1 and s.id = $2 and s.user_id = $3
             and s.revoked_at is null and s.expires_at > $4)",
    );
    Ok(epoch.bind(tenant).bind(session).bind(user).bind(now).fetch_optional(tx.conn()).await?)
}

/// A person as he is let in.
pub struct Holder {
    pub access: Arc<Access>,
    pub zone: Tz,
}

/// Who somebody is, and the state of rights for which that was read: nobody where he may not sign in.
pub(crate) type KnownHolders = Cache<(Uuid, UserId), (i64, Option<Arc<Holder>>)>;

pub(crate) fn known_holders() -> KnownHolders {
    Cache::builder().max_capacity(100_000).build()
}

/// The state of rights: what was loaded for it is still good.
pub async fn epoch(tx: &mut Tx) -> Result<i64> {
    let sql = "select coalesce((select epoch from access_epochs where tenant_id = $1), 0)";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).fetch_one(tx.conn()).await?)
}

/// All rights of a person in a state of rights, read once for each; nothing where he may not sign in.
pub async fn known(tx: &mut Tx, user: UserId, epoch: i64) -> Result<Option<Arc<Holder>>> {
    let key = (tx.tenant(), user);
    match tx.db().holders().get(&key) {
        Some((of, holder)) if of == epoch => {
            // People may be known for longer than what there is to know of their organisation.
            known::keep_fresh(tx, epoch).await?;
            Ok(holder)
        }
        _ => {
            let holder = load(tx, user).await?.map(Arc::new);
            // What this transaction changes may never be.
            if !tx.changes_rights() {
                tx.db().holders().insert(key, (epoch, holder.clone()));
            }
            Ok(holder)
        }
    }
}

#[derive(sqlx::FromRow)]
struct Person {
    department_id: DepartmentId,
    extra_department_ids: Vec<DepartmentId>,
    must_change_password: bool,
    timezone: String,
    epoch: i64,
    roles: Json<Vec<Role>>,
}

#[derive(Deserialize)]
struct Role {
    id: Uuid,
    code: String,
    grants: Vec<Grant>,
    fields: Vec<FieldRule>,
}

/// Reads all rights of a person; nothing where he may not sign in.
pub async fn load(tx: &mut Tx, user: UserId) -> Result<Option<Holder>> {
    let tenant = tx.tenant();
    let person: Option<Person> = sqlx::query_as(
        "select u.department_id, u.extra_department_ids, u.must_change_password, t.timezone,
             coalesce((select e.epoch from access_epochs e where e.tenant_id = u.tenant_id), 0) as epoch,
             coalesce((select jsonb_agg(jsonb_build_object(
                           'id', r.id, 'code', r.code, 'grants', r.grants, 'fields', r.fields))
                       from roles r where r.tenant_id = u.tenant_id and r.id = any(u.role_ids)
                       and r.deleted_at is null), '[]') as roles
         from users u join tenants t on t.id = u.tenant_id
         where u.tenant_id = $1 and u.id = $2 and u.deleted_at is null and u.status in ('active', 'on_leave')
           and t.active",
    )
    .bind(tenant)
    .bind(user)
    .fetch_optional(tx.conn())
    .await?;
    let Some(person) = person else { return Ok(None) };
    known::keep_fresh(tx, person.epoch).await?;
    let mut departments = person.extra_department_ids;
    departments.insert(0, person.department_id);
    let roles = &person.roles.0;
    let role_ids: Vec<Uuid> = roles.iter().map(|role| role.id).collect();
    let mut around = Around::load(tx, user, &departments).await?;
    around.superior_sees = settings::read(tx).await?.get(SUPERIOR_SEES);
    let access = Access {
        grants: HashMap::new(),
        fields: fields(roles),
        seats: ownership::seats(tx, user, &role_ids, &departments).await?,
        main_department: Some(person.department_id),
        departments,
        roles: role_ids,
        is_admin: roles.iter().any(|role| role.code == roles::ADMIN),
        extents: HashMap::new(),
        withheld: HashSet::new(),
        must_change_password: person.must_change_password,
    };
    let zone = person.timezone.parse().map_err(|_| Error::unexpected("the tenant's time zone is unknown"))?;
    Ok(Some(Holder { access: Arc::new(granted(access, roles, user, &around)), zone }))
}

/// What lies around a person in the organisation.
#[derive(sqlx::FromRow)]
struct Around {
    /// His departments and all below them.
    below: Vec<DepartmentId>,
    /// Those whose superior he is, theirs, and so on. Without a superior of his own, somebody's is the nearest
    /// manager above him.
    team: Vec<UserId>,
    /// Whether he may read what his team owns, however far his roles reach.
    #[sqlx(default)]
    superior_sees: bool,
}

impl Around {
    async fn load(tx: &mut Tx, user: UserId, departments: &[DepartmentId]) -> Result<Self> {
        let tenant = tx.tenant();
        let around = sqlx::query_as(
            "with recursive boss as materialized (
                 select u.id, coalesce(u.superior_id, (
                     select b.manager_id from departments b
                     where b.tenant_id = u.tenant_id and b.id = any(d.path) and b.deleted_at is null
                       and b.manager_id <> u.id
                     order by cardinality(b.path) desc limit 1)) as superior_id
                 from users u join departments d on d.tenant_id = u.tenant_id and d.id = u.department_id
                 where u.tenant_id = $1 and u.deleted_at is null
             ), team (id) as (
                 select boss.id from boss where boss.superior_id = $2
                 union
                 select boss.id from boss join team on boss.superior_id = team.id
             )
             select (select coalesce(array_agg(d.id), '{}') from departments d
                     where d.tenant_id = $1 and d.path && $3 and d.deleted_at is null) as below,
                    (select coalesce(array_agg(id), '{}') from team where id <> $2) as team",
        );
        Ok(around.bind(tenant).bind(user).bind(departments).fetch_one(tx.conn()).await?)
    }
}

/// The union of what the roles grant. Administrators may do everything, also what was invented after their role.
fn granted(mut access: Access, roles: &[Role], user: UserId, around: &Around) -> Access {
    if access.is_admin {
        access.grants = access::catalogue().map(|permission| (permission.0, Scope::All)).collect();
        access.extents = access::catalogue().map(|permission| (permission.0, DataScope::All)).collect();
        return access;
    }
    for grant in roles.iter().flat_map(|role| &role.grants) {
        // A permission that the product no longer knows grants nothing.
        let Some(permission) = access::permission(&grant.permission) else { continue };
        let mut scope = reach(grant, &access, user, around);
        if around.superior_sees && permission.action() == "read" {
            scope = scope.union(Scope::Reach(Reach { users: around.team.clone(), departments: Vec::new() }));
        }
        let extent = access.extents.entry(permission.0).or_insert(grant.scope);
        *extent = grant.scope.max(*extent);
        let wider = match access.grants.remove(permission.0) {
            Some(known) => known.union(scope),
            None => scope,
        };
        access.grants.insert(permission.0, wider);
    }
    access
}

/// Whatever the scope, a person reaches what is his own.
fn reach(grant: &Grant, access: &Access, user: UserId, around: &Around) -> Scope {
    let mut users = vec![user];
    let departments = match grant.scope {
        DataScope::All => return Scope::All,
        DataScope::Own => Vec::new(),
        DataScope::SelfAndSubordinates => {
            users.extend(&around.team);
            Vec::new()
        }
        DataScope::Department => access.departments.clone(),
        DataScope::DepartmentAndBelow => around.below.clone(),
        DataScope::CustomDepartments => grant.departments.clone().unwrap_or_default(),
    };
    Scope::Reach(Reach { users, departments })
}

/// The widest right on each field. A role counts only where it grants something on that kind of record; one that says
/// nothing about a field leaves it open.
fn fields(roles: &[Role]) -> HashMap<String, HashMap<String, FieldRight>> {
    let mut merged: HashMap<String, HashMap<String, FieldRight>> = HashMap::new();
    let named: HashSet<(&str, &str)> =
        roles.iter().flat_map(|role| &role.fields).map(|rule| (rule.object.as_str(), rule.field.as_str())).collect();
    for (object, field) in named {
        let counting = roles.iter().filter(|role| role.grants.iter().any(|grant| grant.object() == object));
        let right = counting
            .map(|role| {
                let rule = role.fields.iter().find(|rule| rule.object == object && rule.field == field);
                rule.map_or(FieldRight::FULL, |rule| FieldRight { access: rule.access, mask: rule.mask })
            })
            .reduce(|a, b| FieldRight { access: a.access.max(b.access), mask: a.mask.max(b.mask) });
        // Of what is covered by itself a role may say that it is open; one that says nothing says no such thing.
        let is_opened = roles.iter().flat_map(|role| &role.fields).any(|rule| {
            (rule.object.as_str(), rule.field.as_str()) == (object, field)
                && rule.access != FieldAccess::Hidden
                && rule.mask == Mask::None
        });
        if let Some(right) = right.filter(|right| is_opened || *right != FieldRight::FULL) {
            merged.entry(object.to_owned()).or_default().insert(field.to_owned(), right);
        }
    }
    merged
}

/// A key as it is stored.
#[derive(sqlx::FromRow)]
pub struct StoredKey {
    pub user_id: UserId,
    pub secret_hash: Vec<u8>,
    pub scopes: Vec<String>,
    pub ip_allow: Vec<String>,
    pub rate_per_minute: i32,
    pub epoch: i64,
}

/// A key that is good now.
pub async fn key(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> Result<Option<StoredKey>> {
    let tenant = tx.tenant();
    let found = sqlx::query_as(
        "select k.user_id, k.secret_hash, k.scopes, k.ip_allow, k.rate_per_minute, e.epoch
         from api_keys k join access_epochs e on e.tenant_id = k.tenant_id
         where k.tenant_id = $1 and k.id = $2 and k.deleted_at is null and k.revoked_at is null
           and (k.expires_at is null or k.expires_at > $3)",
    );
    Ok(found.bind(tenant).bind(id).bind(now).fetch_optional(tx.conn()).await?)
}
