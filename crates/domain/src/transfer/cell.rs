//! What a cell means as a field: people write the same number, date and choice in many ways.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::{
    FieldCode,
    fields::{Kind, choice_label},
    text::fold,
    time,
};

/// One cell of a sheet. Dates come as text: `2026-03-02` or `2026-03-02 10:00:00`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    #[default]
    Empty,
    Bool(bool),
    Number(f64),
    Text(String),
}

/// Spreadsheets keep 15 digits of a number; what was longer has lost its end.
const MOST_EXACT: f64 = 1e15;

/// What a formula shows that could not be computed.
const FORMULA_ERRORS: [&str; 8] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA"];

/// What people call the records or items that a column may name, and their ids or codes.
#[derive(Debug, Clone, Default)]
pub struct Names(HashMap<String, Option<String>>);

impl Names {
    /// Two that are called alike are named by something else: their number, their log-in.
    pub fn add(&mut self, name: &str, id: &str) {
        let known = self.0.entry(fold(name.trim())).or_insert_with(|| Some(id.to_owned()));
        if known.as_deref() != Some(id) {
            *known = None;
        }
    }

    pub fn find(&self, name: &str) -> Result<&str, FieldCode> {
        match self.0.get(&fold(name)) {
            Some(Some(id)) => Ok(id),
            Some(None) => Err(FieldCode::Ambiguous),
            None => Err(FieldCode::UnknownReference),
        }
    }
}

impl Cell {
    /// Text as a sheet holds it, without the blanks around it.
    pub fn text(raw: &str) -> Self {
        let text = trim(raw);
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The cell as it is read by people.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }

    /// The value of a field of this kind; null where the cell is empty.
    pub fn value(&self, kind: Kind, names: Option<&Names>, zone: Tz) -> Result<Value, FieldCode> {
        let text = match self {
            Self::Empty => return Ok(Value::Null),
            Self::Text(text) if FORMULA_ERRORS.contains(&text.as_str()) => return Err(FieldCode::Invalid),
            Self::Text(text) => bare(text),
            Self::Bool(_) | Self::Number(_) => &self.shown(),
        };
        Ok(match kind {
            Kind::Text | Kind::LongText => self.exact(text)?.into(),
            Kind::Phone | Kind::Email | Kind::Url => narrow(self.exact(text)?).into(),
            Kind::Int => {
                let number = number(text).ok_or(FieldCode::WrongType)?.normalize();
                let whole = number.is_integer().then(|| i64::try_from(number)).ok_or(FieldCode::WrongType)?;
                whole.map_err(|_| FieldCode::OutOfRange)?.into()
            }
            Kind::Decimal | Kind::Money => number(text).ok_or(FieldCode::WrongType)?.normalize().to_string().into(),
            Kind::Bool => boolean(text).ok_or(FieldCode::WrongType)?.into(),
            Kind::Date => self.date_time(text).ok_or(FieldCode::NotADate)?.0.to_string().into(),
            Kind::Timestamp => {
                let (date, clock) = self.date_time(text).ok_or(FieldCode::NotADate)?;
                time::at(date, clock, zone).to_rfc3339_opts(SecondsFormat::Secs, true).into()
            }
            Kind::Choice(codes) => choice(codes, text).ok_or(FieldCode::NotOneOf)?.into(),
            Kind::Dictionary(_) => match names {
                Some(names) => names.find(text).map_err(|_| FieldCode::NotOneOf)?.into(),
                None => text.into(),
            },
            Kind::Id => text.into(),
            Kind::User | Kind::Department | Kind::Reference(_) => match names {
                Some(names) => names.find(text)?.into(),
                None => text.into(),
            },
            Kind::Tags => words(text).into(),
            Kind::Items(_) => {
                let found = words(text).into_iter().map(|word| match names {
                    Some(names) => names.find(&word).map(str::to_owned).map_err(|_| FieldCode::NotOneOf),
                    None => Ok(word),
                });
                found.collect::<Result<Vec<_>, _>>()?.into()
            }
            Kind::Ids(_) => {
                let found = words(text).into_iter().map(|word| match names {
                    Some(names) => names.find(&word).map(str::to_owned),
                    None => Ok(word),
                });
                found.collect::<Result<Vec<_>, _>>()?.into()
            }
            Kind::Json => return Err(FieldCode::ReadOnly),
        })
    }

    /// Text, unless the spreadsheet has taken a long number for a quantity and lost its last digits.
    fn exact<'t>(&self, text: &'t str) -> Result<&'t str, FieldCode> {
        let lost = match self {
            Self::Number(number) => number.abs() >= MOST_EXACT,
            Self::Text(_) => is_scientific(text),
            Self::Empty | Self::Bool(_) => false,
        };
        if lost { Err(FieldCode::Invalid) } else { Ok(text) }
    }

    fn date_time(&self, text: &str) -> Option<(NaiveDate, NaiveTime)> {
        match self {
            Self::Number(serial) => serial_date(*serial),
            Self::Text(_) => date_time(text),
            Self::Empty | Self::Bool(_) => None,
        }
    }
}

/// Without blanks of any width, and without marks that cannot be seen.
fn trim(text: &str) -> &str {
    let unseen =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}');
    text.trim_matches(unseen)
}

/// Without the apostrophe that keeps spreadsheets from computing a text; our own exports have it.
fn bare(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(is_formula_start) => rest,
        _ => text,
    }
}

/// Characters that make spreadsheets compute what is text.
pub fn is_formula_start(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '\u{2212}')
}

/// Full-width digits and letters become the usual ones.
fn narrow(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { trim(&text.nfkc().collect::<String>()).to_owned() }
}

/// `1.10108E+17`: what is left of a long number.
fn is_scientific(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once(['E', 'e']).is_some_and(|(mantissa, exponent)| {
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        digits(whole) && digits(fraction) && exponent.strip_prefix('+').is_some_and(digits)
    })
}

/// A number as people write it: `1,234.50`, `￥1,234`, `１２`. A comma that does not part thousands is refused: it
/// would be a decimal comma elsewhere, and a hundred times too much here.
fn number(text: &str) -> Option<Decimal> {
    let text = narrow(text);
    let text = text.trim_start_matches(['¥', '￥', '$', '€']).trim_end_matches('元').trim();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let thousands = groups.all(|group| group.len() == 3 && plain(group));
    if !plain(first) || (grouped && first.len() > 3) || !thousands || !fraction.is_none_or(plain) {
        return None;
    }
    let digits = whole.replace(',', "");
    format!("{sign}{digits}.{}", fraction.unwrap_or("0")).parse().ok()
}

fn boolean(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "是" | "有" | "对" | "√" | "✓" | "true" | "yes" | "y" | "1" => Some(true),
        "否" | "无" | "没有" | "错" | "×" | "✗" | "false" | "no" | "n" | "0" => Some(false),
        _ => None,
    }
}

/// A choice by its code or its words in either language.
fn choice(codes: &[&'static str], text: &str) -> Option<&'static str> {
    let text = fold(text);
    codes.iter().copied().find(|code| fold(code) == text || choice_label(code).iter().any(|label| fold(label) == text))
}

fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split([',', '，', '、', ';', '；', '\n', '|']).map(trim).filter(|word| !word.is_empty()) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// The date that a spreadsheet counts from the last days of 1899.
fn serial_date(serial: f64) -> Option<(NaiveDate, NaiveTime)> {
    // From 1900-03-01, before which spreadsheets count a day that never was, to the year 9999.
    if !(61.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    let seconds: Decimal = Decimal::try_from(serial).ok()? * Decimal::from(86_400);
    let at = start.checked_add_signed(chrono::Duration::seconds(i64::try_from(seconds.round()).ok()?))?;
    Some((at.date(), at.time()))
}

/// `2026-03-02`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `20260302`, each with or without a time of the clock.
fn date_time(text: &str) -> Option<(NaiveDate, NaiveTime)> {
    let text = narrow(text);
    if let Ok(at) = text.parse::<NaiveDateTime>() {
        return Some((at.date(), at.time()));
    }
    let (date, clock) = match text.find(' ').or_else(|| text.find('日').map(|at| at + '日'.len_utf8())) {
        Some(at) => text.split_at(at),
        None => (text.as_str(), ""),
    };
    let clock = clock.trim();
    let clock = match clock {
        "" => NaiveTime::MIN,
        _ => ["%H:%M:%S", "%H:%M", "%H时%M分", "%H点%M分"]
            .iter()
            .find_map(|form| NaiveTime::parse_from_str(clock, form).ok())?,
    };
    Some((self::date(date)?, clock))
}

fn date(text: &str) -> Option<NaiveDate> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(text, "%Y%m%d").ok();
    }
    let text = text.trim_end_matches(['日', '号']);
    let separators = ['-', '/', '.', '年', '月'];
    let mut parts = text.split(separators);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn value(cell: impl Into<String>, kind: Kind) -> Result<Value, FieldCode> {
        Cell::text(&cell.into()).value(kind, None, Tz::Asia__Shanghai)
    }

    fn number_value(number: f64, kind: Kind) -> Result<Value, FieldCode> {
        Cell::Number(number).value(kind, None, Tz::Asia__Shanghai)
    }

    #[test]
    fn a_date_is_read_as_people_write_it() {
        for written in [
            "2026-03-02",
            "2026/3/2",
            "2026年3月2日",
            "2026.03.02",
            "20260302",
            "２０２６／３／２",
            " 2026-3-2 ",
            "2026-03-02 10:30",
            "2026年3月2日10:30",
            "2026-03-02T10:30:00",
        ] {
            assert_eq!(value(written, Kind::Date), Ok(json!("2026-03-02")), "{written}");
        }
        assert_eq!(number_value(46083.0, Kind::Date), Ok(json!("2026-03-02")));
        assert_eq!(value("2026-03-02 08:30", Kind::Timestamp), Ok(json!("2026-03-02T00:30:00Z")));
        assert_eq!(number_value(46_083.354_166_666_664, Kind::Timestamp), Ok(json!("2026-03-02T00:30:00Z")));
        for wrong in ["2026-02-30", "3/2/2026", "26-03-02", "明天", "2026-03", "2026-03-02-01"] {
            assert_eq!(value(wrong, Kind::Date), Err(FieldCode::NotADate), "{wrong}");
        }
        assert_eq!(number_value(12.0, Kind::Date), Err(FieldCode::NotADate));
    }

    #[test]
    fn numbers_as_text_and_text_as_numbers() {
        assert_eq!(number_value(13_800_138_000.0, Kind::Phone), Ok(json!("13800138000")));
        assert_eq!(value("１３８００１３８０００", Kind::Phone), Ok(json!("13800138000")));
        assert_eq!(value("007", Kind::Text), Ok(json!("007")));
        assert_eq!(value("110108199001011234", Kind::Text), Ok(json!("110108199001011234")));
        assert_eq!(number_value(110_108_199_001_011_230.0, Kind::Text), Err(FieldCode::Invalid));
        assert_eq!(value("1.10108E+17", Kind::Text), Err(FieldCode::Invalid));
        assert_eq!(value("E+5", Kind::Text), Ok(json!("E+5")));
        assert_eq!(value("１,２３４", Kind::Int), Ok(json!(1234)));
        assert_eq!(number_value(3.0, Kind::Int), Ok(json!(3)));
        assert_eq!(number_value(3.5, Kind::Int), Err(FieldCode::WrongType));
        assert_eq!(value("￥1,234.50", Kind::Money), Ok(json!("1234.5")));
        assert_eq!(value("-12.30", Kind::Decimal), Ok(json!("-12.3")));
        for wrong in ["1,12", "1,2345", "12,34.5", "1.234,5", "abc", "1.", ".5.", "--1"] {
            assert_eq!(value(wrong, Kind::Decimal), Err(FieldCode::WrongType), "{wrong}");
        }
    }

    #[test]
    fn choices_names_and_words() {
        let status = Kind::Choice(&["pending", "following"]);
        assert_eq!(value("待跟进", status), Ok(json!("pending")));
        assert_eq!(value("Pending", status), Ok(json!("pending")));
        assert_eq!(value("已死", status), Err(FieldCode::NotOneOf));
        assert_eq!(value("重点，上海、 重点", Kind::Tags), Ok(json!(["重点", "上海"])));
        assert_eq!(value("是", Kind::Bool), Ok(json!(true)));
        let mut names = Names::default();
        names.add("王伟", "1");
        names.add("wangwei1", "1");
        names.add("王伟", "2");
        names.add("李娜", "3");
        let find = |text: &str| Cell::text(text).value(Kind::User, Some(&names), Tz::UTC);
        assert_eq!(find("李娜"), Ok(json!("3")));
        assert_eq!(find("ＷａｎｇＷｅｉ１"), Ok(json!("1")));
        assert_eq!(find("王伟"), Err(FieldCode::Ambiguous));
        assert_eq!(find("无名"), Err(FieldCode::UnknownReference));
    }

    #[test]
    fn what_was_exported_comes_back() {
        assert_eq!(value("'+8613800138000", Kind::Phone), Ok(json!("+8613800138000")));
        assert_eq!(value("'tis", Kind::Text), Ok(json!("'tis")));
        assert_eq!(value("\u{feff} \u{3000}上海\u{3000}", Kind::Text), Ok(json!("上海")));
        assert_eq!(value("#N/A", Kind::Text), Err(FieldCode::Invalid));
        assert_eq!(value("\u{3000}", Kind::Text), Ok(Value::Null));
        let row = vec![Cell::Empty, Cell::Bool(true), Cell::Number(1.5), Cell::text("a")];
        let json = serde_json::to_string(&row).unwrap();
        assert_eq!(json, r#"[null,true,1.5,"a"]"#);
        assert_eq!(serde_json::from_str::<Vec<Cell>>(&json).unwrap(), row);
    }

    proptest! {
        #[test]
        fn no_cell_breaks_the_reader(text in "\\PC{0,40}", number in proptest::num::f64::ANY) {
            for kind in [Kind::Text, Kind::Phone, Kind::Int, Kind::Money, Kind::Bool, Kind::Date, Kind::Timestamp, Kind::Tags] {
                let _ = value(text.clone(), kind);
                let _ = number_value(number, kind);
            }
        }
    }
}
