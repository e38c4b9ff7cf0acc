//! Who may do what, to which records, and which of their fields he may see.

pub mod device;
pub mod network;
mod people;
mod words;

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

pub use people::{
    ApiKeyDetails, DepartmentDetails, DepartmentMove, Locale, OwnerRecords, RoleDetails, Title, UserDetails,
};
pub use words::words;

use crate::{Code, DepartmentId, Error, Result, SessionId, TenantId, UserId};

/// A function that a role can grant: `lead:claim`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permission(pub &'static str);

impl Permission {
    /// The kind of record it is about: `lead` of `lead:claim`.
    pub fn object(self) -> &'static str {
        self.0.split(':').next().unwrap_or_default()
    }

    pub fn action(self) -> &'static str {
        self.0.split(':').nth(1).unwrap_or_default()
    }
}

/// Names the permissions of one kind of record: constants, and `ALL` for the catalogue.
#[macro_export]
macro_rules! permissions {
    ($object:literal: $($name:ident = $action:literal),* $(,)?) => {
        $(pub const $name: $crate::Permission = $crate::Permission(concat!($object, ":", $action));)*
        pub const ALL: &[$crate::Permission] = &[$($name),*];
    };
}

/// How far a role's grant reaches (12.3.2).
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ToSchema,
    strum::IntoStaticStr,
    strum::EnumString,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DataScope {
    #[serde(rename = "self")]
    #[strum(serialize = "self")]
    Own,
    SelfAndSubordinates,
    Department,
    DepartmentAndBelow,
    CustomDepartments,
    All,
}

crate::text::text! {
    /// The short name of an organisation, typed at each sign-in.
    TenantCode: One, 32, |text| {
        let text = text.to_ascii_lowercase();
        let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let is_code = text.len() >= 2 && text.chars().all(known) && !text.starts_with('-');
        if is_code { Ok(text) } else { Err(crate::FieldCode::Invalid) }
    };
    /// The name of a role for programs.
    RoleCode: One, 40, |text| {
        let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let is_code = text.len() >= 2 && text.chars().all(known);
        if is_code { Ok(text.to_owned()) } else { Err(crate::FieldCode::Invalid) }
    };
}

/// One permission as a role grants it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    pub permission: String,
    pub scope: DataScope,
    /// The departments of the scope `custom_departments`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub departments: Option<Vec<DepartmentId>>,
}

impl Grant {
    pub fn object(&self) -> &str {
        self.permission.split(':').next().unwrap_or_default()
    }
}

/// What a role says about one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FieldRule {
    pub object: String,
    pub field: String,
    pub access: FieldAccess,
    #[serde(default = "uncovered")]
    pub mask: Mask,
}

fn uncovered() -> Mask {
    Mask::None
}

/// The records that one permission of one person reaches, now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    All,
    Reach(Reach),
}

/// Records of these owners or of these departments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    pub users: Vec<UserId>,
    pub departments: Vec<DepartmentId>,
}

impl Scope {
    /// Whether a record of this owner and department is reached.
    pub fn covers(&self, owner: Option<UserId>, department: Option<DepartmentId>) -> bool {
        match self {
            Self::All => true,
            Self::Reach(reach) => {
                owner.is_some_and(|owner| reach.users.contains(&owner))
                    || department.is_some_and(|department| reach.departments.contains(&department))
            }
        }
    }

    /// Reaches what either of the two reaches.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        match (self, other) {
            (Self::Reach(mut a), Self::Reach(b)) => {
                a.users.extend(b.users);
                a.users.sort_unstable();
                a.users.dedup();
                a.departments.extend(b.departments);
                a.departments.sort_unstable();
                a.departments.dedup();
                Self::Reach(a)
            }
            (Self::All, _) | (_, Self::All) => Self::All,
        }
    }
}

/// What a role says about one field. Several roles: the widest counts.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ToSchema,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FieldAccess {
    Hidden,
    Read,
    Write,
}

/// Where a field's value is covered: `138****8000`. The widest (least covered) of several roles counts.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    ToSchema,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Mask {
    Always,
    List,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldRight {
    pub access: FieldAccess,
    pub mask: Mask,
}

impl FieldRight {
    pub const FULL: Self = Self { access: FieldAccess::Write, mask: Mask::None };

    /// Whether it may be asked for: in filters, sorting and search.
    pub fn is_seen_in_full(self) -> bool {
        self.access != FieldAccess::Hidden && self.mask == Mask::None
    }
}

/// A person's place at a pool of leads or customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolSeat {
    pub pool: Uuid,
    /// What lies in the pool: `lead` or `customer`.
    pub object: String,
    pub admin: bool,
    /// Members see the records of an assign-only pool only as its admins.
    pub visible: bool,
    /// Whether its members take from it themselves.
    pub members_claim: bool,
    /// Whether its members put what lies there into other pools.
    pub members_move: bool,
    /// Keys that are covered for members until they own the record.
    pub masked_fields: Vec<String>,
}

/// All that one person may do, computed from roles, departments and pools; renewed within a second of a change.
#[derive(Debug, Clone, Default)]
pub struct Access {
    pub grants: HashMap<&'static str, Scope>,
    /// Fields with less than the full right, by object and key.
    pub fields: HashMap<String, HashMap<String, FieldRight>>,
    pub seats: Vec<PoolSeat>,
    pub departments: Vec<DepartmentId>,
    pub main_department: Option<DepartmentId>,
    pub roles: Vec<Uuid>,
    pub is_admin: bool,
    /// How far the widest grant of each permission reaches, as it is told to people.
    pub extents: HashMap<&'static str, DataScope>,
    /// Permissions that the person has, and the key he calls with has not.
    pub withheld: HashSet<&'static str>,
    /// Nothing else is open to him before he has chosen a password of his own.
    pub must_change_password: bool,
}

impl Access {
    /// The records that `permission` reaches.
    pub fn scope(&self, permission: Permission) -> Result<&Scope> {
        self.grants.get(permission.0).ok_or_else(|| self.refusal(permission))
    }

    /// Why a permission that is not granted is refused.
    pub fn refusal(&self, permission: Permission) -> Error {
        if self.withheld.contains(permission.0) {
            return Error::new(Code::KeyScope).with("permission", permission.0);
        }
        Error::forbidden(permission.0)
    }

    pub fn may(&self, permission: Permission) -> bool {
        self.grants.contains_key(permission.0)
    }

    pub fn field(&self, object: &str, key: &str) -> FieldRight {
        self.fields.get(object).and_then(|fields| fields.get(key)).copied().unwrap_or(FieldRight::FULL)
    }

    pub fn seat(&self, pool: Uuid) -> Option<&PoolSeat> {
        self.seats.iter().find(|seat| seat.pool == pool)
    }

    /// The seats at pools of one kind of record whose content this person may see.
    pub fn visible_seats<'a>(&'a self, object: &'a str) -> impl Iterator<Item = &'a PoolSeat> {
        self.seats.iter().filter(move |seat| seat.object == object && (seat.visible || seat.admin))
    }
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorKind {
    /// A person signed in with this session.
    Session(SessionId),
    /// A program with a person's key.
    ApiKey(Uuid),
    /// The product itself: jobs, set-up.
    System,
}

/// Who acts, for which tenant, with which rights.
#[derive(Debug, Clone)]
pub struct Actor {
    pub tenant: TenantId,
    pub user: Option<UserId>,
    pub kind: ActorKind,
    pub access: Arc<Access>,
    /// The organisation's time zone; its business dates are counted in it.
    pub zone: Tz,
    /// Ties log lines, history and problems of one request together.
    pub request_id: Option<Uuid>,
}

impl Actor {
    /// The product acting for a tenant: every permission, every record.
    pub fn system(tenant: TenantId, zone: Tz) -> Self {
        let grants = catalogue().map(|permission| (permission.0, Scope::All)).collect();
        let access = Access { grants, is_admin: true, ..Access::default() };
        Self { tenant, user: None, kind: ActorKind::System, access: Arc::new(access), zone, request_id: None }
    }

    /// The acting person; refused for the product itself.
    pub fn person(&self) -> Result<UserId> {
        self.user.ok_or_else(|| Error::new(Code::Forbidden))
    }
}

macro_rules! catalogue {
    ($($object:literal as $module:ident: $($name:ident = $action:literal),*;)*) => {
        $(pub mod $module {
            //! What roles can grant on this kind of record.
            crate::permissions! { $object: $($name = $action),* }
        })*

        /// Every permission there is.
        pub fn catalogue() -> impl Iterator<Item = Permission> {
            [$($module::ALL),*].into_iter().flatten().copied()
        }
    };
}

catalogue! {
    "lead" as lead: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete", CLAIM = "claim",
        ASSIGN = "assign", RETURN = "return", TRANSFER = "transfer", INVALIDATE = "invalidate", RESTORE = "restore",
        CONVERT = "convert", IMPORT = "import", EXPORT = "export";
    "lead_pool" as lead_pool: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "assignment_rule" as assignment_rule: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "scoring_rule" as scoring_rule: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "capacity_rule" as capacity_rule: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "customer" as customer: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete", CLAIM = "claim",
        ASSIGN = "assign", RELEASE = "release", TRANSFER = "transfer", MERGE = "merge",
        CREATE_DUPLICATE = "create_duplicate", LOCK = "lock", MOVE = "move", IMPORT = "import", EXPORT = "export";
    "customer" as key_account: SET = "set_key_account";
    "customer_relation" as customer_relation: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "customer_knowledge" as customer_knowledge: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete",
        PUBLISH = "publish";
    "knowledge_subscription" as knowledge_subscription: READ = "read", CREATE = "create", UPDATE = "update",
        DELETE = "delete";
    "customer_pool" as customer_pool: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "contact" as contact: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete", IMPORT = "import",
        EXPORT = "export";
    "opportunity" as opportunity: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete",
        CLOSE = "close", REOPEN = "reopen", TRANSFER = "transfer", OVERRIDE = "override",
        CREATE_DUPLICATE = "create_duplicate", IMPORT = "import", EXPORT = "export";
    "pipeline" as pipeline: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "stage" as stage: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "competitor" as competitor: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "forecast" as forecast: READ = "read", SUBMIT = "submit", OVERRIDE = "override";
    "exchange_rate" as exchange_rate: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "activity" as activity: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "follow_up_plan" as follow_up_plan: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "visit" as visit: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "call" as call: READ = "read", CREATE = "create", DELETE = "delete";
    "email" as email: READ = "read", CREATE = "create", DELETE = "delete";
    "calendar_event" as calendar_event: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "work_report" as work_report: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete",
        REVIEW = "review";
    "playbook" as playbook: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "department" as department: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "user" as user: READ = "read", CREATE = "create", UPDATE = "update", DISABLE = "disable",
        RESET_PASSWORD = "reset_password";
    "role" as role: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "api_key" as api_key: READ = "read", CREATE = "create", DELETE = "delete";
    "setting" as setting: READ = "read", UPDATE = "update";
    "calendar" as calendar: READ = "read", UPDATE = "update";
    "custom_field" as custom_field: READ = "read", UPDATE = "update";
    "layout" as layout: READ = "read", UPDATE = "update";
    "dictionary" as dictionary: READ = "read", UPDATE = "update";
    "numbering_rule" as numbering_rule: READ = "read", UPDATE = "update";
    "view" as view: READ = "read", SHARE = "share";
    "recycle_bin" as recycle_bin: READ = "read", RESTORE = "restore", PURGE = "purge";
    "audit_log" as audit_log: READ = "read";
    "notification" as notification: READ = "read";
    "notification_rule" as notification_rule: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete";
    "notification_template" as notification_template: READ = "read", CREATE = "create", UPDATE = "update",
        DELETE = "delete";
    "notification_channel" as notification_channel: READ = "read", CREATE = "create", UPDATE = "update",
        DELETE = "delete";
    "notification_delivery" as notification_delivery: READ = "read", RETRY = "retry";
    "webhook" as webhook: READ = "read", CREATE = "create", UPDATE = "update", DELETE = "delete", REPLAY = "replay";
    "job" as job: READ = "read", RUN = "run";
}

/// Finds the one constant for a permission that came as text.
pub fn permission(text: &str) -> Option<Permission> {
    catalogue().find(|permission| permission.0 == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(users: &[UserId]) -> Scope {
        Scope::Reach(Reach { users: users.to_vec(), departments: Vec::new() })
    }

    #[test]
    fn two_roles_reach_what_either_reaches() {
        let (ann, bob) = (UserId::new(), UserId::new());
        let both = reach(&[ann]).union(reach(&[bob]));
        assert!(both.covers(Some(ann), None) && both.covers(Some(bob), None));
        assert!(!both.covers(Some(UserId::new()), None) && !both.covers(None, None));
        assert_eq!(both.union(Scope::All), Scope::All);
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = catalogue().map(|permission| permission.0).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
