//! Competitors.

use guanxi_domain::{Permission, fields::Kind, opportunities::competitor};

use crate::{Action, Column, Record, ScopeRule, Table};

pub struct Competitor;

impl Record for Competitor {
    const READ: Permission = competitor::READ;
    const TABLE: &'static Table = &Table {
        name: "competitors",
        noun: "competitor",
        label: ["竞争对手", "Competitor"],
        columns: &[
            Column::new("name", Kind::Text, "名称", "Name").required().max(200),
            Column::new("website", Kind::Url, "网站", "Website").max(500),
            Column::new("products", Kind::LongText, "产品", "Products").max(5000),
            Column::new("strengths", Kind::LongText, "优势", "Strengths").max(5000),
            Column::new("weaknesses", Kind::LongText, "劣势", "Weaknesses").max(5000),
        ],
        scope: ScopeRule::Tenant,
        actions: &[Action::new("update", competitor::UPDATE), Action::new("delete", competitor::DELETE)],
        sort: "name",
        shown: &["name", "website", "updated_at"],
        added: &[],
        searchable: false,
        internal: &[],
    };
}
