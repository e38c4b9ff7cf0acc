//! What runs: configuration, telemetry, the embedded database, the server and the command line.

mod admin;
mod channels;
mod cli;
pub mod config;
mod database;
mod demo;
pub mod embedded;
mod secret_file;
mod server;
mod telemetry;
mod web;

pub use cli::command_line;
pub use database::Database;
pub use server::{Running, start};
