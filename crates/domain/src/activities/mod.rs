//! What was said and done with leads, customers and contacts (4).

pub mod activity;
pub mod rhythm;
