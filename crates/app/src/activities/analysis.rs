//! What calls were like (4.9).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use guanxi_domain::{
    Code, Error, FieldCode, Result, Scope, UserId,
    access::call,
    settings::EFFECTIVE_CALL_SECONDS,
    time::{self, DateRange},
};
use guanxi_persistence::{
    Tx,
    activities::call::{self as store, Hour},
    settings,
};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;
use utoipa::ToSchema;

const MOST_DAYS: i64 = 366;

#[derive(Debug, Default, Clone, Serialize, ToSchema)]
pub struct CallFigures {
    pub calls: i64,
    pub outbound: i64,
    pub connected: i64,
    /// Connected of a hundred outbound calls; null where there were none.
    #[schema(required = true)]
    pub connect_rate: Option<String>,
    pub talk_s: i64,
    /// Seconds of talk in each connected call.
    #[schema(required = true)]
    pub avg_talk: Option<String>,
    /// Calls that lasted.
    pub effective: i64,
    #[serde(skip)]
    reached: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CallsOf {
    pub user_id: UserId,
    pub user_name: String,
    #[serde(flatten)]
    pub figures: CallFigures,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CallsAt {
    /// The hour of the organisation's clock.
    pub hour: i32,
    #[serde(flatten)]
    pub figures: CallFigures,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CallAnalysis {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub total: CallFigures,
    pub by_user: Vec<CallsOf>,
    pub by_hour: Vec<CallsAt>,
}

impl CallFigures {
    fn add(&mut self, hour: &Hour) {
        self.calls += hour.calls;
        self.outbound += hour.outbound;
        self.connected += hour.connected;
        self.reached += hour.reached;
        self.talk_s += hour.talk_s;
        self.effective += hour.effective;
    }

    fn rated(mut self) -> Self {
        self.connect_rate = ratio(self.reached * 100, self.outbound);
        self.avg_talk = ratio(self.talk_s, self.connected);
        self
    }
}

/// Two digits, half up; nothing divided by nothing is nothing.
fn ratio(part: i64, whole: i64) -> Option<String> {
    let ratio = Decimal::from(part).checked_div(Decimal::from(whole))?;
    Some(format!("{:.2}", ratio.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)))
}

/// The calls of these dates, the last one among them, that the caller may read; of this month if none are named.
pub async fn of_calls(tx: &mut Tx, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<CallAnalysis> {
    let to = to.unwrap_or(tx.today());
    let from = from.unwrap_or(guanxi_domain::activities::report::ReportKind::Monthly.period(to).from);
    if !(0..MOST_DAYS).contains(&time::days(from, to)) {
        let mut error = Error::field("to", FieldCode::OutOfRange).with("max", MOST_DAYS);
        if let Error::Refused(refusal) = &mut error {
            refusal.code = Code::Malformed;
        }
        return Err(error);
    }
    let range = DateRange { from, until: time::plus(to, 1) }.times(tx.actor().zone);
    let least = settings::load(tx).await?.get(EFFECTIVE_CALL_SECONDS);
    let scope = tx.actor().access.scope(call::READ)?.clone();
    let reach = match &scope {
        Scope::All => None,
        Scope::Reach(reach) => Some((&reach.users[..], &reach.departments[..])),
    };
    let hours = store::hours(tx, range, reach, i32::try_from(least).unwrap_or(i32::MAX)).await?;
    let mut total = CallFigures::default();
    let mut by_user: BTreeMap<(String, UserId), CallFigures> = BTreeMap::new();
    let mut by_hour: BTreeMap<i32, CallFigures> = BTreeMap::new();
    for hour in &hours {
        total.add(hour);
        by_user.entry((hour.owner_name.clone(), hour.owner_id)).or_default().add(hour);
        by_hour.entry(hour.hour).or_default().add(hour);
    }
    Ok(CallAnalysis {
        from,
        to,
        total: total.rated(),
        by_user: by_user
            .into_iter()
            .map(|((user_name, user_id), figures)| CallsOf { user_id, user_name, figures: figures.rated() })
            .collect(),
        by_hour: by_hour.into_iter().map(|(hour, figures)| CallsAt { hour, figures: figures.rated() }).collect(),
    })
}
