//! The night's forgetting: what was kept for its days, and nobody needs any more.

use chrono::Duration;
use guanxi_domain::{
    Result,
    settings::{AUDIT_KEEP_DAYS, IDEMPOTENCY_HOURS},
};
use guanxi_persistence::{
    Clock, Tx,
    platform::retention::{self, Kept},
    settings,
};
use serde_json::{Map, json};
use uuid::Uuid;

use super::schedules::Done;

/// How much of each kind goes in one transaction.
const MOST: i64 = 5_000;
const SHEET_DAYS: i64 = 7;
const SESSION_DAYS: i64 = 30;
const JOB_DAYS: i64 = 30;
const EVENT_DAYS: i64 = 30;
const RUN_DAYS: i64 = 180;
const MESSAGE_DAYS: i64 = 180;
const CALL_DAYS: i64 = 30;
/// Longer than any period of which somebody is told later.
const NOTICE_DAYS: i64 = 180;

pub async fn forget(tx: &mut Tx, dry_run: bool) -> Result<Done> {
    let settings = settings::load(tx).await?;
    let days = Duration::days;
    let audit = days(settings.get(AUDIT_KEEP_DAYS).into());
    let kept = [
        (Kept::IdempotencyKeys, Duration::hours(settings.get(IDEMPOTENCY_HOURS).into())),
        (Kept::Sessions, days(SESSION_DAYS)),
        (Kept::Jobs, days(JOB_DAYS)),
        (Kept::JobRuns, days(RUN_DAYS)),
        (Kept::Events, days(EVENT_DAYS)),
        (Kept::Deliveries, days(MESSAGE_DAYS)),
        (Kept::Notifications, days(MESSAGE_DAYS)),
        (Kept::WebhookCalls, days(CALL_DAYS)),
        (Kept::LeadNotices, days(NOTICE_DAYS)),
        (Kept::CustomerNotices, days(NOTICE_DAYS)),
        (Kept::ReportNotices, days(NOTICE_DAYS)),
        (Kept::KeyNotices, days(NOTICE_DAYS)),
        (Kept::History, audit),
        (Kept::AuditLog, audit),
        (Kept::ImportedSheets, days(SHEET_DAYS)),
        // A file says itself until when it is good.
        (Kept::ExportedFiles, Duration::zero()),
        (Kept::Files, days(1)),
    ];
    // What is only counted and rolled back need not be done in parts.
    let most = if dry_run { i64::MAX } else { MOST };
    let (mut forgotten, mut more) = (Map::new(), false);
    for (what, age) in kept {
        // Sessions tell real time: a test that moves its clock ends none.
        let now = if what == Kept::Sessions { Clock::real() } else { tx.now() };
        let count = retention::forget(tx, what, now - age, most).await?;
        more |= count == most;
        if count > 0 {
            forgotten.insert(what.name().to_owned(), count.into());
        }
    }
    // What goes is the oldest: the next part begins where this one did.
    Ok(Done { told: json!({ "forgotten": forgotten }), last: more.then(Uuid::nil) })
}
