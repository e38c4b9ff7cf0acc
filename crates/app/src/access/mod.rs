//! Who is let in and as whom: organisations, sign-in, sessions, passwords, keys.

pub mod api_keys;
mod departments;
mod gate;
mod keys;
mod passwords;
mod roles;
pub mod sign_in;
mod tokens;
pub mod users;

pub use passwords::random_password;

pub use gate::{Admitted, Credentials, Gate, GateConfig, Rate};
