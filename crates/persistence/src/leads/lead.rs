//! Leads: their columns, and what only they ask the database.

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{
    Permission, Result, UserId,
    access::lead::{ASSIGN, CLAIM, CONVERT, DELETE, INVALIDATE, READ, RESTORE, RETURN, TRANSFER, UPDATE},
    fields::Kind,
};
use uuid::Uuid;

use super::recycle;
use crate::{
    Action, Column, Record, ScopeRule, Table, Tx,
    activities::color,
    table::{Place, Pool, named},
};

pub struct Lead;

impl Record for Lead {
    const TABLE: &'static Table = &TABLE;
    const READ: Permission = READ;
}

const HELD: &[&str] = &["pending", "following"];
const OPEN: &[&str] = &["unassigned", "pending", "following"];
const LEVELS: Kind = Kind::Choice(&["A", "B", "C", "D"]);

static TABLE: Table = Table {
    name: "leads",
    noun: "lead",
    label: ["线索", "Lead"],
    columns: &[
        Column::new("no", Kind::Text, "线索编号", "No.").filled().never(),
        Column::new("name", Kind::Text, "名称", "Name").filled().never(),
        Column::new("company_name", Kind::Text, "公司名称", "Company").max(200),
        Column::new("contact_name", Kind::Text, "联系人", "Contact").max(200),
        Column::new("title", Kind::Text, "职务", "Title").max(200),
        Column::new("phone", Kind::Phone, "电话", "Phone").max(40),
        Column::new("mobile", Kind::Phone, "手机", "Mobile").max(40),
        Column::new("email", Kind::Email, "邮箱", "E-mail").max(254),
        Column::new("wechat", Kind::Text, "微信", "WeChat").max(200),
        Column::new("region", Kind::Dictionary("region"), "地区", "Region"),
        Column::new("address", Kind::Text, "地址", "Address").max(500),
        Column::new("industry", Kind::Dictionary("industry"), "行业", "Industry").max(64),
        Column::new("level", LEVELS, "级别", "Level"),
        Column::new("source", Kind::Dictionary("lead_source"), "来源", "Source").max(64),
        Column::new("intended_product_ids", Kind::Ids(""), "意向产品", "Intended products").filled(),
        Column::new("requirement", Kind::LongText, "需求描述", "Requirement").max(5000),
        Column::new("budget", Kind::Money, "预算", "Budget"),
        Column::new("currency", Kind::Text, "币种", "Currency").max(3),
        Column::new("expected_date", Kind::Date, "预计成交日期", "Expected date"),
        Column::new("tags", Kind::Tags, "标签", "Tags").filled(),
        Column::new("external_source", Kind::Text, "外部系统", "External system").max(64),
        Column::new("external_id", Kind::Text, "外部编号", "External id").max(200),
        Column::new(
            "status",
            Kind::Choice(&["unassigned", "pending", "following", "invalid", "converted"]),
            "状态",
            "Status",
        )
        .filled()
        .state(),
        Column::new("owner_id", Kind::User, "负责人", "Owner").once(),
        Column::new("owner_name", Kind::Text, "负责人姓名", "Owner's name").named(named!("users", "owner_id")),
        Column::new("owner_department_id", Kind::Department, "所属部门", "Department").never(),
        Column::new("owner_department_name", Kind::Text, "所属部门名称", "Department's name")
            .named(named!("departments", "owner_department_id")),
        Column::new("owned_since", Kind::Timestamp, "负责开始时间", "Owned since").never(),
        Column::new("pool_id", Kind::Reference("lead-pools"), "线索池", "Pool").once(),
        Column::new("pool_name", Kind::Text, "线索池名称", "Pool's name").named(named!("lead_pools", "pool_id")),
        Column::new("pooled_at", Kind::Timestamp, "入池时间", "Pooled at").never(),
        Column::new("pooled_by", Kind::Choice(&["rep", "manager", "system", "creation"]), "入池方式", "Pooled by")
            .never(),
        Column::new("pooled_reason", Kind::Dictionary("return_reason"), "入池原因", "Reason for pooling").never(),
        Column::new("origin_pool_id", Kind::Reference("lead-pools"), "来源线索池", "Pool it came from")
            .filled()
            .never(),
        Column::new("origin_pool_name", Kind::Text, "来源线索池名称", "Name of the pool it came from")
            .named(named!("lead_pools", "origin_pool_id")),
        Column::new("last_owner_id", Kind::User, "前负责人", "Last owner").never(),
        Column::new("last_owner_name", Kind::Text, "前负责人姓名", "Last owner's name")
            .named(named!("users", "last_owner_id")),
        Column::new("last_owned_until", Kind::Timestamp, "前负责人脱手时间", "Last owned until").never(),
        Column::new("last_activity_at", Kind::Timestamp, "最后跟进时间", "Last activity").never(),
        Column::new("last_activity_by", Kind::User, "最后跟进人", "Last activity by").never(),
        Column::new("last_activity_by_name", Kind::Text, "最后跟进人姓名", "Name of who was last active")
            .named(named!("users", "last_activity_by")),
        Column::new("next_contact_at", Kind::Timestamp, "下次联系时间", "Next contact").state(),
        color::OF_LEADS,
        Column::new("score", Kind::Int, "评分", "Score").filled().never(),
        Column::new("grade", LEVELS, "评级", "Grade").filled().never(),
        Column::new("claim_count", Kind::Int, "领取次数", "Times claimed").filled().never(),
        Column::new("return_count", Kind::Int, "退回次数", "Times returned").filled().never(),
        Column::new("invalid_reason", Kind::Dictionary("invalid_reason"), "无效原因", "Reason for invalidity").state(),
        Column::new("converted_at", Kind::Timestamp, "转化时间", "Converted at").never(),
        Column::new("converted_by", Kind::User, "转化人", "Converted by").never(),
        Column::new("converted_by_name", Kind::Text, "转化人姓名", "Name of who converted")
            .named(named!("users", "converted_by")),
        Column::new("customer_id", Kind::Reference("customers"), "客户", "Customer").never(),
        Column::new("customer_name", Kind::Text, "客户名称", "Customer's name")
            .computed("(select c.name from customers c where c.tenant_id = t.tenant_id and c.id = t.customer_id)"),
        Column::new("contact_id", Kind::Reference("contacts"), "联系人", "Contact record").never(),
        Column::new("opportunity_id", Kind::Reference("opportunities"), "商机", "Opportunity").never(),
        recycle::DUE_ON,
        recycle::REASON,
        Column::new("created_by_name", Kind::Text, "创建人姓名", "Creator's name").named(named!("users", "created_by")),
    ],
    scope: ScopeRule::Owned {
        pool: Some(Pool { of: "lead", pooled: &["unassigned"], owned: &["pending", "following", "converted"] }),
        team: None,
    },
    actions: &[
        Action::new("update", UPDATE),
        Action::new("delete", DELETE).when(&["pending"]).at(Place::Owner),
        Action::new("delete", DELETE).when(&["unassigned", "invalid"]).at(Place::Pool),
        Action::new("claim", CLAIM).when(&["unassigned"]).at(Place::Pool),
        Action::new("assign", ASSIGN).when(&["unassigned"]).at(Place::Pool),
        Action::new("return", RETURN).when(HELD),
        Action::new("transfer", TRANSFER).when(HELD),
        Action::new("invalidate", INVALIDATE).when(OPEN),
        Action::new("restore", RESTORE).when(&["invalid"]),
        Action::new("convert", CONVERT).when(HELD),
    ],
    sort: "-created_at",
    shown: &[
        "name",
        "status",
        "level",
        "grade",
        "phone",
        "source",
        "owner_id",
        "pool_id",
        "next_contact_at",
        "recycle_due_on",
        "created_at",
    ],
    added: &[],
    searchable: true,
    internal: &[
        "custom",
        "search_text",
        "name_key",
        "phone_norm",
        "mobile_norm",
        "owned_on",
        "pooled_on",
        "last_owned_on",
        "last_activity_on",
        "next_contact_explicit",
    ],
};

/// What a lead, written with these keys, could be the same as. Locked against a twin that is written just now.
pub struct Twin {
    pub id: Uuid,
    pub name: String,
    pub name_key: String,
    pub phones: Vec<String>,
    pub email: Option<String>,
    pub owner_id: Option<Uuid>,
    pub owner_department_id: Option<Uuid>,
    pub owner_name: Option<String>,
    pub department_name: Option<String>,
    pub pool_id: Option<Uuid>,
}

type TwinRow = (
    Uuid,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<Uuid>,
    Option<Uuid>,
    Option<String>,
    Option<String>,
    Option<Uuid>,
);

/// Keeps others from writing a lead with one of these phones until this transaction ends.
pub async fn lock_phones(tx: &mut Tx, phones: &[String]) -> Result<()> {
    if phones.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    sqlx::query(
        "select pg_advisory_xact_lock(key) from (
             select distinct hashtextextended($1::text || phone, 1) as key from unnest($2::text[]) phone order by 1) keys",
    )
    .bind(tenant.to_string())
    .bind(phones)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Open leads that share a phone, an e-mail or a name with what is to be written.
pub async fn twins(
    tx: &mut Tx,
    except: Option<Uuid>,
    phones: &[String],
    email: Option<&str>,
    name_key: &str,
) -> Result<Vec<Twin>> {
    let tenant = tx.tenant();
    let rows: Vec<TwinRow> = sqlx::query_as(
        "with found as (
             select id from leads where tenant_id = $1 and phone_norm = any($2) and deleted_at is null
             union select id from leads where tenant_id = $1 and mobile_norm = any($2) and deleted_at is null
             union select id from leads where tenant_id = $1 and email = $3 and deleted_at is null
             union (select id from leads where tenant_id = $1 and name_key = $4 and name_key <> ''
                    and deleted_at is null limit 20))
         select l.id, l.name, l.name_key, l.phone_norm, l.mobile_norm, l.email, l.owner_id, l.owner_department_id,
             u.name, d.name, l.pool_id
         from leads l
         left join users u on u.tenant_id = l.tenant_id and u.id = l.owner_id
         left join departments d on d.tenant_id = l.tenant_id and d.id = l.owner_department_id
         where l.tenant_id = $1 and l.id in (select id from found) and l.id is distinct from $5
           and l.status in ('unassigned', 'pending', 'following')
         order by l.id limit 50",
    )
    .bind(tenant)
    .bind(phones)
    .bind(email)
    .bind(name_key)
    .bind(except)
    .fetch_all(tx.conn())
    .await?;
    let twin = |(
        id,
        name,
        name_key,
        phone,
        mobile,
        email,
        owner_id,
        owner_department_id,
        owner_name,
        department_name,
        pool_id,
    ): TwinRow| Twin {
        id,
        name,
        name_key,
        phones: [phone, mobile].into_iter().flatten().collect(),
        email,
        owner_id,
        owner_department_id,
        owner_name,
        department_name,
        pool_id,
    };
    Ok(rows.into_iter().map(twin).collect())
}

/// Rates a lead.
pub async fn rate(tx: &mut Tx, id: Uuid, score: i32, grade: &str) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query("update leads set score = $3, grade = $4 where tenant_id = $1 and id = $2")
        .bind(tenant)
        .bind(id)
        .bind(score)
        .bind(grade)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Who owns a lead now; nothing is locked.
pub async fn owner(tx: &mut Tx, id: Uuid) -> Result<Option<UserId>> {
    let tenant = tx.tenant();
    let owner: Option<Option<UserId>> =
        sqlx::query_scalar("select owner_id from leads where tenant_id = $1 and id = $2")
            .bind(tenant)
            .bind(id)
            .fetch_optional(tx.conn())
            .await?;
    Ok(owner.flatten())
}

/// Notes that it was told of these leads, each about a date; answers with those of whom that is new.
pub async fn notice(tx: &mut Tx, kind: &str, leads: &[(Uuid, NaiveDate)]) -> Result<Vec<Uuid>> {
    let sql = "insert into lead_notices (lead_id, kind, about)
               select x.id, $2, x.about from unnest($1::uuid[], $3::date[]) as x (id, about)
               on conflict do nothing returning lead_id";
    let (ids, dates): (Vec<Uuid>, Vec<NaiveDate>) = leads.iter().copied().unzip();
    Ok(sqlx::query_scalar(sql).bind(ids).bind(kind).bind(dates).fetch_all(tx.conn()).await?)
}

/// Leads that have lain in a pool since before `since`, with pool and date: a part of them, behind the last of the one
/// before. What was noted is looked up for each: joined, it would be compared with all that the parts before noted.
pub async fn unassigned_since(
    tx: &mut Tx,
    since: DateTime<Utc>,
    after: Option<Uuid>,
    most: i64,
) -> Result<Vec<(Uuid, Uuid, NaiveDate)>> {
    let tenant = tx.tenant();
    let found = sqlx::query_as(
        "select l.id, l.pool_id, l.pooled_on from leads l
         where l.tenant_id = $1 and l.status = 'unassigned' and l.deleted_at is null and l.pooled_at < $2
           and (select true from lead_notices n where n.tenant_id = l.tenant_id and n.lead_id = l.id
                and n.kind = 'unassigned' and n.about = l.pooled_on) is null
           and l.id > $3
         order by l.id limit $4",
    );
    Ok(found.bind(tenant).bind(since).bind(after.unwrap_or_default()).bind(most).fetch_all(tx.conn()).await?)
}

/// A lead that nobody has spoken to, with owner, since when and the date of that.
pub type Untouched = (Uuid, UserId, DateTime<Utc>, NaiveDate);

/// Owned leads that nobody has spoken to since before `since`: a part of them, behind the last of the one before.
pub async fn untouched(tx: &mut Tx, since: DateTime<Utc>, after: Option<Uuid>, most: i64) -> Result<Vec<Untouched>> {
    let tenant = tx.tenant();
    let found = sqlx::query_as(
        "select l.id, l.owner_id, l.owned_since, l.owned_on from leads l
         where l.tenant_id = $1 and l.status = 'pending' and l.deleted_at is null and l.owned_since <= $2
           and (select true from lead_notices n where n.tenant_id = l.tenant_id and n.lead_id = l.id
                and n.kind = 'untouched' and n.about = l.owned_on) is null
           and l.id > $3
         order by l.id limit $4",
    );
    Ok(found.bind(tenant).bind(since).bind(after.unwrap_or_default()).bind(most).fetch_all(tx.conn()).await?)
}

/// Whether anybody has written down anything about a lead.
pub async fn has_activities(tx: &mut Tx, id: Uuid) -> Result<bool> {
    let tenant = tx.tenant();
    let found = sqlx::query_scalar(
        "select exists (select 1 from activities where tenant_id = $1 and lead_id = $2 and deleted_at is null)",
    );
    Ok(found.bind(tenant).bind(id).fetch_one(tx.conn()).await?)
}
