//! The words of a message: text with `{{variables}}` in it.

use chrono::DateTime;
use chrono_tz::Tz;
use serde_json::Value;

use super::rule::Channel;
use crate::access::Locale;

/// What stands where the recipient may not read a value.
pub const COVERED: &str = "***";

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'t> {
    Text(&'t str),
    /// `customer.name` of `{{ customer.name }}`
    Variable(&'t str),
}

/// Takes a template apart; nothing where a brace is not closed, or holds no name.
pub fn parse(template: &str) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((text, behind)) = rest.split_once("{{") {
        let (name, after) = behind.split_once("}}")?;
        let name = name.trim();
        let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '.');
        if name.is_empty() || !name.chars().all(known) {
            return None;
        }
        if !text.is_empty() {
            parts.push(Part::Text(text));
        }
        parts.push(Part::Variable(name));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    Some(parts)
}

/// The names in a template.
pub fn variables(template: &str) -> Option<Vec<&str>> {
    let parts = parse(template)?.into_iter();
    Some(parts.filter_map(|part| if let Part::Variable(name) = part { Some(name) } else { None }).collect())
}

/// Puts values in; what has none is covered. A template that cannot be read stays as it is.
pub fn render(template: &str, channel: Channel, value: impl Fn(&str) -> Option<String>) -> String {
    let Some(parts) = parse(template) else { return template.to_owned() };
    let mut out = String::with_capacity(template.len() + 64);
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Variable(name) => match value(name) {
                Some(value) => out.push_str(&escape(&value, channel)),
                None => out.push_str(COVERED),
            },
        }
    }
    out
}

/// A line for where only one line fits: a title, the subject of a mail.
pub fn one_line(text: &str, most: usize) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(most).collect()
}

/// What is not seen and turns what is: control characters but for breaks, and those that set the direction of writing.
fn misleads(c: char) -> bool {
    let direction =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    direction || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// Keeps what somebody typed from meaning more than text where it is sent to.
fn escape(value: &str, channel: Channel) -> String {
    let plain: String = value.chars().filter(|c| !misleads(*c)).collect();
    match channel {
        // Feishu reads `<at>` in plain text, DingTalk and WeCom links and mentions in Markdown.
        Channel::Feishu => plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
        Channel::Dingtalk | Channel::Wecom => plain.replace(['<', '>', '[', ']', '`'], " ").replace('@', "＠"),
        Channel::InApp | Channel::Email | Channel::Sms => plain,
    }
}

/// A value as people read it.
pub fn show(value: &Value, locale: Locale, zone: Tz) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => match (locale, yes) {
            (Locale::ZhCn, true) => "是",
            (Locale::ZhCn, false) => "否",
            (Locale::En, true) => "yes",
            (Locale::En, false) => "no",
        }
        .to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => match DateTime::parse_from_rfc3339(text) {
            Ok(time) => time.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string(),
            Err(_) => text.clone(),
        },
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| show(item, locale, zone)).collect();
            items.join(match locale {
                Locale::ZhCn => "、",
                Locale::En => ", ",
            })
        }
        Value::Object(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn filled(template: &str, channel: Channel) -> String {
        render(template, channel, |name| (name == "customer.name").then(|| "云<at>帆\u{7}".to_owned()))
    }

    #[test]
    fn values_take_the_places_of_their_names() {
        assert_eq!(filled("客户 {{ customer.name }}：{{customer.phone}}", Channel::InApp), "客户 云<at>帆：***");
        assert_eq!(filled("{{customer.name}}", Channel::Feishu), "云&lt;at&gt;帆");
        let turned = |_: &str| Some("合同\u{202e}fdp.exe\u{2066}".to_owned());
        assert_eq!(render("{{customer.name}}", Channel::InApp, turned), "合同fdp.exe");
        assert_eq!(variables("a {{b}} {{ c.d }}"), Some(vec!["b", "c.d"]));
        for broken in ["{{open", "{{}}", "{{ Name }}", "{{a b}}", "{{a}} {{"] {
            assert_eq!(parse(broken), None, "{broken}");
        }
    }

    #[test]
    fn values_are_shown_in_the_recipients_way() {
        let zone = Tz::Asia__Shanghai;
        assert_eq!(show(&json!("2026-03-16T01:30:00Z"), Locale::ZhCn, zone), "2026-03-16 09:30");
        assert_eq!(show(&json!(["a", 2]), Locale::ZhCn, zone), "a、2");
        assert_eq!(show(&json!(true), Locale::En, zone), "yes");
        assert_eq!(one_line("a\r\nBcc: b\u{0}", 20), "a Bcc: b");
        assert_eq!(one_line("线索线索", 3), "线索线");
    }

    proptest! {
        #[test]
        fn text_without_braces_stays_as_it_is(text in "[^{}]{0,60}") {
            prop_assert_eq!(render(&text, Channel::InApp, |_| None), text);
        }

        #[test]
        fn no_template_panics_and_no_value_is_read_as_one(template in ".{0,60}", value in ".{0,20}") {
            let once = render(&template, Channel::Email, |_| Some(value.clone()));
            if parse(&template).is_none() {
                prop_assert_eq!(once, template);
            }
            prop_assert_eq!(one_line(&value, 50).lines().count() <= 1, true);
        }
    }
}
