//! The demo company: its departments, people and pools.

use anyhow::{Context, Result, anyhow};
use chrono::{DateTime, Utc};
use guanxi_app::access::{
    Gate,
    sign_in::{SignUp, Visitor},
};
use guanxi_domain::{
    demo,
    search::{Part, search_text},
};
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{
    SEED,
    loader::insert,
    rows::{self, Holder, Place, Row},
};

pub const TENANT: &str = "demo";
pub const PASSWORD: &str = "Guanxi@2026";

/// Somebody who can sign in.
pub struct Person {
    pub login: &'static str,
    pub name: &'static str,
    role: &'static str,
    department: &'static str,
}

/// The first one founds the company.
pub const PEOPLE: &[Person] = &[
    Person { login: "admin", name: "管理员", role: "admin", department: "" },
    Person { login: "supervisor", name: "李伟", role: "sales_supervisor", department: SALES },
    Person { login: "rep1", name: "张敏", role: "account_manager", department: "销售一组" },
    Person { login: "rep2", name: "王磊", role: "account_manager", department: "销售一组" },
    Person { login: "rep3", name: "刘洋", role: "account_manager", department: "销售二组" },
    Person { login: "rep4", name: "赵倩", role: "account_manager", department: "销售二组" },
    Person { login: "marketing", name: "孙悦", role: "marketing", department: "市场部" },
];

const SALES: &str = "销售部";
/// Each below the one named with it; the company itself is above all.
const DEPARTMENTS: &[(&str, &str)] = &[(SALES, ""), ("销售一组", SALES), ("销售二组", SALES), ("市场部", "")];
/// What a person can look after; a larger company has more of them.
const RECORDS_EACH: u64 = 2500;
const MOST_REPS: u64 = 300;

/// What the data refers to.
pub struct Company {
    pub lead_pool: Uuid,
    pub customer_pool: Uuid,
    holders: Vec<Holder>,
}

impl Company {
    /// Gives the numbers in turn to those who sell, or leaves one in the pool. Each round begins one person later, so
    /// that what is left in the pool at a fixed step is not always the same person's.
    pub fn place(&self, number: u64, is_pooled: bool, pool: Uuid, since: DateTime<Utc>) -> Place {
        let index = usize::try_from(number).unwrap_or_default();
        let round = index.checked_div(self.holders.len()).unwrap_or_default();
        let turn = (index + round).checked_rem(self.holders.len()).unwrap_or_default();
        let holder = if is_pooled { None } else { self.holders.get(turn).copied() };
        Place { number, holder, pool, since }
    }
}

/// The tenant, if the company exists; the connection then acts for it.
pub async fn find(connection: &mut PgConnection) -> Result<Option<Uuid>> {
    let found: Option<(Uuid,)> =
        sqlx::query_as("select id from app.tenant_by_code($1)").bind(TENANT).fetch_optional(&mut *connection).await?;
    let Some((tenant,)) = found else { return Ok(None) };
    sqlx::query("select set_config('app.tenant', $1, false)")
        .bind(tenant.to_string())
        .execute(&mut *connection)
        .await?;
    let admin: Option<Uuid> =
        sqlx::query_scalar("select id from users where tenant_id = app.tenant() and login = $1 and deleted_at is null")
            .bind(PEOPLE[0].login)
            .fetch_optional(&mut *connection)
            .await?;
    let admin = admin.context("the demo organisation has no administrator called admin")?;
    sqlx::query("select set_config('app.actor', $1, false)").bind(admin.to_string()).execute(&mut *connection).await?;
    Ok(Some(tenant))
}

/// Finds the company, or founds it with as many people as `records` need.
pub async fn found(connection: &mut PgConnection, gate: &Gate, records: u64) -> Result<Company> {
    if find(connection).await?.is_none() {
        sign_up(gate).await?;
        find(connection).await?.context("the demo organisation is not there")?;
        staff(connection, records.div_ceil(RECORDS_EACH).min(MOST_REPS)).await?;
    }
    let lead_pool = pool(
        connection,
        "select id from lead_pools where tenant_id = app.tenant() and is_default and deleted_at is null",
        "lead_pools",
        "公共线索池",
    )
    .await?;
    let customer_pool = pool(
        connection,
        "select id from customer_pools where tenant_id = app.tenant() and is_default and deleted_at is null",
        "customer_pools",
        "客户公海",
    )
    .await?;
    Ok(Company { lead_pool, customer_pool, holders: holders(connection).await? })
}

async fn sign_up(gate: &Gate) -> Result<()> {
    let wrong = |what: &'static str| move |_| anyhow!("the {what} of the demo organisation is no good");
    let new = SignUp {
        tenant: serde_json::from_value(json!(TENANT)).map_err(wrong("code"))?,
        company: serde_json::from_value(json!("云帆服饰有限公司")).map_err(wrong("name"))?,
        login: serde_json::from_value(json!(PEOPLE[0].login)).map_err(wrong("login"))?,
        name: serde_json::from_value(json!(PEOPLE[0].name)).map_err(wrong("person"))?,
        password: PASSWORD.to_owned(),
        locale: "zh-CN".to_owned(),
    };
    gate.sign_up(&new, &Visitor::default()).await.context("signing the demo organisation up")?;
    Ok(())
}

/// Departments and people. All have the administrator's password.
async fn staff(connection: &mut PgConnection, reps: u64) -> Result<()> {
    let (root, hash): (Uuid, String) = sqlx::query_as(
        "select department_id, password_hash from users where tenant_id = app.tenant() and id = app.actor()",
    )
    .fetch_one(&mut *connection)
    .await?;
    let roles: Vec<(String, Uuid)> =
        sqlx::query_as("select code, id from roles where tenant_id = app.tenant()").fetch_all(&mut *connection).await?;
    let role = |code: &str| roles.iter().find(|(known, _)| known == code).map(|(_, id)| *id);

    let mut departments = vec![("", root, vec![root])];
    for (name, above) in DEPARTMENTS {
        let (_, parent, path) = departments.iter().find(|(known, ..)| known == above).context("a department above")?;
        let id = Uuid::now_v7();
        let path: Vec<Uuid> = path.iter().copied().chain([id]).collect();
        let row = json!({"id": id, "name": name, "parent_id": parent, "path": path, "position": 0, "active": true});
        insert(connection, "departments", vec![rows::object(row)]).await?;
        departments.push((*name, id, path));
    }
    let department = |name: &str| departments.iter().find(|(known, ..)| *known == name).map(|(_, id, _)| *id);

    let mut superior = None;
    let mut people = Vec::new();
    for person in &PEOPLE[1..] {
        let id = Uuid::now_v7();
        let reports_to = if person.role == "account_manager" { superior } else { None };
        people.push(user(
            id,
            person.login,
            person.name,
            department(person.department),
            role(person.role),
            reports_to,
            &hash,
        ));
        if person.role == "sales_supervisor" {
            superior = Some(id);
        }
    }
    // The users named above are four of them.
    for number in 5..=reps {
        let name = demo::sample(SEED ^ 1, number).contact.name;
        let team = if number % 2 == 0 { "销售一组" } else { "销售二组" };
        let login = format!("rep{number}");
        people.push(user(Uuid::now_v7(), &login, &name, department(team), role("account_manager"), superior, &hash));
    }
    insert(connection, "users", people).await
}

fn user(
    id: Uuid,
    login: &str,
    name: &str,
    department: Option<Uuid>,
    role: Option<Uuid>,
    superior: Option<Uuid>,
    hash: &str,
) -> Row {
    let text = search_text([Part::name("name", name), Part::plain("login", login)]);
    rows::object(json!({
        "id": id, "login": login, "name": name, "department_id": department, "extra_department_ids": [],
        "role_ids": [role], "superior_id": superior, "status": "active", "locale": "zh-CN", "password_hash": hash,
        "must_change_password": false, "search_text": text,
    }))
}

async fn pool(connection: &mut PgConnection, sql: &'static str, table: &'static str, name: &str) -> Result<Uuid> {
    let known: Option<Uuid> = sqlx::query_scalar(sql).fetch_optional(&mut *connection).await?;
    if let Some(known) = known {
        return Ok(known);
    }
    let id = Uuid::now_v7();
    insert(connection, table, vec![rows::object(json!({"id": id, "name": name, "is_default": true}))]).await?;
    Ok(id)
}

async fn holders(connection: &mut PgConnection) -> Result<Vec<Holder>> {
    let holders: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "select u.id, u.department_id from users u join roles r on r.tenant_id = u.tenant_id and r.id = any (u.role_ids)
         where u.tenant_id = app.tenant() and r.code = 'account_manager' and u.deleted_at is null order by u.login",
    )
    .fetch_all(connection)
    .await?;
    Ok(holders.into_iter().map(|(user, department)| Holder { user, department }).collect())
}
