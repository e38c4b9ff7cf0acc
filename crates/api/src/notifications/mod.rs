//! What people are told, who decides that, and how it went out.

mod channels;
mod inbox;
mod webhooks;

use actix_web::http::Method;
use guanxi_app::notifications::{
    catalogue::{self, Known},
    rules::{self, Preview},
};
use guanxi_domain::{
    access::{notification_delivery, notification_template},
    notifications::{
        people::TemplateDraft,
        rule::{Channel, Recipient},
    },
};
use guanxi_persistence::notifications::{Delivery, Notification, Rule, Template};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    Call, Endpoint, Json, Records, Reply,
    endpoint::{needs, signed_in},
    meta::Label,
};

const TAG: &str = "notifications";

/// Every event that people or programs can be told of.
#[derive(Debug, Serialize, ToSchema)]
struct EventList {
    items: Vec<EventMeta>,
}

#[derive(Debug, Serialize, ToSchema)]
struct EventMeta {
    event: String,
    label: Label,
    /// The resource of its record.
    #[schema(required = true)]
    resource: Option<String>,
    /// What a template may say as `{{variable}}`.
    variables: Vec<String>,
    /// Who is told where the organisation has no rule of its own; null: nobody.
    #[schema(required = true)]
    usual: Option<UsualRule>,
    /// The product's own words.
    subject: Label,
    body: Label,
}

#[derive(Debug, Serialize, ToSchema)]
struct UsualRule {
    recipients: Vec<Recipient>,
    channels: Vec<Channel>,
}

pub fn endpoints() -> Vec<Endpoint> {
    let events = signed_in(Method::GET, "/meta/events")
        .named("list_events", TAG, "List the events there are, what templates may say of them, and who usually hears.")
        .returns::<EventList>(200)
        .to(async |_: Call| Reply::json(&EventList { items: catalogue::all().iter().map(event).collect() }));
    let preview = needs(notification_template::READ, Method::POST, "/notification-templates/preview")
        .named("preview_notification_template", TAG, "Fill a template in, with a record as the caller sees it.")
        .returns::<Preview>(200)
        .to(async |call: Call<Json<TemplateDraft>>| {
            call.read(async |tx| Reply::json(&rules::preview(tx, &call.body.0).await?)).await
        });
    let areas = [
        vec![events, preview],
        inbox::endpoints(),
        webhooks::endpoints(),
        Records::reading::<Notification>(TAG).endpoints(),
        Records::editing::<Rule>(TAG).endpoints(),
        Records::editing::<Template>(TAG)
            .verb::<Template, (), _>(
                "test",
                notification_template::UPDATE,
                "Send it to oneself, with names in the places of values.",
                async |tx, id, ()| rules::test(tx, id).await,
            )
            .endpoints(),
        channels::endpoints(),
        Records::reading::<Delivery>(TAG)
            .verb::<Delivery, (), _>(
                "retry",
                notification_delivery::RETRY,
                "Try once more to send what could not be sent.",
                async |tx, id, ()| rules::retry(tx, id).await,
            )
            .endpoints(),
    ];
    areas.into_iter().flatten().collect()
}

fn event(known: &Known) -> EventMeta {
    let both =
        |index: usize| Label { zh: known.words(false)[index].to_owned(), en: known.words(true)[index].to_owned() };
    let [zh, en] = known.label.clone();
    EventMeta {
        event: known.name.clone(),
        label: Label { zh, en },
        resource: known.table.map(|table| table.path()),
        variables: known.variables(),
        usual: known.preset.filter(|event| !event.to.is_empty()).map(|event| {
            let catalogue::Rule { recipients, channels, .. } = catalogue::usual(event);
            UsualRule { recipients, channels }
        }),
        subject: both(0),
        body: both(1),
    }
}
