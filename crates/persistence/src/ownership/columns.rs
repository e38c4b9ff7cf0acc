//! Columns that records and pools of all kinds have.

/// The columns of every pool, before its own.
macro_rules! pool_columns {
    ($($own:expr),* $(,)?) => { &[
        crate::Column::new("name", guanxi_domain::fields::Kind::Text, "名称", "Name").required().max(200),
        crate::Column::new("description", guanxi_domain::fields::Kind::LongText, "说明", "Description").max(1000),
        crate::Column::new("enabled", guanxi_domain::fields::Kind::Bool, "启用", "Enabled").filled(),
        crate::Column::new("is_default", guanxi_domain::fields::Kind::Bool, "默认", "Default").filled(),
        crate::Column::new("user_ids", guanxi_domain::fields::Kind::Ids("users"), "成员", "Members").filled(),
        crate::Column::new("role_ids", guanxi_domain::fields::Kind::Ids("roles"), "成员角色", "Member roles").filled(),
        crate::Column::new("department_ids", guanxi_domain::fields::Kind::Ids("departments"), "成员部门", "Member departments").filled(),
        crate::Column::new("admin_ids", guanxi_domain::fields::Kind::Ids("users"), "管理员", "Admins").filled(),
        crate::Column::new("visible_to_members", guanxi_domain::fields::Kind::Bool, "成员可见", "Members see it").filled(),
        crate::Column::new("masked_fields", guanxi_domain::fields::Kind::Tags, "领取前隐藏的字段", "Fields covered until claimed")
            .filled(),
        crate::Column::new("members_may_claim", guanxi_domain::fields::Kind::Bool, "成员可领取", "Members may claim").filled(),
        crate::Column::new("daily_limit", guanxi_domain::fields::Kind::Int, "每日领取上限", "Claims a day"),
        crate::Column::new("prev_owner_freeze_days", guanxi_domain::fields::Kind::Int, "前负责人冷冻天数", "Days a former owner waits")
            .filled(),
        crate::Column::new("new_data_wait_days", guanxi_domain::fields::Kind::Int, "新数据等待天数", "Days a new record waits")
            .filled(),
        $($own),*
    ] };
}

pub(crate) use pool_columns;
