//! Following an import: its state as events, until it rests.

use actix_web::{HttpResponse, http::header, web::Bytes};
use futures_util::stream::{self, Stream};
use guanxi_app::transfer::importing::{self};
use guanxi_domain::{Actor, Result};
use guanxi_persistence::{
    Db,
    transfer::imports::{self},
};
use serde_json::json;
use uuid::Uuid;

use super::{PULSE, QUIET};
use crate::{Call, Reply};

pub(super) async fn progress(call: Call) -> Result<Reply> {
    let (id, actor) = (call.id()?, call.actor()?.clone());
    // What may not be seen is refused before the stream begins.
    let mut tx = call.app.db.read(actor.clone()).await?;
    importing::see(&mut tx, id).await?;
    tx.commit().await?;
    let response = HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(pulses(call.app.db.clone(), actor, id));
    Ok(Reply::response(response))
}

/// What those who follow an import have been told.
struct Followed {
    db: Db,
    actor: Actor,
    id: Uuid,
    told: String,
    quiet: u32,
    over: bool,
}

/// The state of an import whenever it changes; the last message says that nothing goes on any more. It is read from the
/// database each time, so that it does not matter which server works, or which one is asked.
fn pulses(db: Db, actor: Actor, id: Uuid) -> impl Stream<Item = Result<Bytes>> {
    let followed = Followed { db, actor, id, told: String::new(), quiet: 0, over: false };
    stream::unfold(followed, |mut followed| async move {
        if followed.over {
            return None;
        }
        loop {
            if !followed.told.is_empty() {
                tokio::time::sleep(PULSE).await;
            }
            // A server that stops does not wait for those who follow; they ask the next one.
            if *followed.db.feed_closed().borrow() {
                return None;
            }
            match followed.look().await {
                Err(error) => {
                    followed.over = true;
                    return Some((Err(error), followed));
                }
                Ok(Some(message)) => return Some((Ok(message), followed)),
                Ok(None) => {}
            }
        }
    })
}

impl Followed {
    async fn look(&mut self) -> Result<Option<Bytes>> {
        let mut tx = self.db.read(self.actor.clone()).await?;
        let import = imports::get(&mut tx, self.id).await?;
        tx.commit().await?;
        let counts = import.counts();
        let state = json!({
            "id": import.id, "status": import.status.0, "working": import.working, "total": counts.total,
            "processed": counts.processed(), "counts": counts, "undone": import.undone, "error": import.error,
        })
        .to_string();
        self.over = import.working.is_none();
        if state == self.told && !self.over {
            self.quiet += 1;
            let speaks = self.quiet.is_multiple_of(QUIET);
            return Ok(speaks.then(|| Bytes::from_static(b": still there\n\n")));
        }
        let event = if self.over { "done" } else { "progress" };
        let message = format!("event: {event}\ndata: {state}\n\n");
        self.told = state;
        Ok(Some(message.into()))
    }
}
