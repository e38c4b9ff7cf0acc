//! What is expected to come in within a period (5.6): what is won, and what open deals are likely to add.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::stage::ForecastCategory;
use crate::time::{self, DateRange};

pub use crate::access::forecast::*;

/// A month `2026-03`, or a quarter of the fiscal year that begins in 2026, `2026-Q1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    pub name: String,
    pub range: DateRange,
}

impl Period {
    pub fn parse(text: &str, fiscal_start_month: u32) -> Option<Self> {
        let (year, part) = text.split_once('-').filter(|(year, part)| year.len() == 4 && part.len() == 2)?;
        let year: i32 = year.parse().ok()?;
        let range = match part.strip_prefix('Q') {
            Some(quarter) => {
                let quarter = quarter.parse::<u32>().ok().filter(|quarter| (1..=4).contains(quarter))?;
                let first = NaiveDate::from_ymd_opt(year, fiscal_start_month.clamp(1, 12), 1)?;
                let inside = first.checked_add_months(chrono::Months::new((quarter - 1) * 3))?;
                time::fiscal_quarter(inside, fiscal_start_month)
            }
            None => {
                let from = NaiveDate::from_ymd_opt(year, part.parse().ok()?, 1)?;
                DateRange { from, until: from.checked_add_months(chrono::Months::new(1))? }
            }
        };
        Some(Self { name: text.to_owned(), range })
    }

    /// The month of a date.
    pub fn month(date: NaiveDate) -> Option<Self> {
        Self::parse(&date.format("%Y-%m").to_string(), 1)
    }

    /// The last day of it.
    pub fn last_day(&self) -> NaiveDate {
        time::minus(self.range.until, 1)
    }
}

/// The figures of a forecast in the organisation's currency. Each category counts those that are surer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Figures {
    /// What was won.
    pub closed: Decimal,
    pub commit_only: Decimal,
    pub best_case_only: Decimal,
    pub pipeline_only: Decimal,
    /// Closed and committed.
    pub commit: Decimal,
    /// That, and the best case.
    pub best_case: Decimal,
    /// What is open and counts.
    pub open_pipeline: Decimal,
    /// Closed, and what is open as far as it is likely.
    pub weighted: Decimal,
}

impl Figures {
    /// What was won comes to it.
    pub fn add_closed(&mut self, amount: Decimal) {
        self.closed += amount;
        self.weighted += amount;
        self.roll_up();
    }

    /// Open deals of one category come to it; omitted ones do not.
    pub fn add_open(&mut self, category: ForecastCategory, amount: Decimal, weighted: Decimal) {
        match category {
            ForecastCategory::Commit => self.commit_only += amount,
            ForecastCategory::BestCase => self.best_case_only += amount,
            ForecastCategory::Pipeline => self.pipeline_only += amount,
            ForecastCategory::Omitted | ForecastCategory::Closed => return,
        }
        self.weighted += weighted;
        self.roll_up();
    }

    /// What two come to.
    #[must_use]
    pub fn plus(mut self, other: &Self) -> Self {
        self.closed += other.closed;
        self.commit_only += other.commit_only;
        self.best_case_only += other.best_case_only;
        self.pipeline_only += other.pipeline_only;
        self.weighted += other.weighted;
        self.roll_up();
        self
    }

    fn roll_up(&mut self) {
        self.commit = self.closed + self.commit_only;
        self.best_case = self.commit + self.best_case_only;
        self.open_pipeline = self.commit_only + self.best_case_only + self.pipeline_only;
    }

    /// The figures with two places each.
    #[must_use]
    pub fn shown(self) -> Self {
        let two = |mut amount: Decimal| {
            amount = amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            amount.rescale(2);
            amount
        };
        Self {
            closed: two(self.closed),
            commit_only: two(self.commit_only),
            best_case_only: two(self.best_case_only),
            pipeline_only: two(self.pipeline_only),
            commit: two(self.commit),
            best_case: two(self.best_case),
            open_pipeline: two(self.open_pipeline),
            weighted: two(self.weighted),
        }
    }
}

/// How near a forecast came to what was closed, as a percentage; nothing where nothing was.
pub fn accuracy(forecast: Decimal, actual: Decimal) -> Option<Decimal> {
    if actual <= Decimal::ZERO {
        return None;
    }
    let share = Decimal::ONE - (forecast - actual).abs() / actual;
    let mut percent = (share * Decimal::ONE_HUNDRED).round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    percent.rescale(2);
    Some(percent)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn categories_are_rolled_up() {
        let mut figures = Figures::default();
        let amount = |thousands: i64| Decimal::from(thousands * 1000);
        figures.add_closed(amount(120));
        for (category, of, percent) in [
            (ForecastCategory::Commit, 100, 80),
            (ForecastCategory::Commit, 200, 80),
            (ForecastCategory::BestCase, 300, 60),
            (ForecastCategory::Pipeline, 150, 20),
            (ForecastCategory::Omitted, 80, 50),
        ] {
            figures.add_open(category, amount(of), amount(of * percent) / Decimal::ONE_HUNDRED);
        }
        let shown = figures.shown();
        assert_eq!(shown.commit.to_string(), "420000.00");
        assert_eq!(shown.best_case.to_string(), "720000.00");
        assert_eq!(shown.open_pipeline.to_string(), "750000.00");
        assert_eq!(shown.weighted.to_string(), "570000.00");
    }

    #[test]
    fn periods_are_months_and_fiscal_quarters() {
        let range = |text: &str, start| {
            Period::parse(text, start).map(|period| format!("{} {}", period.range.from, period.range.until))
        };
        assert_eq!(range("2026-03", 1).as_deref(), Some("2026-03-01 2026-04-01"));
        assert_eq!(range("2026-Q1", 1).as_deref(), Some("2026-01-01 2026-04-01"));
        assert_eq!(range("2026-Q4", 4).as_deref(), Some("2027-01-01 2027-04-01"));
        for wrong in ["2026", "2026-13", "2026-Q5", "2026-Q0", "26-03", "2026-3", "x", "2026-ab"] {
            assert_eq!(range(wrong, 1), None, "{wrong}");
        }
    }

    #[test]
    fn a_forecast_is_as_good_as_it_was_near() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(accuracy(number("90"), number("120")).unwrap().to_string(), "75.00");
        assert_eq!(accuracy(number("150"), number("120")).unwrap().to_string(), "75.00");
        assert_eq!(accuracy(number("90"), number("0")), None);
    }

    proptest! {
        #[test]
        fn what_is_surer_is_never_more(
            deals in prop::collection::vec((0..4_usize, 0..1_000_000_u32, 0..=100_u32), 0..30), closed in 0..1_000_000_u32,
        ) {
            const ALL: [ForecastCategory; 4] = [
                ForecastCategory::Pipeline, ForecastCategory::BestCase, ForecastCategory::Commit, ForecastCategory::Omitted,
            ];
            let mut figures = Figures::default();
            figures.add_closed(closed.into());
            for (category, amount, percent) in deals {
                let amount = Decimal::from(amount);
                figures.add_open(ALL[category], amount, amount * Decimal::from(percent) / Decimal::ONE_HUNDRED);
            }
            prop_assert!(figures.closed <= figures.commit && figures.commit <= figures.best_case);
            prop_assert!(figures.weighted <= figures.closed + figures.open_pipeline);
            prop_assert_eq!(figures.best_case + figures.pipeline_only, figures.closed + figures.open_pipeline);
        }
    }
}
