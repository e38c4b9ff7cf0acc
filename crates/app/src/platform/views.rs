//! Saved views of lists.

use guanxi_domain::{
    Code, Error, FieldCode, Permission, Result,
    access::{self, FieldAccess},
    filter::Filter,
    page::Sort,
    platform::view::ViewDetails,
};
use guanxi_persistence::{Locked, Tx, platform::views, read, tables, write};
use serde_json::{Map, Value, json};

use crate::records::{Editable, Saved, insert, save};

pub use guanxi_persistence::platform::views::View;

impl Editable for View {
    type Details = ViewDetails;
    const CREATE: Permission = access::view::READ;
    const UPDATE: Permission = access::view::READ;
    const DELETE: Permission = access::view::READ;

    async fn create(tx: &mut Tx, details: ViewDetails) -> Result<Saved> {
        let me = tx.actor().person()?;
        check(tx, &details).await?;
        may_share(tx, &details)?;
        let owner = Map::from_iter([("owner_id".to_owned(), json!(me))]);
        let id = insert::<Self>(tx, &details, owner).await?;
        if details.is_default {
            views::only_default(tx, id, me, &details.resource).await?;
        }
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: ViewDetails) -> Result<Saved> {
        must_own(tx, record)?;
        check(tx, &details).await?;
        if record.get("shared") != Some(&Value::Bool(true)) {
            may_share(tx, &details)?;
        }
        save(tx, record, &details, Map::new()).await?;
        if let (true, Some(owner)) = (details.is_default, record.facts.owner) {
            views::only_default(tx, record.id, owner, &details.resource).await?;
        }
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        must_own(tx, record)?;
        write::delete(tx, record).await
    }
}

/// Whoever sees a shared view may not yet change it.
fn must_own(tx: &Tx, record: &Locked<View>) -> Result<()> {
    let owns = record.facts.owner.is_some() && record.facts.owner == tx.actor().user;
    if owns || tx.actor().access.is_admin { Ok(()) } else { Err(Error::forbidden(access::view::SHARE.0)) }
}

fn may_share(tx: &Tx, details: &ViewDetails) -> Result<()> {
    if details.shared {
        tx.actor().access.scope(access::view::SHARE)?;
    }
    Ok(())
}

/// Refuses what the list itself would refuse.
async fn check(tx: &mut Tx, details: &ViewDetails) -> Result<()> {
    let table = tables::by_path(&details.resource).ok_or_else(|| Error::field("/resource", FieldCode::NotOneOf))?;
    let table = tx.table(table).await?;
    let known = |key: &str| {
        let column = table.column(key);
        column.is_some_and(|column| table.right(&tx.actor().access, column).access != FieldAccess::Hidden)
    };
    if let Some(at) = details.columns.iter().position(|column| !known(&column.key)) {
        return Err(Error::field(format!("/columns/{at}/key"), FieldCode::UnknownField));
    }
    let sort = details.sort.as_deref().map(Sort::parse).unwrap_or_default();
    read::check(tx, table, None, sort).await.map_err(|error| at("/sort", error))?;
    if let Some(filter) = &details.filter {
        let filter = Filter::from_value(filter).map_err(|error| at("/filter", error))?;
        read::check(tx, table, Some(&filter), Vec::new()).await.map_err(|error| at("/filter", error))?;
    }
    Ok(())
}

/// What a list calls malformed is a wrong field of the view.
fn at(pointer: &'static str, mut error: Error) -> Error {
    if let Error::Refused(refusal) = &mut error
        && matches!(refusal.code, Code::Malformed | Code::UnknownField)
    {
        refusal.code = Code::Validation;
        for field in &mut refusal.fields {
            field.pointer = pointer.into();
        }
    }
    error
}
