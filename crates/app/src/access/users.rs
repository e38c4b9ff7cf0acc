//! People: who works here, in which department, under whom, with which roles.

use std::collections::HashSet;

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result, RoleId, UserId,
    access::{DepartmentMove, OwnerRecords, UserDetails, user},
    search::{self, Part},
};
use guanxi_persistence::{
    Clock, Locked, Tx,
    access::{
        User, accounts,
        audit::{self, Entry, Outcome},
        department, rights, sessions, user as stored,
    },
    read, write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{roles, sign_in};
use crate::records::{self, Editable, Saved};

impl Editable for User {
    type Details = UserDetails;
    const CREATE: Permission = user::CREATE;
    const UPDATE: Permission = user::UPDATE;
    /// People are disabled, never deleted: what they did keeps their name.
    const DELETE: Permission = user::DISABLE;

    fn derived(details: &UserDetails) -> Map<String, Value> {
        let mobile = details.mobile.as_ref().map(|mobile| mobile.norm());
        let text = search::search_text([
            Part::name("name", details.name.as_str()),
            Part::plain("no", details.no.as_deref()),
            Part::plain("login", details.login.as_str()),
            Part::plain("email", details.email.as_ref().map(|email| email.as_str())),
            Part::plain("mobile", mobile.as_deref()),
        ]);
        [("search_text".to_owned(), text.into())].into_iter().collect()
    }

    async fn create(tx: &mut Tx, mut details: UserDetails) -> Result<Saved> {
        stored_in_order(&mut details);
        check_roles(tx, &[], &details.role_ids).await?;
        check_place(tx, None, &details).await?;
        let id = records::insert::<User>(tx, &details, Map::new()).await?;
        stored::set_status(tx, id.into(), "invited").await?;
        note_roles(tx, id, &[], &details.role_ids).await?;
        tx.rights_change();
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<User>, mut details: UserDetails) -> Result<Saved> {
        stored_in_order(&mut details);
        let old: UserDetails = records::details(record)?;
        check_roles(tx, &old.role_ids, &details.role_ids).await?;
        check_place(tx, Some((record.id.into(), &old)), &details).await?;
        if old.role_ids != details.role_ids {
            let admin = stored::lock_admin_role(tx).await?;
            if old.role_ids.contains(&admin) && !details.role_ids.contains(&admin) {
                keep_an_admin(tx, record.id.into(), admin).await?;
            }
            note_roles(tx, record.id, &old.role_ids, &details.role_ids).await?;
        }
        records::save(tx, record, &details, Map::new()).await?;
        if old.role_ids != details.role_ids {
            roles::tell(tx, None, &[record.id]).await?;
        }
        if old.department_id != details.department_id {
            write::follow_owner(tx, record.id.into(), details.department_id).await?;
        }
        tx.rights_change();
        Ok(Saved::new(record.id))
    }
}

/// Puts somebody into another department, with what he owns or without it.
pub async fn change_department(tx: &mut Tx, id: Uuid, to: &DepartmentMove) -> Result<Saved> {
    let record = read::lock::<User>(tx, user::UPDATE, id).await?;
    let old: UserDetails = records::details(&record)?;
    let mut details = UserDetails { department_id: to.department_id, ..old.clone() };
    stored_in_order(&mut details);
    check_place(tx, Some((id.into(), &old)), &details).await?;
    records::save(tx, &record, &details, Map::new()).await?;
    if to.owner_records == OwnerRecords::Move {
        write::follow_owner(tx, id.into(), to.department_id).await?;
    }
    tx.rights_change();
    tx.emit("user.updated", "users", id, json!({})).await?;
    Ok(Saved::new(id))
}

/// What an administrator gives a new person to sign in with the first time.
pub async fn set_first_password(tx: &mut Tx, id: Uuid, hash: &str) -> Result<()> {
    accounts::set_password(tx, id.into(), hash, true, &[]).await?;
    stored::set_status(tx, id.into(), "active").await
}

/// Nobody signs in with this account until it is enabled again; whoever is signed in is no longer.
pub async fn disable(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<User>(tx, user::DISABLE, id).await?;
    let status = record.text("status").unwrap_or_default();
    if matches!(status, "disabled" | "left") {
        return Err(Error::invalid_state(status, "disable", &["enable"]));
    }
    check_reach(tx, id.into()).await?;
    let admin = stored::lock_admin_role(tx).await?;
    if records::details::<User>(&record)?.role_ids.contains(&admin) {
        keep_an_admin(tx, id.into(), admin).await?;
    }
    stored::set_status(tx, id.into(), "disabled").await?;
    sessions::revoke_all(tx, id.into(), None, Clock::real(), "disabled").await?;
    tx.emit("user.disabled", "users", id, json!({})).await?;
    Ok(Saved::new(id))
}

pub async fn enable(tx: &mut Tx, id: Uuid) -> Result<Saved> {
    let record = read::lock::<User>(tx, user::DISABLE, id).await?;
    let status = record.text("status").unwrap_or_default();
    if status != "disabled" {
        return Err(Error::invalid_state(status, "enable", &["disable"]));
    }
    check_reach(tx, id.into()).await?;
    stored::set_status(tx, id.into(), "active").await?;
    tx.emit("user.enabled", "users", id, json!({})).await?;
    Ok(Saved::new(id))
}

/// Gives somebody a password that he must change; he is signed out everywhere, and a lock is lifted.
pub async fn reset_password(tx: &mut Tx, id: Uuid, hash: &str) -> Result<Saved> {
    let record = read::lock::<User>(tx, user::RESET_PASSWORD, id).await?;
    let status = record.text("status").unwrap_or_default();
    if matches!(status, "disabled" | "left") {
        return Err(Error::invalid_state(status, "reset-password", &["enable"]));
    }
    check_reach(tx, id.into()).await?;
    let known = accounts::passwords(tx, id.into()).await?.ok_or_else(|| Error::not_found("user"))?;
    let old: Vec<String> = known.current.into_iter().chain(known.old).take(sign_in::REMEMBERED).collect();
    accounts::set_password(tx, id.into(), hash, true, &old).await?;
    if status == "invited" {
        stored::set_status(tx, id.into(), "active").await?;
    }
    let now = Clock::real();
    accounts::forget_failures(tx, &known.login, now - chrono::Duration::days(1)).await?;
    sessions::revoke_all(tx, id.into(), None, now, "password reset").await?;
    audit::record(tx, Entry::new("user.reset_password", Outcome::Done, json!({})).about("users", id)).await?;
    Ok(Saved::new(id))
}

/// Refuses to touch the account of somebody who may do more than the caller: it would be a way to become him.
pub(super) async fn check_reach(tx: &mut Tx, user: UserId) -> Result<()> {
    if tx.actor().access.is_admin || tx.actor().user == Some(user) {
        return Ok(());
    }
    let Some(other) = rights::load(tx, user).await? else { return Ok(()) };
    let mine = &tx.actor().access;
    match other.access.grants.keys().find(|permission| !mine.grants.contains_key(*permission)) {
        Some(permission) => Err(Error::forbidden(permission)),
        None => Ok(()),
    }
}

/// Each role and department once.
fn stored_in_order(details: &mut UserDetails) {
    let mut seen = HashSet::new();
    details.role_ids.retain(|role| seen.insert(*role));
    let main = details.department_id;
    let mut seen = HashSet::from([main]);
    details.extra_department_ids.retain(|department| seen.insert(*department));
}

/// Only administrators hand out roles.
async fn check_roles(tx: &mut Tx, old: &[RoleId], new: &[RoleId]) -> Result<()> {
    if old == new {
        return Ok(());
    }
    if !tx.actor().access.is_admin {
        return Err(Error::forbidden("role:grant"));
    }
    Ok(())
}

/// A person stands in a department that exists, and under nobody who stands under him.
async fn check_place(tx: &mut Tx, user: Option<(UserId, &UserDetails)>, details: &UserDetails) -> Result<()> {
    let old = user.map(|(_, old)| old);
    if department::existing(tx, &[details.department_id]).await?.is_empty() {
        return Err(Error::field("/department_id", FieldCode::UnknownReference));
    }
    if old.map(|old| old.superior_id) == Some(details.superior_id) {
        return Ok(());
    }
    let Some(superior) = details.superior_id else { return Ok(()) };
    department::lock_hierarchy(tx).await?;
    if !stored::works_here(tx, superior).await? {
        return Err(Error::field("/superior_id", FieldCode::UnknownReference));
    }
    if let Some((user, _)) = user
        && stored::is_below(tx, superior, user).await?
    {
        return Err(Error::new(Code::HierarchyCycle).with("field", "superior_id"));
    }
    Ok(())
}

async fn keep_an_admin(tx: &mut Tx, user: UserId, admin: RoleId) -> Result<()> {
    if stored::has_other_admin(tx, user, admin).await? { Ok(()) } else { Err(Error::new(Code::LastAdmin)) }
}

async fn note_roles(tx: &mut Tx, user: Uuid, old: &[RoleId], new: &[RoleId]) -> Result<()> {
    let details = json!({"field": "role_ids", "old": old, "new": new});
    audit::record(tx, Entry::new("permission.changed", Outcome::Done, details).about("users", user)).await
}
