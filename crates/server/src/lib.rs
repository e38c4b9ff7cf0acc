//! What runs: configuration, telemetry, the embedded database, the server and the command line.

pub mod config;
pub mod embedded;
