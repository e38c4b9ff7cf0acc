//! A field that follows from others: arithmetic, conditions, dates (12.6).
//!
//! `IF(c_area > 100, c_area * c_price * 0.9, c_area * c_price)`, `DAYS(c_due, TODAY())`. A formula is read once, with the
//! types of the fields it names; the database computes it when a record is read, so that it is never out of date.

use rust_decimal::Decimal;

use crate::{FieldCode, FieldError, fields::Kind};

/// How deep a formula nests, and how many parts it has: more nobody understands.
const DEEPEST: usize = 20;
const MOST_PARTS: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Number,
    Text,
    Date,
    Bool,
}

impl Type {
    /// What a field of this kind is in a formula; nothing where it cannot be part of one.
    pub fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Int | Kind::Decimal | Kind::Money => Some(Self::Number),
            Kind::Date | Kind::Timestamp => Some(Self::Date),
            Kind::Bool => Some(Self::Bool),
            Kind::Text | Kind::Phone | Kind::Email | Kind::Url | Kind::Choice(_) | Kind::Dictionary(_) => {
                Some(Self::Text)
            }
            Kind::Id
            | Kind::LongText
            | Kind::User
            | Kind::Department
            | Kind::Reference(_)
            | Kind::Tags
            | Kind::Items(_)
            | Kind::Ids(_)
            | Kind::Json => None,
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Number => Kind::Decimal,
            Self::Text => Kind::Text,
            Self::Date => Kind::Date,
            Self::Bool => Kind::Bool,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    Number(Decimal),
    Text(String),
    Bool(bool),
    Field(String),
    Today,
    Negative(Box<Expr>),
    Not(Box<Expr>),
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// A date some days later, or earlier.
    Shift {
        date: Box<Expr>,
        days: Box<Expr>,
        back: bool,
    },
    /// The days from the second date to the first.
    Days(Box<Expr>, Box<Expr>),
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    Round(Box<Expr>, u32),
    Abs(Box<Expr>),
    Least(Vec<Expr>),
    Greatest(Vec<Expr>),
    /// The first that is not empty.
    Coalesce(Vec<Expr>),
    IsBlank(Box<Expr>),
    Part(DatePart, Box<Expr>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum DatePart {
    Year,
    Month,
    Day,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Join,
    Equal,
    Unequal,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
}

/// A formula as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    pub expr: Expr,
    pub result: Type,
    /// The fields that it follows from.
    pub fields: Vec<String>,
}

/// What is wrong, and from which character on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mistake {
    pub position: usize,
    pub reason: &'static str,
}

impl Mistake {
    pub fn at(self, pointer: &'static str) -> FieldError {
        let wrong = FieldError::new(pointer, FieldCode::Invalid);
        wrong.with("position", self.position).with("reason", self.reason)
    }
}

type Read<T> = Result<T, Mistake>;

impl Formula {
    /// Reads a formula over fields of these types.
    pub fn read(text: &str, type_of: impl Fn(&str) -> Option<Type>) -> Read<Self> {
        let tokens = tokens(text)?;
        let mut reader =
            Reader { tokens: &tokens, at: 0, end: text.chars().count(), parts: 0, fields: Vec::new(), type_of };
        let (expr, result) = reader.expression(0)?;
        if reader.at < tokens.len() {
            return Err(reader.mistake("unexpected"));
        }
        Ok(Self { expr, result, fields: reader.fields })
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(Decimal),
    Text(String),
    Name(String),
    Sign(&'static str),
}

const SIGNS: [&str; 15] = ["<>", "<=", ">=", "!=", "+", "-", "*", "/", "&", "=", "<", ">", "(", ")", ","];

fn tokens(text: &str) -> Read<Vec<(usize, Token)>> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let start = at;
        let run = |at: usize, more: fn(char) -> bool| chars[at..].iter().take_while(|c| more(**c)).count();
        let token = if c.is_whitespace() {
            at += 1;
            continue;
        } else if c.is_ascii_digit() {
            at += run(at, |c| c.is_ascii_digit() || c == '.');
            let number: String = chars[start..at].iter().collect();
            Token::Number(number.parse().map_err(|_| Mistake { position: start, reason: "number" })?)
        } else if c == '"' || c == '\'' {
            let length = chars[at + 1..].iter().position(|other| *other == c);
            let length = length.ok_or(Mistake { position: start, reason: "unclosed" })?;
            at += length + 2;
            Token::Text(chars[start + 1..at - 1].iter().collect())
        } else if c.is_ascii_alphabetic() {
            at += run(at, |c| c.is_ascii_alphanumeric() || c == '_');
            Token::Name(chars[start..at].iter().collect())
        } else {
            // Full-width signs come from Chinese keyboards.
            let plain = |c: char| match c {
                '（' => '(',
                '）' => ')',
                '，' => ',',
                c => c,
            };
            let ahead: String = chars[at..].iter().take(2).map(|c| plain(*c)).collect();
            let sign = SIGNS.into_iter().find(|sign| ahead.starts_with(sign));
            let sign = sign.ok_or(Mistake { position: start, reason: "unexpected" })?;
            at += sign.len();
            Token::Sign(sign)
        };
        tokens.push((start, token));
    }
    Ok(tokens)
}

struct Reader<'t, F> {
    tokens: &'t [(usize, Token)],
    at: usize,
    end: usize,
    parts: usize,
    fields: Vec<String>,
    type_of: F,
}

/// Operators from those that bind least to those that bind most.
const LEVELS: [&[(&str, Operator)]; 5] = [
    &[("OR", Operator::Or)],
    &[("AND", Operator::And)],
    &[
        ("=", Operator::Equal),
        ("<>", Operator::Unequal),
        ("!=", Operator::Unequal),
        ("<=", Operator::LessEqual),
        (">=", Operator::GreaterEqual),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ],
    &[("+", Operator::Add), ("-", Operator::Subtract), ("&", Operator::Join)],
    &[("*", Operator::Multiply), ("/", Operator::Divide)],
];

impl<F: Fn(&str) -> Option<Type>> Reader<'_, F> {
    fn mistake(&self, reason: &'static str) -> Mistake {
        Mistake { position: self.tokens.get(self.at).map_or(self.end, |(position, _)| *position), reason }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(_, token)| token)
    }

    /// Whether this sign or word is next; then it is passed.
    fn pass(&mut self, word: &str) -> bool {
        let is_next = match self.peek() {
            Some(Token::Sign(sign)) => *sign == word,
            Some(Token::Name(name)) => name.eq_ignore_ascii_case(word) && word.starts_with(|c: char| c.is_alphabetic()),
            Some(Token::Number(_) | Token::Text(_)) | None => false,
        };
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, sign: &'static str) -> Read<()> {
        if self.pass(sign) { Ok(()) } else { Err(self.mistake(if sign == ")" { "unclosed" } else { "unexpected" })) }
    }

    fn expression(&mut self, depth: usize) -> Read<(Expr, Type)> {
        if depth > DEEPEST {
            return Err(self.mistake("too_deep"));
        }
        self.level(0, depth)
    }

    fn level(&mut self, level: usize, depth: usize) -> Read<(Expr, Type)> {
        let Some(operators) = LEVELS.get(level) else { return self.unary(depth) };
        let mut left = self.level(level + 1, depth)?;
        loop {
            let start = self.mistake("types");
            let Some((_, operator)) = operators.iter().find(|(sign, _)| self.pass(sign)) else { return Ok(left) };
            let right = self.level(level + 1, depth)?;
            self.count()?;
            left = combine(*operator, left, right).ok_or(start)?;
        }
    }

    fn count(&mut self) -> Read<()> {
        self.parts += 1;
        if self.parts > MOST_PARTS { Err(self.mistake("too_long")) } else { Ok(()) }
    }

    fn unary(&mut self, depth: usize) -> Read<(Expr, Type)> {
        let start = self.mistake("types");
        if depth > DEEPEST {
            return Err(self.mistake("too_deep"));
        }
        if self.pass("-") {
            let (inner, kind) = self.unary(depth + 1)?;
            return if kind == Type::Number { Ok((Expr::Negative(inner.into()), kind)) } else { Err(start) };
        }
        if self.pass("NOT") {
            let (inner, kind) = self.unary(depth + 1)?;
            return if kind == Type::Bool { Ok((Expr::Not(inner.into()), kind)) } else { Err(start) };
        }
        self.primary(depth)
    }

    fn primary(&mut self, depth: usize) -> Read<(Expr, Type)> {
        self.count()?;
        let start = self.mistake("unexpected");
        let token = self.peek().cloned().ok_or(self.mistake("missing"))?;
        self.at += 1;
        match token {
            Token::Number(number) => Ok((Expr::Number(number), Type::Number)),
            Token::Text(text) => Ok((Expr::Text(text), Type::Text)),
            Token::Sign("(") => {
                let inner = self.expression(depth + 1)?;
                self.expect(")")?;
                Ok(inner)
            }
            Token::Sign(_) => Err(start),
            Token::Name(name) if self.pass("(") => self.call(&name.to_ascii_uppercase(), start, depth),
            Token::Name(name) if name.eq_ignore_ascii_case("true") => Ok((Expr::Bool(true), Type::Bool)),
            Token::Name(name) if name.eq_ignore_ascii_case("false") => Ok((Expr::Bool(false), Type::Bool)),
            Token::Name(name) => {
                let kind = (self.type_of)(&name).ok_or(Mistake { reason: "unknown_field", ..start })?;
                if !self.fields.contains(&name) {
                    self.fields.push(name.clone());
                }
                Ok((Expr::Field(name), kind))
            }
        }
    }

    fn call(&mut self, name: &str, start: Mistake, depth: usize) -> Read<(Expr, Type)> {
        let mut given: Vec<(Expr, Type)> = Vec::new();
        if !self.pass(")") {
            loop {
                given.push(self.expression(depth + 1)?);
                if !self.pass(",") {
                    break;
                }
            }
            self.expect(")")?;
        }
        function(name, given).ok_or(Mistake {
            reason: if FUNCTIONS.contains(&name) { "arguments" } else { "unknown_function" },
            ..start
        })
    }
}

/// The functions there are.
pub const FUNCTIONS: &[&str] =
    &["IF", "ROUND", "ABS", "MIN", "MAX", "COALESCE", "ISBLANK", "TODAY", "DAYS", "ADDDAYS", "YEAR", "MONTH", "DAY"];

fn combine(operator: Operator, left: (Expr, Type), right: (Expr, Type)) -> Option<(Expr, Type)> {
    use Operator as O;
    let (kinds, left, right) = ((left.1, right.1), Box::new(left.0), Box::new(right.0));
    let result = match (operator, kinds) {
        (O::Add, (Type::Date, Type::Number)) => {
            return Some((Expr::Shift { date: left, days: right, back: false }, Type::Date));
        }
        (O::Subtract, (Type::Date, Type::Number)) => {
            return Some((Expr::Shift { date: left, days: right, back: true }, Type::Date));
        }
        (O::Subtract, (Type::Date, Type::Date)) => return Some((Expr::Days(left, right), Type::Number)),
        (O::Add | O::Subtract | O::Multiply | O::Divide, (Type::Number, Type::Number)) => Type::Number,
        (O::Join, (a, b)) if a != Type::Bool && b != Type::Bool => Type::Text,
        (O::Equal | O::Unequal | O::Less | O::LessEqual | O::Greater | O::GreaterEqual, (a, b)) if a == b => Type::Bool,
        (O::And | O::Or, (Type::Bool, Type::Bool)) => Type::Bool,
        _ => return None,
    };
    Some((Expr::Binary(operator, left, right), result))
}

fn function(name: &str, given: Vec<(Expr, Type)>) -> Option<(Expr, Type)> {
    let kinds: Vec<Type> = given.iter().map(|(_, kind)| *kind).collect();
    let alike = kinds.windows(2).all(|pair| pair[0] == pair[1]);
    let mut all = given.into_iter().map(|(expr, _)| expr);
    let mut next = || all.next().map(Box::new);
    Some(match (name, &kinds[..]) {
        ("TODAY", []) => (Expr::Today, Type::Date),
        ("IF", [Type::Bool, a, b]) if a == b => (Expr::If(next()?, next()?, next()?), *a),
        ("ROUND", [Type::Number]) => (Expr::Round(next()?, 0), Type::Number),
        ("ROUND", [Type::Number, Type::Number]) => {
            let inner = next()?;
            let Expr::Number(places) = *next()? else { return None };
            let places = u32::try_from(places).ok().filter(|places| *places <= 6)?;
            (Expr::Round(inner, places), Type::Number)
        }
        ("ABS", [Type::Number]) => (Expr::Abs(next()?), Type::Number),
        ("MIN", [first, ..]) if alike && *first != Type::Bool => (Expr::Least(all.collect()), *first),
        ("MAX", [first, ..]) if alike && *first != Type::Bool => (Expr::Greatest(all.collect()), *first),
        ("COALESCE", [first, ..]) if alike => (Expr::Coalesce(all.collect()), *first),
        ("ISBLANK", [_]) => (Expr::IsBlank(next()?), Type::Bool),
        ("DAYS", [Type::Date, Type::Date]) => (Expr::Days(next()?, next()?), Type::Number),
        ("ADDDAYS", [Type::Date, Type::Number]) => {
            (Expr::Shift { date: next()?, days: next()?, back: false }, Type::Date)
        }
        ("YEAR", [Type::Date]) => (Expr::Part(DatePart::Year, next()?), Type::Number),
        ("MONTH", [Type::Date]) => (Expr::Part(DatePart::Month, next()?), Type::Number),
        ("DAY", [Type::Date]) => (Expr::Part(DatePart::Day, next()?), Type::Number),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Read<Formula> {
        Formula::read(text, |name| match name {
            "c_area" | "budget" => Some(Type::Number),
            "c_due" => Some(Type::Date),
            "name" => Some(Type::Text),
            "c_vip" => Some(Type::Bool),
            _ => None,
        })
    }

    #[test]
    fn formulas_have_the_type_of_what_they_say() {
        for (text, result) in [
            ("c_area * 2 + budget / 3", Type::Number),
            ("IF(c_area > 100 and not c_vip, c_area * 0.9, c_area)", Type::Number),
            ("DAYS(c_due, TODAY())", Type::Number),
            ("c_due - TODAY() + 1", Type::Number),
            ("ADDDAYS(c_due, 30)", Type::Date),
            ("c_due + 30", Type::Date),
            ("name & '-' & YEAR(c_due)", Type::Text),
            ("c_area >= 10 or isblank(name)", Type::Bool),
            ("round（max(c_area，budget, 1)，2）", Type::Number),
            ("-(-c_area)", Type::Number),
        ] {
            assert_eq!(read(text).map(|formula| formula.result), Ok(result), "{text}");
        }
        assert_eq!(read("c_area + c_area * budget").unwrap().fields, ["c_area", "budget"]);
    }

    #[test]
    fn what_binds_more_is_done_first() {
        assert_eq!(read("1 + 2 * 3").unwrap(), read("1 + (2 * 3)").unwrap());
        assert_eq!(read("1 - 2 - 3").unwrap(), read("(1 - 2) - 3").unwrap());
        assert_eq!(read("c_vip or c_vip and c_vip").unwrap(), read("c_vip or (c_vip and c_vip)").unwrap());
    }

    #[test]
    fn mistakes_have_a_place_and_a_reason() {
        for (text, position, reason) in [
            ("", 0, "missing"),
            ("1 +", 3, "missing"),
            ("(1", 2, "unclosed"),
            ("1 2", 2, "unexpected"),
            ("名称", 0, "unexpected"),
            ("'a", 0, "unclosed"),
            ("c_nothing + 1", 0, "unknown_field"),
            ("1 + name", 2, "types"),
            ("SLEEP(1)", 0, "unknown_function"),
            ("IF(1, 2, 3)", 0, "arguments"),
            ("1.2.3", 0, "number"),
            ("ROUND(c_area, 9)", 0, "arguments"),
        ] {
            assert_eq!(read(text), Err(Mistake { position, reason }), "{text}");
        }
        assert_eq!(read(&"(".repeat(100)).unwrap_err().reason, "too_deep");
        assert_eq!(read(&"-".repeat(100)).unwrap_err().reason, "too_deep");
        assert_eq!(read(&vec!["1"; 300].join("+")).unwrap_err().reason, "too_long");
    }

    proptest! {
        #[test]
        fn nothing_that_people_type_breaks_it(text in "[-a-z0-9_ ()+*/<>='\",.&！（]{0,60}|\\PC{0,30}") {
            let _ = read(&text);
        }
    }
}
