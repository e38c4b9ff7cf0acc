//! Customers: those we deal with, or want to (3).

pub mod state;
