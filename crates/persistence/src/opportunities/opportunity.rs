//! Opportunities.

use guanxi_domain::{
    DepartmentId, Permission, Result, UserId,
    fields::Kind,
    opportunities::{
        opportunity,
        stage::{ForecastCategory, Stage},
    },
    settings::CURRENCIES,
};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::age;
use crate::{Action, Column, Record, ScopeRule, Table, Tx, customers::customer, table::named};

pub struct Opportunity;

const OPEN: &[&str] = &["open"];
const ENDED: &[&str] = &["won", "lost", "abandoned"];
const STATUSES: &[&str] = &["open", "won", "lost", "abandoned"];

impl Record for Opportunity {
    const READ: Permission = opportunity::READ;
    const TABLE: &'static Table = &Table {
        name: "opportunities",
        noun: "opportunity",
        label: ["商机", "Opportunity"],
        columns: &[
            Column::new("no", Kind::Text, "编号", "Number").filled().never(),
            Column::new("name", Kind::Text, "名称", "Name").required().max(200),
            Column::new("customer_id", Kind::Reference("customers"), "客户", "Customer").required().once(),
            Column::new("customer_name", Kind::Text, "客户", "Customer")
                .computed("(select c.name from customers c where c.tenant_id = t.tenant_id and c.id = t.customer_id)"),
            Column::new("contact_id", Kind::Reference("contacts"), "联系人", "Contact"),
            Column::new("contact_name", Kind::Text, "联系人", "Contact")
                .computed("(select c.name from contacts c where c.tenant_id = t.tenant_id and c.id = t.contact_id)"),
            Column::new("pipeline_id", Kind::Reference("pipelines"), "销售流程", "Pipeline").filled().once(),
            Column::new("pipeline_name", Kind::Text, "销售流程", "Pipeline").named(named!("pipelines", "pipeline_id")),
            Column::new("stage_id", Kind::Reference("stages"), "阶段", "Stage").filled().once(),
            Column::new("stage_name", Kind::Text, "阶段", "Stage").named(named!("stages", "stage_id")),
            Column::new("status", Kind::Choice(STATUSES), "状态", "Status").filled().state(),
            Column::new("owner_id", Kind::User, "负责人", "Owner").filled().once(),
            Column::new("owner_name", Kind::Text, "负责人", "Owner").named(named!("users", "owner_id")),
            Column::new("owner_department_id", Kind::Department, "负责部门", "Owner's department").never(),
            Column::new("owner_department_name", Kind::Text, "负责部门", "Owner's department")
                .named(named!("departments", "owner_department_id")),
            Column::new("amount", Kind::Money, "金额", "Amount").filled(),
            Column::new("amount_source", Kind::Choice(&["manual", "lines"]), "金额来源", "Amount from")
                .filled()
                .never(),
            Column::new("lines", Kind::Json, "明细", "Lines").filled().follows("amount"),
            Column::new("currency", Kind::Choice(CURRENCIES), "币种", "Currency").filled(),
            Column::new("fx_rate", Kind::Decimal, "汇率", "Exchange rate").filled().never(),
            Column::new("fx_rate_on", Kind::Date, "汇率日期", "Exchange rate of").filled().never(),
            Column::new("amount_base", Kind::Money, "本位币金额", "Amount in base currency")
                .filled()
                .never()
                .follows("amount"),
            Column::new("weighted_amount", Kind::Money, "加权金额", "Weighted amount")
                .filled()
                .never()
                .follows("amount"),
            Column::new("won_amount", Kind::Money, "赢单金额", "Won amount").state().follows("amount"),
            Column::new("won_amount_base", Kind::Money, "本位币赢单金额", "Won amount in base currency")
                .never()
                .follows("amount"),
            Column::new("probability", Kind::Int, "赢率（%）", "Probability (%)").filled().never(),
            Column::new("probability_override", Kind::Int, "调整后赢率（%）", "Overridden probability (%)"),
            Column::new("forecast_category", Kind::Choice(ForecastCategory::WORDS), "预测类别", "Forecast category")
                .filled()
                .never(),
            Column::new(
                "forecast_override",
                Kind::Choice(ForecastCategory::WORDS),
                "调整后预测类别",
                "Overridden forecast category",
            ),
            Column::new("expected_close_on", Kind::Date, "预计成交日期", "Expected close").required(),
            Column::new("actual_closed_on", Kind::Date, "实际结束日期", "Closed on").state(),
            Column::new("reason", Kind::Dictionary("loss_reason"), "输单原因", "Reason for losing").state(),
            Column::new("reason_note", Kind::LongText, "原因说明", "About the reason").state(),
            Column::new("competitor_ids", Kind::Ids("competitors"), "竞争对手", "Competitors").filled(),
            Column::new("source", Kind::Dictionary("lead_source"), "来源", "Source"),
            Column::new("lead_id", Kind::Reference("leads"), "来源线索", "Made from lead").once(),
            Column::new("need_type", Kind::Dictionary("need_type"), "需求类型", "Need"),
            Column::new("categories", Kind::Tags, "产品类别", "Product categories").filled(),
            Column::new("next_step", Kind::Text, "下一步", "Next step").max(200),
            Column::new("done_tasks", Kind::Tags, "已完成任务", "Tasks done").filled(),
            Column::new("description", Kind::LongText, "描述", "Description").max(5000),
            Column::new("stage_entered_at", Kind::Timestamp, "进入阶段时间", "In the stage since").filled().never(),
            age::STAGE_AGE,
            age::STALLED,
            age::OVERDUE_CLOSE,
            Column::new("last_activity_at", Kind::Timestamp, "最近跟进", "Last contact").never(),
            Column::new("next_contact_at", Kind::Timestamp, "下次联系", "Next contact").never(),
            Column::new("tags", Kind::Tags, "标签", "Tags").filled(),
            Column::new("external_source", Kind::Text, "外部系统", "External system").max(64),
            Column::new("external_id", Kind::Text, "外部编号", "External id").max(200),
            Column::new("collision_reason", Kind::LongText, "撞单说明", "Why it exists beside a colleague's").max(1000),
        ],
        scope: ScopeRule::Owned { pool: None, team: Some("customer_id") },
        actions: &[
            Action::new("update", opportunity::UPDATE),
            Action::new("delete", opportunity::DELETE).when(OPEN),
            Action::new("stage", opportunity::UPDATE).when(OPEN),
            Action::new("change-pipeline", opportunity::UPDATE).when(OPEN),
            Action::new("win", opportunity::CLOSE).when(OPEN),
            Action::new("lose", opportunity::CLOSE).when(OPEN),
            Action::new("abandon", opportunity::CLOSE).when(OPEN),
            Action::new("reopen", opportunity::REOPEN).when(ENDED),
            Action::new("transfer", opportunity::TRANSFER).when(OPEN),
        ],
        sort: "-created_at",
        shown: &[
            "name",
            "customer_name",
            "stage_name",
            "amount",
            "probability",
            "expected_close_on",
            "owner_name",
            "stage_age_days",
            "created_at",
        ],
        added: &[],
        searchable: true,
        internal: &["custom", "search_text", "stage_entered_on", "active_on", "max_days"],
    };
}

/// A deal of a colleague about the same kinds of products.
#[derive(Debug, sqlx::FromRow)]
pub struct Rival {
    pub id: Uuid,
    pub owner_id: UserId,
    pub owner_name: String,
    pub categories: Vec<String>,
}

/// The open deals of others than `owner` with a customer about any of these kinds of products.
pub async fn rivals(
    tx: &mut Tx,
    customer: Uuid,
    owner: UserId,
    categories: &[String],
    except: Option<Uuid>,
) -> Result<Vec<Rival>> {
    let sql = "select o.id, o.owner_id, u.name as owner_name, o.categories
               from opportunities o join users u on u.tenant_id = o.tenant_id and u.id = o.owner_id
               where o.tenant_id = $1 and o.customer_id = $2 and o.owner_id <> $3 and o.categories && $4
                 and o.status = 'open' and o.id is distinct from $5 and o.deleted_at is null
               order by o.created_at limit 5";
    let rivals = sqlx::query_as(sql).bind(tx.tenant()).bind(customer).bind(owner).bind(categories).bind(except);
    Ok(rivals.fetch_all(tx.conn()).await?)
}

/// What a stage says counts from now on for the open deals that stand in it.
pub async fn follow_stage(tx: &mut Tx, stage: &Stage) -> Result<()> {
    let sql = "update opportunities
               set probability = coalesce(probability_override, $3),
                   forecast_category = coalesce(forecast_override, $4), max_days = $5
               where tenant_id = $1 and stage_id = $2 and status = 'open'
                 and (probability, forecast_category, max_days)
                     is distinct from (coalesce(probability_override, $3), coalesce(forecast_override, $4), $5)";
    sqlx::query(sql)
        .bind(tx.tenant())
        .bind(stage.id)
        .bind(i32::from(stage.probability))
        .bind(stage.category.word())
        .bind(stage.max_days.map(i32::from))
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// How many deals stand in a stage; those in the recycle bin may come back to it.
pub async fn standing(tx: &mut Tx, stage: Uuid) -> Result<i64> {
    let sql = "select count(*) from opportunities where tenant_id = $1 and stage_id = $2";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(stage).fetch_one(tx.conn()).await?)
}

/// How many deals went through a pipeline or are still in it.
pub async fn of_pipeline(tx: &mut Tx, pipeline: Uuid) -> Result<i64> {
    let sql = "select count(*) from opportunities where tenant_id = $1 and pipeline_id = $2";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(pipeline).fetch_one(tx.conn()).await?)
}

/// Gives the open deals of customers that change hands to their new owner, where the one before had them. What has
/// ended stays with whom it was.
pub async fn go_along(
    tx: &mut Tx,
    customers: &[(Uuid, UserId)],
    to: UserId,
    department: Option<DepartmentId>,
) -> Result<Vec<(Uuid, UserId)>> {
    let (ids, owners): (Vec<Uuid>, Vec<UserId>) = customers.iter().copied().unzip();
    let sql = "update opportunities o set owner_id = $4, owner_department_id = $5
               from unnest($2::uuid[], $3::uuid[]) as gone (customer_id, owner_id)
               where o.tenant_id = $1 and o.customer_id = gone.customer_id and o.owner_id = gone.owner_id
                 and o.status = 'open' and o.deleted_at is null
               returning o.id, gone.owner_id";
    let moved = sqlx::query_as(sql).bind(tx.tenant()).bind(ids).bind(owners).bind(to).bind(department);
    Ok(moved.fetch_all(tx.conn()).await?)
}

/// What was still planned about a deal that has ended is not done any more.
pub async fn cancel_plans(tx: &mut Tx, id: Uuid, reason: &str) -> Result<()> {
    let sql = "update follow_up_plans set status = 'cancelled', cancel_reason = $3
               where tenant_id = $1 and opportunity_id = $2 and status in ('planned', 'in_progress')
                 and deleted_at is null";
    sqlx::query(sql).bind(tx.tenant()).bind(id).bind(reason).execute(tx.conn()).await?;
    Ok(())
}

/// What whoever had these deals planned about them, and did not begin, is for their owners of now.
pub async fn plans_go_along(tx: &mut Tx, deals: &[(Uuid, UserId)]) -> Result<()> {
    let (ids, before): (Vec<Uuid>, Vec<UserId>) = deals.iter().copied().unzip();
    let sql = "update follow_up_plans p set owner_id = o.owner_id, owner_department_id = o.owner_department_id
               from unnest($2::uuid[], $3::uuid[]) as gone (id, owner_id), opportunities o
               where p.tenant_id = $1 and p.opportunity_id = gone.id and p.owner_id = gone.owner_id
                 and p.status = 'planned' and p.deleted_at is null and o.tenant_id = $1 and o.id = gone.id";
    sqlx::query(sql).bind(tx.tenant()).bind(ids).bind(before).execute(tx.conn()).await?;
    Ok(())
}

/// What an open deal is worth in the organisation's currency.
pub async fn amount_base(tx: &mut Tx, id: Uuid) -> Result<Option<Decimal>> {
    let sql = "select amount_base from opportunities where tenant_id = $1 and id = $2 and status = 'open'";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?)
}

/// How often somebody spoke about a deal.
pub async fn activities(tx: &mut Tx, id: Uuid) -> Result<u32> {
    let sql = "select count(*) from activities
               where tenant_id = $1 and opportunity_id = $2 and counts_as_contact and deleted_at is null";
    let count: i64 = sqlx::query_scalar(sql).bind(tx.tenant()).bind(id).fetch_one(tx.conn()).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A customer has bought, or has not after all: it follows from the deals that were won. Says whether its life cycle
/// changed.
pub async fn settle_customer(tx: &mut Tx, customer: Uuid) -> Result<bool> {
    // What others win at the same time is seen after they let go of the customer, and not by the statement that waits.
    customer::lock_row(tx, customer).await?;
    let sql = "with won as (
                   select min(actual_closed_on) as first, max(actual_closed_on) as last from opportunities
                   where tenant_id = $1 and customer_id = $2 and status = 'won' and deleted_at is null),
               before as (
                   select id, lifecycle, deal_status from customers where tenant_id = $1 and id = $2 for update)
               update customers c
               set deal_status = case when won.first is null then 'none' else 'dealt' end,
                   first_deal_at = won.first::timestamp at time zone $3,
                   last_deal_at = won.last::timestamp at time zone $3,
                   lifecycle = case
                       when won.first is not null and c.lifecycle = 'acquisition' then 'maintenance'
                       when won.first is null and c.lifecycle = 'maintenance' then 'acquisition'
                       else c.lifecycle end
               from won, before where c.tenant_id = $1 and c.id = before.id
               returning before.lifecycle <> c.lifecycle";
    let zone = tx.actor().zone.name();
    let changed: Option<bool> =
        sqlx::query_scalar(sql).bind(tx.tenant()).bind(customer).bind(zone).fetch_optional(tx.conn()).await?;
    Ok(changed.unwrap_or_default())
}
