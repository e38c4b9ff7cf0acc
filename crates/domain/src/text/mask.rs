//! What is left to see of what is covered.

use super::phone_norm;

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
    use super::*;

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
}
