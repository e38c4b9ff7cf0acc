//! The kinds of value a field can hold, the same in filters, forms, imports and the contract.

use serde::Serialize;
use utoipa::ToSchema;

use crate::text::{mask_email, mask_phone, mask_text};

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Id,
    Text,
    LongText,
    Phone,
    Email,
    Url,
    Int,
    /// Exact numbers, as strings in JSON.
    Decimal,
    Money,
    Bool,
    Date,
    Timestamp,
    /// One of a fixed list that the code knows.
    Choice(&'static [&'static str]),
    /// An item of a dictionary that the organisation keeps.
    Dictionary(&'static str),
    User,
    Department,
    /// A record of another resource, by its path: `customers`.
    Reference(&'static str),
    /// A list of words.
    Tags,
    /// A list of items of a dictionary.
    Items(&'static str),
    /// A list of ids of another resource, by its path: `users`; no path where it cannot be looked at yet.
    Ids(&'static str),
    Json,
}

/// Names of kinds as clients read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum KindName {
    Id,
    Text,
    LongText,
    Phone,
    Email,
    Url,
    Int,
    Decimal,
    Money,
    Bool,
    Date,
    Timestamp,
    Choice,
    Dictionary,
    User,
    Department,
    Reference,
    Tags,
    Items,
    Ids,
    Json,
}

impl Kind {
    pub fn name(self) -> KindName {
        match self {
            Self::Id => KindName::Id,
            Self::Text => KindName::Text,
            Self::LongText => KindName::LongText,
            Self::Phone => KindName::Phone,
            Self::Email => KindName::Email,
            Self::Url => KindName::Url,
            Self::Int => KindName::Int,
            Self::Decimal => KindName::Decimal,
            Self::Money => KindName::Money,
            Self::Bool => KindName::Bool,
            Self::Date => KindName::Date,
            Self::Timestamp => KindName::Timestamp,
            Self::Choice(_) => KindName::Choice,
            Self::Dictionary(_) => KindName::Dictionary,
            Self::User => KindName::User,
            Self::Department => KindName::Department,
            Self::Reference(_) => KindName::Reference,
            Self::Tags => KindName::Tags,
            Self::Items(_) => KindName::Items,
            Self::Ids(_) => KindName::Ids,
            Self::Json => KindName::Json,
        }
    }

    /// The type it has in PostgreSQL.
    pub fn sql(self) -> &'static str {
        match self {
            Self::Id | Self::User | Self::Department | Self::Reference(_) => "uuid",
            Self::Text
            | Self::LongText
            | Self::Phone
            | Self::Email
            | Self::Url
            | Self::Choice(_)
            | Self::Dictionary(_) => "text",
            Self::Int => "bigint",
            Self::Decimal | Self::Money => "numeric",
            Self::Bool => "boolean",
            Self::Date => "date",
            Self::Timestamp => "timestamptz",
            Self::Tags | Self::Items(_) => "text[]",
            Self::Ids(_) => "uuid[]",
            Self::Json => "jsonb",
        }
    }

    /// The path of the resource that its ids point to.
    pub fn target(self) -> Option<&'static str> {
        if let Self::Reference(path) | Self::Ids(path) = self {
            return Some(path).filter(|path| !path.is_empty());
        }
        if self == Self::User {
            return Some("users");
        }
        (self == Self::Department).then_some("departments")
    }

    /// The dictionary that its words are from.
    pub fn dictionary(self) -> Option<&'static str> {
        if let Self::Dictionary(code) | Self::Items(code) = self { Some(code) } else { None }
    }

    /// Whether its values are stored as text.
    pub fn is_text(self) -> bool {
        self.sql() == "text"
    }

    /// What is left to see of a text of this kind where it is covered.
    pub fn mask(self, text: &str) -> String {
        if self == Self::Phone {
            return mask_phone(text);
        }
        if self == Self::Email { mask_email(text) } else { mask_text(text) }
    }

    /// Whether its values have an order that people ask for.
    pub fn is_ordered(self) -> bool {
        matches!(self, Self::Int | Self::Decimal | Self::Money | Self::Date | Self::Timestamp) || self.is_text()
    }
}

/// The words for a fixed choice, Chinese and English; a choice without words of its own shows itself.
pub fn choice_label(value: &str) -> [String; 2] {
    let known = CHOICES.iter().find(|(code, _, _)| *code == value);
    let plain = || value.replace('_', " ");
    known.map_or_else(|| [plain(), plain()], |(_, zh, en)| [(*zh).to_owned(), (*en).to_owned()])
}

/// One meaning, one code: a code means the same wherever it stands.
const CHOICES: &[(&str, &str, &str)] = &[
    ("unassigned", "待分配", "Unassigned"),
    ("pending", "待跟进", "Pending"),
    ("following", "跟进中", "In progress"),
    ("invalid", "无效", "Invalid"),
    ("converted", "已转化", "Converted"),
    ("creation", "新建入池", "Created"),
    ("rep", "负责人退回", "Returned by its owner"),
    ("manager", "主管退回", "Returned by a leader"),
    ("system", "系统回收", "Recycled"),
    ("no_followup", "长期未跟进", "No follow-up"),
    ("not_converted", "长期未转化", "Not converted"),
    ("any", "满足任一", "Any"),
    ("all", "全部满足", "All"),
    ("fixed", "固定顺序", "In fixed order"),
    ("round_robin", "轮流", "By turns"),
    ("weighted", "按比例", "By shares"),
    ("least_loaded", "最少优先", "Whoever has fewest"),
    ("fit", "加分", "Adds points"),
    ("negative", "扣分", "Takes points"),
    ("active", "启用", "Active"),
    ("disabled", "停用", "Disabled"),
    ("invited", "已邀请", "Invited"),
    ("on_leave", "休假", "On leave"),
    ("left", "已离职", "Left"),
    ("company", "企业", "Company"),
    ("person", "个人", "Person"),
    ("pooled", "公海", "In a pool"),
    ("owned", "已归属", "Owned"),
    ("merged", "已合并", "Merged"),
    ("auto", "自动", "Automatic"),
    ("manual", "手动", "By hand"),
    ("lines", "由明细计算", "From its lines"),
    ("open", "进行中", "Open"),
    ("won", "赢单", "Won"),
    ("lost", "输单", "Lost"),
    ("abandoned", "放弃", "Abandoned"),
    ("pipeline", "管道", "Pipeline"),
    ("best_case", "最佳", "Best case"),
    ("commit", "承诺", "Commit"),
    ("omitted", "不计入", "Omitted"),
    ("closed", "已成交", "Closed"),
    ("opportunity", "商机", "Opportunity"),
    ("opportunities", "商机", "Opportunities"),
    ("none", "无", "None"),
    ("dealt", "已成交", "Bought"),
    ("acquisition", "获取", "Acquisition"),
    ("maintenance", "维护", "Maintenance"),
    ("retention", "挽留", "Retention"),
    ("churned", "流失", "Churned"),
    ("low", "低", "Low"),
    ("medium", "中", "Medium"),
    ("mid", "中", "Medium"),
    ("high", "高", "High"),
    ("preference", "偏好", "Preference"),
    ("channel", "沟通渠道", "Channel"),
    ("behaviour", "购买习惯", "Behaviour"),
    ("decision_process", "决策流程", "How they decide"),
    ("competitor", "竞争情况", "Competitors"),
    ("risk", "风险", "Risk"),
    ("organisation", "全公司", "Everybody"),
    ("draft", "草稿", "Draft"),
    ("published", "已发布", "Published"),
    ("solar", "公历", "Solar"),
    ("lunar", "农历", "Lunar"),
    ("in", "对方发起", "Incoming"),
    ("out", "我方发起", "Outgoing"),
    ("severe", "严重逾期", "Long overdue"),
    ("overdue", "已逾期", "Overdue"),
    ("due_soon", "即将到期", "Due soon"),
    ("normal", "正常", "Not due"),
    ("lead", "线索", "Lead"),
    ("customer", "客户", "Customer"),
    ("contact", "联系人", "Contact"),
    ("planned", "未开始", "Planned"),
    ("in_progress", "进行中", "In progress"),
    ("checked_in", "已签到", "Checked in"),
    ("done", "已完成", "Done"),
    ("cancelled", "已取消", "Cancelled"),
    ("missed", "已错过", "Missed"),
    ("draft", "草稿", "Draft"),
    ("submitted", "已提交", "Submitted"),
    ("reviewed", "已点评", "Reviewed"),
    ("published", "已发布", "Published"),
    ("daily", "每日", "Daily"),
    ("weekly", "每周", "Weekly"),
    ("monthly", "每月", "Monthly"),
    ("yearly", "每年", "Yearly"),
    ("never", "从不", "Never"),
    ("auto_contact", "到期联系", "Contact due"),
    ("playbook", "跟进策略", "Playbook"),
    ("care", "客户关怀", "Care"),
    ("prediction", "采购预测", "Prediction"),
    ("alert", "预警", "Alert"),
    ("approval", "审批", "Approval"),
    ("no_deal", "长期未成交", "No deal"),
    ("in_app", "站内", "In the app"),
    ("email", "邮件", "E-mail"),
    ("sms", "短信", "Text message"),
    ("wecom", "企业微信", "WeCom"),
    ("dingtalk", "钉钉", "DingTalk"),
    ("feishu", "飞书", "Feishu"),
    ("queued", "待发送", "Waiting"),
    ("sent", "已发送", "Sent"),
    ("simulated", "模拟发送", "Simulated"),
    ("failed", "失败", "Failed"),
    ("dead", "已停止重试", "Given up"),
    // Who looks for his language knows it by its own name.
    ("zh-CN", "中文", "中文"),
    ("en", "English", "English"),
    ("leads", "线索", "Leads"),
    ("customers", "客户", "Customers"),
    ("contacts", "联系人", "Contacts"),
    ("text", "单行文本", "Text"),
    ("long_text", "多行文本", "Long text"),
    ("number", "数字", "Number"),
    ("money", "金额", "Money"),
    ("percent", "百分比", "Percentage"),
    ("date", "日期", "Date"),
    ("datetime", "日期时间", "Date and time"),
    ("select", "单选", "Single choice"),
    ("multi_select", "多选", "Multiple choice"),
    ("boolean", "是/否", "Yes or no"),
    ("phone", "电话", "Phone"),
    ("url", "网址", "Web address"),
    ("user", "人员", "Person"),
    ("department", "部门", "Department"),
    ("relation", "关联记录", "Relation"),
    ("region", "地区", "Region"),
    ("attachment", "附件", "Attachment"),
    ("image", "图片", "Image"),
    ("formula", "公式", "Formula"),
    ("auto_number", "自动编号", "Auto-number"),
];
