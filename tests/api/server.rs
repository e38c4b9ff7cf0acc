//! The server that all tests speak to: started once, on a free port, with a database of this run alone.

use guanxi_server::{Database, Running, config::Config};
use sqlx::PgPool;
use tokio::sync::OnceCell;

use crate::sink;

/// What the server signs with.
pub const SECRET: &str = "a secret for tests alone, long enough to sign with";

/// Where a proxy of ours would call from.
pub const PROXIES: &str = "127.254.254.0/24";

/// `http://127.0.0.1:…`
pub async fn base_url() -> &'static str {
    static SERVER: OnceCell<Running> = OnceCell::const_new();
    let running = SERVER.get_or_init(|| async { guanxi_server::start(config()).await.unwrap() });
    &running.await.base_url
}

/// The database behind the server, as its owner: for what no request shows.
pub async fn database() -> PgPool {
    static DATABASE: OnceCell<Database> = OnceCell::const_new();
    base_url().await;
    let database = DATABASE.get_or_init(|| async { Database::open(&config()).await.unwrap() }).await;
    PgPool::connect_lazy_with(database.options.clone())
}

/// PostgreSQL ends with this process; the next run drops the database.
fn config() -> Config {
    let database = format!("test_{}", std::process::id());
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../var/test");
    let settings = [
        ("listen", "127.0.0.1:0"),
        ("data_dir", folder),
        ("database_name", &database),
        ("durable", "false"),
        ("test_clock", "true"),
        ("secret", SECRET),
        // On Linux each organisation of a test signs in from an address of its own.
        ("login_rate", if cfg!(target_os = "linux") { "150" } else { "1000000" }),
        ("trusted_proxies", PROXIES),
        ("password_memory", "64"),
        ("log", "warn"),
        ("smtp_url", sink::url()),
        ("mail_from", "Guanxi <crm@guanxi.test>"),
        ("webhook_private", "true"),
    ];
    Config::with(&settings).unwrap()
}
