//! Playbooks become plans of whoever has a record, and go when he has it no more (4.2).

use chrono::{Duration, NaiveTime};
use futures_util::FutureExt;
use guanxi_domain::{
    Actor, Permission, Result,
    activities::{
        activity::Subject,
        plan::PlanStatus,
        playbook::{self, PlaybookDetails, best},
    },
    ownership::HeldObject,
    settings::PLAN_REMIND_MINUTES,
    time,
};
use guanxi_persistence::{
    Db, Tx,
    activities::{
        about as people,
        plan::{self as plans, Plan},
        playbook::{self as store, Playbook},
    },
    jobs::Job,
    settings, write,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{body, records::Editable, worker::Kind};

/// Lays playbooks over records that changed hands or character.
pub const KIND: Kind = Kind { name: "playbook", run: |db, job| lay(db, job).boxed_local() };

const NOBODY: &str = "playbook.nobody";
const REPLACED: &str = "playbook.replaced";

impl Editable for Playbook {
    type Details = PlaybookDetails;
    const CREATE: Permission = playbook::CREATE;
    const UPDATE: Permission = playbook::UPDATE;
    const DELETE: Permission = playbook::DELETE;
}

async fn lay(db: &Db, job: &Job) -> Result<()> {
    let mut tx = db.begin(Actor::system(job.tenant, job.zone)).await?;
    let object = match job.payload.get("object").and_then(Value::as_str) {
        Some("lead") => HeldObject::Lead,
        _ => HeldObject::Customer,
    };
    let ids: Vec<Uuid> =
        job.payload.get("ids").and_then(|ids| serde_json::from_value(ids.clone()).ok()).unwrap_or_default();
    let playbooks = store::active(&mut tx, object).await?;
    for id in ids {
        follow(&mut tx, object, id, &playbooks).await?;
    }
    tx.commit().await
}

/// Lets the open steps of a record be those of the playbook that fits it best now; done twice, it changes nothing.
async fn follow(tx: &mut Tx, object: HeldObject, id: Uuid, playbooks: &[(Uuid, PlaybookDetails)]) -> Result<()> {
    let open = plans::open_steps(tx, id).await?;
    let subject = store::subject(tx, object, id).await?;
    let owner = subject.as_ref().and_then(|subject| subject.owner_id);
    let traits = subject.map(store::Subject::traits).unwrap_or_default();
    let wanted = owner.and_then(|owner| Some((owner, best(playbooks, &traits)?)));
    let stays = |(_, playbook, of): &(Uuid, Option<Uuid>, _)| {
        wanted.is_some_and(|(owner, (known, _))| *playbook == Some(*known) && *of == owner)
    };
    let (kept, gone): (Vec<_>, Vec<_>) = open.into_iter().partition(stays);
    let gone: Vec<Uuid> = gone.into_iter().map(|(id, ..)| id).collect();
    if !gone.is_empty() {
        plans::cancel(tx, &gone, if owner.is_some() { REPLACED } else { NOBODY }).await?;
    }
    let Some((owner, (playbook, details))) = wanted.filter(|_| kept.is_empty()) else { return Ok(()) };
    if plans::was_laid(tx, id, *playbook, owner).await? {
        return Ok(());
    }
    let department = people::department_of(tx, owner).await?;
    let (zone, today) = (tx.actor().zone, tx.today());
    let warning = settings::load(tx).await?.get(PLAN_REMIND_MINUTES);
    let subject = match object {
        HeldObject::Lead => Subject::Lead,
        HeldObject::Customer => Subject::Customer,
    };
    for step in &details.steps {
        let day = time::plus(today, step.offset_days);
        let planned_at = time::at(day, NaiveTime::from_hms_opt(10, 0, 0).unwrap_or_default(), zone);
        let values = json!({
            "subject": subject, "subject_id": id,
            "lead_id": (subject == Subject::Lead).then_some(id),
            "customer_id": (subject == Subject::Customer).then_some(id),
            "owner_id": owner, "owner_department_id": department, "planned_at": planned_at, "planned_on": day,
            "method": step.method, "content": step.talking_points, "status": PlanStatus::Planned,
            "remind_before_min": warning, "remind_at": planned_at - Duration::minutes(warning.into()),
            "source": "playbook", "playbook_id": playbook, "closing_technique": step.closing_technique,
            "material": step.material,
        });
        write::insert::<Plan>(tx, Uuid::now_v7(), body::object(&values)?).await?;
        super::plans::wake_at(tx, planned_at - Duration::minutes(warning.into())).await?;
    }
    let told = json!({"playbook_id": playbook, "owner_id": owner, "steps": details.steps.len()});
    let table = match object {
        HeldObject::Lead => "leads",
        HeldObject::Customer => "customers",
    };
    tx.emit("playbook.started", table, id, told).await
}
