//! People are told of what happens: rules say who, in his language, as far as he may see it (0.8).

mod calls;
pub mod catalogue;
pub mod channels;
mod compose;
pub mod dispatch;
pub mod inbox;
mod readers;
mod recipients;
pub mod rules;
mod seen;
pub mod sending;
mod tell;
pub mod webhooks;
