//! The ways out of the product that this installation has: what is not set up only notes that there was a message.

mod http;
mod mail;
mod robots;

use std::{collections::BTreeMap, sync::Arc};

use anyhow::{Context, Result};
use futures_util::future::BoxFuture;
use guanxi_app::notifications::sending::{Driver, HttpCall, Log, Outbound};
use guanxi_domain::notifications::rule::Channel;

use self::{
    http::Http,
    mail::Mail,
    robots::{Robot, Sms},
};
use crate::config::{Config, Secret};

struct Ways {
    drivers: BTreeMap<Channel, Box<dyn Driver>>,
    http: Http,
    /// Whether webhooks may go into our own network.
    inside: bool,
}

/// Opens all that are set up.
pub fn open(config: &Config) -> Result<Arc<dyn Outbound>> {
    let config = &config.notifications;
    let http = Http::new();
    let mut drivers: BTreeMap<Channel, Box<dyn Driver>> = BTreeMap::new();
    if let Some(url) = &config.smtp_url {
        let mail = Mail::new(url.reveal(), &config.mail_from).context("GUANXI_SMTP_URL or GUANXI_MAIL_FROM")?;
        drivers.insert(Channel::Email, Box::new(mail));
    }
    if let Some(url) = &config.sms_url {
        let token = config.sms_token.as_ref().map(Secret::reveal).map(str::to_owned);
        drivers.insert(Channel::Sms, Box::new(Sms { url: url.reveal().to_owned(), token, http: http.clone() }));
    }
    let robots = [
        (Channel::Wecom, &config.wecom_url, None),
        (Channel::Dingtalk, &config.dingtalk_url, config.dingtalk_secret.as_ref()),
        (Channel::Feishu, &config.feishu_url, config.feishu_secret.as_ref()),
    ];
    for (channel, url, secret) in robots {
        let Some(url) = url else { continue };
        let (url, secret) = (url.reveal().to_owned(), secret.map(|secret| secret.reveal().to_owned()));
        drivers.insert(channel, Box::new(Robot { channel, url, secret, http: http.clone() }));
    }
    Ok(Arc::new(Ways { drivers, http, inside: config.webhook_private }))
}

impl Outbound for Ways {
    fn driver(&self, channel: Channel) -> &dyn Driver {
        self.drivers.get(&channel).map_or(&Log, |driver| &**driver)
    }

    fn call(&self, call: HttpCall) -> BoxFuture<'_, Result<u16, String>> {
        let call = HttpCall { private: call.private && self.inside, ..call };
        Box::pin(async move { self.http.post(call).await.map(|answer| answer.status) })
    }
}
