//! Sheets on their way in and out.

pub mod exports;
pub mod imports;
pub mod known;
pub mod names;
