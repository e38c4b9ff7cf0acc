//! Import and export: sheets in, sheets out, by the same rules as every request.

pub mod sheet;
