//! How records are numbered.

use guanxi_domain::{Permission, access, fields::Kind};

use crate::{Action, Column, Record, ScopeRule, Table};

pub struct NumberingRule;

impl Record for NumberingRule {
    const TABLE: &'static Table = &Table {
        name: "numbering_rules",
        noun: "numbering_rule",
        label: ["编号规则", "Numbering rule"],
        columns: &[
            Column::new("object", Kind::Text, "对象", "Object").max(40).required().once(),
            Column::new("segments", Kind::Json, "组成", "Segments").required(),
            Column::new("separator", Kind::Text, "分隔符", "Separator").max(2).filled(),
            Column::new("reset", Kind::Choice(&["daily", "monthly", "yearly", "never"]), "重新计数", "Counts anew")
                .required(),
        ],
        scope: ScopeRule::Tenant,
        actions: &[
            Action::new("update", access::numbering_rule::UPDATE),
            Action::new("delete", access::numbering_rule::UPDATE),
        ],
        sort: "object",
        shown: &["object", "segments", "separator", "reset", "updated_at"],
        added: &[],
        searchable: false,
        internal: &[],
    };
    const READ: Permission = access::numbering_rule::READ;
}
