//! Opportunities, the pipelines that they go through, and whom they are won against.

pub mod age;
pub mod alerts;
pub mod competitor;
pub mod exchange_rate;
pub mod forecast;
pub mod history;
pub mod opportunity;
pub mod pipeline;
pub mod stage;
