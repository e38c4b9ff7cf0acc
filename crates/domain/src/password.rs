//! What a password must be (12.2).

use crate::FieldCode;

/// Longer ones only cost time to hash.
pub const LONGEST: usize = 128;

/// Kinds of characters that a password is made of.
const CLASSES: usize = 3;

/// Refuses a password that is too short, too long, of too few kinds of characters, or the login name. `shortest` is
/// the setting `auth.password_min`.
pub fn check(password: &str, login: &str, shortest: u32) -> Result<(), FieldCode> {
    let length = password.chars().count();
    if length < usize::try_from(shortest).unwrap_or(usize::MAX) {
        return Err(FieldCode::TooShort);
    }
    if length > LONGEST {
        return Err(FieldCode::TooLong);
    }
    let has = |class: fn(char) -> bool| usize::from(password.chars().any(class));
    let classes = has(|c| c.is_lowercase())
        + has(|c| c.is_uppercase())
        + has(|c| c.is_numeric())
        + has(|c| !c.is_alphanumeric())
        // Scripts without case, Chinese among them.
        + has(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    if classes < CLASSES || password.eq_ignore_ascii_case(login) {
        return Err(FieldCode::WeakPassword);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn passwords_are_long_and_mixed() {
        for good in ["Correct-horse7", "云帆Yunfan2026", "tr0ub4dor&3x"] {
            assert_eq!(check(good, "ann", 10), Ok(()), "{good}");
        }
        assert_eq!(check("Short-1", "ann", 10), Err(FieldCode::TooShort));
        assert_eq!(check(&"aB3-".repeat(33), "ann", 10), Err(FieldCode::TooLong));
        for weak in ["alllowercase", "lowerand1234", "Ann.lee-2026"] {
            assert_eq!(check(weak, "ann.lee-2026", 10), Err(FieldCode::WeakPassword), "{weak}");
        }
    }

    proptest! {
        #[test]
        fn ten_characters_of_three_kinds_are_needed(password in "[a-z]{0,6}[A-Z]{0,6}[0-9]{0,6}") {
            if check(&password, "somebody else", 10).is_ok() {
                prop_assert!(password.len() >= 10);
                prop_assert!(password.contains(|c: char| c.is_ascii_lowercase()));
                prop_assert!(password.contains(|c: char| c.is_ascii_uppercase()));
                prop_assert!(password.contains(|c: char| c.is_ascii_digit()));
            }
        }
    }
}
