//! What happens on bad days: processes are killed, started twice, and started by those who may little.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod binary;
mod cluster;
mod folder;
mod import;
mod messages;
mod night;
#[expect(dead_code, reason = "only the mail server of the two is needed here")]
#[path = "../api/sink.rs"]
mod sink;
