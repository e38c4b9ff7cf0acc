//! Whether two records mean the same company or person (撞单; 3.6, 2.8).

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    settings::{self, Settings},
    text::{business_domain, is_mobile},
    uscc,
};

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum MatchLevel {
    Exact,
    Strong,
    Possible,
}

/// By what it was found; the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum MatchedOn {
    Uscc,
    NameKey,
    Mobile,
    Phone,
    Website,
    Email,
    EmailDomain,
    SimilarName,
}

/// What is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Block,
    Warn,
    Off,
}

/// What kind of record may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Object {
    Customer,
    Lead,
}

/// What is compared of a record; all of it normalised (`text`).
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub object: Object,
    pub is_person: bool,
    pub name_key: &'a str,
    pub uscc: Option<&'a str>,
    pub phones: &'a [String],
    pub emails: &'a [String],
    pub website: Option<&'a str>,
}

/// What an organisation wants to be done (`dup.*`, `lead.dedupe.*`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    pub exact: Action,
    pub strong: Action,
    pub possible: Action,
    /// How alike two names must be, 0 to 1.
    pub dice: Decimal,
    pub lead_phone: Action,
    pub lead_other: Action,
}

impl Policy {
    pub fn of(settings: &Settings) -> Self {
        Self {
            exact: settings.get(settings::DUPLICATE_EXACT),
            strong: settings.get(settings::DUPLICATE_STRONG),
            possible: settings.get(settings::DUPLICATE_POSSIBLE),
            dice: settings.get(settings::DUPLICATE_DICE),
            lead_phone: settings.get(settings::LEAD_DEDUPE_PHONE),
            lead_other: settings.get(settings::LEAD_DEDUPE_OTHER),
        }
    }

    fn action(&self, level: MatchLevel) -> Action {
        match level {
            MatchLevel::Exact => self.exact,
            MatchLevel::Strong => self.strong,
            MatchLevel::Possible => self.possible,
        }
    }
}

/// Two records that may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    pub level: MatchLevel,
    pub matched_on: MatchedOn,
    /// The new one is refused, unless somebody may and does override it.
    pub blocking: bool,
}

/// Compares a customer that is to be written with one that is there (3.6.4). Open leads are shown and never block.
pub fn compare(candidate: &Facts<'_>, existing: &Facts<'_>, policy: &Policy) -> Option<Match> {
    let (level, matched_on, doubtful) = likeness(candidate, existing, policy)?;
    let action = policy.action(level);
    let blocking = action == Action::Block && !doubtful && existing.object == Object::Customer;
    (action != Action::Off).then_some(Match { level, matched_on, blocking })
}

fn likeness(candidate: &Facts<'_>, existing: &Facts<'_>, policy: &Policy) -> Option<(MatchLevel, MatchedOn, bool)> {
    use MatchLevel::{Exact, Possible, Strong};

    let same = |matched_on, level| Some((level, matched_on, false));
    if candidate.uscc.is_some() && candidate.uscc == existing.uscc {
        return same(MatchedOn::Uscc, Exact);
    }
    let people = candidate.is_person && existing.is_person;
    let phone = shared(candidate.phones, existing.phones);
    if people && phone.is_some_and(is_mobile) {
        return same(MatchedOn::Mobile, Exact);
    }
    if !candidate.name_key.is_empty() && candidate.name_key == existing.name_key {
        let doubtful = if people { are_namesakes(candidate, existing) } else { are_kin(candidate, existing) };
        return Some((Exact, MatchedOn::NameKey, doubtful));
    }
    if phone.is_some() {
        return same(MatchedOn::Phone, Strong);
    }
    if candidate.website.is_some() && candidate.website == existing.website {
        return same(MatchedOn::Website, Strong);
    }
    if shared(candidate.emails, existing.emails).is_some() {
        return same(MatchedOn::Email, Strong);
    }
    let domains =
        |facts: &Facts<'_>| facts.emails.iter().filter_map(|email| business_domain(email)).map(str::to_owned).collect();
    let (ours, theirs): (Vec<String>, Vec<String>) = (domains(candidate), domains(existing));
    if shared(&ours, &theirs).is_some() {
        return same(MatchedOn::EmailDomain, Strong);
    }
    if people {
        return None;
    }
    is_alike(candidate.name_key, existing.name_key, policy.dice).then_some((Possible, MatchedOn::SimilarName, false))
}

/// Group and subsidiary share a stem and have two sound codes of their own.
fn are_kin(candidate: &Facts<'_>, existing: &Facts<'_>) -> bool {
    match (candidate.uscc, existing.uscc) {
        (Some(ours), Some(theirs)) => ours != theirs && uscc::is_valid(ours) && uscc::is_valid(theirs),
        _ => false,
    }
}

/// Two people of one name whose phones are known and differ.
fn are_namesakes(candidate: &Facts<'_>, existing: &Facts<'_>) -> bool {
    !candidate.phones.is_empty() && !existing.phones.is_empty()
}

fn shared<'a>(ours: &'a [String], theirs: &[String]) -> Option<&'a str> {
    ours.iter().find(|value| !value.is_empty() && theirs.contains(value)).map(String::as_str)
}

/// Compares a lead that is to be written with an open lead or a customer (2.8): the phone of an open lead counts most.
pub fn compare_lead(candidate: &Facts<'_>, existing: &Facts<'_>, policy: &Policy) -> Option<Match> {
    let same_name = !candidate.name_key.is_empty() && candidate.name_key == existing.name_key;
    let (level, matched_on, action) = if shared(candidate.phones, existing.phones).is_some() {
        match existing.object {
            Object::Lead => (MatchLevel::Exact, MatchedOn::Phone, policy.lead_phone),
            Object::Customer => (MatchLevel::Strong, MatchedOn::Phone, policy.lead_other),
        }
    } else if same_name {
        (MatchLevel::Exact, MatchedOn::NameKey, policy.lead_other)
    } else if shared(candidate.emails, existing.emails).is_some() {
        (MatchLevel::Strong, MatchedOn::Email, policy.lead_other)
    } else {
        return None;
    };
    (action != Action::Off).then_some(Match { level, matched_on, blocking: action == Action::Block })
}

/// Shorter names are alike too easily.
const SHORTEST: usize = 4;

/// Whether two different names are alike enough.
pub fn is_alike(a: &str, b: &str, dice: Decimal) -> bool {
    let long_enough = |key: &str| key.chars().nth(SHORTEST - 1).is_some();
    long_enough(a) && long_enough(b) && dice_coefficient(a, b) >= dice
}

/// Twice the pairs of neighbouring characters that two texts share, over all that they have: 0 to 1.
pub fn dice_coefficient(a: &str, b: &str) -> Decimal {
    let pairs = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        chars.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let (ours, theirs) = (pairs(a), pairs(b));
    let total = ours.len() + theirs.len();
    if total == 0 {
        return Decimal::ZERO;
    }
    let mut open: HashMap<(char, char), usize> = HashMap::new();
    for pair in ours {
        *open.entry(pair).or_default() += 1;
    }
    let mut both = 0_usize;
    for pair in theirs {
        if let Some(left) = open.get_mut(&pair).filter(|left| **left > 0) {
            *left -= 1;
            both += 1;
        }
    }
    Decimal::from(2 * both) / Decimal::from(total)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{email_norm, name_key, phone_norm};

    #[derive(Clone, Default)]
    struct Company {
        name: &'static str,
        uscc: Option<&'static str>,
        phones: Vec<String>,
        emails: Vec<String>,
        website: Option<&'static str>,
        person: bool,
    }

    fn named(name: &'static str) -> Company {
        Company { name, ..Company::default() }
    }

    impl Company {
        fn phone(mut self, phone: &str) -> Self {
            self.phones.extend(phone_norm(phone));
            self
        }

        fn email(mut self, email: &str) -> Self {
            self.emails.push(email_norm(email));
            self
        }

        fn with<T>(&self, object: Object, run: impl FnOnce(&Facts<'_>) -> T) -> T {
            let name_key = name_key(self.name);
            run(&Facts {
                object,
                is_person: self.person,
                name_key: &name_key,
                uscc: self.uscc,
                phones: &self.phones,
                emails: &self.emails,
                website: self.website,
            })
        }
    }

    fn against(candidate: &Company, existing: &Company, object: Object) -> Option<Match> {
        let policy = Policy::of(&Settings::default());
        candidate.with(Object::Customer, |ours| existing.with(object, |theirs| compare(ours, theirs, &policy)))
    }

    fn customers(candidate: &Company, existing: &Company) -> Option<Match> {
        against(candidate, existing, Object::Customer)
    }

    fn exact(matched_on: MatchedOn, blocking: bool) -> Option<Match> {
        Some(Match { level: MatchLevel::Exact, matched_on, blocking })
    }

    fn strong(matched_on: MatchedOn) -> Option<Match> {
        Some(Match { level: MatchLevel::Strong, matched_on, blocking: false })
    }

    #[test]
    fn the_same_company_under_another_form_is_blocked() {
        let there = named("北京小米科技有限责任公司");
        assert_eq!(customers(&named("北京小米科技（有限公司）"), &there), exact(MatchedOn::NameKey, true));
        assert_eq!(customers(&named("北京小米科技有限责任公司上海分公司"), &there), None);
        assert_eq!(customers(&named("小米科技有限公司"), &there), None);
        let cloud = customers(&named("上海云帆服装有限公司"), &named("上海云帆服饰有限公司")).unwrap();
        assert_eq!((cloud.level, cloud.blocking), (MatchLevel::Possible, false));
    }

    #[test]
    fn names_are_alike_from_four_fifths() {
        assert_eq!(dice_coefficient("上海云帆服饰", "上海云帆服装"), Decimal::new(8, 1));
        assert_eq!(dice_coefficient("北京小米科技", "小米科技"), Decimal::new(75, 2));
        assert!(is_alike("上海云帆服饰", "上海云帆服装", Decimal::new(80, 2)));
        assert!(!is_alike("华为", "华为", Decimal::new(80, 2)), "too short to say");
    }

    #[test]
    fn group_and_subsidiary_may_share_a_stem() {
        let group = Company { uscc: Some("91110108551385082Q"), ..named("云帆集团") };
        let firm = Company { uscc: Some("91350100M000100Y43"), ..named("云帆有限公司") };
        assert_eq!(customers(&firm, &group), exact(MatchedOn::NameKey, false));
        let unsound = Company { uscc: Some("91350100M000100Y44"), ..firm.clone() };
        assert_eq!(customers(&unsound, &group), exact(MatchedOn::NameKey, true));
        let same = Company { uscc: group.uscc, ..named("完全不同") };
        assert_eq!(customers(&same, &group), exact(MatchedOn::Uscc, true));
    }

    #[test]
    fn people_are_known_by_their_mobile() {
        let wei = Company { person: true, ..named("张伟") }.phone("13800138000");
        let same = Company { person: true, ..named("张先生") }.phone("+86 138 0013 8000");
        let namesake = Company { person: true, ..named("张伟") }.phone("13900139000");
        assert_eq!(customers(&same, &wei), exact(MatchedOn::Mobile, true));
        assert_eq!(customers(&namesake, &wei), exact(MatchedOn::NameKey, false));
        assert_eq!(customers(&Company { person: true, ..named("张伟") }, &wei), exact(MatchedOn::NameKey, true));
    }

    #[test]
    fn one_phone_site_or_domain_is_a_strong_hint() {
        let there =
            Company { website: Some("yunfan.cn"), ..named("上海云帆") }.phone("021-55556666").email("li@yunfan.cn");
        assert_eq!(customers(&named("甲").phone("(021)5555 6666-8"), &there), strong(MatchedOn::Phone));
        assert_eq!(
            customers(&Company { website: Some("yunfan.cn"), ..named("甲") }, &there),
            strong(MatchedOn::Website)
        );
        assert_eq!(customers(&named("甲").email("wang@yunfan.cn"), &there), strong(MatchedOn::EmailDomain));
        assert_eq!(customers(&named("甲").email("a@qq.com"), &named("乙").email("b@qq.com")), None);
        assert_eq!(customers(&named("甲").email("a@qq.com"), &named("乙").email("a@qq.com")), strong(MatchedOn::Email));
    }

    #[test]
    fn leads_never_block_a_customer() {
        assert_eq!(against(&named("云帆"), &named("云帆"), Object::Lead), exact(MatchedOn::NameKey, false));
    }

    #[test]
    fn nothing_is_not_the_same_as_nothing() {
        assert_eq!(customers(&named("🍜"), &named("😀")), None);
    }

    #[test]
    fn a_leads_phone_counts_most() {
        let policy = Policy::of(&Settings::default());
        let compare = |ours: &Company, theirs: &Company, object| {
            ours.with(Object::Lead, |ours| theirs.with(object, |theirs| compare_lead(ours, theirs, &policy)))
        };
        let there = named("上海云帆").phone("13800138000").email("li@yunfan.cn");
        let blocked = Some(Match { level: MatchLevel::Exact, matched_on: MatchedOn::Phone, blocking: true });
        assert_eq!(compare(&named("甲").phone("13800138000"), &there, Object::Lead), blocked);
        assert_eq!(compare(&named("甲").phone("13800138000"), &there, Object::Customer), strong(MatchedOn::Phone));
        assert_eq!(compare(&named("甲").email("LI@yunfan.cn"), &there, Object::Lead), strong(MatchedOn::Email));
        assert_eq!(compare(&named("上海云帆公司"), &there, Object::Lead), exact(MatchedOn::NameKey, false));
        assert_eq!(compare(&named("甲").email("wang@yunfan.cn"), &there, Object::Lead), None);
    }

    proptest! {
        #[test]
        fn likeness_goes_both_ways(a in "[一二三四]{0,8}", b in "[一二三四]{0,8}") {
            let ab = dice_coefficient(&a, &b);
            prop_assert_eq!(ab, dice_coefficient(&b, &a));
            prop_assert!(Decimal::ZERO <= ab && ab <= Decimal::ONE);
            if a == b && a.chars().count() > 1 {
                prop_assert_eq!(ab, Decimal::ONE);
            }
        }
    }
}
