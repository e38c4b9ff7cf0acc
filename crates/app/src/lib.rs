//! What is done: one function per verb, the same whether a request, a bulk request, an import or a job asks for it.

pub mod access;
pub mod activities;
mod added;
pub mod body;
pub mod customers;
pub mod leads;
pub mod notifications;
pub mod opportunities;
pub mod ownership;
pub mod platform;
pub mod records;
pub mod transfer;
pub mod worker;
