//! What is known about customers, and who wants to be told of it.

use guanxi_domain::{
    DepartmentId, Permission, Result, UserId,
    access::{customer_knowledge, knowledge_subscription},
    customers::{
        customer,
        knowledge::{Confidence, KnowledgeKind, Visibility},
    },
    fields::Kind,
};
use sqlx::FromRow;
use uuid::Uuid;

use super::customer::Customer;
use crate::{Action, Column, Facts, Record, ScopeRule, Table, Tx};

pub struct Knowledge;

impl Record for Knowledge {
    const READ: Permission = customer_knowledge::READ;
    const TABLE: &'static Table = &Table {
        name: "customer_knowledge",
        noun: "customer_knowledge",
        label: ["客户知识", "Customer knowledge"],
        columns: &[
            Column::new("customer_id", Kind::Reference("customers"), "客户", "Customer").required().once(),
            Column::new("customer_name", Kind::Text, "客户", "Customer")
                .computed("(select c.name from customers c where c.tenant_id = t.tenant_id and c.id = t.customer_id)"),
            Column::new("kind", Kind::Choice(KnowledgeKind::WORDS), "类型", "Kind").required(),
            Column::new("text", Kind::LongText, "内容", "Text").required().max(5000),
            Column::new("confidence", Kind::Choice(Confidence::WORDS), "可信度", "Confidence").filled(),
            Column::new("valid_until", Kind::Date, "有效期至", "Valid until"),
            Column::new("visibility", Kind::Choice(Visibility::WORDS), "可见范围", "Who reads it").filled(),
            Column::new("status", Kind::Choice(&["draft", "published"]), "状态", "Status").filled().state(),
            Column::new("published_at", Kind::Timestamp, "发布时间", "Published at").state(),
            Column::new("published_by", Kind::User, "发布人", "Published by").state(),
            Column::new("shared", Kind::Bool, "全员可见", "Everybody reads it").filled().never(),
            Column::new("source_resource", Kind::Text, "来源类型", "Kind of source").max(64),
            Column::new("source_id", Kind::Id, "来源记录", "Source"),
            Column::new("created_by_name", Kind::Text, "作者", "Author")
                .computed("(select u.name from users u where u.tenant_id = t.tenant_id and u.id = t.created_by)"),
        ],
        scope: ScopeRule::Through(&[("customer_id", Customer::TABLE, customer::READ)]),
        actions: &[
            Action::new("update", customer_knowledge::UPDATE),
            Action::new("delete", customer_knowledge::DELETE),
            Action::new("publish", customer_knowledge::PUBLISH).when(&["draft"]),
        ],
        sort: "-created_at",
        shown: &["customer_name", "kind", "text", "confidence", "valid_until", "status", "created_by_name"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

pub struct Subscription;

impl Record for Subscription {
    const READ: Permission = knowledge_subscription::READ;
    const TABLE: &'static Table = &Table {
        name: "knowledge_subscriptions",
        noun: "knowledge_subscription",
        label: ["知识订阅", "Knowledge subscription"],
        columns: &[
            Column::new("user_ids", Kind::Ids("users"), "订阅人", "People").filled(),
            Column::new("role_ids", Kind::Ids("roles"), "订阅角色", "Roles").filled(),
            Column::new("department_ids", Kind::Ids("departments"), "订阅部门", "Departments").filled(),
            Column::new("kinds", Kind::Tags, "知识类型", "Kinds").filled(),
            Column::new("levels", Kind::Tags, "客户级别", "Levels").filled(),
            Column::new("industries", Kind::Tags, "行业", "Industries").filled(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[
            Action::new("update", knowledge_subscription::UPDATE),
            Action::new("delete", knowledge_subscription::DELETE),
        ],
        sort: "-created_at",
        shown: &["user_ids", "role_ids", "department_ids", "kinds", "levels", "industries"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// Whose subscriptions an entry fits, its author left out. What no longer counts fits none.
pub async fn subscribers(tx: &mut Tx, entry: Uuid) -> Result<Vec<UserId>> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let sql = "select distinct u.id
               from customer_knowledge k
               join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id
               join knowledge_subscriptions s on s.tenant_id = k.tenant_id and s.deleted_at is null
                   and (s.kinds = '{}' or k.kind = any(s.kinds)) and (s.levels = '{}' or c.level = any(s.levels))
                   and (s.industries = '{}' or c.industry = any(s.industries))
               join users u on u.tenant_id = k.tenant_id and u.deleted_at is null and u.status in ('active', 'on_leave')
                   and (u.id = any(s.user_ids) or u.role_ids && s.role_ids or exists (
                       select 1 from departments d where d.tenant_id = u.tenant_id and d.path && s.department_ids
                       and (d.id = u.department_id or d.id = any(u.extra_department_ids))))
               where k.tenant_id = $1 and k.id = $2 and k.deleted_at is null
                 and (k.valid_until is null or k.valid_until >= $3) and u.id is distinct from k.created_by
               order by u.id";
    Ok(sqlx::query_scalar(sql).bind(tenant).bind(entry).bind(today).fetch_all(tx.conn()).await?)
}

/// For whom an entry is, and who has the customer that it is about.
#[derive(FromRow)]
pub struct Entry {
    pub for_everybody: bool,
    pub customer_id: Uuid,
    owner_id: Option<UserId>,
    owner_department_id: Option<DepartmentId>,
    pool_id: Option<Uuid>,
}

impl Entry {
    /// What decides who sees the customer.
    pub fn facts(&self) -> Facts {
        Facts { owner: self.owner_id, department: self.owner_department_id, pool: self.pool_id, ..Facts::default() }
    }
}

pub async fn entry(tx: &mut Tx, id: Uuid) -> Result<Option<Entry>> {
    let sql = "select k.visibility = 'organisation' as for_everybody, k.customer_id, c.owner_id, c.owner_department_id,
                   c.pool_id
               from customer_knowledge k join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id
               where k.tenant_id = $1 and k.id = $2 and k.deleted_at is null and c.deleted_at is null";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?)
}
