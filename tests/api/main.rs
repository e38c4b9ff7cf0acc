//! What the API does, told over HTTP against one running server; each test is a tenant of its own.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod access;
mod activities;
mod calendars;
mod contract;
mod customers;
mod fields;
mod hostile;
mod invariants;
mod kit;
mod leads;
mod lists;
mod locks;
mod nights;
mod notifications;
mod operations;
mod opportunities;
mod pitfalls;
mod platform;
mod recycling;
mod sea;
mod server;
mod sink;
mod telling;
mod told;
mod transfer;
mod webhooks;
