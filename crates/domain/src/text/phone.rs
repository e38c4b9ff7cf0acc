//! Telephone numbers, as they are compared.

use super::fold;

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
