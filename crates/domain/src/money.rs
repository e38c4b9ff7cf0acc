//! Amounts of money: exact, rounded half up at the scale of their currency (0.4).

use rust_decimal::{Decimal, RoundingStrategy};

use crate::{FieldCode, settings::CURRENCIES, text::text};

text! {
    /// A currency whose amounts have a known scale: `CNY`.
    Currency: One, 3, |text| {
        if CURRENCIES.contains(&text) { Ok(text.to_owned()) } else { Err(FieldCode::NotOneOf) }
    };
}

/// More than this nobody deals in; it fits the columns.
pub fn is_amount(value: Decimal) -> bool {
    !value.is_sign_negative() && value < Decimal::from(10_i64.pow(15))
}

impl Currency {
    /// How many places amounts have.
    pub fn scale(&self) -> u32 {
        if matches!(self.as_str(), "JPY" | "KRW") { 0 } else { 2 }
    }

    pub fn round(&self, amount: Decimal) -> Decimal {
        let mut rounded = amount.round_dp_with_strategy(self.scale(), RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(self.scale());
        rounded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_rounded_half_up_at_the_scale_of_their_currency() {
        let round = |code: &str, amount: &str| Currency::new(code).unwrap().round(amount.parse().unwrap()).to_string();
        assert_eq!(round("CNY", "2.675"), "2.68");
        assert_eq!(round("CNY", "12345.665"), "12345.67");
        assert_eq!(round("CNY", "100"), "100.00");
        assert_eq!(round("JPY", "99.5"), "100");
        // 12,345.67 USD at 7.1234.
        let base: Decimal = "12345.67".parse::<Decimal>().unwrap() * "7.1234".parse::<Decimal>().unwrap();
        assert_eq!(round("CNY", &base.to_string()), "87943.15");
        assert!(Currency::new("XXX").is_err());
    }
}
