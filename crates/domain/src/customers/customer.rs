//! What people know about a customer, and the keys by which it is recognised and found (3.2, 3.6).

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use super::{choices, or_default};
use crate::{
    CustomerId, CustomerPoolId, UserId,
    ownership::Level,
    search::{self, Part},
    text::{Address, Code, Email, LongText, Name, Note, Phone, ShortText, Tag, Url, business_domain, name_key},
    uscc::Uscc,
};

pub use crate::access::customer::*;

/// More of anything on one record helps nobody.
pub const MOST: usize = 50;

choices! {
    #[derive(Default)]
    CustomerKind { #[default] Company = "company", Person = "person" }
    #[derive(Default)]
    Category { #[default] External = "external", Internal = "internal", Partner = "partner" }
    /// What the customer is to us.
    #[derive(Default)]
    CustomerRole {
        #[default] EndCustomer = "end_customer", Distributor = "distributor", Dealer = "dealer", Wholesaler = "wholesaler",
        Agent = "agent", Supplier = "supplier", Government = "government", Cooperator = "cooperator",
        Member = "member", Other = "other",
    }
    #[derive(Default)]
    Stage {
        #[default] Potential = "potential", Intent = "intent", Prospective = "prospective", Signed = "signed", Member = "member",
    }
    Nature {
        State = "state", Private = "private", Foreign = "foreign", Joint = "joint", Government = "government",
        Institution = "institution", Individual = "individual", Other = "other",
    }
    Relationship {
        Acquaintance = "acquaintance", Satisfied = "satisfied", Loyal = "loyal", Strategic = "strategic",
        Strained = "strained",
    }
    LevelSource { Auto = "auto", Manual = "manual" }
    DealStatus { None = "none", Dealt = "dealt" }
    Lifecycle {
        Acquisition = "acquisition", Maintenance = "maintenance", Retention = "retention", Churned = "churned",
    }
}

pub const LEVELS: &[&str] = &["A", "B", "C", "D"];

fn payment_terms() -> u16 {
    30
}

/// What people type in about a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = place))]
pub struct CustomerDetails {
    pub name: Name,
    #[serde(default)]
    pub short_name: Option<ShortText>,
    /// Other names it goes by; it is found by them too.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub aliases: Vec<Name>,
    #[serde(default, deserialize_with = "or_default")]
    pub kind: CustomerKind,
    #[serde(default, deserialize_with = "or_default")]
    pub category: Category,
    #[serde(default, deserialize_with = "or_default")]
    pub role: CustomerRole,
    #[serde(default, deserialize_with = "or_default")]
    pub stage: Stage,
    #[serde(default)]
    pub nature: Option<Nature>,
    #[serde(default)]
    pub uscc: Option<Uscc>,
    #[serde(default)]
    pub industry: Option<Code>,
    #[serde(default)]
    pub scale: Option<Tag>,
    #[serde(default)]
    pub region: Option<ShortText>,
    #[serde(default)]
    pub address: Option<Address>,
    #[serde(default)]
    pub lat: Option<Decimal>,
    #[serde(default)]
    pub lng: Option<Decimal>,
    #[serde(default)]
    pub phone: Option<Phone>,
    /// Further numbers.
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub phones: Vec<Phone>,
    #[serde(default)]
    pub email: Option<Email>,
    #[serde(default)]
    pub website: Option<Url>,
    #[serde(default)]
    pub wechat: Option<ShortText>,
    #[serde(default)]
    pub source: Option<Code>,
    #[serde(default)]
    pub requirement: Option<LongText>,
    #[serde(default)]
    pub level: Option<Level>,
    #[serde(default)]
    pub level_until: Option<NaiveDate>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub need_types: Vec<Tag>,
    #[serde(default)]
    pub relationship: Option<Relationship>,
    #[serde(default)]
    pub credit_limit: Option<Decimal>,
    #[serde(default = "payment_terms")]
    #[validate(range(max = 3650))]
    pub payment_terms_days: u16,
    /// The company that it belongs to.
    #[serde(default)]
    pub parent_id: Option<CustomerId>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub tags: Vec<Tag>,
    /// What the organisation added, checked before it comes here. People write it field by field.
    #[serde(default)]
    #[schema(ignore)]
    pub custom: Map<String, Value>,
    #[serde(default)]
    pub remark: Option<LongText>,
    /// The system that it came from, and its id there.
    #[serde(default)]
    pub external_source: Option<Code>,
    #[serde(default)]
    pub external_id: Option<ShortText>,
    /// Who gets it when it is created; the creator if neither owner nor pool is named.
    #[serde(default)]
    pub owner_id: Option<UserId>,
    /// The pool that it is created in.
    #[serde(default)]
    pub pool_id: Option<CustomerPoolId>,
    /// Why it is to exist although it looks like another one.
    #[serde(default)]
    pub duplicate_reason: Option<Note>,
}

fn place(details: &CustomerDetails) -> Result<(), ValidationError> {
    let within = |value: Option<Decimal>, most: i64| value.is_none_or(|value| value.abs() <= Decimal::from(most));
    let sound = within(details.lat, 90)
        && within(details.lng, 180)
        && details.credit_limit.is_none_or(|limit| !limit.is_sign_negative() && limit < Decimal::from(10_i64.pow(15)));
    if sound { Ok(()) } else { Err(ValidationError::new("out_of_range")) }
}

impl CustomerDetails {
    /// A customer of whom only the name is known.
    pub fn named(name: Name) -> Self {
        Self {
            name,
            short_name: None,
            aliases: Vec::new(),
            kind: CustomerKind::default(),
            category: Category::default(),
            role: CustomerRole::default(),
            stage: Stage::default(),
            nature: None,
            uscc: None,
            industry: None,
            scale: None,
            region: None,
            address: None,
            lat: None,
            lng: None,
            phone: None,
            phones: Vec::new(),
            email: None,
            website: None,
            wechat: None,
            source: None,
            requirement: None,
            level: None,
            level_until: None,
            need_types: Vec::new(),
            relationship: None,
            credit_limit: None,
            payment_terms_days: payment_terms(),
            parent_id: None,
            tags: Vec::new(),
            custom: Map::new(),
            remark: None,
            external_source: None,
            external_id: None,
            owner_id: None,
            pool_id: None,
            duplicate_reason: None,
        }
    }

    /// By what it is recognised.
    pub fn identity(&self) -> Identity {
        let question = DuplicateQuestion {
            name: Some(self.name.clone()),
            kind: Some(self.kind),
            uscc: self.uscc.clone(),
            phone: self.phone.clone(),
            phones: self.phones.clone(),
            email: self.email.clone(),
            website: self.website.clone(),
            id: None,
        };
        question.identity()
    }

    /// Everything that it is found by.
    pub fn search_text(&self, no: &str) -> String {
        let parts = [
            Part::name("name", &*self.name),
            Part::name("short_name", self.short_name.as_deref()),
            Part::plain("uscc", self.uscc.as_deref()),
            Part::plain("email", self.email.as_deref()),
            Part::plain("website", self.website.as_deref()),
            Part::plain("phone", self.phone.as_deref()),
            Part::plain("no", no),
        ];
        let aliases = self.aliases.iter().map(|alias| Part::name("aliases", &**alias));
        let phones = self.phones.iter().map(|phone| Part::plain("phones", &**phone));
        search::search_text(parts.into_iter().chain(aliases).chain(phones))
    }
}

/// What is known of a customer that may be there already.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DuplicateQuestion {
    #[serde(default)]
    pub name: Option<Name>,
    #[serde(default)]
    pub kind: Option<CustomerKind>,
    #[serde(default)]
    pub uscc: Option<Uscc>,
    #[serde(default)]
    pub phone: Option<Phone>,
    #[serde(default, deserialize_with = "or_default")]
    #[validate(length(max = 50))]
    pub phones: Vec<Phone>,
    #[serde(default)]
    pub email: Option<Email>,
    #[serde(default)]
    pub website: Option<Url>,
    /// The customer that is being edited, which is no duplicate of itself.
    #[serde(default)]
    pub id: Option<CustomerId>,
}

impl DuplicateQuestion {
    pub fn identity(&self) -> Identity {
        let mut phones: Vec<String> = self.phone.iter().chain(&self.phones).map(Phone::norm).collect();
        phones.sort_unstable();
        phones.dedup();
        Identity {
            is_person: self.kind == Some(CustomerKind::Person),
            name_key: self.name.as_deref().map(name_key).unwrap_or_default(),
            uscc: self.uscc.as_ref().map(|code| code.as_str().to_owned()),
            phones,
            emails: self.email.iter().map(|email| email.as_str().to_owned()).collect(),
            website: self.website.as_ref().map(Url::norm),
        }
    }
}

/// Pairs of characters that many names of companies have: places and trades.
const COMMON: &[&str] = &[
    "北京", "上海", "天津", "重庆", "广州", "深圳", "杭州", "南京", "苏州", "成都", "武汉", "西安", "长沙", "郑州",
    "青岛", "济南", "宁波", "厦门", "福州", "合肥", "无锡", "东莞", "佛山", "沈阳", "大连", "昆明", "江苏", "浙江",
    "广东", "山东", "河南", "河北", "四川", "湖北", "湖南", "福建", "安徽", "中国", "科技", "技术", "信息", "息科",
    "息技", "网络", "电子", "子科", "子商", "商务", "贸易", "商贸", "实业", "工业", "机械", "械设", "设备", "工程",
    "建筑", "建设", "装饰", "材料", "建材", "化工", "医疗", "医药", "药业", "生物", "物科", "食品", "餐饮", "服饰",
    "服装", "纺织", "家具", "家居", "汽车", "配件", "物流", "国际", "际贸", "际物", "进出", "出口", "投资", "管理",
    "咨询", "服务", "文化", "化传", "传媒", "广告", "教育", "软件", "件开", "开发", "智能", "能科", "环保", "保科",
    "新能", "能源", "源科", "新材", "电器", "电气", "仪器", "五金", "塑料", "包装", "印刷", "农业", "集团", "控股",
];

/// A number for a text that never changes (FNV-1a): keys made of it are stored.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// By what a customer is recognised; all of it normalised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub is_person: bool,
    pub name_key: String,
    pub uscc: Option<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub website: Option<String>,
}

impl Identity {
    /// Phones, website, mail and its domain, each with its sort, for one index.
    pub fn match_keys(&self) -> Vec<String> {
        let phones = self.phones.iter().map(|phone| format!("phone:{phone}"));
        let website = self.website.iter().map(|host| format!("site:{host}"));
        let mails = self.emails.iter().map(|email| format!("mail:{email}"));
        let domains = self.emails.iter().filter_map(|email| business_domain(email)).map(|d| format!("domain:{d}"));
        let mut keys: Vec<String> = phones.chain(website).chain(mails).chain(domains).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Keys of which names that are alike (Dice ≥ 0.8) have at least one in common.
    ///
    /// Of `n` pairs of neighbouring characters an alike name has at least two thirds. So, where the pairs of all names
    /// stand in one order, two alike names have two pairs in common among their first `n / 3 + 2`; a key is made of
    /// any two of these. The order puts common words last, so that a key leads to few names.
    pub fn alike_keys(&self) -> Vec<String> {
        const MOST: usize = 9;
        let chars: Vec<char> = self.name_key.chars().collect();
        if chars.len() < 4 {
            return Vec::new();
        }
        let mut pairs: Vec<(bool, u64, String)> = Vec::with_capacity(chars.len());
        for pair in chars.windows(2) {
            let pair: String = pair.iter().collect();
            let again = pairs.iter().filter(|(_, _, known)| known.trim_end_matches('+') == pair).count();
            let numbered = pair.clone() + &"+".repeat(again);
            pairs.push((COMMON.contains(&pair.as_str()), hash(&numbered), numbered));
        }
        let count = (pairs.len() / 3 + 2).min(MOST);
        pairs.sort_unstable();
        pairs.truncate(count);
        let mut first: Vec<String> = pairs.into_iter().map(|(_, _, pair)| pair).collect();
        first.sort_unstable();
        let both = |(at, one): (usize, &String)| -> Vec<String> {
            first.iter().skip(at + 1).map(|other| format!("like:{one}{other}")).collect()
        };
        first.iter().enumerate().flat_map(both).collect()
    }

    pub fn facts(&self, object: crate::duplicates::Object) -> crate::duplicates::Facts<'_> {
        crate::duplicates::Facts {
            object,
            is_person: self.is_person,
            name_key: &self.name_key,
            uscc: self.uscc.as_deref(),
            phones: &self.phones,
            emails: &self.emails,
            website: self.website.as_deref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::duplicates::{dice_coefficient, is_alike};

    fn identity(name: &str) -> Identity {
        CustomerDetails::named(Name::new(name).unwrap()).identity()
    }

    /// What the database does.
    fn is_found(new: &Identity, known: &str) -> bool {
        let known = identity(known).alike_keys();
        new.alike_keys().iter().any(|key| known.contains(key))
    }

    #[test]
    fn alike_names_share_a_key() {
        for (new, known) in [
            ("上海云帆服饰有限公司", "上海云帆服装有限公司"),
            ("北京云帆信息科技有限公司", "北京云帆信息技术有限公司"),
            ("Acme Trading Shanghai Co., Ltd.", "Acme Tradings Shanghai"),
            ("深圳市腾龙电子科技有限公司", "深圳腾龙电子科技有限公司"),
        ] {
            let alike = is_alike(&name_key(new), &name_key(known), "0.8".parse().unwrap());
            assert!(!alike || is_found(&identity(new), known), "{new} {known}");
        }
        assert!(is_found(&identity("上海云帆服饰"), "上海云帆服装"));
        assert!(!is_found(&identity("上海云帆服饰"), "上海云海服饰"));
        assert_eq!(identity("上海云帆服饰").alike_keys().len(), 3);
    }

    #[test]
    fn keys_say_what_they_are() {
        let mut details = CustomerDetails::named(Name::new("云帆").unwrap());
        details.phone = Some(Phone::new("+86 138-0013-8000").unwrap());
        details.phones = vec![Phone::new("13800138000").unwrap()];
        details.email = Some(Email::new("Li@yunfan.cn").unwrap());
        details.website = Some(Url::new("https://www.yunfan.cn/about").unwrap());
        let keys = details.identity().match_keys();
        assert_eq!(keys, ["domain:yunfan.cn", "mail:li@yunfan.cn", "phone:13800138000", "site:yunfan.cn"]);
    }

    proptest! {
        #[test]
        fn whoever_is_alike_is_found(
            name in "([一-三]{4,20}|[一-乐]{4,20})", at in 0..20_usize, with in "[一-三]{0,2}", drop in 0..3_usize,
        ) {
            let chars: Vec<char> = name.chars().collect();
            let at = at.min(chars.len());
            let end = (at + drop).min(chars.len());
            let other: String = chars[..at].iter().copied().chain(with.chars()).chain(chars[end..].iter().copied()).collect();
            let dice = dice_coefficient(&name_key(&name), &name_key(&other));
            if dice >= "0.8".parse().unwrap() && other.chars().count() >= 4 {
                prop_assert!(is_found(&identity(&name), &other), "{} {}", name, other);
            }
        }
    }
}
