//! Many customers at once, by the rules of one: every question that one customer asks is asked once for all of them.

use std::collections::HashMap;

use guanxi_domain::{
    Error, Permission, Result, UserId,
    access::customer,
    customers::customer::{CustomerDetails, Identity},
    duplicates::{self, Action, MatchLevel, Object, Policy},
    ownership::{HoldCap, Quota},
};
use guanxi_persistence::{
    Tx,
    customers::customer::Customer,
    numbering,
    ownership::{self as kernel, CUSTOMER},
    settings as stored,
    transfer::known::{self, KnownCustomer},
    write,
};
use uuid::Uuid;

use super::{Place, check_uscc, derived};
use crate::{
    body, ownership,
    records::Saved,
    transfer::{Given, Importable, one_by_one},
};

/// What is written beside a customer that was imported though it is known.
const REASON: &str = "导入时选择了重复也创建";

impl Importable for Customer {
    const IMPORT: Permission = customer::IMPORT;
    const EXPORT: Permission = customer::EXPORT;
    const KEYS: &'static [&'static str] = &["no", "uscc", "external_id"];

    fn marks(details: &CustomerDetails) -> Vec<String> {
        let identity = details.identity();
        let name = Some(format!("name:{}", identity.name_key)).filter(|_| !identity.name_key.is_empty());
        let code = identity.uscc.as_ref().map(|code| format!("uscc:{code}"));
        let phones = identity.phones.iter().filter(|_| identity.is_person).map(|phone| format!("phone:{phone}"));
        name.into_iter().chain(code).chain(phones).collect()
    }

    async fn known(tx: &mut Tx, details: &[&CustomerDetails]) -> Result<Vec<Option<Uuid>>> {
        let identities: Vec<Identity> = details.iter().map(|details| details.identity()).collect();
        let compared = Compared::with(tx, &identities).await?;
        Ok(identities.iter().map(|identity| compared.same(identity)).collect())
    }

    async fn create_all(tx: &mut Tx, details: Vec<CustomerDetails>, ignore_caps: bool) -> Result<Vec<Result<Saved>>> {
        let policy = Policy::of(&stored::load(tx).await?);
        let identities: Vec<Identity> = details.iter().map(CustomerDetails::identity).collect();
        let compared = Compared::with(tx, &identities).await?;
        let mut batch = Batch::open(tx, ignore_caps, &Given::new()).await?;
        let (mut together, mut alone) = (Vec::new(), Vec::new());
        let mut results: Vec<Option<Result<Saved>>> = Vec::with_capacity(details.len());
        for (index, (mut details, identity)) in details.into_iter().zip(identities).enumerate() {
            let is_known = compared.same(&identity).is_some();
            if is_strict(&policy) || is_known || details.parent_id.is_some() {
                override_known(tx, &mut details, is_known);
                results.push(None);
                alone.push((index, details));
                continue;
            }
            details.duplicate_reason = None;
            results.push(match batch.place(tx, &details).await {
                Ok(place) => {
                    together.push(New { index, details, identity, place });
                    None
                }
                Err(error) => Some(Err(error)),
            });
        }
        write(tx, together, &mut results, &mut alone).await?;
        let (places, details): (Vec<usize>, Vec<CustomerDetails>) = alone.into_iter().unzip();
        for (index, saved) in places.into_iter().zip(one_by_one::<Self>(tx, details).await?) {
            if let Some(place) = results.get_mut(index) {
                *place = Some(saved);
            }
        }
        Ok(results.into_iter().map(|result| result.unwrap_or_else(lost)).collect())
    }

    async fn examine_all(
        tx: &mut Tx,
        details: Vec<CustomerDetails>,
        ignore_caps: bool,
        given: &mut Given,
    ) -> Result<Vec<Result<()>>> {
        let policy = Policy::of(&stored::load(tx).await?);
        let identities: Vec<Identity> = details.iter().map(CustomerDetails::identity).collect();
        let compared = Compared::with(tx, &identities).await?;
        let mut batch = Batch::open(tx, ignore_caps, given).await?;
        let mut results = Vec::with_capacity(details.len());
        for (mut details, identity) in details.into_iter().zip(identities) {
            let is_known = compared.same(&identity).is_some();
            if is_strict(&policy) || is_known || details.parent_id.is_some() {
                override_known(tx, &mut details, is_known);
                let created = one_by_one::<Self>(tx, vec![details]).await?.pop();
                results.push(created.unwrap_or_else(lost).map(drop));
                continue;
            }
            results.push(match batch.place(tx, &details).await {
                Ok(Place::Owner { id, .. }) => {
                    *given.entry(id).or_default() += 1;
                    Ok(())
                }
                Ok(Place::Pool(_)) => Ok(()),
                Err(error) => Err(error),
            });
        }
        Ok(results)
    }
}

/// Whether names that are only alike block: then every name is looked at on its own.
fn is_strict(policy: &Policy) -> bool {
    policy.strong == Action::Block || policy.possible == Action::Block
}

/// Says why a customer is written that is known: those who may were asked, and chose so.
fn override_known(tx: &Tx, details: &mut CustomerDetails, is_known: bool) {
    let may = tx.actor().access.may(customer::CREATE_DUPLICATE);
    if is_known && may && details.duplicate_reason.is_none() {
        details.duplicate_reason = guanxi_domain::text::Note::new(REASON).ok();
    }
}

fn lost() -> Result<Saved> {
    Err(Error::unexpected("a customer without a result"))
}

struct New {
    index: usize,
    details: CustomerDetails,
    identity: Identity,
    place: Place,
}

/// Customers that are there, by all that makes two the same.
struct Compared {
    policy: Policy,
    known: Vec<(Uuid, Identity)>,
    by_key: HashMap<String, Vec<usize>>,
}

impl Compared {
    /// Finds those that may be the same as one of these, while nobody else can write another.
    async fn with(tx: &mut Tx, identities: &[Identity]) -> Result<Self> {
        let names: Vec<String> =
            identities.iter().map(|identity| identity.name_key.clone()).filter(|key| !key.is_empty()).collect();
        let codes: Vec<String> = identities.iter().filter_map(|identity| identity.uscc.clone()).collect();
        let people = identities.iter().filter(|identity| identity.is_person);
        let numbers: Vec<String> = people.flat_map(|identity| identity.phones.iter().cloned()).collect();
        let phones: Vec<String> = numbers.iter().map(|phone| format!("phone:{phone}")).collect();
        known::lock_names(tx, &[names.as_slice(), numbers.as_slice()].concat()).await?;
        let found = known::customers(tx, &names, &codes, &phones).await?;
        let known: Vec<(Uuid, Identity)> = found.into_iter().map(|known| (known.id, identity_of(known))).collect();
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, (_, identity)) in known.iter().enumerate() {
            for key in keys(identity) {
                by_key.entry(key).or_default().push(index);
            }
        }
        Ok(Self { policy: Policy::of(&stored::load(tx).await?), known, by_key })
    }

    /// The customer that is exactly the same, by the rule of a single one.
    fn same(&self, identity: &Identity) -> Option<Uuid> {
        let ours = identity.facts(Object::Customer);
        let candidates = keys(identity).into_iter().filter_map(|key| self.by_key.get(&key)).flatten();
        candidates.filter_map(|index| self.known.get(*index)).find_map(|(id, theirs)| {
            let hit = duplicates::compare(&ours, &theirs.facts(Object::Customer), &self.policy)?;
            // A namesake that blocks nothing is somebody else.
            let same = hit.level == MatchLevel::Exact && (hit.blocking || self.policy.exact != Action::Block);
            same.then_some(*id)
        })
    }
}

fn keys(identity: &Identity) -> Vec<String> {
    let name = Some(&identity.name_key).filter(|key| !key.is_empty()).map(|key| format!("name:{key}"));
    let code = identity.uscc.as_ref().map(|code| format!("uscc:{code}"));
    let phones = identity.phones.iter().map(|phone| format!("phone:{phone}"));
    name.into_iter().chain(code).chain(phones).collect()
}

fn identity_of(known: KnownCustomer) -> Identity {
    let keys =
        |sort: &'static str| known.match_keys.iter().filter_map(move |key| key.strip_prefix(sort)).map(str::to_owned);
    Identity {
        is_person: known.is_person,
        phones: keys("phone:").collect(),
        emails: keys("mail:").collect(),
        website: keys("site:").next(),
        name_key: known.name_key,
        uscc: known.uscc,
    }
}

/// Where new customers go: asked once for each owner.
struct Batch {
    pools: Vec<kernel::Pool>,
    owners: HashMap<UserId, (Place, Quota)>,
    ignore_caps: bool,
    given: Given,
}

impl Batch {
    async fn open(tx: &mut Tx, ignore_caps: bool, given: &Given) -> Result<Self> {
        let pools = kernel::pools(tx, &CUSTOMER).await?;
        Ok(Self { pools, owners: HashMap::new(), ignore_caps, given: given.clone() })
    }

    async fn place(&mut self, tx: &mut Tx, details: &CustomerDetails) -> Result<Place> {
        check_uscc(tx, details).await?;
        if details.owner_id.is_some() && details.pool_id.is_some() {
            return Err(Error::field("/pool_id", guanxi_domain::FieldCode::Invalid));
        }
        if let Some(pool) = details.pool_id.map(Uuid::from) {
            kernel::must_receive(&self.pools, pool, "/pool_id")?;
            return Ok(Place::Pool(pool));
        }
        let Some(owner) = details.owner_id.or(tx.actor().user) else {
            return Ok(Place::Pool(ownership::pool_for(&self.pools, None, None)?));
        };
        if !self.owners.contains_key(&owner) {
            let found = self.owner(tx, owner).await?;
            self.owners.insert(owner, found);
        }
        let (place, quota) = self.owners.get_mut(&owner).ok_or_else(|| Error::unexpected("an owner was lost"))?;
        if !self.ignore_caps {
            HoldCap::of(*quota).admit(1).map_err(|refusal| refusal.into_error(CUSTOMER.already_claimed))?;
        }
        quota.used += 1;
        Ok(place.clone())
    }

    async fn owner(&self, tx: &mut Tx, owner: UserId) -> Result<(Place, Quota)> {
        let receiver = ownership::lock_receiver(tx, &CUSTOMER, owner, "/owner_id").await?;
        ownership::may_give(tx, customer::ASSIGN, &receiver)?;
        let settings = stored::load(tx).await?;
        let mut quota = ownership::quota(tx, &CUSTOMER, &receiver, &settings).await?;
        quota.used += self.given.get(&owner).copied().unwrap_or_default();
        let origin = ownership::pool_for(&self.pools, None, Some(&receiver))?;
        Ok((Place::Owner { id: owner, department: receiver.department_id, origin }, quota))
    }
}

/// Writes them all in one statement. Where the database refuses one of them, each is written alone.
async fn write(
    tx: &mut Tx,
    new: Vec<New>,
    results: &mut [Option<Result<Saved>>],
    alone: &mut Vec<(usize, CustomerDetails)>,
) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    let numbers = numbering::draw_many(tx, CUSTOMER.object, new.len()).await?;
    let (mut rows, mut log) = (Vec::with_capacity(new.len()), Vec::with_capacity(new.len()));
    for (new, no) in new.iter().zip(numbers) {
        let id = Uuid::now_v7();
        let mut row = body::object(&new.details)?;
        row.extend(derived(&new.details, &new.identity, &no));
        row.extend(new.place.columns(tx).await?);
        row.insert("no".to_owned(), no.into());
        row.insert("id".to_owned(), id.to_string().into());
        rows.push(row);
        let (owner, pool) = new.place.log();
        log.push((id, owner, pool));
    }
    tx.mark().await?;
    match write::insert_many::<Customer>(tx, rows).await {
        Ok(()) => {}
        Err(Error::Refused(_)) => {
            tx.undo().await?;
            alone.extend(new.into_iter().map(|new| (new.index, new.details)));
            return Ok(());
        }
        Err(other) => return Err(other),
    }
    kernel::log_new(tx, &CUSTOMER, &log).await?;
    for (new, (id, _, _)) in new.iter().zip(log) {
        if let Some(place) = results.get_mut(new.index) {
            *place = Some(Ok(Saved::new(id)));
        }
    }
    Ok(())
}
