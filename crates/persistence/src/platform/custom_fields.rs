//! Definitions of the fields that an organisation adds: see [`crate::custom`].

use guanxi_domain::{
    Permission, Result, access,
    fields::Kind,
    platform::custom_field::{FieldType, RESOURCES},
};
use strum::VariantNames;
use uuid::Uuid;

use crate::{Action, Column, Record, ScopeRule, Table, Tx, custom};

pub struct CustomFieldRecord;

impl Record for CustomFieldRecord {
    const TABLE: &'static Table = &Table {
        name: "custom_fields",
        noun: "custom_field",
        label: ["自定义字段", "Custom field"],
        columns: &[
            Column::new("resource", Kind::Choice(RESOURCES), "对象", "Object").required().once(),
            Column::new("key", Kind::Text, "标识", "Key").max(40).required().once(),
            Column::new("type", Kind::Choice(FieldType::VARIANTS), "类型", "Type").required(),
            Column::new("label", Kind::Text, "名称", "Label").max(60).required(),
            Column::new("label_en", Kind::Text, "英文名称", "English label").max(60),
            Column::new("help", Kind::Text, "填写提示", "Help").max(1000),
            Column::new("required", Kind::Bool, "必填", "Required").filled(),
            Column::new("is_unique", Kind::Bool, "唯一", "Unique").filled().once(),
            Column::new("searchable", Kind::Bool, "可搜索", "Searchable").filled(),
            Column::new("sensitive", Kind::Bool, "敏感", "Sensitive").filled(),
            Column::new("default_value", Kind::Json, "默认值", "Default"),
            Column::new("min", Kind::Text, "最小值", "Minimum").max(200),
            Column::new("max", Kind::Text, "最大值", "Maximum").max(200),
            Column::new("pattern", Kind::Text, "格式（正则表达式）", "Pattern").max(200),
            Column::new("scale", Kind::Int, "小数位数", "Decimals"),
            Column::new("dictionary", Kind::Text, "数据字典", "Dictionary").max(40).once(),
            Column::new("target", Kind::Text, "关联对象", "Points to").max(60).once(),
            Column::new("formula", Kind::LongText, "公式", "Formula").max(5000),
            Column::new("numbering", Kind::Json, "编号规则", "Numbering"),
            Column::new("position", Kind::Int, "顺序", "Position").filled(),
        ],
        added: &[],
        scope: ScopeRule::Tenant,
        actions: &[
            Action::new("update", access::custom_field::UPDATE),
            Action::new("delete", access::custom_field::UPDATE),
        ],
        sort: "position",
        shown: &["label", "key", "resource", "type", "required", "is_unique", "position"],
        searchable: false,
        internal: &[],
    };
    const READ: Permission = access::custom_field::READ;
}

/// How many fields an organisation has added to one kind of record, those in the recycle bin too. Nobody adds another
/// meanwhile.
pub async fn count(tx: &mut Tx, resource: &str) -> Result<i64> {
    sqlx::query("select pg_advisory_xact_lock(hashtextextended($1, 3))")
        .bind(format!("{} {resource}", tx.tenant()))
        .execute(tx.conn())
        .await?;
    let sql = "select count(*) from custom_fields where tenant_id = $1 and resource = $2";
    Ok(sqlx::query_scalar(sql).bind(tx.tenant()).bind(resource).fetch_one(tx.conn()).await?)
}

/// What records hold of a field follows when it goes or comes back.
pub(super) async fn tidy(tx: &mut Tx, id: Uuid) -> Result<()> {
    let sql = "select resource, key from custom_fields where tenant_id = $1 and id = $2";
    let found: Option<(String, String)> =
        sqlx::query_as(sql).bind(tx.tenant()).bind(id).fetch_optional(tx.conn()).await?;
    let Some((resource, key)) = found else { return Ok(()) };
    custom::ask_for_tidying(tx, &resource, &key).await
}
