//! How customers deal with each other.

use guanxi_domain::{
    Permission,
    customers::{
        customer,
        relation::{self, RelationKind},
    },
    fields::Kind,
};

use super::customer::Customer;
use crate::{Action, Column, Record, ScopeRule, Table};

pub struct Relation;

impl Record for Relation {
    const READ: Permission = relation::READ;
    const TABLE: &'static Table = &Table {
        name: "customer_relations",
        noun: "customer_relation",
        label: ["客户关系", "Customer relation"],
        columns: &[
            Column::new("from_id", Kind::Reference("customers"), "客户", "Customer").required().once(),
            Column::new("from_name", Kind::Text, "客户", "Customer")
                .computed("(select c.name from customers c where c.tenant_id = t.tenant_id and c.id = t.from_id)"),
            Column::new("kind", Kind::Choice(RelationKind::WORDS), "关系", "Relation").required().once(),
            Column::new("to_id", Kind::Reference("customers"), "对方客户", "Other customer").required().once(),
            Column::new("to_name", Kind::Text, "对方客户", "Other customer")
                .computed("(select c.name from customers c where c.tenant_id = t.tenant_id and c.id = t.to_id)"),
            Column::new("territory", Kind::Text, "经销区域", "Territory").max(200),
            Column::new("products", Kind::Text, "产品范围", "Product range").max(200),
            Column::new("valid_from", Kind::Date, "生效日期", "Valid from"),
            Column::new("valid_to", Kind::Date, "失效日期", "Valid to"),
            Column::new("remark", Kind::LongText, "备注", "Remark").max(5000),
        ],
        scope: ScopeRule::Through(&[
            ("from_id", Customer::TABLE, customer::READ),
            ("to_id", Customer::TABLE, customer::READ),
        ]),
        actions: &[Action::new("update", relation::UPDATE), Action::new("delete", relation::DELETE)],
        sort: "-created_at",
        shown: &["from_name", "kind", "to_name", "territory", "valid_from", "valid_to"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}
