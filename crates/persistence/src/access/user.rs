//! The people of an organisation.

use guanxi_domain::{Permission, Result, RoleId, UserId, access::user, fields::Kind, roles};

use crate::{Action, Column, Record, ScopeRule, Table, Tx, table::named};

pub struct User;

const STATUSES: &[&str] = &["invited", "active", "on_leave", "disabled", "left"];
const WORKING: &[&str] = &["invited", "active", "on_leave"];

impl Record for User {
    const READ: Permission = user::READ;
    const TABLE: &'static Table = &Table {
        name: "users",
        noun: "user",
        label: ["用户", "User"],
        columns: &[
            Column::new("no", Kind::Text, "工号", "Number").max(40),
            Column::new("login", Kind::Text, "登录名", "Login").required().max(64),
            Column::new("name", Kind::Text, "姓名", "Name").required().max(100),
            Column::new("mobile", Kind::Phone, "手机", "Mobile").max(40),
            Column::new("email", Kind::Email, "邮箱", "E-mail").max(254),
            Column::new("department_id", Kind::Department, "部门", "Department").required(),
            Column::new("department_name", Kind::Text, "部门", "Department")
                .named(named!("departments", "department_id")),
            Column::new("extra_department_ids", Kind::Ids("departments"), "兼职部门", "Further departments").filled(),
            Column::new("superior_id", Kind::User, "直属上级", "Superior"),
            Column::new("superior_name", Kind::Text, "直属上级", "Superior").named(named!("users", "superior_id")),
            Column::new("role_ids", Kind::Ids("roles"), "角色", "Roles").required(),
            Column::new("role_names", Kind::Tags, "角色", "Roles").filled().computed(
                "(select coalesce(array_agg(r.name order by r.created_at, r.id), '{}') from roles r \
                  where r.tenant_id = t.tenant_id and r.id = any(t.role_ids) and r.deleted_at is null)",
            ),
            Column::new("status", Kind::Choice(STATUSES), "状态", "Status").filled().state(),
            Column::new("locale", Kind::Choice(&["zh-CN", "en"]), "语言", "Language").filled(),
            Column::new("timezone", Kind::Text, "时区", "Time zone").max(64),
            Column::new("must_change_password", Kind::Bool, "须修改密码", "Must change password").filled().never(),
            Column::new("last_login_at", Kind::Timestamp, "最近登录", "Last sign-in").computed(
                "(select s.last_login_at from sign_ins s where s.tenant_id = t.tenant_id and s.user_id = t.id)",
            ),
        ],
        scope: ScopeRule::Tenant,
        actions: &[
            Action::new("update", user::UPDATE),
            Action::new("move", user::UPDATE),
            Action::new("disable", user::DISABLE).when(WORKING),
            Action::new("enable", user::DISABLE).when(&["disabled"]),
            Action::new("reset-password", user::RESET_PASSWORD).when(WORKING),
        ],
        sort: "-created_at",
        shown: &["name", "login", "department_name", "role_names", "superior_name", "status", "last_login_at"],
        added: &[],
        searchable: true,
        internal: &["search_text"],
    };
}

/// The role of administrators, kept from changing hands meanwhile.
pub async fn lock_admin_role(tx: &mut Tx) -> Result<RoleId> {
    let tenant = tx.tenant();
    let role =
        sqlx::query_scalar("select id from roles where tenant_id = $1 and code = $2 and deleted_at is null for update");
    Ok(role.bind(tenant).bind(roles::ADMIN).fetch_one(tx.conn()).await?)
}

/// Whether somebody else is left who administers the organisation.
pub async fn has_other_admin(tx: &mut Tx, user: UserId, admin: RoleId) -> Result<bool> {
    let tenant = tx.tenant();
    let other = sqlx::query_scalar(
        "select exists (select 1 from users where tenant_id = $1 and id <> $2 and $3 = any(role_ids)
         and status in ('active', 'on_leave') and password_hash is not null and deleted_at is null)",
    );
    Ok(other.bind(tenant).bind(user).bind(admin).fetch_one(tx.conn()).await?)
}

/// Whether `superior` is the user himself or somebody below him.
pub async fn is_below(tx: &mut Tx, superior: UserId, user: UserId) -> Result<bool> {
    let tenant = tx.tenant();
    let above = sqlx::query_scalar(
        "with recursive up (id) as (
             select $2::uuid
             union
             select u.superior_id from users u join up on u.id = up.id
             where u.tenant_id = $1 and u.superior_id is not null
         )
         select exists (select 1 from up where id = $3)",
    );
    Ok(above.bind(tenant).bind(superior).bind(user).fetch_one(tx.conn()).await?)
}

/// Whether somebody works here, so that he can be a superior, a manager or an owner.
pub async fn works_here(tx: &mut Tx, user: UserId) -> Result<bool> {
    let tenant = tx.tenant();
    let works = sqlx::query_scalar(
        "select exists (select 1 from users where tenant_id = $1 and id = $2
         and status in ('invited', 'active', 'on_leave') and deleted_at is null)",
    );
    Ok(works.bind(tenant).bind(user).fetch_one(tx.conn()).await?)
}

pub async fn set_status(tx: &mut Tx, user: UserId, status: &str) -> Result<()> {
    let tenant = tx.tenant();
    sqlx::query("update users set status = $3 where tenant_id = $1 and id = $2")
        .bind(tenant)
        .bind(user)
        .bind(status)
        .execute(tx.conn())
        .await?;
    tx.rights_change();
    Ok(())
}
