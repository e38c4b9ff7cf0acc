//! What is read of a record: the columns that the caller may see, and the facts that decide over rights.

use std::sync::Arc;

use chrono_tz::Tz;
use guanxi_domain::{
    Actor, Error, FieldCode, Result, UserId,
    access::{FieldAccess, FieldRight, Mask},
    error::FieldError,
    fields::Kind,
    text,
};
use serde_json::{Map, Value};
use sqlx::{Postgres, QueryBuilder, Row, postgres::PgRow};
use uuid::Uuid;

use super::{
    condition::push_target,
    cover::covering_pools,
    scope::{push_team, push_told},
};
use crate::{
    Column, Facts, ScopeRule, Table, Tx,
    custom::Stored,
    json,
    known::Known,
    live::{Parts, Rule},
    table::{COMMON, CUSTOM},
};

/// The columns of one answer. Facts come first: id, version, and status, owner, department and pool where there are.
pub struct Selection<'t> {
    table: &'t Table,
    columns: Vec<Shown<'t>>,
    /// Those whose values are looked up in what is read of `custom`, which then stands last.
    added: Vec<Shown<'t>>,
    facts: Vec<&'static str>,
    /// Where the columns stand that live ones follow from, and those of them that are read for that alone.
    parts: Vec<(&'static str, usize)>,
    unseen: Vec<&'static str>,
    /// Where these are known, the column of a name holds the id that it is the name of.
    known: Option<Arc<Known>>,
}

struct Shown<'t> {
    column: &'t Column,
    /// How it is computed, where it is live.
    rule: Option<Rule>,
    masked: bool,
    /// The pools whose members see this field covered.
    covered_in: Vec<Uuid>,
}

const FACTS: [&str; 5] = ["status", "owner_id", "owner_department_id", "pool_id", "created_by"];
/// The fact that is no column: see [`Facts::team`].
const TEAM: &str = "team";

impl<'t> Selection<'t> {
    pub fn new(table: &'t Table, tx: &Tx, fields: Option<&[String]>, listed: bool) -> Result<Self> {
        let actor = tx.actor();
        if let Some(unknown) = fields.into_iter().flatten().find(|key| !table.has(key)) {
            return Err(unknown_field("fields", unknown));
        }
        let wanted =
            |key: &str| fields.is_none_or(|fields| key == "id" || key == "version" || fields.iter().any(|f| f == key));
        let columns = table
            .all_columns()
            .filter(|column| wanted(column.key))
            .filter_map(|column| {
                let FieldRight { access, mask } = table.right(&actor.access, column);
                let masked = mask == Mask::Always || (mask == Mask::List && listed);
                let covered_in = covering_pools(table, column, actor);
                let rule = || column.live.map(|live| (live.rule)(tx));
                (access != FieldAccess::Hidden).then(|| Shown { column, rule: rule(), masked, covered_in })
            })
            .collect::<Vec<_>>();
        let known = tx.known_by_heart();
        let (added, columns) =
            columns.into_iter().partition(|shown: &Shown<'_>| shown.column.lies_in_custom(known.is_some()));
        let owned = matches!(table.scope, ScopeRule::Owned { pool: Some(_), .. });
        let mut facts: Vec<_> =
            FACTS.into_iter().filter(|key| table.has(key) && (owned || *key != "created_by")).collect();
        let has_team = matches!(table.scope, ScopeRule::Owned { team: Some(_), .. } | ScopeRule::Told(_));
        facts.extend(has_team.then_some(TEAM));
        let mut selection = Self { table, columns, added, facts, parts: Vec::new(), unseen: Vec::new(), known };
        selection.place_parts();
        Ok(selection)
    }

    fn place_parts(&mut self) {
        let first = 2 + self.facts.len();
        for part in self.columns.iter().filter_map(|shown| shown.column.live).flat_map(|live| live.parts) {
            if self.parts.iter().any(|(known, _)| known == part) {
                continue;
            }
            let fact = self.facts.iter().position(|fact| fact == part).map(|index| 2 + index);
            let shown = || self.columns.iter().position(|shown| shown.column.key == *part).map(|index| first + index);
            let place = fact.or_else(shown).unwrap_or_else(|| {
                self.unseen.push(part);
                first + self.columns.len() + self.unseen.len() - 1
            });
            self.parts.push((part, place));
        }
    }

    /// `select … from leads t where t.deleted_at is null`; the scope adds the rest.
    pub fn select(&self, tx: &Tx) -> QueryBuilder<Postgres> {
        let mut sql = self.select_from(self.table.name, tx);
        sql.push(" t where t.deleted_at is null");
        sql
    }

    /// `select … from source`; the caller adds the alias `t` and the conditions.
    pub fn select_from(&self, source: &str, tx: &Tx) -> QueryBuilder<Postgres> {
        let mut sql = QueryBuilder::new("");
        self.push(&mut sql, tx);
        sql.push(" from ").push(source);
        sql
    }

    /// Writes `select …` over rows `t`.
    pub fn push(&self, sql: &mut QueryBuilder<Postgres>, tx: &Tx) {
        sql.push("select t.id, t.version");
        for fact in &self.facts {
            sql.push(", ");
            match (*fact, &self.table.scope) {
                (TEAM, ScopeRule::Owned { team: Some(column), .. }) => {
                    sql.push("t.").push(column);
                    push_team(sql, tx, true);
                }
                (TEAM, ScopeRule::Told(told)) => push_told(sql, told, &[told.reviewers], "t", tx),
                _ => {
                    sql.push("t.").push(fact);
                }
            }
        }
        for shown in &self.columns {
            match shown.column {
                // Its place stays empty: it follows from the others.
                Column { live: Some(_), .. } => {
                    sql.push(", null");
                }
                Column { names: Some(id), .. } if self.known.is_some() => {
                    sql.push(", t.").push(id);
                }
                Column { sql: Some(expression), .. } => {
                    sql.push(", ").push(expression);
                }
                stored => {
                    sql.push(", ");
                    push_target(sql, stored, tx);
                }
            }
        }
        for key in &self.unseen {
            sql.push(", t.").push(*key);
        }
        if !self.added.is_empty() {
            sql.push(", t.").push(CUSTOM);
        }
    }

    /// How many columns the selection has.
    pub fn width(&self) -> usize {
        self.place_of_custom() + usize::from(!self.added.is_empty())
    }

    fn place_of_custom(&self) -> usize {
        2 + self.facts.len() + self.columns.len() + self.unseen.len()
    }

    /// Writes one row as the caller may see it, with what he may do to it.
    pub fn write(&self, out: &mut Vec<u8>, row: &PgRow, actor: &Actor) -> Result<()> {
        let facts = self.facts(row)?;
        let first = 2 + self.facts.len();
        let parts = Parts { row, places: &self.parts };
        out.push(b'{');
        for (index, shown) in self.columns.iter().enumerate() {
            out.push(b'"');
            out.extend_from_slice(shown.column.key.as_bytes());
            out.extend_from_slice(b"\":");
            let covered = shown.masked || facts.pool.is_some_and(|pool| shown.covered_in.contains(&pool));
            if let Some(rule) = &shown.rule {
                let value = if covered { None } else { rule(&parts)? };
                json::write_json(out, &value)?;
            } else if let (Some(known), Some(_)) = (&self.known, shown.column.names) {
                let id: Option<Uuid> = row.try_get(first + index)?;
                match id.and_then(|id| known.name(&id)) {
                    Some(name) if covered => json::write_json(out, &text::mask_text(name))?,
                    name => json::write_json(out, &name)?,
                }
            } else if covered {
                write_covered(out, row, first + index, shown.column.kind, actor.zone)?;
            } else {
                json::write_value(out, row, first + index, shown.column.kind, actor.zone)?;
            }
            out.push(b',');
        }
        if !self.added.is_empty() {
            self.write_added(out, row, &facts, actor)?;
        }
        out.extend_from_slice(b"\"allowed_actions\":[");
        for (index, action) in self.table.allowed(&facts, actor).enumerate() {
            if index > 0 {
                out.push(b',');
            }
            json::write_json(out, action)?;
        }
        out.extend_from_slice(b"]}");
        Ok(())
    }

    fn write_added(&self, out: &mut Vec<u8>, row: &PgRow, facts: &Facts, actor: &Actor) -> Result<()> {
        let stored = Stored::read(row, self.place_of_custom())?;
        for shown in &self.added {
            let Some(field) = shown.column.custom else { continue };
            let covered = shown.masked || facts.pool.is_some_and(|pool| shown.covered_in.contains(&pool));
            out.push(b'"');
            out.extend_from_slice(shown.column.key.as_bytes());
            out.extend_from_slice(b"\":");
            stored.write(out, shown.column, field, covered, self.known.as_deref(), actor.zone)?;
            out.push(b',');
        }
        Ok(())
    }

    fn facts(&self, row: &PgRow) -> Result<Facts> {
        let mut facts = Facts::default();
        for (index, fact) in self.facts.iter().enumerate() {
            match *fact {
                "status" => facts.status = row.try_get(index + 2)?,
                "owner_id" => facts.owner = row.try_get::<Option<UserId>, _>(index + 2)?,
                "owner_department_id" => facts.department = row.try_get(index + 2)?,
                "pool_id" => facts.pool = row.try_get(index + 2)?,
                TEAM => facts.team = row.try_get(index + 2)?,
                _ => facts.creator = row.try_get(index + 2)?,
            }
        }
        Ok(facts)
    }
}

/// Shows that there is something, and little of what it is.
fn write_covered(out: &mut Vec<u8>, row: &PgRow, index: usize, kind: Kind, zone: Tz) -> Result<()> {
    if !kind.is_text() {
        out.extend_from_slice(b"null");
        return Ok(());
    }
    match json::text(row, index)? {
        None => json::write_value(out, row, index, kind, zone),
        Some(text) => json::write_json(out, &kind.mask(text)),
    }
}

/// `select` of all stored columns, unmasked, for what the code works on.
pub fn raw(table: &Table) -> QueryBuilder<Postgres> {
    let mut sql = QueryBuilder::new("select ");
    for (index, (key, _)) in stored(table).enumerate() {
        if index > 0 {
            sql.push(", ");
        }
        sql.push("t.").push(key);
    }
    sql.push(" from ").push(table.name).push(" t where true");
    sql
}

pub fn raw_values(table: &Table, row: &PgRow, zone: Tz) -> Result<Map<String, Value>> {
    let mut values = Map::new();
    let mut buffer = Vec::new();
    for (index, (key, kind)) in stored(table).enumerate() {
        buffer.clear();
        json::write_value(&mut buffer, row, index, kind, zone)?;
        values.insert(key.to_owned(), serde_json::from_slice(&buffer).map_err(Error::unexpected)?);
    }
    Ok(values)
}

/// What the table keeps of a record; added columns all together.
fn stored(table: &Table) -> impl Iterator<Item = (&'static str, Kind)> {
    let columns = COMMON.iter().chain(table.columns).filter(|column| column.is_stored());
    columns.map(|column| (column.key, column.kind)).chain(table.is_open().then_some((CUSTOM, Kind::Json)))
}

pub fn facts_of(values: &Map<String, Value>) -> Facts {
    let id = |key: &str| values.get(key).and_then(Value::as_str).and_then(|text| text.parse::<Uuid>().ok());
    Facts {
        status: values.get("status").and_then(Value::as_str).map(str::to_owned),
        owner: id("owner_id").map(Into::into),
        department: id("owner_department_id").map(Into::into),
        pool: id("pool_id"),
        creator: id("created_by").map(Into::into),
        team: false,
    }
}

pub fn unknown_field(parameter: &'static str, key: &str) -> Error {
    let mut error = Error::new(guanxi_domain::Code::UnknownField).with("field", key);
    if let Error::Refused(refusal) = &mut error {
        refusal.fields.push(FieldError::new(parameter, FieldCode::UnknownField).with("field", key));
    }
    error
}
