//! How customers deal with each other: written by those who may edit the first of the two.

use guanxi_domain::{
    Error, FieldCode, Permission, Result,
    access::customer,
    customers::relation::{self, RelationDetails},
};
use guanxi_persistence::{
    Locked, Tx,
    customers::{customer::Customer, relation::Relation},
    read, write,
};
use serde_json::Map;
use uuid::Uuid;

use crate::records::{self, Editable, Saved};

impl Editable for Relation {
    type Details = RelationDetails;
    const CREATE: Permission = relation::CREATE;
    const UPDATE: Permission = relation::UPDATE;
    const DELETE: Permission = relation::DELETE;

    async fn create(tx: &mut Tx, details: RelationDetails) -> Result<Saved> {
        check(tx, &details).await?;
        if !read::exists::<Customer>(tx, customer::READ, details.to_id.0).await? {
            return Err(Error::field("/to_id", FieldCode::UnknownReference));
        }
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: RelationDetails) -> Result<Saved> {
        check(tx, &details).await?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        let details: RelationDetails = records::details(record)?;
        editable(tx, details.from_id.0).await?;
        write::delete(tx, record).await
    }
}

async fn check(tx: &mut Tx, details: &RelationDetails) -> Result<()> {
    let from = editable(tx, details.from_id.0).await?;
    let wrong = details.wrong(from.text("role"));
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}

/// The first customer, which the caller may edit.
async fn editable(tx: &mut Tx, id: Uuid) -> Result<Locked<Customer>> {
    read::lock::<Customer>(tx, customer::UPDATE, id).await.map_err(|error| {
        let is_unknown = error.code() == guanxi_domain::Code::NotFound;
        if is_unknown { Error::field("/from_id", FieldCode::UnknownReference) } else { error }
    })
}
