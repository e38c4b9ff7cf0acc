//! Visits: where somebody checked in, and how far from the customer that was (4.2).

use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::activity::{Outcome, Subject};
use crate::{
    ContactId, Error, Result, UserId,
    text::{Address, LongText},
};

pub use crate::access::visit::*;

/// Whom somebody is going to see.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitDetails {
    pub subject: Subject,
    pub subject_id: Uuid,
    #[serde(default)]
    pub contact_id: Option<ContactId>,
    /// Who goes; oneself if it is left out.
    #[serde(default)]
    pub owner_id: Option<UserId>,
    /// The plan that is carried out.
    #[serde(default)]
    pub plan_id: Option<Uuid>,
}

/// Where somebody is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    #[schema(value_type = String)]
    pub lat: Decimal,
    #[schema(value_type = String)]
    pub lng: Decimal,
    #[serde(default)]
    pub address: Option<Address>,
    /// A file that was sent before (`POST /files`).
    #[serde(default)]
    pub photo_id: Option<Uuid>,
}

/// Where somebody was until now, and what was said there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckOut {
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub lat: Option<Decimal>,
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub lng: Option<Decimal>,
    #[serde(default)]
    pub address: Option<Address>,
    pub content: LongText,
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum VisitStatus {
    Planned,
    CheckedIn,
    Done,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum VisitEvent {
    CheckIn,
    CheckOut,
}

impl VisitStatus {
    pub const WORDS: &'static [&'static str] = &["planned", "checked_in", "done"];

    pub fn transition(self, event: VisitEvent) -> Result<Self> {
        match (self, event) {
            (Self::Planned, VisitEvent::CheckIn) => Ok(Self::CheckedIn),
            (Self::CheckedIn, VisitEvent::CheckOut) => Ok(Self::Done),
            (state, event) => {
                let allowed: &[&str] = match state {
                    Self::Planned => &["check-in"],
                    Self::CheckedIn => &["check-out"],
                    Self::Done => &[],
                };
                Err(Error::invalid_state(state.into(), event.into(), allowed))
            }
        }
    }
}

/// A point on the earth, if that is one.
pub fn point(lat: Decimal, lng: Decimal) -> Option<(f64, f64)> {
    let (lat, lng) = (lat.to_f64()?, lng.to_f64()?);
    ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lng)).then_some((lat, lng))
}

/// The distance between two points in metres, along the surface of a globe.
pub fn distance_m((lat_a, lng_a): (f64, f64), (lat_b, lng_b): (f64, f64)) -> i64 {
    const RADIUS: f64 = 6_371_008.8;
    let (phi_a, phi_b) = (lat_a.to_radians(), lat_b.to_radians());
    let (across, along) = ((phi_b - phi_a) / 2.0, (lng_b - lng_a).to_radians() / 2.0);
    let chord = across.sin().powi(2) + phi_a.cos() * phi_b.cos() * along.sin().powi(2);
    let metres = 2.0 * RADIUS * chord.sqrt().min(1.0).asin();
    Decimal::try_from(metres).ok().and_then(|metres| metres.round().to_i64()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_a_map() {
        let bund = (31.2397, 121.4900);
        assert_eq!(distance_m(bund, bund), 0);
        let tower = (31.2397, 121.4998);
        assert!((900..960).contains(&distance_m(bund, tower)));
        let beijing = (39.9042, 116.4074);
        assert!((1_060_000..1_080_000).contains(&distance_m(bund, beijing)));
    }

    #[test]
    fn a_visit_goes_in_and_out_once() {
        let inside = VisitStatus::Planned.transition(VisitEvent::CheckIn).unwrap();
        assert!(inside.transition(VisitEvent::CheckIn).is_err());
        let done = inside.transition(VisitEvent::CheckOut).unwrap();
        assert!(
            done.transition(VisitEvent::CheckOut).is_err()
                && VisitStatus::Planned.transition(VisitEvent::CheckOut).is_err()
        );
    }
}
