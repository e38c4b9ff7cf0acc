//! What the money of elsewhere is worth, from a day on.

use chrono::NaiveDate;
use guanxi_domain::{
    Permission, Result, fields::Kind, money::Currency, opportunities::exchange_rate, settings::CURRENCIES,
};
use rust_decimal::Decimal;

use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct ExchangeRate;

impl Record for ExchangeRate {
    const READ: Permission = exchange_rate::READ;
    const TABLE: &'static Table = &Table {
        name: "exchange_rates",
        noun: "exchange_rate",
        label: ["汇率", "Exchange rate"],
        columns: &[
            Column::new("currency", Kind::Choice(CURRENCIES), "币种", "Currency").required(),
            Column::new("effective_on", Kind::Date, "生效日期", "Effective on").required(),
            Column::new("rate", Kind::Decimal, "汇率", "Rate").required(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", exchange_rate::UPDATE), Action::new("delete", exchange_rate::DELETE)],
        sort: "-effective_on",
        shown: &["currency", "effective_on", "rate", "updated_at"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// What one unit is worth on a day, and since when.
pub async fn on(tx: &mut Tx, currency: &Currency, date: NaiveDate) -> Result<Option<(Decimal, NaiveDate)>> {
    let sql = "select rate, effective_on from exchange_rates
               where tenant_id = $1 and currency = $2 and effective_on <= $3 and deleted_at is null
               order by effective_on desc limit 1";
    let found = sqlx::query_as(sql).bind(tx.tenant()).bind(currency.as_str()).bind(date);
    Ok(found.fetch_optional(tx.conn()).await?)
}
