//! Who is told of what, in which words, by which channel, and when (0.8).

pub mod channel;
pub mod delivery;
pub mod event;
pub mod people;
pub mod preset;
pub mod rule;
pub mod template;
pub mod webhook;
