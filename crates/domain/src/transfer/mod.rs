//! Import and export: what a sheet's cells mean, which column is which field, and the lives of both (12.10).

pub mod cell;
pub mod export;
pub mod import;
pub mod mapping;

pub use cell::{Cell, Names};
pub use export::{ExportStatus, Format};
pub use import::{Counts, Duplicates, Import, ImportStatus, Mode, Outcome, Working};
