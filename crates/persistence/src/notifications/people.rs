//! Whom an event concerns, and what is to be known of him who is told.

use chrono_tz::Tz;
use guanxi_domain::{
    Error, FieldCode, Result, UserId,
    notifications::{delivery::QuietHours, people::Choices, rule::Channel},
    settings::{SMS_QUIET_HOURS, Settings},
};
use serde_json::Value;
use sqlx::{FromRow, types::Json};
use uuid::Uuid;

use crate::Tx;

/// Somebody who may be told.
#[derive(Debug, Clone, FromRow)]
pub struct Person {
    pub id: UserId,
    pub name: String,
    pub email: Option<String>,
    pub mobile: Option<String>,
    pub locale: String,
    pub timezone: Option<String>,
    pub quiet_hours: Option<Json<Value>>,
    pub choices: Option<Json<Choices>>,
}

impl Person {
    /// Where messages to him go by a channel; refused where nobody can say.
    pub fn address(&self, channel: Channel) -> Result<Option<String>> {
        match channel {
            Channel::InApp => Ok(None),
            Channel::Email => Some(self.email.clone()).filter(Option::is_some).ok_or_else(|| required("/email")),
            Channel::Sms => Some(self.mobile.clone()).filter(Option::is_some).ok_or_else(|| required("/mobile")),
            // The robot of a group names him where it can.
            Channel::Wecom | Channel::Dingtalk | Channel::Feishu => Ok(self.mobile.clone()),
        }
    }

    /// Where he is, as far as he has said.
    pub fn zone(&self) -> Option<Tz> {
        self.timezone.as_deref()?.parse().ok()
    }

    /// When he is not to be disturbed by a channel, in an organisation that has set this.
    pub fn quiet(&self, channel: Channel, settings: &Settings, zone: Tz) -> Vec<(QuietHours, Tz)> {
        let own: Option<QuietHours> =
            self.quiet_hours.as_ref().and_then(|quiet| serde_json::from_value(quiet.0.clone()).ok());
        let [from, to] = settings.get(SMS_QUIET_HOURS);
        let night = (channel == Channel::Sms).then_some((QuietHours { from, to }, zone));
        own.map(|hours| (hours, self.zone().unwrap_or(zone))).into_iter().chain(night).collect()
    }
}

fn required(pointer: &'static str) -> Error {
    Error::field(pointer, FieldCode::Required)
}

/// Those of these people who work here.
pub async fn people(tx: &mut Tx, ids: &[UserId]) -> Result<Vec<Person>> {
    let sql = "select u.id, u.name, u.email, u.mobile, u.locale, u.timezone, p.quiet_hours, p.choices
               from users u left join notification_preferences p on p.tenant_id = u.tenant_id and p.user_id = u.id
               where u.tenant_id = $1 and u.id = any($2) and u.deleted_at is null
                 and u.status in ('invited', 'active', 'on_leave')";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(ids).fetch_all(tx.conn()).await?)
}

/// What people are called, whether or not they still work here.
pub async fn names(tx: &mut Tx, ids: &[UserId]) -> Result<Vec<(UserId, String)>> {
    let sql = "select id, name from users where tenant_id = $1 and id = any($2)";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(ids).fetch_all(tx.conn()).await?)
}

/// Those who have one of these roles, or work in one of these departments or below.
pub async fn holding(tx: &mut Tx, roles: &[Uuid], departments: &[Uuid]) -> Result<Vec<UserId>> {
    let sql = "select u.id from users u
               where u.tenant_id = $1 and u.deleted_at is null and (u.role_ids && $2 or exists (
                   select 1 from departments d where d.tenant_id = u.tenant_id and d.path && $3
                   and (d.id = u.department_id or d.id = any(u.extra_department_ids))))";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(roles).bind(departments).fetch_all(tx.conn()).await?)
}

/// Those who administer the organisation.
pub async fn admins(tx: &mut Tx) -> Result<Vec<UserId>> {
    let sql = "select u.id from users u join roles r on r.tenant_id = u.tenant_id and r.id = any(u.role_ids)
               where u.tenant_id = $1 and u.deleted_at is null and r.code = $2 and r.deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(guanxi_domain::roles::ADMIN).fetch_all(tx.conn()).await?)
}

/// Who is of the team of a customer now.
pub async fn team(tx: &mut Tx, customer: Uuid) -> Result<Vec<UserId>> {
    let now = tx.now();
    let sql = "select user_id from customer_team
               where tenant_id = $1 and customer_id = $2 and (expires_at is null or expires_at > $3)";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(customer).bind(now).fetch_all(tx.conn()).await?)
}

/// Who keeps a pool of leads or customers; with `members`, who else takes from it by name, role or department.
pub async fn of_pool(tx: &mut Tx, pool: Uuid, members: bool) -> Result<Vec<UserId>> {
    let sql = "select u.id from (
                   select admin_ids, user_ids, role_ids, department_ids from lead_pools
                   where tenant_id = $1 and id = $2 and deleted_at is null
                   union all
                   select admin_ids, user_ids, role_ids, department_ids from customer_pools
                   where tenant_id = $1 and id = $2 and deleted_at is null) p
               join users u on u.tenant_id = $1 and u.deleted_at is null
                   and (u.id = any(p.admin_ids) or ($3 and (u.id = any(p.user_ids) or u.role_ids && p.role_ids
                       or exists (
                           select 1 from departments d
                           where d.tenant_id = u.tenant_id and d.path && p.department_ids
                           and (d.id = u.department_id or d.id = any(u.extra_department_ids)))
                       or (p.user_ids = '{}' and p.role_ids = '{}' and p.department_ids = '{}'))))";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(pool).bind(members).fetch_all(tx.conn()).await?)
}

/// What was said in comments.
pub async fn comments(tx: &mut Tx, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
    let sql = "select id, content from comments where tenant_id = $1 and id = any($2) and deleted_at is null";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(ids).fetch_all(tx.conn()).await?)
}

/// What the organisation is called.
pub async fn organisation(tx: &mut Tx) -> Result<String> {
    Ok(sqlx::query_scalar("select name from tenants where id = $1").bind(tx.tenant()).fetch_one(tx.conn()).await?)
}

/// What somebody has chosen.
pub async fn preferences(tx: &mut Tx, user: UserId) -> Result<(Option<Value>, Choices)> {
    let sql = "select quiet_hours, choices from notification_preferences where tenant_id = $1 and user_id = $2";
    let found: Option<(Option<Json<Value>>, Json<Choices>)> =
        sqlx::query_as(sql).bind(tx.tenant()).bind(user).fetch_optional(tx.conn()).await?;
    Ok(found.map(|(quiet, choices)| (quiet.map(|quiet| quiet.0), choices.0)).unwrap_or_default())
}

pub async fn prefer(tx: &mut Tx, user: UserId, quiet_hours: Option<&Value>, choices: &Choices) -> Result<()> {
    let sql = "insert into notification_preferences (user_id, quiet_hours, choices) values ($1, $2, $3)
               on conflict (tenant_id, user_id) do update
               set quiet_hours = excluded.quiet_hours, choices = excluded.choices";
    sqlx::query(sql).bind(user).bind(quiet_hours).bind(Json(choices)).execute(tx.conn()).await?;
    Ok(())
}
