//! Activities and time-lines over HTTP.

mod timeline;

use guanxi_persistence::activities::activity::Activity;

use crate::{Endpoint, Records};

const TAG: &str = "activities";

pub fn endpoints() -> Vec<Endpoint> {
    [Records::editing::<Activity>(TAG).endpoints(), timeline::endpoints()].into_iter().flatten().collect()
}
