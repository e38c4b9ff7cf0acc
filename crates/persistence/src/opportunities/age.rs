//! How long deals stand where they stand, and whether that is too long: it follows from the day, so it is never stored.

use chrono::NaiveDate;
use guanxi_domain::{Result, fields::Kind, opportunities::opportunity::Ages};

use crate::{
    Column, Tx,
    live::{Live, LiveValue, Parts, Rule},
};

const PARTS: &[&str] = &["status", "stage_entered_on", "active_on", "expected_close_on", "max_days"];

pub const STAGE_AGE: Column =
    Column::new("stage_age_days", Kind::Int, "阶段停留天数", "Days in the stage").live(&Live {
        parts: PARTS,
        rule: |tx| rule(tx, |ages, today| ages.stage_age_days(today).map(LiveValue::Number)),
        push: |sql, tx| {
            sql.push("case when t.status = 'open' then ").push_bind(tx.today()).push(" - t.stage_entered_on end");
        },
        narrow: None,
        order: None,
    });

pub const STALLED: Column = Column::new("stalled", Kind::Bool, "已停滞", "Stalled").filled().live(&Live {
    parts: PARTS,
    rule: |tx| rule(tx, |ages, today| Some(LiveValue::Bool(ages.is_stalled(today)))),
    push: |sql, tx| {
        sql.push("t.status = 'open' and t.max_days is not null and least(t.stage_entered_on, t.active_on) < ");
        sql.push_bind(tx.today()).push(" - t.max_days");
    },
    narrow: None,
    order: None,
});

pub const OVERDUE_CLOSE: Column =
    Column::new("overdue_close", Kind::Bool, "已过预计成交日期", "Should have closed").filled().live(&Live {
        parts: PARTS,
        rule: |tx| rule(tx, |ages, today| Some(LiveValue::Bool(ages.is_overdue(today)))),
        push: |sql, tx| {
            sql.push("t.status = 'open' and t.expected_close_on < ").push_bind(tx.today());
        },
        narrow: None,
        order: None,
    });

fn rule(tx: &Tx, shown: fn(Ages, NaiveDate) -> Option<LiveValue>) -> Rule {
    let today = tx.today();
    Box::new(move |row| Ok(shown(ages(row)?, today)))
}

fn ages(row: &Parts<'_>) -> Result<Ages> {
    Ok(Ages {
        is_open: row.get::<&str>("status")? == "open",
        stage_entered_on: row.get("stage_entered_on")?,
        active_on: row.get("active_on")?,
        expected_close_on: row.get("expected_close_on")?,
        max_days: row.get::<Option<i32>>("max_days")?.map(i64::from),
    })
}
