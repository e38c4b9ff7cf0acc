//! What is done to opportunities and to the pipelines that they go through.

pub mod board;
pub mod competitor;
mod evidence;
pub mod exchange_rate;
pub mod forecast;
pub mod history;
pub mod nightly;
pub mod opportunity;
pub mod pipeline;
mod sheet;
pub mod stage;
pub mod verbs;
