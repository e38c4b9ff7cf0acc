//! Tenants, people and their rights, sessions, keys, and the log of who did what.

pub mod accounts;
pub mod api_key;
pub mod audit;
pub mod department;
pub mod rights;
pub mod role;
pub mod sessions;
pub mod user;

pub use api_key::ApiKey;
pub use department::Department;
pub use role::Role;
pub use user::User;
