//! Customers.

use guanxi_domain::{
    Permission, Result, UserId,
    access::key_account,
    customers::customer::{self, CustomerKind, DealStatus, LevelSource, Lifecycle},
    fields::Kind,
};
use uuid::Uuid;

use super::recycle;
use crate::{
    Action, Column, Record, ScopeRule, Table, Tx,
    activities::color,
    table::{Pool, named},
};

pub struct Customer;

const POOLED: &[&str] = &["pooled"];
const OWNED: &[&str] = &["owned"];
const STATUSES: &[&str] = &["pooled", "owned", "merged"];

impl Record for Customer {
    const READ: Permission = customer::READ;
    const TABLE: &'static Table = &Table {
        name: "customers",
        noun: "customer",
        label: ["客户", "Customer"],
        columns: &[
            Column::new("no", Kind::Text, "编号", "Number").filled().never(),
            Column::new("name", Kind::Text, "名称", "Name").required().max(200),
            Column::new("short_name", Kind::Text, "简称", "Short name").max(200),
            Column::new("aliases", Kind::Tags, "别名", "Also known as").filled(),
            Column::new("status", Kind::Choice(STATUSES), "状态", "Status").filled().state(),
            Column::new("kind", Kind::Choice(CustomerKind::WORDS), "类型", "Kind").filled(),
            Column::new("category", Kind::Dictionary("customer_category"), "客户类别", "Category").filled(),
            Column::new("role", Kind::Dictionary("customer_role"), "客户角色", "Role").filled(),
            Column::new("stage", Kind::Dictionary("customer_stage"), "客户阶段", "Stage").filled(),
            Column::new("level", Kind::Dictionary("level"), "级别", "Level"),
            Column::new("level_source", Kind::Choice(LevelSource::WORDS), "级别来源", "Level set by").filled().never(),
            Column::new("level_until", Kind::Date, "级别有效期", "Level until"),
            Column::new("nature", Kind::Dictionary("nature"), "企业性质", "Ownership nature"),
            Column::new("uscc", Kind::Text, "统一社会信用代码", "Credit code (USCC)").max(18),
            Column::new("industry", Kind::Dictionary("industry"), "行业", "Industry"),
            Column::new("scale", Kind::Dictionary("scale"), "人员规模", "Headcount"),
            Column::new("region", Kind::Dictionary("region"), "地区", "Region"),
            Column::new("address", Kind::Text, "地址", "Address").max(500),
            Column::new("lat", Kind::Decimal, "纬度", "Latitude"),
            Column::new("lng", Kind::Decimal, "经度", "Longitude"),
            Column::new("phone", Kind::Phone, "电话", "Phone").max(40),
            Column::new("phones", Kind::Tags, "其他电话", "Other phones").filled(),
            Column::new("email", Kind::Email, "邮箱", "E-mail").max(254),
            Column::new("website", Kind::Url, "网站", "Website").max(500),
            Column::new("wechat", Kind::Text, "微信", "WeChat").max(200),
            Column::new("source", Kind::Dictionary("lead_source"), "来源", "Source"),
            Column::new("requirement", Kind::LongText, "需求", "Requirement").max(5000),
            Column::new("need_types", Kind::Tags, "需求类型", "Needs").filled(),
            Column::new("relationship", Kind::Dictionary("relationship"), "客户关系", "Relationship"),
            Column::new("is_key_account", Kind::Bool, "大客户", "Key account").filled().state(),
            Column::new("value_class", Kind::Choice(&["A", "B", "C"]), "价值等级", "Value class").never(),
            Column::new("rfm", Kind::Json, "RFM", "RFM").never(),
            Column::new("credit_limit", Kind::Money, "信用额度", "Credit limit"),
            Column::new("payment_terms_days", Kind::Int, "账期（天）", "Payment terms (days)").filled(),
            Column::new("satisfaction_avg", Kind::Decimal, "平均满意度", "Satisfaction").never(),
            Column::new("parent_id", Kind::Reference("customers"), "上级客户", "Parent"),
            Column::new("parent_name", Kind::Text, "上级客户", "Parent")
                .computed("(select p.name from customers p where p.tenant_id = t.tenant_id and p.id = t.parent_id)"),
            Column::new("owner_id", Kind::User, "负责人", "Owner").once(),
            Column::new("owner_name", Kind::Text, "负责人", "Owner").named(named!("users", "owner_id")),
            Column::new("owner_department_id", Kind::Department, "负责部门", "Owner's department").never(),
            Column::new("owner_department_name", Kind::Text, "负责部门", "Owner's department")
                .named(named!("departments", "owner_department_id")),
            Column::new("owned_since", Kind::Timestamp, "归属时间", "Owned since").never(),
            Column::new("pool_id", Kind::Reference("customer-pools"), "公海", "Pool").once(),
            Column::new("pool_name", Kind::Text, "公海", "Pool").named(named!("customer_pools", "pool_id")),
            Column::new("pooled_at", Kind::Timestamp, "入公海时间", "In the pool since").never(),
            Column::new(
                "pooled_by",
                Kind::Choice(&["rep", "manager", "system", "creation"]),
                "入公海方式",
                "Pooled by",
            )
            .never(),
            Column::new("pooled_reason", Kind::Text, "入公海原因", "Reason").never(),
            Column::new("origin_pool_id", Kind::Reference("customer-pools"), "来源公海", "Pool it came from")
                .filled()
                .never(),
            Column::new("origin_pool_name", Kind::Text, "来源公海", "Pool it came from")
                .named(named!("customer_pools", "origin_pool_id")),
            Column::new("last_owner_id", Kind::User, "前负责人", "Former owner").never(),
            Column::new("last_owner_name", Kind::Text, "前负责人", "Former owner")
                .named(named!("users", "last_owner_id")),
            Column::new("last_owned_until", Kind::Timestamp, "前负责人归属至", "Formerly owned until").never(),
            Column::new("locked", Kind::Bool, "已锁定", "Locked").filled().state(),
            Column::new("locked_until", Kind::Date, "锁定至", "Locked until").state(),
            Column::new("locked_by", Kind::User, "锁定人", "Locked by").state(),
            Column::new("locked_by_name", Kind::Text, "锁定人", "Locked by").named(named!("users", "locked_by")),
            Column::new("lock_reason", Kind::Text, "锁定原因", "Reason of the lock").state(),
            recycle::DUE_ON,
            recycle::RULE,
            Column::new("deal_status", Kind::Choice(DealStatus::WORDS), "成交状态", "Deals").filled().never(),
            Column::new("first_deal_at", Kind::Timestamp, "首次成交", "First deal").never(),
            Column::new("last_deal_at", Kind::Timestamp, "最近成交", "Last deal").never(),
            Column::new("last_activity_at", Kind::Timestamp, "最近跟进", "Last contact").never(),
            Column::new("next_contact_at", Kind::Timestamp, "下次联系", "Next contact").never(),
            color::OF_CUSTOMERS,
            Column::new("lifecycle", Kind::Choice(Lifecycle::WORDS), "生命周期", "Life cycle").filled().never(),
            Column::new("churn_level", Kind::Choice(&["low", "medium", "high"]), "流失风险", "Churn risk").never(),
            Column::new("churn_score", Kind::Decimal, "流失分", "Churn score").never(),
            Column::new("primary_contact_id", Kind::Reference("contacts"), "首要联系人", "Primary contact").computed(
                "(select c.id from contacts c where c.tenant_id = t.tenant_id and c.customer_id = t.id
                  and c.is_primary and c.deleted_at is null)",
            ),
            Column::new("lead_id", Kind::Reference("leads"), "来源线索", "Made from lead").never(),
            Column::new("merged_into", Kind::Reference("customers"), "合并到", "Merged into").state(),
            Column::new("tags", Kind::Tags, "标签", "Tags").filled(),
            Column::new("remark", Kind::LongText, "备注", "Remark").max(5000),
            Column::new("external_source", Kind::Text, "外部系统", "External system").max(64),
            Column::new("external_id", Kind::Text, "外部编号", "External id").max(200),
            Column::new("duplicate_reason", Kind::LongText, "重复创建原因", "Why it exists twice").max(1000),
        ],
        scope: ScopeRule::Owned { pool: Some(Pool { of: "customer", pooled: POOLED, owned: OWNED }), team: Some("id") },
        actions: &[
            Action::new("update", customer::UPDATE).when(&["pooled", "owned"]),
            Action::new("delete", customer::DELETE).when(&["pooled", "owned"]),
            Action::new("claim", customer::CLAIM).when(POOLED),
            Action::new("assign", customer::ASSIGN).when(POOLED),
            Action::new("move", customer::MOVE).when(POOLED),
            Action::new("release", customer::RELEASE).when(OWNED),
            Action::new("transfer", customer::TRANSFER).when(OWNED),
            Action::new("lock", customer::LOCK).when(OWNED),
            Action::new("unlock", customer::LOCK).when(OWNED),
            Action::new("set-key-account", key_account::SET).when(&["pooled", "owned"]),
        ],
        sort: "-created_at",
        shown: &["name", "level", "stage", "owner_name", "phone", "last_activity_at", "next_contact_at", "created_at"],
        added: &[],
        searchable: true,
        internal: &[
            "name_key",
            "match_keys",
            "custom",
            "search_text",
            "owned_on",
            "pooled_on",
            "last_owned_on",
            "next_contact_explicit",
        ],
    };
}

/// The customers above this one, nearest first, at most `most`.
pub async fn ancestors(tx: &mut Tx, id: Uuid, most: i32) -> Result<Vec<Uuid>> {
    let sql = "with recursive above as (
                   select id, parent_id, 1 as depth from customers where tenant_id = $1 and id = $2
                   union all
                   select c.id, c.parent_id, a.depth + 1 from customers c join above a on c.id = a.parent_id
                   where c.tenant_id = $1 and a.depth <= $3)
               select id from above order by depth";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(id).bind(most).fetch_all(tx.conn()).await?)
}

/// How many levels lie below a customer, at most `most`.
pub async fn depth_below(tx: &mut Tx, id: Uuid, most: i32) -> Result<i32> {
    let sql = "with recursive below as (
                   select id, 0 as depth from customers where tenant_id = $1 and id = $2
                   union all
                   select c.id, b.depth + 1 from customers c join below b on c.parent_id = b.id
                   where c.tenant_id = $1 and c.deleted_at is null and b.depth <= $3)
               select max(depth) from below";
    let depth: Option<i32> = sqlx::query_scalar(sql).bind(tx.tenant()).bind(id).bind(most).fetch_one(tx.conn()).await?;
    Ok(depth.unwrap_or_default())
}

/// A customer and those below it, level by level: (id, parent, depth).
pub async fn descendants(tx: &mut Tx, id: Uuid, most: i64) -> Result<Vec<(Uuid, Option<Uuid>, i32)>> {
    let sql = "with recursive below as (
                   select id, parent_id, 0 as depth from customers where tenant_id = $1 and id = $2
                   union all
                   select c.id, c.parent_id, b.depth + 1 from customers c join below b on c.parent_id = b.id
                   where c.tenant_id = $1 and c.deleted_at is null and b.depth < 20)
               select id, parent_id, depth from below order by depth, id limit $3";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).bind(most).fetch_all(tx.conn()).await?)
}

/// How many contacts customers have together.
pub async fn contacts_of(tx: &mut Tx, ids: &[Uuid]) -> Result<i64> {
    let sql = "select count(*) from contacts where tenant_id = $1 and customer_id = any($2) and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(ids).fetch_one(tx.conn()).await?)
}

/// Keeps the trees of one organisation from being changed twice at once: each change alone may be sound, both together
/// a circle.
pub async fn lock_hierarchy(tx: &mut Tx) -> Result<()> {
    let sql = "select pg_advisory_xact_lock(hashtextextended('customer hierarchy ' || $1::text, 0))";
    sqlx::query(sql).bind(tx.tenant()).execute(tx.conn()).await?;
    Ok(())
}

/// What would be orphaned if a customer went.
pub async fn dependents(tx: &mut Tx, id: Uuid) -> Result<Vec<(String, i64)>> {
    let sql = "select kind, count from (
                   select 'customers' as kind, count(*) as count from customers
                   where tenant_id = $1 and parent_id = $2 and deleted_at is null
                   union all
                   select 'opportunities', count(*) from opportunities
                   where tenant_id = $1 and customer_id = $2 and deleted_at is null) found
               where count > 0";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_all(tx.conn()).await?)
}

/// Puts the contacts of a customer into the recycle bin with it.
pub async fn bury_contacts(tx: &mut Tx, id: Uuid) -> Result<u64> {
    let (now, actor) = (tx.now(), tx.actor().user);
    let sql = "update contacts set deleted_at = $3, deleted_by = $4
               where tenant_id = $1 and customer_id = $2 and deleted_at is null";
    let done = sqlx::query(sql).bind(tx.tenant()).bind(id).bind(now).bind(actor).execute(tx.conn()).await?;
    Ok(done.rows_affected())
}

/// Puts a customer into the default pool whose own pool is gone.
pub async fn leave_lost_pool(tx: &mut Tx, id: Uuid) -> Result<()> {
    let sql = "update customers t
               set pool_id = case when t.pool_id is not null then d.id end, origin_pool_id = d.id
               from customer_pools d, customer_pools lost
               where t.tenant_id = $1 and t.id = $2
                 and d.tenant_id = $1 and d.is_default and d.deleted_at is null
                 and lost.tenant_id = $1 and lost.id = t.origin_pool_id and lost.deleted_at is not null";
    sqlx::query(sql).bind(tx.tenant()).bind(id).execute(tx.conn()).await?;
    Ok(())
}

/// Gives contacts the owner and the pool of their customer.
pub async fn follow_owner(tx: &mut Tx, id: Uuid) -> Result<u64> {
    let sql = "update contacts t
               set owner_id = c.owner_id, owner_department_id = c.owner_department_id, pool_id = c.pool_id
               from customers c
               where t.tenant_id = $1 and t.customer_id = $2 and c.tenant_id = $1 and c.id = $2
                 and (t.owner_id, t.owner_department_id, t.pool_id)
                     is distinct from (c.owner_id, c.owner_department_id, c.pool_id)";
    Ok(sqlx::query(sql).bind(tx.tenant()).bind(id).execute(tx.conn()).await?.rows_affected())
}

/// Who owns a customer now; nothing is locked.
pub async fn owner(tx: &mut Tx, id: Uuid) -> Result<Option<UserId>> {
    let sql = "select owner_id from customers where tenant_id = $1 and id = $2 and deleted_at is null";
    let owner: Option<Option<UserId>> =
        sqlx::query_scalar(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    Ok(owner.flatten())
}

/// Those who own these customers, each once.
pub async fn owners(tx: &mut Tx, ids: &[Uuid]) -> Result<Vec<UserId>> {
    let sql = "select distinct owner_id from customers
               where tenant_id = $1 and id = any($2) and owner_id is not null and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(ids).fetch_all(tx.conn()).await?)
}

/// How many of his customers are locked; a lock whose day is past does not count.
pub async fn locks_of(tx: &mut Tx, owner: UserId) -> Result<i64> {
    let (tenant, today) = (tx.tenant(), tx.today());
    let sql = "select count(*) from customers where tenant_id = $1 and owner_id = $2 and locked and locked_until >= $3
               and deleted_at is null";
    Ok(sqlx::query_scalar(sql).bind(tenant).bind(owner).bind(today).fetch_one(tx.conn()).await?)
}

/// Keeps a customer from being written by others; says whether it is there.
pub async fn lock_row(tx: &mut Tx, id: Uuid) -> Result<bool> {
    let sql = "select true from customers where tenant_id = $1 and id = $2 and deleted_at is null for no key update";
    let found: Option<bool> = sqlx::query_scalar(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    Ok(found.is_some())
}
