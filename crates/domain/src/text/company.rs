//! Names of companies, as they are compared: without legal form, width, case and punctuation.

use super::fold;

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

#[cfg(test)]
mod tests {
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
}
