//! Exchange rates. What was reckoned with one keeps it.

use chrono::NaiveDate;
use guanxi_domain::{
    Error, FieldCode, Permission, Result,
    money::Currency,
    opportunities::exchange_rate::{self, ExchangeRateDetails},
    settings::BASE_CURRENCY,
};
use guanxi_persistence::{
    Locked, Tx,
    opportunities::exchange_rate::{self as store, ExchangeRate},
    settings,
};
use rust_decimal::Decimal;
use serde_json::Map;

use crate::records::{self, Editable, Saved};

impl Editable for ExchangeRate {
    type Details = ExchangeRateDetails;
    const CREATE: Permission = exchange_rate::CREATE;
    const UPDATE: Permission = exchange_rate::UPDATE;
    const DELETE: Permission = exchange_rate::DELETE;

    async fn create(tx: &mut Tx, details: ExchangeRateDetails) -> Result<Saved> {
        check(tx, &details).await?;
        Ok(Saved::new(records::insert::<Self>(tx, &details, Map::new()).await?))
    }

    async fn update(tx: &mut Tx, record: &Locked<Self>, details: ExchangeRateDetails) -> Result<Saved> {
        check(tx, &details).await?;
        records::save(tx, record, &details, Map::new()).await?;
        Ok(Saved::new(record.id))
    }
}

/// One's own money is worth what it is.
async fn check(tx: &mut Tx, details: &ExchangeRateDetails) -> Result<()> {
    if details.currency == base(tx).await? { Err(Error::field("/currency", FieldCode::Invalid)) } else { Ok(()) }
}

/// The organisation's own currency.
pub async fn base(tx: &mut Tx) -> Result<Currency> {
    Currency::new(&settings::load(tx).await?.get(BASE_CURRENCY)).map_err(Error::unexpected)
}

/// What one unit is worth in the organisation's currency today, and since when.
pub async fn today(tx: &mut Tx, currency: &Currency) -> Result<(Decimal, NaiveDate)> {
    let today = tx.today();
    if *currency == base(tx).await? {
        return Ok((Decimal::ONE, today));
    }
    let found = store::on(tx, currency, today).await?;
    found.ok_or_else(|| Error::field("/currency", FieldCode::NoExchangeRate))
}
