//! Customers, contacts, and the public sea.

mod customer;
mod overview;

use guanxi_persistence::customers::{contact::Contact, pool::CustomerPool};

use crate::{Endpoint, Records};

const TAG: &str = "customers";

pub fn endpoints() -> Vec<Endpoint> {
    let contacts = Records::editing::<Contact>(TAG).many_at_once::<Contact>().endpoints();
    let pools = Records::editing::<CustomerPool>(TAG).endpoints();
    [customer::endpoints(), overview::endpoints(), contacts, pools].into_iter().flatten().collect()
}
