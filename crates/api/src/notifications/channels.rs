//! How an organisation's messages leave the product.

use actix_web::http::Method;
use guanxi_app::notifications::channels;
use guanxi_domain::{access::notification_channel, notifications::channel::RobotAddress};
use guanxi_persistence::notifications::NotificationChannel;

use super::TAG;
use crate::{Call, Endpoint, Json, Records, endpoint::needs, records::reply, schema};

pub fn endpoints() -> Vec<Endpoint> {
    let address = needs(notification_channel::UPDATE, Method::POST, "/notification-channels/{id}/address")
        .named("set_notification_channel_address", TAG, "Say where the robot of a group is; it is not shown again.")
        .answers(200, schema::reference("NotificationChannel"))
        .to(async |call: Call<Json<RobotAddress>>| {
            let (id, private) = (call.id()?, call.app.private_webhooks);
            call.write(async |tx| {
                let saved = channels::set_address(tx, id, &call.body.0, private).await?;
                reply::<NotificationChannel>(tx, saved).await
            })
            .await
        });
    Records::editing::<NotificationChannel>(TAG)
        .and(address)
        .verb::<NotificationChannel, (), _>(
            "test",
            notification_channel::UPDATE,
            "Send oneself a word by a channel.",
            async |tx, id, ()| channels::test(tx, id).await,
        )
        .endpoints()
}
