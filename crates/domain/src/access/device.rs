//! What people sign in with, as they know it: the numbers of versions, which change each month, say nothing to them.

/// The order matters: every browser calls itself Safari, most call themselves Chrome.
const BROWSERS: &[(&[&str], &str)] = &[
    (&["MicroMessenger"], "WeChat"),
    (&["DingTalk"], "DingTalk"),
    (&["Edg/", "EdgA/", "EdgiOS/"], "Edge"),
    (&["Firefox/", "FxiOS"], "Firefox"),
    (&["Chrome/", "CriOS"], "Chrome"),
    (&["Safari/"], "Safari"),
];

const SYSTEMS: &[(&[&str], &str)] = &[
    (&["HarmonyOS", "OpenHarmony"], "HarmonyOS"),
    (&["iPhone", "iPad"], "iOS"),
    (&["Android"], "Android"),
    (&["Windows"], "Windows"),
    (&["Mac OS X"], "macOS"),
    (&["Linux"], "Linux"),
];

/// What a program calls itself, as people know it: `Edge · Windows`. Other programs are named by their first word.
pub fn device_of(user_agent: Option<&str>) -> String {
    let text = user_agent.unwrap_or_default();
    let named = |all: &[(&[&str], &'static str)]| {
        all.iter().find(|(words, _)| words.iter().any(|word| text.contains(word))).map(|(_, name)| *name)
    };
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let first = text.split(|c| !is_letter(c)).next().unwrap_or_default();
    let parts = [named(BROWSERS).unwrap_or(first), named(SYSTEMS).unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_called_what_people_call_them() {
        for (text, name) in [
            ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0", "Edge · Windows"),
            ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0", "Edge · Windows"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari · iOS",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile Safari/537.36 MicroMessenger/8.0",
                "WeChat · Android",
            ),
            ("curl/8.5.0", "curl"),
        ] {
            assert_eq!(device_of(Some(text)), name);
        }
        assert_eq!(device_of(None), "");
    }
}
