//! How messages went out.

use guanxi_domain::{Permission, access::notification_delivery, fields::Kind, notifications::delivery::DeliveryStatus};

use super::rule::CHANNEL;
use crate::{Action, Column, Record, ScopeRule, Table, table::named};

pub struct Delivery;

impl Record for Delivery {
    const READ: Permission = notification_delivery::READ;
    const TABLE: &'static Table = &Table {
        name: "notification_deliveries",
        noun: "notification_delivery",
        label: ["通知发送记录", "Notification delivery"],
        columns: &[
            Column::new("notification_id", Kind::Id, "通知", "Notification").never(),
            Column::new("event", Kind::Text, "事件", "Event").filled().never(),
            Column::new("recipient_id", Kind::User, "接收人", "Recipient").filled().never(),
            Column::new("recipient_name", Kind::Text, "接收人", "Recipient").named(named!("users", "recipient_id")),
            Column::new("channel", CHANNEL, "渠道", "Channel").filled().never(),
            Column::new("address", Kind::Text, "地址", "Address").never(),
            Column::new("subject", Kind::Text, "标题", "Subject").filled().never(),
            Column::new("status", Kind::Choice(DeliveryStatus::WORDS), "状态", "Status").filled().never(),
            Column::new("tries", Kind::Int, "尝试次数", "Tries").filled().never(),
            Column::new("next_try_at", Kind::Timestamp, "下次尝试", "Next try").never(),
            Column::new("error", Kind::Text, "错误", "Error").never(),
            Column::new("sent_at", Kind::Timestamp, "发送时间", "Sent at").never(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("retry", notification_delivery::RETRY).when(&["failed", "simulated"])],
        sort: "-created_at",
        shown: &["event", "recipient_name", "channel", "status", "tries", "error", "created_at"],
        added: &[],
        searchable: false,
        internal: &["body", "urgent"],
    };
}
