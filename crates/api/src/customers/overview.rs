//! Everything about a customer on one page (3.12). What the caller may not see is a block that says so.

use actix_web::http::Method;
use guanxi_app::{
    activities::timeline::{self, Question},
    customers::hierarchy::{self, Hierarchy},
};
use guanxi_domain::{
    Code, Result, access,
    customers::customer,
    filter::{Filter, Leaf, Op},
    page::{Count, ListQuery, Sort},
};
use guanxi_persistence::{
    Record, Tx,
    activities::activity,
    customers::{contact::Contact, customer::Customer},
    leads::Lead,
    ownership, read,
};
use serde::Serialize;
use serde_json::{Value, value::RawValue};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Call, Endpoint, Reply, endpoint::needs};

/// A part of the page; null where it is denied.
#[derive(Debug, Serialize, ToSchema)]
pub struct Block {
    pub denied: bool,
    #[schema(value_type = Option<Object>)]
    pub data: Option<Box<RawValue>>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Overview {
    #[schema(value_type = Object)]
    pub customer: Box<RawValue>,
    /// The first contacts, the primary one before the others.
    pub contacts: Block,
    /// The first page of the time-line.
    pub timeline: Block,
    /// Companies below this one.
    pub subsidiaries: Block,
    /// The leads that became this customer.
    pub leads: Block,
    pub counts: Counts,
}

/// How many there are; null where it is denied. At most 10,000 are counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct Counts {
    pub contacts: Option<i64>,
    pub activities: Option<i64>,
    pub subsidiaries: Option<i64>,
    pub leads: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OwnerHistory {
    #[schema(value_type = Vec<Object>)]
    pub items: Vec<Value>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let overview = needs(customer::READ, Method::GET, "/customers/{id}/overview")
        .named("get_customer_overview", super::TAG, "Show a customer with everything around it.")
        .returns::<Overview>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| Reply::json(&overview(tx, id).await?)).await
        });
    let owners = needs(customer::READ, Method::GET, "/customers/{id}/owner-history")
        .named("get_customer_owner_history", super::TAG, "Tell who had a customer, newest first.")
        .returns::<OwnerHistory>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| {
                read::must_see::<Customer>(tx, id).await?;
                Reply::json(&OwnerHistory { items: ownership::history(tx, id).await? })
            })
            .await
        });
    let tree = needs(customer::READ, Method::GET, "/customers/{id}/hierarchy")
        .named("get_customer_hierarchy", super::TAG, "Show the companies above and below a customer.")
        .param("rollup", crate::schema::boolean())
        .returns::<Hierarchy>(200)
        .to(async |call: Call| {
            #[derive(serde::Deserialize)]
            #[serde(deny_unknown_fields)]
            struct Asked {
                #[serde(default)]
                rollup: Option<String>,
            }
            let (id, asked) = (call.id()?, call.query::<Asked>()?);
            let rollup = asked.rollup.is_some_and(|word| word == "true");
            call.read(async |tx| Reply::json(&hierarchy::of(tx, id, rollup).await?)).await
        });
    vec![overview, owners, tree]
}

async fn overview(tx: &mut Tx, id: Uuid) -> Result<Overview> {
    let record = read::get::<Customer>(tx, id).await?;
    let (contacts, contact_count) = block::<Contact>(tx, "customer_id", id, "-is_primary,name").await?;
    let (subsidiaries, subsidiary_count) = block::<Customer>(tx, "parent_id", id, "name").await?;
    let (leads, lead_count) = block::<Lead>(tx, "customer_id", id, "-created_at").await?;
    let timeline = timeline::of_customer(tx, id, &Question::default()).await?;
    let activities =
        if tx.actor().access.may(access::activity::READ) { Some(activity::count_of(tx, id).await?) } else { None };
    Ok(Overview {
        customer: raw(record.json)?,
        contacts,
        timeline: Block { denied: false, data: Some(raw(serde_json::to_vec(&timeline).map_err(unexpected)?)?) },
        subsidiaries,
        leads,
        counts: Counts { contacts: contact_count, activities, subsidiaries: subsidiary_count, leads: lead_count },
    })
}

/// The first records that refer to the customer, and how many there are.
async fn block<R: Record>(tx: &mut Tx, field: &str, id: Uuid, sort: &str) -> Result<(Block, Option<i64>)> {
    if !tx.actor().access.may(R::READ) {
        return Ok((Block { denied: true, data: None }, None));
    }
    let leaf = Leaf { field: field.to_owned(), op: Op::Eq, value: id.to_string().into() };
    let query = ListQuery {
        filter: Some(Filter::Leaf(leaf)),
        sort: Sort::parse(sort),
        limit: Some(20),
        count: Count::Capped,
        ..ListQuery::default()
    };
    let page = match read::page::<R>(tx, &query).await {
        Ok(page) => page,
        // The field that ties the records together is none of the caller's.
        Err(error) if error.code() == Code::FieldForbidden => return Ok((Block { denied: true, data: None }, None)),
        Err(error) => return Err(error),
    };
    let count = page.total.map(|total| total.value);
    Ok((Block { denied: false, data: Some(raw(page.items)?) }, count))
}

fn raw(json: Vec<u8>) -> Result<Box<RawValue>> {
    let text = String::from_utf8(json).map_err(unexpected)?;
    RawValue::from_string(text).map_err(unexpected)
}

fn unexpected(error: impl std::error::Error + Send + Sync + 'static) -> guanxi_domain::Error {
    guanxi_domain::Error::unexpected(error)
}
