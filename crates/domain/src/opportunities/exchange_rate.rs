//! What the money of elsewhere is worth in the organisation's own, from a day on (0.4).

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use crate::money::Currency;

pub use crate::access::exchange_rate::*;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExchangeRateDetails {
    pub currency: Currency,
    pub effective_on: NaiveDate,
    /// What one unit is worth.
    #[validate(custom(function = is_rate))]
    pub rate: Decimal,
}

fn is_rate(rate: &Decimal) -> Result<(), ValidationError> {
    let sound = *rate > Decimal::ZERO && *rate <= Decimal::from(1_000_000) && rate.normalize().scale() <= 8;
    if sound { Ok(()) } else { Err(ValidationError::new("out_of_range")) }
}
