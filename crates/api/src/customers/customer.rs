//! Customers over HTTP.

use actix_web::http::Method;
use guanxi_app::{
    customers::{
        duplicates::{self, Candidate},
        team,
        verbs::{self, IntoPool, KeyAccount, Lock, Transfer},
    },
    ownership::{self as held, LetGo, ToUser},
    records,
};
use guanxi_domain::{
    Result, Version,
    access::key_account,
    customers::{
        customer::{self, DuplicateQuestion},
        team::Team,
    },
};
use guanxi_persistence::customers::customer::Customer;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Call, Endpoint, Json, Records, Reply, endpoint::needs, records::Nothing};

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
    let customers = Records::editing::<Customer>(super::TAG).many_at_once::<Customer>().and(check);
    batches(verbs(customers)).and(team()).and(set_team()).endpoints()
}

fn verbs(customers: Records) -> Records {
    customers
        .verb::<Customer, (), _>("claim", customer::CLAIM, "Take a customer out of its pool.", async |tx, id, ()| {
            held::claim::<Customer>(tx, id).await
        })
        .verb::<Customer, Json<ToUser>, _>(
            "assign",
            customer::ASSIGN,
            "Give a customer to somebody.",
            async |tx, id, Json(to)| held::assign::<Customer>(tx, id, to).await,
        )
        .verb::<Customer, Json<LetGo>, _>(
            "release",
            customer::RELEASE,
            "Put a customer into the public sea.",
            async |tx, id, Json(why)| held::let_go::<Customer>(tx, id, why).await,
        )
        .verb::<Customer, Json<Transfer>, _>(
            "transfer",
            customer::TRANSFER,
            "Give an owned customer to another owner.",
            async |tx, id, Json(asked)| verbs::transfer(tx, id, asked).await,
        )
        .verb::<Customer, Json<IntoPool>, _>(
            "move",
            customer::MOVE,
            "Put a customer that lies in a pool into another.",
            async |tx, id, Json(to)| verbs::move_one(tx, id, to).await,
        )
        .verb::<Customer, Json<Lock>, _>(
            "lock",
            customer::LOCK,
            "Keep a customer from being taken back.",
            async |tx, id, Json(asked)| verbs::lock(tx, id, asked).await,
        )
        .verb::<Customer, (), _>("unlock", customer::LOCK, "End the lock of a customer.", async |tx, id, ()| {
            verbs::unlock(tx, id).await
        })
        .verb::<Customer, Json<KeyAccount>, _>(
            "set-key-account",
            key_account::SET,
            "Say whether a customer is a key account.",
            async |tx, id, Json(asked)| verbs::set_key_account(tx, id, asked).await,
        )
}

fn batches(customers: Records) -> Records {
    customers
        .batch::<Customer, Nothing, _>(
            "claim",
            customer::CLAIM,
            "Take customers out of their pools.",
            async |tx, ids, atomic, _| held::claim_all::<Customer>(tx, &ids, atomic).await,
        )
        .batch::<Customer, ToUser, _>(
            "assign",
            customer::ASSIGN,
            "Give customers to somebody.",
            async |tx, ids, atomic, to| held::assign_all::<Customer>(tx, &ids, atomic, to).await,
        )
        .batch::<Customer, LetGo, _>(
            "release",
            customer::RELEASE,
            "Put customers into the public sea.",
            async |tx, ids, atomic, why| held::let_go_all::<Customer>(tx, &ids, atomic, why).await,
        )
        .batch::<Customer, Transfer, _>(
            "transfer",
            customer::TRANSFER,
            "Give owned customers to another owner.",
            async |tx, ids, atomic, asked| verbs::transfer_all(tx, &ids, atomic, asked).await,
        )
        .batch::<Customer, IntoPool, _>(
            "move",
            customer::MOVE,
            "Put customers that lie in pools into another.",
            async |tx, ids, atomic, to| verbs::move_all(tx, &ids, atomic, to).await,
        )
        .batch::<Customer, Lock, _>(
            "lock",
            customer::LOCK,
            "Keep customers from being taken back.",
            async |tx, ids, atomic, asked| verbs::lock_all(tx, &ids, atomic, asked).await,
        )
        .batch::<Customer, Nothing, _>(
            "unlock",
            customer::LOCK,
            "End the locks of customers.",
            async |tx, ids, atomic, _| {
                records::each(tx, &ids, atomic, async |tx, id| verbs::unlock(tx, id).await.map(drop)).await
            },
        )
}

/// Somebody who works on a customer beside its owner.
#[derive(Serialize, ToSchema)]
struct TeamMember {
    user_id: Uuid,
    user_name: String,
    department_id: Uuid,
    /// `read` or `read_write`.
    access: String,
    role_label: Option<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<String>,
    expired: bool,
}

#[derive(Serialize, ToSchema)]
struct TeamMembers {
    #[schema(value_type = Vec<TeamMember>)]
    items: Vec<Value>,
    /// What a change of the team gives back in `If-Match`.
    version: Version,
}

fn listed(team: team::Listed) -> Result<Reply> {
    let etag = format!("\"{}\"", team.version.0);
    Ok(Reply::json(&TeamMembers { items: team.members, version: team.version })?.header("etag", etag))
}

fn team() -> Endpoint {
    needs(customer::READ, Method::GET, "/customers/{id}/team")
        .named("get_customer_team", super::TAG, "Tell who works on a customer beside its owner.")
        .returns::<TeamMembers>(200)
        .to(async |call: Call| {
            let id = call.id()?;
            call.read(async |tx| listed(team::of(tx, id).await?)).await
        })
}

fn set_team() -> Endpoint {
    needs(customer::TRANSFER, Method::PUT, "/customers/{id}/team")
        .named("set_customer_team", super::TAG, "Say who works on a customer beside its owner.")
        .if_match()
        .returns::<TeamMembers>(200)
        .to(async |call: Call<Json<Team>>| {
            let (id, seen) = (call.id()?, call.seen()?);
            call.write(async |tx| listed(team::set(tx, id, seen, &call.body.0).await?)).await
        })
}
