//! The words that made-up companies are made of.

use std::sync::LazyLock;

use crate::{dictionaries, search::pinyin};

pub(super) const PLACES: u64 = 112;
pub(super) const GROUP: u64 = 24;
pub(super) const SECONDS: u64 = 64;
pub(super) const TRADE_COUNT: u64 = 64;

/// A city: its name in a company's name, the area code, and how often it comes: so many groups of first characters.
pub(super) const CITIES: &[(&str, &str, &str, usize)] = &[
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
pub(super) const FIRSTS: &str = "云恒鑫瑞博智启锦卓睿汇嘉宏远诚创捷凯腾翼晟优信泰\
                      华盛德联康美佳雅鸿达润丰祥福顺通正立融众合同力亿\
                      星辰光明曦晨晴霖澜沐清朗旭昊昱皓景尚品臻悦怡欣乐\
                      国民安邦伟业振兴富强龙麒鹏飞翔骏驰威英杰豪群超越";

pub(super) const SECONDS_OF_NAMES: &str = "帆峰航达诺源程维科信泰盛宇辉腾翔鼎基元本\
                                合同力洋川森格瑞思睿图景和美雅丽晶晨曦蓝\
                                途逸博奥朗克迪尔特曼伦凡亚纳路易洛莱宝\
                                尚品成业升";

/// A trade in a name, its industry and what such a company asks for.
pub(super) const TRADES: &[(&str, &str, &str)] = &[
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

pub(super) const FORMS: &[(&str, u64)] =
    &[("有限公司", 72), ("有限责任公司", 12), ("股份有限公司", 10), ("集团有限公司", 6)];
pub(super) const NATURES: &[(&str, u64)] =
    &[("private", 74), ("joint", 7), ("foreign", 8), ("state", 8), ("individual", 3)];
pub(super) const SCALES: &[(&str, u64)] =
    &[("1-20", 22), ("21-50", 26), ("51-200", 28), ("201-500", 14), ("501-1000", 6), ("1001-5000", 3), ("5000+", 1)];
pub(super) const LEVELS: &[(&str, u64)] = &[("A", 8), ("B", 22), ("C", 40), ("D", 30)];
pub(super) const SOURCES: &[(&str, u64)] = &[
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
pub(super) const ROADS: &[&str] = &[
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
pub(super) const TOWERS: &[&str] =
    &["环球", "国际", "时代", "中心", "财富", "金融", "科创", "汇金", "世纪", "银座", "星河", "天安"];
pub(super) const DISTRICTS: &[&str] = &["高新区", "经济技术开发区", "新区", "城东新区", "产业园区"];
pub(super) const TITLES: &[(&str, &str)] = &[
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
pub(super) const WISHES: &[&str] = &["咨询", "计划采购", "想了解", "正在比较", "需要报价：", "准备更换"];
pub(super) const CIRCUMSTANCES: &[&str] = &[
    "希望本月内收到方案",
    "预算已批",
    "先看样品",
    "需要上门演示",
    "年底前完成",
    "现有供应商交期不稳定",
    "请发产品资料",
    "要求支持开票和账期",
];
pub(super) const MOBILE_PREFIXES: [&str; 32] = [
    "130", "131", "132", "133", "134", "135", "136", "137", "138", "139", "150", "151", "152", "153", "155", "156",
    "157", "158", "159", "166", "173", "176", "177", "178", "180", "181", "182", "185", "186", "187", "188", "189",
];

/// The commonest first; the first half comes three times as often.
pub(super) const FAMILIES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈\
                        姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
pub(super) const MALE: &str =
    "伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林阳建文博志东海国庆振晓成康立新云天泽轩睿铭哲嘉";
pub(super) const FEMALE: &str =
    "芳娜敏静丽艳娟霞秀燕玲桂玉萍红梅莉倩婷雪慧颖琳洁蕾晶欣怡佳思雨梦涵诗琪悦彤妍瑶雯菲晓文云清月宁嘉若语欢";

/// A word and how it is read.
pub(super) struct Word {
    pub(super) zh: String,
    pub(super) pinyin: String,
}

pub(super) struct City {
    pub(super) name: &'static str,
    /// As it begins an address.
    pub(super) full: String,
    pub(super) area_code: &'static str,
    pub(super) initials: String,
    pub(super) districts: Vec<District>,
}

pub(super) struct District {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
}

pub(super) struct Trade {
    pub(super) zh: &'static str,
    pub(super) industry: &'static str,
    pub(super) product: &'static str,
    pub(super) initials: String,
}

pub(super) struct Tables {
    pub(super) cities: Vec<City>,
    /// A city, and which group of first characters is its.
    pub(super) places: Vec<(usize, usize)>,
    pub(super) firsts: Vec<Word>,
    pub(super) seconds: Vec<Word>,
    pub(super) trades: Vec<Trade>,
    pub(super) families: Vec<Word>,
    pub(super) male: Vec<Word>,
    pub(super) female: Vec<Word>,
}

pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
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

pub(super) fn words(text: &str) -> Vec<Word> {
    text.chars().map(|c| Word { zh: c.to_string(), pinyin: pinyin(&c.to_string()) }).collect()
}

pub(super) fn initials(name: &str) -> String {
    name.chars().filter_map(|c| pinyin(&c.to_string()).chars().next()).collect()
}

/// A municipality has its real districts; another city has those that every city has.
pub(super) fn city((code, name, area_code, _): &(&'static str, &'static str, &'static str, usize)) -> City {
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
