//! The unified social credit code of Chinese organisations (统一社会信用代码, GB 32100-2015; 3.6.3).

use crate::{
    FieldCode,
    text::{fold, text},
};

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

text! {
    /// A code of the right form. Whether a wrong check character is an error is a setting (`uscc_check`), because
    /// some real legacy codes have one: see [`Uscc::is_sound`].
    Uscc: One, 18, |text| {
        let code = fold(text).to_uppercase();
        if is_well_formed(&code) { Ok(code) } else { Err(FieldCode::UsccFormat) }
    };
}

impl Uscc {
    /// Whether the check character is right.
    pub fn is_sound(&self) -> bool {
        is_valid(self)
    }

    /// Refuses a wrong check character.
    pub fn checked(self) -> Result<Self, FieldCode> {
        if self.is_sound() { Ok(self) } else { Err(FieldCode::UsccChecksum) }
    }
}

fn value(c: u8) -> Option<usize> {
    ALPHABET.iter().position(|known| *known == c)
}

fn is_well_formed(code: &str) -> bool {
    code.len() == 18 && code.bytes().all(|c| value(c).is_some())
}

/// Whether a code has the form and the check character of the standard.
pub fn is_valid(code: &str) -> bool {
    is_well_formed(code) && check_char(&code[..17]).is_some_and(|check| code.ends_with(check))
}

/// The eighteenth character to seventeen.
pub fn check_char(body: &str) -> Option<char> {
    if body.len() != WEIGHTS.len() {
        return None;
    }
    let sum: usize =
        body.bytes().zip(WEIGHTS).map(|(c, weight)| value(c).map(|value| value * weight)).sum::<Option<_>>()?;
    // The outer remainder matters: a sum divisible by 31 has the check character 0.
    Some(char::from(ALPHABET[(31 - sum % 31) % 31]))
}

/// The `number`th valid code of a company registered in `region` (six digits, GB/T 2260). Different numbers below
/// 31^8 give different codes.
pub fn made_up(region: &str, number: u64) -> String {
    debug_assert!(region.len() == 6 && region.bytes().all(|c| c.is_ascii_digit()));
    let mut organisation = [b'0'; 8];
    let mut rest = number;
    for place in organisation.iter_mut().rev() {
        *place = ALPHABET[usize::try_from(rest % 31).unwrap_or_default()];
        rest /= 31;
    }
    let mut code = String::with_capacity(18);
    code.push_str("91");
    code.push_str(region);
    code.extend(organisation.iter().map(|c| char::from(*c)));
    code.push(organisation_check(&organisation));
    let check = check_char(&code).unwrap_or('0');
    code.push(check);
    code
}

/// The ninth character of an organisation code (GB 11714).
fn organisation_check(organisation: &[u8; 8]) -> char {
    let sum: usize = organisation
        .iter()
        .zip([3, 7, 9, 10, 5, 8, 4, 2])
        .map(|(c, weight)| usize::from(if c.is_ascii_digit() { c - b'0' } else { c - b'A' + 10 }) * weight)
        .sum();
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'][(11 - sum % 11) % 11]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sum(code: &str) -> usize {
        code.bytes().zip(WEIGHTS).map(|(c, weight)| value(c).unwrap() * weight).sum()
    }

    #[test]
    fn the_published_codes_are_valid() {
        for code in ["91110108551385082Q", "91350100M000100Y43", "91512081MA62K0260E", "913100001000000080"] {
            assert!(is_valid(code), "{code}");
        }
        assert_eq!(sum("91110108551385082Q"), 999);
        assert_eq!(sum("91350100M000100Y43"), 1640);
        assert_eq!(sum("913100001000000080") % 31, 0);
    }

    #[test]
    fn a_wrong_check_character_is_seen() {
        assert!(!is_valid("91350100M000100Y4Z"));
        let legacy = Uscc::new("91350100M000100Y44").unwrap();
        assert!(!legacy.is_sound());
        assert_eq!(legacy.checked(), Err(FieldCode::UsccChecksum));
    }

    #[test]
    fn a_code_is_trimmed_and_upper_case() {
        assert_eq!(Uscc::new(" 91350100m000100y43 ").unwrap().as_str(), "91350100M000100Y43");
        assert_eq!(Uscc::new("９１３５０１００M000100Y43").unwrap().as_str(), "91350100M000100Y43");
    }

    #[test]
    fn letters_that_look_like_digits_and_wrong_lengths_are_refused() {
        for wrong in ["91350100M000100Y4Z", "91350100I000100Y43", "91350100M000100Y4", "9135010", "张三"] {
            assert_eq!(Uscc::new(wrong).unwrap_err().code, FieldCode::UsccFormat, "{wrong}");
        }
        assert_eq!(Uscc::new("91350100M000100Y433").unwrap_err().code, FieldCode::TooLong);
    }

    proptest! {
        #[test]
        fn made_up_codes_are_valid_and_different(a in 0..2_000_000_u64, b in 0..2_000_000_u64) {
            let (first, second) = (made_up("310115", a), made_up("310115", b));
            prop_assert!(is_valid(&first) && is_valid(&second));
            prop_assert_eq!(a == b, first == second);
        }

        #[test]
        fn one_changed_character_is_seen(number in 0..1_000_000_u64, place in 0..18_usize, c in "[0-9A-HJ-NP-RTUWXY]") {
            let code = made_up("440300", number);
            let mut changed = code.clone();
            changed.replace_range(place..=place, &c);
            prop_assert_eq!(is_valid(&changed), changed == code);
        }
    }
}
