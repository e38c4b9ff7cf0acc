//! E-mail by SMTP.

use std::time::Duration;

use anyhow::{Context, Result};
use guanxi_app::notifications::{channels::Way, sending::Message};
use guanxi_domain::notifications::delivery::{Attempt, Trouble};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::{Mailbox, MessageBuilder, header::ContentType},
};

const PATIENCE: Duration = Duration::from_secs(20);

pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mail {
    pub fn new(url: &str, from: &str) -> Result<Self> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| anyhow::anyhow!("expected smtp://, smtp://…?tls=required or smtps:// with user and password"))?
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { transport, from: from.parse().context("the sender is no address")? })
    }
}

impl Mail {
    pub async fn send(&self, way: &Way, message: &Message) -> Attempt {
        let Some(Ok(to)) = message.address.as_deref().map(str::parse::<Mailbox>) else {
            return Attempt::Refused(Trouble::NoAddress);
        };
        let name = way.sender.clone().or_else(|| self.from.name.clone());
        let answers = way.reply_to.as_deref().and_then(|address| address.parse::<Mailbox>().ok());
        let domain = self.from.email.domain();
        let mail = lettre::Message::builder()
            .from(Mailbox::new(name, self.from.email.clone()))
            .to(to)
            .subject(&message.subject)
            // The same each time it is tried: who gets it twice sees it once.
            .message_id(Some(format!("<{}@{domain}>", message.id)))
            .header(ContentType::TEXT_PLAIN);
        let mail = answers.into_iter().fold(mail, MessageBuilder::reply_to).body(message.body.clone());
        let mail = match mail {
            Ok(mail) => mail,
            Err(_) => return Attempt::Refused(Trouble::Unwritable),
        };
        match self.transport.send(mail).await {
            Ok(_) => Attempt::Sent,
            Err(error) if error.is_permanent() => Attempt::Refused(said(&error)),
            Err(error) => Attempt::Failed(said(&error)),
        }
    }
}

/// What the other side said: its number, not its words, which may name people.
fn said(error: &lettre::transport::smtp::Error) -> Trouble {
    match error.status() {
        Some(code) => Trouble::Answered(code.into()),
        None if error.is_timeout() => Trouble::NoAnswer,
        None => Trouble::NoConnection,
    }
}
