//! The public sea: how customers change hands (3.3, 3.4, 3.5).

mod around;
mod claims;
mod leads;
mod recycling;
mod teams;

use serde_json::{Value, json};
use sqlx::Connection;
use uuid::Uuid;

use crate::{
    kit::{Answer, World},
    server,
};

/// An organisation with two reps and their supervisor in one department, a third rep in another, and its default pool.
pub struct Sea {
    pub world: World,
    pub pool: Uuid,
}

impl Sea {
    pub async fn new() -> Self {
        let world = World::new().await;
        let (one, two) = (world.department("一组", None).await, world.department("二组", None).await);
        for (name, role, group) in [
            ("ann", "account_manager", one),
            ("bob", "account_manager", one),
            ("sue", "sales_supervisor", one),
            ("cat", "account_manager", two),
        ] {
            world.person(name, &[role], Some(group)).await;
        }
        let pools = world.get("boss", "/customer-pools").await.expect(200);
        let pool = pools.items()[0]["id"].as_str().unwrap().parse().unwrap();
        Self { world, pool }
    }

    pub async fn pool(&self, details: Value) -> Uuid {
        self.world.post("boss", "/customer-pools", details).await.expect(201).id()
    }

    pub async fn pool_is(&self, pool: Uuid, change: Value) {
        self.world.patch("boss", &format!("/customer-pools/{pool}"), change).await.expect(200);
    }

    pub async fn pooled(&self, pool: Uuid, name: &str) -> Uuid {
        self.world.post("boss", "/customers", json!({"name": name, "pool_id": pool})).await.expect(201).id()
    }

    pub async fn many_pooled(&self, pool: Uuid, count: usize) -> Vec<Uuid> {
        let mut ids = Vec::new();
        for n in 0..count {
            ids.push(self.pooled(pool, &format!("客户{n}号{}", pool.simple())).await);
        }
        ids
    }

    pub async fn owned(&self, who: &str, name: &str) -> Uuid {
        self.world.post(who, "/customers", json!({"name": name})).await.expect(201).id()
    }

    pub async fn act(&self, who: &str, customer: Uuid, action: &str, body: Value) -> Answer {
        self.world.post(who, &format!("/customers/{customer}/{action}"), body).await
    }

    pub async fn claim(&self, who: &str, customer: Uuid) -> Answer {
        self.world.act(who, &format!("/customers/{customer}/claim")).await
    }

    pub async fn release(&self, who: &str, customer: Uuid) -> Answer {
        self.act(who, customer, "release", json!({"reason": "no_need"})).await
    }

    pub async fn see(&self, who: &str, customer: Uuid) -> Answer {
        self.world.get(who, &format!("/customers/{customer}")).await
    }

    pub async fn quota(&self, who: &str, pool: Uuid) -> Value {
        let quotas = self.world.get(who, "/me/quotas?object=customer").await.expect(200);
        quotas.items().iter().find(|line| line["pool_id"] == pool.to_string()).unwrap().clone()
    }

    pub async fn log(&self, customer: Uuid) -> Vec<String> {
        let log = self.world.get("boss", &format!("/customers/{customer}/owner-history")).await.expect(200);
        log.all("kind").into_iter().map(str::to_owned).collect()
    }

    pub fn to(&self, who: &str) -> Value {
        json!({"user_id": self.world.id(who)})
    }

    /// Writes what no request of today writes: a deal, an activity's time.
    pub async fn set(&self, customer: Uuid, sql: &'static str) {
        let mut connection = server::database().await.acquire().await.unwrap();
        let mut tx = connection.begin().await.unwrap();
        sqlx::query("select set_config('app.tenant', tenant_id::text, true) from customers where id = $1")
            .bind(customer)
            .execute(&mut *tx)
            .await
            .unwrap();
        sqlx::query(sql).bind(customer).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Runs a job of the night and waits for its end.
    pub async fn night(&self, job: &str, dry_run: bool) -> Value {
        self.world.job(job, dry_run).await["result"].clone()
    }

    /// Makes every write of one record fail, until it is cured.
    pub async fn poison(&self, table: &'static str, record: Uuid) -> String {
        let name = format!("poison_{}", record.simple());
        let statement = format!(
            "create function {name}() returns trigger language plpgsql as $$ begin raise exception 'poison'; end $$;
             create trigger {name} before update on {table} for each row when (new.id = '{record}')
                 execute function {name}();"
        );
        #[expect(clippy::disallowed_methods, reason = "a table of ours and an id are all that is put in")]
        let statement = sqlx::raw_sql(sqlx::AssertSqlSafe(statement));
        statement.execute(&server::database().await).await.unwrap();
        name
    }

    pub async fn cure(&self, poison: &str) {
        #[expect(clippy::disallowed_methods, reason = "the name of a poison is all that is put in")]
        let statement = sqlx::raw_sql(sqlx::AssertSqlSafe(format!("drop function {poison}() cascade")));
        statement.execute(&server::database().await).await.unwrap();
    }
}
