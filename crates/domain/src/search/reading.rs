//! How Chinese names are read.

use pinyin::ToPinyin;

/// Words that are read otherwise than their characters alone.
const WORDS: &[(&str, &str)] = &[
    ("重庆", "chong qing"),
    ("银行", "yin hang"),
    ("行业", "hang ye"),
    ("商行", "shang hang"),
    ("车行", "che hang"),
    ("厦门", "xia men"),
    ("长沙", "chang sha"),
    ("长春", "chang chun"),
    ("长安", "chang an"),
    ("长城", "chang cheng"),
    ("长江", "chang jiang"),
    ("长虹", "chang hong"),
    ("长远", "chang yuan"),
    ("长兴", "chang xing"),
    ("朝阳", "chao yang"),
    ("乐清", "yue qing"),
    ("音乐", "yin yue"),
    ("乐器", "yue qi"),
    ("都江堰", "du jiang yan"),
    ("成都", "cheng du"),
    ("首都", "shou du"),
    ("会计", "kuai ji"),
    ("调味", "tiao wei"),
    ("六安", "lu an"),
    ("六合", "lu he"),
    ("蚌埠", "beng bu"),
    ("番禺", "pan yu"),
    ("东莞", "dong guan"),
    ("大厦", "da sha"),
    ("重工", "zhong gong"),
    ("重型", "zhong xing"),
];

/// Family names that are read otherwise than the character.
const FAMILY_NAMES: &[(char, &str)] = &[
    ('单', "shan"),
    ('曾', "zeng"),
    ('解', "xie"),
    ('仇', "qiu"),
    ('区', "ou"),
    ('朴', "piao"),
    ('查', "zha"),
    ('盖', "ge"),
    ('尉', "wei"),
    ('乐', "yue"),
    ('翟', "zhai"),
    ('覃', "qin"),
    ('缪', "miao"),
    ('晁', "chao"),
    ('隗', "wei"),
    ('郇', "xun"),
];

/// The pinyin of a name and its initials: as a whole, and, if its first character reads differently as a family
/// name, that way too.
pub(super) fn readings(name: &str) -> Vec<(String, String)> {
    let mut chars = name.chars();
    let family = chars.next().and_then(|first| FAMILY_NAMES.iter().find(|(known, _)| *known == first));
    let mut readings = vec![pinyin_of("", "", name)];
    if let Some((_, family)) = family
        && name.chars().count() <= 4
    {
        readings.push(pinyin_of(family, &family[..1], chars.as_str()));
    }
    readings
}

/// How a name is read, without tones and spaces: `石家庄` → `shijiazhuang`.
pub fn pinyin(name: &str) -> String {
    pinyin_of("", "", name).0
}

fn pinyin_of(full: &str, initials: &str, name: &str) -> (String, String) {
    let (mut full, mut initials) = (full.to_owned(), initials.to_owned());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        if let Some((word, reading)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            for syllable in reading.split(' ') {
                full.push_str(syllable);
                initials.extend(syllable.chars().next());
            }
            rest = &rest[word.len()..];
            continue;
        }
        match c.to_pinyin() {
            Some(reading) => {
                // People type `v` for `ü`.
                full.push_str(&reading.plain().replace('ü', "v"));
                initials.push_str(reading.first_letter());
            }
            None => {
                full.push(c);
                initials.push(c);
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    (full, initials)
}
