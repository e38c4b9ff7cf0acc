//! Addresses of mail and web, as they are compared.

use super::fold;

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

pub(super) fn is_email(text: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
