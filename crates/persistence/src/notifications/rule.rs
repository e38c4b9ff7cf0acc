//! An organisation's own rules and words, which stand in place of the product's.

use guanxi_domain::{
    Permission, Result,
    access::{notification_rule, notification_template},
    fields::Kind,
};
use serde_json::Value;
use sqlx::FromRow;

use crate::{Action, Column, Record, ScopeRule, Table, Tx};

/// How messages get to people.
pub const CHANNEL: Kind = Kind::Choice(guanxi_domain::notifications::rule::Channel::WORDS);

pub struct Rule;

impl Record for Rule {
    const READ: Permission = notification_rule::READ;
    const TABLE: &'static Table = &Table {
        name: "notification_rules",
        noun: "notification_rule",
        label: ["通知规则", "Notification rule"],
        columns: &[
            Column::new("event", Kind::Text, "事件", "Event").required().max(100),
            Column::new("recipients", Kind::Json, "接收人", "Recipients").required(),
            Column::new("channels", Kind::Tags, "渠道", "Channels").filled(),
            Column::new("urgent", Kind::Bool, "紧急", "Urgent").filled(),
            Column::new("is_active", Kind::Bool, "启用", "Active").filled(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", notification_rule::UPDATE), Action::new("delete", notification_rule::DELETE)],
        sort: "-created_at",
        shown: &["event", "recipients", "channels", "urgent", "is_active"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

pub struct Template;

impl Record for Template {
    const READ: Permission = notification_template::READ;
    const TABLE: &'static Table = &Table {
        name: "notification_templates",
        noun: "notification_template",
        label: ["通知模板", "Notification template"],
        columns: &[
            Column::new("event", Kind::Text, "事件", "Event").required().max(100),
            Column::new("channel", CHANNEL, "渠道", "Channel").required(),
            Column::new("locale", Kind::Choice(&["zh-CN", "en"]), "语言", "Language").required(),
            Column::new("subject", Kind::Text, "标题", "Subject").required().max(200),
            Column::new("body", Kind::LongText, "正文", "Body").required().max(5000),
        ],
        scope: ScopeRule::Tenant,
        actions: &[
            Action::new("update", notification_template::UPDATE),
            Action::new("delete", notification_template::DELETE),
            Action::new("test", notification_template::UPDATE),
        ],
        sort: "-created_at",
        shown: &["event", "channel", "locale", "subject"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

#[derive(Debug, Clone, FromRow)]
pub struct StoredRule {
    pub event: String,
    pub recipients: Value,
    pub channels: Vec<String>,
    pub urgent: bool,
    pub is_active: bool,
}

/// The organisation's own rules.
pub async fn rules(tx: &mut Tx) -> Result<Vec<StoredRule>> {
    let sql = "select event, recipients, channels, urgent, is_active from notification_rules
               where tenant_id = $1 and deleted_at is null order by id";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).fetch_all(tx.conn()).await?)
}

#[derive(Debug, Clone, FromRow)]
pub struct StoredTemplate {
    pub event: String,
    pub channel: String,
    pub locale: String,
    pub subject: String,
    pub body: String,
}

/// The organisation's own words.
pub async fn templates(tx: &mut Tx) -> Result<Vec<StoredTemplate>> {
    let sql = "select event, channel, locale, subject, body from notification_templates
               where tenant_id = $1 and deleted_at is null";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).fetch_all(tx.conn()).await?)
}
