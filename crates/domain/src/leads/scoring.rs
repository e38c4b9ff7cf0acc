//! How promising a lead is: points for what it is, for what it does, and against it (2.6).

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::{
    ScoringRuleId,
    filter::Filter,
    filter_eval::{Moment, matches},
    settings::{self, Settings},
    time::days,
};

/// What a rule looks at.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RuleKind {
    /// The lead's own fields.
    Fit,
    /// Its events, each losing half its points in a half-life.
    Behaviour,
    /// The lead's own fields, for points to take away.
    Negative,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ScoringRule {
    pub id: ScoringRuleId,
    pub kind: RuleKind,
    pub condition: Filter,
    /// −100 to 100.
    pub points: i32,
    /// The most this rule contributes, whichever its sign.
    pub max_points: Option<i32>,
}

/// Something that a lead did or that was done with it: an opened mail, a form, a call.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub on: NaiveDate,
    pub fields: Map<String, Value>,
}

/// `lead.score.*`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    pub cap_fit: u32,
    pub cap_behaviour: u32,
    pub half_life_days: u32,
    pub grade_a: u32,
    pub grade_b: u32,
    pub grade_c: u32,
}

impl Scale {
    pub fn of(settings: &Settings) -> Self {
        Self {
            cap_fit: settings.get(settings::LEAD_SCORE_CAP_FIT),
            cap_behaviour: settings.get(settings::LEAD_SCORE_CAP_BEHAVIOUR),
            half_life_days: settings.get(settings::LEAD_SCORE_HALF_LIFE),
            grade_a: settings.get(settings::LEAD_GRADE_A),
            grade_b: settings.get(settings::LEAD_GRADE_B),
            grade_c: settings.get(settings::LEAD_GRADE_C),
        }
    }

    pub fn grade(&self, score: u32) -> Grade {
        if score >= self.grade_a {
            Grade::A
        } else if score >= self.grade_b {
            Grade::B
        } else if score >= self.grade_c {
            Grade::C
        } else {
            Grade::D
        }
    }
}

#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumString,
)]
pub enum Grade {
    A,
    B,
    C,
    D,
}

/// 0 to 100, with what each rule contributed.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    pub value: u32,
    pub grade: Grade,
    pub parts: Vec<(ScoringRuleId, Decimal)>,
}

/// The score of a lead today.
pub fn score(
    rules: &[ScoringRule],
    lead: &Map<String, Value>,
    events: &[Event],
    scale: &Scale,
    moment: &Moment<'_>,
) -> Score {
    let mut parts = Vec::new();
    let mut sum = |kind| {
        let mut sum = Decimal::ZERO;
        for rule in rules.iter().filter(|rule| rule.kind == kind) {
            let points = contribution(rule, lead, events, scale, moment);
            if !points.is_zero() {
                parts.push((rule.id, points));
            }
            sum += points;
        }
        sum
    };
    let fit = sum(RuleKind::Fit).min(scale.cap_fit.into());
    let behaviour = sum(RuleKind::Behaviour).min(scale.cap_behaviour.into());
    let total = (fit + behaviour + sum(RuleKind::Negative)).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
    let value = total.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_u32().unwrap_or_default();
    Score { value, grade: scale.grade(value), parts }
}

fn contribution(
    rule: &ScoringRule,
    lead: &Map<String, Value>,
    events: &[Event],
    scale: &Scale,
    moment: &Moment<'_>,
) -> Decimal {
    let points = Decimal::from(rule.points);
    let earned = match rule.kind {
        RuleKind::Fit | RuleKind::Negative if matches(&rule.condition, lead, moment) => points,
        RuleKind::Fit | RuleKind::Negative => Decimal::ZERO,
        RuleKind::Behaviour => events
            .iter()
            .filter(|event| matches(&rule.condition, &event.fields, moment))
            .map(|event| points * decay(days(event.on, moment.today), scale.half_life_days))
            .sum(),
    };
    match rule.max_points.map(|max| Decimal::from(max).abs()) {
        Some(max) => earned.clamp(-max, max),
        None => earned,
    }
}

/// One half for every whole half-life since.
fn decay(days: i64, half_life: u32) -> Decimal {
    let lives = days.max(0) / i64::from(half_life.max(1));
    // What is left after sixty halvings is nothing.
    (0..lives.min(60)).fold(Decimal::ONE, |left, _| left / Decimal::TWO)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::time::{minus, plus};

    fn today() -> NaiveDate {
        "2026-03-16".parse().unwrap()
    }

    fn moment() -> Moment<'static> {
        Moment { today: today(), zone: Tz::Asia__Shanghai, fiscal_start_month: 1, me: None }
    }

    fn rule(kind: RuleKind, field: &str, value: &str, points: i32, max_points: Option<i32>) -> ScoringRule {
        ScoringRule { id: ScoringRuleId::new(), kind, condition: Filter::equals(field, value), points, max_points }
    }

    fn opened(days_ago: u32) -> Event {
        Event { on: minus(today(), days_ago), fields: json!({"kind": "opened"}).as_object().unwrap().clone() }
    }

    fn value(rules: &[ScoringRule], events: &[Event]) -> u32 {
        let lead = json!({"industry": "apparel", "level": "A"});
        score(rules, lead.as_object().unwrap(), events, &Scale::of(&Settings::default()), &moment()).value
    }

    #[test]
    fn behaviour_loses_half_in_thirty_days() {
        let rules = [rule(RuleKind::Behaviour, "kind", "opened", 10, None)];
        for (days_ago, points) in [(0, 10), (29, 10), (30, 5), (59, 5), (60, 3), (90, 1), (120, 1), (150, 0), (9999, 0)]
        {
            assert_eq!(value(&rules, &[opened(days_ago)]), points, "{days_ago} days ago");
        }
        // 2.5 + 2.5 is rounded once, at the end.
        assert_eq!(value(&rules, &[opened(60), opened(60)]), 5);
    }

    #[test]
    fn rules_and_kinds_have_their_caps() {
        let fit = rule(RuleKind::Fit, "industry", "apparel", 40, None);
        let level = rule(RuleKind::Fit, "level", "A", 40, None);
        let mail = rule(RuleKind::Behaviour, "kind", "opened", 10, Some(30));
        let bad = rule(RuleKind::Negative, "level", "A", -50, Some(15));
        assert_eq!(value(&[fit.clone(), level.clone()], &[]), 60);
        assert_eq!(value(std::slice::from_ref(&mail), &vec![opened(0); 9]), 30);
        assert_eq!(value(&[fit.clone(), level.clone(), mail.clone()], &vec![opened(0); 9]), 90);
        assert_eq!(value(&[fit, level, mail, bad.clone()], &vec![opened(0); 9]), 75);
        assert_eq!(value(&[bad], &[]), 0);
        assert_eq!(value(&[], &[]), 0);
    }

    #[test]
    fn grades_begin_at_their_cut() {
        let scale = Scale::of(&Settings::default());
        for (points, grade) in
            [(80, Grade::A), (79, Grade::B), (60, Grade::B), (59, Grade::C), (40, Grade::C), (39, Grade::D)]
        {
            assert_eq!(scale.grade(points), grade);
        }
    }

    proptest! {
        #[test]
        fn a_score_is_between_nothing_and_a_hundred(
            rules in prop::collection::vec((0..3_usize, -100..=100_i32, prop::option::of(0..=100_i32)), 0..8),
            ages in prop::collection::vec(0..400_u32, 0..8),
        ) {
            let kinds = [RuleKind::Fit, RuleKind::Behaviour, RuleKind::Negative];
            let rules: Vec<_> = rules.into_iter().map(|(kind, points, max)| {
                let (field, value) = if kind == 1 { ("kind", "opened") } else { ("level", "A") };
                rule(kinds[kind], field, value, points, max)
            }).collect();
            let events: Vec<_> = ages.into_iter().map(opened).collect();
            prop_assert!(value(&rules, &events) <= 100);
        }

        #[test]
        fn time_never_adds_points(age in 0..300_u32, later in 1..300_u32) {
            let left = |days: u32| decay(days.into(), 30);
            prop_assert!(left(age + later) <= left(age));
            prop_assert_eq!(plus(minus(today(), age), age), today());
        }
    }
}
