//! What an organisation sets up for itself, and what is alike for every kind of record.

pub mod calendars;
pub mod custom_fields;
pub mod dictionaries;
pub mod layouts;
pub mod numbering_rules;
pub mod recycle_bin;
pub mod retention;
pub mod schedules;
pub mod settings;
pub mod views;
