//! Plans and visits.

use guanxi_app::activities::{
    plans::{self, Cancellation, Completion},
    visits,
};
use guanxi_domain::{
    access::{follow_up_plan, visit},
    activities::visit::{CheckIn, CheckOut},
};
use guanxi_persistence::activities::{plan::Plan, visit::Visit};

use super::TAG;
use crate::{Endpoint, Json, Records};

pub fn endpoints() -> Vec<Endpoint> {
    let plans = Records::editing::<Plan>(TAG)
        .verb::<Plan, (), _>("start", follow_up_plan::UPDATE, "Begin to carry a plan out.", async |tx, id, ()| {
            plans::start(tx, id).await
        })
        .verb::<Plan, Json<Completion>, _>(
            "complete",
            follow_up_plan::UPDATE,
            "Say that a plan was carried out, and write down what was said.",
            async |tx, id, Json(done)| plans::complete(tx, id, done).await,
        )
        .verb::<Plan, Json<Cancellation>, _>(
            "cancel",
            follow_up_plan::UPDATE,
            "Give a plan up.",
            async |tx, id, Json(why)| plans::cancel(tx, id, why).await,
        )
        .endpoints();
    let visits = Records::editing::<Visit>(TAG)
        .verb::<Visit, Json<CheckIn>, _>(
            "check-in",
            visit::UPDATE,
            "Say that one has arrived.",
            async |tx, id, Json(there)| visits::check_in(tx, id, there).await,
        )
        .verb::<Visit, Json<CheckOut>, _>(
            "check-out",
            visit::UPDATE,
            "Say that one leaves, and write down what was said.",
            async |tx, id, Json(said)| visits::check_out(tx, id, said).await,
        )
        .endpoints();
    [plans, visits].into_iter().flatten().collect()
}
