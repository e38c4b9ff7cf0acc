//! How customers deal with each other (3.9). Whom one belongs to is its parent.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::choices;
use crate::{
    CustomerId, FieldCode, FieldError,
    text::{LongText, ShortText},
};

pub use crate::access::customer_relation::*;

choices! {
    RelationKind {
        InvoiceTo = "invoice_to", SupplierOf = "supplier_of", EndCustomerOf = "end_customer_of",
        DealerOf = "dealer_of", PartnerOf = "partner_of", CompetitorOf = "competitor_of",
    }
}

/// The roles of customers who sell for others.
pub const DEALERS: &[&str] = &["distributor", "dealer", "wholesaler", "agent"];

/// `from` is … of `to`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RelationDetails {
    pub from_id: CustomerId,
    pub to_id: CustomerId,
    pub kind: RelationKind,
    /// Where a dealer sells.
    #[serde(default)]
    pub territory: Option<ShortText>,
    /// What a dealer sells.
    #[serde(default)]
    pub products: Option<ShortText>,
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    #[serde(default)]
    pub remark: Option<LongText>,
}

impl RelationDetails {
    /// What contradicts itself, where `role` is that of the first customer.
    pub fn wrong(&self, role: Option<&str>) -> Vec<FieldError> {
        let mut wrong = Vec::new();
        let mut refuse = |pointer: &'static str, is_wrong: bool| {
            if is_wrong {
                wrong.push(FieldError::new(pointer, FieldCode::Invalid));
            }
        };
        let deals = self.kind == RelationKind::DealerOf;
        refuse("/to_id", self.from_id == self.to_id);
        refuse("/kind", deals && !role.is_some_and(|role| DEALERS.contains(&role)));
        refuse("/territory", !deals && self.territory.is_some());
        refuse("/products", !deals && self.products.is_some());
        refuse("/valid_to", matches!((self.valid_from, self.valid_to), (Some(from), Some(to)) if to < from));
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dealers_deal_and_only_they_have_a_territory() {
        let details = |kind, territory: Option<&str>| RelationDetails {
            from_id: CustomerId::new(),
            to_id: CustomerId::new(),
            kind,
            territory: territory.map(|text| ShortText::new(text).unwrap()),
            products: None,
            valid_from: "2026-01-01".parse().ok(),
            valid_to: "2026-12-31".parse().ok(),
            remark: None,
        };
        assert!(details(RelationKind::DealerOf, Some("华东")).wrong(Some("dealer")).is_empty());
        assert_eq!(details(RelationKind::DealerOf, None).wrong(Some("end_customer"))[0].pointer, "/kind");
        assert_eq!(details(RelationKind::SupplierOf, Some("华东")).wrong(Some("dealer"))[0].pointer, "/territory");
        let mut reversed = details(RelationKind::PartnerOf, None);
        (reversed.valid_from, reversed.valid_to) = (reversed.valid_to, reversed.valid_from);
        reversed.to_id = reversed.from_id;
        let pointers: Vec<_> = reversed.wrong(None).into_iter().map(|wrong| wrong.pointer).collect();
        assert_eq!(pointers, ["/to_id", "/valid_to"]);
    }
}
