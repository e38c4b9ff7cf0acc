//! The rules by which leads and customers go back stand twice: in the domain, and as an expression in SQL. They agree.

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use guanxi_domain::{
    calendar::Calendar,
    ownership::{
        CustomerFacts, CustomerRecycleRule, LeadRecycleRule, Level, LevelDays, RecycleMode, RecycleReason,
        RecycleTerms, customer_due, grace_until, recycle_due,
    },
};
use serde_json::{Value, json};

use crate::{kit::World, sea::Sea};

/// Numbers that look random and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn some_days(&mut self) -> Option<u32> {
        (self.below(4) > 0).then(|| u32::try_from(self.below(40) + 1).unwrap())
    }

    fn date(&mut self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(self.below(90))
    }
}

#[tokio::test]
async fn sql_and_domain_agree_on_when_a_lead_goes_back_and_why() {
    let world = World::new().await;
    let any = json!({"lead.capacity": null, "lead.recycle.grace_days": 3});
    world.patch("boss", "/settings", any).await.expect(200);
    let (mut numbers, working) = (Numbers(42), Calendar::usual(Tz::Asia__Shanghai));
    for round in 0..60 {
        let rule = LeadRecycleRule {
            enabled: numbers.below(10) > 0,
            no_followup_days: numbers.some_days(),
            not_converted_days: numbers.some_days(),
            mode: if numbers.below(2) == 0 { RecycleMode::Any } else { RecycleMode::All },
            remind_days: 3,
            working_days_only: numbers.below(2) == 0,
        };
        let mut dates = [numbers.date(), numbers.date(), numbers.date()];
        dates.sort_unstable();
        let [owned_on, followed_on, changed_on] = dates;
        let followed_on = (numbers.below(2) == 0).then_some(followed_on);
        let changed_on = (numbers.below(3) == 0).then_some(changed_on);
        let morning = |date: NaiveDate| format!("{date}T09:00:00+08:00");

        world.clock(&morning(owned_on)).await;
        let pool = world
            .post(
                "boss",
                "/lead-pools",
                json!({
                    "name": format!("池{round}"), "daily_limit": null, "new_data_wait_days": 0,
                    "recycle_enabled": rule.enabled, "no_followup_days": rule.no_followup_days,
                    "not_converted_days": rule.not_converted_days, "recycle_mode": rule.mode,
                    "working_days_only": rule.working_days_only ^ changed_on.is_some(),
                }),
            )
            .await
            .expect(201);
        let lead = json!({"company_name": format!("公司{round}"), "pool_id": pool.id()});
        let lead = world.post("boss", "/leads", lead).await.expect(201).id();
        world.act("boss", &format!("/leads/{lead}/claim")).await.expect(200);
        if let Some(date) = followed_on {
            world.clock(&morning(date)).await;
            let call = json!({
                "subject": "lead", "subject_id": lead, "kind": "call", "direction": "out", "outcome": "reached", "content": "聊过",
                "occurred_at": morning(date),
            });
            world.post("boss", "/activities", call).await.expect(201);
        }
        if let Some(date) = changed_on {
            world.clock(&morning(date)).await;
            let change = json!({"working_days_only": rule.working_days_only});
            world.patch("boss", &format!("/lead-pools/{}", pool.id()), change).await.expect(200);
        }

        let told = world.get("boss", &format!("/leads/{lead}")).await.expect(200);
        let terms = RecycleTerms {
            mode: rule.mode,
            working_days_only: rule.working_days_only,
            not_before: changed_on.and_then(|changed_on| grace_until(changed_on, 3)),
        };
        let due = recycle_due(&rule.countdowns(owned_on, followed_on), &terms, |day| working.is_working_day(day));
        let on = due.map_or(Value::Null, |due| json!(due.on));
        let context = format!("{rule:?} changed {changed_on:?}, owned {owned_on}, followed {followed_on:?}");
        assert_eq!(told["recycle_due_on"], on, "{context}");
        assert_eq!(told["recycle_reason"], due.map_or(Value::Null, |due| json!(<&str>::from(due.reason))), "{context}");
        if let Some(due) = due {
            let filter = |op: &str| {
                format!(
                    "/leads?filter={{\"field\":\"recycle_due_on\",\"op\":\"{op}\",\"value\":\"{}\"}}&limit=200",
                    due.on
                )
            };
            let has = |answer: &crate::kit::Answer| answer.all("id").iter().any(|id| *id == lead.to_string());
            assert!(has(&world.get("boss", &filter("eq")).await.expect(200)), "{context}");
            assert!(has(&world.get("boss", &filter("lte")).await.expect(200)), "{context}");
            assert!(!has(&world.get("boss", &filter("lt")).await.expect(200)), "{context}");
            let reason = format!(
                r#"/leads?filter={{"field":"recycle_reason","op":"eq","value":"{}"}}&limit=200"#,
                <&str>::from(due.reason)
            );
            assert!(has(&world.get("boss", &reason).await.expect(200)), "{context}");
        }
    }
}

#[tokio::test]
async fn sql_and_domain_agree_on_when_a_customer_goes_back_and_why() {
    let sea = Sea::new().await;
    let any = json!({"customer.capacity": null, "customer.lock_capacity": null, "lead.recycle.grace_days": 3});
    sea.world.patch("boss", "/settings", any).await.expect(200);
    let (mut numbers, working) = (Numbers(7), Calendar::usual(Tz::Asia__Shanghai));
    let words = ["vip", "old"];
    for round in 0..60 {
        let mut some = |of: &[&str]| -> Vec<String> {
            of.iter().filter(|_| numbers.below(4) == 0).map(|tag| (*tag).to_owned()).collect()
        };
        let (exempt, tags) = ([some(&words), some(&words), some(&words)], some(&words));
        let kinds = [RecycleReason::NoFollowup, RecycleReason::NoDeal, RecycleReason::NoFollowup];
        let mut rules = Vec::new();
        for (kind, exempt_tags) in kinds.into_iter().zip(exempt) {
            let [a, b, c, d] = [(); 4].map(|()| numbers.some_days());
            rules.push(CustomerRecycleRule {
                kind,
                days: LevelDays { a, b, c, d },
                include_dealt: numbers.below(3) == 0,
                include_with_open_opportunity: false,
                exempt_tags,
                enabled: numbers.below(5) > 0,
            });
        }
        let mut dates = [numbers.date(), numbers.date(), numbers.date()];
        dates.sort_unstable();
        let [owned_on, followed_on, changed_on] = dates;
        let followed_on = (numbers.below(2) == 0).then_some(followed_on);
        let changed_on = (numbers.below(3) == 0).then_some(changed_on);
        let level = [None, Some(Level::A), Some(Level::B), Some(Level::C), Some(Level::D)]
            [usize::try_from(numbers.below(5)).unwrap()];
        // The last minute of the day where the organisation is.
        let night = |date: NaiveDate| format!("{date}T23:59:00+08:00");

        sea.world.clock(&night(owned_on)).await;
        let before = if changed_on.is_some() { json!([]) } else { json!(rules) };
        let name = format!("池{round}");
        let pool = sea.pool(json!({"name": name, "daily_limit": null, "recycle_rules": before})).await;
        let customer = json!({"name": format!("公司{round}"), "pool_id": pool, "level": level, "tags": tags});
        let customer = sea.world.post("boss", "/customers", customer).await.expect(201).id();
        sea.claim("boss", customer).await.expect(200);
        let locked = numbers.below(4) == 0;
        if locked {
            let lock = json!({"until": owned_on + Days::new(20), "reason": "谈判中"});
            sea.act("boss", customer, "lock", lock).await.expect(200);
        }
        let is_dealt = numbers.below(3) == 0;
        if is_dealt {
            sea.set(customer, "update customers set deal_status = 'dealt' where id = $1").await;
        }
        let is_key_account = numbers.below(8) == 0;
        if is_key_account {
            sea.act("boss", customer, "set-key-account", json!({"is_key_account": true})).await.expect(200);
        }
        if let Some(date) = followed_on {
            sea.world.clock(&night(date)).await;
            let call = json!({
                "subject": "customer", "subject_id": customer, "kind": "call", "direction": "out", "outcome": "reached",
                "content": "聊过",
            });
            sea.world.post("boss", "/activities", call).await.expect(201);
        }
        if let Some(date) = changed_on {
            sea.world.clock(&night(date)).await;
            sea.pool_is(pool, json!({"recycle_rules": rules})).await;
        }

        let told = sea.see("boss", customer).await.expect(200);
        let terms = RecycleTerms {
            mode: RecycleMode::Any,
            working_days_only: false,
            not_before: changed_on.and_then(|changed_on| grace_until(changed_on, 3)),
        };
        let facts = CustomerFacts {
            level,
            owned_since: owned_on,
            last_activity: followed_on,
            had_opportunity: false,
            has_open_opportunity: false,
            has_open_case_or_approval: false,
            is_dealt,
            is_key_account,
            locked_until: locked.then_some(owned_on + Days::new(20)),
            tags: &tags,
            leave_days: 0,
        };
        let due = customer_due(&rules, &facts, &terms, |day| working.is_working_day(day));
        let context = format!("{rules:?} changed {changed_on:?}, {facts:?}");
        assert_eq!(told["recycle_due_on"], due.map_or(Value::Null, |due| json!(due.on)), "{context}");
        assert_eq!(told["recycle_rule"], due.map_or(Value::Null, |due| json!(<&str>::from(due.reason))), "{context}");
        let asked = match due {
            None => r#"{"field":"recycle_due_on","op":"is_null"}"#.to_owned(),
            Some(due) => format!(
                r#"{{"and":[{{"field":"recycle_due_on","op":"eq","value":"{}"}},{{"field":"recycle_rule","op":"eq","value":"{}"}}]}}"#,
                due.on,
                <&str>::from(due.reason)
            ),
        };
        let found = sea.world.get("boss", &format!("/customers?filter={asked}&limit=200")).await.expect(200);
        assert!(found.all("id").iter().any(|id| *id == customer.to_string()), "{context}");
    }
}

#[tokio::test]
async fn where_nothing_is_ever_taken_back_nothing_breaks() {
    let world = World::new().await;
    for (resource, off) in [("lead", json!({"recycle_enabled": false})), ("customer", json!({"recycle_rules": []}))] {
        let pools = world.get("boss", &format!("/{resource}-pools")).await.expect(200);
        world
            .patch("boss", &format!("/{resource}-pools/{}", pools.items()[0]["id"].as_str().unwrap()), off)
            .await
            .expect(200);
        let filter = r#"{"field":"recycle_due_on","op":"lte","value":"2026-12-31"}"#;
        let due = world.get("boss", &format!("/{resource}s?filter={filter}")).await.expect(200);
        assert!(due.items().is_empty());
        assert_eq!(world.job(&format!("{resource}_recycle"), false).await["result"]["recycled"], 0);
    }
    world.job("recycle_reminder", false).await;
}
