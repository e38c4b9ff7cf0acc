//! Customers over HTTP.

use actix_web::http::Method;
use guanxi_app::customers::duplicates::{self, Candidate};
use guanxi_domain::customers::customer::{self, DuplicateQuestion};
use guanxi_persistence::customers::customer::Customer;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{Call, Endpoint, Json, Records, Reply, endpoint::needs};

#[derive(Debug, Serialize, ToSchema)]
pub struct DuplicateAnswer {
    pub items: Vec<Candidate>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let check = needs(customer::CREATE, Method::POST, "/customers/duplicates/check")
        .named("check_customer_duplicates", super::TAG, "Find customers and open leads that may be the same.")
        .returns::<DuplicateAnswer>(200)
        .to(async |call: Call<Json<DuplicateQuestion>>| {
            let question = &call.body.0;
            let except = question.id.map(Into::into);
            call.read(async |tx| {
                let items = duplicates::find(tx, &question.identity(), except).await?;
                Reply::json(&DuplicateAnswer { items })
            })
            .await
        });
    Records::editing::<Customer>(super::TAG).many_at_once::<Customer>().and(check).endpoints()
}
