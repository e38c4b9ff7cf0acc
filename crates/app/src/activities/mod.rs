//! What was said and done, and what follows from it for the lead or customer it is about.

pub(crate) mod about;
pub mod analysis;
pub mod calendar;
pub mod calls;
pub mod comments;
pub mod daily;
pub mod dates;
pub mod plans;
pub mod playbooks;
pub mod reports;
pub mod timeline;
pub mod todos;
pub mod visits;

use chrono::{DateTime, Utc};
use guanxi_domain::{
    Error, FieldCode, Permission, Result, Scope, UserId,
    activities::activity::{self, ActivityDetails},
    customers::team::TeamAccess,
    settings::{ACTIVITY_BACKDATE_DAYS, ACTIVITY_EDIT_HOURS},
};
use guanxi_persistence::{
    Locked, Record, Tx,
    activities::{about as people, activity::Activity},
    customers::team,
    platform::files,
    settings, write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use self::about::{About, Found};
use crate::records::{self, Editable, Saved};

impl Editable for Activity {
    type Details = ActivityDetails;
    const CREATE: Permission = activity::CREATE;
    const UPDATE: Permission = activity::UPDATE;
    const DELETE: Permission = activity::DELETE;

    async fn create(tx: &mut Tx, details: ActivityDetails) -> Result<Saved> {
        record(tx, details, Map::new()).await
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, mut details: ActivityDetails) -> Result<Saved> {
        may_change(tx, record, activity::UPDATE).await?;
        let before: ActivityDetails = crate::body::read(Value::Object(records::details_of(record)))?;
        details.occurred_at = details.occurred_at.or(before.occurred_at);
        if before == details {
            return Ok(Saved::new(record.id));
        }
        check_times(tx, &details, before.next_contact_at != details.next_contact_at).await?;
        let decides =
            |details: &ActivityDetails| (details.counts_as_contact(), details.occurred_at, details.next_contact_at);
        let attachments = attachments(tx, &details, record.row.get("attachments")).await?;
        let counts = ("counts_as_contact".to_owned(), details.counts_as_contact().into());
        let more = Map::from_iter([counts, ("attachments".to_owned(), attachments)]);
        records::save(tx, record, &details, more).await?;
        if decides(&before) != decides(&details) {
            let at = details.occurred_at.max(before.occurred_at).unwrap_or_default();
            due_again(tx, &About::of(record), at).await?;
        }
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        may_change(tx, record, activity::DELETE).await?;
        let details: ActivityDetails = crate::body::read(Value::Object(records::details_of(record)))?;
        write::delete(tx, record).await?;
        if details.counts_as_contact() || details.next_contact_at.is_some() {
            let at = details.occurred_at.unwrap_or_default();
            due_again(tx, &About::of(record), at).await?;
        }
        Ok(())
    }
}

/// Writes down what was said or done, with `more` columns; the lead or customer is due again accordingly.
async fn record(tx: &mut Tx, mut details: ActivityDetails, mut more: Map<String, Value>) -> Result<Saved> {
    let at = *details.occurred_at.get_or_insert(tx.now());
    check_times(tx, &details, true).await?;
    let found = about::find(tx, details.subject, details.subject_id, details.contact_id.map(Uuid::from)).await?;
    may_write(tx, &found, at).await?;
    let counts = details.counts_as_contact();
    more.extend(found.about.columns());
    more.insert("counts_as_contact".to_owned(), counts.into());
    more.insert("attachments".to_owned(), attachments(tx, &details, None).await?);
    let id = records::insert::<Activity>(tx, &details, more).await?;
    if counts || details.next_contact_at.is_some() {
        due_again(tx, &found.about, at).await?;
    }
    Ok(Saved::new(id))
}

/// When those are due again whom something was said about.
async fn due_again(tx: &mut Tx, about: &About, at: DateTime<Utc>) -> Result<()> {
    dates::follow(tx, about.lead, about.customer, at).await?;
    match about.opportunity {
        Some(opportunity) => dates::follow_opportunity(tx, opportunity).await,
        None => Ok(()),
    }
}

/// What is attached to an activity, as it keeps it.
async fn attachments(tx: &mut Tx, details: &ActivityDetails, held: Option<&Value>) -> Result<Value> {
    let wanted: Vec<Uuid> = details.attachments.iter().map(|file| file.0).collect();
    let kept = files::hold(tx, "attachments", held, &wanted, false).await?;
    kept.map(Value::Array).map_err(Error::fields)
}

/// Writes down what follows from something else that was done: a plan, a visit, a call.
pub(crate) async fn follow_up(tx: &mut Tx, body: Value, more: Map<String, Value>) -> Result<Uuid> {
    let saved = record(tx, crate::body::read(body)?, more).await?;
    tx.emit("activity.created", Activity::TABLE.name, saved.id, json!({})).await?;
    Ok(saved.id)
}

/// Refuses unless the caller works on the record that it is about; or had it at the time, if he lost it since.
async fn may_write(tx: &mut Tx, found: &Found, at: DateTime<Utc>) -> Result<()> {
    let scope = tx.actor().access.scope(activity::CREATE)?;
    let owns_it = scope.covers(found.holder.owner_id, found.holder.owner_department_id);
    let works_on_it = found.seen && (owns_it || is_in_team(tx, found.about.customer).await?);
    if works_on_it || had_it(tx, found.about.record(), at).await? {
        return Ok(());
    }
    Err(if found.seen { Error::forbidden(activity::CREATE.0).with("reason", "not_owned") } else { about::unknown() })
}

/// Whether the caller works on a customer as a member of its team.
async fn is_in_team(tx: &mut Tx, customer: Option<Uuid>) -> Result<bool> {
    let (Some(customer), Some(me)) = (customer, tx.actor().user) else { return Ok(false) };
    Ok(team::access_of(tx, customer, me).await? == Some(TeamAccess::ReadWrite))
}

/// Whether the caller owned the record at that time: what is written down later still counts as his.
async fn had_it(tx: &mut Tx, record: Uuid, at: DateTime<Utc>) -> Result<bool> {
    let Some(me) = tx.actor().user else { return Ok(false) };
    Ok(people::owner_at(tx, record, at).await? == Some(me))
}

async fn check_times(tx: &mut Tx, details: &ActivityDetails, next_is_new: bool) -> Result<()> {
    let days = settings::load(tx).await?.get(ACTIVITY_BACKDATE_DAYS);
    let now = tx.now();
    let mut wrong = details.check_times(now, days);
    if next_is_new && details.next_contact_at.is_some_and(|next| next <= now) {
        wrong.push(guanxi_domain::FieldError::new("/next_contact_at", FieldCode::OutOfRange));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

/// One's own may be changed for a day; later, and those of others, by those above their author.
async fn may_change(tx: &mut Tx, record: &Locked<Activity>, permission: Permission) -> Result<()> {
    let refused = |reason: &str| Error::forbidden(permission.0).with("reason", reason);
    if record.row.get("system").and_then(Value::as_bool).unwrap_or_default() {
        return Err(refused("system"));
    }
    let author = record.id_of("created_by").map(UserId::from);
    let me = tx.actor().user;
    let hours = settings::load(tx).await?.get(ACTIVITY_EDIT_HOURS);
    let written = record.text("created_at").and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    let fresh = written.is_some_and(|at| tx.now() <= at + chrono::Duration::hours(hours.into()));
    let mine = author.is_some() && author == me;
    if mine && fresh {
        return Ok(());
    }
    let department = match author {
        Some(author) => people::department_of(tx, author).await?,
        None => None,
    };
    let above = match tx.actor().access.scope(permission)? {
        Scope::All => true,
        Scope::Reach(reach) if mine => {
            reach.users.len() > 1 || department.is_some_and(|department| reach.departments.contains(&department))
        }
        scope @ Scope::Reach(_) => scope.covers(author, department),
    };
    if above { Ok(()) } else { Err(refused(if mine { "too_late" } else { "not_author" })) }
}
