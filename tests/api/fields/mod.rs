//! Fields that an organisation adds (12.6): they are like any other, at once and for nobody else.

mod definitions;
mod files;
mod formulas;
mod layouts;
mod lists;
mod rights;
mod transfer;
mod values;

use serde_json::{Value, json};

use crate::kit::{Answer, World};

/// Adds a field to leads unless it says otherwise.
async fn add(world: &World, field: Value) -> Answer {
    let mut all = json!({"resource": "leads", "label": "字段"});
    for (key, value) in field.as_object().unwrap() {
        all[key] = value.clone();
    }
    world.post("boss", "/custom-fields", all).await
}

/// A list of words to choose from.
async fn words(world: &World, code: &str, words: &[&str]) {
    let items: Vec<Value> = words.iter().map(|word| json!({"code": word, "zh": format!("{word}词")})).collect();
    let list = json!({"code": code, "name": code, "name_en": code, "items": items});
    world.post("boss", "/dictionaries", list).await.expect(201);
}

/// A lead of the boss's with these fields.
async fn lead(world: &World, fields: Value) -> Answer {
    let mut all = json!({"company_name": "云帆服饰"});
    for (key, value) in fields.as_object().unwrap() {
        all[key] = value.clone();
    }
    world.post("boss", "/leads", all).await
}

/// The names of the leads that a list has.
async fn named(world: &World, who: &str, query: &str) -> Vec<String> {
    let found = world.get(who, &format!("/leads?{query}")).await.expect(200);
    found.all("company_name").into_iter().map(str::to_owned).collect()
}

/// A filter in a query string.
fn filter(field: &str, op: &str, value: Value) -> String {
    let filter = json!({"field": field, "op": op, "value": value}).to_string();
    format!("filter={}", encoded(&filter))
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn wrong(answer: &Answer) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let errors = answer["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|error| (text(&error["pointer"]), text(&error["code"]))).collect()
}
