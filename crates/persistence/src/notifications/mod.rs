//! Who is told of what: rules, words, messages, how they went out, and up to where the events were read.

mod delivery;
pub mod dispatch;
mod notification;
pub mod people;
mod rule;
pub mod sending;
pub mod webhook;

pub use delivery::Delivery;
pub use notification::{Fresh, Notification, Told, fresh, mark_read, tell, unread};
pub use rule::{Rule, StoredRule, StoredTemplate, Template, rules, templates};
