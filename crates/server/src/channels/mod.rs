//! The ways out of the product that this installation has: what is not set up only notes that there was a message.

mod http;
mod mail;
mod robots;

use std::sync::Arc;

use anyhow::{Context, Result};
use futures_util::future::BoxFuture;
use guanxi_app::notifications::{
    channels::Way,
    sending::{HttpCall, Message, Outbound},
};
use guanxi_domain::notifications::{
    delivery::{Attempt, Trouble},
    rule::Channel,
};

use self::{http::Http, mail::Mail, robots::Sms};
use crate::config::{Config, Secret};

struct Ways {
    mail: Option<Mail>,
    sms: Option<Sms>,
    http: Http,
    /// Whether webhooks and robots may lie in our own network.
    inside: bool,
}

/// Opens all that are set up.
pub fn open(config: &Config) -> Result<Arc<dyn Outbound>> {
    let config = &config.notifications;
    let mail = config.smtp_url.as_ref().map(|url| Mail::new(url.reveal(), &config.mail_from));
    let sms = config.sms_url.as_ref().map(|url| Sms {
        url: url.reveal().to_owned(),
        token: config.sms_token.as_ref().map(Secret::reveal).map(str::to_owned),
    });
    Ok(Arc::new(Ways {
        mail: mail.transpose().context("GUANXI_SMTP_URL or GUANXI_MAIL_FROM")?,
        sms,
        http: Http::new(),
        inside: config.webhook_private,
    }))
}

impl Outbound for Ways {
    fn send<'a>(&'a self, channel: Channel, way: &'a Way, message: &'a Message) -> BoxFuture<'a, Attempt> {
        Box::pin(async move {
            match channel {
                Channel::InApp => None,
                Channel::Email => match &self.mail {
                    Some(mail) => Some(mail.send(way, message).await),
                    None => None,
                },
                Channel::Sms => match &self.sms {
                    Some(sms) => Some(sms.send(&self.http, message).await),
                    None => None,
                },
                Channel::Wecom | Channel::Dingtalk | Channel::Feishu => match &way.robot {
                    Some(robot) => Some(robots::send(channel, robot, self.inside, &self.http, message).await),
                    None => None,
                },
            }
            .unwrap_or_else(|| simulate(message))
        })
    }

    fn call(&self, call: HttpCall) -> BoxFuture<'_, Result<u16, Trouble>> {
        let call = HttpCall { private: call.private && self.inside, ..call };
        Box::pin(async move { self.http.post(call).await.map(|answer| answer.status) })
    }
}

/// Where nobody has said how to send: that there was a message is noted, and nothing of what it said.
fn simulate(message: &Message) -> Attempt {
    tracing::info!(message.id = %message.id, "a message was not sent: its channel is not set up");
    Attempt::Simulated
}
