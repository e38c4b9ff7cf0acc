//! Activities over HTTP, and what belongs to them: plans, visits, calls, calendars, reports, to-dos.

mod calendar;
mod calls;
mod comments;
mod plans;
mod reports;
mod timeline;
mod todos;

use guanxi_persistence::activities::{activity::Activity, playbook::Playbook};

use crate::{Endpoint, Records};

const TAG: &str = "activities";

pub fn endpoints() -> Vec<Endpoint> {
    let areas = [
        Records::editing::<Activity>(TAG).endpoints(),
        Records::editing::<Playbook>(TAG).endpoints(),
        calendar::endpoints(),
        calls::endpoints(),
        comments::endpoints(),
        plans::endpoints(),
        reports::endpoints(),
        timeline::endpoints(),
        todos::endpoints(),
    ];
    areas.into_iter().flatten().collect()
}
