//! What an organisation sets up for itself: fields, words, numbering, saved views (12).

pub mod custom_field;
mod custom_value;
pub mod dictionary;
pub mod file;
pub mod formula;
pub mod layout;
pub mod numbering_rule;
pub mod view;
