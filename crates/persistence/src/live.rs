//! Columns whose values follow from the day and from what the organisation has set.
//!
//! They are shown by the rule of the domain, from the row that was read, and asked for by the same rule as an expression
//! in SQL: tests compare the two.

use chrono::NaiveDate;
use guanxi_domain::{Error, Result, filter::Leaf};
use serde::Serialize;
use sqlx::{Decode, Postgres, QueryBuilder, Row, Type, postgres::PgRow};

use crate::Tx;

/// How a live column is computed. It can be filtered and sorted.
pub struct Live {
    /// The stored columns that it follows from.
    pub parts: &'static [&'static str],
    /// Makes the rule ready by which it is shown.
    pub rule: fn(&Tx) -> Rule,
    /// Writes the rule as an expression over the row `t`.
    pub push: fn(&mut QueryBuilder<Postgres>, &Tx),
    /// Writes `and …` for what rows that pass a test have in common and an index can find.
    pub narrow: Option<Narrow>,
    /// The stored column that has its order, and whose right it shares.
    pub order: Option<&'static str>,
}

/// Writes a condition that follows from a test of a column.
type Narrow = fn(&mut QueryBuilder<Postgres>, &Leaf, &Tx);

/// Finds the value of a row.
pub type Rule = Box<dyn Fn(&Parts<'_>) -> Result<Option<LiveValue>> + Send + Sync>;

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum LiveValue {
    Date(NaiveDate),
    Word(&'static str),
    Bool(bool),
    Number(i64),
}

/// What a row holds of the columns that live ones follow from.
pub struct Parts<'r> {
    pub row: &'r PgRow,
    /// Where they stand.
    pub places: &'r [(&'static str, usize)],
}

impl<'r> Parts<'r> {
    pub fn get<T: Decode<'r, Postgres> + Type<Postgres>>(&self, key: &str) -> Result<T> {
        let place = self.places.iter().find(|(part, _)| *part == key);
        let (_, index) = place.ok_or_else(|| Error::unexpected(format!("{key} is no part of a live column")))?;
        Ok(self.row.try_get(*index)?)
    }
}
