//! The server that all tests speak to: started once, on a free port, with a database of this run alone.

use guanxi_server::{Database, Running, config::Config};
use sqlx::PgPool;
use tokio::sync::OnceCell;

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
        ("login_rate", "1000000"),
        ("password_memory", "64"),
        ("log", "warn"),
    ];
    Config::with(&settings).unwrap()
}
