//! Activities and what belongs to them: plans, visits, calls, calendars, reports.

pub mod about;
pub mod activity;
pub mod call;
pub mod color;
pub mod comment;
pub mod dates;
pub mod event;
pub mod plan;
pub mod playbook;
pub mod report;
pub mod timeline;
pub mod todo;
pub mod visit;
