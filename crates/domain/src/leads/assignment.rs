//! Who gets a lead that entered a pool (2.4).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::{
    AssignmentRuleId, LeadPoolId, UserId,
    filter::Filter,
    filter_eval::{Moment, matches},
};

/// How one of several people is chosen.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Method {
    /// The first who can.
    Fixed,
    RoundRobin,
    LeastLoaded,
    Weighted,
}

/// Where a rule sends leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Target {
    Users {
        users: Vec<Share>,
    },
    /// Another pool.
    Pool {
        pool_id: LeadPoolId,
    },
}

/// One of the people of a rule, and how many turns he has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    pub user_id: UserId,
    #[serde(default = "one")]
    pub weight: u32,
}

fn one() -> u32 {
    1
}

#[derive(Debug, Clone, PartialEq)]
pub struct AssignmentRule {
    pub id: AssignmentRuleId,
    /// The smallest is asked first.
    pub priority: i32,
    /// None meets every lead.
    pub condition: Option<Filter>,
    pub target: Target,
    pub method: Method,
    /// Otherwise the lead waits in the pool until he whose turn it is has room.
    pub skip_full: bool,
    pub skip_on_leave: bool,
}

/// Whose turn it is; stored with the rule and written in the transaction that assigns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cursor {
    /// The place in the list of the next one's turn.
    pub position: usize,
    /// What each has waited for, under weights.
    pub credit: BTreeMap<UserId, i64>,
}

/// What is known of one of the people, now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub user: UserId,
    /// Settles ties.
    pub no: String,
    pub is_active: bool,
    pub is_on_leave: bool,
    /// He is a member of the lead's pool, or need not be.
    pub is_member: bool,
    /// He holds as many as he may.
    pub is_full: bool,
    /// How many he owns in counted states.
    pub load: u32,
    pub last_assigned_at: Option<DateTime<Utc>>,
}

/// What a rule decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Assign(UserId),
    MoveTo(LeadPoolId),
    /// Everybody is away or full: the lead stays, and the pool's admins are told.
    NobodyCan,
}

/// The rule for a lead: the first, by priority, whose condition it meets.
pub fn rule_for<'a>(
    rules: &'a [AssignmentRule],
    lead: &Map<String, Value>,
    moment: &Moment<'_>,
) -> Option<&'a AssignmentRule> {
    let meets =
        |rule: &&AssignmentRule| rule.condition.as_ref().is_none_or(|condition| matches(condition, lead, moment));
    rules.iter().filter(meets).min_by_key(|rule| (rule.priority, rule.id))
}

impl AssignmentRule {
    fn can(&self, candidate: &Candidate) -> bool {
        candidate.is_active
            && candidate.is_member
            && !(self.skip_on_leave && candidate.is_on_leave)
            && !(self.skip_full && candidate.is_full)
    }

    /// Chooses, and moves the cursor on. `candidates` may come in any order and lack people who are gone.
    pub fn decide(&self, candidates: &[Candidate], cursor: &mut Cursor) -> Decision {
        let shares = match &self.target {
            Target::Pool { pool_id } => return Decision::MoveTo(*pool_id),
            Target::Users { users } => users,
        };
        let eligible = |share: &Share| {
            candidates.iter().find(|candidate| candidate.user == share.user_id).filter(|candidate| self.can(candidate))
        };
        let before = cursor.clone();
        let chosen = match self.method {
            Method::Fixed => shares.iter().find_map(eligible),
            Method::RoundRobin => next_in_turn(shares, eligible, cursor),
            Method::LeastLoaded => shares.iter().filter_map(eligible).min_by_key(|candidate| {
                (candidate.load, candidate.last_assigned_at, candidate.no.as_str(), candidate.user)
            }),
            Method::Weighted => next_by_weight(shares, eligible, cursor),
        };
        match chosen.filter(|candidate| !candidate.is_full) {
            Some(candidate) => Decision::Assign(candidate.user),
            None => {
                *cursor = before;
                Decision::NobodyCan
            }
        }
    }
}

/// The first from the cursor on who can; those who cannot are passed over and keep their place.
fn next_in_turn<'a>(
    shares: &[Share],
    eligible: impl Fn(&Share) -> Option<&'a Candidate>,
    cursor: &mut Cursor,
) -> Option<&'a Candidate> {
    let count = shares.len();
    let places = (0..count).map(|step| (cursor.position % count + step) % count);
    let (place, chosen) = places.filter_map(|place| eligible(&shares[place]).map(|chosen| (place, chosen))).next()?;
    cursor.position = (place + 1) % count;
    Some(chosen)
}

/// Smooth weighted round robin: two to one gives A, B, A.
fn next_by_weight<'a>(
    shares: &[Share],
    eligible: impl Fn(&Share) -> Option<&'a Candidate>,
    cursor: &mut Cursor,
) -> Option<&'a Candidate> {
    let present: Vec<_> =
        shares.iter().filter(|share| share.weight > 0).filter_map(|share| Some((share, eligible(share)?))).collect();
    let total: i64 = present.iter().map(|(share, _)| i64::from(share.weight)).sum();
    for (share, _) in &present {
        *cursor.credit.entry(share.user_id).or_default() += i64::from(share.weight);
    }
    // Of several with the same credit the first in the list.
    let credit = |share: &Share| cursor.credit.get(&share.user_id).copied().unwrap_or_default();
    let (share, chosen) = present.iter().rev().max_by_key(|(share, _)| credit(share))?;
    *cursor.credit.entry(share.user_id).or_default() -= total;
    cursor.credit.retain(|user, _| shares.iter().any(|share| share.user_id == *user));
    Some(*chosen)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn people(count: usize) -> Vec<Candidate> {
        (0..count)
            .map(|n| Candidate {
                user: UserId(uuid::Uuid::from_u128(u128::try_from(n).unwrap() + 1)),
                no: format!("U{n}"),
                is_active: true,
                is_on_leave: false,
                is_member: true,
                is_full: false,
                load: 0,
                last_assigned_at: None,
            })
            .collect()
    }

    fn rule(method: Method, people: &[Candidate], weights: &[u32]) -> AssignmentRule {
        let users = people
            .iter()
            .enumerate()
            .map(|(at, person)| Share { user_id: person.user, weight: weights.get(at).copied().unwrap_or(1) })
            .collect();
        AssignmentRule {
            id: AssignmentRuleId::new(),
            priority: 1,
            condition: None,
            target: Target::Users { users },
            method,
            skip_full: true,
            skip_on_leave: true,
        }
    }

    fn draw(rule: &AssignmentRule, people: &[Candidate], cursor: &mut Cursor, times: usize) -> String {
        (0..times)
            .map(|_| match rule.decide(people, cursor) {
                Decision::Assign(user) => {
                    let at = people.iter().position(|person| person.user == user).unwrap();
                    char::from(b"ABCDEFGH"[at])
                }
                Decision::MoveTo(_) => '>',
                Decision::NobodyCan => '-',
            })
            .collect()
    }

    #[test]
    fn each_in_turn_and_who_is_away_is_passed_over() {
        let mut three = people(3);
        let rule = rule(Method::RoundRobin, &three, &[]);
        let mut cursor = Cursor::default();
        assert_eq!(draw(&rule, &three, &mut cursor, 4), "ABCA");
        three[1].is_on_leave = true;
        assert_eq!(draw(&rule, &three, &mut cursor, 3), "CAC");
        three[1].is_on_leave = false;
        assert_eq!(draw(&rule, &three, &mut cursor, 3), "ABC");
        for person in &mut three {
            person.is_full = true;
        }
        let before = cursor.clone();
        assert_eq!(draw(&rule, &three, &mut cursor, 1), "-");
        assert_eq!(cursor, before);
        assert_eq!(draw(&rule, &[], &mut cursor, 1), "-", "people who are gone");
        three[2].is_full = false;
        let patient = AssignmentRule { skip_full: false, ..rule.clone() };
        assert_eq!(draw(&rule, &three, &mut cursor.clone(), 1), "C");
        assert_eq!(draw(&patient, &three, &mut cursor, 1), "-", "the lead waits for him whose turn it is");
    }

    #[test]
    fn weights_are_spread_smoothly() {
        let two = people(2);
        let mut cursor = Cursor::default();
        assert_eq!(draw(&rule(Method::Weighted, &two, &[2, 1]), &two, &mut cursor, 6), "ABAABA");
        let three = people(3);
        let mut cursor = Cursor::default();
        assert_eq!(draw(&rule(Method::Weighted, &three, &[5, 1, 1]), &three, &mut cursor, 7), "AABACAA");
        let nobody = rule(Method::Weighted, &two, &[0, 0]);
        assert_eq!(draw(&nobody, &two, &mut Cursor::default(), 1), "-");
    }

    #[test]
    fn the_least_loaded_and_longest_waiting_is_next() {
        let mut three = people(3);
        let rule = rule(Method::LeastLoaded, &three, &[]);
        let at = |text: &str| Some(text.parse::<DateTime<Utc>>().unwrap());
        let draw = |three: &[Candidate]| draw(&rule, three, &mut Cursor::default(), 1);
        three[0].load = 2;
        three[1].load = 1;
        three[2].load = 1;
        assert_eq!(draw(&three), "B", "the smaller number settles a tie");
        three[1].last_assigned_at = at("2026-03-16T01:00:00Z");
        assert_eq!(draw(&three), "C", "never assigned is longest ago");
        three[2].last_assigned_at = at("2026-03-16T02:00:00Z");
        assert_eq!(draw(&three), "B");
        three[1].is_active = false;
        three[2].is_member = false;
        assert_eq!(draw(&three), "A");
    }

    #[test]
    fn the_first_rule_that_fits_decides() {
        let one = people(1);
        let mut east = rule(Method::Fixed, &one, &[]);
        east.condition = Some(Filter::equals("region", "310000"));
        east.priority = 5;
        let mut rest = rule(Method::Fixed, &one, &[]);
        rest.priority = 9;
        rest.target = Target::Pool { pool_id: LeadPoolId::new() };
        let rules = [rest.clone(), east.clone()];
        let moment =
            Moment { today: "2026-03-16".parse().unwrap(), zone: Tz::Asia__Shanghai, fiscal_start_month: 1, me: None };
        let of = |region: &str| {
            let lead = json!({ "region": region });
            rule_for(&rules, lead.as_object().unwrap(), &moment).map(|rule| rule.id)
        };
        assert_eq!(of("310000"), Some(east.id));
        assert_eq!(of("110000"), Some(rest.id));
        assert_eq!(draw(&rest, &one, &mut Cursor::default(), 1), ">");
        assert_eq!(rule_for(&rules[1..], &Map::new(), &moment), None);
    }

    proptest! {
        #[test]
        fn turns_are_fair(count in 1..7_usize, rounds in 1..20_usize) {
            let people = people(count);
            let drawn = draw(&rule(Method::RoundRobin, &people, &[]), &people, &mut Cursor::default(), count * rounds);
            for at in 0..count {
                let letter = char::from(b"ABCDEFGH"[at]);
                prop_assert_eq!(drawn.matches(letter).count(), rounds);
            }
        }

        #[test]
        fn weights_are_kept_exactly(weights in prop::collection::vec(0..9_u32, 1..6), rounds in 1..5_usize) {
            let people = people(weights.len());
            let total = usize::try_from(weights.iter().sum::<u32>()).unwrap();
            let rule = rule(Method::Weighted, &people, &weights);
            let drawn = draw(&rule, &people, &mut Cursor::default(), total * rounds);
            for (at, weight) in weights.iter().enumerate() {
                let letter = char::from(b"ABCDEFGH"[at]);
                prop_assert_eq!(drawn.matches(letter).count(), usize::try_from(*weight).unwrap() * rounds);
            }
        }

        #[test]
        fn nobody_who_cannot_is_chosen(
            away in prop::collection::vec(any::<bool>(), 1..6), position in 0..9_usize, method in 0..4_usize,
        ) {
            let mut people = people(away.len());
            for (person, away) in people.iter_mut().zip(&away) {
                person.is_on_leave = *away;
            }
            let method = [Method::Fixed, Method::RoundRobin, Method::LeastLoaded, Method::Weighted][method];
            let mut cursor = Cursor { position, ..Cursor::default() };
            match rule(method, &people, &[]).decide(&people, &mut cursor) {
                Decision::Assign(user) => prop_assert!(people.iter().any(|one| one.user == user && !one.is_on_leave)),
                Decision::MoveTo(_) => prop_assert!(false),
                Decision::NobodyCan => prop_assert!(away.iter().all(|away| *away)),
            }
        }
    }
}
