//! What a deal is made of, line by line, and what that comes to (6.4): each line is rounded, then they are summed.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

use crate::{
    money::{Currency, is_amount},
    text::{Code, Name},
};

/// One line: so many of something, at a price that has the tax in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = sound))]
#[schema(as = OpportunityLine)]
pub struct Line {
    pub product: Name,
    #[serde(default)]
    pub code: Option<Code>,
    pub quantity: Decimal,
    pub unit_price: Decimal,
    /// The part that is taken off: 0.15 is 15 % off.
    #[serde(default)]
    pub discount_rate: Decimal,
    #[serde(default)]
    pub tax_rate: Decimal,
    /// What it comes to with its tax. What a body says here and below is ignored.
    #[serde(default)]
    pub gross: Option<Decimal>,
    #[serde(default)]
    pub net: Option<Decimal>,
    #[serde(default)]
    pub tax: Option<Decimal>,
}

fn sound(line: &Line) -> Result<(), ValidationError> {
    let rate = |rate: Decimal| (Decimal::ZERO..=Decimal::ONE).contains(&rate) && rate.normalize().scale() <= 6;
    let fits = line.quantity > Decimal::ZERO
        && line.quantity < Decimal::from(10_i64.pow(9))
        && line.quantity.normalize().scale() <= 4
        && is_amount(line.unit_price)
        && line.unit_price.normalize().scale() <= 6
        && rate(line.discount_rate)
        && rate(line.tax_rate)
        && line.exact().is_some_and(is_amount);
    if fits { Ok(()) } else { Err(ValidationError::new("out_of_range")) }
}

impl Line {
    fn exact(&self) -> Option<Decimal> {
        self.quantity.checked_mul(self.unit_price)?.checked_mul(Decimal::ONE - self.discount_rate)
    }

    /// The line with what it comes to in a currency.
    #[must_use]
    pub fn reckoned(mut self, currency: &Currency) -> Self {
        let gross = currency.round(self.exact().unwrap_or_default());
        let net = currency.round(gross / (Decimal::ONE + self.tax_rate));
        self.gross = Some(gross);
        self.net = Some(net);
        self.tax = Some(gross - net);
        self
    }
}

/// What lines that were reckoned come to.
pub fn total(lines: &[Line]) -> Decimal {
    lines.iter().filter_map(|line| line.gross).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(quantity: &str, price: &str, discount: &str, tax: &str) -> Line {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        Line {
            product: Name::new("羽绒服").unwrap(),
            code: None,
            quantity: number(quantity),
            unit_price: number(price),
            discount_rate: number(discount),
            tax_rate: number(tax),
            gross: None,
            net: None,
            tax: None,
        }
    }

    #[test]
    fn lines_are_rounded_and_then_summed() {
        let cny = Currency::new("CNY").unwrap();
        let lines = [line("3", "199", "0.10", "0.13").reckoned(&cny), line("5", "49.77", "0", "0.13").reckoned(&cny)];
        assert_eq!(lines[0].gross.unwrap().to_string(), "537.30");
        assert_eq!(lines[0].net.unwrap().to_string(), "475.49");
        assert_eq!(lines[0].tax.unwrap().to_string(), "61.81");
        assert_eq!(total(&lines).to_string(), "786.15");
        assert!(line("0", "1", "0", "0").validate().is_err());
        assert!(line("1", "-1", "0", "0").validate().is_err());
        assert!(line("1", "1", "1.1", "0").validate().is_err());
        assert!(line("999999999", "999999999999999", "0", "0").validate().is_err());
    }

    proptest! {
        #[test]
        fn net_and_tax_are_always_the_whole(
            quantity in 1..100_000_u32, cents in 0..10_000_000_u64, off in 0..=100_u32, tax in 0..=100_u32,
        ) {
            let cny = Currency::new("CNY").unwrap();
            let line = Line {
                quantity: quantity.into(),
                unit_price: Decimal::from(cents) / Decimal::ONE_HUNDRED,
                discount_rate: Decimal::from(off) / Decimal::ONE_HUNDRED,
                tax_rate: Decimal::from(tax) / Decimal::ONE_HUNDRED,
                ..line("1", "1", "0", "0")
            }.reckoned(&cny);
            let (gross, net, tax) = (line.gross.unwrap(), line.net.unwrap(), line.tax.unwrap());
            prop_assert_eq!(net + tax, gross);
            prop_assert!(gross >= net && net >= Decimal::ZERO && gross.scale() == 2);
        }
    }
}
