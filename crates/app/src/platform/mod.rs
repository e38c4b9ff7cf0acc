//! What an organisation sets up for itself, and what is alike for every kind of record.

pub mod schedules;
