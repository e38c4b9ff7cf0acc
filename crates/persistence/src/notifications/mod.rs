//! Who is told of what: rules, words, messages, how they went out, and up to where the events were read.

pub mod channel;
mod delivery;
pub mod dispatch;
mod notification;
pub mod people;
mod rule;
pub mod sending;
pub mod webhook;

pub use channel::NotificationChannel;
pub use delivery::Delivery;
pub use notification::{Fresh, Gathered, Notification, Told, fresh, gathered, mark_read, tell, unread};
pub use rule::{Rule, StoredRule, StoredTemplate, Template, rules, templates};
