//! What a file is made of, and how its cells are written.

use std::collections::HashMap;

use chrono::DateTime;
use guanxi_domain::{
    Error, Result,
    fields::{Kind, choice_label},
    transfer::export::inert,
};
use guanxi_persistence::{
    Column, Table, Tx,
    transfer::{
        exports::{self, ExportRow},
        names,
    },
};
use serde_json::{Map, Value};

use super::{PAGE, Query, SLICE, fields};
use crate::transfer::resources::Resource;

/// What a file is made of, and how its cells are written.
pub(super) struct Paper {
    pub(super) resource: &'static Resource,
    pub(super) query: Query,
    pub(super) columns: Vec<Printed>,
    pub(super) total: i64,
    /// Who had it made, and when.
    pub(super) mark: String,
}

pub(super) struct Printed {
    pub(super) title: String,
    /// The key that is read; the name beside an id, where there is one.
    pub(super) key: &'static str,
    pub(super) kind: Kind,
    pub(super) words: HashMap<String, String>,
}

/// A cell as it goes out.
pub(super) enum Out {
    Number(String),
    Text(String),
}

impl Paper {
    pub(super) async fn new(tx: &mut Tx, resource: &'static Resource, export: &ExportRow) -> Result<Self> {
        let query: Query = serde_json::from_value(export.query.clone()).map_err(Error::unexpected)?;
        // Rights may have changed since it was asked for.
        let fields = fields(tx, resource, Some(&query.fields)).await?;
        let table = tx.table(resource.table).await?;
        let language = usize::from(query.english);
        let mut columns = Vec::with_capacity(fields.len());
        for column in fields.iter().filter_map(|key| table.column(key)) {
            let words = if let Kind::Choice(codes) = column.kind {
                codes.iter().map(|code| ((*code).to_owned(), choice_label(code)[language].clone())).collect()
            } else if let Some(code) = column.kind.dictionary() {
                let labels = names::labels(tx, code).await?.into_iter();
                labels.map(|(code, [zh, en])| (code, if query.english { en } else { zh })).collect()
            } else {
                HashMap::new()
            };
            let named = named_beside(table, column);
            let (key, kind) = named.map_or((column.key, column.kind), |named| (named.key, named.kind));
            columns.push(Printed { title: column.label[language].to_owned(), key, kind, words });
        }
        let now = tx.now().with_timezone(&tx.actor().zone).format("%Y-%m-%d %H:%M:%S");
        let who = exports::who(tx).await?;
        let mark = if query.english {
            format!("Exported by {who} at {now}")
        } else {
            format!("导出人：{who}　导出时间：{now}")
        };
        Ok(Self { resource, query, columns, total: export.total, mark })
    }

    fn read(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.key.to_owned()).collect()
    }

    /// The next rows behind `after`, and where the rows behind them begin.
    pub(super) async fn slice(
        &self,
        tx: &mut Tx,
        after: Option<&str>,
        left: i64,
    ) -> Result<(Vec<Map<String, Value>>, Option<String>)> {
        let mut list = self.query.list(self.read())?;
        if list.sort.is_empty() {
            let after = after.map(str::parse).transpose().map_err(Error::unexpected)?;
            let wanted = SLICE.min(left);
            let rows = (self.resource.each)(tx, &list, after, wanted).await?;
            let full = i64::try_from(rows.len()).map_err(Error::unexpected)? == wanted;
            let last = rows.last().and_then(|row| row.get("id")).and_then(Value::as_str).map(str::to_owned);
            return Ok((rows, last.filter(|_| full)));
        }
        list.cursor = after.map(str::to_owned);
        list.limit = Some(u16::try_from(left).unwrap_or(PAGE).clamp(1, PAGE));
        let page = (self.resource.page)(tx, &list).await?;
        Ok((serde_json::from_slice(&page.items).map_err(Error::unexpected)?, page.next_cursor))
    }

    pub(super) fn cell(&self, column: &Printed, row: &Map<String, Value>) -> Option<Out> {
        let text = |text: &str| Some(Out::Text(inert(text)));
        match row.get(column.key)? {
            Value::Null => None,
            Value::Bool(value) => {
                let words = if self.query.english { ["no", "yes"] } else { ["否", "是"] };
                text(words[usize::from(*value)])
            }
            Value::Number(number) => Some(Out::Number(number.to_string())),
            Value::String(value) if matches!(column.kind, Kind::Decimal | Kind::Money) => {
                Some(Out::Number(value.clone()))
            }
            Value::String(value) if column.kind == Kind::Timestamp => text(&clock(value)),
            Value::String(value) => text(column.words.get(value).unwrap_or(value)),
            Value::Array(items) => {
                let word = |item: &'_ Value| {
                    item.as_str()
                        .or_else(|| item.get("name")?.as_str())
                        .map(|item| column.words.get(item).map_or(item, String::as_str).to_owned())
                };
                let items: Vec<String> = items.iter().filter_map(word).collect();
                text(&items.join("、"))
            }
            object @ Value::Object(_) => text(&object.to_string()),
        }
    }
}

/// The column with the name of what an id names.
fn named_beside(table: &Table, column: &Column) -> Option<&'static Column> {
    let is_id = matches!(column.kind, Kind::User | Kind::Department | Kind::Reference(_));
    let name = format!("{}_name", column.key.strip_suffix("_id").unwrap_or(column.key));
    table.own_columns().find(|named| is_id && named.sql.is_some() && named.key == name)
}

/// `2026-03-02 10:00:00` of `2026-03-02T10:00:00+08:00`: the clock of the organisation.
fn clock(text: &str) -> String {
    let read = DateTime::parse_from_rfc3339(text);
    read.map_or_else(|_| text.to_owned(), |at| at.format("%Y-%m-%d %H:%M:%S").to_string())
}
