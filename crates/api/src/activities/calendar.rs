//! Calendars, and the same for programs outside.

use actix_web::http::Method;
use chrono::{DateTime, NaiveDate, Utc};
use guanxi_app::activities::calendar;
use guanxi_domain::{access::calendar_event, activities::event::Rsvp};
use guanxi_persistence::activities::event::{CalendarEvent, Entry};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TAG;
use crate::{
    Call, Endpoint, Json, Records, Reply,
    endpoint::{needs, public, signed_in},
    schema,
};

/// What a person has to do, in its order.
#[derive(Debug, Serialize, ToSchema)]
struct CalendarView {
    items: Vec<Entry>,
}

/// The address under which a program reads one's calendar. It is shown once.
#[derive(Debug, Serialize, ToSchema)]
struct CalendarFeed {
    /// Null where none was made.
    #[schema(required = true)]
    since: Option<DateTime<Utc>>,
    /// Only in the answer that makes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Token {
    token: String,
}

pub fn endpoints() -> Vec<Endpoint> {
    let events = Records::editing::<CalendarEvent>(TAG).verb::<CalendarEvent, Json<Rsvp>, _>(
        "rsvp",
        calendar_event::READ,
        "Answer an invitation.",
        async |tx, id, Json(said)| calendar::answer(tx, id, said).await,
    );
    let look = needs(calendar_event::READ, Method::GET, "/calendar")
        .named("read_calendar", TAG, "Read what one has to do on some dates: events, plans, and contacts that are due.")
        .param("from", schema::string())
        .param("to", schema::string())
        .returns::<CalendarView>(200)
        .to(async |call: Call| {
            let Dates { from, to } = call.query()?;
            call.read(async |tx| Reply::json(&CalendarView { items: calendar::look(tx, from, to).await? })).await
        });
    let since = signed_in(Method::GET, "/me/calendar-feed")
        .named("read_calendar_feed", TAG, "Tell whether programs outside may read one's calendar.")
        .returns::<CalendarFeed>(200)
        .to(async |call: Call| {
            call.read(async |tx| Reply::json(&CalendarFeed { since: calendar::feed_since(tx).await?, path: None }))
                .await
        });
    let open = signed_in(Method::POST, "/me/calendar-feed")
        .named("open_calendar_feed", TAG, "Make a secret address for one's calendar; an older one opens nothing more.")
        .returns::<CalendarFeed>(200)
        .to(async |call: Call| {
            call.write(async |tx| {
                let path = format!("/api/v1/calendar.ics?token={}", calendar::open_feed(tx).await?);
                Reply::json(&CalendarFeed { since: Some(tx.now()), path: Some(path) })
            })
            .await
        });
    let close = signed_in(Method::DELETE, "/me/calendar-feed")
        .named("close_calendar_feed", TAG, "Let nobody read one's calendar from outside any more.")
        .answers_nothing()
        .to(async |call: Call| {
            call.write(async |tx| {
                calendar::close_feed(tx).await?;
                Ok(Reply::nothing())
            })
            .await
        });
    let feed = public(Method::GET, "/calendar.ics")
        .named("read_calendar_file", TAG, "Read a calendar by its secret token (RFC 5545).")
        .param("token", schema::string())
        .sends("text/calendar")
        .to(async |call: Call| {
            let Token { token } = call.query()?;
            let text = calendar::feed(&call.app.gate, &token, call.ip().as_deref()).await?;
            let mut reply = Reply::bytes(text.into_bytes());
            reply.headers = vec![("content-type".to_owned(), "text/calendar; charset=utf-8".to_owned())];
            Ok(reply.header("cache-control", "private, max-age=300"))
        });
    [events.endpoints(), vec![look, since, open, close, feed]].into_iter().flatten().collect()
}
