//! What is said: HTTP bodies, replies, routes and the contract that describes them.

mod access;
mod activities;
pub mod call;
mod customers;
pub mod endpoint;
pub mod leads;
pub mod list;
pub mod meta;
mod notifications;
pub mod openapi;
mod opportunities;
pub mod platform;
pub mod problem;
pub mod records;
pub mod reply;
mod schema;
mod transfer;

use std::sync::Arc;

use actix_web::web::{self, ServiceConfig};
use guanxi_app::access::Gate;
use guanxi_domain::access::network::Proxies;
use guanxi_persistence::Db;

pub use call::{Call, Json, Raw};
pub use endpoint::{Endpoint, needs, public, signed_in};
pub use records::Records;
pub use reply::Reply;

/// What every handler reaches.
#[derive(Clone)]
pub struct App {
    pub db: Db,
    pub gate: Arc<Gate>,
    /// Whose word about a caller's address is taken.
    pub proxies: Arc<Proxies>,
    /// Whether webhooks may go into the installation's own network.
    pub private_webhooks: bool,
}

/// Every operation of the API; routes and contract are both made from this.
pub fn endpoints() -> Vec<Endpoint> {
    let areas = [
        access::endpoints(),
        activities::endpoints(),
        customers::endpoints(),
        leads::endpoints(),
        meta::endpoints(),
        notifications::endpoints(),
        opportunities::endpoints(),
        platform::endpoints(),
        transfer::endpoints(),
    ];
    areas.into_iter().flatten().collect()
}

/// Puts the API under `/api/v1`.
pub fn configure(config: &mut ServiceConfig, app: App) {
    let scope = endpoint::mount(web::scope("/api/v1"), endpoints()).default_service(web::to(problem::no_such_route));
    config.app_data(web::Data::new(app)).service(scope);
}
