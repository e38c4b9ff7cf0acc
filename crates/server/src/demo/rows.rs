//! Samples as rows: what a lead, a customer or a contact looks like in its table.

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveTime, Utc, Weekday};
use guanxi_domain::{
    demo::Sample,
    search::{Part, search_text},
    text::{email_norm, name_key, phone_norm},
};
use guanxi_persistence::Clock;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// A row as JSON: column to value.
pub type Row = Map<String, Value>;

/// A person who has leads and customers, and his department.
#[derive(Debug, Clone, Copy)]
pub struct Holder {
    pub user: Uuid,
    pub department: Uuid,
}

/// Where a record lies, and since when.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Which one it is of all.
    pub number: u64,
    /// Nobody: it lies in the pool.
    pub holder: Option<Holder>,
    pub pool: Uuid,
    pub since: DateTime<Utc>,
}

impl Place {
    fn columns(&self) -> Value {
        let (since, date) = (self.since, business_date(self.since));
        match self.holder {
            Some(Holder { user, department }) => json!({
                "owner_id": user, "owner_department_id": department, "owned_since": since, "owned_on": date,
                "origin_pool_id": self.pool,
            }),
            None => json!({
                "pool_id": self.pool, "pooled_at": since, "pooled_on": date, "pooled_by": "creation",
                "origin_pool_id": self.pool,
            }),
        }
    }
}

pub fn lead(id: Uuid, no: &str, sample: &Sample, place: &Place) -> Row {
    let Sample { company, contact, .. } = sample;
    let text = search_text([
        Part::name("company_name", &*company.name),
        Part::name("contact_name", &*contact.name),
        Part::plain("no", no),
        Part::plain("phone", &*company.phone),
        Part::plain("mobile", &*contact.mobile),
        Part::plain("email", contact.email.as_deref()),
    ]);
    let status = if place.holder.is_some() { "following" } else { "unassigned" };
    let lead = json!({
        "id": id, "no": no, "status": status,
        "company_name": company.name, "contact_name": contact.name, "title": contact.title,
        "phone": company.phone, "mobile": contact.mobile, "email": contact.email,
        "region": company.region, "address": company.address, "industry": company.industry,
        "level": sample.level, "source": sample.source, "requirement": sample.requirement,
        "intended_product_ids": [], "tags": [],
        "name_key": name_key(&company.name),
        "phone_norm": phone_norm(&company.phone), "mobile_norm": phone_norm(&contact.mobile),
        "search_text": text,
    });
    joined([lead, place.columns(), followed(place), followed_by(place)])
}

pub fn customer(id: Uuid, no: &str, sample: &Sample, place: &Place) -> Row {
    let company = &sample.company;
    let key = name_key(&company.name);
    let text = search_text([
        Part::name("name", &*company.name),
        Part::name("short_name", &*company.short_name),
        Part::plain("uscc", &*company.uscc),
        Part::plain("website", company.website.as_deref()),
        Part::plain("phone", &*company.phone),
        Part::plain("no", no),
    ]);
    let phone = phone_norm(&company.phone).map(|phone| format!("phone:{phone}"));
    let site = company.website.as_ref().map(|site| format!("site:{}", site.trim_start_matches("www.")));
    let match_keys: Vec<String> = phone.into_iter().chain(site).collect();
    let status = if place.holder.is_some() { "owned" } else { "pooled" };
    let customer = json!({
        "id": id, "no": no, "status": status, "name": company.name, "short_name": company.short_name,
        "uscc": company.uscc, "nature": company.nature, "scale": company.scale, "industry": company.industry,
        "region": company.region, "address": company.address, "phone": company.phone,
        "website": company.website.as_ref().map(|site| format!("https://{site}")),
        "source": sample.source, "level": sample.level, "requirement": sample.requirement,
        "name_key": key, "match_keys": match_keys, "search_text": text,
    });
    joined([customer, place.columns(), followed(place)])
}

pub fn contact(id: Uuid, customer: Uuid, sample: &Sample, place: &Place) -> Row {
    let contact = &sample.contact;
    let text = search_text([
        Part::name("name", &*contact.name),
        Part::plain("mobile", &*contact.mobile),
        Part::plain("email", contact.email.as_deref()),
    ]);
    let row = json!({
        "id": id, "customer_id": customer, "name": contact.name, "gender": contact.gender, "title": contact.title,
        "department": contact.department, "mobile": contact.mobile, "email": contact.email.as_deref().map(email_norm),
        "is_primary": true, "mobile_norm": phone_norm(&contact.mobile),
        "search_text": text,
    });
    let held = match place.holder {
        Some(Holder { user, department }) => json!({"owner_id": user, "owner_department_id": department}),
        None => json!({"pool_id": place.pool}),
    };
    joined([row, held])
}

/// Whoever holds something has spoken to them since, and will again: some are late, most are not.
fn followed(place: &Place) -> Value {
    if place.holder.is_none() {
        return json!({});
    }
    let now = Clock::real();
    let days = i64::try_from(scattered(place.number) % 16).unwrap_or_default() - 3;
    let date = match business_date(now) + Duration::days(days) {
        saturday if saturday.weekday() == Weekday::Sat => saturday + Duration::days(2),
        sunday if sunday.weekday() == Weekday::Sun => sunday + Duration::days(1),
        date => date,
    };
    json!({"last_activity_at": last_said(place), "next_contact_at": working_hour(date, place.number)})
}

/// By whom a lead was followed up, and on which date.
fn followed_by(place: &Place) -> Value {
    match (place.holder, followed(place)["last_activity_at"].as_str().and_then(|at| at.parse().ok())) {
        (Some(holder), Some(at)) => json!({"last_activity_by": holder.user, "last_activity_on": business_date(at)}),
        _ => json!({}),
    }
}

/// What was said to a lead or a customer, oldest first, by whoever has it.
pub fn activities(subject: &str, id: Uuid, place: &Place) -> Vec<Row> {
    const SAID: &[(&str, &str, &str)] = &[
        ("call", "interested", "电话介绍了公司和主打产品，对方有兴趣，约定发送资料。"),
        ("wechat", "reached", "已加微信，发送了产品手册和报价单，对方表示内部讨论后回复。"),
        ("visit", "agreed_next", "上门拜访，了解了采购流程和预算，下周与负责人面谈。"),
        ("call", "no_answer", "电话无人接听，稍后再联系。"),
        ("meeting", "interested", "线上会议演示，对交期和售后提出了几个问题，已逐一答复。"),
    ];
    let key = format!("{subject}_id");
    let number = usize::try_from(place.number).unwrap_or_default();
    let last = last_said(place);
    let told = SAID.iter().cycle().skip(number % SAID.len()).take(1 + number % 3).enumerate();
    let row = |(nth, (kind, outcome, content)): (usize, &(&str, &str, &str))| {
        let back = Duration::days(i64::try_from((number % 3) - nth).unwrap_or_default());
        let at = (last - back).max(place.since);
        let mut row = object(json!({
            "id": Uuid::now_v7(), "subject": subject, "subject_id": id, "kind": kind, "direction": "out",
            "outcome": outcome, "content": content, "occurred_at": at, "participant_ids": [],
            "counts_as_contact": true, "system": false,
        }));
        row.insert(key.clone(), json!(id));
        row
    };
    told.map(row).collect()
}

/// The object that a literal makes.
pub fn object(value: Value) -> Row {
    match value {
        Value::Object(row) => row,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Map::new(),
    }
}

fn joined(parts: impl IntoIterator<Item = Value>) -> Row {
    parts.into_iter().flat_map(object).collect()
}

/// Some time of a working day in Shanghai.
pub fn working_hour(date: NaiveDate, number: u64) -> DateTime<Utc> {
    at(date, 9, i64::try_from(number * 37 % 540).unwrap_or_default())
}

/// Some minutes after an hour of a day in Shanghai, which is eight hours ahead.
pub fn at(date: NaiveDate, hour: i64, minutes: i64) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc() + Duration::hours(hour - 8) + Duration::minutes(minutes)
}

/// A number that follows from another and looks like none: so that nobody has all of his on the same days.
fn scattered(number: u64) -> u64 {
    number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40
}

/// When they were last spoken to: at work, since they are held and before now.
fn last_said(place: &Place) -> DateTime<Utc> {
    let now = Clock::real();
    let part = i32::try_from(scattered(place.number) / 16 % 10).unwrap_or_default();
    let date = business_date(place.since + (now - place.since) * part / 10);
    let said = working_hour(date, place.number);
    let said = if said < now { said } else { said - Duration::days(1) };
    said.max(place.since)
}

/// The organisation's date of a time: the demo company works in Shanghai.
pub fn business_date(time: DateTime<Utc>) -> NaiveDate {
    const SHANGHAI: i32 = 8 * 3600;
    FixedOffset::east_opt(SHANGHAI).map_or_else(|| time.date_naive(), |zone| time.with_timezone(&zone).date_naive())
}
