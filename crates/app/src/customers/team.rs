//! The team of a customer: who may give it away says who works on it.

use guanxi_domain::{Error, FieldCode, FieldError, Result, UserId, access::customer, customers::team::Team};
use guanxi_persistence::{
    Tx,
    access::user::works_here,
    customers::{customer::Customer, team as store},
    read,
};
use serde_json::{Value, json};
use uuid::Uuid;

pub async fn of(tx: &mut Tx, customer: Uuid) -> Result<Vec<Value>> {
    read::must_see::<Customer>(tx, customer).await?;
    store::of(tx, customer).await
}

pub async fn set(tx: &mut Tx, id: Uuid, team: &Team) -> Result<Vec<Value>> {
    let record = read::lock::<Customer>(tx, customer::TRANSFER, id).await?;
    let mut wrong = team.wrong(record.facts.owner);
    let users: Vec<UserId> = team.members.iter().map(|member| member.user_id).collect();
    for (index, user) in users.iter().enumerate() {
        if !works_here(tx, *user).await? {
            wrong.push(FieldError::new(format!("/members/{index}/user_id"), FieldCode::UnknownReference));
        }
    }
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    store::replace(tx, id, &team.members).await?;
    tx.emit("customer.team_changed", "customers", id, json!({"user_ids": users})).await?;
    store::of(tx, id).await
}
