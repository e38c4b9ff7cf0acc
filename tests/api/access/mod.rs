//! Signing in, people and their rights.

mod keys;
mod people;
mod scopes;
mod sessions;
