//! What was said and done, as it is stored; and the time-line that it is part of.

pub mod activity;
pub mod color;
pub mod dates;
pub mod timeline;
