//! One's own messages, and how one wants to get them.

use actix_web::http::Method;
use guanxi_app::notifications::inbox::{self, ReadMarks, Unread};
use guanxi_domain::{access::notification, notifications::people::Preferences};

use super::TAG;
use crate::{Call, Endpoint, Json, Reply, endpoint::needs};

pub fn endpoints() -> Vec<Endpoint> {
    let unread = needs(notification::READ, Method::GET, "/notifications/unread")
        .named("count_unread_notifications", TAG, "Tell how many messages one has not read.")
        .returns::<Unread>(200)
        .to(async |call: Call| call.read(async |tx| Reply::json(&inbox::unread(tx).await?)).await);
    let read = needs(notification::READ, Method::POST, "/notifications/read")
        .named("read_notifications", TAG, "Note that one has read some messages (`ids`), or `all`.")
        .returns::<Unread>(200)
        .to(async |call: Call<Json<ReadMarks>>| {
            call.write(async |tx| Reply::json(&inbox::read(tx, &call.body.0).await?)).await
        });
    let preferences = needs(notification::READ, Method::GET, "/me/notification-preferences")
        .named("get_notification_preferences", TAG, "Tell of what, by which channels and when one is told.")
        .returns::<Preferences>(200)
        .to(async |call: Call| call.read(async |tx| Reply::json(&inbox::preferences(tx).await?)).await);
    let prefer = needs(notification::READ, Method::PUT, "/me/notification-preferences")
        .named("set_notification_preferences", TAG, "Choose by which channels one is told of what, and when not.")
        .returns::<Preferences>(200)
        .to(async |call: Call<Json<Preferences>>| {
            call.write(async |tx| Reply::json(&inbox::prefer(tx, &call.body.0).await?)).await
        });
    vec![unread, read, preferences, prefer]
}
