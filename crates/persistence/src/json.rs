//! Rows become JSON here, straight from PostgreSQL's binary format: no struct, no second copy of the text.

use std::io::Write as _;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use chrono_tz::Tz;
use guanxi_domain::{Error, Result, fields::Kind};
use rust_decimal::Decimal;
use serde::Serialize;
use sqlx::{Decode, Postgres, Row, ValueRef, postgres::PgRow};
use uuid::Uuid;

/// Writes the value in column `index` as JSON.
pub fn write_value(out: &mut Vec<u8>, row: &PgRow, index: usize, kind: Kind, zone: Tz) -> Result<()> {
    let raw = row.try_get_raw(index)?;
    if raw.is_null() {
        out.extend_from_slice(b"null");
        return Ok(());
    }
    match kind {
        Kind::Id | Kind::User | Kind::Department | Kind::Reference(_) => {
            let mut buffer = Uuid::encode_buffer();
            let text = decode::<Uuid>(raw)?.hyphenated().encode_lower(&mut buffer).as_bytes().to_vec();
            out.push(b'"');
            out.extend_from_slice(&text);
            out.push(b'"');
        }
        Kind::Int => {
            let mut buffer = itoa::Buffer::new();
            out.extend_from_slice(buffer.format(integer(raw)?).as_bytes());
        }
        Kind::Bool => out.extend_from_slice(if decode::<bool>(raw)? { b"true" } else { b"false" }),
        Kind::Decimal | Kind::Money => write_json(out, &decode::<Decimal>(raw)?.normalize_money(kind))?,
        Kind::Date => write!(out, "\"{}\"", decode::<NaiveDate>(raw)?).map_err(Error::unexpected)?,
        Kind::Timestamp => {
            let time = decode::<DateTime<Utc>>(raw)?.with_timezone(&zone);
            write!(out, "\"{}\"", time.to_rfc3339_opts(SecondsFormat::AutoSi, false)).map_err(Error::unexpected)?;
        }
        Kind::Tags | Kind::Items(_) => write_json(out, &decode::<Vec<String>>(raw)?)?,
        Kind::Ids(_) => write_json(out, &decode::<Vec<Uuid>>(raw)?)?,
        Kind::Json => {
            // The binary form of jsonb is a version byte and the text.
            let bytes = raw.as_bytes().map_err(Error::Unexpected)?;
            out.extend_from_slice(bytes.strip_prefix(&[1]).unwrap_or(bytes));
        }
        Kind::Text | Kind::LongText | Kind::Phone | Kind::Email | Kind::Url | Kind::Choice(_) | Kind::Dictionary(_) => {
            write_json(out, raw.as_str().map_err(Error::Unexpected)?)?
        }
    }
    Ok(())
}

/// Text of a column whose kind is stored as text.
pub fn text(row: &PgRow, index: usize) -> Result<Option<&str>> {
    let raw = row.try_get_raw(index)?;
    if raw.is_null() { Ok(None) } else { raw.as_str().map(Some).map_err(Error::Unexpected) }
}

pub fn write_json<T: Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) -> Result<()> {
    serde_json::to_writer(out, value).map_err(Error::unexpected)
}

fn decode<'r, T: Decode<'r, Postgres>>(raw: sqlx::postgres::PgValueRef<'r>) -> Result<T> {
    T::decode(raw).map_err(Error::Unexpected)
}

/// Whole numbers of any width.
fn integer(raw: sqlx::postgres::PgValueRef<'_>) -> Result<i64> {
    let bytes = raw.as_bytes().map_err(Error::Unexpected)?;
    match *bytes {
        [a, b] => Ok(i16::from_be_bytes([a, b]).into()),
        [a, b, c, d] => Ok(i32::from_be_bytes([a, b, c, d]).into()),
        _ => decode(raw),
    }
}

trait NormalizeMoney {
    fn normalize_money(self, kind: Kind) -> Decimal;
}

impl NormalizeMoney for Decimal {
    /// Money shows at least two decimals, other numbers none that say nothing.
    fn normalize_money(self, kind: Kind) -> Decimal {
        let mut value = self.normalize();
        if kind == Kind::Money && value.scale() < 2 {
            value.rescale(2);
        }
        value
    }
}
