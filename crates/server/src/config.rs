//! What Guanxi can be told: by flags, else by `GUANXI_*` in the environment, else by `guanxi.toml`.
//!
//! Each setting is one documented line below. Its flag, its variable, its key in the file, its place in
//! `guanxi doctor` and in `docs/configuration.md` follow from that line.

use std::{
    collections::BTreeMap,
    env, fmt, fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    str::FromStr,
};

use anyhow::{Context, Result};
use guanxi_domain::access::network::Proxies;

/// Declares the topics of the configuration and their settings.
macro_rules! topics {
    ($($(#[doc = $title:literal])+ $topic:ident as $member:ident {
        $($(#[doc = $doc:literal])+ $name:ident: $kind:ty = $default:literal,)+
    })+) => {
        #[derive(Debug, Clone)]
        pub struct Config {
            $($(#[doc = $title])+ pub $member: $topic,)+
        }

        $($(#[doc = $title])+
        #[derive(Debug, Clone)]
        pub struct $topic {
            $($(#[doc = $doc])+ pub $name: $kind,)+
        })+

        /// All settings there are, below the title of their topic.
        const TOPICS: &[(&str, &[Setting])] = &[$((concat!($($title),+), &[$(Setting {
            name: stringify!($name),
            doc: concat!($($doc),+),
            default: $default,
            is_secret: <$kind as Value>::IS_SECRET,
        },)+]),)+];

        impl Config {
            fn parse(sources: &Sources, wrong: &mut Vec<String>) -> Option<Self> {
                // All are parsed before any failure returns, so that a person hears of all mistakes at once.
                $($(let $name = sources.parse::<$kind>(stringify!($name), $default, wrong);)+)+
                Some(Self { $($member: $topic { $($name: $name?,)+ },)+ })
            }
        }
    };
}

topics! {
    /// The web app and the API
    Http as http {
        /// Address and port of the web app and the API.
        listen: SocketAddr = "127.0.0.1:8080",
        /// A port of their own for `/healthz`, `/readyz` and `/metrics`. Without it they are on the port of the API.
        ops_listen: Option<SocketAddr> = "",
        /// Threads that answer requests. Without it, one for each processor.
        workers: Option<usize> = "",
        /// Seconds that open requests may take when the server is told to stop.
        shutdown_seconds: u64 = "20",
        /// Addresses and networks of the proxies before Guanxi, with commas: `10.0.0.0/8,192.168.1.7`. What they say in
        /// `X-Forwarded-For` counts as the caller's address; what others say does not.
        trusted_proxies: Proxies = "",
        /// Marks the cookie of the session `Secure`. Set it to `true` wherever people reach Guanxi over HTTPS.
        secure_cookies: bool = "false",
    }

    /// The database
    Database as database {
        /// A PostgreSQL 15 to 18, as the owner of the database: `postgres://user:password@host:5432/guanxi`. Without it
        /// Guanxi runs a PostgreSQL of its own in the data folder.
        database_url: Option<Secret> = "",
        /// Connections to the database, all in all. Without it, four for each processor, and eight at least.
        pool_size: Option<u32> = "",
        /// Whether the first start makes a company with made-up data, to look at. Its password is known to everybody.
        demo: bool = "false",
        /// The name of the database in the PostgreSQL of our own.
        database_name: String = "guanxi",
        /// Whether the PostgreSQL of our own writes to the disk before it says done. Set it to `false` for tests alone.
        durable: bool = "true",
        /// The folder of `initdb` and `postgres`, for the PostgreSQL of our own. Without it they are searched for: what
        /// `make setup` installed, then `/usr/lib/postgresql`, then `PATH`.
        pg_bin: Option<PathBuf> = "",
        /// What must outlive the process: the database of our own, and secrets that were made up.
        data_dir: PathBuf = "var",
    }

    /// Security
    Security as security {
        /// Signs tokens and cursors; 32 characters at least, the same on every node. Without it one is made up and kept
        /// in the data folder.
        secret: Option<Secret> = "",
        /// Attempts to sign in or sign up that one address may make in a minute; and as many looks at calendars.
        login_rate: u32 = "30",
        /// Memory for the hash of one password, in KiB. The default follows OWASP; less makes stolen hashes cheaper to guess.
        password_memory: u32 = "19456",
        /// Lets tests move the clock of a tenant by `PUT /api/v1/test/clock`. Never in production.
        test_clock: bool = "false",
    }

    /// Background jobs
    Jobs as jobs {
        /// Whether `guanxi serve` runs the jobs too. Set it to `false` where `guanxi work` runs beside it.
        work: bool = "true",
    }

    /// Notifications
    Notifications as notifications {
        /// The mail server: `smtp://user:password@host:587?tls=required`, `smtps://…` or, without TLS, `smtp://host:25`. Without
        /// it e-mails are only noted down. It holds a password.
        smtp_url: Option<Secret> = "",
        /// Who e-mails come from: `Guanxi <crm@example.com>`.
        mail_from: String = "Guanxi <guanxi@localhost>",
        /// A gateway for short messages that is posted `{"id", "to", "text", "urgent"}` as JSON and answers 2xx.
        sms_url: Option<Secret> = "",
        /// What the gateway gets as `Authorization: Bearer`.
        sms_token: Option<Secret> = "",
        /// Whether webhooks and robots may lie in the installation's own network, and do without TLS. Organisations that do not trust
        /// each other should not share an installation that allows it.
        webhook_private: bool = "false",
    }

    /// Logs
    Log as log {
        /// What is logged: a level, or levels of modules as `info,guanxi_app=debug`.
        log: String = "info",
        /// How a line looks: `text`, `json`, or `auto`, which is text in a terminal and JSON elsewhere.
        log_format: LogFormat = "auto",
    }
}

/// One line of the configuration.
#[derive(Debug)]
pub struct Setting {
    pub name: &'static str,
    pub doc: &'static str,
    pub default: &'static str,
    pub is_secret: bool,
}

impl Setting {
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.name.to_uppercase())
    }

    pub fn flag(&self) -> String {
        self.name.replace('_', "-")
    }

    /// Whether it is on or off, so that its flag needs no value.
    pub fn is_switch(&self) -> bool {
        matches!(self.default, "true" | "false")
    }

    /// The comment as one line of prose.
    pub fn help(&self) -> String {
        self.doc.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// All settings there are.
pub fn settings() -> impl Iterator<Item = &'static Setting> {
    TOPICS.iter().flat_map(|(_, settings)| settings.iter())
}

const PREFIX: &str = "GUANXI_";
const FILE: &str = "guanxi.toml";

/// A text that is neither printed nor logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

const MASK: &str = "********";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    Auto,
    Text,
    Json,
}

impl FromStr for LogFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "auto" => Ok(Self::Auto),
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err("expected text, json or auto".into()),
        }
    }
}

/// A kind of value that a setting can have.
trait Value: Sized {
    const IS_SECRET: bool = false;

    fn read(text: &str) -> Result<Self, String>;
}

macro_rules! values {
    ($($kind:ty),+) => {
        $(impl Value for $kind {
            fn read(text: &str) -> Result<Self, String> {
                text.parse().map_err(|error| format!("{error}"))
            }
        })+
    };
}

values!(SocketAddr, usize, u32, u64, PathBuf, String, LogFormat, Proxies);

impl Value for bool {
    fn read(text: &str) -> Result<Self, String> {
        match text.to_lowercase().as_str() {
            "1" | "true" | "yes" | "on" => Ok(true),
            "0" | "false" | "no" | "off" => Ok(false),
            _ => Err("expected true or false".into()),
        }
    }
}

impl Value for Secret {
    const IS_SECRET: bool = true;

    fn read(text: &str) -> Result<Self, String> {
        Ok(Self::new(text))
    }
}

impl<T: Value> Value for Option<T> {
    const IS_SECRET: bool = T::IS_SECRET;

    fn read(text: &str) -> Result<Self, String> {
        if text.is_empty() { Ok(None) } else { T::read(text).map(Some) }
    }
}

/// Where settings come from, strongest first.
#[derive(Debug, Default)]
pub struct Sources {
    layers: Vec<Layer>,
}

#[derive(Debug)]
struct Layer {
    /// How the place is called in messages, for each setting.
    origin: fn(&Setting) -> String,
    values: BTreeMap<String, String>,
}

impl Sources {
    /// The flags given, the environment, and `file` or the `guanxi.toml` of this folder if there is one.
    pub fn gather(flags: BTreeMap<String, String>, file: Option<&Path>) -> Result<Self> {
        let environment = env::vars().filter_map(|(name, value)| {
            let name = name.strip_prefix(PREFIX)?.to_lowercase();
            Some((name, value))
        });
        let environment = environment.collect();
        Ok(Self::new(flags, environment, read_file(file)?))
    }

    fn new(
        flags: BTreeMap<String, String>,
        environment: BTreeMap<String, String>,
        file: BTreeMap<String, String>,
    ) -> Self {
        let layers = vec![
            Layer { origin: |setting| format!("--{}", setting.flag()), values: flags },
            Layer { origin: Setting::variable, values: environment },
            Layer { origin: |setting| format!("{FILE}: {}", setting.name), values: file },
        ];
        Self { layers }
    }

    fn find(&self, name: &str) -> Option<(&Layer, &str)> {
        self.layers.iter().find_map(|layer| Some((layer, layer.values.get(name)?.as_str())))
    }

    fn parse<T: Value>(&self, name: &str, default: &str, wrong: &mut Vec<String>) -> Option<T> {
        let (layer, text) = match self.find(name) {
            Some((layer, text)) => (Some(layer), text),
            None => (None, default),
        };
        match T::read(text) {
            Ok(value) => Some(value),
            Err(reason) => {
                let setting = settings().find(|setting| setting.name == name)?;
                let place = layer.map_or_else(|| setting.variable(), |layer| (layer.origin)(setting));
                let shown = if T::IS_SECRET { MASK } else { text };
                wrong.push(format!("{place} is {shown:?}: {reason}"));
                None
            }
        }
    }

    /// All settings with the place they come from, secrets masked: `(variable, value, origin)`.
    pub fn report(&self) -> Vec<(String, String, String)> {
        let row = |setting: &Setting| {
            let (value, origin) = match self.find(setting.name) {
                Some((layer, text)) if setting.is_secret && !text.is_empty() => {
                    (MASK.to_owned(), (layer.origin)(setting))
                }
                Some((layer, text)) => (text.to_owned(), (layer.origin)(setting)),
                None => (setting.default.to_owned(), "default".to_owned()),
            };
            (setting.variable(), value, origin)
        };
        settings().map(row).collect()
    }
}

fn read_file(path: Option<&Path>) -> Result<BTreeMap<String, String>> {
    let (path, is_optional) = match path {
        Some(path) => (path, false),
        None => (Path::new(FILE), true),
    };
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if is_optional && error.kind() == io::ErrorKind::NotFound => return Ok(BTreeMap::new()),
        Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
    };
    let table: toml::Table = text.parse().with_context(|| format!("reading {}", path.display()))?;
    let plain = |value: toml::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Ok(table.into_iter().map(|(key, value)| (key, plain(value))).collect())
}

impl Config {
    /// Reads all settings, or says everything that is wrong with them.
    pub fn load(sources: &Sources) -> Result<Self> {
        let mut wrong = Vec::new();
        if let Some(file) = sources.layers.last() {
            let unknown = file.values.keys().filter(|key| settings().all(|setting| setting.name != **key));
            wrong.extend(unknown.map(|key| format!("{FILE}: {key} is no setting")));
        }
        let config = Self::parse(sources, &mut wrong);
        if let Some(config) = &config {
            config.check(&mut wrong);
        }
        match config {
            Some(config) if wrong.is_empty() => Ok(config),
            _ => anyhow::bail!("the configuration is wrong:\n  {}", wrong.join("\n  ")),
        }
    }

    /// Settings given by a program, such as our tests; the environment counts where they are silent.
    pub fn with(settings: &[(&str, &str)]) -> Result<Self> {
        let settings = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self::load(&Sources::gather(settings, None)?)
    }

    fn check(&self, wrong: &mut Vec<String>) {
        const SHORTEST_SECRET: usize = 32;
        if self.security.secret.as_ref().is_some_and(|secret| secret.reveal().len() < SHORTEST_SECRET) {
            wrong.push(format!("{PREFIX}SECRET is shorter than {SHORTEST_SECRET} characters"));
        }
        if self.security.login_rate == 0 {
            wrong.push(format!("{PREFIX}LOGIN_RATE is 0: nobody could sign in"));
        }
        if !(8..=4_194_304).contains(&self.security.password_memory) {
            wrong.push(format!("{PREFIX}PASSWORD_MEMORY is not between 8 KiB and 4 GiB"));
        }
        if self.http.workers == Some(0) {
            wrong.push(format!("{PREFIX}WORKERS is 0: nobody would answer"));
        }
        if self.database.pool_size.is_some_and(|size| size < 2) {
            wrong.push(format!("{PREFIX}POOL_SIZE is smaller than 2"));
        }
        let is_plain = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
        if !self.database.database_name.bytes().all(is_plain) || self.database.database_name.is_empty() {
            wrong.push(format!("{PREFIX}DATABASE_NAME has other characters than a to z, 0 to 9 and _"));
        }
        let listen = &self.http.listen;
        if listen.port() != 0 && self.http.ops_listen.as_ref() == Some(listen) {
            wrong.push(format!("{PREFIX}OPS_LISTEN is the same as {PREFIX}LISTEN"));
        }
    }
}

/// The text of `docs/configuration.md`.
pub fn documentation() -> String {
    let mut text = String::from(
        "# Configuration\n\n\
         Generated from `crates/server/src/config.rs` by `make generate`.\n\n\
         A flag is stronger than a variable of the environment, and that is stronger than `guanxi.toml` in the working\n\
         directory (or the file after `--config`): `--log-format json`, `GUANXI_LOG_FORMAT=json` and `log_format = \"json\"`\n\
         are the same. `guanxi doctor` prints what is in force and where it comes from, secrets masked.\n",
    );
    for (topic, settings) in TOPICS {
        text.push_str(&format!("\n## {}\n\n| variable | default | meaning |\n|---|---|---|\n", topic.trim()));
        for setting in *settings {
            let default = if setting.default.is_empty() { String::new() } else { format!("`{}`", setting.default) };
            text.push_str(&format!("| `{}` | {default} | {} |\n", setting.variable(), setting.help()));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(values: &[(&str, &str)]) -> BTreeMap<String, String> {
        values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn sources(flags: &[(&str, &str)], environment: &[(&str, &str)], file: &[(&str, &str)]) -> Sources {
        Sources::new(layer(flags), layer(environment), layer(file))
    }

    #[test]
    fn without_a_word_the_defaults_hold() {
        let config = Config::load(&sources(&[], &[], &[])).unwrap();
        assert_eq!(config.http.listen.to_string(), "127.0.0.1:8080");
        assert!(config.jobs.work && !config.security.test_clock);
        assert_eq!(config.database.database_url, None);
    }

    #[test]
    fn a_flag_beats_the_environment_and_that_beats_the_file() {
        let file = [("log", "error"), ("work", "false"), ("pool_size", "4")];
        let environment = [("log", "warn"), ("pool_size", "8")];
        let sources = sources(&[("log", "debug")], &environment, &file);
        let config = Config::load(&sources).unwrap();
        assert_eq!((config.log.log.as_str(), config.database.pool_size, config.jobs.work), ("debug", Some(8), false));

        let origins: BTreeMap<_, _> = sources.report().into_iter().map(|(name, _, origin)| (name, origin)).collect();
        assert_eq!(origins["GUANXI_LOG"], "--log");
        assert_eq!(origins["GUANXI_POOL_SIZE"], "GUANXI_POOL_SIZE");
        assert_eq!(origins["GUANXI_WORK"], "guanxi.toml: work");
        assert_eq!(origins["GUANXI_DATA_DIR"], "default");
    }

    #[test]
    fn all_mistakes_are_named_at_once_and_no_secret_is_told() {
        let environment = [("listen", "nowhere"), ("work", "perhaps"), ("secret", "short")];
        let wrong = Config::load(&sources(&[], &environment, &[("colour", "red")])).unwrap_err().to_string();
        for part in ["GUANXI_LISTEN is \"nowhere\"", "GUANXI_WORK is \"perhaps\"", "colour is no setting"] {
            assert!(wrong.contains(part), "{wrong}");
        }
        let wrong = Config::load(&sources(&[], &[("secret", "short")], &[])).unwrap_err().to_string();
        assert!(wrong.contains("GUANXI_SECRET is shorter") && !wrong.contains("\"short\""), "{wrong}");
        let shown = format!("{:?}", sources(&[], &[("secret", "tell nobody")], &[]).report());
        assert!(!shown.contains("tell nobody"));
    }
}
