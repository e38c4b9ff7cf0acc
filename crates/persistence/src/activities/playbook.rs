//! Playbooks, and what they look at.

use guanxi_domain::{
    Permission, Result, UserId,
    activities::playbook::{self, PlaybookDetails, Traits, ValueClass},
    customers::customer::Lifecycle,
    fields::Kind,
    ownership::HeldObject,
};
use serde_json::{Value, json};
use sqlx::{FromRow, types::Json};
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx};

pub struct Playbook;

const LEVELS: Kind = Kind::Choice(&["A", "B", "C", "D"]);

impl Record for Playbook {
    const READ: Permission = playbook::READ;
    const TABLE: &'static Table = &Table {
        name: "playbooks",
        noun: "playbook",
        label: ["跟进策略", "Playbook"],
        columns: &[
            Column::new("name", Kind::Text, "名称", "Name").required().max(200),
            Column::new("object", Kind::Choice(&["lead", "customer"]), "对象", "Object").required(),
            Column::new("level", LEVELS, "级别", "Level"),
            Column::new("value_class", Kind::Choice(ValueClass::WORDS), "价值等级", "Value class"),
            Column::new("lifecycle", Kind::Choice(Lifecycle::WORDS), "生命周期", "Life cycle"),
            Column::new("need_type", Kind::Dictionary("need_type"), "需求类型", "Need"),
            Column::new("grade", LEVELS, "线索评级", "Grade of the lead"),
            Column::new("steps", Kind::Json, "步骤", "Steps").required(),
            Column::new("active", Kind::Bool, "启用", "Active").filled(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", playbook::UPDATE), Action::new("delete", playbook::DELETE)],
        sort: "-created_at",
        shown: &["name", "object", "level", "value_class", "lifecycle", "grade", "active"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}

/// The playbooks for a kind of record that are in use, the eldest first.
pub async fn active(tx: &mut Tx, object: HeldObject) -> Result<Vec<(Uuid, PlaybookDetails)>> {
    let sql =
        "select id, jsonb_build_object('name', name, 'object', object, 'level', level, 'value_class', value_class,
                   'lifecycle', lifecycle, 'need_type', need_type, 'grade', grade, 'steps', steps, 'active', active)
               from playbooks where tenant_id = $1 and object = $2 and active and deleted_at is null
               order by created_at, id";
    let object: &str = object.into();
    let rows: Vec<(Uuid, Json<Value>)> =
        sqlx::query_as(sql).bind(tx.tenant()).bind(object).fetch_all(tx.conn()).await?;
    rows.into_iter()
        .map(|(id, Json(row))| Ok((id, serde_json::from_value(row).map_err(guanxi_domain::Error::unexpected)?)))
        .collect()
}

/// Who has a record, and what it is like. Nobody has one that lies in a pool or is done with.
#[derive(Debug, Clone, FromRow)]
pub struct Subject {
    pub owner_id: Option<UserId>,
    pub level: Option<String>,
    pub value_class: Option<String>,
    pub lifecycle: Option<String>,
    pub need_types: Vec<String>,
    pub grade: Option<String>,
}

impl Subject {
    pub fn traits(self) -> Traits {
        let Self { owner_id: _, level, value_class, lifecycle, need_types, grade } = self;
        Traits { level, value_class, lifecycle, need_types, grade }
    }
}

pub async fn subject(tx: &mut Tx, object: HeldObject, id: Uuid) -> Result<Option<Subject>> {
    let sql = match object {
        HeldObject::Customer => {
            "select owner_id, level, value_class, lifecycle, need_types, null as grade
             from customers where tenant_id = $1 and id = $2 and deleted_at is null"
        }
        HeldObject::Lead => {
            "select case when status in ('pending', 'following') then owner_id end as owner_id, level,
                 null as value_class, null as lifecycle, '{}'::text[] as need_types, grade
             from leads where tenant_id = $1 and id = $2 and deleted_at is null"
        }
    };
    Ok(sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?)
}

/// Asks for playbooks to be laid over records that changed, where the organisation has any.
pub async fn ask(tx: &mut Tx, object: HeldObject, ids: &[Uuid]) -> Result<()> {
    let object: &str = object.into();
    let sql = "insert into jobs (id, name, payload)
               select $2, 'playbook', $3
               where exists (select 1 from playbooks
                             where tenant_id = $1 and object = $4 and active and deleted_at is null)";
    sqlx::query(sql)
        .bind(tx.tenant())
        .bind(Uuid::now_v7())
        .bind(json!({"object": object, "ids": ids}))
        .bind(object)
        .execute(tx.conn())
        .await?;
    Ok(())
}
