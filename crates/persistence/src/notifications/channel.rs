//! How an organisation's messages leave the product, where it is not as the installation has it.

use chrono::{DateTime, Utc};
use guanxi_domain::{Permission, Result, access::notification_channel, fields::Kind};
use sqlx::FromRow;
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct NotificationChannel;

impl Record for NotificationChannel {
    const READ: Permission = notification_channel::READ;
    const TABLE: &'static Table = &Table {
        name: "notification_channels",
        noun: "notification_channel",
        label: ["通知渠道", "Notification channel"],
        columns: &[
            Column::new("channel", Kind::Choice(&["email", "sms", "wecom", "dingtalk", "feishu"]), "渠道", "Channel")
                .required()
                .once(),
            Column::new("sender", Kind::Text, "发件人名称", "Sender").max(200),
            Column::new("reply_to", Kind::Email, "回复地址", "Answers to").max(200),
            Column::new("daily_limit", Kind::Int, "每日发送上限", "Most a day"),
            Column::new("host", Kind::Text, "机器人地址", "Host of the robot").never(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[
            Action::new("update", notification_channel::UPDATE),
            Action::new("delete", notification_channel::DELETE),
            Action::new("address", notification_channel::UPDATE),
            Action::new("test", notification_channel::UPDATE),
        ],
        sort: "-created_at",
        shown: &["channel", "host", "sender", "reply_to", "daily_limit"],
        searchable: false,
        internal: &[],
    };
}

/// What an organisation has set for one channel.
#[derive(Debug, Clone, FromRow)]
pub struct Stored {
    pub id: Uuid,
    pub channel: String,
    pub sender: Option<String>,
    pub reply_to: Option<String>,
    pub daily_limit: Option<i32>,
    pub sealed: Option<Vec<u8>>,
    /// How many went out by it since a time.
    pub sent: i64,
}

/// What the organisation has set for its channels, and how much went out by them since a time.
pub async fn all(tx: &mut Tx, since: DateTime<Utc>) -> Result<Vec<Stored>> {
    let sql = "select c.id, c.channel, c.sender, c.reply_to, c.daily_limit, a.sealed,
                   case when c.daily_limit is null then 0 else (
                       select count(*) from notification_deliveries d
                       where d.tenant_id = $1 and d.channel = c.channel and d.status = 'sent' and d.sent_at >= $2
                   ) end as sent
               from notification_channels c
               left join notification_channel_addresses a on a.tenant_id = c.tenant_id and a.channel_id = c.id
               where c.tenant_id = $1 and c.deleted_at is null";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(since).fetch_all(tx.conn()).await?)
}

/// Keeps where the robot of a channel is, or forgets it.
pub async fn set_address(tx: &mut Tx, id: Uuid, host: Option<&str>, sealed: Option<&[u8]>) -> Result<()> {
    let tenant = tx.tenant();
    let connection = tx.conn();
    sqlx::query("delete from notification_channel_addresses where tenant_id = $1 and channel_id = $2")
        .bind(tenant)
        .bind(id)
        .execute(&mut *connection)
        .await?;
    if let Some(sealed) = sealed {
        sqlx::query("insert into notification_channel_addresses (channel_id, sealed) values ($1, $2)")
            .bind(id)
            .bind(sealed)
            .execute(&mut *connection)
            .await?;
    }
    sqlx::query("update notification_channels set host = $3 where tenant_id = $1 and id = $2")
        .bind(tenant)
        .bind(id)
        .bind(host)
        .execute(connection)
        .await?;
    Ok(())
}
