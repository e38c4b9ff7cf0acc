//! A list of words that an organisation keeps: industries, sources, reasons (12.7).

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use crate::{
    Code, Error, FieldCode, Result,
    dictionaries::{REGION, stem},
    text::{Name, text},
    transfer::Names,
};

/// More words are not a list that anybody chooses from.
const MOST: usize = 2000;

text! {
    /// What a word is stored as: `exhibition`, `5000+`.
    ItemCode: One, 64, |text| {
        let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '+');
        if text.chars().all(known) { Ok(text.to_owned()) } else { Err(FieldCode::Invalid) }
    };
    /// The name of a list: `lead_source`.
    ListCode: One, 40, |text| {
        let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let starts = text.starts_with(|c: char| c.is_ascii_lowercase());
        if starts && text.len() > 1 && text.chars().all(known) { Ok(text.to_owned()) } else { Err(FieldCode::Invalid) }
    };
    /// A colour of the design, or `#rrggbb`.
    Color: One, 20, |text| {
        let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '#' | '-');
        if text.chars().all(known) { Ok(text.to_owned()) } else { Err(FieldCode::Invalid) }
    };
}

/// What people type in about a list of words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DictionaryDetails {
    pub code: ListCode,
    pub name: Name,
    pub name_en: Name,
    /// In the order in which they are shown.
    #[serde(default)]
    #[validate(length(max = 2000), custom(function = check_items))]
    pub items: Vec<Item>,
}

/// One word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DictionaryItem)]
pub struct Item {
    /// What records keep; it never changes.
    pub code: ItemCode,
    pub zh: Name,
    /// The Chinese word, where it is left out.
    #[serde(default)]
    pub en: Option<Name>,
    #[serde(default)]
    pub color: Option<Color>,
    /// Whether it can still be chosen.
    #[serde(default = "yes")]
    pub active: bool,
    /// Whether new records begin with it.
    #[serde(default)]
    pub default: bool,
    /// The code of the word above it.
    #[serde(default)]
    pub parent: Option<ItemCode>,
    /// Came with the product: it can be renamed and switched off, not taken away. What a body says here is ignored.
    #[serde(default)]
    pub system: bool,
}

fn yes() -> bool {
    true
}

fn check_items(items: &[Item]) -> Result<(), ValidationError> {
    let mut codes = HashSet::new();
    let unique = items.iter().all(|item| codes.insert(item.code.as_str()));
    if !unique {
        return Err(flaw(FieldCode::Duplicate));
    }
    let known = |item: &Item| item.parent.as_ref().is_none_or(|parent| codes.contains(parent.as_str()));
    if !items.iter().all(known) || has_circle(items) {
        return Err(flaw(FieldCode::UnknownReference));
    }
    if items.iter().filter(|item| item.default).count() > 1 || items.len() > MOST {
        return Err(flaw(FieldCode::TooMany));
    }
    Ok(())
}

fn flaw(code: FieldCode) -> ValidationError {
    ValidationError::new(code.into())
}

/// Whether somebody is above himself. Lists are three levels deep at most.
fn has_circle(items: &[Item]) -> bool {
    let parent = |code: &str| items.iter().find(|item| *item.code == *code).and_then(|item| item.parent.as_deref());
    items.iter().filter(|item| item.parent.is_some()).any(|item| {
        let top = parent(&item.code).and_then(parent).and_then(parent);
        top.is_some()
    })
}

/// Lays new words over those a list has. Codes that came with the product stay, and so do all codes that the product
/// decides by. Answers with the codes that are taken away, of which none may be in use.
pub fn replace(old: &[Item], new: &mut [Item], fixed: bool) -> Result<Vec<ItemCode>> {
    let kept: HashSet<&str> = new.iter().map(|item| item.code.as_str()).collect();
    let removed: Vec<&Item> = old.iter().filter(|item| !kept.contains(item.code.as_str())).collect();
    let known: HashSet<&str> = old.iter().map(|item| item.code.as_str()).collect();
    let has_new = new.iter().any(|item| !known.contains(item.code.as_str()));
    if (fixed && (has_new || !removed.is_empty())) || removed.iter().any(|item| item.system) {
        return Err(Error::field("/items", FieldCode::ReadOnly));
    }
    let removed = removed.into_iter().map(|item| item.code.clone()).collect();
    for item in new {
        item.system = old.iter().any(|known| known.code == item.code && known.system);
        if item.en.is_none() {
            item.en = Some(item.zh.clone());
        }
    }
    Ok(removed)
}

/// The whole way down to a word, in both languages: `上海市/浦东新区`, `Shanghai/Pudong`.
pub fn full_names(items: &[Item], item: &Item) -> [String; 2] {
    let way = way(items, item);
    let join = |names: Vec<&str>| names.join("/");
    let english = way.iter().map(|item| item.en.as_deref().unwrap_or(&item.zh)).collect();
    [join(way.iter().map(|item| item.zh.as_str()).collect()), join(english)]
}

/// The words above a word, from the top, and the word itself.
fn way<'a>(items: &'a [Item], item: &'a Item) -> Vec<&'a Item> {
    let above = |item: &&'a Item| {
        let parent = item.parent.as_ref()?;
        items.iter().find(|item| item.code == *parent)
    };
    let mut way: Vec<&Item> = std::iter::successors(Some(item), above).collect();
    way.reverse();
    way
}

/// What a sheet may call the words that can be chosen: by code, by name, or by the whole way down to them. Places of the
/// list `region` need not say what kind of place they are: `上海市/浦东新区`, `上海浦东新区`, `江苏 苏州`.
pub fn names(list: &str, items: &[Item]) -> Names {
    let lengths: &[bool] = if list == REGION { &[false, true] } else { &[false] };
    let mut names = Names::default();
    for item in items.iter().filter(|item| item.active) {
        let mut call = |name: &str| names.add(name, &item.code);
        let way = way(items, item);
        let above = &way[..way.len().saturating_sub(1)];
        call(&item.code);
        for english in item.en.iter() {
            call(english);
        }
        for last in lengths.iter().map(|short| spoken(item, *short)) {
            call(last);
            for short in lengths {
                let mut steps: Vec<&str> = above.iter().map(|item| spoken(item, *short)).collect();
                steps.push(last);
                for separator in ["", "/", " ", "-"] {
                    call(&steps.join(separator));
                }
            }
        }
    }
    names
}

fn spoken(item: &Item, short: bool) -> &str {
    if short { stem(&item.zh) } else { &item.zh }
}

/// A word that records still carry can be switched off, not taken away.
pub fn in_use(code: &ItemCode, resource: &str) -> Error {
    Error::new(Code::HasDependents).with("item", code.as_str()).with("resource", resource)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn items(codes: &[(&str, bool)]) -> Vec<Item> {
        let item = |(code, system): &(&str, bool)| {
            serde_json::from_value(json!({"code": code, "zh": "词", "system": system})).unwrap()
        };
        codes.iter().map(item).collect()
    }

    #[test]
    fn codes_of_the_product_stay() {
        let old = items(&[("a", true), ("b", false)]);
        assert_eq!(replace(&old, &mut items(&[("a", false)]), false).unwrap(), [ItemCode::new("b").unwrap()]);
        assert!(replace(&old, &mut items(&[("b", false)]), false).is_err());
        assert!(replace(&old, &mut items(&[("a", true), ("b", false), ("c", false)]), true).is_err());
        let mut new = items(&[("a", false), ("b", true), ("c", true)]);
        replace(&old, &mut new, false).unwrap();
        assert_eq!(new.iter().map(|item| item.system).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(new[0].en.as_deref(), Some("词"));
    }

    #[test]
    fn places_are_called_in_many_ways() {
        let place = |code: &str, zh: &str, parent: Option<&str>| -> Item {
            serde_json::from_value(json!({"code": code, "zh": zh, "parent": parent})).unwrap()
        };
        let items = [
            place("310000", "上海市", None),
            place("310115", "浦东新区", Some("310000")),
            place("220000", "吉林省", None),
            place("220200", "吉林市", Some("220000")),
        ];
        let names = names(REGION, &items);
        for name in ["上海市/浦东新区", "上海市浦东新区", "上海 浦东", "上海-浦东新区", "浦东新区", "浦东", "310115"]
        {
            assert_eq!(names.find(name), Ok("310115"), "{name}");
        }
        assert_eq!((names.find("上海"), names.find("吉林市")), (Ok("310000"), Ok("220200")));
        assert_eq!(
            (names.find("吉林"), names.find("火星")),
            (Err(FieldCode::Ambiguous), Err(FieldCode::UnknownReference))
        );
        assert_eq!(full_names(&items, &items[1])[0], "上海市/浦东新区");
    }

    #[test]
    fn a_list_makes_sense() {
        assert!(check_items(&items(&[("a", false), ("a", false)])).is_err());
        let tree = |parents: &[(&str, Option<&str>)]| {
            let mut tree = items(&parents.iter().map(|(code, _)| (*code, false)).collect::<Vec<_>>());
            for (item, (_, parent)) in tree.iter_mut().zip(parents) {
                item.parent = parent.map(|parent| ItemCode::new(parent).unwrap());
            }
            check_items(&tree)
        };
        assert!(tree(&[("sh", None), ("pd", Some("sh")), ("x", Some("pd"))]).is_ok());
        assert!(tree(&[("pd", Some("gone"))]).is_err());
        assert!(tree(&[("a", Some("b")), ("b", Some("a"))]).is_err());
    }
}
