//! Kinds of text that people type, valid by construction; and the keys under which the same thing, written
//! differently, is recognised (3.6).

use std::{fmt, str::FromStr};

use strum::IntoEnumIterator;
use unicode_normalization::UnicodeNormalization;

use crate::{FieldCode, FieldError};

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

            pub fn into_string(self) -> String {
                self.0
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

/// Legal forms of other countries; they count only as whole words at the end.
const LATIN_FORMS: &[&str] = &[
    "ltd",
    "limited",
    "co",
    "company",
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "llc",
    "llp",
    "lp",
    "plc",
    "gmbh",
    "ag",
    "bv",
    "nv",
    "sa",
    "srl",
    "spa",
    "pte",
    "pty",
    "kk",
];

/// Chinese legal forms, longest first.
const CHINESE_FORMS: &[&str] = &[
    "集团股份有限公司",
    "集团有限责任公司",
    "集团有限公司",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "股份公司",
    "集团公司",
    "集团",
    "总公司",
    "公司",
];

/// The key under which two spellings of one company's name meet (3.6.1). Empty if the name has no letter or digit.
pub fn name_key(name: &str) -> String {
    let folded = join_abbreviations(&fold(name));
    let mut tokens: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).collect();
    while tokens.len() > 1 && tokens.last().is_some_and(|last| LATIN_FORMS.contains(last)) {
        tokens.pop();
    }
    let key = tokens.concat();
    // A branch is another business partner than its company.
    if key.ends_with("分公司") {
        return key;
    }
    let stem = CHINESE_FORMS
        .iter()
        .filter_map(|form| key.strip_suffix(form))
        .find(|stem| stem.chars().nth(1).is_some())
        .map(str::to_owned);
    stem.unwrap_or(key)
}

/// `l.l.c.` → `llc`: single letters between dots are one word.
fn join_abbreviations(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let letter = |at: usize| chars.get(at).is_some_and(char::is_ascii_alphabetic);
    let word = |at: usize| chars.get(at).is_some_and(|c| c.is_alphanumeric());
    let single = |at: usize| letter(at) && !word(at + 1) && (at == 0 || !word(at - 1));
    let mut joined = String::with_capacity(text.len());
    for (at, c) in chars.iter().enumerate() {
        let between_letters = *c == '.' && at > 0 && single(at - 1) && single(at + 1);
        if !between_letters {
            joined.push(*c);
        }
    }
    joined
}

/// The number as it is compared (3.6.2): a Chinese mobile has eleven digits, a landline its area code and no
/// extension, a foreign number is E.164. None if it is no telephone number.
pub fn phone_norm(raw: &str) -> Option<String> {
    let text = fold(raw);
    let text =
        text.split(['转', '轉', '分', 'x', 'e', '#', '*', ',', ';', '/', '、', '，', '；']).next().unwrap_or_default();
    let text = text.replace("(0)", "");
    let plus = text.trim_start_matches(['(', ' ']).starts_with('+');
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let digits = groups.concat();
    let international = if plus { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let norm = match international {
        Some(number) => match number.strip_prefix("86") {
            Some(national) => chinese(national),
            None => format!("+{number}"),
        },
        None => match digits.strip_prefix("86").filter(|rest| is_mobile(rest)) {
            Some(mobile) => mobile.to_owned(),
            None => without_extension(&groups),
        },
    };
    let count = norm.chars().filter(char::is_ascii_digit).count();
    (5..=15).contains(&count).then_some(norm)
}

/// Eleven digits that begin with 1: `13800138000`.
pub fn is_mobile(number: &str) -> bool {
    number.len() == 11 && number.starts_with('1') && number.bytes().all(|b| b.is_ascii_digit())
}

/// A number behind +86: its area code has lost the zero.
fn chinese(national: &str) -> String {
    let national = national.trim_start_matches('0');
    let bare = is_mobile(national) || national.len() < 9 || national.starts_with("400") || national.starts_with("800");
    if bare { national.to_owned() } else { without_extension(&[&format!("0{national}")]) }
}

/// Joins the groups of a number until it is complete; what follows is an extension.
fn without_extension(groups: &[&str]) -> String {
    let mut number = String::new();
    for group in groups {
        number.push_str(group);
        let complete = match number.as_bytes() {
            [b'0', ..] => number.len() >= area_code(&number) + 7,
            [b'1', ..] => number.len() >= 11,
            [b'4' | b'8', b'0', b'0', ..] => number.len() >= 10,
            _ => number.len() >= 7,
        };
        if complete {
            break;
        }
    }
    if number.starts_with('0') {
        // No local number is longer than eight digits.
        number.truncate(area_code(&number) + 8);
    }
    number
}

/// How long the area code is: `010` and `02x` have three digits, the others four.
fn area_code(number: &str) -> usize {
    if number.starts_with("010") || number.starts_with("02") { 3 } else { 4 }
}

/// Trimmed, half-width, lower case.
pub fn email_norm(raw: &str) -> String {
    fold(raw.trim())
}

/// The domain behind the `@`.
pub fn email_domain(email: &str) -> Option<&str> {
    email.rsplit_once('@').map(|(_, domain)| domain).filter(|domain| !domain.is_empty())
}

/// The domain of an address that belongs to a company and not to a mail provider.
pub fn business_domain(email: &str) -> Option<&str> {
    email_domain(email).filter(|domain| !is_free_mail(domain))
}

fn is_email(text: &str) -> bool {
    use validator::ValidateEmail;
    text.validate_email() && email_domain(text).is_some_and(|domain| domain.contains('.'))
}

/// Providers where anybody has a mailbox: the domain says nothing about the company.
const FREE_MAIL: &str = "
    126.com 139.com 163.com 163.net 188.com 189.cn 21cn.com 263.net aliyun.com aol.com foxmail.com gmail.com
    gmx.com gmx.de gmx.net googlemail.com hotmail.com icloud.com live.cn live.com mac.com mail.com mail.ru
    me.com msn.com naver.com outlook.com proton.me protonmail.com qq.com sina.cn sina.com sina.com.cn sogou.com
    sohu.com tom.com vip.126.com vip.163.com vip.qq.com vip.sina.com web.de wo.cn yahoo.cn yahoo.co.jp yahoo.com
    yahoo.com.cn yahoo.com.hk yahoo.com.tw yandex.com yandex.ru yeah.net ymail.com zoho.com
";

pub fn is_free_mail(domain: &str) -> bool {
    FREE_MAIL.split_whitespace().any(|known| known == domain)
}

/// The host of a web address, without `www.`; None if it is none.
pub fn website_norm(raw: &str) -> Option<String> {
    let text = fold(raw.trim());
    let rest = match text.split_once("://") {
        Some(("http" | "https", rest)) => rest,
        Some(_) => return None,
        None => &text,
    };
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = match host.split_once(':') {
        Some((host, port)) if port.parse::<u16>().is_ok() => host,
        Some(_) => return None,
        None => host,
    };
    let host = host.trim_end_matches('.');
    let host = host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host);
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    (host.contains('.') && host.split('.').all(label)).then(|| host.to_owned())
}

/// `13800138000` → `138****8000`. What is too short to keep anything of is covered whole.
pub fn mask_phone(phone: &str) -> String {
    let number = phone_norm(phone).unwrap_or_else(|| phone.chars().filter(char::is_ascii_digit).collect());
    let (head, tail) = match number.len() {
        11.. => (3, 4),
        8..11 => (2, 2),
        _ => (0, 0),
    };
    format!("{}****{}", &number[..head], &number[number.len() - tail..])
}

/// `ann.lee@example.com` → `a***@example.com`.
pub fn mask_email(email: &str) -> String {
    match email.rsplit_once('@') {
        Some((local, domain)) => format!("{}***@{domain}", first(local)),
        None => mask_text(email),
    }
}

/// The first character, and nothing about how many follow.
pub fn mask_text(text: &str) -> String {
    format!("{}***", first(text.trim()))
}

/// The first character if it is not the only one.
fn first(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(_)) => first.to_string(),
        (_, _) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn two_spellings_of_a_company_have_one_key() {
        for (name, key) in [
            ("北京小米科技（有限公司）", "北京小米科技"),
            ("北京小米科技 有限责任公司", "北京小米科技"),
            ("北京小米科技有限责任公司", "北京小米科技"),
            ("ＡＣＭＥ  Ｃｏ．，Ｌｔｄ．", "acme"),
            ("Acme Co., Ltd.", "acme"),
            ("Acme L.L.C.", "acme"),
            ("ACME l.l.c", "acme"),
            ("Acme S.A.", "acme"),
            ("华为（中国）股份有限公司", "华为中国"),
            ("北京小米科技有限责任公司上海分公司", "北京小米科技有限责任公司上海分公司"),
            ("Texaco Inc.", "texaco"),
            ("Texaco", "texaco"),
            ("Zinc", "zinc"),
            ("ABC（上海）有限公司", "abc上海"),
            ("上海云帆服饰（有限责任公司）", "上海云帆服饰"),
            ("海尔集团公司", "海尔"),
            ("A集团有限公司", "a集团"),
            ("中公司", "中公司"),
            ("公司", "公司"),
            ("Co., Ltd.", "co"),
            ("U.S. Steel Corp.", "ussteel"),
            ("Straße GmbH", "strasse"),
            ("𠮷野家🍜餐饮有限公司", "𠮷野家餐饮"),
            ("🍜", ""),
            ("", ""),
        ] {
            assert_eq!(name_key(name), key, "{name}");
        }
    }

    #[test]
    fn phones_are_compared_without_their_dress() {
        for (raw, norm) in [
            ("13800138000", "13800138000"),
            ("+86 138 0013 8000", "13800138000"),
            ("0086-138-0013-8000", "13800138000"),
            ("86 13800138000", "13800138000"),
            ("8613800138000", "13800138000"),
            ("＋８６　１３８－００１３－８０００", "13800138000"),
            ("13800138000转801", "13800138000"),
            ("138-0013-8000-12", "13800138000"),
            ("010-62345678", "01062345678"),
            ("（010）6234 5678", "01062345678"),
            ("010-62345678-801", "01062345678"),
            ("010-62345678转801", "01062345678"),
            ("021-5555-6666 ext. 12", "02155556666"),
            ("0571-8888888#8001", "05718888888"),
            ("0571 8888 8888 分机 8", "057188888888"),
            ("+86 10 6234 5678", "01062345678"),
            ("+86 (0)571-88888888", "057188888888"),
            ("0086 21 55556666", "02155556666"),
            ("400-800-8888转1", "4008008888"),
            ("+86 400 800 8888", "4008008888"),
            ("95588", "95588"),
            ("62345678", "62345678"),
            ("+1 (415) 555-2671", "+14155552671"),
            ("+1 415 555 2671 x5", "+14155552671"),
            ("0044 (0)20 7946 0958", "+442079460958"),
            ("+852 2345 6789", "+85223456789"),
            ("13800138000/13900139000", "13800138000"),
        ] {
            assert_eq!(phone_norm(raw).as_deref(), Some(norm), "{raw}");
        }
        for raw in ["", "abc", "138", "手机 无", "12345678901234567890", "+", "张三13800138000"] {
            assert_eq!(phone_norm(raw), None, "{raw}");
        }
    }

    #[test]
    fn websites_are_hosts() {
        for (raw, host) in [
            ("https://www.Example.com/about?x=1", "example.com"),
            ("example.com.", "example.com"),
            ("http://user@shop.example.cn:8080#top", "shop.example.cn"),
            ("www.com", "www.com"),
            ("中文.网址", "中文.网址"),
        ] {
            assert_eq!(website_norm(raw).as_deref(), Some(host), "{raw}");
        }
        for raw in
            ["javascript://alert(1)", "javascript:alert(1)", "ftp://example.com", "example", "a b.com", "", "-a.com"]
        {
            assert_eq!(website_norm(raw), None, "{raw}");
        }
    }

    #[test]
    fn free_mail_says_nothing_about_a_company() {
        assert_eq!(business_domain("li@163.com"), None);
        assert_eq!(business_domain("li@yunfan.cn"), Some("yunfan.cn"));
        assert_eq!(email_norm("  Li@Yunfan.CN "), "li@yunfan.cn");
    }

    #[test]
    fn masks_keep_what_is_needed_to_recognise() {
        assert_eq!(mask_phone("13800138000"), "138****8000");
        assert_eq!(mask_phone("+86 138-0013-8000"), "138****8000");
        assert_eq!(mask_phone("010-62345678"), "010****5678");
        assert_eq!(mask_phone("95588"), "****");
        assert_eq!(mask_phone("?"), "****");
        assert_eq!(mask_email("ann.lee@example.com"), "a***@example.com");
        assert_eq!(mask_email("a@example.com"), "***@example.com");
        assert_eq!(mask_text("上海市浦东新区"), "上***");
        assert_eq!(mask_text("李"), "***");
    }

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
