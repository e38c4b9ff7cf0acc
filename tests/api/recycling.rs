//! The rule by which leads go back stands twice: in the domain, and as an expression in SQL. They agree.

use chrono::{Days, NaiveDate};
use guanxi_domain::{
    ownership::{LeadRecycleRule, RecycleMode, RecycleTerms, recycle_due},
    time::is_weekday,
};
use guanxi_persistence::leads::recycle;
use sqlx::{AssertSqlSafe, Connection};
use uuid::Uuid;

use crate::server;

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
    let pool = server::database().await;
    let mut connection = pool.acquire().await.unwrap();
    let mut tx = connection.begin().await.unwrap();
    let tenant = Uuid::now_v7();
    sqlx::query("select set_config('app.tenant', $1, true)").bind(tenant.to_string()).execute(&mut *tx).await.unwrap();
    let code = format!("r{}", &tenant.simple().to_string()[..20]);
    sqlx::query("insert into tenants (id, code, name) values ($1, $2, 'x')")
        .bind(tenant)
        .bind(code)
        .execute(&mut *tx)
        .await
        .unwrap();
    let question = format!(
        "select {}, {} from (select $1::uuid as tenant_id, $2::uuid as origin_pool_id, 'pending' as status,
             $3::date as owned_on, $4::date as last_activity_on, null::text as level, '{{}}'::text[] as tags,
             null::uuid as owner_id) t",
        recycle::DUE_ON,
        recycle::REASON
    );
    let mut numbers = Numbers(42);
    for round in 0..300 {
        let rule = LeadRecycleRule {
            enabled: numbers.below(10) > 0,
            no_followup_days: numbers.some_days(),
            not_converted_days: numbers.some_days(),
            mode: if numbers.below(2) == 0 { RecycleMode::Any } else { RecycleMode::All },
            remind_days: 3,
            working_days_only: numbers.below(2) == 0,
        };
        let changed_on = (numbers.below(3) == 0).then(|| numbers.date());
        let terms = RecycleTerms {
            mode: rule.mode,
            working_days_only: rule.working_days_only,
            rule_changed_on: changed_on,
            grace_days: 3,
        };
        let id = Uuid::now_v7();
        let days = |days: Option<u32>| days.map(|days| i32::try_from(days).unwrap());
        sqlx::query(
            "insert into lead_pools (id, name, recycle_enabled, no_followup_days, not_converted_days, recycle_mode,
                 working_days_only, recycle_not_before)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(id)
        .bind(format!("池{round}"))
        .bind(rule.enabled)
        .bind(days(rule.no_followup_days))
        .bind(days(rule.not_converted_days))
        .bind(<&str>::from(rule.mode))
        .bind(rule.working_days_only)
        .bind(changed_on.map(|date| date + Days::new(2)))
        .execute(&mut *tx)
        .await
        .unwrap();
        let owned_on = numbers.date();
        let followed_on = (numbers.below(2) == 0).then(|| numbers.date());
        #[expect(clippy::disallowed_methods, reason = "two constants of ours are all that is put in")]
        let question = AssertSqlSafe(question.clone());
        let told: (Option<NaiveDate>, Option<String>) = sqlx::query_as(question)
            .bind(tenant)
            .bind(id)
            .bind(owned_on)
            .bind(followed_on)
            .fetch_one(&mut *tx)
            .await
            .unwrap();
        let due = recycle_due(&rule.countdowns(owned_on, followed_on), &terms, is_weekday);
        let expected = (due.map(|due| due.on), due.map(|due| <&str>::from(due.reason).to_owned()));
        assert_eq!(told, expected, "{rule:?} changed {changed_on:?}, owned {owned_on}, followed {followed_on:?}");
    }
    tx.rollback().await.unwrap();
}
