//! How a record is found by any two characters: by its names, their pinyin and its initials, by phones and numbers.
//!
//! A record keeps one [`search_text`] and its [`tokens`] under an index. A question becomes tokens that all must be
//! there, and, where tokens alone could be wrong, patterns for `like` on the text.

mod reading;

use std::iter;

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

pub use reading::pinyin;
use reading::readings;

use crate::text::{fold, name_key};

/// Something that a record is found by: what one of its fields says, if anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    key: &'a str,
    text: &'a str,
    is_name: bool,
}

impl<'a> Part<'a> {
    /// A name of a person or a company, which people also type in pinyin or its initials.
    pub fn name(key: &'a str, text: impl Into<Option<&'a str>>) -> Self {
        Self { key, text: text.into().unwrap_or_default(), is_name: true }
    }

    /// A number, a phone, an address of e-mail.
    pub fn plain(key: &'a str, text: impl Into<Option<&'a str>>) -> Self {
        Self { key, text: text.into().unwrap_or_default(), is_name: false }
    }
}

/// The normal form of all that a record is found by. The words of a field stand on a line of their own behind its label,
/// so that a search can pass over what somebody does not see.
pub fn search_text<'a>(parts: impl IntoIterator<Item = Part<'a>>) -> String {
    let mut text = String::new();
    for part in parts {
        let words = words_of(part);
        if !words.is_empty() {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&label(part.key));
            for word in words {
                text.push(' ');
                text.push_str(&word);
            }
        }
    }
    text
}

/// A search text in which a field says this instead of what it said.
pub fn with_line(text: &str, key: &str, part: Option<Part<'_>>) -> String {
    let label = label(key);
    let others = text.lines().filter(|line| line.split(' ').next() != Some(&*label)).map(str::to_owned);
    let lines: Vec<String> = others.chain(part.map(|part| search_text([part]))).collect();
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What a part is found by, once each.
fn words_of(part: Part<'_>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut add = |more: &str| {
        for word in more.split(' ').filter(|word| !word.is_empty()) {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    };
    let normal = normal(part.text);
    add(&normal);
    if part.is_name && normal.chars().any(|c| c.to_pinyin().is_some()) {
        // The legal form's pinyin would make every company the answer to `gs`.
        for (full, initials) in readings(&name_key(part.text)) {
            add(&full);
            add(&initials);
        }
    }
    words
}

/// How a field is named in a search text: by characters that no word has.
fn label(key: &str) -> String {
    let unlike_words = |byte: u8| if byte.is_ascii_digit() { byte - b'0' + 0x10 } else { byte.to_ascii_uppercase() };
    key.bytes().map(|byte| char::from(unlike_words(byte))).collect()
}

/// A regular expression of PostgreSQL for the lines of these fields in a search text.
pub fn lines_of<'k>(keys: impl IntoIterator<Item = &'k str>) -> String {
    let labels: Vec<String> = keys.into_iter().map(label).collect();
    format!("(?n)^({}) .*$", labels.join("|"))
}

/// Half-width, lower case, Latin without accents, without punctuation; words stay apart.
fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for c in fold(text).chars() {
        let c = plain_letter(c);
        if c.is_alphanumeric() {
            normal.push(c);
        } else if c.is_whitespace() && !normal.is_empty() && !normal.ends_with(' ') {
            normal.push(' ');
        }
    }
    normal.truncate(normal.trim_end().len());
    normal
}

/// `é` → `e`.
fn plain_letter(c: char) -> char {
    match c {
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => iter::once(c).nfd().next().unwrap_or(c),
        c => c,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    /// Chinese, and every script whose two characters say as much as three Latin ones.
    Other,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' => Class::Letter,
        '0'..='9' => Class::Digit,
        _ => Class::Other,
    }
}

/// Neighbouring characters of one class.
fn runs(word: &[char]) -> impl Iterator<Item = &[char]> {
    word.chunk_by(|a, b| class(*a) == class(*b))
}

/// All pieces of `size` characters of a run.
fn grams(run: &[char], size: usize) -> impl Iterator<Item = String> {
    run.windows(size).map(|gram| gram.iter().collect())
}

/// The two characters where one run ends and the next begins, so that a question may cross the border.
fn borders(word: &[char]) -> impl Iterator<Item = String> {
    word.windows(2).filter(|pair| class(pair[0]) != class(pair[1])).map(|pair| pair.iter().collect())
}

/// What a search text is found by: two and three letters, two and four digits, two of other characters.
pub fn tokens(search_text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for word in search_text.lines().flat_map(|line| line.split(' ').skip(1)) {
        let word: Vec<char> = word.chars().collect();
        for run in runs(&word) {
            tokens.extend(grams(run, 2));
            match class(run[0]) {
                Class::Letter => tokens.extend(grams(run, 3)),
                Class::Digit => tokens.extend(grams(run, 4)),
                Class::Other => {}
            }
        }
        tokens.extend(borders(&word));
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// A question to the index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// All of these must be among the tokens of the record.
    pub tokens: Vec<String>,
    /// The search text must be `like` all of these: tokens alone would also find their pieces in another order.
    pub patterns: Vec<String>,
}

impl Query {
    /// Nothing was asked: punctuation only.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty() && self.patterns.is_empty()
    }
}

impl Query {
    /// Patterns that say without tokens what both say together: a token is among those of a text if, and only if, it
    /// stands in the text.
    pub fn all_patterns(&self) -> Vec<String> {
        let told = |token: &&String| !self.patterns.iter().any(|pattern| pattern.contains(token.as_str()));
        let tokens = self.tokens.iter().filter(told).map(|token| format!("%{token}%"));
        tokens.chain(self.patterns.iter().cloned()).collect()
    }
}

/// More would not make an answer smaller.
const MOST_TOKENS: usize = 16;

/// Takes a question apart; its words may stand anywhere, in any order.
pub fn query_tokens(question: &str) -> Query {
    let mut query = Query::default();
    for word in normal(question).split(' ').filter(|word| !word.is_empty()) {
        let chars: Vec<char> = word.chars().collect();
        let mut found: Vec<String> = borders(&chars).collect();
        for run in runs(&chars) {
            let size = match class(run[0]) {
                Class::Letter => run.len().min(3),
                Class::Digit if run.len() >= 4 => 4,
                Class::Digit | Class::Other => 2,
            };
            if run.len() >= 2 {
                found.extend(grams(run, size));
            }
        }
        if found.len() != 1 || found[0] != word {
            // Only letters and digits are left in a word: nothing in it means anything to `like`.
            query.patterns.push(format!("%{word}%"));
        }
        query.tokens.append(&mut found);
    }
    query.tokens.sort_unstable();
    query.tokens.dedup();
    query.tokens.truncate(MOST_TOKENS);
    query
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What the database does with a question: with the index of tokens, and without it where that is slower.
    fn finds(question: &str, text: &str) -> bool {
        let (query, tokens) = (query_tokens(question), tokens(text));
        let fits = |pattern: &String| text.contains(pattern.trim_matches('%'));
        let found = !query.is_empty()
            && query.tokens.iter().all(|token| tokens.contains(token))
            && query.patterns.iter().all(fits);
        assert_eq!(found, !query.is_empty() && query.all_patterns().iter().all(fits), "{question} in {text}");
        found
    }

    #[test]
    fn a_company_is_found_the_way_people_type() {
        let text = search_text([
            Part::name("company_name", "上海云帆服饰（有限责任公司）"),
            Part::name("contact_name", "单雄信"),
            Part::plain("mobile", "138-0013-8000"),
            Part::plain("c_line2", "XS-20260302-0001"),
        ]);
        for question in [
            "云帆",
            "服饰有限",
            "上海云帆服饰（有限",
            "yunfan",
            "shyf",
            "YF",
            "云帆 8000",
            "0013",
            "001",
            "13",
            "XS-2026",
            "xs",
            "0302",
            "ｙｕｎｆａｎ",
            "雄信",
            "shanxiongxin",
            "sxx",
            "dxx",
            "帆",
            "8",
            "上海 服饰",
            "云帆 yunfan xs",
        ] {
            assert!(finds(question, &text), "{question} in {text}");
        }
        for question in ["云服", "帆云", "gongsi", "mobile", "na", "l", "9999", "0301", "", "()", "云帆 9999", "fanyun"]
        {
            assert!(!finds(question, &text), "{question} in {text}");
        }
    }

    #[test]
    fn names_are_read_as_people_read_them() {
        for (name, reading, initials) in [
            ("重庆长安", "chongqingchangan", "cqca"),
            ("招商银行", "zhaoshangyinhang", "zsyh"),
            ("吕布", "lvbu", "lb"),
            ("北京小米科技有限公司", "beijingxiaomikeji", "bjxmkj"),
            ("华为ICT学院", "huaweiictxueyuan", "hwictxy"),
            ("曾国藩", "zengguofan", "zgf"),
            ("厦门航空", "xiamenhangkong", "xmhk"),
        ] {
            let text = search_text([Part::name("name", name)]);
            let words: Vec<_> = text.split(' ').collect();
            assert!(words.contains(&reading) && words.contains(&initials), "{text}");
        }
    }

    #[test]
    fn questions_use_the_longest_tokens() {
        let query = |question| {
            let query = query_tokens(question);
            (query.tokens.join(","), query.patterns.join(","))
        };
        assert_eq!(query("云帆"), ("云帆".into(), String::new()));
        assert_eq!(query("云帆服"), ("云帆,帆服".into(), "%云帆服%".into()));
        assert_eq!(query("ab"), ("ab".into(), String::new()));
        assert_eq!(query("abc"), ("abc".into(), String::new()));
        assert_eq!(query("abcd"), ("abc,bcd".into(), "%abcd%".into()));
        assert_eq!(query("138"), ("13,38".into(), "%138%".into()));
        assert_eq!(query("8000"), ("8000".into(), String::new()));
        assert_eq!(query("13800"), ("1380,3800".into(), "%13800%".into()));
        assert_eq!(query("A座3"), ("a座,座3".into(), "%a座3%".into()));
        assert_eq!(query("李"), (String::new(), "%李%".into()));
        assert_eq!(query("100%_\\"), ("00,10".into(), "%100%".into()));
        assert_eq!(query("Café"), ("afe,caf".into(), "%cafe%".into()));
    }

    #[test]
    fn a_line_says_nothing_twice_and_fields_without_words_have_none() {
        let text = search_text([
            Part::name("name", "Ann bob ann"),
            Part::plain("phone", "()"),
            Part::name("aliases", "李"),
            Part::name("aliases", "ann"),
        ]);
        assert_eq!(text, "NAME ann bob\nALIASES 李 li l\nALIASES ann");
        assert_eq!(with_line(&text, "aliases", Some(Part::plain("aliases", "bob"))), "NAME ann bob\nALIASES bob");
        assert_eq!(with_line("ALIASES ann", "aliases", None), "");
        assert_eq!(with_line("", "name", Some(Part::plain("name", "bob"))), "NAME bob");
        assert_eq!(lines_of(["name", "c_line2"]), "(?n)^(NAME|C_LINE\u{12}) .*$");
    }

    proptest! {
        #[test]
        fn any_two_characters_of_a_part_are_found(
            parts in prop::collection::vec("[a-zA-Z0-9\u{4e00}-\u{4eff}Ａ-Ｚ０-９ ().-]{0,14}", 1..5),
            which in any::<prop::sample::Index>(),
            from in any::<prop::sample::Index>(),
            length in 2..9_usize,
        ) {
            let text = search_text(parts.iter().map(|part| Part::name("c_n0", part.as_str())));
            let part: Vec<char> = which.get(&parts).chars().collect();
            if !part.is_empty() {
                let from = from.index(part.len());
                let piece: String = part[from..part.len().min(from + length)].iter().collect();
                prop_assert!(query_tokens(&piece).is_empty() || finds(&piece, &text), "{} in {}", piece, text);
            }
        }

        #[test]
        fn tokens_never_hide_what_like_would_find(text in "[a-c1-3张王李 ]{0,24}", question in "[a-c1-3张王李]{1,5}") {
            let text = format!("NAME {}", normal(&text));
            prop_assert_eq!(finds(&question, &text), text.contains(&question));
        }

        #[test]
        fn a_pattern_has_no_wildcard_inside(question in "\\PC{0,30}") {
            for pattern in query_tokens(&question).patterns {
                let word = pattern.strip_prefix('%').and_then(|rest| rest.strip_suffix('%')).unwrap_or_default();
                prop_assert!(!word.is_empty() && !word.contains(['%', '_', '\\']));
            }
        }
    }
}
