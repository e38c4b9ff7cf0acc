//! Made-up companies and people that look real: for the demonstration, for load tests, for pictures.
//!
//! The same seed and index always give the same [`Sample`]. Up to [`SIZE`] indices no two companies share a
//! `name_key`, a credit code or a mobile; nobody in it exists.

mod tables;

use tables::{
    CIRCUMSTANCES, FORMS, GROUP, LEVELS, MOBILE_PREFIXES, NATURES, PLACES, ROADS, SCALES, SECONDS, SOURCES, TABLES,
    TITLES, TOWERS, TRADE_COUNT, Tables, WISHES,
};

use crate::uscc;

/// A made-up company and who speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    pub company: Company,
    pub contact: Contact,
    /// What they want, in a sentence.
    pub requirement: String,
    /// Codes of the dictionaries `lead_source` and `level`.
    pub source: &'static str,
    pub level: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    pub name: String,
    pub short_name: String,
    pub uscc: String,
    /// Codes of the dictionaries `region`, `industry`, `nature` and `scale`.
    pub region: &'static str,
    pub industry: &'static str,
    pub nature: &'static str,
    pub scale: &'static str,
    pub address: String,
    pub phone: String,
    pub website: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    /// A code of the dictionary `gender`.
    pub gender: &'static str,
    pub title: &'static str,
    pub department: &'static str,
    pub mobile: String,
    pub email: Option<String>,
}

/// How many different companies there are.
pub const SIZE: u64 = PLACES * GROUP * SECONDS * TRADE_COUNT;

/// The sample with this number. Beyond [`SIZE`] names begin again.
pub fn sample(seed: u64, index: u64) -> Sample {
    let tables = &*TABLES;
    let mut dice = Dice::new(seed, index);
    let number = shuffled(seed, index % SIZE);
    let mut place = number;
    let mut digit = |size: u64| {
        let digit = place % size;
        place /= size;
        usize::try_from(digit).unwrap_or_default()
    };
    let (city, group) = tables.places[digit(PLACES)];
    let city = &tables.cities[city];
    let first = &tables.firsts[group * 24 + digit(GROUP)];
    let second = &tables.seconds[digit(SECONDS)];
    let trade = &tables.trades[digit(TRADE_COUNT)];

    let short_name = format!("{}{}", first.zh, second.zh);
    let form = dice.weighted(FORMS);
    // The tests show that the city's place in the name never makes two companies one.
    let name = match dice.below(6) {
        0 => format!("{short_name}（{}）{}{form}", city.name, trade.zh),
        1 => format!("{short_name}{}（{}）{form}", trade.zh, city.name),
        _ => format!("{}{short_name}{}{form}", city.name, trade.zh),
    };
    let domain = dice.chance(70).then(|| {
        let end = dice.pick(&["com", "com", "com.cn", "cn"]);
        format!("{}{}{}{}.{end}", first.pinyin, second.pinyin, city.initials, trade.initials)
    });
    let district = &city.districts[dice.index(city.districts.len())];
    let address = format!(
        "{}{}{}{}号{}",
        city.full,
        district.name,
        dice.pick(ROADS),
        1 + dice.below(1999),
        match dice.below(3) {
            0 => format!("{}幢{}室", 1 + dice.below(20), 101 + dice.below(2000)),
            1 => format!("{}大厦{}层", dice.pick(TOWERS), 1 + dice.below(38)),
            _ => String::new(),
        },
    );
    let phone = format!("{}-{}{:07}", city.area_code, 2 + dice.below(7), dice.below(10_000_000));
    let company = Company {
        uscc: uscc::made_up(district.code, spread(number, 527_000_000_123, CODES)),
        region: district.code,
        industry: trade.industry,
        nature: dice.weighted(NATURES),
        scale: dice.weighted(SCALES),
        address,
        phone,
        website: domain.as_ref().map(|domain| format!("www.{domain}")),
        short_name,
        name,
    };
    let contact = contact(&mut dice, tables, number, domain.as_deref());
    let requirement = format!("{}{}，{}", dice.pick(WISHES), trade.product, dice.pick(CIRCUMSTANCES));
    Sample { company, contact, requirement, source: dice.weighted(SOURCES), level: dice.weighted(LEVELS) }
}

fn contact(dice: &mut Dice, tables: &Tables, number: u64, domain: Option<&str>) -> Contact {
    let family = &tables.families[dice.index(tables.families.len()).min(dice.index(tables.families.len()))];
    let female = dice.chance(45);
    let given = if female { &tables.female } else { &tables.male };
    let mut name = family.zh.clone();
    let mut read = String::new();
    for _ in 0..if dice.chance(22) { 1 } else { 2 } {
        let word = &given[dice.index(given.len())];
        name.push_str(&word.zh);
        read.push_str(&word.pinyin);
    }
    let prefix = MOBILE_PREFIXES[usize::try_from(number % 32).unwrap_or_default()];
    let mobile = format!("{prefix}{:08}", spread(number / 32, 61_803_399, MOBILES));
    let email = match (domain, dice.below(10)) {
        (Some(domain), 0..6) => Some(format!("{read}.{}@{domain}", family.pinyin)),
        (_, 0..8) => Some(format!(
            "{}{read}{}@{}",
            family.pinyin,
            dice.below(1000),
            dice.pick(&["163.com", "qq.com", "126.com"])
        )),
        (_, _) => None,
    };
    let (title, department) = *dice.pick(TITLES);
    Contact { name, gender: if female { "female" } else { "male" }, title, department, mobile, email }
}

// ── Chance ───────────────────────────────────────────────────────────────────────────────

/// Numbers that look thrown and are always the same (SplitMix64).
struct Dice(u64);

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Dice {
    fn new(seed: u64, index: u64) -> Self {
        Self(mixed(seed ^ mixed(index.wrapping_add(0x9e37_79b9_7f4a_7c15))))
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.throw() % n.max(1)
    }

    fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.below(u64::try_from(len).unwrap_or_default())).unwrap_or_default()
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.index(items.len())]
    }

    fn weighted<T: Copy>(&mut self, items: &[(T, u64)]) -> T {
        let mut left = self.below(items.iter().map(|(_, weight)| weight).sum());
        for (item, weight) in items {
            if left < *weight {
                return *item;
            }
            left -= weight;
        }
        items[0].0
    }
}

/// Puts the numbers below [`SIZE`] into another order, each exactly once: four rounds of a Feistel network over 24
/// bits, walked until it comes back into the range.
fn shuffled(seed: u64, index: u64) -> u64 {
    let mut number = index;
    loop {
        let (mut left, mut right) = (number >> 12, number & 0xfff);
        for round in 0..4 {
            (left, right) = (right, left ^ (mixed(seed.wrapping_add(round) ^ (right << 8)) & 0xfff));
        }
        number = (left << 12) | right;
        if number < SIZE {
            return number;
        }
    }
}

/// Scatters small numbers over a range, each to a place of its own: `step` shares no factor with `range`.
fn spread(number: u64, step: u64, range: u64) -> u64 {
    (number * step + range / 3) % range
}

/// The different codes of organisations, 31^8, and the different mobiles of one prefix.
const CODES: u64 = 852_891_037_441;
const MOBILES: u64 = 100_000_000;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::{tables::Word, *};
    use crate::{
        dictionaries,
        text::{Address, Email, Name, Phone, Url, is_mobile, name_key},
    };

    fn item_exists(dictionary: &str, code: &str) -> bool {
        dictionaries::preset(dictionary).is_some_and(|list| list.items.iter().any(|item| item.code == code))
    }

    #[test]
    fn tables_are_as_large_as_they_say() {
        let tables = &*TABLES;
        let size = |n: usize| u64::try_from(n).unwrap();
        assert_eq!(size(tables.places.len()), PLACES);
        assert_eq!(size(tables.firsts.len()), 4 * GROUP);
        assert_eq!(size(tables.seconds.len()), SECONDS);
        assert_eq!(size(tables.trades.len()), TRADE_COUNT);
        assert!((2_000_000..=1 << 24).contains(&SIZE));
        assert!(tables.trades.iter().all(|trade| item_exists("industry", trade.industry)));
        assert!(tables.cities.iter().flat_map(|city| &city.districts).all(|one| item_exists("region", one.code)));
        assert!(NATURES.iter().all(|(code, _)| item_exists("nature", code)));
        assert!(SCALES.iter().all(|(code, _)| item_exists("scale", code)));
        assert!(SOURCES.iter().all(|(code, _)| item_exists("lead_source", code)));
    }

    /// City, stem and trade can be read off a name, wherever the city stands: so names differ when these differ.
    #[test]
    fn no_word_begins_like_another() {
        let tables = &*TABLES;
        let distinct = |words: &[Word]| words.iter().map(|word| &word.zh).collect::<HashSet<_>>().len() == words.len();
        assert!(distinct(&tables.firsts) && distinct(&tables.seconds));
        let names: Vec<_> = tables.cities.iter().map(|city| city.name).collect();
        let stems: Vec<_> = tables
            .firsts
            .iter()
            .flat_map(|first| tables.seconds.iter().map(move |second| format!("{}{}", first.zh, second.zh)))
            .collect();
        for (at, name) in names.iter().enumerate() {
            assert!(names.iter().enumerate().all(|(other, longer)| other == at || !longer.starts_with(name)), "{name}");
            assert!(names.iter().enumerate().all(|(other, longer)| other == at || !longer.ends_with(name)), "{name}");
            assert!(!stems.iter().any(|stem| name.starts_with(stem.as_str())), "{name}");
            assert!(
                !tables.trades.iter().any(|trade| trade.zh.starts_with(name) || trade.zh.ends_with(name)),
                "{name}"
            );
        }
        let trades: HashSet<_> = tables.trades.iter().map(|trade| trade.zh).collect();
        assert_eq!(trades.len(), tables.trades.len());
        assert!(trades.iter().all(|trade| name_key(trade) == **trade));
    }

    #[test]
    fn companies_differ_in_name_code_and_mobile() {
        let count = 20_000;
        let (mut names, mut codes, mut mobiles) = (HashSet::new(), HashSet::new(), HashSet::new());
        for index in 0..count {
            let sample = sample(7, index);
            assert!(names.insert(name_key(&sample.company.name)), "{}", sample.company.name);
            assert!(codes.insert(sample.company.uscc) && mobiles.insert(sample.contact.mobile));
        }
    }

    #[test]
    fn the_order_has_every_number_once() {
        let numbers: HashSet<_> = (0..200_000).map(|index| shuffled(3, index)).collect();
        assert_eq!(numbers.len(), 200_000);
        assert!(numbers.iter().all(|number| *number < SIZE));
    }

    #[test]
    fn a_sample_stays_what_it_is() {
        assert_eq!(sample(1, 42), sample(1, 42));
        assert_ne!(sample(1, 42).company.name, sample(2, 42).company.name);
        assert_ne!(sample(1, 42).company.name, sample(1, 43).company.name);
    }

    proptest! {
        #[test]
        fn everything_made_up_is_accepted(seed in any::<u64>(), index in 0..SIZE) {
            let Sample { company, contact, requirement, .. } = sample(seed, index);
            prop_assert!(uscc::is_valid(&company.uscc), "{}", company.uscc);
            prop_assert!(is_mobile(&contact.mobile), "{}", contact.mobile);
            prop_assert!(Name::new(&company.name).is_ok() && Name::new(&contact.name).is_ok());
            prop_assert!(Phone::new(&company.phone).is_ok() && Address::new(&company.address).is_ok());
            prop_assert!(company.website.as_deref().is_none_or(|site| Url::new(site).is_ok()));
            prop_assert!(contact.email.as_deref().is_none_or(|email| Email::new(email).is_ok()), "{:?}", contact.email);
            prop_assert!(company.name.ends_with("公司") && !requirement.is_empty());
        }
    }
}
