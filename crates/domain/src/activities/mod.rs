//! What was said and done with leads, customers and contacts, and what is to be (4).

pub mod activity;
pub mod call;
pub mod comment;
pub mod event;
pub mod plan;
pub mod playbook;
pub mod report;
pub mod rhythm;
pub mod visit;
