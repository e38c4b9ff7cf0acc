//! What happens on bad days: processes are killed, pulled apart and started twice.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod cluster;
