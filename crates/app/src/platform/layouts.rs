//! How people see the records of a kind, and what is asked of them when they save one (12.6).

use guanxi_domain::{
    Code, Error, FieldCode, FieldError, Permission, Result, access, filter::Filter, filter_eval::Moment,
    platform::layout::LayoutDetails, settings,
};
use guanxi_persistence::{
    Locked, Table, Tx,
    platform::layouts::{self as store},
    read, tables,
};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    added, body,
    records::{Editable, Saved, insert, save},
};

pub use guanxi_persistence::platform::layouts::Layout;

impl Editable for Layout {
    type Details = LayoutDetails;
    const CREATE: Permission = access::layout::UPDATE;
    const UPDATE: Permission = access::layout::UPDATE;
    const DELETE: Permission = access::layout::UPDATE;

    async fn create(tx: &mut Tx, details: LayoutDetails) -> Result<Saved> {
        check(tx, &details).await?;
        Ok(Saved::new(insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: LayoutDetails) -> Result<Saved> {
        check(tx, &details).await?;
        save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }
}

/// Refuses fields that there are not, and conditions that a list would refuse.
async fn check(tx: &mut Tx, details: &LayoutDetails) -> Result<()> {
    let table = tables::by_path(&details.resource).filter(|table| table.is_open());
    let table = tx.table(table.ok_or_else(|| Error::field("/resource", FieldCode::NotOneOf))?).await?;
    let mut wrong = Vec::new();
    let mut conditions = vec![("/condition".to_owned(), details.condition.as_ref())];
    let mut seen = std::collections::HashSet::new();
    for (section, fields) in details.sections.iter().map(|section| &section.fields).enumerate() {
        for (index, placed) in fields.iter().enumerate() {
            let at = format!("/sections/{section}/fields/{index}");
            if !table.has(&placed.key) {
                wrong.push(FieldError::new(format!("{at}/key"), FieldCode::UnknownField));
            } else if !seen.insert(placed.key.as_str()) {
                wrong.push(FieldError::new(format!("{at}/key"), FieldCode::Duplicate));
            }
            conditions.push((format!("{at}/show_when"), placed.show_when.as_ref()));
            conditions.push((format!("{at}/require_when"), placed.require_when.as_ref()));
        }
    }
    for (index, key) in details.list_columns.iter().enumerate() {
        if !table.has(key) {
            wrong.push(FieldError::new(format!("/list_columns/{index}"), FieldCode::UnknownField));
        }
    }
    for (pointer, condition) in conditions {
        let Some(condition) = condition.filter(|condition| !condition.is_null()) else { continue };
        let checked = match Filter::from_value(condition) {
            Ok(filter) => read::check(tx, table, Some(&filter), Vec::new()).await,
            Err(error) => Err(error),
        };
        match checked {
            Err(Error::Refused(refusal)) if refusal.code != Code::FieldForbidden => {
                wrong.push(FieldError::new(pointer, FieldCode::Invalid));
            }
            other => other?,
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

/// Refuses what the caller's layout asks of a record that is not there: `held` is the record before, `written` what he
/// wrote of it.
pub(crate) async fn ask(
    tx: &mut Tx,
    table: &Table,
    details: &impl Serialize,
    held: Option<&Map<String, Value>>,
    written: &[&str],
) -> Result<()> {
    let layouts = store::of_caller(tx, table).await?;
    if layouts.is_empty() {
        return Ok(());
    }
    let mut record = held.cloned().unwrap_or_default();
    record.extend(body::object(details)?);
    let fiscal_start_month = guanxi_persistence::settings::load(tx).await?.get(settings::FISCAL_START_MONTH);
    let me = tx.actor().user.map(|user| user.to_string());
    let moment = Moment { today: tx.today(), zone: tx.actor().zone, fiscal_start_month, me: me.as_deref() };
    let Some(layout) = layouts.iter().find(|known| known.details.fits(&record, &moment)) else { return Ok(()) };
    let mut wrong = layout.details.missing(&record, written, &moment);
    // What somebody may not write is not asked of him, nor what there is no more.
    wrong.retain(|flaw| {
        let column = flaw.pointer.strip_prefix('/').and_then(|key| table.column(key));
        flaw.code != FieldCode::Required
            || column.is_some_and(|column| added::may_write(table, &tx.actor().access, column))
    });
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}
