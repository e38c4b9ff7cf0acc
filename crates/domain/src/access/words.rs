//! What permissions are called.

const WORDS: &[(&str, &str, &str)] = &[
    ("lead", "线索", "Leads"),
    ("lead_pool", "线索池", "Lead pools"),
    ("assignment_rule", "分配规则", "Assignment rules"),
    ("scoring_rule", "评分规则", "Scoring rules"),
    ("capacity_rule", "库容规则", "Capacity rules"),
    ("customer", "客户", "Customers"),
    ("customer_relation", "客户关系", "Customer relations"),
    ("customer_knowledge", "客户知识", "Customer knowledge"),
    ("knowledge_subscription", "知识订阅", "Knowledge subscriptions"),
    ("customer_pool", "公海", "Public seas"),
    ("contact", "联系人", "Contacts"),
    ("opportunity", "商机", "Opportunities"),
    ("pipeline", "销售流程", "Pipelines"),
    ("stage", "商机阶段", "Stages"),
    ("competitor", "竞争对手", "Competitors"),
    ("forecast", "销售预测", "Forecasts"),
    ("exchange_rate", "汇率", "Exchange rates"),
    ("activity", "跟进记录", "Activities"),
    ("follow_up_plan", "跟进计划", "Follow-up plans"),
    ("visit", "拜访签到", "Visits"),
    ("call", "通话记录", "Calls"),
    ("email", "邮件记录", "E-mails"),
    ("calendar_event", "日程", "Calendar"),
    ("work_report", "工作报告", "Work reports"),
    ("playbook", "跟进策略", "Playbooks"),
    ("department", "部门", "Departments"),
    ("user", "用户", "Users"),
    ("role", "角色", "Roles"),
    ("api_key", "接口密钥", "API keys"),
    ("setting", "系统设置", "Settings"),
    ("calendar", "工作日历", "Work calendars"),
    ("custom_field", "自定义字段", "Custom fields"),
    ("layout", "页面布局", "Layouts"),
    ("dictionary", "数据字典", "Dictionaries"),
    ("numbering_rule", "编号规则", "Numbering rules"),
    ("view", "视图", "Views"),
    ("recycle_bin", "回收站", "Recycle bin"),
    ("audit_log", "审计日志", "Audit log"),
    ("job", "后台任务", "Jobs"),
    ("notification", "通知", "Notifications"),
    ("notification_rule", "通知规则", "Notification rules"),
    ("notification_template", "通知模板", "Notification templates"),
    ("notification_channel", "通知渠道", "Notification channels"),
    ("notification_delivery", "通知发送记录", "Notification deliveries"),
    ("webhook", "Webhook", "Webhooks"),
    ("read", "查看", "View"),
    ("create", "新建", "Create"),
    ("update", "编辑", "Edit"),
    ("delete", "删除", "Delete"),
    ("claim", "领取", "Claim"),
    ("assign", "分配", "Assign"),
    ("return", "退回", "Return"),
    ("release", "释放", "Release"),
    ("transfer", "转移", "Transfer"),
    ("invalidate", "标记无效", "Mark invalid"),
    ("restore", "恢复", "Restore"),
    ("convert", "转换", "Convert"),
    ("import", "导入", "Import"),
    ("export", "导出", "Export"),
    ("merge", "合并", "Merge"),
    ("create_duplicate", "允许重复创建", "Create duplicate"),
    ("lock", "锁定", "Lock"),
    ("move", "移动到其他公海", "Move between pools"),
    ("disable", "停用与启用", "Disable and enable"),
    ("reset_password", "重置密码", "Reset password of"),
    ("set_key_account", "设置大客户", "Set key account"),
    ("publish", "发布", "Publish"),
    ("close", "赢单、输单与放弃", "Win, lose and abandon"),
    ("reopen", "重新打开", "Reopen"),
    ("override", "调整预测", "Override the forecast of"),
    ("submit", "提交", "Submit"),
    ("share", "共享", "Share"),
    ("purge", "彻底删除", "Purge"),
    ("run", "运行", "Run"),
    ("retry", "重试", "Retry"),
    ("replay", "重放", "Replay"),
    ("review", "点评", "Review"),
];

/// What an object or an action is called, Chinese and English.
pub fn words(name: &str) -> [String; 2] {
    let known = WORDS.iter().find(|(code, _, _)| *code == name);
    known.map_or_else(|| [name.to_owned(), name.to_owned()], |(_, zh, en)| [(*zh).to_owned(), (*en).to_owned()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_permission_has_words() {
        for permission in crate::access::catalogue() {
            for part in [permission.object(), permission.action()] {
                assert!(WORDS.iter().any(|(code, _, _)| *code == part), "{part} has no words");
            }
        }
    }
}
