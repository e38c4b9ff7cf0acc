//! Competitors.

use guanxi_domain::{
    Permission,
    opportunities::competitor::{self, CompetitorDetails},
};
use guanxi_persistence::opportunities::competitor::Competitor;

use crate::records::Editable;

impl Editable for Competitor {
    type Details = CompetitorDetails;
    const CREATE: Permission = competitor::CREATE;
    const UPDATE: Permission = competitor::UPDATE;
    const DELETE: Permission = competitor::DELETE;
}
