//! Opportunities and the ways they go (5).

pub mod competitor;
pub mod exchange_rate;
pub mod forecast;
pub mod line;
pub mod opportunity;
pub mod pipeline;
pub mod stage;
pub mod state;
