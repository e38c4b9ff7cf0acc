//! What the people of the demo company do by themselves, through the application and by its rules, on the last days:
//! plans, visits, knowledge, reports, meetings.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;
use guanxi_app::{
    activities::{comments, reports, visits},
    customers::knowledge,
    records,
};
use guanxi_domain::{Actor, ActorKind, Error, Result, TenantId, UserId};
use guanxi_persistence::{
    Db, Tx,
    access::rights,
    activities::{event::CalendarEvent, plan::Plan, report::WorkReport, visit::Visit},
    customers::{customer::Customer, knowledge::Knowledge, relation::Relation},
    platform::custom_fields::CustomFieldRecord,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sqlx::PgConnection;
use uuid::Uuid;

use super::rows::{self, business_date};

/// Lets everybody work through the last days; `db` has a clock that can be moved.
pub async fn live(db: &Db, connection: &mut PgConnection, tenant: TenantId, now: DateTime<Utc>) -> anyhow::Result<()> {
    let sql = "select id from users where tenant_id = app.tenant() and login = $1";
    let mut people = Vec::new();
    for login in ["admin", "supervisor", "rep1", "rep2", "rep3", "rep4"] {
        people.push(sqlx::query_scalar(sql).bind(login).fetch_one(&mut *connection).await?);
    }
    let [admin, supervisor, reps @ ..] = &people[..] else { return Ok(()) };
    let life = Life { db, tenant, days: Workdays::around(business_date(now)) };
    life.fields(*admin).await?;
    let mut written = Vec::new();
    for (index, rep) in reps.iter().enumerate() {
        let customers = "select id from customers where owner_id = $1 order by created_at, id limit 5";
        let customers = sqlx::query_scalar(customers).bind(rep).fetch_all(&mut *connection).await?;
        let leads = "select id from leads where owner_id = $1 order by created_at, id limit 1";
        let leads = sqlx::query_scalar(leads).bind(rep).fetch_all(&mut *connection).await?;
        written.extend(life.rep(*rep, index, &customers, &leads).await?);
    }
    life.supervisor(*supervisor, reps, &written).await?;
    life.sell(connection, *admin, *supervisor, reps).await
}

/// What a salesperson wrote, for his supervisor to read.
struct Written {
    report: Uuid,
    learned: Uuid,
}

/// Working days around today, as if there were no holidays.
pub(super) struct Workdays {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) today: NaiveDate,
    next: NaiveDate,
    monday: NaiveDate,
}

impl Workdays {
    fn around(today: NaiveDate) -> Self {
        let works = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let mut before = (1..).map_while(|back| today.checked_sub_days(Days::new(back))).filter(works);
        let mut after = (1..).map_while(|ahead| today.checked_add_days(Days::new(ahead))).filter(works);
        let (last, first) = (before.next(), before.nth(1));
        let next = after.next();
        let monday = next.into_iter().chain(after).find(|day| day.weekday() == Weekday::Mon);
        Self {
            first: first.unwrap_or(today),
            last: last.unwrap_or(today),
            today,
            next: next.unwrap_or(today),
            monday: monday.unwrap_or(today),
        }
    }
}

pub(super) struct Life<'d> {
    db: &'d Db,
    tenant: TenantId,
    pub(super) days: Workdays,
}

impl Life<'_> {
    /// Does something in somebody's name at a time.
    pub(super) async fn act<T>(
        &self,
        who: UserId,
        at: DateTime<Utc>,
        work: impl AsyncFnOnce(&mut Tx) -> Result<T>,
    ) -> Result<T> {
        self.db.clock().set(self.tenant, Some(at));
        let mut tx = self.db.begin(Actor::system(self.tenant, Tz::UTC)).await?;
        let holder = rights::load(&mut tx, who).await?.ok_or_else(|| Error::unexpected("nobody works here"))?;
        tx.commit().await?;
        let actor = Actor {
            tenant: self.tenant,
            user: Some(who),
            kind: ActorKind::System,
            access: holder.access,
            zone: holder.zone,
            request_id: None,
        };
        let mut tx = self.db.begin(actor).await?;
        let done = work(&mut tx).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// What this company wants to know of its customers, who are shops.
    async fn fields(&self, admin: UserId) -> Result<()> {
        let fields = [
            json!({"key": "c_shops", "type": "number", "scale": 0, "min": "0", "label": "门店数量", "label_en": "Shops"}),
            json!({"key": "c_brands", "type": "text", "searchable": true, "label": "经营品牌", "label_en": "Brands sold"}),
            json!({"key": "c_next_order", "type": "date", "label": "预计下次订货", "label_en": "Next order expected"}),
        ];
        self.act(admin, rows::at(self.days.first, 9, 0), async |tx| {
            for (position, field) in fields.into_iter().enumerate() {
                let mut field = rows::object(field);
                field.insert("resource".to_owned(), json!("customers"));
                field.insert("position".to_owned(), json!(position));
                records::create::<CustomFieldRecord>(tx, field.into()).await?;
            }
            Ok(())
        })
        .await
    }

    async fn rep(&self, rep: UserId, index: usize, customers: &[Uuid], leads: &[Uuid]) -> Result<Option<Written>> {
        let Workdays { first, last, today, next, .. } = self.days;
        let minute = i64::try_from(index).unwrap_or_default() * 10;
        let at = |day, hour, later| rows::at(day, hour, minute + later);
        let ([buyer, caller, partner, waiting, branch, ..], [lead, ..]) = (customers, leads) else { return Ok(None) };
        let plan = |subject: &str, id: &Uuid, when: DateTime<Utc>, method: &str, content: &str| json!({"subject": subject, "subject_id": id, "planned_at": when, "method": method, "content": content});
        let visit = self
            .act(rep, at(first, 16, 0), async |tx| {
                for planned in [
                    plan("customer", caller, at(today, 10, 0), "call", "电话回访试穿反馈，确认补货尺码。"),
                    plan("customer", partner, at(next, 15, 0), "meeting", "线上会议：核对合作条款和结算方式。"),
                    plan("lead", lead, at(today, 16, 0), "call", "确认采购负责人，约定上门时间。"),
                ] {
                    records::create::<Plan>(tx, planned).await?;
                }
                if index.is_multiple_of(2) {
                    let late = plan("customer", waiting, at(last, 11, 0), "wechat", "发送新一季画册和价格表。");
                    records::create::<Plan>(tx, late).await?;
                }
                let facts = json!({"c_shops": SHOPS[index % SHOPS.len()], "c_brands": BRANDS[index % BRANDS.len()],
                    "c_next_order": today.checked_add_days(Days::new(14))});
                records::update::<Customer>(tx, *buyer, None, facts).await?;
                records::update::<Customer>(tx, *branch, None, json!({"parent_id": buyer})).await?;
                let sells = json!({"from_id": partner, "to_id": buyer, "kind": "supplier_of"});
                records::create::<Relation>(tx, sells).await?;
                let visit =
                    plan("customer", buyer, at(last, 14, 0), "visit", "上门拜访，带秋冬样衣，确认首批订货数量。");
                Ok(records::create::<Plan>(tx, visit).await?.id)
            })
            .await?;
        let visit = self
            .act(rep, at(last, 14, 5), async |tx| {
                let going = json!({"subject": "customer", "subject_id": buyer, "plan_id": visit});
                let visit = records::create::<Visit>(tx, going).await?.id;
                let here = json!({"lat": "31.2304", "lng": "121.4737", "address": "上海市黄浦区南京东路"});
                visits::check_in(tx, visit, &read(here)?).await?;
                Ok(visit)
            })
            .await?;
        self.act(rep, at(last, 15, 20), async |tx| {
            let said = json!({"content": "看了秋冬样衣，看好羊毛大衣和卫衣两个系列，首批约三百件，下周给尺码表。",
                "outcome": "agreed_next"});
            visits::check_out(tx, visit, &read(said)?).await?;
            Ok(())
        })
        .await?;
        let learned = self
            .act(rep, at(last, 17, 0), async |tx| {
                let (kind, text) = LEARNED[index % LEARNED.len()];
                let learned = json!({"customer_id": buyer, "kind": kind, "text": text, "confidence": "high"});
                Ok(records::create::<Knowledge>(tx, learned).await?.id)
            })
            .await?;
        let report = self
            .act(rep, at(last, 18, 0), async |tx| {
                let report = json!({"kind": "daily", "period_start": last, "done": DONE[index % DONE.len()],
                    "problems": "部分客户反映物流时效不稳定。", "next_plan": "回访试穿客户，准备下周订货会名单。"});
                Ok(records::create::<WorkReport>(tx, report).await?.id)
            })
            .await?;
        // One of them has not handed in yet.
        if index < 3 {
            self.act(rep, at(last, 18, 30), async |tx| reports::submit(tx, report).await).await?;
        }
        Ok(Some(Written { report, learned }))
    }

    async fn supervisor(&self, supervisor: UserId, reps: &[UserId], written: &[Written]) -> Result<()> {
        let evening = rows::at(self.days.last, 20, 0);
        let monday = self.days.monday;
        self.act(supervisor, evening, async |tx| {
            if let [reviewed, asked, ..] = written {
                let praise = json!({"score": 5, "note": "进展扎实，样衣反馈请同步给商品部。"});
                reports::review(tx, reviewed.report, &read(praise)?).await?;
                let question = json!({"content": "南京东路那家的尺码表什么时候能给到？"});
                comments::add::<WorkReport>(tx, asked.report, &read(question)?).await?;
            }
            for entry in written.iter().skip(1) {
                knowledge::publish(tx, entry.learned).await?;
            }
            let meeting = json!({"title": "销售周会", "start_at": rows::at(monday, 9, 30), "end_at": rows::at(monday, 10, 30),
                "location": "三楼会议室", "content": "上周进展、重点客户和订货会准备。", "attendee_ids": reps,
                "reminders": [15], "shared": true});
            records::create::<CalendarEvent>(tx, meeting).await?;
            Ok(())
        })
        .await
    }
}

const SHOPS: &[u32] = &[12, 5, 28, 3];
const BRANDS: &[&str] = &["云帆、海澜", "优选、云帆", "森活、云帆、衣品", "云帆"];
const LEARNED: &[(&str, &str)] = &[
    ("decision_process", "订货由采购部初选，店长会试穿后投票，最后由总经理签字，周期约两周。"),
    ("preference", "偏好深色系和宽松版型，对面料成分表要求很细。"),
    ("competitor", "同时向两家杭州供应商询价，对方账期给到六十天。"),
    ("risk", "上一季有部分货款拖延，建议首单预付三成。"),
];
const DONE: &[&str] = &[
    "拜访一家重点客户，确认首批约三百件；电话回访四家，两家有补货意向。",
    "完成样衣展示和报价，客户认可面料；整理了新一季画册。",
    "跟进订货会邀请名单，确认十二家到场；处理了一起尺码更换。",
    "走访两家门店，了解陈列和动销情况。",
];

pub(super) fn read<T: DeserializeOwned>(body: Value) -> Result<T> {
    serde_json::from_value(body).map_err(Error::unexpected)
}
