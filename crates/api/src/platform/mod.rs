//! What an organisation sets up for itself, and what is alike for every kind of record.

mod calendars;
mod events;
mod files;
mod history;
mod jobs;
mod recycle_bin;
mod search;
mod settings;
mod test_clock;

use std::str::FromStr;

use guanxi_app::platform::{
    custom_fields::CustomFieldRecord, dictionaries::Dictionary, layouts::Layout, numbering_rules::NumberingRule,
    views::View,
};

use guanxi_domain::{Error, FieldCode, FieldError, Result};

use crate::{Endpoint, Records};

const TAG: &str = "platform";

pub fn endpoints() -> Vec<Endpoint> {
    [
        calendars::endpoints(),
        Records::editing::<CustomFieldRecord>(TAG).endpoints(),
        Records::editing::<Layout>(TAG).endpoints(),
        Records::editing::<Dictionary>(TAG).endpoints(),
        Records::editing::<NumberingRule>(TAG).endpoints(),
        Records::editing::<View>(TAG).endpoints(),
        files::endpoints(),
        recycle_bin::endpoints(),
        search::endpoints(),
        settings::endpoints(),
        events::endpoints(),
        history::endpoints(),
        jobs::endpoints(),
        test_clock::endpoints(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

const DEFAULT_LIMIT: i64 = 50;
const MAX_LIMIT: i64 = 200;

/// How many items a page is asked to have.
fn limit(asked: Option<&str>) -> Result<i64> {
    let limit = parsed("limit", asked)?.unwrap_or(DEFAULT_LIMIT);
    if (1..=MAX_LIMIT).contains(&limit) {
        return Ok(limit);
    }
    Err(malformed(FieldError::new("limit", FieldCode::OutOfRange).with("max", MAX_LIMIT)))
}

fn parsed<T: FromStr>(name: &'static str, value: Option<&str>) -> Result<Option<T>> {
    value.map(str::parse).transpose().map_err(|_| malformed(FieldError::new(name, FieldCode::WrongType)))
}

fn malformed(field: FieldError) -> Error {
    let mut error = Error::malformed(field.pointer.clone());
    if let Error::Refused(refusal) = &mut error {
        refusal.fields.push(field);
    }
    error
}

/// Cuts a page to its length; whether there was more.
fn cut<T>(items: &mut Vec<T>, limit: i64) -> bool {
    let limit = usize::try_from(limit).unwrap_or_default();
    let more = items.len() > limit;
    items.truncate(limit);
    more
}
