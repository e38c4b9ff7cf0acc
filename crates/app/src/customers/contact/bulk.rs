//! Contacts as they come in sheets.

use std::collections::{HashMap, HashSet};

use guanxi_domain::{
    Error, Permission, Result,
    access::{contact, customer},
    customers::contact::ContactDetails,
};
use guanxi_persistence::{
    Locked, Tx,
    customers::{
        contact::{self as store, Contact},
        customer::Customer,
    },
    read,
    transfer::known,
    write,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::follows;
use crate::{
    body,
    records::Saved,
    transfer::{Importable, one_by_one},
};

impl Importable for Contact {
    const IMPORT: Permission = contact::IMPORT;
    const EXPORT: Permission = contact::EXPORT;
    const KEYS: &'static [&'static str] = &["external_id"];

    fn marks(details: &ContactDetails) -> Vec<String> {
        let customer = Uuid::from(details.customer_id);
        let mobile = details.mobile_norm().map(|mobile| format!("{customer} {mobile}"));
        let email = details.email.as_ref().map(|email| format!("{customer} {email}"));
        mobile.into_iter().chain(email).collect()
    }

    async fn known(tx: &mut Tx, details: &[&ContactDetails]) -> Result<Vec<Option<Uuid>>> {
        let known = known::contacts(tx, &customers(details.iter().copied())).await?;
        let mut by_mark = HashMap::new();
        for (customer, mobile, email, id) in known {
            for word in mobile.into_iter().chain(email) {
                by_mark.entry(format!("{customer} {word}")).or_insert(id);
            }
        }
        let find = |details: &&ContactDetails| Self::marks(details).iter().find_map(|mark| by_mark.get(mark).copied());
        Ok(details.iter().map(find).collect())
    }

    /// What asks more than whether there is one like it (who leads, whom he reports to) is created alone.
    async fn create_all(tx: &mut Tx, details: Vec<ContactDetails>, _ignore_caps: bool) -> Result<Vec<Result<Saved>>> {
        // The customer's row orders all writes to its contacts.
        let customers = lock_customers(tx, &details).await?;
        let same = Self::known(tx, &details.iter().collect::<Vec<_>>()).await?;
        let mut led: HashSet<Uuid> = store::led(tx, &customers.keys().copied().collect::<Vec<_>>()).await?;
        let mut results: Vec<Option<Result<Saved>>> = details.iter().map(|_| None).collect();
        let (mut together, mut alone) = (Vec::new(), Vec::new());
        for (index, (details, same)) in details.into_iter().zip(same).enumerate() {
            let customer = customers.get(&Uuid::from(details.customer_id)).filter(|_| {
                same.is_none() && details.reports_to_id.is_none() && !details.is_primary.unwrap_or_default()
            });
            match customer {
                Some(customer) => {
                    let (id, is_primary) = (Uuid::now_v7(), led.insert(customer.id));
                    let mut row = body::object(&ContactDetails { is_primary: Some(is_primary), ..details.clone() })?;
                    row.extend(follows(&details, customer));
                    row.insert("id".to_owned(), id.to_string().into());
                    together.push((index, id, row, details));
                }
                None => alone.push((index, details)),
            }
        }
        write(tx, together, &mut results, &mut alone).await?;
        let (places, details): (Vec<usize>, Vec<ContactDetails>) = alone.into_iter().unzip();
        for (index, saved) in places.into_iter().zip(one_by_one::<Self>(tx, details).await?) {
            if let Some(place) = results.get_mut(index) {
                *place = Some(saved);
            }
        }
        let lost = || Err(Error::unexpected("a contact without a result"));
        Ok(results.into_iter().map(|result| result.unwrap_or_else(lost)).collect())
    }
}

fn customers<'a>(details: impl Iterator<Item = &'a ContactDetails>) -> Vec<Uuid> {
    let mut customers: Vec<Uuid> = details.map(|details| details.customer_id.into()).collect();
    customers.sort_unstable();
    customers.dedup();
    customers
}

/// Those customers of new contacts that the caller may edit and that are still themselves.
async fn lock_customers(tx: &mut Tx, details: &[ContactDetails]) -> Result<HashMap<Uuid, Locked<Customer>>> {
    if !tx.actor().access.may(customer::UPDATE) {
        return Ok(HashMap::new());
    }
    let locked = read::lock_all::<Customer>(tx, customer::UPDATE, &customers(details.iter())).await?;
    let themselves = locked.into_iter().filter(|customer| customer.text("merged_into").is_none());
    Ok(themselves.map(|customer| (customer.id, customer)).collect())
}

/// A contact that waits to be written: where it stands in the sheet, its id, its row.
type New = (usize, Uuid, Map<String, Value>, ContactDetails);

/// Writes them all in one statement. Where the database refuses one of them, each is written alone.
async fn write(
    tx: &mut Tx,
    new: Vec<New>,
    results: &mut [Option<Result<Saved>>],
    alone: &mut Vec<(usize, ContactDetails)>,
) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    tx.mark().await?;
    match write::insert_many::<Contact>(tx, new.iter().map(|(_, _, row, _)| row.clone()).collect()).await {
        Ok(()) => {}
        Err(Error::Refused(_)) => {
            tx.undo().await?;
            alone.extend(new.into_iter().map(|(index, _, _, details)| (index, details)));
            return Ok(());
        }
        Err(other) => return Err(other),
    }
    for (index, id, _, _) in new {
        if let Some(place) = results.get_mut(index) {
            *place = Some(Ok(Saved::new(id)));
        }
    }
    Ok(())
}
