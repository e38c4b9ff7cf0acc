//! The team of a customer: who may give it away says who works on it.

use guanxi_domain::{
    Code, Error, FieldCode, FieldError, Result, UserId, Version, access::customer, customers::team::Team,
};
use guanxi_persistence::{
    Tx,
    activities::about,
    customers::{
        customer::Customer,
        team::{self as store, Moves},
    },
    read,
};
use serde_json::{Value, json};
use uuid::Uuid;

/// The team of a customer at one version, so that of two who change it at once the second is told.
pub struct Listed {
    pub version: Version,
    pub members: Vec<Value>,
}

pub async fn of(tx: &mut Tx, customer: Uuid) -> Result<Listed> {
    read::must_see::<Customer>(tx, customer).await?;
    listed(tx, customer).await
}

async fn listed(tx: &mut Tx, customer: Uuid) -> Result<Listed> {
    Ok(Listed { version: store::version(tx, customer).await?, members: store::of(tx, customer).await? })
}

pub async fn set(tx: &mut Tx, id: Uuid, seen: Option<Version>, team: &Team) -> Result<Listed> {
    let record = read::lock::<Customer>(tx, customer::TRANSFER, id).await?;
    let version = store::version(tx, id).await?;
    if seen.is_some_and(|seen| seen != version) {
        return Err(Error::new(Code::VersionConflict).with("version", version.0));
    }
    let mut wrong = team.wrong(record.facts.owner);
    let users: Vec<UserId> = team.members.iter().map(|member| member.user_id).collect();
    let at_work = about::at_work(tx, &users).await?;
    for (index, user) in users.iter().enumerate() {
        if !at_work.contains(user) {
            wrong.push(FieldError::new(format!("/members/{index}/user_id"), FieldCode::UnknownReference));
        }
    }
    if !wrong.is_empty() {
        return Err(Error::fields(wrong));
    }
    let Moves { added, removed } = store::replace(tx, id, &team.members).await?;
    let listed = listed(tx, id).await?;
    if listed.version != version {
        let told = json!({"user_ids": added, "removed_ids": removed});
        tx.emit("customer.team_changed", "customers", id, told).await?;
    }
    Ok(listed)
}
