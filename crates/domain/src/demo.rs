//! Made-up companies and people that look real: for the demonstration, for load tests, for pictures.
//!
//! The same seed and index always give the same [`Sample`]. Up to [`SIZE`] indices no two companies share a
//! `name_key`, a credit code or a mobile; nobody in it exists.

use std::sync::LazyLock;

use crate::{dictionaries, search::pinyin, uscc};

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

// ── Words ────────────────────────────────────────────────────────────────────────────────

const PLACES: u64 = 112;
const GROUP: u64 = 24;
const SECONDS: u64 = 64;
const TRADE_COUNT: u64 = 64;

/// A city: its name in a company's name, the area code, and how often it comes: so many groups of first characters.
const CITIES: &[(&str, &str, &str, usize)] = &[
    ("310000", "上海", "021", 4),
    ("110000", "北京", "010", 4),
    ("440300", "深圳", "0755", 4),
    ("440100", "广州", "020", 4),
    ("330100", "杭州", "0571", 4),
    ("320500", "苏州", "0512", 4),
    ("510100", "成都", "028", 4),
    ("500000", "重庆", "023", 4),
    ("420100", "武汉", "027", 3),
    ("320100", "南京", "025", 3),
    ("120000", "天津", "022", 3),
    ("330200", "宁波", "0574", 3),
    ("320200", "无锡", "0510", 3),
    ("430100", "长沙", "0731", 3),
    ("370200", "青岛", "0532", 3),
    ("610100", "西安", "029", 3),
    ("441900", "东莞", "0769", 3),
    ("440600", "佛山", "0757", 3),
    ("410100", "郑州", "0371", 3),
    ("370100", "济南", "0531", 3),
    ("340100", "合肥", "0551", 3),
    ("350200", "厦门", "0592", 2),
    ("350100", "福州", "0591", 2),
    ("350500", "泉州", "0595", 2),
    ("210200", "大连", "0411", 2),
    ("210100", "沈阳", "024", 2),
    ("320400", "常州", "0519", 2),
    ("320600", "南通", "0513", 2),
    ("330400", "嘉兴", "0573", 2),
    ("330600", "绍兴", "0575", 2),
    ("330300", "温州", "0577", 2),
    ("330700", "金华", "0579", 2),
    ("130100", "石家庄", "0311", 1),
    ("140100", "太原", "0351", 1),
    ("220100", "长春", "0431", 1),
    ("230100", "哈尔滨", "0451", 1),
    ("360100", "南昌", "0791", 1),
    ("450100", "南宁", "0771", 1),
    ("460100", "海口", "0898", 1),
    ("520100", "贵阳", "0851", 1),
    ("530100", "昆明", "0871", 1),
    ("620100", "兰州", "0931", 1),
    ("640100", "银川", "0951", 1),
    ("650100", "乌鲁木齐", "0991", 1),
    ("150100", "呼和浩特", "0471", 1),
    ("370600", "烟台", "0535", 1),
    ("370700", "潍坊", "0536", 1),
    ("440400", "珠海", "0756", 1),
    ("441300", "惠州", "0752", 1),
    ("442000", "中山", "0760", 1),
    ("340200", "芜湖", "0553", 1),
];

/// Four groups of 24.
const FIRSTS: &str = "云恒鑫瑞博智启锦卓睿汇嘉宏远诚创捷凯腾翼晟优信泰\
                      华盛德联康美佳雅鸿达润丰祥福顺通正立融众合同力亿\
                      星辰光明曦晨晴霖澜沐清朗旭昊昱皓景尚品臻悦怡欣乐\
                      国民安邦伟业振兴富强龙麒鹏飞翔骏驰威英杰豪群超越";

const SECONDS_OF_NAMES: &str = "帆峰航达诺源程维科信泰盛宇辉腾翔鼎基元本\
                                合同力洋川森格瑞思睿图景和美雅丽晶晨曦蓝\
                                途逸博奥朗克迪尔特曼伦凡亚纳路易洛莱宝\
                                尚品成业升";

/// A trade in a name, its industry and what such a company asks for.
const TRADES: &[(&str, &str, &str)] = &[
    ("服饰", "apparel", "秋冬新款工装"),
    ("服装", "apparel", "员工制服"),
    ("纺织", "apparel", "功能性面料"),
    ("针织", "apparel", "针织坯布"),
    ("鞋业", "apparel", "劳保鞋"),
    ("食品", "food", "冷链仓储管理系统"),
    ("饮料", "food", "灌装线改造"),
    ("粮油", "food", "质检追溯系统"),
    ("茶业", "food", "礼盒包装"),
    ("电子", "electronics", "贴片加工"),
    ("电器", "electronics", "售后服务管理系统"),
    ("半导体", "electronics", "洁净室工程"),
    ("光电", "electronics", "显示模组"),
    ("照明", "electronics", "工程灯具"),
    ("机械", "machinery", "数控机床"),
    ("精密机械", "machinery", "精密零件加工"),
    ("自动化设备", "machinery", "产线自动化改造"),
    ("模具", "machinery", "注塑模具"),
    ("阀门", "machinery", "高压阀门"),
    ("汽车配件", "automotive", "制动系统部件"),
    ("新能源汽车", "automotive", "电池包外壳"),
    ("轮胎", "automotive", "仓储物流方案"),
    ("化工", "chemicals", "水性涂料"),
    ("新材料", "chemicals", "碳纤维材料"),
    ("塑胶", "chemicals", "改性塑料"),
    ("医药", "pharmaceuticals", "冷链运输"),
    ("生物科技", "pharmaceuticals", "实验室设备"),
    ("医疗器械", "health", "手术室设备"),
    ("健康管理", "health", "体检预约系统"),
    ("家居", "household", "全屋定制"),
    ("建材", "household", "外墙保温材料"),
    ("门窗", "household", "系统门窗"),
    ("家具", "household", "办公家具"),
    ("包装", "manufacturing", "纸箱包装"),
    ("印刷", "manufacturing", "画册印刷"),
    ("五金制品", "manufacturing", "标准紧固件"),
    ("软件", "software", "客户管理系统"),
    ("信息技术", "software", "数据中台建设"),
    ("网络科技", "internet", "云服务器"),
    ("数据服务", "internet", "数据分析平台"),
    ("通信", "telecom", "基站配套设备"),
    ("融资租赁", "finance", "风控系统"),
    ("商业保理", "finance", "合同管理系统"),
    ("置业", "real_estate", "智慧物业系统"),
    ("物业管理", "real_estate", "停车管理系统"),
    ("建筑工程", "construction", "钢结构工程"),
    ("装饰工程", "construction", "写字楼装修"),
    ("园林绿化", "construction", "灌溉系统"),
    ("贸易", "wholesale", "进销存系统"),
    ("进出口", "wholesale", "报关服务"),
    ("商贸", "retail", "门店收银系统"),
    ("超市连锁", "retail", "会员管理系统"),
    ("物流", "logistics", "运输管理系统"),
    ("供应链管理", "logistics", "仓配一体化服务"),
    ("酒店管理", "hospitality", "客房布草"),
    ("餐饮管理", "hospitality", "中央厨房设备"),
    ("企业管理咨询", "business_services", "培训服务"),
    ("人力资源", "business_services", "薪酬系统"),
    ("教育科技", "education", "在线课堂平台"),
    ("文化传媒", "culture", "展会搭建"),
    ("新能源", "energy", "光伏组件"),
    ("电力设备", "energy", "配电柜"),
    ("农业发展", "agriculture", "温室大棚"),
    ("环保科技", "environment", "污水处理设备"),
];

const FORMS: &[(&str, u64)] = &[("有限公司", 72), ("有限责任公司", 12), ("股份有限公司", 10), ("集团有限公司", 6)];
const NATURES: &[(&str, u64)] = &[("private", 74), ("joint", 7), ("foreign", 8), ("state", 8), ("individual", 3)];
const SCALES: &[(&str, u64)] =
    &[("1-20", 22), ("21-50", 26), ("51-200", 28), ("201-500", 14), ("501-1000", 6), ("1001-5000", 3), ("5000+", 1)];
const LEVELS: &[(&str, u64)] = &[("A", 8), ("B", 22), ("C", 40), ("D", 30)];
const SOURCES: &[(&str, u64)] = &[
    ("website", 18),
    ("search_engine", 14),
    ("exhibition", 12),
    ("wechat", 10),
    ("referral", 10),
    ("short_video", 9),
    ("information_feed", 8),
    ("cold_call", 7),
    ("event", 5),
    ("partner", 4),
    ("directory", 3),
];
const ROADS: &[&str] = &[
    "人民路",
    "解放路",
    "中山路",
    "建设大道",
    "科技路",
    "创新大道",
    "工业园路",
    "新华路",
    "和平路",
    "友谊路",
    "长江路",
    "黄河路",
    "迎宾大道",
    "滨江路",
    "文化路",
    "学府路",
    "金融街",
    "商城路",
    "振兴路",
    "翠湖路",
];
const TOWERS: &[&str] =
    &["环球", "国际", "时代", "中心", "财富", "金融", "科创", "汇金", "世纪", "银座", "星河", "天安"];
const DISTRICTS: &[&str] = &["高新区", "经济技术开发区", "新区", "城东新区", "产业园区"];
const TITLES: &[(&str, &str)] = &[
    ("总经理", "总经办"),
    ("副总经理", "总经办"),
    ("采购经理", "采购部"),
    ("采购主管", "采购部"),
    ("信息部经理", "信息部"),
    ("运营总监", "运营部"),
    ("财务经理", "财务部"),
    ("行政经理", "行政部"),
    ("生产经理", "生产部"),
    ("市场经理", "市场部"),
    ("项目经理", "项目部"),
    ("技术总监", "技术部"),
];
const WISHES: &[&str] = &["咨询", "计划采购", "想了解", "正在比较", "需要报价：", "准备更换"];
const CIRCUMSTANCES: &[&str] = &[
    "希望本月内收到方案",
    "预算已批",
    "先看样品",
    "需要上门演示",
    "年底前完成",
    "现有供应商交期不稳定",
    "请发产品资料",
    "要求支持开票和账期",
];
const MOBILE_PREFIXES: [&str; 32] = [
    "130", "131", "132", "133", "134", "135", "136", "137", "138", "139", "150", "151", "152", "153", "155", "156",
    "157", "158", "159", "166", "173", "176", "177", "178", "180", "181", "182", "185", "186", "187", "188", "189",
];

/// The commonest first; the first half comes three times as often.
const FAMILIES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈\
                        姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
const MALE: &str =
    "伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林阳建文博志东海国庆振晓成康立新云天泽轩睿铭哲嘉";
const FEMALE: &str =
    "芳娜敏静丽艳娟霞秀燕玲桂玉萍红梅莉倩婷雪慧颖琳洁蕾晶欣怡佳思雨梦涵诗琪悦彤妍瑶雯菲晓文云清月宁嘉若语欢";

/// A word and how it is read.
struct Word {
    zh: String,
    pinyin: String,
}

struct City {
    name: &'static str,
    /// As it begins an address.
    full: String,
    area_code: &'static str,
    initials: String,
    districts: Vec<District>,
}

struct District {
    code: &'static str,
    name: &'static str,
}

struct Trade {
    zh: &'static str,
    industry: &'static str,
    product: &'static str,
    initials: String,
}

struct Tables {
    cities: Vec<City>,
    /// A city, and which group of first characters is its.
    places: Vec<(usize, usize)>,
    firsts: Vec<Word>,
    seconds: Vec<Word>,
    trades: Vec<Trade>,
    families: Vec<Word>,
    male: Vec<Word>,
    female: Vec<Word>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    cities: CITIES.iter().map(city).collect(),
    places: CITIES.iter().enumerate().flat_map(|(at, (.., times))| (0..*times).map(move |group| (at, group))).collect(),
    firsts: words(FIRSTS),
    seconds: words(SECONDS_OF_NAMES),
    trades: TRADES
        .iter()
        .map(|(zh, industry, product)| Trade { zh, industry, product, initials: initials(zh) })
        .collect(),
    families: words(FAMILIES),
    male: words(MALE),
    female: words(FEMALE),
});

fn words(text: &str) -> Vec<Word> {
    text.chars().map(|c| Word { zh: c.to_string(), pinyin: pinyin(&c.to_string()) }).collect()
}

fn initials(name: &str) -> String {
    name.chars().filter_map(|c| pinyin(&c.to_string()).chars().next()).collect()
}

/// A municipality has its real districts; another city has those that every city has.
fn city((code, name, area_code, _): &(&'static str, &'static str, &'static str, usize)) -> City {
    let regions = dictionaries::preset("region").map_or(&[][..], |region| &region.items);
    let full_name = |code: &str| regions.iter().find(|item| item.code == code).map_or(*name, |item| item.zh);
    let inside = regions.iter().filter(|item| item.parent.as_deref() == Some(code));
    let mut districts: Vec<_> = inside.map(|item| District { code: item.code, name: item.zh }).collect();
    let mut full = full_name(code).to_owned();
    if districts.is_empty() {
        districts.extend(DISTRICTS.iter().map(|name| District { code, name }));
        full.insert_str(0, full_name(&format!("{}0000", &code[..2])));
    }
    City { name, full, area_code, initials: initials(name), districts }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::text::{Address, Email, Name, Phone, Url, is_mobile, name_key};

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
