//! Who an event concerns, before it is asked what he may see.

use std::collections::{BTreeSet, HashMap};

use guanxi_domain::{
    Result, UserId,
    notifications::rule::{Recipient, RecipientKind},
};
use guanxi_persistence::{
    Tx,
    activities::about,
    customers::knowledge,
    notifications::{dispatch::Happening, people},
};
use serde_json::{Map, Value};
use uuid::Uuid;

/// Finds people for events; what was asked once is not asked again for the next event of the same batch.
#[derive(Default)]
pub struct Finder {
    admins: Option<Vec<UserId>>,
    pools: HashMap<(Uuid, bool), Vec<UserId>>,
    superiors: HashMap<UserId, Option<UserId>>,
}

/// An event with the record it is about, as the product sees it.
pub struct Event<'a> {
    pub happening: &'a Happening,
    pub record: Option<&'a Map<String, Value>>,
}

impl Event<'_> {
    fn value(&self, key: &str) -> Option<&Value> {
        let told = self.happening.payload.get(key).filter(|value| !value.is_null());
        told.or_else(|| self.record?.get(key))
    }

    fn id(&self, key: &str) -> Option<Uuid> {
        self.value(key).and_then(Value::as_str).and_then(|id| id.parse().ok())
    }

    fn user(&self, key: &str) -> Option<UserId> {
        self.id(key).map(Into::into)
    }

    fn users(&self, key: &str) -> Vec<UserId> {
        self.value(key).and_then(|ids| serde_json::from_value(ids.clone()).ok()).unwrap_or_default()
    }
}

impl Finder {
    /// Everybody whom these recipients mean.
    pub async fn find(&mut self, tx: &mut Tx, event: &Event<'_>, wanted: &[Recipient]) -> Result<BTreeSet<UserId>> {
        let mut found = BTreeSet::new();
        let mut by_name = false;
        for recipient in wanted {
            by_name |= matches!(recipient.kind, RecipientKind::Actor | RecipientKind::Named);
            found.extend(self.one(tx, event, recipient).await?);
        }
        // Nobody is told of what he did himself, unless the rule means just him.
        if !by_name && let Some(actor) = event.happening.actor_id {
            found.remove(&actor);
        }
        Ok(found)
    }

    async fn one(&mut self, tx: &mut Tx, event: &Event<'_>, recipient: &Recipient) -> Result<Vec<UserId>> {
        let happening = event.happening;
        Ok(match recipient.kind {
            RecipientKind::Owner => event.user("owner_id").into_iter().collect(),
            RecipientKind::PreviousOwner => event.user("from_owner_id").into_iter().collect(),
            RecipientKind::Author => event.user("created_by").into_iter().collect(),
            RecipientKind::Actor => happening.actor_id.into_iter().collect(),
            RecipientKind::Superior => match event.user("superior_id") {
                Some(superior) => vec![superior],
                None => self.superior(tx, event.user("owner_id").or(happening.actor_id)).await?,
            },
            RecipientKind::Team => {
                let customer =
                    if happening.resource == "customers" { Some(happening.record_id) } else { event.id("customer_id") };
                match customer {
                    Some(customer) => people::team(tx, customer).await?,
                    None => Vec::new(),
                }
            }
            RecipientKind::PoolAdmins => self.pool(tx, event, false).await?,
            RecipientKind::PoolMembers => self.pool(tx, event, true).await?,
            RecipientKind::Mentioned => event.users("mention_ids"),
            RecipientKind::Attendees => event.users("attendee_ids"),
            RecipientKind::Reviewers => [event.users("reviewer_ids"), event.users("cc_ids")].concat(),
            RecipientKind::Named => event.user("recipient_id").into_iter().chain(event.users("user_ids")).collect(),
            RecipientKind::Subscribers if happening.resource == "customer_knowledge" => {
                knowledge::subscribers(tx, happening.record_id).await?
            }
            RecipientKind::Subscribers => Vec::new(),
            RecipientKind::Admins => self.admins(tx).await?,
            RecipientKind::Users => recipient.ids.iter().copied().map(Into::into).collect(),
            RecipientKind::Roles => people::holding(tx, &recipient.ids, &[]).await?,
            RecipientKind::Departments => people::holding(tx, &[], &recipient.ids).await?,
        })
    }

    async fn admins(&mut self, tx: &mut Tx) -> Result<Vec<UserId>> {
        Ok(match &self.admins {
            Some(admins) => admins.clone(),
            None => self.admins.insert(people::admins(tx).await?).clone(),
        })
    }

    async fn superior(&mut self, tx: &mut Tx, of: Option<UserId>) -> Result<Vec<UserId>> {
        let Some(of) = of else { return Ok(Vec::new()) };
        if let Some(known) = self.superiors.get(&of) {
            return Ok(known.iter().copied().collect());
        }
        let found = about::superiors(tx, &[of]).await?.first().map(|(_, superior)| *superior);
        self.superiors.insert(of, found);
        Ok(found.into_iter().collect())
    }

    async fn pool(&mut self, tx: &mut Tx, event: &Event<'_>, members: bool) -> Result<Vec<UserId>> {
        let Some(pool) = event.id("pool_id").or_else(|| event.id("from_pool_id")) else { return Ok(Vec::new()) };
        if let Some(known) = self.pools.get(&(pool, members)) {
            return Ok(known.clone());
        }
        let mut found = people::of_pool(tx, pool, members).await?;
        if found.is_empty() && !members {
            // What nobody keeps is the administrators' to look after.
            found = self.admins(tx).await?;
        }
        self.pools.insert((pool, members), found.clone());
        Ok(found)
    }
}
