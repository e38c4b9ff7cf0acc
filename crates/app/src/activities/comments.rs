//! Words beside an activity or a report.

use guanxi_domain::{Error, Result, activities::comment::CommentDetails};
use guanxi_persistence::{
    Record, Tx,
    activities::comment::{self as store, Comment},
    read,
};
use serde_json::json;
use uuid::Uuid;

use super::about;

pub async fn list<R: Record>(tx: &mut Tx, record: Uuid) -> Result<Vec<Comment>> {
    read::must_see::<R>(tx, record).await?;
    store::of(tx, record).await
}

/// Whoever sees a record may say something about it, to colleagues who are told of it.
pub async fn add<R: Record>(tx: &mut Tx, record: Uuid, details: &CommentDetails) -> Result<Vec<Comment>> {
    read::must_see::<R>(tx, record).await?;
    about::all_at_work(tx, &details.mention_ids, "/mention_ids").await?;
    let id = store::insert(tx, R::TABLE.name, record, &details.content, &details.mention_ids).await?;
    // What was said is not told: who is mentioned may not see the record, and reads it there if he does.
    let told = json!({"comment_id": id, "mention_ids": details.mention_ids});
    tx.emit(&format!("{}.commented", R::TABLE.noun), R::TABLE.name, record, told).await?;
    store::of(tx, record).await
}

pub async fn delete<R: Record>(tx: &mut Tx, record: Uuid, comment: Uuid) -> Result<()> {
    read::must_see::<R>(tx, record).await?;
    let me = tx.actor().person()?;
    if store::delete(tx, record, comment, me).await? { Ok(()) } else { Err(Error::not_found("comment")) }
}
