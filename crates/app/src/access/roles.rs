//! Roles: what they grant, and who may hand that on.

use std::collections::HashSet;

use guanxi_domain::{
    Access, Code, Error, FieldCode, FieldError, Permission, Result,
    access::{self, DataScope, FieldRule, Grant, RoleDetails, role},
    roles,
};
use guanxi_persistence::{
    Locked, Tx,
    access::{
        Role,
        audit::{self, Entry, Outcome},
        department, role as stored,
    },
    tables, write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::records::{self, Editable, Saved};

impl Editable for Role {
    type Details = RoleDetails;
    const CREATE: Permission = role::CREATE;
    const UPDATE: Permission = role::UPDATE;
    const DELETE: Permission = role::DELETE;

    async fn create(tx: &mut Tx, details: RoleDetails) -> Result<Saved> {
        check(tx, &details, None).await?;
        let id = records::insert::<Role>(tx, &details, Map::new()).await?;
        note(tx, id, None, Some(&details)).await?;
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<Role>, details: RoleDetails) -> Result<Saved> {
        let old: RoleDetails = records::details(record)?;
        let changes = old.grants != details.grants || old.fields != details.fields;
        if changes && record.text("code") == Some(roles::ADMIN) {
            // Administrators may do everything, whatever their role lists.
            return Err(Error::field("/grants", FieldCode::ReadOnly));
        }
        if changes {
            check(tx, &details, Some(&old)).await?;
            note(tx, record.id, Some(&old), Some(&details)).await?;
        }
        records::save(tx, record, &details, Map::new()).await?;
        if changes {
            tell(tx, Some(record.id), &[]).await?;
        }
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Role>) -> Result<()> {
        if record.text("code") == Some(roles::ADMIN) {
            return Err(Error::new(Code::LastAdmin));
        }
        let people = stored::people(tx, record.id).await?;
        if people > 0 {
            return Err(Error::new(Code::HasDependents).with("users", people));
        }
        note(tx, record.id, Some(&records::details(record)?), None).await?;
        write::delete(tx, record).await
    }
}

/// A role grants what there is, once, and nothing that whoever writes it lacks.
async fn check(tx: &mut Tx, details: &RoleDetails, old: Option<&RoleDetails>) -> Result<()> {
    let mut wrong = Vec::new();
    let mut seen = HashSet::new();
    for (index, grant) in details.grants.iter().enumerate() {
        let is_new = old.is_none_or(|old| !old.grants.contains(grant));
        match access::permission(&grant.permission) {
            None => wrong.push(FieldError::new(format!("/grants/{index}/permission"), FieldCode::NotOneOf)),
            Some(_) if !seen.insert(&grant.permission) => {
                wrong.push(FieldError::new(format!("/grants/{index}/permission"), FieldCode::Duplicate));
            }
            Some(permission) if is_new && !may_grant(&tx.actor().access, permission, grant.scope) => {
                return Err(Error::forbidden(permission.0));
            }
            Some(_) => {}
        }
        if let Some(code) = check_departments(tx, grant).await? {
            wrong.push(FieldError::new(format!("/grants/{index}/departments"), code));
        }
    }
    let mut seen = HashSet::new();
    for (index, rule) in details.fields.iter().enumerate() {
        match check_field(tx, rule).await? {
            Some((key, code)) => wrong.push(FieldError::new(format!("/fields/{index}/{key}"), code)),
            None if !seen.insert((&rule.object, &rule.field)) => {
                wrong.push(FieldError::new(format!("/fields/{index}/field"), FieldCode::Duplicate));
            }
            None => {}
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

/// Nobody hands on what he has not, nor further than he has it.
fn may_grant(mine: &Access, permission: Permission, scope: DataScope) -> bool {
    mine.is_admin || mine.extents.get(permission.0).is_some_and(|extent| *extent == DataScope::All || *extent > scope)
}

async fn check_departments(tx: &mut Tx, grant: &Grant) -> Result<Option<FieldCode>> {
    let chosen = grant.departments.as_deref().unwrap_or_default();
    match (grant.scope, chosen.is_empty()) {
        (DataScope::CustomDepartments, true) => Ok(Some(FieldCode::Required)),
        (DataScope::CustomDepartments, false) => {
            let distinct: HashSet<_> = chosen.iter().collect();
            let known = department::existing(tx, chosen).await?;
            Ok((known.len() != distinct.len()).then_some(FieldCode::UnknownReference))
        }
        (_, true) => Ok(None),
        (_, false) => Ok(Some(FieldCode::Invalid)),
    }
}

/// A field right names a field that there is; what a state machine or a scope needs cannot be hidden.
async fn check_field(tx: &mut Tx, rule: &FieldRule) -> Result<Option<(&'static str, FieldCode)>> {
    let Some(table) = tables::all().into_iter().find(|table| table.noun == rule.object) else {
        return Ok(Some(("object", FieldCode::NotOneOf)));
    };
    let table = tx.table(table).await?;
    Ok(match table.column(&rule.field).filter(|column| column.sql.is_none()) {
        Some(column) if matches!(column.key, "id" | "version" | "status") => Some(("field", FieldCode::Invalid)),
        Some(_) => None,
        None => Some(("field", FieldCode::NotOneOf)),
    })
}

async fn note(tx: &mut Tx, id: Uuid, old: Option<&RoleDetails>, new: Option<&RoleDetails>) -> Result<()> {
    tx.rights_change();
    let details = json!({
        "old": old.map(|role| json!({"grants": role.grants, "fields": role.fields})),
        "new": new.map(|role| json!({"grants": role.grants, "fields": role.fields})),
    });
    audit::record(tx, Entry::new("permission.changed", Outcome::Done, details).about("roles", id)).await
}

/// Tells those who have a role, or these people, that they may do other things now.
pub(super) async fn tell(tx: &mut Tx, role: Option<Uuid>, users: &[Uuid]) -> Result<()> {
    let told = |(user, roles): (Uuid, Vec<String>)| (user, json!({"recipient_id": user, "roles": roles}));
    let told: Vec<(Uuid, Value)> = stored::held(tx, role, users).await?.into_iter().map(told).collect();
    tx.emit_all("permission.changed", "users", &told).await
}
