//! What an organisation can set, with its defaults and bounds (annex A).

use std::{collections::BTreeMap, marker::PhantomData, sync::LazyLock};

use chrono::NaiveTime;
use chrono_tz::Tz;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::{
    Error, FieldCode, FieldError, Result,
    activities::rhythm::ContactRule,
    duplicates::Action,
    filter::Filter,
    leads::state::LeadStatus,
    ownership::{LevelDays, RecycleMode},
    text::Flaw,
};

/// The name of a setting and the type of its value.
#[derive(Debug)]
pub struct Key<T> {
    pub name: &'static str,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

/// What values a setting takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    Int {
        min: i64,
        max: i64,
    },
    /// A whole number, or null for none: no limit, switched off.
    OptionalInt {
        min: i64,
        max: i64,
    },
    /// A decimal number as a string.
    Decimal {
        min: &'static str,
        max: &'static str,
    },
    Bool,
    Choice(&'static [&'static str]),
    Choices(&'static [&'static str]),
    /// A number of days for each level; null switches a level off.
    LevelDays {
        max: u32,
    },
    Minutes,
    Timezone,
    Currency,
    /// A time of the clock: `10:00`.
    Clock,
    /// Two times of the clock: `["21:00", "08:00"]`.
    Hours,
    Condition,
    /// How often to speak to some customers or leads.
    ContactRules,
}

/// One setting: what the page of settings shows.
#[derive(Debug, Clone)]
pub struct Definition {
    pub key: &'static str,
    pub kind: Kind,
    pub default: Value,
    pub zh: &'static str,
    pub en: &'static str,
    check_type: fn(&Value) -> bool,
}

fn is<T: DeserializeOwned>(value: &Value) -> bool {
    serde_json::from_value::<T>(value.clone()).is_ok()
}

macro_rules! settings {
    ($($name:ident: $type:ty = $key:literal, $kind:expr, $default:literal, $zh:literal, $en:literal;)*) => {
        $(
            #[doc = $en]
            pub const $name: Key<$type> = Key { name: $key, kind: PhantomData };
        )*

        static CATALOGUE: LazyLock<Vec<Definition>> = LazyLock::new(|| vec![$(Definition {
            key: $key,
            kind: $kind,
            default: serde_json::from_str($default).unwrap_or(Value::Null),
            zh: $zh,
            en: $en,
            check_type: is::<$type>,
        }),*]);
    };
}

const DUPLICATE_ACTIONS: Kind = Kind::Choice(&["block", "warn", "off"]);

const fn days(max: i64) -> Kind {
    Kind::Int { min: 0, max }
}

settings! {
    TIMEZONE: String = "org.timezone", Kind::Timezone, r#""Asia/Shanghai""#, "时区", "Time zone";
    BASE_CURRENCY: String = "org.base_currency", Kind::Currency, r#""CNY""#, "本位币", "Base currency";
    FISCAL_START_MONTH: u32 = "org.fiscal_start_month", Kind::Int { min: 1, max: 12 }, "1", "财年起始月", "First month of the fiscal year";
    LOCALE: String = "org.locale", Kind::Choice(&["zh-CN", "en"]), r#""zh-CN""#, "语言", "Language";
    IDEMPOTENCY_HOURS: u32 = "api.idempotency_hours", Kind::Int { min: 1, max: 168 }, "24", "幂等键保留小时数", "Hours an idempotency key is kept";
    RECYCLE_BIN_DAYS: u32 = "recycle_bin.days", Kind::Int { min: 1, max: 365 }, "30", "回收站保留天数", "Days in the recycle bin";
    AUDIT_KEEP_DAYS: u32 = "audit.keep_days", Kind::Int { min: 180, max: 3650 }, "1095", "操作日志保留天数", "Days the audit log is kept";
    SMS_QUIET_HOURS: [NaiveClock; 2] = "sms.quiet_hours", Kind::Hours, r#"["21:00", "08:00"]"#, "短信免打扰时段", "Quiet hours for text messages";
    NOTIFY_RETRY_MINUTES: Vec<u32> = "notify.retry_minutes", Kind::Minutes, "[1, 5, 30]", "通知重试间隔（分钟）", "Minutes between attempts to notify";

    LEAD_DAILY_LIMIT: Option<u32> = "lead.pool.daily_limit", Kind::OptionalInt { min: 0, max: 10000 }, "20", "线索每日领取上限", "Leads a person may claim a day";
    LEAD_FREEZE_DAYS: u32 = "lead.pool.prev_owner_freeze_days", days(365), "7", "线索前负责人冷冻天数", "Days a former owner may not claim a lead";
    LEAD_WAIT_DAYS: u32 = "lead.pool.new_data_wait_days", days(365), "0", "新线索等待天数", "Days a new lead waits in its pool";
    LEAD_ASSIGN_MEMBERS_ONLY: bool = "lead.assign.members_only", Kind::Bool, "true", "仅可分配给线索池成员", "Assign leads only to members of the pool";
    LEAD_NO_FOLLOWUP_DAYS: Option<u32> = "lead.recycle.no_followup_days", Kind::OptionalInt { min: 1, max: 3650 }, "15", "线索未跟进回收天数", "Days without follow-up before a lead is recycled";
    LEAD_NOT_CONVERTED_DAYS: Option<u32> = "lead.recycle.not_converted_days", Kind::OptionalInt { min: 1, max: 3650 }, "60", "线索未转化回收天数", "Days without conversion before a lead is recycled";
    LEAD_RECYCLE_MODE: RecycleMode = "lead.recycle.mode", Kind::Choice(&["any", "all"]), r#""any""#, "回收条件关系", "One reason or all of them";
    LEAD_REMIND_DAYS: u32 = "lead.recycle.remind_days", days(60), "3", "线索回收提前提醒天数", "Days of warning before a lead is recycled";
    RECYCLE_GRACE_DAYS: u32 = "lead.recycle.grace_days", days(60), "3", "规则修改后的宽限天数", "Days after a change of the rule in which nothing is recycled";
    LEAD_CAPACITY: Option<u32> = "lead.capacity", Kind::OptionalInt { min: 0, max: 1_000_000 }, "50", "线索保有量", "Leads a person may hold";
    LEAD_CAPACITY_STATUSES: Vec<LeadStatus> = "lead.capacity.statuses", Kind::Choices(&["pending", "following", "invalid", "converted"]), r#"["pending", "following"]"#, "计入保有量的线索状态", "States of leads that count";
    LEAD_DEDUPE_PHONE: Action = "lead.dedupe.phone", DUPLICATE_ACTIONS, r#""block""#, "线索电话重复时", "When a lead's phone is known";
    LEAD_DEDUPE_OTHER: Action = "lead.dedupe.other", DUPLICATE_ACTIONS, r#""warn""#, "线索其他信息重复时", "When something else of a lead is known";
    LEAD_SCORE_CAP_FIT: u32 = "lead.score.cap_fit", Kind::Int { min: 0, max: 100 }, "60", "匹配分上限", "Most points for fit";
    LEAD_SCORE_CAP_BEHAVIOUR: u32 = "lead.score.cap_behaviour", Kind::Int { min: 0, max: 100 }, "60", "行为分上限", "Most points for behaviour";
    LEAD_SCORE_HALF_LIFE: u32 = "lead.score.half_life_days", Kind::Int { min: 1, max: 3650 }, "30", "行为分半衰期（天）", "Days in which behaviour loses half its points";
    LEAD_GRADE_A: u32 = "lead.score.grade_a", Kind::Int { min: 0, max: 100 }, "80", "A 级最低分", "Least points for grade A";
    LEAD_GRADE_B: u32 = "lead.score.grade_b", Kind::Int { min: 0, max: 100 }, "60", "B 级最低分", "Least points for grade B";
    LEAD_GRADE_C: u32 = "lead.score.grade_c", Kind::Int { min: 0, max: 100 }, "40", "C 级最低分", "Least points for grade C";
    LEAD_UNASSIGNED_ALERT_HOURS: u32 = "lead.unassigned_alert_hours", Kind::Int { min: 1, max: 720 }, "24", "线索未分配提醒小时数", "Hours before an unassigned lead is reported";
    LEAD_UNTOUCHED_ALERT_HOURS: u32 = "lead.untouched_alert_working_hours", Kind::Int { min: 1, max: 720 }, "24", "线索未跟进提醒工作小时数", "Working hours before an untouched lead is reported";

    CUSTOMER_DAILY_LIMIT: Option<u32> = "customer.pool.daily_limit", Kind::OptionalInt { min: 0, max: 10000 }, "10", "客户每日领取上限", "Customers a person may claim a day";
    CUSTOMER_FREEZE_DAYS: u32 = "customer.pool.prev_owner_freeze_days", days(365), "15", "客户前负责人冷冻天数", "Days a former owner may not claim a customer";
    CUSTOMER_WAIT_DAYS: u32 = "customer.pool.new_data_wait_days", days(365), "0", "新客户等待天数", "Days a new customer waits in its pool";
    CUSTOMER_REMIND_DAYS: u32 = "customer.pool.remind_days", days(60), "7", "客户回收提前提醒天数", "Days of warning before a customer is recycled";
    CUSTOMER_NO_FOLLOWUP_DAYS: LevelDays = "customer.recycle.no_followup_days", Kind::LevelDays { max: 3650 }, r#"{"A": 15, "B": 30, "C": 60, "D": 90}"#, "客户未跟进回收天数", "Days without follow-up before a customer is recycled";
    CUSTOMER_NO_DEAL_DAYS: Option<u32> = "customer.recycle.no_deal_days", Kind::OptionalInt { min: 1, max: 3650 }, "180", "客户未成交回收天数", "Days without a deal before a customer is recycled";
    CUSTOMER_RECYCLE_DEALT: bool = "customer.recycle.include_dealt", Kind::Bool, "false", "回收已成交客户", "Recycle customers who bought";
    CUSTOMER_RECYCLE_WITH_OPPORTUNITY: bool = "customer.recycle.include_open_opportunity", Kind::Bool, "false", "回收有进行中商机的客户", "Recycle customers with an open opportunity";
    CUSTOMER_CAPACITY: Option<u32> = "customer.capacity", Kind::OptionalInt { min: 0, max: 1_000_000 }, "200", "客户保有量", "Customers a person may hold";
    CUSTOMER_DEALT_COUNTS: bool = "customer.capacity.dealt_counts", Kind::Bool, "false", "成交客户占用保有量", "Customers who bought count";
    CUSTOMER_KEY_ACCOUNTS_COUNT: bool = "customer.capacity.key_accounts_count", Kind::Bool, "false", "大客户占用保有量", "Key accounts count";
    CUSTOMER_ASSIGN_MEMBERS_ONLY: bool = "customer.assign.members_only", Kind::Bool, "true", "仅可分配给公海成员", "Assign customers only to members of the pool";
    CUSTOMER_LOCK_CAPACITY: Option<u32> = "customer.lock_capacity", Kind::OptionalInt { min: 0, max: 100_000 }, "20", "可锁定客户数", "Customers a person may lock";
    CUSTOMER_LOCK_MAX_DAYS: u32 = "customer.lock_max_days", Kind::Int { min: 1, max: 3650 }, "90", "锁定最长天数", "Longest lock in days";
    DUPLICATE_EXACT: Action = "dup.exact", DUPLICATE_ACTIONS, r#""block""#, "客户完全重复时", "When a customer is the same";
    DUPLICATE_STRONG: Action = "dup.strong", DUPLICATE_ACTIONS, r#""warn""#, "客户高度相似时", "When a customer is very much alike";
    DUPLICATE_POSSIBLE: Action = "dup.possible", DUPLICATE_ACTIONS, r#""warn""#, "客户可能重复时", "When a customer may be the same";
    DUPLICATE_DICE: Decimal = "dup.dice", Kind::Decimal { min: "0.5", max: "1" }, r#""0.80""#, "名称相似度阈值", "How alike names must be";
    USCC_CHECK: UsccCheck = "uscc_check", Kind::Choice(&["error", "warn"]), r#""error""#, "统一社会信用代码校验", "A wrong check character of a credit code is";

    DUPLICATE_OPPORTUNITY: Action = "dup.collision_opportunity", DUPLICATE_ACTIONS, r#""block""#, "撞单时", "When another owner has a deal of the same kind";

    PIPELINE_BACKWARD: bool = "pipeline.allow_backward", Kind::Bool, "true", "商机阶段可回退", "Deals may go back a stage";
    PIPELINE_SKIP: bool = "pipeline.allow_skip", Kind::Bool, "true", "商机阶段可跳过", "Deals may pass over stages";
    PIPELINE_REOPEN: bool = "pipeline.allow_reopen", Kind::Bool, "false", "负责人可重新打开商机", "Owners may reopen deals";
    STAGE_MAX_DAYS: u32 = "pipeline.stage_max_days", Kind::Int { min: 1, max: 3650 }, "14", "阶段停滞天数", "Days after which a deal is stalled";
    STAGE_CONTACT_DAYS: u32 = "pipeline.contact_days", Kind::Int { min: 1, max: 3650 }, "7", "商机联系间隔（天）", "Days between contacts of a deal";
    OPPORTUNITY_LARGE: Decimal = "opportunity.large_amount", Kind::Decimal { min: "0", max: "1000000000000" }, r#""500000""#, "大额商机金额", "Amount that makes a deal large";
    OPPORTUNITY_OVERRIDE: u32 = "opportunity.probability_override_range", Kind::Int { min: 0, max: 99 }, "30", "赢率调整范围（百分点）", "Points by which a probability may be overridden";
    OPPORTUNITY_PAST_CLOSE: Action = "opportunity.past_close", DUPLICATE_ACTIONS, r#""warn""#, "预计成交日期早于今天时", "When a deal is to close in the past";
    OPPORTUNITY_ZERO_LATER: bool = "opportunity.zero_amount_later", Kind::Bool, "false", "首阶段之后金额可为 0", "Deals without an amount may pass the first stage";

    CONTACT_INTERVAL: LevelDays = "contact.interval", Kind::LevelDays { max: 3650 }, r#"{"A": 7, "B": 15, "C": 30, "D": 60}"#, "各级客户联系间隔（天）", "Days between contacts";
    CONTACT_RULES: Vec<ContactRule> = "contact.rules", Kind::ContactRules, "[]", "联系间隔特殊规则", "Rules for some customers and leads";
    CONTACT_DUE_SOON_DAYS: u32 = "contact.due_soon_days", days(60), "2", "即将到期天数", "Days before a contact is due soon";
    CONTACT_SHIFT: String = "contact.shift_to_workday", Kind::Choice(&["none", "next", "previous"]), r#""none""#, "联系日期遇休息日时", "A contact on a day off is moved to";
    LEAD_CONTACT_DAYS: u32 = "contact.lead_interval_days", Kind::Int { min: 1, max: 365 }, "3", "线索联系间隔（天）", "Days between contacts of a lead";
    ACTIVITY_BACKDATE_DAYS: u32 = "activity.backdate_days", days(365), "30", "跟进补录天数", "Days an activity may be backdated";
    ACTIVITY_EDIT_HOURS: u32 = "activity.edit_hours", days(720), "24", "跟进可修改小时数", "Hours an activity may be edited";
    EFFECTIVE_CALL_SECONDS: u32 = "activity.effective_call_seconds", days(3600), "60", "有效通话秒数", "Seconds that make a call effective";
    PLAN_REMIND_MINUTES: u32 = "plan.remind_before_min", Kind::Int { min: 0, max: 20_160 }, "30", "跟进计划提前提醒分钟数", "Minutes before a plan in which it is told of";
    CONTACT_SEVERE_ALERT: u32 = "contact.severe_alert", Kind::Int { min: 0, max: 10_000 }, "3", "严重逾期上报数", "Long overdue contacts of one person that his superior is told of";
    REPORT_DAILY_BY: NaiveClock = "report.daily_deadline", Kind::Clock, r#""10:00""#, "日报截止时间（次日）", "Daily report due on the next day at";
    REPORT_WEEKLY_BY: NaiveClock = "report.weekly_deadline", Kind::Clock, r#""12:00""#, "周报截止时间（周一）", "Weekly report due on Monday at";
    REPORT_MONTHLY_BY: NaiveClock = "report.monthly_deadline", Kind::Clock, r#""12:00""#, "月报截止时间（2 日）", "Monthly report due on the 2nd at";
    VISIT_FLAG_DISTANCE: u32 = "visit.flag_distance_m", days(100_000), "500", "签到偏差提示距离（米）", "Metres from the customer that flag a visit";

    PASSWORD_MIN: u32 = "auth.password_min", Kind::Int { min: 8, max: 64 }, "10", "密码最短长度", "Shortest password";
    LOCK_AFTER: u32 = "auth.lock_after", Kind::Int { min: 3, max: 20 }, "5", "密码错误锁定次数", "Wrong passwords before an account is locked";
    LOCK_MINUTES: u32 = "auth.lock_minutes", Kind::Int { min: 1, max: 1440 }, "15", "锁定分钟数", "Minutes an account is locked";
    ACCESS_MINUTES: u32 = "auth.access_minutes", Kind::Int { min: 1, max: 60 }, "15", "访问令牌分钟数", "Minutes an access token is good";
    REFRESH_DAYS: u32 = "auth.refresh_days", Kind::Int { min: 1, max: 90 }, "14", "登录保持天数", "Days a session lives";
    SUPERIOR_SEES: bool = "access.superior_sees", Kind::Bool, "true", "上级可见下属数据", "Superiors see what their people own";
    IMPORT_MAX_ROWS: u32 = "import.max_rows", Kind::Int { min: 1, max: 50_000 }, "50000", "单次导入行数上限", "Most rows of an import";
    EXPORT_DAILY_ROWS: u32 = "export.daily_rows", Kind::Int { min: 0, max: 1_000_000 }, "20000", "每人每日导出行数上限", "Rows a person may export a day";
    API_KEY_RATE: u32 = "apikey.rate_per_minute", Kind::Int { min: 1, max: 60_000 }, "600", "密钥每分钟请求数", "Requests a minute with an API key";
}

/// Whether a wrong check character of a credit code is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UsccCheck {
    Error,
    Warn,
}

/// A time of the clock as `21:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NaiveClock(pub NaiveTime);

impl From<NaiveClock> for String {
    fn from(clock: NaiveClock) -> Self {
        clock.0.format("%H:%M").to_string()
    }
}

impl TryFrom<String> for NaiveClock {
    type Error = Flaw;

    /// Two figures for the hour and two for the minute.
    fn try_from(text: String) -> Result<Self, Flaw> {
        let clock = NaiveTime::parse_from_str(&text, "%H:%M").ok().filter(|_| text.len() == 5);
        clock.map(Self).ok_or(Flaw::new(FieldCode::Invalid))
    }
}

/// Every setting there is, in the order of the page of settings.
pub fn catalogue() -> &'static [Definition] {
    &CATALOGUE
}

pub fn definition(key: &str) -> Option<&'static Definition> {
    CATALOGUE.iter().find(|definition| definition.key == key)
}

impl Definition {
    /// The group it is shown in: `lead` of `lead.pool.daily_limit`.
    pub fn group(&self) -> &'static str {
        self.key.split('.').next().unwrap_or_default()
    }

    /// Refuses a value that is out of bounds.
    pub fn check(&self, value: &Value) -> Result<(), FieldCode> {
        let fits = match self.kind {
            Kind::Int { min, max } => whole(value).is_some_and(|n| (min..=max).contains(&n)),
            Kind::OptionalInt { min, max } => value.is_null() || whole(value).is_some_and(|n| (min..=max).contains(&n)),
            Kind::Decimal { min, max } => {
                let number = |text: &str| text.parse::<Decimal>().ok();
                value.as_str().and_then(number).is_some_and(|n| number(min) <= Some(n) && Some(n) <= number(max))
            }
            Kind::Bool => value.is_boolean(),
            Kind::Choice(choices) => value.as_str().is_some_and(|word| choices.contains(&word)),
            Kind::Choices(choices) => list(value, |item| item.as_str().is_some_and(|word| choices.contains(&word))),
            Kind::LevelDays { max } => value.as_object().is_some_and(|levels| {
                levels.len() == 4
                    && levels
                        .values()
                        .all(|days| days.is_null() || whole(days).is_some_and(|n| (1..=max.into()).contains(&n)))
            }),
            Kind::Minutes => list(value, |item| whole(item).is_some_and(|n| (1..=1440).contains(&n))),
            Kind::Timezone => value.as_str().is_some_and(|name| name.parse::<Tz>().is_ok()),
            Kind::Currency => value.as_str().is_some_and(|code| CURRENCIES.contains(&code)),
            Kind::Hours | Kind::ContactRules => value.as_array().is_some_and(|items| items.len() <= 50),
            Kind::Clock => value.is_string(),
            Kind::Condition => Filter::from_value(value).is_ok(),
        };
        if fits && (self.check_type)(value) { Ok(()) } else { Err(self.flaw()) }
    }

    fn flaw(&self) -> FieldCode {
        match self.kind {
            Kind::Int { .. } | Kind::OptionalInt { .. } | Kind::Decimal { .. } | Kind::LevelDays { .. } => {
                FieldCode::OutOfRange
            }
            Kind::Choice(_) | Kind::Choices(_) | Kind::Timezone | Kind::Currency => FieldCode::NotOneOf,
            Kind::Bool => FieldCode::WrongType,
            Kind::Minutes | Kind::Clock | Kind::Hours | Kind::Condition | Kind::ContactRules => FieldCode::Invalid,
        }
    }
}

/// The currencies whose amounts have a known scale (0.4).
pub const CURRENCIES: &[&str] = &["CNY", "USD", "EUR", "GBP", "HKD", "JPY", "KRW", "SGD", "TWD", "AUD", "CAD", "CHF"];

fn whole(value: &Value) -> Option<i64> {
    value.as_i64()
}

fn list(value: &Value, fits: impl Fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|items| items.len() <= 20 && items.iter().all(fits))
}

/// Reads a change of settings: the keys that get a value. What is not one of ours or out of bounds is named at once.
/// Null sets a setting back to its default, unless null is one of its values.
pub fn check(changes: &Map<String, Value>) -> Result<Vec<(&'static str, Option<Value>)>> {
    let mut wrong = Vec::new();
    let mut checked = Vec::new();
    for (key, value) in changes {
        let pointer = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
        match definition(key) {
            None => wrong.push(FieldError::new(pointer, FieldCode::UnknownField)),
            Some(known) => match known.check(value) {
                Ok(()) => checked.push((known.key, Some(value.clone()))),
                Err(_) if value.is_null() => checked.push((known.key, None)),
                Err(code) => wrong.push(FieldError::new(pointer, code)),
            },
        }
    }
    if wrong.is_empty() { Ok(checked) } else { Err(Error::fields(wrong)) }
}

/// What an organisation has set; the rest are defaults.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    values: BTreeMap<String, Value>,
}

impl FromIterator<(String, Value)> for Settings {
    fn from_iter<I: IntoIterator<Item = (String, Value)>>(stored: I) -> Self {
        Self { values: stored.into_iter().collect() }
    }
}

impl Settings {
    /// The value of a setting; its default if it was never set, or was set to what is no longer allowed.
    pub fn get<T: DeserializeOwned>(&self, key: Key<T>) -> T {
        let stored = self.values.get(key.name).and_then(|value| serde_json::from_value(value.clone()).ok());
        #[expect(clippy::expect_used, reason = "a test reads every default")]
        stored.unwrap_or_else(|| {
            let default = definition(key.name).map(|known| known.default.clone()).unwrap_or_default();
            serde_json::from_value(default).expect("a default has the type of its key")
        })
    }

    /// What was set; nothing where the default stands.
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }

    /// Every setting with its value, as the page of settings shows it.
    pub fn all(&self) -> impl Iterator<Item = (&'static Definition, &Value)> {
        CATALOGUE.iter().map(|known| (known, self.values.get(known.key).unwrap_or(&known.default)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_default_is_a_value() {
        for known in catalogue() {
            assert_eq!(known.check(&known.default), Ok(()), "{}", known.key);
            assert!(!known.zh.is_empty() && !known.en.is_empty());
        }
        let mut keys: Vec<_> = catalogue().iter().map(|known| known.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), catalogue().len());
    }

    #[test]
    fn defaults_are_those_of_the_specification() {
        let settings = Settings::default();
        assert_eq!(settings.get(TIMEZONE), "Asia/Shanghai");
        assert_eq!(settings.get(LEAD_DAILY_LIMIT), Some(20));
        assert_eq!(settings.get(LEAD_CAPACITY_STATUSES), [LeadStatus::Pending, LeadStatus::Following]);
        assert_eq!(settings.get(CUSTOMER_NO_FOLLOWUP_DAYS).c, Some(60));
        assert_eq!(settings.get(DUPLICATE_EXACT), Action::Block);
        assert_eq!(settings.get(DUPLICATE_DICE), Decimal::new(80, 2));
        assert_eq!(settings.get(SMS_QUIET_HOURS)[1], NaiveClock(NaiveTime::from_hms_opt(8, 0, 0).unwrap()));
        assert_eq!(settings.get(PASSWORD_MIN), 10);
    }

    fn set(key: &str, value: Value) -> Result<Vec<(&'static str, Option<Value>)>> {
        check(&Map::from_iter([(key.to_owned(), value)]))
    }

    #[test]
    fn values_out_of_bounds_are_refused() {
        for (key, value) in [
            ("lead.pool.daily_limit", json!(-1)),
            ("lead.pool.daily_limit", json!("20")),
            ("lead.pool.daily_limit", json!(2.5)),
            ("org.timezone", json!("Mars/Base")),
            ("org.fiscal_start_month", json!(13)),
            ("lead.recycle.mode", json!("none")),
            ("lead.capacity.statuses", json!(["gone"])),
            ("customer.recycle.no_followup_days", json!({"A": 0, "B": 1, "C": 1, "D": 1})),
            ("customer.recycle.no_followup_days", json!({"A": 1})),
            ("customer.recycle.no_followup_days", json!({"A": 1, "B": 1, "C": 1, "D": 1, "E": 1})),
            ("dup.dice", json!("0.2")),
            ("dup.dice", json!(0.9)),
            ("sms.quiet_hours", json!(["25:00", "08:00"])),
            ("key_account.rule", json!({"nonsense": 1})),
            ("customer.recycle.include_dealt", json!("true")),
            ("nobody.knows", json!(1)),
        ] {
            assert!(set(key, value.clone()).is_err(), "{key} = {value}");
        }
    }

    #[test]
    fn null_is_none_where_none_is_a_value_and_else_the_default() {
        assert_eq!(set("lead.pool.daily_limit", Value::Null).unwrap(), [("lead.pool.daily_limit", Some(Value::Null))]);
        assert_eq!(set("auth.password_min", Value::Null).unwrap(), [("auth.password_min", None)]);
        let settings: Settings = [("lead.pool.daily_limit".to_owned(), Value::Null)].into_iter().collect();
        assert_eq!(settings.get(LEAD_DAILY_LIMIT), None);
        assert_eq!(settings.all().count(), catalogue().len());
    }

    #[test]
    fn all_mistakes_are_named_at_once() {
        let changes = json!({"org.timezone": "Mars", "nobody.knows": 1, "lead.capacity": 10});
        let Err(Error::Refused(refusal)) = check(changes.as_object().unwrap()) else { panic!("accepted") };
        assert_eq!(refusal.fields.len(), 2);
    }
}
