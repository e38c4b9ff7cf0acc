//! Which column of a sheet is which field: guessed from its header.

use crate::text::fold;

/// A field that a column can be given to.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    pub key: &'a str,
    pub labels: [&'a str; 2],
}

/// Parts the words of a header that stands over two rows: `联系人 / 电话`.
pub const JOINT: &str = " / ";

/// Words that people write over columns, and the fields they mean, the likeliest first. The first that the kind of
/// record has, and that no other column took, is it.
const SYNONYMS: &[(&[&str], &[&str])] = &[
    (
        &[
            "公司",
            "公司名",
            "公司名称",
            "单位",
            "单位名称",
            "企业",
            "企业名称",
            "所属公司",
            "company",
            "organization",
            "organisation",
            "account",
        ],
        &["company_name", "customer_id", "name"],
    ),
    (
        &["客户", "客户名", "客户名称", "客户公司", "所属客户", "客户全称", "customer"],
        &["customer_id", "company_name", "name"],
    ),
    (&["线索", "线索名称", "名称", "标题", "title", "name", "lead"], &["name", "company_name", "contact_name"]),
    (
        &["姓名", "联系人", "联系人姓名", "客户姓名", "主要联系人", "contact", "contact person", "full name"],
        &["contact_name", "name"],
    ),
    (&["手机", "手机号", "手机号码", "移动电话", "mobile", "mobile phone", "cell", "cellphone"], &["mobile", "phone"]),
    (
        &[
            "电话",
            "联系电话",
            "电话号码",
            "联系方式",
            "座机",
            "固定电话",
            "办公电话",
            "tel",
            "telephone",
            "phone",
            "phone number",
        ],
        &["phone", "mobile"],
    ),
    (&["邮箱", "电子邮箱", "邮件", "电子邮件", "邮箱地址", "email", "e-mail", "mail", "email address"], &["email"]),
    (&["微信", "微信号", "wechat", "weixin"], &["wechat"]),
    (&["职位", "职务", "岗位", "头衔", "job title", "position"], &["title", "position", "job_title"]),
    (&["部门", "所在部门", "department"], &["department", "department_name"]),
    (
        &["地区", "区域", "省市", "所在地区", "省份", "城市", "region", "city", "province"],
        &["region", "city", "region_code"],
    ),
    (&["地址", "详细地址", "公司地址", "联系地址", "通讯地址", "address"], &["address"]),
    (&["行业", "所属行业", "客户行业", "industry"], &["industry"]),
    (&["级别", "等级", "客户级别", "客户等级", "线索级别", "level", "grade", "rating"], &["level"]),
    (
        &["来源", "线索来源", "客户来源", "渠道", "来源渠道", "获客渠道", "source", "channel"],
        &["source", "channel", "source_channel", "source_id"],
    ),
    (
        &["需求", "需求描述", "客户需求", "需求说明", "意向", "requirement", "needs"],
        &["requirement", "description", "remark"],
    ),
    (
        &["备注", "说明", "描述", "remark", "remarks", "note", "notes", "comment", "description"],
        &["remark", "note", "notes", "description", "requirement"],
    ),
    (&["预算", "预算金额", "budget"], &["budget"]),
    (&["预计成交日期", "预计日期", "预计成交", "预计签单日期", "expected date"], &["expected_date"]),
    (&["下次联系时间", "下次跟进时间", "下次联系", "next contact"], &["next_contact_at"]),
    (&["标签", "标记", "tag", "tags", "label"], &["tags"]),
    (
        &[
            "负责人",
            "所有人",
            "归属人",
            "业务员",
            "销售",
            "销售人员",
            "跟进人",
            "客户经理",
            "owner",
            "sales",
            "sales rep",
        ],
        &["owner_id"],
    ),
    (&["线索池", "公海", "公海池", "客户池", "所属公海", "pool"], &["pool_id"]),
    (&["编号", "编码", "线索编号", "客户编号", "客户编码", "number", "code"], &["no"]),
    (&["统一社会信用代码", "信用代码", "社会信用代码", "税号", "纳税人识别号", "uscc", "tax number"], &["uscc"]),
    (&["网址", "官网", "网站", "公司网址", "website", "web", "url", "homepage"], &["website"]),
    (&["生日", "出生日期", "birthday"], &["birthday"]),
    (&["性别", "gender", "sex"], &["gender"]),
    (&["外部编号", "外部id", "external id"], &["external_id"]),
];

/// The field of each column, where one is likely; no field twice.
pub fn guess(headers: &[String], targets: &[Target<'_>]) -> Vec<Option<String>> {
    let mut likely: Vec<(usize, usize, &str)> = Vec::new();
    for (column, header) in headers.iter().enumerate() {
        for (weight, key) in candidates(header, targets) {
            likely.push((weight, column, key));
        }
    }
    likely.sort_by_key(|(weight, column, _)| (*weight, *column));
    let mut found: Vec<Option<String>> = vec![None; headers.len()];
    let mut taken: Vec<&str> = Vec::new();
    for (_, column, key) in likely {
        if let Some(place) = found.get_mut(column).filter(|place| place.is_none())
            && !taken.contains(&key)
        {
            *place = Some(key.to_owned());
            taken.push(key);
        }
    }
    found
}

/// The fields that a header may mean; the smaller the weight, the surer.
fn candidates<'t>(header: &str, targets: &[Target<'t>]) -> Vec<(usize, &'t str)> {
    let whole = plain(header);
    let last = header.rsplit(JOINT).next().map(plain).filter(|last| *last != whole);
    let mut found = Vec::new();
    for (weight, word) in [(0, Some(&whole)), (100, last.as_ref())] {
        let Some(word) = word.filter(|word| !word.is_empty()) else { continue };
        for target in targets {
            let label = target.labels.iter().any(|label| plain(label) == *word);
            if label || plain(target.key) == *word {
                found.push((weight, target.key));
            }
        }
        let meant = SYNONYMS.iter().filter(|(words, _)| words.iter().any(|known| plain(known) == *word));
        for (rank, key) in meant.flat_map(|(_, keys)| keys.iter().enumerate()) {
            if let Some(target) = targets.iter().find(|target| target.key == *key) {
                found.push((weight + 10 + rank, target.key));
            }
        }
    }
    found
}

/// A header without case, blanks, marks of duty, and what stands in brackets.
fn plain(header: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_u32;
    for c in fold(header).chars() {
        match c {
            '(' | '[' | '【' | '「' => depth += 1,
            ')' | ']' | '】' | '」' => depth = depth.saturating_sub(1),
            _ if depth == 0 && c.is_alphanumeric() => plain.push(c),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAD: &[Target<'static>] = &[
        Target { key: "name", labels: ["名称", "Name"] },
        Target { key: "company_name", labels: ["公司名称", "Company"] },
        Target { key: "contact_name", labels: ["联系人", "Contact"] },
        Target { key: "phone", labels: ["电话", "Phone"] },
        Target { key: "mobile", labels: ["手机", "Mobile"] },
        Target { key: "budget", labels: ["预算", "Budget"] },
        Target { key: "owner_id", labels: ["负责人", "Owner"] },
    ];

    fn guessed(headers: &[&str]) -> Vec<String> {
        let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        guess(&headers, LEAD).into_iter().map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn headers_are_understood_as_people_write_them() {
        assert_eq!(
            guessed(&["公司", "姓名*", "手机号码", "联系电话", "预算（元）", "业务员", "天气"]),
            ["company_name", "contact_name", "mobile", "phone", "budget", "owner_id", ""]
        );
        assert_eq!(
            guessed(&["Company", "CONTACT", "Ｍｏｂｉｌｅ", "phone"]),
            ["company_name", "contact_name", "mobile", "phone"]
        );
        assert_eq!(
            guessed(&["客户名称", "联系人 / 姓名", "联系人 / 手机"]),
            ["company_name", "contact_name", "mobile"]
        );
    }

    #[test]
    fn no_field_is_given_twice_and_the_surest_column_gets_it() {
        assert_eq!(guessed(&["电话", "手机", "联系方式"]), ["phone", "mobile", ""]);
        assert_eq!(guessed(&["联系方式", "电话"]), ["mobile", "phone"]);
        assert_eq!(guessed(&["公司", "公司名称"]), ["name", "company_name"]);
    }
}
