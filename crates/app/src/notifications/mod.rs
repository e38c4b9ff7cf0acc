//! People are told of what happens: rules say who, in his language, as far as he may see it (0.8).

mod calls;
pub mod catalogue;
mod compose;
pub mod dispatch;
pub mod inbox;
mod readers;
mod recipients;
pub mod rules;
pub mod sending;
pub mod webhooks;
