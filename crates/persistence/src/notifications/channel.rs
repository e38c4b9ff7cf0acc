//! How an organisation's messages leave the product, where it is not as the installation has it.

use chrono::NaiveDate;
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
        added: &[],
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
}

/// What the organisation has set for its channels.
pub async fn all(tx: &mut Tx) -> Result<Vec<Stored>> {
    let sql = "select c.id, c.channel, c.sender, c.reply_to, c.daily_limit, a.sealed
               from notification_channels c
               left join notification_channel_addresses a on a.tenant_id = c.tenant_id and a.channel_id = c.id
               where c.tenant_id = $1 and c.deleted_at is null";
    Ok(sqlx::query_as(sql).bind(tx.tenant()).fetch_all(tx.conn()).await?)
}

/// How many went out by a channel on this day, or are on their way. Others who ask wait until the transaction ends.
pub async fn gone(tx: &mut Tx, channel: &str, today: NaiveDate) -> Result<i32> {
    let sql = "insert into notification_channel_days as d (channel, on_date, gone) values ($1, $2, 0)
               on conflict (tenant_id, channel) do update
                   set gone = case when d.on_date = excluded.on_date then d.gone else 0 end, on_date = excluded.on_date
               returning gone";
    Ok(sqlx::query_scalar(sql).bind(channel).bind(today).fetch_one(tx.conn()).await?)
}

/// So many more went out by a channel on a day, or did not after all.
pub async fn count(tx: &mut Tx, channel: &str, day: NaiveDate, more: i32) -> Result<()> {
    let sql = "update notification_channel_days set gone = greatest(gone + $4, 0)
               where tenant_id = $1 and channel = $2 and on_date = $3";
    sqlx::query(sql).bind(tx.tenant()).bind(channel).bind(day).bind(more).execute(tx.conn()).await?;
    Ok(())
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
