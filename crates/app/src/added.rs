//! Fields that an organisation added, as bodies carry them: beside the product's own, and kept together.

use guanxi_domain::{Access, FieldCode, FieldError, access::FieldAccess};
use guanxi_persistence::{
    Column, Table,
    table::{CUSTOM, Write},
};
use serde_json::{Map, Value};

/// Takes the added fields out of a body, checks them, and lays them together over what the record holds; a new one
/// begins with their defaults. Answers with what is wrong with them.
pub fn gather(table: &Table, body: &mut Map<String, Value>, held: Option<&Value>) -> Vec<FieldError> {
    if table.added.is_empty() {
        return Vec::new();
    }
    let mut wrong = Vec::new();
    let mut custom = held.and_then(Value::as_object).cloned().unwrap_or_default();
    for column in table.added.iter().filter(|column| column.is_stored()) {
        let Some(field) = column.custom else { continue };
        let usual = field.default_value.as_ref().filter(|_| held.is_none()).cloned();
        let Some(value) = body.remove(column.key).or(usual) else { continue };
        match field.read(&value) {
            Ok(Value::Null) => {
                custom.remove(column.key);
            }
            Ok(value) => {
                custom.insert(column.key.to_owned(), value);
            }
            Err(flaw) => wrong.push(flaw),
        }
    }
    body.insert(CUSTOM.to_owned(), Value::Object(custom));
    wrong
}

/// The required fields that a gathered body leaves empty. What somebody may not write is not asked of him.
pub fn missing(table: &Table, access: &Access, body: &Map<String, Value>) -> Vec<FieldError> {
    let is_empty = |key: &str| body.get(CUSTOM).and_then(|custom| custom.get(key)).is_none();
    let required = table.added.iter().filter(|column| column.custom.is_some_and(|field| field.required));
    let missing =
        required.filter(|column| column.is_stored() && is_empty(column.key) && may_write(table, access, column));
    missing.map(|column| FieldError::new(format!("/{}", column.key), FieldCode::Required)).collect()
}

pub fn may_write(table: &Table, access: &Access, column: &Column) -> bool {
    table.right(access, column).access == FieldAccess::Write
}

/// What a record hands on to one that it becomes: fields that both have, of the same kind.
pub fn handed_on(from: &Table, to: &Table, held: &Map<String, Value>) -> Map<String, Value> {
    let fits = |key: &str| {
        let [old, new] = [from, to].map(|table| table.added.iter().find(|column| column.key == key));
        let same = old.zip(new).filter(|(old, new)| old.kind == new.kind && new.write == Write::Free);
        same.is_some_and(|(_, new)| new.is_stored())
    };
    let custom = held.get(CUSTOM).and_then(Value::as_object).into_iter().flatten();
    custom.filter(|(key, _)| fits(key)).map(|(key, value)| (key.clone(), value.clone())).collect()
}
