//! The server that all tests speak to: started once, on a free port, with a database of this run alone.

use guanxi_server::{Running, config::Config};
use tokio::sync::OnceCell;

/// `http://127.0.0.1:…`
pub async fn base_url() -> &'static str {
    static SERVER: OnceCell<Running> = OnceCell::const_new();
    let running = SERVER.get_or_init(|| async { guanxi_server::start(config()).await.unwrap() });
    &running.await.base_url
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
        ("log", "warn"),
    ];
    Config::with(&settings).unwrap()
}
