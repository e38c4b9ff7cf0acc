//! Kinds of text that people type, valid by construction; and the keys under which the same thing, written
//! differently, is recognised (3.6).

use std::{fmt, str::FromStr};

use strum::IntoEnumIterator;
use unicode_normalization::UnicodeNormalization;

mod company;
mod mask;
mod phone;
mod web;

pub use company::name_key;
pub use mask::{mask_email, mask_phone, mask_text};
pub use phone::{is_mobile, phone_norm};
pub use web::{business_domain, email_domain, email_norm, is_free_mail, website_norm};

use crate::{FieldCode, FieldError};
use web::is_email;

/// What is wrong with a text. Its `Display` survives the way through serde as a message: `too_long:200`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flaw {
    pub code: FieldCode,
    /// The longest that would do.
    pub max: Option<usize>,
}

impl Flaw {
    pub const fn new(code: FieldCode) -> Self {
        Self { code, max: None }
    }

    /// The flaw at its place in the body.
    pub fn at(self, pointer: impl Into<std::borrow::Cow<'static, str>>) -> FieldError {
        let error = FieldError::new(pointer, self.code);
        match self.max {
            Some(max) => error.with("max", max),
            None => error,
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.into())?;
        match self.max {
            Some(max) => write!(f, ":{max}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Flaw {}

impl FromStr for Flaw {
    type Err = ();

    /// Reads back what `Display` wrote.
    fn from_str(message: &str) -> Result<Self, ()> {
        let (code, max) = match message.split_once(':') {
            Some((code, max)) => (code, Some(max.parse().map_err(|_| ())?)),
            None => (message, None),
        };
        let code = FieldCode::iter().find(|known| code == <&str>::from(*known)).ok_or(())?;
        Ok(Self { code, max })
    }
}

/// Whether a text may have several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    One,
    Many,
}

/// What every text must be: trimmed, not empty, not too long, without control characters (PostgreSQL refuses `\0`).
pub fn clean(raw: &str, lines: Lines, max: usize) -> Result<&str, Flaw> {
    let text = raw.trim();
    let wrong = |c: char| c.is_control() && !(lines == Lines::Many && matches!(c, '\n' | '\r' | '\t'));
    if text.is_empty() {
        return Err(Flaw::new(FieldCode::Required));
    }
    if text.chars().nth(max).is_some() {
        return Err(Flaw { code: FieldCode::TooLong, max: Some(max) });
    }
    if text.chars().any(wrong) {
        return Err(Flaw::new(FieldCode::Invalid));
    }
    Ok(text)
}

/// Declares kinds of text: name, lines, longest, and the check that turns clean text into the kept one.
macro_rules! text {
    ($($(#[$doc:meta])* $name:ident: $lines:ident, $max:tt, $check:expr;)*) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, sqlx::Type, utoipa::ToSchema,
        )]
        #[serde(try_from = "String")]
        #[sqlx(transparent)]
        #[schema(value_type = String, max_length = $max)]
        pub struct $name(String);

        impl $name {
            pub const MAX: usize = $max;

            pub fn new(raw: &str) -> Result<Self, $crate::text::Flaw> {
                let check: fn(&str) -> Result<String, $crate::FieldCode> = $check;
                let clean = $crate::text::clean(raw, $crate::text::Lines::$lines, Self::MAX)?;
                check(clean).map(Self).map_err($crate::text::Flaw::new)
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::text::Flaw;

            fn try_from(raw: String) -> Result<Self, Self::Error> {
                Self::new(&raw)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::text::Flaw;

            fn try_from(raw: &str) -> Result<Self, Self::Error> {
                Self::new(raw)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
pub(crate) use text;

fn any(text: &str) -> Result<String, FieldCode> {
    Ok(text.to_owned())
}

text! {
    /// What a person, a company, a pool, a rule is called.
    Name: One, 200, any;
    /// A line about something: a title, a department, a WeChat id.
    ShortText: One, 200, any;
    /// Where something is.
    Address: One, 500, any;
    /// A few words beside an action: why it was done.
    Note: Many, 1000, any;
    /// What was said, what is wanted.
    LongText: Many, 5000, any;
    /// A word by which records are grouped.
    Tag: One, 50, any;
    /// A name for programs: a dictionary code, a setting's value, a role.
    Code: One, 64, |text| {
        let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        if text.chars().all(known) { Ok(text.to_owned()) } else { Err(FieldCode::Invalid) }
    };
    /// What somebody signs in with.
    Login: One, 64, |text| {
        let text = fold(text);
        let known = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '+');
        if text.chars().all(known) { Ok(text) } else { Err(FieldCode::Invalid) }
    };
    /// A telephone number as it was written; [`Phone::norm`] is how it is compared.
    Phone: One, 40, |text| match phone_norm(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err(FieldCode::NotAPhone),
    };
    Email: One, 254, |text| {
        let text = email_norm(text);
        if is_email(&text) { Ok(text) } else { Err(FieldCode::NotAnEmail) }
    };
    /// An address in the web. Anything but http and https is refused: it would be a link that runs code.
    Url: One, 500, |text| {
        if website_norm(text).is_some() { Ok(text.to_owned()) } else { Err(FieldCode::NotAUrl) }
    };
}

impl Phone {
    pub fn norm(&self) -> String {
        phone_norm(&self.0).unwrap_or_default()
    }
}

impl Url {
    pub fn norm(&self) -> String {
        website_norm(&self.0).unwrap_or_default()
    }
}

/// NFKC and lower case: full-width and half-width, upper and lower are the same.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = text.nfkc().collect::<String>().to_lowercase();
    lower.nfkc().collect::<String>().replace('ß', "ss")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_say_what_is_wrong_with_them() {
        assert_eq!(Name::new("  张三 ").unwrap().as_str(), "张三");
        assert_eq!(Name::new(" ").unwrap_err().code, FieldCode::Required);
        assert_eq!(Name::new("a\0b").unwrap_err().code, FieldCode::Invalid);
        assert_eq!(Name::new(&"名".repeat(201)).unwrap_err().to_string(), "too_long:200");
        assert!(Name::new(&"名".repeat(200)).is_ok());
        assert!(Name::new("a\nb").is_err() && LongText::new("a\nb").is_ok());
        assert_eq!(Phone::new("no phone").unwrap_err().code, FieldCode::NotAPhone);
        assert_eq!(Email::new("Ann@Example.com").unwrap().as_str(), "ann@example.com");
        for wrong in ["ann", "ann@", "@example.com", "ann@localhost", "a b@example.com"] {
            assert_eq!(Email::new(wrong).unwrap_err().code, FieldCode::NotAnEmail, "{wrong}");
        }
        assert_eq!(Url::new("javascript:alert(1)").unwrap_err().code, FieldCode::NotAUrl);
        let error = serde_json::from_str::<Phone>("\"no phone\"").unwrap_err().to_string();
        assert!(error.starts_with("not_a_phone"), "{error}");
    }

    #[test]
    fn a_flaw_survives_the_way_through_a_message() {
        for code in FieldCode::iter() {
            for flaw in [Flaw::new(code), Flaw { code, max: Some(200) }] {
                assert_eq!(flaw.to_string().parse(), Ok(flaw));
            }
        }
        assert_eq!("missing field `name`".parse::<Flaw>(), Err(()));
    }

    proptest! {
        #[test]
        fn nothing_that_people_type_breaks_the_keys(text in "\\PC{0,40}") {
            let _ = (name_key(&text), website_norm(&text), mask_phone(&text), mask_email(&text), mask_text(&text));
            if let Some(norm) = phone_norm(&text) {
                prop_assert_eq!(phone_norm(&norm), Some(norm));
            }
        }

        #[test]
        fn a_normal_phone_stays_normal(raw in "[+]?[0-9 ()-]{3,22}") {
            if let Some(norm) = phone_norm(&raw) {
                prop_assert_eq!(phone_norm(&norm), Some(norm));
            }
        }

        #[test]
        fn width_case_and_punctuation_do_not_matter(name in "[a-zA-Z\u{4e00}-\u{4fff}]{2,20}") {
            let dressed: String = name.chars().map(|c| match c {
                '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
                c => c,
            }).collect();
            prop_assert_eq!(name_key(&format!("（{}） ", dressed.to_uppercase())), name_key(&name));
        }

        #[test]
        fn a_mask_hides_the_middle(number in "1[3-9][0-9]{9}") {
            let masked = mask_phone(&number);
            prop_assert_eq!(masked, format!("{}****{}", &number[..3], &number[7..]));
        }

        #[test]
        fn what_was_kept_is_kept_again(raw in "\\PC{0,60}") {
            if let Ok(name) = Name::new(&raw) {
                prop_assert_eq!(Name::new(&name), Ok(name));
            }
        }
    }
}
