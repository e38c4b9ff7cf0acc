//! Fields that organisations add (12.6). Each is one more [`Column`], whose values lie in `custom`; a table as an
//! organisation has it is the product's table with these columns added.
//!
//! Definitions change a few times in a year. Each is kept once, as long as the process lasts, so that whoever reads
//! columns may hold on to them like to the product's own.

mod formula;
mod tidying;
mod values;

use std::{
    collections::HashMap,
    hash::Hash,
    ops::Deref,
    sync::{LazyLock, Mutex},
};

use guanxi_domain::{
    Access, Error, Result,
    access::{FieldRight, Mask},
    fields::Kind,
    filter::{Filter, Leaf, Op},
    platform::{
        custom_field::{CustomFieldDetails, FieldType},
        formula::{Formula, Mistake, Type},
    },
};
use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::{Postgres, QueryBuilder, types::Json};

pub use tidying::{TIDYING, ask_for_tidying, is_tidying, note, tidy};
pub use values::refuse_twins;
pub(crate) use values::{Definitions, Stored, complete, complete_new, refuse_restored};

use crate::{Column, Table, Tx, table::Write, tables};

/// A field as an organisation defined it.
pub struct CustomField {
    details: CustomFieldDetails,
    formula: Option<Formula>,
    /// The columns that its formula names.
    parts: Vec<&'static Column>,
}

impl Deref for CustomField {
    type Target = CustomFieldDetails;

    fn deref(&self) -> &CustomFieldDetails {
        &self.details
    }
}

impl CustomField {
    /// What somebody may do with it, where roles say `given`. What is sensitive is covered unless a role says that it
    /// is not; a formula tells no more than what it follows from.
    pub fn right(&self, table: &Table, access: &Access, given: FieldRight) -> FieldRight {
        let mut right = given;
        let is_told = access.fields.get(table.noun).is_some_and(|fields| fields.contains_key(&*self.key));
        if self.sensitive && !access.is_admin && !is_told {
            right.mask = right.mask.min(Mask::List);
        }
        for part in &self.parts {
            let of_part = table.right(access, part);
            right.access = right.access.min(of_part.access);
            right.mask = right.mask.min(of_part.mask);
        }
        right
    }

    /// Whether its formula names a field.
    pub fn follows_from(&self, key: &str) -> bool {
        self.parts.iter().any(|part| part.key == key)
    }

    fn is_one_of_people(&self) -> bool {
        matches!(self.kind, FieldType::User | FieldType::Department)
    }
}

impl Column {
    /// Whether it shows what is in a column: its own, or the one that its formula follows from.
    pub(crate) fn tells(&self, key: &str) -> bool {
        self.key == key || self.custom.is_some_and(|field| field.follows_from(key))
    }

    /// Whether its value is looked up in what was read of `custom`: that of an added field, or the name beside an id
    /// where names are known.
    pub(crate) fn lies_in_custom(&self, names_are_known: bool) -> bool {
        match self.custom {
            None => false,
            Some(field) if self.sql.is_some() => names_are_known && field.is_one_of_people(),
            Some(field) => field.formula.is_none(),
        }
    }
}

/// The tables as one organisation has them, by name; those that it left as they are do not stand here.
pub type OwnTables = HashMap<&'static str, Own>;

/// A table as one organisation has it.
#[derive(Clone)]
pub struct Own {
    pub table: &'static Table,
    /// All that was ever added and not purged.
    pub(crate) defined: Definitions,
}

pub(crate) struct Defined {
    pub details: CustomFieldDetails,
    /// Whether it lies in the recycle bin.
    resting: bool,
}

/// Reads which columns the organisation added.
pub(crate) async fn read(tx: &mut Tx) -> Result<OwnTables> {
    let fields: Vec<(Json<CustomFieldDetails>, bool)> = sqlx::query_as(
        "select to_jsonb(f) - array['tenant_id', 'id', 'version', 'created_at', 'created_by', 'updated_at',
             'updated_by', 'deleted_at', 'deleted_by'], deleted_at is not null
         from custom_fields f where tenant_id = $1 order by position, id",
    )
    .bind(tx.tenant())
    .fetch_all(tx.conn())
    .await?;
    let mut by_resource: HashMap<String, Vec<Defined>> = HashMap::new();
    for (Json(details), resting) in fields {
        by_resource.entry(details.resource.to_string()).or_default().push(Defined { details, resting });
    }
    let mut own = OwnTables::new();
    for (resource, defined) in by_resource {
        if let Some(table) = tables::by_path(&resource).filter(|table| table.is_open()) {
            let used: Vec<_> = defined.iter().filter(|field| !field.resting).map(|field| &field.details).collect();
            own.insert(table.name, Own { table: extended(table, &used)?, defined: defined.into() });
        }
    }
    Ok(own)
}

/// A table with these fields added.
fn extended(table: &'static Table, fields: &[&CustomFieldDetails]) -> Result<&'static Table> {
    if fields.is_empty() {
        return Ok(table);
    }
    static KEPT: LazyLock<Kept<[u8; 32], Table>> = LazyLock::new(Kept::default);
    let definition = serde_json::to_string(fields).map_err(Error::unexpected)?;
    KEPT.get(Sha256::digest(format!("{} {definition}", table.name)).into(), || {
        let (computed, plain): (Vec<_>, Vec<_>) =
            fields.iter().copied().partition(|field| field.kind == FieldType::Formula);
        let mut added: Vec<&'static Column> = Vec::with_capacity(fields.len());
        for field in plain {
            added.extend(columns_of(table, field, None, Vec::new())?);
        }
        let plain = added.clone();
        for field in computed {
            // A formula of which a field is gone says nothing until that comes back.
            let Ok((formula, parts)) = formula_of(table, &plain, field.formula.as_deref().unwrap_or_default()) else {
                continue;
            };
            added.extend(columns_of(table, field, Some(formula), parts)?);
        }
        let place = |column: &&'static Column| column.custom.map_or(0, |field| field.position);
        added.sort_by_key(place);
        Ok(Table { added: Box::leak(added.into_boxed_slice()), ..*table })
    })
}

/// Reads a formula over the columns of a table. Formulas do not follow from formulas.
pub fn read_formula(table: &'static Table, text: &str) -> Result<Formula, Mistake> {
    let plain: Vec<&'static Column> = table
        .added
        .iter()
        .copied()
        .filter(|column| column.custom.is_none_or(|field| field.formula.is_none()))
        .collect();
    formula_of(table, &plain, text).map(|(formula, _)| formula)
}

fn formula_of(
    table: &'static Table,
    added: &[&'static Column],
    text: &str,
) -> Result<(Formula, Vec<&'static Column>), Mistake> {
    let base = table.columns.iter().chain(&crate::table::COMMON).filter(|column| column.is_stored() && column.filter);
    let columns: Vec<&'static Column> = base.chain(added.iter().copied().filter(|column| column.is_stored())).collect();
    let find = |key: &str| columns.iter().copied().find(|column| column.key == key);
    let formula = Formula::read(text, |key| Type::of(find(key)?.kind))?;
    let parts = formula.fields.iter().filter_map(|key| find(key)).collect();
    Ok((formula, parts))
}

fn of_part(part: &Column) -> Result<String> {
    part.custom
        .map_or_else(|| Ok(String::new()), |field| serde_json::to_string(&field.details).map_err(Error::unexpected))
}

/// The columns of a field: its own, and for an id the name of what it names.
fn columns_of(
    table: &Table,
    field: &CustomFieldDetails,
    formula: Option<Formula>,
    parts: Vec<&'static Column>,
) -> Result<Vec<&'static Column>> {
    static KEPT: LazyLock<Kept<[u8; 32], Vec<&'static Column>>> = LazyLock::new(Kept::default);
    let definition = serde_json::to_string(field).map_err(Error::unexpected)?;
    // What it follows from has a say in who sees it.
    let around = |part: &&Column| Ok(format!("{}:{:?}:{}", part.key, part.kind, of_part(part)?));
    let around: Vec<String> = parts.iter().map(around).collect::<Result<_>>()?;
    let name = format!("{} {definition} {around:?}", table.name);
    let columns = KEPT.get(Sha256::digest(name).into(), || {
        let result = formula.as_ref().map(|formula| formula.result.kind());
        let custom = Box::leak(Box::new(CustomField { details: field.clone(), formula, parts }));
        let details = &custom.details;
        let kind = result.unwrap_or_else(|| details.column_kind(kept));
        let labels = [kept(&details.label), kept(details.label_en.as_deref().unwrap_or(&details.label))];
        let mut column = Column::new(kept(&details.key), kind, labels[0], labels[1]);
        column.custom = Some(custom);
        column.max_length = details.kind.is_typed_text().then(|| u16::try_from(details.longest()).ok()).flatten();
        if details.kind.is_computed() {
            column.write = Write::Never;
        }
        let mut columns = vec![leaked(column)];
        if let Some(source) = name_source(kind) {
            let key = kept(&format!("{}_name", details.key));
            let sql = kept(&format!(
                "(select n.name from {source} n where n.tenant_id = t.tenant_id and n.id = (t.custom ->> '{}')::uuid)",
                details.key
            ));
            let mut named = Column::new(key, Kind::Text, labels[0], labels[1]).computed(sql);
            named.custom = Some(custom);
            columns.push(leaked(named));
        }
        Ok(columns)
    })?;
    Ok(columns.clone())
}

/// The table that names what ids of this kind name.
fn name_source(kind: Kind) -> Option<&'static str> {
    tables::by_path(kind.target()?).map(|table| table.name)
}

fn leaked(column: Column) -> &'static Column {
    Box::leak(Box::new(column))
}

/// A text that lasts as long as the process, once.
fn kept(text: &str) -> &'static str {
    static TEXTS: LazyLock<Kept<String, String>> = LazyLock::new(Kept::default);
    TEXTS.get(text.to_owned(), || Ok(text.to_owned())).map_or("", String::as_str)
}

/// What is made once and lasts as long as the process.
struct Kept<K, V: 'static>(Mutex<HashMap<K, &'static V>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash, V> Kept<K, V> {
    fn get(&self, key: K, make: impl FnOnce() -> Result<V>) -> Result<&'static V> {
        let find = |kept: &HashMap<K, &'static V>| kept.get(&key).copied();
        let lock = || self.0.lock().map_err(|_| Error::unexpected("what is kept was left half written"));
        if let Some(known) = find(&*lock()?) {
            return Ok(known);
        }
        // What it is made of is kept here too: nothing is locked meanwhile.
        let made = make()?;
        Ok(lock()?.entry(key).or_insert_with(|| Box::leak(Box::new(made))))
    }
}

/// Writes the value of an added column as an expression over the row `t`. Names are those of fields, which are letters,
/// digits and `_`.
pub(crate) fn push_value(sql: &mut QueryBuilder<Postgres>, column: &Column, field: &CustomField, tx: &Tx) {
    if let Some(formula) = &field.formula {
        return formula::push(sql, field, formula, tx);
    }
    let (open, close) = match column.kind {
        Kind::Items(_) => ("(t.custom -> '", "')"),
        Kind::Decimal | Kind::Money => ("(t.custom ->> '", "')::numeric"),
        Kind::Int => ("(t.custom ->> '", "')::bigint"),
        Kind::Bool => ("(t.custom ->> '", "')::boolean"),
        Kind::Date => ("(t.custom ->> '", "')::date"),
        Kind::Timestamp => ("(t.custom ->> '", "')::timestamptz"),
        Kind::Id | Kind::User | Kind::Department | Kind::Reference(_) => ("(t.custom ->> '", "')::uuid"),
        Kind::Text
        | Kind::LongText
        | Kind::Phone
        | Kind::Email
        | Kind::Url
        | Kind::Choice(_)
        | Kind::Dictionary(_)
        | Kind::Tags
        | Kind::Ids(_)
        | Kind::Json => ("(t.custom ->> '", "')"),
    };
    sql.push(open).push(column.key).push(close);
}

/// The words of the index under which a test finds what passes it; none where the index does not know.
pub(crate) fn words_of(column: &Column, leaf: &Leaf, tx: &Tx) -> Option<Vec<String>> {
    const MOST: usize = 20;
    let field = column.custom.filter(|field| field.has_tokens())?;
    let asks = matches!(leaf.op, Op::Eq | Op::In) || (leaf.op == Op::Contains && matches!(column.kind, Kind::Items(_)));
    let single = std::slice::from_ref(&leaf.value);
    let values = leaf.value.as_array().map_or(single, Vec::as_slice);
    if !asks || values.is_empty() || values.len() > MOST {
        return None;
    }
    let is_id = column.kind.sql() == "uuid";
    let word = |value: &Value| match (is_id, value.as_str()?) {
        (true, "me") => Some(field.token(&uuid::Uuid::from(tx.actor().user?).to_string())),
        (true, id) => Some(field.token(&id.parse::<uuid::Uuid>().ok()?.to_string())),
        (false, text) => Some(field.token(text)),
    };
    values.iter().map(word).collect()
}

/// All words that a filter asks the index for, as far as they narrow the whole of it.
pub(crate) fn words_in(filter: &Filter, table: &'static Table, tx: &Tx) -> Vec<Vec<String>> {
    match filter {
        Filter::And(parts) => parts.iter().flat_map(|part| words_in(part, table, tx)).collect(),
        Filter::Leaf(leaf) => {
            table.column(&leaf.field).and_then(|column| words_of(column, leaf, tx)).into_iter().collect()
        }
        Filter::Or(_) | Filter::Not(_) => Vec::new(),
    }
}
