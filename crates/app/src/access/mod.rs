//! Who is let in and as whom: organisations, sign-in, sessions, passwords, keys.

mod gate;
mod keys;
mod passwords;
pub mod sign_in;
mod tokens;

pub use gate::{Admitted, Credentials, Gate, GateConfig, Rate};
