//! What somebody has to do now (4.5).

use std::collections::BTreeMap;

use guanxi_domain::{
    Error, FieldCode, Result, UserId,
    access::work_report,
    activities::report::ReportKind,
    filter::{Filter, Leaf, Op},
    page::ListQuery,
    text::ShortText,
    time::{self, DateRange},
};
use guanxi_persistence::{
    Record, Tx,
    activities::todo::{self as store, Asked, Todo},
    customers::customer::Customer,
    leads::Lead,
    platform::calendars,
    read,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// The kinds of to-do, the most urgent first.
pub const KINDS: [&str; 8] = [
    "contact_today",
    "contact_overdue",
    "untouched",
    "recycle_soon",
    "plans_today",
    "plans_missed",
    "events_today",
    "report_missing",
];

/// How many of one kind there are, and the first of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct TodoGroup {
    pub kind: String,
    pub count: i64,
    /// Whether there are more than were counted.
    pub capped: bool,
    pub items: Vec<Todo>,
}

#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dismissal {
    pub kind: ShortText,
    pub id: Uuid,
    /// The `date` that it was shown with.
    pub date: ShortText,
}

/// All kinds, empty ones too, with up to `shown` records each.
pub async fn list(tx: &mut Tx, shown: i64) -> Result<Vec<TodoGroup>> {
    let user = tx.actor().person()?;
    let today = tx.today();
    let (from, until) = DateRange { from: today, until: time::plus(today, 1) }.times(tx.actor().zone);
    let due = [ReportKind::Daily, ReportKind::Weekly, ReportKind::Monthly].map(|kind| (kind, kind.latest(today).from));
    let writes = tx.actor().access.may(work_report::CREATE);
    let working = calendars::usual(tx).await?;
    let worked = |kind, from| kind != ReportKind::Daily || working.is_working_day(from);
    let due = due.iter().filter(|(kind, from)| writes && worked(*kind, *from));
    let (reports, periods) = due.map(|(kind, from)| (kind.word().to_owned(), *from)).unzip();
    let mut found = store::all(tx, &Asked { user, from, until, shown, reports, periods }).await?;
    found.extend(leaving::<Lead>(tx, user).await?);
    found.extend(leaving::<Customer>(tx, user).await?);
    found.sort_by_key(|todo| (todo.at, todo.id));
    let groups = KINDS.map(|kind| {
        let items = || found.iter().filter(|todo| todo.kind == kind);
        let counts: BTreeMap<&str, i64> = items().map(|todo| (todo.resource.as_str(), todo.count)).collect();
        let count: i64 = counts.values().sum();
        let shown = usize::try_from(shown).unwrap_or_default();
        TodoGroup {
            kind: kind.to_owned(),
            count: count.min(store::MOST),
            capped: count > store::MOST,
            items: items().take(shown).cloned().collect(),
        }
    });
    Ok(groups.into_iter().collect())
}

/// What its owner loses within days if nothing happens.
async fn leaving<R: Record>(tx: &mut Tx, user: UserId) -> Result<Vec<Todo>> {
    const KIND: &str = "recycle_soon";
    const DAYS: u32 = 4;
    let soon = Leaf { field: "recycle_due_on".to_owned(), op: Op::NextNDays, value: DAYS.into() };
    let filter = Filter::And(vec![Filter::equals("owner_id", Uuid::from(user).to_string()), Filter::Leaf(soon)]);
    // Who may not see whose a record is, or when it goes, has no such to-dos.
    if !tx.actor().access.may(R::READ) || read::check_filter::<R>(tx, &filter).await.is_err() {
        return Ok(Vec::new());
    }
    let query = ListQuery {
        filter: Some(filter),
        fields: Some(["id", "name", "recycle_due_on"].map(str::to_owned).to_vec()),
        ..ListQuery::default()
    };
    let hidden = store::dismissed(tx, user, KIND).await?;
    let zone = tx.actor().zone;
    // As many as are counted, also when all that was hidden is among them.
    let most = store::MOST + 1 + i64::try_from(hidden.len()).unwrap_or_default();
    let found: Vec<Todo> = read::first_by::<R>(tx, R::READ, &query, "recycle_due_on", most)
        .await?
        .into_iter()
        .filter_map(|record| {
            let get = |key: &str| record.get(key).and_then(Value::as_str);
            let (id, date) = (get("id")?.parse().ok()?, get("recycle_due_on")?);
            Some(Todo {
                kind: KIND.to_owned(),
                resource: R::TABLE.path(),
                id,
                title: get("name")?.to_owned(),
                at: time::start_of_day(date.parse().ok()?, zone),
                date: date.to_owned(),
                count: 0,
            })
        })
        .filter(|todo| !hidden.iter().any(|(id, date)| (*id, date) == (todo.id, &todo.date)))
        .collect();
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    Ok(found.into_iter().map(|todo| Todo { count, ..todo }).collect())
}

/// Hides a to-do until its date changes.
pub async fn dismiss(tx: &mut Tx, what: &Dismissal) -> Result<()> {
    if !KINDS.contains(&what.kind.as_str()) {
        return Err(Error::field("/kind", FieldCode::NotOneOf));
    }
    let me = tx.actor().person()?;
    store::dismiss(tx, me, &what.kind, what.id, &what.date).await
}
