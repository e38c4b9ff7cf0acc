//! What an organisation sets up for itself: words, numbering, saved views (12).

pub mod dictionary;
pub mod numbering_rule;
pub mod view;
