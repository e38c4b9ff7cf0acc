//! Many leads at once, by the rules of one: every question that one lead asks is asked once for all of them.

use std::collections::HashMap;

use guanxi_domain::{
    LeadPoolId, Permission, Result, UserId,
    access::lead,
    duplicates::{Action, Policy},
    leads::{lead::LeadDetails, state::LeadStatus},
    ownership::{HoldCap, Quota},
    text::name_key,
};
use guanxi_persistence::{
    Tx,
    leads::{Lead, lead as store},
    numbering,
    ownership::{self as held, LEAD, Receiver},
    settings as stored,
    transfer::known,
    write,
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Begin, assignment, begin, check, object, score::Scorer, words};
use crate::{
    body, ownership,
    records::{Editable, Saved},
    transfer::{Given, Importable, one_by_one},
};

impl Importable for Lead {
    const IMPORT: Permission = lead::IMPORT;
    const EXPORT: Permission = lead::EXPORT;
    const KEYS: &'static [&'static str] = &["no", "external_id"];

    fn marks(details: &LeadDetails) -> Vec<String> {
        let phones = details.phones();
        if phones.is_empty() { name_mark(details).into_iter().collect() } else { phones }
    }

    async fn known(tx: &mut Tx, details: &[&LeadDetails]) -> Result<Vec<Option<Uuid>>> {
        let policy = Policy::of(&stored::load(tx).await?);
        if policy.lead_phone == Action::Off {
            return Ok(vec![None; details.len()]);
        }
        let phones: Vec<String> = details.iter().flat_map(|details| details.phones()).collect();
        store::lock_phones(tx, &phones).await?;
        let by_phone: HashMap<String, Uuid> = known::leads_by_phone(tx, &phones).await?.into_iter().collect();
        let nameless = details.iter().filter(|details| details.phones().is_empty());
        let keys: Vec<String> = nameless.filter_map(|details| company_key(details)).collect();
        let by_name = known::leads_by_name(tx, &keys).await?.into_iter();
        let by_name: HashMap<String, Uuid> =
            by_name.map(|(key, contact, id)| (mark_of(&key, contact.as_deref()), id)).collect();
        let find = |details: &&LeadDetails| {
            let phone = details.phones().iter().find_map(|phone| by_phone.get(phone).copied());
            phone.or_else(|| by_name.get(&name_mark(details).filter(|_| details.phones().is_empty())?).copied())
        };
        Ok(details.iter().map(find).collect())
    }

    async fn create_all(tx: &mut Tx, details: Vec<LeadDetails>, ignore_caps: bool) -> Result<Vec<Result<Saved>>> {
        let owners: Vec<UserId> =
            details.iter().filter_map(|details| details.owner_id).chain(tx.actor().user).collect();
        assignment::lock_people(tx, &owners).await?;
        let mut batch = Batch::open(tx, ignore_caps, &Given::new()).await?;
        let mut results: Vec<Option<Result<Saved>>> = Vec::with_capacity(details.len());
        let mut alone = Vec::new();
        let known = batch.blocking(tx, &details).await?;
        for (index, mut details) in details.into_iter().enumerate() {
            // The verdict on a duplicate, with all that may be told of it, is that of a single lead.
            if known.get(index).copied().unwrap_or_default() {
                results.push(None);
                alone.push((index, details));
                continue;
            }
            results.push(match batch.add(tx, index, &mut details).await {
                Ok(()) => None,
                Err(error) => Some(Err(error)),
            });
        }
        batch.write(tx, &mut results, &mut alone).await?;
        let (places, details): (Vec<usize>, Vec<LeadDetails>) = alone.into_iter().unzip();
        for (index, saved) in places.into_iter().zip(one_by_one::<Self>(tx, details).await?) {
            if let Some(place) = results.get_mut(index) {
                *place = Some(saved);
            }
        }
        let lost = || Err(guanxi_domain::Error::unexpected("a lead without a result"));
        Ok(results.into_iter().map(|result| result.unwrap_or_else(lost)).collect())
    }

    async fn examine_all(
        tx: &mut Tx,
        details: Vec<LeadDetails>,
        ignore_caps: bool,
        given: &mut Given,
    ) -> Result<Vec<Result<()>>> {
        let mut batch = Batch::open(tx, ignore_caps, given).await?;
        let known = batch.blocking(tx, &details).await?;
        let mut results = Vec::with_capacity(details.len());
        for (index, mut details) in details.into_iter().enumerate() {
            let refused = match known.get(index).copied().unwrap_or_default() {
                true => super::duplicates::refuse(tx, None, &details).await.err(),
                false => None,
            };
            results.push(match refused {
                Some(error) => Err(error),
                None => batch.add(tx, index, &mut details).await,
            });
        }
        for owner in batch.leads.iter().filter_map(|new| new.details.owner_id) {
            *given.entry(owner).or_default() += 1;
        }
        Ok(results)
    }
}

/// A lead without a number is known by its company and person.
fn name_mark(details: &LeadDetails) -> Option<String> {
    company_key(details).map(|key| mark_of(&key, details.contact_name.as_deref()))
}

fn company_key(details: &LeadDetails) -> Option<String> {
    details.company_name.as_deref().map(name_key).filter(|key| !key.is_empty())
}

fn mark_of(key: &str, contact: Option<&str>) -> String {
    format!("{key}|{}", contact.unwrap_or_default())
}

/// Leads that wait to be written together.
struct Batch {
    pools: Vec<held::Pool>,
    scorer: Scorer,
    owners: HashMap<UserId, Owner>,
    blocks_phones: bool,
    ignore_caps: bool,
    given: Given,
    leads: Vec<New>,
}

/// Somebody who is given leads, and how many more he may hold.
struct Owner {
    receiver: Receiver,
    origin: Uuid,
    quota: Quota,
}

struct New {
    index: usize,
    details: LeadDetails,
    more: Map<String, Value>,
}

impl Batch {
    async fn open(tx: &mut Tx, ignore_caps: bool, given: &Given) -> Result<Self> {
        let policy = Policy::of(&stored::load(tx).await?);
        Ok(Self {
            pools: held::pools(tx, &LEAD).await?,
            scorer: Scorer::load(tx).await?,
            owners: HashMap::new(),
            blocks_phones: policy.lead_phone == Action::Block || policy.lead_other == Action::Block,
            ignore_caps,
            given: given.clone(),
            leads: Vec::new(),
        })
    }

    /// Which of them may be refused as the same as a lead that is there.
    async fn blocking(&self, tx: &mut Tx, details: &[LeadDetails]) -> Result<Vec<bool>> {
        if !self.blocks_phones {
            return Ok(vec![false; details.len()]);
        }
        let phones: Vec<String> = details.iter().flat_map(LeadDetails::phones).collect();
        store::lock_phones(tx, &phones).await?;
        let known: HashMap<String, Uuid> = known::leads_by_phone(tx, &phones).await?.into_iter().collect();
        let policy = Policy::of(&stored::load(tx).await?);
        let strict = policy.lead_other == Action::Block;
        let is_known = |details: &LeadDetails| strict || details.phones().iter().any(|phone| known.contains_key(phone));
        Ok(details.iter().map(is_known).collect())
    }

    /// Checks a lead and finds its place, as when it is created alone.
    async fn add(&mut self, tx: &mut Tx, index: usize, details: &mut LeadDetails) -> Result<()> {
        check(tx, details).await?;
        let (now, today) = (tx.now(), tx.today());
        let begin = begin(tx, details).await?;
        let mut more = match begin {
            Begin::Owner(user) => {
                let next = ownership::first_contact(tx).await?;
                let ignore_caps = self.ignore_caps;
                let owner = self.owner(tx, user).await?;
                if !ignore_caps {
                    HoldCap::of(owner.quota).admit(1).map_err(|refusal| refusal.into_error(LEAD.already_claimed))?;
                }
                owner.quota.used += 1;
                (details.owner_id, details.pool_id) = (Some(user), None);
                json!({
                    "status": LeadStatus::Pending, "owner_department_id": owner.receiver.department_id,
                    "owned_since": now, "owned_on": today, "next_contact_at": next, "origin_pool_id": owner.origin,
                })
            }
            Begin::Pool => {
                let pool = match details.pool_id {
                    Some(pool) => {
                        held::must_receive(&self.pools, pool.0, "/pool_id")?;
                        pool.0
                    }
                    None => ownership::pool_for(&self.pools, None, None)?,
                };
                (details.owner_id, details.pool_id) = (None, Some(LeadPoolId(pool)));
                json!({
                    "status": LeadStatus::Unassigned, "pooled_at": now, "pooled_on": today, "pooled_by": "creation",
                    "origin_pool_id": pool,
                })
            }
        };
        let mut lead = object(more.take());
        let columns = lead.clone();
        lead.extend(body::object(details)?);
        lead.insert("name".to_owned(), details.name().into());
        let (score, grade) = self.scorer.rate(tx, &lead);
        let mut more = columns;
        more.insert("score".to_owned(), score.into());
        more.insert("grade".to_owned(), grade.into());
        self.leads.push(New { index, details: details.clone(), more });
        Ok(())
    }

    async fn owner(&mut self, tx: &mut Tx, user: UserId) -> Result<&mut Owner> {
        use std::collections::hash_map::Entry;
        match self.owners.entry(user) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let receiver = ownership::lock_receiver(tx, &LEAD, user, "/owner_id").await?;
                ownership::may_give(tx, lead::ASSIGN, &receiver)?;
                let settings = stored::load(tx).await?;
                let mut quota = ownership::quota(tx, &LEAD, &receiver, &settings).await?;
                quota.used += self.given.get(&user).copied().unwrap_or_default();
                let origin = ownership::pool_for(&self.pools, None, Some(&receiver))?;
                Ok(place.insert(Owner { receiver, origin, quota }))
            }
        }
    }

    /// Writes them all in one statement. Where the database refuses one of them, each is written alone.
    async fn write(
        self,
        tx: &mut Tx,
        results: &mut [Option<Result<Saved>>],
        alone: &mut Vec<(usize, LeadDetails)>,
    ) -> Result<()> {
        if self.leads.is_empty() {
            return Ok(());
        }
        let numbers = numbering::draw_many(tx, LEAD.object, self.leads.len()).await?;
        let (mut rows, mut log) = (Vec::with_capacity(numbers.len()), Vec::with_capacity(numbers.len()));
        let mut pooled: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for (new, no) in self.leads.iter().zip(numbers) {
            let id = Uuid::now_v7();
            let mut row = body::object(&new.details)?;
            row.extend(Lead::derived(&new.details));
            row.extend(new.more.clone());
            row.extend(words(&new.details, &no));
            row.insert("no".to_owned(), no.into());
            row.insert("id".to_owned(), id.to_string().into());
            rows.push(row);
            let pool = new.details.pool_id.map(|pool| pool.0);
            if let Some(pool) = pool {
                pooled.entry(pool).or_default().push(id);
            }
            log.push((id, new.details.owner_id, pool));
        }
        tx.mark().await?;
        match write::insert_many::<Lead>(tx, rows).await {
            Ok(()) => {}
            Err(guanxi_domain::Error::Refused(_)) => {
                tx.undo().await?;
                alone.extend(self.leads.into_iter().map(|new| (new.index, new.details)));
                return Ok(());
            }
            Err(other) => return Err(other),
        }
        held::log_new(tx, &LEAD, &log).await?;
        for (pool, leads) in pooled {
            assignment::share_out(tx, &leads, pool, None).await?;
        }
        for (new, (id, _, _)) in self.leads.iter().zip(log) {
            if let Some(place) = results.get_mut(new.index) {
                *place = Some(Ok(Saved::new(id)));
            }
        }
        Ok(())
    }
}
