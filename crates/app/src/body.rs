//! Bodies become types here, with every mistake named at once.

use guanxi_domain::{Code, Error, FieldCode, Result, error::FieldError, text::Flaw};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

/// More mistakes than this help nobody.
const MOST: usize = 50;

/// Reads a type from JSON and checks its rules across fields.
pub fn read<T: DeserializeOwned + Validate>(body: Value) -> Result<T> {
    let parsed: T = parse(body)?;
    parsed.validate().map_err(|errors| Error::fields(flatten("", &errors)))?;
    Ok(parsed)
}

/// Reads a type from JSON. Serde stops at the first mistake, so what is wrong is left out and the rest read again.
pub fn parse<T: DeserializeOwned>(mut body: Value) -> Result<T> {
    let mut mistakes: Vec<FieldError> = Vec::new();
    loop {
        let error = match serde_path_to_error::deserialize::<_, T>(&body) {
            Ok(parsed) if mistakes.is_empty() => return Ok(parsed),
            Ok(_) => break,
            Err(error) => error,
        };
        let mistake = mistake(&error);
        let known = mistakes.iter().any(|other| other.pointer == mistake.pointer);
        let removed = take(&mut body, &mistake.pointer);
        if !known {
            mistakes.push(mistake);
        }
        if !removed || mistakes.len() == MOST {
            break;
        }
    }
    Err(refused(mistakes))
}

/// Refuses these mistakes, if there are any.
pub fn none_of(mistakes: Vec<FieldError>) -> Result<()> {
    if mistakes.is_empty() { Ok(()) } else { Err(refused(mistakes)) }
}

/// Unknown fields make a request malformed; all else breaks a rule.
fn refused(mistakes: Vec<FieldError>) -> Error {
    let unknown = mistakes.iter().any(|mistake| mistake.code == FieldCode::UnknownField);
    let mut error = Error::fields(mistakes);
    if let Error::Refused(refusal) = &mut error {
        if unknown {
            refusal.code = Code::UnknownField;
        } else if let [only] = &refusal.fields[..] {
            if only.code == FieldCode::UsccFormat {
                refusal.code = Code::UsccFormat;
            } else if only.code == FieldCode::UsccChecksum {
                refusal.code = Code::UsccChecksum;
            }
        }
    }
    error
}

fn mistake(error: &serde_path_to_error::Error<serde_json::Error>) -> FieldError {
    let message = error.inner().to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let mut pointer = pointer_of(error.path());
    let quoted = || message.split('`').nth(1).unwrap_or_default().to_owned();
    if message.starts_with("unknown field") {
        let name = quoted();
        if !pointer.ends_with(&format!("/{name}")) {
            pointer = format!("{pointer}/{name}");
        }
        return FieldError::new(pointer, FieldCode::UnknownField);
    }
    if message.starts_with("missing field") {
        return FieldError::new(format!("{pointer}/{}", quoted()), FieldCode::Required);
    }
    if message.starts_with("unknown variant") {
        let allowed: Vec<&str> = message.split('`').skip(3).step_by(2).collect();
        return FieldError::new(pointer, FieldCode::NotOneOf).with("allowed", allowed);
    }
    if let Ok(flaw) = message.parse::<Flaw>() {
        return flaw.at(pointer);
    }
    let code = if message.starts_with("invalid type: null") { FieldCode::Required } else { FieldCode::WrongType };
    FieldError::new(pointer, code)
}

fn pointer_of(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => pointer.push_str(&format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

/// Takes the value at a pointer out, so that the next mistake can be found.
fn take(body: &mut Value, pointer: &str) -> bool {
    let Some((parent, key)) = pointer.rsplit_once('/') else { return false };
    let key = key.replace("~1", "/").replace("~0", "~");
    match body.pointer_mut(parent) {
        Some(Value::Object(object)) => object.remove(&key).is_some(),
        Some(Value::Array(array)) => match key.parse() {
            Ok(index) if index < array.len() => {
                array.remove(index);
                true
            }
            _ => false,
        },
        _ => false,
    }
}

fn flatten(prefix: &str, errors: &ValidationErrors) -> Vec<FieldError> {
    let mut found = Vec::new();
    for (field, kind) in errors.errors() {
        let pointer = if field == "__all__" { prefix.to_owned() } else { format!("{prefix}/{field}") };
        match kind {
            ValidationErrorsKind::Struct(inner) => found.extend(flatten(&pointer, inner)),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    found.extend(flatten(&format!("{pointer}/{index}"), inner));
                }
            }
            ValidationErrorsKind::Field(rules) => {
                found.extend(rules.iter().map(|rule| rule_broken(&pointer, rule)));
            }
        }
    }
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    found
}

/// A rule of `validator` in our words; a rule of our own names its field code.
fn rule_broken(pointer: &str, rule: &validator::ValidationError) -> FieldError {
    let number = |key: &str| rule.params.get(key).cloned();
    let value = rule.params.get("value");
    let is_list = value.is_some_and(Value::is_array);
    let length = value.and_then(|value| match value {
        Value::String(text) => Some(text.chars().count()),
        Value::Array(items) => Some(items.len()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    });
    let most = number("max").and_then(|max| usize::try_from(max.as_u64()?).ok());
    let is_longer = length.zip(most).is_some_and(|(length, most)| length > most);
    let code = match rule.code.as_ref() {
        "length" if is_longer && is_list => FieldCode::TooMany,
        "length" if is_longer => FieldCode::TooLong,
        "length" if is_list => FieldCode::Required,
        "length" => FieldCode::TooShort,
        "range" => FieldCode::OutOfRange,
        "email" => FieldCode::NotAnEmail,
        "url" => FieldCode::NotAUrl,
        other => other.parse::<Flaw>().map_or(FieldCode::Invalid, |flaw| flaw.code),
    };
    let mut error = FieldError::new(pointer.to_owned(), code);
    for key in ["min", "max"] {
        if let Some(value) = number(key) {
            error = error.with(key, value);
        }
    }
    error
}

/// Lays `patch` over `target` (RFC 7396).
pub fn merge(target: &mut Value, patch: Value) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) => {
            for (key, value) in patch {
                if value.is_null() {
                    target.insert(key, Value::Null);
                } else {
                    merge(target.entry(key).or_insert(Value::Null), value);
                }
            }
        }
        (target, patch) => *target = patch,
    }
}

/// The object of a type, for what is written key by key.
pub fn object(value: &impl serde::Serialize) -> Result<Map<String, Value>> {
    let Value::Object(object) = serde_json::to_value(value).map_err(Error::unexpected)? else {
        return Err(Error::unexpected("not an object"));
    };
    Ok(object)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Deserialize, Validate)]
    #[serde(deny_unknown_fields)]
    struct Form {
        #[validate(length(min = 2, max = 5))]
        name: String,
        #[serde(default)]
        level: Option<Level>,
        #[serde(default)]
        #[validate(range(min = 1, max = 9))]
        size: Option<i64>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Level {
        Low,
        High,
    }

    fn mistakes(body: Value) -> Vec<(String, FieldCode)> {
        let Err(Error::Refused(refusal)) = read::<Form>(body) else { panic!("it was accepted") };
        refusal.fields.iter().map(|field| (field.pointer.to_string(), field.code)).collect()
    }

    #[test]
    fn all_mistakes_are_named_at_once() {
        let found = mistakes(json!({"level": "middle", "size": "big", "colour": 1}));
        assert_eq!(found.len(), 4, "{found:?}");
        for expected in [
            ("/name", FieldCode::Required),
            ("/level", FieldCode::NotOneOf),
            ("/size", FieldCode::WrongType),
            ("/colour", FieldCode::UnknownField),
        ] {
            assert!(found.contains(&(expected.0.to_owned(), expected.1)), "{expected:?} in {found:?}");
        }
        let found = mistakes(json!({"name": "abcdef", "size": 0}));
        assert_eq!(found, [("/name".to_owned(), FieldCode::TooLong), ("/size".to_owned(), FieldCode::OutOfRange)]);
        let form: Form = read(json!({"name": "Ada", "level": "low", "size": 3})).unwrap();
        assert!(form.name == "Ada" && form.size == Some(3) && matches!(form.level, Some(Level::Low)));
    }

    #[test]
    fn a_patch_leaves_what_it_does_not_name() {
        let mut target = json!({"a": 1, "b": {"c": 2, "d": 3}});
        merge(&mut target, json!({"b": {"c": null}}));
        assert_eq!(target, json!({"a": 1, "b": {"c": null, "d": 3}}));
    }
}
