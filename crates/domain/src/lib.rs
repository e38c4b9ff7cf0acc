//! What is true in Guanxi: types, rules, state machines, permissions, errors. No I/O, no clock.

pub mod access;
pub mod activities;
pub mod calendar;
pub mod customers;
pub mod demo;
pub mod dictionaries;
pub mod duplicates;
pub mod error;
pub mod fields;
pub mod filter;
pub mod filter_eval;
pub mod ids;
pub mod leads;
pub mod life;
pub mod money;
pub mod notifications;
pub mod numbering;
pub mod opportunities;
pub mod ownership;
pub mod page;
pub mod password;
pub mod platform;
pub mod roles;
pub mod search;
pub mod settings;
pub mod text;
pub mod time;
pub mod transfer;
pub mod uscc;

pub use access::{Access, Actor, ActorKind, Permission, Reach, Scope};
pub use error::{Code, Error, FieldCode, FieldError, Result};
pub use ids::*;
