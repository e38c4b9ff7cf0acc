//! Short messages, and the robots of groups in WeCom, DingTalk and Feishu.

use base64::{Engine, engine::general_purpose::STANDARD};
use guanxi_app::notifications::sending::{HttpCall, Message};
use guanxi_domain::notifications::{
    channel::RobotAddress,
    delivery::{Attempt, Trouble},
    rule::Channel,
};
use guanxi_persistence::Clock;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use super::http::{Answer, Http};

/// A gateway for short messages: it is posted `{id, to, text, urgent}`, and answers 2xx.
pub struct Sms {
    pub url: String,
    pub token: Option<String>,
}

impl Sms {
    pub async fn send(&self, http: &Http, message: &Message) -> Attempt {
        let Some(to) = &message.address else { return Attempt::Refused(Trouble::NoAddress) };
        let body = json!({"id": message.id, "to": to, "text": message.body, "urgent": message.urgent});
        let token = self.token.as_ref().map(|token| ("authorization", format!("Bearer {token}")));
        let key = ("idempotency-key", message.id.to_string());
        let headers = token.into_iter().chain([key]).collect();
        let call = HttpCall { url: self.url.clone(), private: true, headers, body: body.to_string() };
        judge(http.post(call).await, |_| true)
    }
}

/// Lets the robot of an organisation's group speak, which names the recipient where it can. `inside` says whether it may
/// lie in our own network.
pub async fn send(channel: Channel, robot: &RobotAddress, inside: bool, http: &Http, message: &Message) -> Attempt {
    let seconds = Clock::real().timestamp();
    let (url, body) = request(channel, &robot.url, robot.secret.as_deref(), message, seconds);
    let call = HttpCall { url, private: inside, headers: Vec::new(), body: body.to_string() };
    // They answer 200 to everything, and say in the body whether it worked.
    let worked =
        |body: &Value| ["errcode", "code", "StatusCode"].iter().all(|key| body[key].as_i64().unwrap_or(0) == 0);
    judge(http.post(call).await, worked)
}

/// What each of the three wants to be posted, and where.
fn request(channel: Channel, url: &str, secret: Option<&str>, message: &Message, seconds: i64) -> (String, Value) {
    let text = format!("{}\n{}", message.subject, message.body);
    let phones: Vec<&String> = message.address.iter().collect();
    match channel {
        Channel::Dingtalk => {
            let time = seconds * 1000;
            let url = match secret {
                Some(secret) => {
                    let sign = sign(secret.as_bytes(), &format!("{time}\n{secret}"));
                    let sign = sign.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
                    format!("{url}&timestamp={time}&sign={sign}")
                }
                None => url.to_owned(),
            };
            (url, json!({"msgtype": "text", "text": {"content": text}, "at": {"atMobiles": phones}}))
        }
        Channel::Feishu => {
            let mut body = json!({"msg_type": "text", "content": {"text": text}});
            if let Some(secret) = secret {
                body["timestamp"] = seconds.to_string().into();
                // Feishu signs nothing with a key of time and secret.
                body["sign"] = sign(format!("{seconds}\n{secret}").as_bytes(), "").into();
            }
            (url.to_owned(), body)
        }
        Channel::Wecom | Channel::InApp | Channel::Email | Channel::Sms => {
            (url.to_owned(), json!({"msgtype": "text", "text": {"content": text, "mentioned_mobile_list": phones}}))
        }
    }
}

fn sign(key: &[u8], text: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return String::new() };
    mac.update(text.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

fn judge(answer: Result<Answer, Trouble>, worked: impl Fn(&Value) -> bool) -> Attempt {
    match answer {
        Err(error) => Attempt::Failed(error),
        Ok(Answer { status: 200..300, body }) if worked(&serde_json::from_str(&body).unwrap_or_default()) => {
            Attempt::Sent
        }
        Ok(Answer { status: 200..300, .. }) => Attempt::Failed(Trouble::NotTaken),
        Ok(Answer { status, .. }) => Attempt::Failed(Trouble::Answered(status)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_robot_gets_what_it_understands() {
        let message = Message {
            id: uuid::Uuid::nil(),
            address: Some("13800000000".to_owned()),
            subject: "题".to_owned(),
            body: "文".to_owned(),
            urgent: false,
        };
        let (url, body) = request(Channel::Dingtalk, "https://d/send?access_token=x", Some("SEC"), &message, 1);
        assert!(url.starts_with("https://d/send?access_token=x&timestamp=1000&sign="), "{url}");
        assert_eq!(body["at"]["atMobiles"][0], "13800000000");
        let (_, body) = request(Channel::Feishu, "https://f", Some("SEC"), &message, 1);
        assert_eq!((body["content"]["text"].as_str(), body["timestamp"].as_str()), (Some("题\n文"), Some("1")));
        let (_, body) = request(Channel::Wecom, "https://w", None, &message, 1);
        assert_eq!(body["text"]["mentioned_mobile_list"][0], "13800000000");
    }

    #[test]
    fn a_robot_that_refuses_in_its_body_has_not_taken_it() {
        let answer = |body: &str| Ok(Answer { status: 200, body: body.to_owned() });
        let worked = |body: &Value| body["errcode"].as_i64().unwrap_or(0) == 0;
        assert_eq!(judge(answer(r#"{"errcode": 0}"#), worked), Attempt::Sent);
        assert!(matches!(judge(answer(r#"{"errcode": 310000}"#), worked), Attempt::Failed(_)));
        assert!(matches!(judge(Err(Trouble::NoHost), worked), Attempt::Failed(_)));
    }
}
