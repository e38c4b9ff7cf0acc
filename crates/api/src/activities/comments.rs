//! Comments on activities and reports.

use actix_web::http::Method;
use guanxi_app::activities::comments;
use guanxi_domain::activities::comment::CommentDetails;
use guanxi_persistence::{
    Record,
    activities::{activity::Activity, comment::Comment, report::WorkReport},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::{Call, Endpoint, Json, Reply, endpoint::needs};

/// What was said beside a record, the first first.
#[derive(Debug, Serialize, ToSchema)]
struct CommentList {
    items: Vec<Comment>,
}

pub fn endpoints() -> Vec<Endpoint> {
    [on::<Activity>(), on::<WorkReport>()].into_iter().flatten().collect()
}

fn on<R: Record>() -> [Endpoint; 3] {
    let (noun, path) = (R::TABLE.noun, format!("/{}/{{id}}/comments", R::TABLE.path()));
    let spoken = noun.replace('_', " ");
    [
        needs(R::READ, Method::GET, &path)
            .named(format!("list_{noun}_comments"), TAG, format!("Read what was said about a {spoken}."))
            .returns::<CommentList>(200)
            .to(async |call: Call| {
                let id = call.id()?;
                call.read(async |tx| Reply::json(&CommentList { items: comments::list::<R>(tx, id).await? })).await
            }),
        needs(R::READ, Method::POST, &path)
            .named(format!("add_{noun}_comment"), TAG, format!("Say something about a {spoken}."))
            .returns::<CommentList>(200)
            .to(async |call: Call<Json<CommentDetails>>| {
                let id = call.id()?;
                call.write(async |tx| {
                    Reply::json(&CommentList { items: comments::add::<R>(tx, id, &call.body.0).await? })
                })
                .await
            }),
        needs(R::READ, Method::DELETE, format!("{path}/{{comment_id}}"))
            .named(format!("delete_{noun}_comment"), TAG, "Take one's own comment away.")
            .answers_nothing()
            .to(async |call: Call| {
                let (id, comment) = (call.id()?, call.path_id("comment_id")?);
                call.write(async |tx| {
                    comments::delete::<R>(tx, id, comment).await?;
                    Ok(Reply::nothing())
                })
                .await
            }),
    ]
}
