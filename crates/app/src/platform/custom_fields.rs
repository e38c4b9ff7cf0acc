//! Fields that the organisation adds to its records (12.6).

use futures_util::FutureExt;
use guanxi_domain::{
    Actor, Code, Error, FieldCode, FieldError, Permission, Result, access,
    platform::custom_field::{CustomFieldDetails, FieldType, MOST},
};
use guanxi_persistence::{
    Db, Locked, Tx, custom,
    jobs::Job,
    platform::{custom_fields as store, dictionaries},
    tables, write,
};
use serde_json::{Map, Value};

use crate::{
    records::{self, Editable, Saved, insert, save},
    worker::Kind,
};

pub use guanxi_persistence::platform::custom_fields::CustomFieldRecord;

impl Editable for CustomFieldRecord {
    type Details = CustomFieldDetails;
    const CREATE: Permission = access::custom_field::UPDATE;
    const UPDATE: Permission = access::custom_field::UPDATE;
    const DELETE: Permission = access::custom_field::UPDATE;

    async fn create(tx: &mut Tx, details: CustomFieldDetails) -> Result<Saved> {
        check(tx, &details).await?;
        if store::count(tx, &details.resource).await? >= MOST {
            return Err(Error::fields(vec![FieldError::new("/resource", FieldCode::TooMany).with("max", MOST)]));
        }
        if custom::is_tidying(tx, &details.resource, &details.key).await? {
            return Err(Error::new(Code::Duplicate).with("field", "key"));
        }
        Ok(Saved::new(insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: CustomFieldDetails) -> Result<Saved> {
        let old: CustomFieldDetails = records::details(record)?;
        old.check_change(&details)?;
        check(tx, &details).await?;
        save(tx, record, &details, Map::new()).await?;
        if old.searchable != details.searchable {
            custom::ask_for_tidying(tx, &details.resource, &details.key).await?;
        }
        Ok(Saved::new(record.id))
    }

    /// What it held stays with the records until the recycle bin is emptied. What other fields follow from stays.
    async fn delete(tx: &mut Tx, record: &Locked<Self>) -> Result<()> {
        let details: CustomFieldDetails = records::details(record)?;
        let table = tables::by_path(&details.resource).ok_or_else(|| Error::not_found("resource"))?;
        let table = tx.table(table).await?;
        let user =
            table.added.iter().find(|column| column.custom.is_some_and(|field| field.follows_from(&details.key)));
        if let Some(user) = user {
            return Err(Error::new(Code::HasDependents).with("field", user.key));
        }
        write::delete(tx, record).await?;
        custom::ask_for_tidying(tx, &details.resource, &details.key).await
    }
}

/// Brings records up to what a field is now, or that it is no more.
pub const KIND: Kind = Kind { name: custom::TIDYING, run: |db, job| tidy(db, job).boxed_local() };

async fn tidy(db: &Db, job: &Job) -> Result<()> {
    let named = |key: &str| job.payload.get(key).and_then(Value::as_str).unwrap_or_default();
    let mut after = named("after").parse().ok();
    loop {
        let mut tx = db.begin(Actor::system(job.tenant, job.zone)).await?;
        after = custom::tidy(&mut tx, named("resource"), named("key"), after).await?;
        match after {
            Some(last) => custom::note(&mut tx, job.id, last).await?,
            None => return tx.commit().await,
        }
        tx.commit().await?;
    }
}

/// Refuses what cannot be, and what names a dictionary or a field that there is not.
async fn check(tx: &mut Tx, details: &CustomFieldDetails) -> Result<()> {
    details.check()?;
    let table = tables::by_path(&details.resource).ok_or_else(|| Error::field("/resource", FieldCode::NotOneOf))?;
    let table = tx.table(table).await?;
    let mut wrong = Vec::new();
    if let Some(dictionary) = &details.dictionary
        && !dictionaries::lists(tx).await?.contains_key(&**dictionary)
    {
        wrong.push(FieldError::new("/dictionary", FieldCode::UnknownReference));
    }
    if let (FieldType::Formula, Some(formula)) = (details.kind, &details.formula)
        && let Err(mistake) = custom::read_formula(table, formula)
    {
        wrong.push(mistake.at("/formula"));
    }
    if let (Some(value), Some(list)) = (&details.default_value, details.list()) {
        for word in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice).iter().filter_map(Value::as_str)
        {
            if !dictionaries::has(tx, list, word).await? {
                wrong.push(FieldError::new("/default_value", FieldCode::NotOneOf));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::fields(wrong)) }
}
