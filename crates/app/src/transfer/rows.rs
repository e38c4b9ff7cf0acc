//! Rows become records here, by the rules of every request: the same reading, the same checks, the same verbs.

mod reading;

use std::collections::{HashMap, HashSet};

use guanxi_domain::{
    Code, Error, FieldCode, FieldError, Result,
    filter::{Filter, Leaf, Op},
    page::ListQuery,
    transfer::{
        Outcome,
        import::{Plan, plan},
    },
};
use guanxi_persistence::{
    Table, Tx, custom,
    read::{self, Locked},
    transfer::imports::{RowError, RowResult, SheetRow},
};
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

pub use reading::Run;
use reading::{AtCell, Row};

use super::resources::{Given, Importable};
use crate::{body, platform::layouts, records};

/// What the rows before have, in the same sheet.
#[derive(Default)]
pub struct Seen {
    marks: HashSet<String>,
    given: Given,
}

/// A row that may become a record.
struct Pending<D> {
    index: usize,
    body: Map<String, Value>,
    details: D,
}

/// Collects what becomes of each row.
struct Results(Vec<Option<RowResult>>);

impl Results {
    fn new(rows: usize) -> Self {
        Self(vec![None; rows])
    }

    fn put(&mut self, index: usize, outcome: Outcome, id: Option<Uuid>, errors: Vec<RowError>) {
        if let Some(place) = self.0.get_mut(index) {
            *place = Some(RowResult { outcome, id, errors });
        }
    }

    fn all(self) -> Result<Vec<RowResult>> {
        let all: Option<Vec<_>> = self.0.into_iter().collect();
        all.ok_or_else(|| Error::unexpected("a row without an outcome"))
    }
}

/// Rows that are to be created and rows that are to be updated, of those that can be read at all.
struct Sorted<D> {
    new: Vec<Pending<D>>,
    known: Vec<(Row, Uuid)>,
}

/// Finds out what is to be done with each row; those that cannot be read have failed.
async fn sort<R: Importable>(
    tx: &mut Tx,
    run: &Run,
    rows: &[SheetRow],
    results: &mut Results,
) -> Result<Sorted<R::Details>> {
    let rows = run.read(tx, rows).await?;
    let keyed = find_by_key::<R>(tx, run, &rows).await?;
    let mut sorted = Sorted { new: Vec::with_capacity(rows.len()), known: Vec::new() };
    for mut row in rows {
        let found = match keyed.of(&row) {
            Ok(found) => found,
            Err(code) => {
                row.errors.push(RowError::at(&keyed.header, code));
                None
            }
        };
        match plan(run.options.mode, run.options.duplicates, found, None) {
            Plan::Update(id) if row.errors.is_empty() => sorted.known.push((row, id)),
            Plan::Update(_) | Plan::Skip(_) => results.put(row.index, Outcome::Failed, None, row.errors),
            Plan::Missing => {
                if row.errors.is_empty() {
                    row.errors.push(RowError::at(&keyed.header, FieldCode::UnknownReference));
                }
                results.put(row.index, Outcome::Failed, None, row.errors);
            }
            Plan::Create => match run.details(tx, &row.body).await {
                Ok(details) if row.errors.is_empty() => {
                    sorted.new.push(Pending { index: row.index, body: row.body, details });
                }
                Ok(_) => results.put(row.index, Outcome::Failed, None, row.errors),
                Err(error) => {
                    // A cell that cannot be read is not missing too.
                    let more = run.errors(error)?;
                    let more =
                        more.into_iter().filter(|more| !row.errors.iter().any(|known| known.column == more.column));
                    row.errors.extend(more.collect::<Vec<_>>());
                    row.errors.sort_by_key(|error| run.place_of(error));
                    results.put(row.index, Outcome::Failed, None, row.errors);
                }
            },
        }
    }
    Ok(sorted)
}

/// The records that rows name by their key.
#[derive(Default)]
struct Keyed {
    key: Option<&'static str>,
    header: String,
    found: HashMap<String, Option<Uuid>>,
}

impl Keyed {
    fn of(&self, row: &Row) -> Result<Option<Uuid>, FieldCode> {
        let Some(value) = self.key.and_then(|key| row.body.get(key)).and_then(Value::as_str) else { return Ok(None) };
        match self.found.get(value) {
            None => Ok(None),
            Some(Some(id)) => Ok(Some(*id)),
            Some(None) => Err(FieldCode::Ambiguous),
        }
    }
}

async fn find_by_key<R: Importable>(tx: &mut Tx, run: &Run, rows: &[Row]) -> Result<Keyed> {
    let key = run.options.key.as_deref().and_then(|key| R::TABLE.column(key)).map(|column| column.key);
    let Some(key) = key else { return Ok(Keyed::default()) };
    let mut values: Vec<&Value> = rows.iter().filter_map(|row| row.body.get(key)).collect();
    values.retain(|value| key != "id" || value.as_str().is_some_and(|text| text.parse::<Uuid>().is_ok()));
    let mut keyed = Keyed { key: Some(key), header: run.header_of(key).unwrap_or_default(), found: HashMap::new() };
    for values in values.chunks(200) {
        let value = values.iter().map(|value| (*value).clone()).collect();
        let query = ListQuery {
            filter: Some(Filter::Leaf(Leaf { field: key.to_owned(), op: Op::In, value })),
            fields: Some(vec![key.to_owned()]),
            ..ListQuery::default()
        };
        for record in read::each::<R>(tx, R::UPDATE, &query, None, 1000).await? {
            let text = |key: &str| record.get(key).and_then(Value::as_str);
            let (Some(value), Some(id)) = (text(key), text("id").and_then(|id| id.parse().ok())) else { continue };
            let known = keyed.found.entry(value.to_owned()).or_insert(Some(id));
            if *known != Some(id) {
                *known = None;
            }
        }
    }
    Ok(keyed)
}

/// Writes some rows. Each that is refused leaves the others alone.
pub async fn run<R: Importable>(tx: &mut Tx, run: &Run, rows: Vec<SheetRow>) -> Result<Vec<RowResult>> {
    let mut results = Results::new(rows.len());
    let Sorted { mut new, known } = sort::<R>(tx, run, &rows, &mut results).await?;
    for (row, id) in known {
        update::<R>(tx, run, &row.body, id, row.index, &mut results).await?;
    }
    // The first of several that are the same goes first; the others then find it.
    while !new.is_empty() {
        let same = R::known(tx, &new.iter().map(|pending| &pending.details).collect::<Vec<_>>()).await?;
        let mut seen = Seen::default();
        let (mut later, mut places, mut details) = (Vec::new(), Vec::new(), Vec::new());
        for (pending, same) in new.into_iter().zip(same) {
            match plan(run.options.mode, run.options.duplicates, None, same) {
                Plan::Skip(id) => results.put(pending.index, Outcome::Skipped, Some(id), vec![duplicate::<R>()]),
                Plan::Update(id) => update::<R>(tx, run, &pending.body, id, pending.index, &mut results).await?,
                Plan::Missing => results.put(pending.index, Outcome::Failed, None, Vec::new()),
                Plan::Create if !seen.is_first::<R>(&pending.details) => later.push(pending),
                Plan::Create => {
                    places.push(pending.index);
                    details.push(pending.details);
                }
            }
        }
        let created = R::create_all(tx, details, run.options.ignore_caps).await?;
        for (index, created) in places.into_iter().zip(created) {
            match created {
                Ok(saved) => results.put(index, Outcome::Created, Some(saved.id), Vec::new()),
                Err(error) => results.put(index, Outcome::Failed, None, run.errors(error)?),
            }
        }
        new = later;
    }
    results.all()
}

/// Looks at some rows as [`run`] would go through them, and writes nothing.
pub async fn check<R: Importable>(
    tx: &mut Tx,
    run: &Run,
    rows: Vec<SheetRow>,
    before: &mut Seen,
) -> Result<Vec<RowResult>> {
    let mut results = Results::new(rows.len());
    let Sorted { new, known } = sort::<R>(tx, run, &rows, &mut results).await?;
    for (row, id) in known {
        update::<R>(tx, run, &row.body, id, row.index, &mut results).await?;
    }
    let same = R::known(tx, &new.iter().map(|pending| &pending.details).collect::<Vec<_>>()).await?;
    let (mut places, mut details) = (Vec::new(), Vec::new());
    for (pending, same) in new.into_iter().zip(same) {
        let is_first = before.is_first::<R>(&pending.details);
        let twin = same.or((!is_first).then(Uuid::nil));
        let id = twin.filter(|id| !id.is_nil());
        match plan(run.options.mode, run.options.duplicates, None, twin) {
            Plan::Create => {
                places.push(pending.index);
                details.push(pending.details);
            }
            Plan::Skip(_) => results.put(pending.index, Outcome::Skipped, id, vec![duplicate::<R>()]),
            Plan::Update(_) => match id {
                Some(id) => update::<R>(tx, run, &pending.body, id, pending.index, &mut results).await?,
                None => results.put(pending.index, Outcome::Updated, None, Vec::new()),
            },
            Plan::Missing => results.put(pending.index, Outcome::Failed, None, Vec::new()),
        }
    }
    let mut taken = Vec::with_capacity(details.len());
    for details in &details {
        taken.push(before.takes(tx, run.table, details).await.err());
    }
    let examined = R::examine_all(tx, details, run.options.ignore_caps, &mut before.given).await?;
    for ((index, examined), taken) in places.into_iter().zip(examined).zip(taken) {
        match taken.map_or(examined, Err) {
            Ok(()) => results.put(index, Outcome::Created, None, Vec::new()),
            Err(error) => results.put(index, Outcome::Failed, None, run.errors(error)?),
        }
    }
    results.all()
}

impl Seen {
    /// Refuses what an added field alone may hold and another row, or a record, has.
    async fn takes(&mut self, tx: &mut Tx, table: &'static Table, details: &impl Serialize) -> Result<()> {
        if !table.added.iter().any(|column| column.custom.is_some_and(|field| field.is_unique)) {
            return Ok(());
        }
        let held = body::object(details)?;
        let unique = table.unique_words(&held);
        let again = unique.iter().filter(|(_, word)| self.marks.contains(word));
        let again: Vec<FieldError> =
            again.map(|(key, _)| FieldError::new(format!("/{key}"), FieldCode::Duplicate)).collect();
        if !again.is_empty() {
            return Err(Error::fields(again));
        }
        custom::refuse_twins(tx, table, unique.clone(), None).await?;
        self.marks.extend(unique.into_iter().map(|(_, word)| word));
        Ok(())
    }

    /// Whether no row before this one has a mark of it.
    fn is_first<R: Importable>(&mut self, details: &R::Details) -> bool {
        let marks = R::marks(details);
        let first = !marks.iter().any(|mark| self.marks.contains(mark));
        if first {
            self.marks.extend(marks);
        }
        first
    }
}

/// What a row is told that is there already.
fn duplicate<R: Importable>() -> RowError {
    let code = match R::TABLE.noun {
        "lead" => Code::DuplicateLead,
        "customer" => Code::DuplicateCustomer,
        _ => Code::Duplicate,
    };
    RowError { column: None, code: code.to_string(), params: Map::new() }
}

async fn update<R: Importable>(
    tx: &mut Tx,
    run: &Run,
    body: &Map<String, Value>,
    id: Uuid,
    index: usize,
    results: &mut Results,
) -> Result<()> {
    tx.mark().await?;
    match lay_over::<R>(tx, run, run.patch(body), id).await {
        Ok(()) => results.put(index, Outcome::Updated, Some(id), Vec::new()),
        Err(error) => {
            let errors = run.errors(error)?;
            tx.undo().await?;
            results.put(index, Outcome::Failed, Some(id), errors);
        }
    }
    Ok(())
}

async fn lay_over<R: Importable>(tx: &mut Tx, run: &Run, patch: Map<String, Value>, id: Uuid) -> Result<()> {
    let record = read::lock::<R>(tx, R::UPDATE, id).await?;
    let mut wrong = run.unknown(tx, &patch, Some(&record.row)).await?;
    let written: Vec<String> = patch.keys().cloned().collect();
    let (details, flaws) = records::laid_over(run.table, &tx.actor().access, &record, Value::Object(patch));
    wrong.extend(flaws);
    let details = records::with(body::read(details.into()), wrong)?;
    let written: Vec<&str> = written.iter().map(String::as_str).collect();
    layouts::ask(tx, run.table, &details, Some(&record.row), &written).await?;
    R::update(tx, &record, details).await?;
    Ok(())
}

/// Takes back those records that nobody has touched since they were created; says how many.
pub async fn undo<R: Importable>(tx: &mut Tx, ids: &[Uuid]) -> Result<usize> {
    let records: Vec<Locked<R>> = read::lock_all(tx, R::READ, ids).await?;
    let mut count = 0;
    for record in records.iter().filter(|record| record.version.0 == 1) {
        tx.mark().await?;
        match R::delete(tx, record).await {
            Ok(()) => count += 1,
            // What is in use stays.
            Err(Error::Refused(_)) => tx.undo().await?,
            Err(other) => return Err(other),
        }
    }
    Ok(count)
}
