//! Customers, contacts, and the public sea.

mod customer;
mod overview;

use actix_web::http::Method;
use guanxi_app::customers::knowledge;
use guanxi_domain::{UserId, access::customer_knowledge};
use guanxi_persistence::customers::{
    contact::Contact,
    knowledge::{Knowledge, Subscription},
    pool::CustomerPool,
    relation::Relation,
};
use guanxi_persistence::read;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Call, Endpoint, Records, Reply, endpoint::needs};

const TAG: &str = "customers";

pub fn endpoints() -> Vec<Endpoint> {
    let contacts = Records::editing::<Contact>(TAG).many_at_once::<Contact>().endpoints();
    let pools = Records::editing::<CustomerPool>(TAG).endpoints();
    let relations = Records::editing::<Relation>(TAG).endpoints();
    let entries = Records::editing::<Knowledge>(TAG)
        .verb::<Knowledge, (), _>(
            "publish",
            customer_knowledge::PUBLISH,
            "Tell those who subscribed what is known about a customer.",
            async |tx, id, ()| knowledge::publish(tx, id).await,
        )
        .and(audience())
        .endpoints();
    let subscriptions = Records::editing::<Subscription>(TAG).endpoints();
    [customer::endpoints(), overview::endpoints(), contacts, pools, relations, entries, subscriptions]
        .into_iter()
        .flatten()
        .collect()
}

/// Those who are told of an entry when it is published.
#[derive(Serialize, ToSchema)]
struct Audience {
    user_ids: Vec<UserId>,
}

fn audience() -> Endpoint {
    needs(customer_knowledge::PUBLISH, Method::GET, "/customer-knowledge/{id}/audience")
        .named("get_customer_knowledge_audience", TAG, "Tell who is told of what is known about a customer.")
        .returns::<Audience>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| {
                read::must_see::<Knowledge>(tx, id).await?;
                Reply::json(&Audience { user_ids: knowledge::audience(tx, id).await? })
            })
            .await
        })
}
