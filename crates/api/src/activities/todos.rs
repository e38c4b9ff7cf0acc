//! What one has to do.

use actix_web::http::Method;
use guanxi_app::activities::todos::{self, Dismissal, TodoGroup};
use guanxi_domain::{Error, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TAG;
use crate::{Call, Endpoint, Json, Reply, endpoint::signed_in, schema};

const USUAL: i64 = 5;

/// Each kind of to-do, the most urgent first.
#[derive(Debug, Serialize, ToSchema)]
struct TodoList {
    items: Vec<TodoGroup>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shown {
    #[serde(default)]
    shown: Option<String>,
}

fn shown(call: &Call) -> Result<i64> {
    let Shown { shown } = call.query()?;
    let shown = shown.map_or(Some(USUAL), |shown| shown.parse().ok());
    shown.filter(|shown| (1..=100).contains(shown)).ok_or_else(|| Error::malformed("shown"))
}

pub fn endpoints() -> Vec<Endpoint> {
    let list = signed_in(Method::GET, "/me/todos")
        .named("list_todos", TAG, "Tell what one has to do now, by kind, each with its first records.")
        .param("shown", schema::integer())
        .returns::<TodoList>(200)
        .to(async |call: Call| {
            let shown = shown(&call)?;
            call.read(async |tx| Reply::json(&TodoList { items: todos::list(tx, shown).await? })).await
        });
    let dismiss = signed_in(Method::POST, "/me/todos/dismiss")
        .named("dismiss_todo", TAG, "Hide a to-do until its date changes.")
        .answers_nothing()
        .to(async |call: Call<Json<Dismissal>>| {
            call.write(async |tx| {
                todos::dismiss(tx, &call.body.0).await?;
                Ok(Reply::nothing())
            })
            .await
        });
    vec![list, dismiss]
}
