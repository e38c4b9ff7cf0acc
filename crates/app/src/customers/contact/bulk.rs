//! Contacts as they come in sheets.

use guanxi_domain::{Permission, Result, access::contact, customers::contact::ContactDetails};
use guanxi_persistence::{Tx, customers::contact::Contact, transfer::known};
use uuid::Uuid;

use crate::transfer::Importable;

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
        let mut customers: Vec<Uuid> = details.iter().map(|details| details.customer_id.into()).collect();
        customers.sort_unstable();
        customers.dedup();
        let known = known::contacts(tx, &customers).await?;
        let mut by_mark = std::collections::HashMap::new();
        for (customer, mobile, email, id) in known {
            for word in mobile.into_iter().chain(email) {
                by_mark.entry(format!("{customer} {word}")).or_insert(id);
            }
        }
        let find = |details: &&ContactDetails| Self::marks(details).iter().find_map(|mark| by_mark.get(mark).copied());
        Ok(details.iter().map(find).collect())
    }
}
