//! What a plan, a visit, a call is about, and whose it is: the columns that they all have.

use chrono::{DateTime, Utc};
use guanxi_domain::{DepartmentId, Result, UserId, activities::activity::Subject, fields::Kind};
use uuid::Uuid;

use crate::{Column, Tx, table::named};

pub const SUBJECT: Column = Column::new("subject", Kind::Choice(Subject::WORDS), "对象类型", "About");
pub const SUBJECT_ID: Column = Column::new("subject_id", Kind::Id, "对象", "About which");
pub const LEAD_ID: Column = Column::new("lead_id", Kind::Reference("leads"), "线索", "Lead").never();
pub const LEAD_NAME: Column = Column::new("lead_name", Kind::Text, "线索", "Lead")
    .computed("(select l.name from leads l where l.tenant_id = t.tenant_id and l.id = t.lead_id)");
pub const CUSTOMER_ID: Column = Column::new("customer_id", Kind::Reference("customers"), "客户", "Customer").never();
pub const CUSTOMER_NAME: Column = Column::new("customer_name", Kind::Text, "客户", "Customer")
    .computed("(select c.name from customers c where c.tenant_id = t.tenant_id and c.id = t.customer_id)");
pub const CONTACT_ID: Column = Column::new("contact_id", Kind::Reference("contacts"), "联系人", "Contact");
pub const CONTACT_NAME: Column = Column::new("contact_name", Kind::Text, "联系人", "Contact")
    .computed("(select c.name from contacts c where c.tenant_id = t.tenant_id and c.id = t.contact_id)");
pub const OPPORTUNITY_ID: Column =
    Column::new("opportunity_id", Kind::Reference("opportunities"), "商机", "Opportunity").never();
pub const OPPORTUNITY_NAME: Column = Column::new("opportunity_name", Kind::Text, "商机", "Opportunity")
    .computed("(select o.name from opportunities o where o.tenant_id = t.tenant_id and o.id = t.opportunity_id)");
pub const OWNER_ID: Column = Column::new("owner_id", Kind::User, "负责人", "Owner");
pub const OWNER_NAME: Column =
    Column::new("owner_name", Kind::Text, "负责人", "Owner").named(named!("users", "owner_id"));
pub const DEPARTMENT_ID: Column =
    Column::new("owner_department_id", Kind::Department, "所属部门", "Department").never();
pub const DEPARTMENT_NAME: Column = Column::new("owner_department_name", Kind::Text, "所属部门", "Department")
    .named(named!("departments", "owner_department_id"));

/// Who has what something is to be about.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Holder {
    pub owner_id: Option<UserId>,
    pub owner_department_id: Option<DepartmentId>,
}

pub async fn lead_holder(tx: &mut Tx, id: Uuid) -> Result<Option<Holder>> {
    let sql = "select owner_id, owner_department_id from leads
               where tenant_id = $1 and id = $2 and deleted_at is null for no key update";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?)
}

pub async fn customer_holder(tx: &mut Tx, id: Uuid) -> Result<Option<Holder>> {
    let sql = "select owner_id, owner_department_id from customers
               where tenant_id = $1 and id = $2 and deleted_at is null and status <> 'merged' for no key update";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?)
}

/// Who has an opportunity, and whose it is.
pub async fn opportunity_holder(tx: &mut Tx, id: Uuid) -> Result<Option<(Uuid, Holder)>> {
    let sql = "select customer_id, owner_id, owner_department_id from opportunities
               where tenant_id = $1 and id = $2 and deleted_at is null for no key update";
    let found: Option<(Uuid, Option<UserId>, Option<DepartmentId>)> =
        sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    Ok(found.map(|(customer, owner_id, owner_department_id)| (customer, Holder { owner_id, owner_department_id })))
}

/// Who had a record at a time, by the log of changing hands.
pub async fn owner_at(tx: &mut Tx, record: Uuid, at: DateTime<Utc>) -> Result<Option<UserId>> {
    let sql = "select to_owner_id from claim_log where tenant_id = $1 and record_id = $2 and at <= $3
               order by at desc, id desc limit 1";
    let owner: Option<Option<UserId>> =
        sqlx::query_scalar(sql).bind(tx.tenant()).bind(record).bind(at).fetch_optional(tx.conn()).await?;
    Ok(owner.flatten())
}

/// The department in which somebody works, or worked.
pub async fn department_of(tx: &mut Tx, user: UserId) -> Result<Option<DepartmentId>> {
    let sql = "select department_id from users where tenant_id = $1 and id = $2";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(user).fetch_optional(tx.conn()).await?)
}

/// Those of these people who work here.
pub async fn at_work(tx: &mut Tx, users: &[UserId]) -> Result<Vec<UserId>> {
    let sql = "select id from users where tenant_id = $1 and id = any($2) and deleted_at is null
                 and status in ('invited', 'active', 'on_leave')";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(users).fetch_all(tx.conn()).await?)
}

/// Who stands directly above each of these people: his superior, else the nearest manager above him.
pub async fn superiors(tx: &mut Tx, users: &[UserId]) -> Result<Vec<(UserId, UserId)>> {
    let sql = "select id, superior from (
                   select u.id, coalesce(u.superior_id, (
                       select b.manager_id from departments b
                       where b.tenant_id = u.tenant_id and b.id = any(d.path) and b.deleted_at is null
                         and b.manager_id <> u.id
                       order by cardinality(b.path) desc limit 1)) as superior
                   from users u join departments d on d.tenant_id = u.tenant_id and d.id = u.department_id
                   where u.tenant_id = $1 and u.id = any($2)) people
               where superior is not null";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(users).fetch_all(tx.conn()).await?)
}
