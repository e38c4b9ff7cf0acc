//! The lists of words that every organisation begins with (12.7). It may rename, add and switch off; codes stay.

use std::{borrow::Cow, sync::LazyLock};

use crate::search::pinyin;

/// A list of words.
#[derive(Debug, Clone)]
pub struct Dictionary {
    pub code: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    /// The product decides by its codes: items are renamed, not added.
    pub fixed: bool,
    pub items: Vec<Item>,
}

/// One word of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub code: &'static str,
    pub zh: &'static str,
    pub en: Cow<'static, str>,
    /// The name of a colour of the design, where the word is shown as a label.
    pub color: Option<&'static str>,
    /// The code of the word above it: a city's province.
    pub parent: Option<Cow<'static, str>>,
}

/// The reason that needs words of its own.
pub const OTHER: &str = "other";
/// The reason that names who won instead.
pub const COMPETITOR: &str = "competitor";
/// Why the night's job took a record back. People cannot choose it.
pub const SYSTEM_RECYCLE: &str = "system_recycle";

type Words = &'static [(&'static str, &'static str, &'static str)];

/// code, zh, en, fixed, words; a word may end in `:colour`.
const LISTS: &[(&str, &str, &str, bool, Words)] = &[
    (
        "industry",
        "行业",
        "Industry",
        false,
        &[
            ("apparel", "服装纺织", "Apparel and textiles"),
            ("food", "食品饮料", "Food and beverages"),
            ("electronics", "电子电器", "Electronics"),
            ("machinery", "机械设备", "Machinery"),
            ("automotive", "汽车及零部件", "Automotive"),
            ("chemicals", "化工材料", "Chemicals and materials"),
            ("pharmaceuticals", "医药", "Pharmaceuticals"),
            ("household", "家居建材", "Home and building materials"),
            ("manufacturing", "其他制造业", "Other manufacturing"),
            ("software", "软件和信息技术", "Software and information technology"),
            ("internet", "互联网", "Internet"),
            ("telecom", "通信", "Telecommunications"),
            ("finance", "金融", "Finance"),
            ("real_estate", "房地产", "Real estate"),
            ("construction", "建筑工程", "Construction"),
            ("wholesale", "批发", "Wholesale"),
            ("retail", "零售", "Retail"),
            ("logistics", "交通物流", "Transport and logistics"),
            ("hospitality", "住宿餐饮", "Hotels and restaurants"),
            ("business_services", "商务服务", "Business services"),
            ("education", "教育培训", "Education"),
            ("health", "医疗卫生", "Health"),
            ("culture", "文化传媒", "Culture and media"),
            ("energy", "能源矿产", "Energy and mining"),
            ("agriculture", "农林牧渔", "Agriculture"),
            ("environment", "环保公用事业", "Environment and utilities"),
            ("government", "政府机构", "Government"),
            ("nonprofit", "社会组织", "Non-profit"),
            (OTHER, "其他", "Other"),
        ],
    ),
    (
        "lead_source",
        "线索来源",
        "Lead source",
        false,
        &[
            ("website", "官网", "Website"),
            ("search_engine", "搜索引擎", "Search engine"),
            ("wechat", "微信公众号", "WeChat official account"),
            ("wecom", "企业微信", "WeCom"),
            ("short_video", "短视频", "Short video"),
            ("information_feed", "信息流广告", "Feed advertising"),
            ("exhibition", "展会", "Exhibition"),
            ("event", "市场活动", "Event"),
            ("referral", "转介绍", "Referral"),
            ("partner", "合作伙伴", "Partner"),
            ("cold_call", "电话开发", "Cold call"),
            ("visit", "陌生拜访", "Cold visit"),
            ("directory", "在线搜客", "Company directory"),
            ("purchased", "外部采购", "Purchased data"),
            ("form", "表单提交", "Web form"),
            ("service", "客服转入", "Customer service"),
            ("import", "批量导入", "Import"),
            (OTHER, "其他", "Other"),
        ],
    ),
    (
        "return_reason",
        "退回原因",
        "Reason for returning",
        false,
        &[
            ("unreachable", "联系不上", "Unreachable"),
            ("wrong_number", "空号错号", "Wrong number"),
            ("no_need", "无需求", "No need"),
            ("no_budget", "预算不足", "No budget"),
            ("chose_competitor", "已选竞品", "Chose a competitor"),
            ("wrong_region", "区域不符", "Wrong region"),
            ("duplicate", "重复", "Duplicate"),
            (OTHER, "其他", "Other"),
            (SYSTEM_RECYCLE, "系统回收", "Recycled by the system"),
        ],
    ),
    (
        "invalid_reason",
        "无效原因",
        "Reason for invalidity",
        false,
        &[
            ("wrong_number", "空号错号", "Wrong number"),
            ("fake", "虚假信息", "False information"),
            ("duplicate", "重复", "Duplicate"),
            ("competitor", "竞争对手", "Competitor"),
            ("not_target", "非目标客户", "Not a target customer"),
            ("closed_down", "已停业", "Closed down"),
            ("refuses_contact", "拒绝联系", "Refuses contact"),
            (OTHER, "其他", "Other"),
        ],
    ),
    (
        "release_reason",
        "退回公海原因",
        "Reason for releasing",
        false,
        &[
            ("unreachable", "联系不上", "Unreachable"),
            ("no_need", "无需求", "No need"),
            ("no_budget", "预算不足", "No budget"),
            ("chose_competitor", "已选竞品", "Chose a competitor"),
            ("wrong_region", "区域不符", "Wrong region"),
            ("no_capacity", "无精力跟进", "No time to follow up"),
            (OTHER, "其他", "Other"),
            (SYSTEM_RECYCLE, "系统回收", "Recycled by the system"),
        ],
    ),
    (
        "loss_reason",
        "输单原因",
        "Reason for losing a deal",
        false,
        &[
            (COMPETITOR, "竞争对手胜出", "A competitor won"),
            ("cancelled", "项目取消", "Project cancelled"),
            ("complex_decision", "决策链复杂", "Too many deciders"),
            ("budget", "预算限制", "Budget"),
            ("price", "价格", "Price"),
            ("features", "功能不符", "Does not fit the need"),
            ("relationship", "关系", "Relationship"),
            ("timing", "时机", "Timing"),
            (OTHER, "其他", "Other"),
        ],
    ),
    (
        "churn_reason",
        "流失原因",
        "Reason for churn",
        false,
        &[
            ("price", "价格", "Price"),
            ("quality", "质量", "Quality"),
            ("service", "服务", "Service"),
            ("competitor", "竞品", "Competitor"),
            ("closed_down", "停业", "Closed down"),
            ("no_need", "需求消失", "Need is gone"),
            ("staff_change", "人员变动", "Change of staff"),
            (OTHER, "其他", "Other"),
        ],
    ),
    (
        "level",
        "级别",
        "Level",
        true,
        &[
            ("A", "A 级:red", "Level A"),
            ("B", "B 级:orange", "Level B"),
            ("C", "C 级:blue", "Level C"),
            ("D", "D 级:gray", "Level D"),
        ],
    ),
    (
        "customer_category",
        "客户类别",
        "Customer category",
        true,
        &[
            ("external", "外部客户", "External"),
            ("internal", "内部客户", "Internal"),
            ("partner", "合作伙伴", "Partner"),
        ],
    ),
    (
        "customer_role",
        "客户角色",
        "Customer role",
        true,
        &[
            ("end_customer", "终端客户", "End customer"),
            ("distributor", "分销商", "Distributor"),
            ("dealer", "经销商", "Dealer"),
            ("wholesaler", "批发商", "Wholesaler"),
            ("agent", "代理商", "Agent"),
            ("supplier", "供应商", "Supplier"),
            ("government", "政府", "Government"),
            ("cooperator", "合作商", "Cooperator"),
            ("member", "会员", "Member"),
            (OTHER, "其他", "Other"),
        ],
    ),
    (
        "customer_stage",
        "客户阶段",
        "Customer stage",
        true,
        &[
            ("potential", "潜在客户", "Potential"),
            ("intent", "意向客户", "Interested"),
            ("prospective", "准客户", "Prospective"),
            ("signed", "签约客户", "Signed"),
            ("member", "会员客户", "Member"),
        ],
    ),
    (
        "nature",
        "企业性质",
        "Ownership nature",
        true,
        &[
            ("state", "国有企业", "State-owned"),
            ("private", "民营企业", "Private"),
            ("foreign", "外资企业", "Foreign"),
            ("joint", "合资企业", "Joint venture"),
            ("government", "政府机关", "Government"),
            ("institution", "事业单位", "Public institution"),
            ("individual", "个体工商户", "Individual"),
            (OTHER, "其他", "Other"),
        ],
    ),
    (
        "scale",
        "人员规模",
        "Headcount",
        false,
        &[
            ("1-20", "1–20 人", "1–20"),
            ("21-50", "21–50 人", "21–50"),
            ("51-200", "51–200 人", "51–200"),
            ("201-500", "201–500 人", "201–500"),
            ("501-1000", "501–1000 人", "501–1,000"),
            ("1001-5000", "1001–5000 人", "1,001–5,000"),
            ("5000+", "5000 人以上", "More than 5,000"),
        ],
    ),
    (
        "need_type",
        "需求类型",
        "Need",
        false,
        &[
            ("price", "价格", "Price"),
            ("quality", "质量", "Quality"),
            ("delivery", "交期", "Delivery"),
            ("service", "服务", "Service"),
            ("customisation", "定制", "Customisation"),
            ("brand", "品牌", "Brand"),
            ("technology", "技术", "Technology"),
        ],
    ),
    (
        "relationship",
        "客户关系",
        "Relationship",
        true,
        &[
            ("acquaintance", "点头之交", "Acquaintance"),
            ("satisfied", "满意", "Satisfied"),
            ("loyal", "忠诚", "Loyal"),
            ("strategic", "战略伙伴", "Strategic"),
            ("strained", "有投诉/不满:red", "Strained"),
        ],
    ),
    (
        "contact_role",
        "决策角色",
        "Role in the deal",
        true,
        &[
            ("decision_maker", "决策人", "Decision maker"),
            ("influencer", "影响人", "Influencer"),
            ("user", "使用人", "User"),
            ("champion", "支持者", "Champion"),
            ("blocker", "反对者", "Blocker"),
            ("finance", "财务", "Finance"),
            ("purchasing", "采购", "Purchasing"),
        ],
    ),
    (
        "activity_kind",
        "跟进方式",
        "Kind of activity",
        true,
        &[
            ("call", "电话", "Call"),
            ("visit", "拜访", "Visit"),
            ("email", "邮件", "E-mail"),
            ("meeting", "会议", "Meeting"),
            ("wechat", "微信", "WeChat"),
            ("sms", "短信", "Text message"),
            ("demo", "演示", "Demo"),
            ("note", "备注", "Note"),
            ("request", "客户请求", "Request"),
            (OTHER, "其他", "Other"),
        ],
    ),
    (
        "activity_outcome",
        "跟进结果",
        "Outcome of an activity",
        true,
        &[
            ("reached", "已联系上", "Reached"),
            ("no_answer", "未接通", "No answer"),
            ("refused", "拒绝", "Refused"),
            ("interested", "有兴趣", "Interested"),
            ("agreed_next", "约定下次", "Agreed on a next step"),
            (OTHER, "其他", "Other"),
        ],
    ),
    (
        "gender",
        "性别",
        "Gender",
        true,
        &[("male", "男", "Male"), ("female", "女", "Female"), ("unknown", "未知", "Unknown")],
    ),
];

/// Every list with its words.
pub fn presets() -> &'static [Dictionary] {
    &PRESETS
}

static PRESETS: LazyLock<Vec<Dictionary>> = LazyLock::new(|| {
    let lists = LISTS.iter().map(|(code, zh, en, fixed, words)| {
        let items = words.iter().map(|(code, zh, en)| {
            let (zh, color) = zh.split_once(':').map_or((*zh, None), |(zh, color)| (zh, Some(color)));
            Item { code, zh, en: Cow::Borrowed(en), color, parent: None }
        });
        Dictionary { code, zh, en, fixed: *fixed, items: items.collect() }
    });
    let regions = Dictionary { code: REGION, zh: "地区", en: "Region", fixed: false, items: regions() };
    lists.chain([regions]).collect()
});

pub fn preset(code: &str) -> Option<&'static Dictionary> {
    PRESETS.iter().find(|dictionary| dictionary.code == code)
}

/// The list of places.
pub const REGION: &str = "region";

/// Whether a reason says nothing without a note.
pub fn needs_note(reason: &str) -> bool {
    reason == OTHER
}

/// Provinces, with their prefectures or, in the four municipalities, their districts (GB/T 2260). English names are
/// the pinyin unless they are written behind a stroke.
const REGIONS: &str = "
110000北京市 110101东城区 110102西城区 110105朝阳区 110106丰台区 110107石景山区 110108海淀区 110109门头沟区 110111房山区 110112通州区 110113顺义区 110114昌平区 110115大兴区 110116怀柔区 110117平谷区 110118密云区 110119延庆区
120000天津市 120101和平区 120102河东区 120103河西区 120104南开区 120105河北区 120106红桥区 120110东丽区 120111西青区 120112津南区 120113北辰区 120114武清区 120115宝坻区|Baodi 120116滨海新区 120117宁河区 120118静海区 120119蓟州区
130000河北省 130100石家庄市 130200唐山市 130300秦皇岛市 130400邯郸市 130500邢台市 130600保定市 130700张家口市 130800承德市 130900沧州市 131000廊坊市 131100衡水市
140000山西省 140100太原市 140200大同市 140300阳泉市 140400长治市|Changzhi 140500晋城市 140600朔州市 140700晋中市 140800运城市 140900忻州市 141000临汾市 141100吕梁市|Lüliang
150000内蒙古自治区|Inner_Mongolia 150100呼和浩特市|Hohhot 150200包头市 150300乌海市 150400赤峰市 150500通辽市 150600鄂尔多斯市|Ordos 150700呼伦贝尔市|Hulunbuir 150800巴彦淖尔市|Bayannur 150900乌兰察布市|Ulanqab 152200兴安盟|Hinggan 152500锡林郭勒盟|Xilingol 152900阿拉善盟|Alxa
210000辽宁省 210100沈阳市|Shenyang 210200大连市 210300鞍山市 210400抚顺市 210500本溪市 210600丹东市 210700锦州市 210800营口市 210900阜新市 211000辽阳市 211100盘锦市 211200铁岭市 211300朝阳市 211400葫芦岛市
220000吉林省 220100长春市 220200吉林市 220300四平市 220400辽源市 220500通化市 220600白山市 220700松原市 220800白城市 222400延边朝鲜族自治州|Yanbian
230000黑龙江省 230100哈尔滨市|Harbin 230200齐齐哈尔市|Qiqihar 230300鸡西市 230400鹤岗市 230500双鸭山市 230600大庆市 230700伊春市 230800佳木斯市|Jiamusi 230900七台河市 231000牡丹江市 231100黑河市 231200绥化市 232700大兴安岭地区
310000上海市 310101黄浦区 310104徐汇区 310105长宁区|Changning 310106静安区|Jing'an 310107普陀区 310109虹口区 310110杨浦区 310112闵行区|Minhang 310113宝山区 310114嘉定区 310115浦东新区 310116金山区 310117松江区 310118青浦区 310120奉贤区 310151崇明区
320000江苏省 320100南京市 320200无锡市 320300徐州市 320400常州市 320500苏州市 320600南通市 320700连云港市 320800淮安市|Huai'an 320900盐城市 321000扬州市 321100镇江市 321200泰州市 321300宿迁市|Suqian
330000浙江省 330100杭州市 330200宁波市 330300温州市 330400嘉兴市 330500湖州市 330600绍兴市 330700金华市 330800衢州市 330900舟山市 331000台州市 331100丽水市|Lishui
340000安徽省 340100合肥市 340200芜湖市 340300蚌埠市 340400淮南市 340500马鞍山市|Ma'anshan 340600淮北市 340700铜陵市 340800安庆市 341000黄山市 341100滁州市 341200阜阳市|Fuyang 341300宿州市|Suzhou_(Anhui) 341500六安市|Lu'an 341600亳州市|Bozhou 341700池州市 341800宣城市
350000福建省 350100福州市 350200厦门市 350300莆田市 350400三明市 350500泉州市 350600漳州市 350700南平市 350800龙岩市 350900宁德市
360000江西省 360100南昌市 360200景德镇市 360300萍乡市 360400九江市 360500新余市 360600鹰潭市 360700赣州市 360800吉安市|Ji'an 360900宜春市 361000抚州市 361100上饶市
370000山东省 370100济南市 370200青岛市 370300淄博市 370400枣庄市 370500东营市 370600烟台市 370700潍坊市 370800济宁市 370900泰安市|Tai'an 371000威海市 371100日照市 371300临沂市 371400德州市 371500聊城市 371600滨州市 371700菏泽市
410000河南省 410100郑州市 410200开封市 410300洛阳市 410400平顶山市 410500安阳市 410600鹤壁市 410700新乡市 410800焦作市 410900濮阳市 411000许昌市 411100漯河市|Luohe 411200三门峡市 411300南阳市 411400商丘市 411500信阳市 411600周口市 411700驻马店市 419001济源市
420000湖北省 420100武汉市 420200黄石市 420300十堰市 420500宜昌市 420600襄阳市 420700鄂州市 420800荆门市 420900孝感市 421000荆州市 421100黄冈市 421200咸宁市 421300随州市 422800恩施土家族苗族自治州|Enshi
430000湖南省 430100长沙市 430200株洲市 430300湘潭市 430400衡阳市 430500邵阳市 430600岳阳市 430700常德市 430800张家界市 430900益阳市 431000郴州市|Chenzhou 431100永州市 431200怀化市 431300娄底市 433100湘西土家族苗族自治州|Xiangxi
440000广东省 440100广州市 440200韶关市 440300深圳市 440400珠海市 440500汕头市 440600佛山市|Foshan 440700江门市 440800湛江市 440900茂名市 441200肇庆市 441300惠州市 441400梅州市 441500汕尾市 441600河源市 441700阳江市 441800清远市 441900东莞市 442000中山市 445100潮州市 445200揭阳市 445300云浮市
450000广西壮族自治区|Guangxi 450100南宁市 450200柳州市 450300桂林市 450400梧州市 450500北海市 450600防城港市 450700钦州市 450800贵港市 450900玉林市 451000百色市 451100贺州市 451200河池市 451300来宾市 451400崇左市
460000海南省 460100海口市 460200三亚市 460300三沙市 460400儋州市
500000重庆市 500101万州区|Wanzhou 500102涪陵区 500103渝中区 500104大渡口区 500105江北区 500106沙坪坝区 500107九龙坡区 500108南岸区|Nan'an 500109北碚区 500110綦江区 500111大足区 500112渝北区 500113巴南区 500114黔江区 500115长寿区|Changshou 500116江津区 500117合川区 500118永川区 500119南川区 500120璧山区 500151铜梁区 500152潼南区 500153荣昌区 500154开州区 500155梁平区 500156武隆区
510000四川省 510100成都市 510300自贡市 510400攀枝花市 510500泸州市 510600德阳市 510700绵阳市 510800广元市 510900遂宁市 511000内江市 511100乐山市|Leshan 511300南充市 511400眉山市 511500宜宾市 511600广安市|Guang'an 511700达州市 511800雅安市|Ya'an 511900巴中市 512000资阳市 513200阿坝藏族羌族自治州|Aba 513300甘孜藏族自治州|Garzê 513400凉山彝族自治州|Liangshan
520000贵州省 520100贵阳市 520200六盘水市 520300遵义市 520400安顺市 520500毕节市 520600铜仁市 522300黔西南布依族苗族自治州|Qianxinan 522600黔东南苗族侗族自治州|Qiandongnan 522700黔南布依族苗族自治州|Qiannan
530000云南省 530100昆明市 530300曲靖市 530400玉溪市 530500保山市 530600昭通市 530700丽江市 530800普洱市|Pu'er 530900临沧市 532300楚雄彝族自治州|Chuxiong 532500红河哈尼族彝族自治州|Honghe 532600文山壮族苗族自治州|Wenshan 532800西双版纳傣族自治州|Xishuangbanna 532900大理白族自治州|Dali 533100德宏傣族景颇族自治州|Dehong 533300怒江傈僳族自治州|Nujiang 533400迪庆藏族自治州|Dêqên
540000西藏自治区|Xizang 540100拉萨市|Lhasa 540200日喀则市|Xigazê 540300昌都市|Qamdo 540400林芝市|Nyingchi 540500山南市|Shannan 540600那曲市|Nagqu 542500阿里地区|Ngari
610000陕西省|Shaanxi 610100西安市|Xi'an 610200铜川市 610300宝鸡市 610400咸阳市 610500渭南市 610600延安市|Yan'an 610700汉中市 610800榆林市 610900安康市 611000商洛市
620000甘肃省 620100兰州市 620200嘉峪关市 620300金昌市 620400白银市 620500天水市 620600武威市 620700张掖市 620800平凉市 620900酒泉市 621000庆阳市 621100定西市 621200陇南市 622900临夏回族自治州|Linxia 623000甘南藏族自治州|Gannan
630000青海省 630100西宁市 630200海东市 632200海北藏族自治州|Haibei 632300黄南藏族自治州|Huangnan 632500海南藏族自治州|Hainan_(Qinghai) 632600果洛藏族自治州|Golog 632700玉树藏族自治州|Yushu 632800海西蒙古族藏族自治州|Haixi
640000宁夏回族自治区|Ningxia 640100银川市 640200石嘴山市 640300吴忠市 640400固原市 640500中卫市
650000新疆维吾尔自治区|Xinjiang 650100乌鲁木齐市|Urumqi 650200克拉玛依市|Karamay 650400吐鲁番市|Turpan 650500哈密市|Hami 652300昌吉回族自治州|Changji 652700博尔塔拉蒙古自治州|Bortala 652800巴音郭楞蒙古自治州|Bayingolin 652900阿克苏地区|Aksu 653000克孜勒苏柯尔克孜自治州|Kizilsu 653100喀什地区|Kashi 653200和田地区|Hotan 654000伊犁哈萨克自治州|Ili 654200塔城地区|Tacheng 654300阿勒泰地区|Altay 659001石河子市|Shihezi
710000台湾省 810000香港特别行政区|Hong_Kong 820000澳门特别行政区|Macao
";

fn regions() -> Vec<Item> {
    let words = REGIONS.split_whitespace();
    words
        .filter_map(|word| {
            let (word, en) = word.split_once('|').map_or((word, None), |(word, en)| (word, Some(en)));
            let (code, zh) = word.split_at_checked(6)?;
            let en = en.map_or_else(|| capitalised(&pinyin(stem(zh))), |en| en.replace('_', " "));
            let parent = (!code.ends_with("0000")).then(|| Cow::Owned(format!("{}0000", &code[..2])));
            Some(Item { code, zh, en: Cow::Owned(en), color: None, parent })
        })
        .collect()
}

/// The name without what kind of place it is.
pub fn stem(zh: &str) -> &str {
    let kinds = ["新区", "地区", "省", "市", "区", "盟"];
    kinds.iter().find_map(|kind| zh.strip_suffix(kind)).unwrap_or(zh)
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_are_unique_and_every_word_has_two_languages() {
        let mut lists = HashSet::new();
        for dictionary in presets() {
            assert!(lists.insert(dictionary.code));
            let mut codes = HashSet::new();
            for item in &dictionary.items {
                assert!(codes.insert(item.code), "{}: {}", dictionary.code, item.code);
                assert!(!item.zh.is_empty() && !item.en.is_empty() && !item.zh.contains(['|', ':']), "{item:?}");
            }
            for item in &dictionary.items {
                assert!(item.parent.as_ref().is_none_or(|parent| codes.contains(parent.as_ref())), "{item:?}");
            }
        }
    }

    fn region(code: &str) -> (&'static str, &'static str) {
        let item = preset("region").unwrap().items.iter().find(|item| item.code == code).unwrap();
        (item.zh, item.en.as_ref())
    }

    #[test]
    fn regions_are_provinces_and_cities() {
        assert_eq!(region("310000"), ("上海市", "Shanghai"));
        assert_eq!(region("310115"), ("浦东新区", "Pudong"));
        assert_eq!(region("440300"), ("深圳市", "Shenzhen"));
        assert_eq!(region("350200"), ("厦门市", "Xiamen"));
        assert_eq!(region("430100"), ("长沙市", "Changsha"));
        assert_eq!(region("500000"), ("重庆市", "Chongqing"));
        assert_eq!(region("610000"), ("陕西省", "Shaanxi"));
        assert_eq!(region("810000"), ("香港特别行政区", "Hong Kong"));
        let items = &preset("region").unwrap().items;
        assert_eq!(items.iter().filter(|item| item.parent.is_none()).count(), 34);
        assert!(items.len() > 390 && items.iter().all(|item| item.en.is_ascii() || item.en.contains(['ü', 'ê'])));
        assert!(items.iter().all(|item| item.code.len() == 6 && item.code.bytes().all(|c| c.is_ascii_digit())));
    }

    #[test]
    fn reasons_are_those_of_the_specification() {
        let reasons: Vec<_> = preset("return_reason").unwrap().items.iter().map(|item| item.zh).collect();
        assert_eq!(
            reasons[..8],
            ["联系不上", "空号错号", "无需求", "预算不足", "已选竞品", "区域不符", "重复", "其他"]
        );
        assert!(needs_note("other") && !needs_note("no_need"));
    }
}
