//! Opportunities and the ways they go.

mod around;
mod deals;
mod forecast;
mod pipelines;
mod way;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::kit::{Answer, World, parse_id};

/// A company whose people sell: `ann` and `ben` are colleagues, `sue` leads them. It is Monday, 2 March 2026.
pub struct Sales {
    pub world: World,
    pub customer: Uuid,
}

impl Sales {
    pub async fn new() -> Self {
        Self::within(World::new().await).await
    }

    pub async fn within(world: World) -> Self {
        let team = world.department("销售部", None).await;
        world.person("sue", &["sales_supervisor"], Some(team)).await;
        world.person("ann", &["account_manager"], Some(team)).await;
        world.person("ben", &["account_manager"], Some(team)).await;
        world.clock("2026-03-02T09:00:00+08:00").await;
        let customer = world.post("ann", "/customers", json!({"name": "上海云帆服饰有限公司"})).await.expect(201).id();
        Self { world, customer }
    }

    /// What a deal with the customer says at least.
    pub fn deal(&self, more: &Value) -> Value {
        let mut deal = json!({"name": "春季工装", "customer_id": self.customer, "amount": "1000", "expected_close_on": "2026-03-31"});
        deal.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        deal
    }

    pub async fn create(&self, who: &str, more: Value) -> Answer {
        self.world.post(who, "/opportunities", self.deal(&more)).await
    }

    /// A stage of the default pipeline.
    pub async fn stage(&self, name: &str) -> Uuid {
        let found = self.world.get("boss", &format!("/stages?name={name}")).await.expect(200);
        parse_id(&found.items()[0]["id"])
    }

    pub async fn act(&self, who: &str, deal: Uuid, verb: &str, body: Value) -> Answer {
        self.world.post(who, &format!("/opportunities/{deal}/{verb}"), body).await
    }

    pub async fn get(&self, who: &str, deal: Uuid) -> Answer {
        self.world.get(who, &format!("/opportunities/{deal}")).await
    }
}
