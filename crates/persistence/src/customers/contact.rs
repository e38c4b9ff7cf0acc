//! The people at customers.

use std::collections::HashSet;

use guanxi_domain::{
    Permission, Result,
    customers::contact::{self, BirthdayCalendar, ContactStatus},
    fields::Kind,
};
use uuid::Uuid;

use crate::{
    Action, Column, Record, ScopeRule, Table, Tx,
    table::{Pool, named},
};

pub struct Contact;

impl Record for Contact {
    const READ: Permission = contact::READ;
    const TABLE: &'static Table = &Table {
        name: "contacts",
        noun: "contact",
        label: ["联系人", "Contact"],
        columns: &[
            Column::new("customer_id", Kind::Reference("customers"), "客户", "Customer").required().once(),
            Column::new("customer_name", Kind::Text, "客户", "Customer")
                .computed("(select c.name from customers c where c.tenant_id = t.tenant_id and c.id = t.customer_id)"),
            Column::new("name", Kind::Text, "姓名", "Name").required().max(200),
            Column::new("gender", Kind::Dictionary("gender"), "性别", "Gender"),
            Column::new("title", Kind::Text, "职务", "Title").max(200),
            Column::new("department", Kind::Text, "部门", "Department").max(200),
            Column::new("role_in_deal", Kind::Dictionary("contact_role"), "决策角色", "Role in the deal"),
            Column::new("is_primary", Kind::Bool, "首要联系人", "Primary").filled(),
            Column::new("mobile", Kind::Phone, "手机", "Mobile").max(40),
            Column::new("phone", Kind::Phone, "电话", "Phone").max(40),
            Column::new("email", Kind::Email, "邮箱", "E-mail").max(254),
            Column::new("wechat", Kind::Text, "微信", "WeChat").max(200),
            Column::new("address", Kind::Text, "地址", "Address").max(500),
            Column::new("birthday", Kind::Text, "生日", "Birthday").max(10),
            Column::new("birthday_calendar", Kind::Choice(BirthdayCalendar::WORDS), "历法", "Calendar").filled(),
            Column::new("preferences", Kind::Json, "偏好", "Preferences").filled(),
            Column::new("social", Kind::Json, "社交账号", "Social accounts").filled(),
            Column::new("reports_to_id", Kind::Reference("contacts"), "上级", "Reports to"),
            Column::new("reports_to_name", Kind::Text, "上级", "Reports to")
                .computed("(select c.name from contacts c where c.tenant_id = t.tenant_id and c.id = t.reports_to_id)"),
            Column::new("do_not_contact", Kind::Tags, "免打扰方式", "Do not contact by").filled(),
            Column::new("consent", Kind::Bool, "同意联系", "Consent"),
            Column::new("status", Kind::Choice(ContactStatus::WORDS), "状态", "Status").filled(),
            Column::new("owner_id", Kind::User, "负责人", "Owner").never(),
            Column::new("owner_name", Kind::Text, "负责人", "Owner").named(named!("users", "owner_id")),
            Column::new("owner_department_id", Kind::Department, "负责部门", "Owner's department").never(),
            Column::new("owner_department_name", Kind::Text, "负责部门", "Owner's department")
                .named(named!("departments", "owner_department_id")),
            Column::new("pool_id", Kind::Reference("customer-pools"), "公海", "Pool").never(),
            Column::new("pool_name", Kind::Text, "公海", "Pool").named(named!("customer_pools", "pool_id")),
            Column::new("last_activity_at", Kind::Timestamp, "最近跟进", "Last contact").computed(
                "(select a.occurred_at from activities a where a.tenant_id = t.tenant_id and a.contact_id = t.id
                  and a.deleted_at is null and a.counts_as_contact order by a.occurred_at desc, a.id desc limit 1)",
            ),
            Column::new("tags", Kind::Tags, "标签", "Tags").filled(),
            Column::new("remark", Kind::LongText, "备注", "Remark").max(5000),
            Column::new("external_source", Kind::Text, "外部系统", "External system").max(64),
            Column::new("external_id", Kind::Text, "外部编号", "External id").max(200),
        ],
        scope: ScopeRule::Owned {
            pool: Some(Pool { of: "customer", pooled: &[], owned: &[] }),
            team: Some("customer_id"),
        },
        actions: &[Action::new("update", contact::UPDATE), Action::new("delete", contact::DELETE)],
        sort: "-created_at",
        shown: &["name", "customer_name", "title", "mobile", "email", "is_primary", "owner_name", "created_at"],
        added: &[],
        searchable: true,
        internal: &["mobile_norm", "custom", "search_text"],
    };
}

/// Whether a customer has a primary contact.
pub async fn primary_of(tx: &mut Tx, customer: Uuid) -> Result<Option<Uuid>> {
    let sql = "select id from contacts
               where tenant_id = $1 and customer_id = $2 and is_primary and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(customer).fetch_optional(tx.conn()).await?)
}

/// Those of these customers that have a primary contact.
pub async fn led(tx: &mut Tx, customers: &[Uuid]) -> Result<HashSet<Uuid>> {
    let sql = "select customer_id from contacts
               where tenant_id = $1 and customer_id = any($2) and is_primary and deleted_at is null";
    let found: Vec<Uuid> = sqlx::query_scalar(sql).bind(tx.tenant()).bind(customers).fetch_all(tx.conn()).await?;
    Ok(found.into_iter().collect())
}

/// Makes room for another primary contact.
pub async fn clear_primary(tx: &mut Tx, customer: Uuid) -> Result<()> {
    let sql = "update contacts set is_primary = false
               where tenant_id = $1 and customer_id = $2 and is_primary and deleted_at is null";
    sqlx::query(sql).bind(tx.tenant()).bind(customer).execute(tx.conn()).await?;
    Ok(())
}

/// Makes the eldest contact that is left the primary one, those who have not left the company first.
pub async fn promote(tx: &mut Tx, customer: Uuid) -> Result<()> {
    let sql = "update contacts set is_primary = true
               where tenant_id = $1 and id = (
                   select id from contacts where tenant_id = $1 and customer_id = $2 and deleted_at is null
                   order by status, created_at, id limit 1)";
    sqlx::query(sql).bind(tx.tenant()).bind(customer).execute(tx.conn()).await?;
    Ok(())
}

/// A contact of the same customer with the same mobile or mail, and by which of them it was recognised.
pub async fn same(
    tx: &mut Tx,
    customer: Uuid,
    mobile_norm: Option<&str>,
    email: Option<&str>,
    except: Option<Uuid>,
) -> Result<Option<(Uuid, String, String)>> {
    if mobile_norm.is_none() && email.is_none() {
        return Ok(None);
    }
    let sql = "select id, name, case when mobile_norm = $3 then 'mobile' else 'email' end
               from contacts
               where tenant_id = $1 and customer_id = $2 and deleted_at is null
                 and (mobile_norm = $3 or email = $4) and id is distinct from $5
               order by created_at, id limit 1";
    let sql = sqlx::query_as(sql).bind(tx.tenant()).bind(customer).bind(mobile_norm).bind(email).bind(except);
    Ok(sql.fetch_optional(tx.conn()).await?)
}

/// The customer of a contact that is not in the recycle bin.
pub async fn customer_of(tx: &mut Tx, contact: Uuid) -> Result<Option<Uuid>> {
    let sql = "select customer_id from contacts where tenant_id = $1 and id = $2 and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(contact).fetch_optional(tx.conn()).await?)
}

/// Those above a contact, nearest first; stops where it would turn in a circle.
pub async fn superiors(tx: &mut Tx, contact: Uuid) -> Result<Vec<Uuid>> {
    let sql = "with recursive above as (
                   select id, reports_to_id, 1 as depth from contacts where tenant_id = $1 and id = $2
                   union all
                   select c.id, c.reports_to_id, a.depth + 1 from contacts c join above a on c.id = a.reports_to_id
                   where c.tenant_id = $1 and a.depth < 50)
               select id from above order by depth";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(contact).fetch_all(tx.conn()).await?)
}
