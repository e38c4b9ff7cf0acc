//! What the people of the demo company sell: deals in every stage, some won, some lost, some that stand still.

use chrono::{DateTime, Days, Utc};
use guanxi_app::{
    opportunities::{
        forecast,
        verbs::{self, ToStage},
    },
    records,
};
use guanxi_domain::{Error, Result, UserId};
use guanxi_persistence::{
    activities::activity::Activity,
    opportunities::{competitor::Competitor, exchange_rate::ExchangeRate, opportunity::Opportunity},
};
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{
    life::{Life, read},
    rows,
};

/// How a deal went: how many stages it passed, and how it ended.
#[derive(Clone, Copy)]
enum End {
    Open,
    Won,
    Lost,
    GivenUp,
}

/// name, amount, days since it began, days until it should close, stages passed, end.
type Deal = (&'static str, u32, u64, i64, usize, End);

const DEALS: &[Deal] = &[
    ("秋冬羊毛大衣首批订货", 86_000, 12, 12, 2, End::Open),
    ("门店导购工服定制", 42_000, 14, 6, 3, End::Open),
    ("春季新品订货会", 128_000, 6, 40, 0, End::Open),
    ("会员日丝巾礼盒", 9_600, 15, 0, 3, End::Won),
    ("童装系列联营合作", 260_000, 13, 20, 2, End::Lost),
    ("卫衣系列尺码补货", 18_500, 9, -3, 1, End::Open),
    ("羽绒服预售备货", 175_000, 18, 25, 1, End::Open),
    ("直播专供款打样", 12_000, 10, 15, 0, End::GivenUp),
];
const LARGE: Deal = ("连锁百货年度框架采购", 620_000, 11, 30, 3, End::Open);
const SAID: &[&str] = &[
    "和采购经理核对了款式清单，等总部确认预算。",
    "样衣已签收，反馈版型合适，想再看面料检测报告。",
    "谈了账期和首付比例，对方希望月结。",
];

impl Life<'_> {
    /// Lets everybody sell to the customers that he has.
    pub(super) async fn sell(
        &self,
        connection: &mut PgConnection,
        admin: UserId,
        supervisor: UserId,
        reps: &[UserId],
    ) -> anyhow::Result<()> {
        let stages: Vec<Uuid> = sqlx::query_scalar(
            "select s.id from stages s join pipelines p on p.tenant_id = s.tenant_id and p.id = s.pipeline_id
             where p.is_default and s.type = 'open' and s.deleted_at is null order by s.position",
        )
        .fetch_all(&mut *connection)
        .await?;
        let rivals = self.around(admin, supervisor).await?;
        for (index, rep) in reps.iter().enumerate() {
            let customers = "select id from customers where owner_id = $1 order by created_at, id limit 9";
            let customers: Vec<Uuid> = sqlx::query_scalar(customers).bind(rep).fetch_all(&mut *connection).await?;
            let large = (index == 0).then_some(&LARGE);
            for (nth, (deal, customer)) in large.into_iter().chain(DEALS).zip(&customers).enumerate() {
                self.deal(*rep, index + nth, deal, *customer, &stages, &rivals).await?;
            }
            let month = self.days.today.format("%Y-%m").to_string();
            self.act(*rep, rows::at(self.days.last, 18, 40), async |tx| {
                forecast::submit(tx, &read(json!({"period": month, "comment": "按目前进度预计。"}))?).await
            })
            .await?;
        }
        Ok(())
    }

    /// Whom they sell against, and what other money is worth.
    async fn around(&self, admin: UserId, supervisor: UserId) -> Result<Vec<Uuid>> {
        let since = rows::at(self.days.today.checked_sub_days(Days::new(30)).unwrap_or(self.days.first), 9, 0);
        self.act(admin, since, async |tx| {
            for (currency, rate) in [("USD", "7.1234"), ("EUR", "7.7520"), ("HKD", "0.9125")] {
                let on = since.date_naive();
                let rate = json!({"currency": currency, "effective_on": on, "rate": rate});
                records::create::<ExchangeRate>(tx, rate).await?;
            }
            Ok(())
        })
        .await?;
        self.act(supervisor, since, async |tx| {
            let mut rivals = Vec::new();
            for (name, strengths, weaknesses) in [
                ("锦绣制衣", "交期快，起订量低。", "面料等级一般，色差投诉多。"),
                ("恒源纺织", "自有面料厂，价格有优势。", "款式更新慢，小批量不接。"),
                ("潮品汇", "款式新，直播渠道强。", "账期短，退换货规则严。"),
            ] {
                let rival = json!({"name": name, "strengths": strengths, "weaknesses": weaknesses});
                rivals.push(records::create::<Competitor>(tx, rival).await?.id);
            }
            Ok(rivals)
        })
        .await
    }

    async fn deal(
        &self,
        rep: UserId,
        nth: usize,
        deal: &Deal,
        customer: Uuid,
        stages: &[Uuid],
        rivals: &[Uuid],
    ) -> Result<()> {
        let (name, amount, began, closes, passed, end) = *deal;
        let today = self.days.today;
        let before = |days: u64| -> DateTime<Utc> {
            let minute = i64::try_from(nth % 40).unwrap_or_default();
            rows::at(today.checked_sub_days(Days::new(days)).unwrap_or(today), 10, minute)
        };
        let close = today + chrono::Duration::days(closes);
        let lines = json!([
            {"product": "女款卫衣", "code": "WY-2601", "quantity": "120", "unit_price": "89", "discount_rate": "0.05", "tax_rate": "0.13"},
            {"product": "男款卫衣", "code": "WY-2602", "quantity": "90", "unit_price": "92.5", "tax_rate": "0.13"},
        ]);
        let id = self
            .act(rep, before(began), async |tx| {
                let mut body = rows::object(json!({
                    "name": name, "customer_id": customer, "expected_close_on": close, "categories": [CATEGORIES[nth % CATEGORIES.len()]],
                    "need_type": NEEDS[nth % NEEDS.len()], "source": SOURCES[nth % SOURCES.len()], "next_step": "确认款式和数量",
                }));
                match name.contains("卫衣") {
                    true => body.insert("lines".to_owned(), lines),
                    false => body.insert("amount".to_owned(), json!(amount.to_string())),
                };
                Ok(records::create::<Opportunity>(tx, body.into()).await?.id)
            })
            .await?;
        for (step, stage) in (1_u64..).zip(stages.iter().skip(1).take(passed)) {
            self.act(rep, before(began.saturating_sub(step * 3)), async |tx| {
                if step == 1 {
                    let said = json!({"subject": "opportunity", "subject_id": id, "kind": "meeting", "outcome": "interested",
                        "content": SAID[nth % SAID.len()]});
                    records::create::<Activity>(tx, said).await?;
                }
                let to: ToStage = read(json!({"stage_id": stage}))?;
                verbs::move_to(tx, id, &to).await
            })
            .await?;
        }
        let rival = rivals.get(nth % rivals.len().max(1)).ok_or_else(|| Error::unexpected("nobody to lose against"))?;
        let lost = json!({"reason": "competitor", "competitor_ids": [rival], "note": "对方账期更长。"});
        self.act(rep, before(1), async |tx| match end {
            End::Open => Ok(()),
            End::Won => verbs::win(tx, id, &read(json!({}))?).await.map(drop),
            End::Lost => verbs::lose(tx, id, &read(lost)?).await.map(drop),
            End::GivenUp => verbs::abandon(tx, id, &read(json!({"reason": "budget"}))?).await.map(drop),
        })
        .await
    }
}

const CATEGORIES: &[&str] = &["女装", "男装", "童装", "配件", "工装"];
const NEEDS: &[&str] = &["quality", "price", "delivery", "customisation"];
const SOURCES: &[&str] = &["exhibition", "referral", "website", "wechat"];
