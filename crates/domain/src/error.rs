//! Everything that can go wrong, said once. `api/problem.rs` turns it into HTTP.

use std::{borrow::Cow, fmt};

use serde::Serialize;
use serde_json::{Map, Value};

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not done.
#[derive(Debug)]
pub enum Error {
    /// The caller's mistake, or a rule of the business.
    Refused(Box<Refusal>),
    /// The database asks to try the whole transaction again.
    Retry,
    /// Ours: logged with its cause, shown without it.
    Unexpected(Box<dyn std::error::Error + Send + Sync>),
}

/// What the caller is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    pub code: Code,
    pub params: Map<String, Value>,
    pub fields: Vec<FieldError>,
}

/// One field that is wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FieldError {
    /// JSON pointer into the body, `/phone`; or the name of a query parameter.
    pub pointer: Cow<'static, str>,
    pub code: FieldCode,
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub params: Map<String, Value>,
}

/// The stable codes of problem responses (annex C of the specification).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, strum::EnumIter, strum::Display,
)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Code {
    Malformed,
    UnknownField,
    Unauthenticated,
    WrongCredentials,
    TokenExpired,
    TokenReused,
    Forbidden,
    FieldForbidden,
    NotPoolMember,
    KeyScope,
    PasswordChangeRequired,
    NotFound,
    MethodNotAllowed,
    VersionConflict,
    InvalidState,
    StaleStage,
    OpportunityCollision,
    LeadAlreadyClaimed,
    CustomerAlreadyClaimed,
    LeadAlreadyConverted,
    DuplicateCustomer,
    DuplicateLead,
    DuplicateNumber,
    Duplicate,
    HasDependents,
    RestoreConflict,
    ReportExists,
    LastAdmin,
    PoolNotEmpty,
    LastPool,
    Busy,
    CustomerMerged,
    Purged,
    TokenUsed,
    LinkExpired,
    FileTooLarge,
    UnsupportedMedia,
    Validation,
    StateField,
    IdempotencyKeyReused,
    NotYetClaimable,
    PreviousOwnerFrozen,
    DailyClaimLimit,
    HoldCapExceeded,
    LockCapExceeded,
    CapacityScopeDuplicate,
    ReasonRequired,
    UsccFormat,
    UsccChecksum,
    UsccConflict,
    HierarchyCycle,
    StageRequirements,
    AmountDerived,
    DateRange,
    ImportMapping,
    AccountLocked,
    VersionRequired,
    RateLimited,
    Unavailable,
    Internal,
}

/// What is wrong with one field.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, strum::IntoStaticStr, strum::EnumString, strum::EnumIter,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FieldCode {
    Required,
    WrongType,
    UnknownField,
    TooLong,
    TooShort,
    TooMany,
    OutOfRange,
    NotOneOf,
    NotAPhone,
    NotAnEmail,
    NotAUrl,
    PrivateAddress,
    NotADate,
    UsccFormat,
    UsccChecksum,
    WeakPassword,
    Reused,
    UnknownReference,
    NoExchangeRate,
    Ambiguous,
    Duplicate,
    ReadOnly,
    StateField,
    OnlyAtCreation,
    Forbidden,
    UnknownOperator,
    TooDeep,
    BadCursor,
    Invalid,
}

impl Error {
    pub fn new(code: Code) -> Self {
        Self::Refused(Box::new(Refusal { code, params: Map::new(), fields: Vec::new() }))
    }

    /// The record does not exist, or the caller may not see it, which is the same.
    pub fn not_found(noun: &str) -> Self {
        Self::new(Code::NotFound).with("resource", noun)
    }

    /// The caller's roles do not grant `permission`.
    pub fn forbidden(permission: &str) -> Self {
        Self::new(Code::Forbidden).with("permission", permission)
    }

    /// One field breaks a rule.
    pub fn field(pointer: impl Into<Cow<'static, str>>, code: FieldCode) -> Self {
        Self::fields(vec![FieldError::new(pointer, code)])
    }

    /// Several fields break rules; all are named at once.
    pub fn fields(fields: Vec<FieldError>) -> Self {
        Self::Refused(Box::new(Refusal { code: Code::Validation, params: Map::new(), fields }))
    }

    /// The request cannot be read.
    pub fn malformed(reason: impl Into<String>) -> Self {
        Self::new(Code::Malformed).with("reason", reason.into())
    }

    /// The state does not allow the action; `allowed` says what it does allow.
    pub fn invalid_state(state: &str, action: &str, allowed: &[&str]) -> Self {
        Self::new(Code::InvalidState).with("state", state).with("action", action).with("allowed", allowed.to_vec())
    }

    /// Adds what the message needs to be precise.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.params.insert(key.to_owned(), value.into());
        }
        self
    }

    pub fn unexpected(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Unexpected(cause.into())
    }

    /// The code that the caller is told.
    pub fn code(&self) -> Code {
        match self {
            Self::Refused(refusal) => refusal.code,
            Self::Retry => Code::Busy,
            Self::Unexpected(_) => Code::Internal,
        }
    }
}

impl FieldError {
    pub fn new(pointer: impl Into<Cow<'static, str>>, code: FieldCode) -> Self {
        Self { pointer: pointer.into(), code, params: Map::new() }
    }

    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.params.insert(key.to_owned(), value.into());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => {
                write!(f, "{}", refusal.code)?;
                for field in &refusal.fields {
                    let code: &str = field.code.into();
                    write!(f, " {}: {code}", field.pointer)?;
                }
                Ok(())
            }
            Self::Retry => f.write_str("the transaction must be tried again"),
            Self::Unexpected(cause) => cause.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match error.as_database_error().and_then(from_database) {
            Some(known) => known,
            None => Self::unexpected(error),
        }
    }
}

/// What a constraint of the database means to the caller.
fn from_database(error: &dyn sqlx::error::DatabaseError) -> Option<Error> {
    let constraint = error.constraint().unwrap_or_default();
    match error.code()?.as_ref() {
        // serialization_failure, deadlock_detected, lock_not_available
        "40001" | "40P01" | "55P03" => Some(Error::Retry),
        "23505" => Some(match constraint {
            "customers_no" | "leads_no" | "contacts_no" | "opportunities_no" => Error::new(Code::DuplicateNumber),
            "customers_uscc" => Error::new(Code::DuplicateCustomer).with("matched_on", "uscc"),
            "leads_open_phone" => Error::new(Code::DuplicateLead).with("matched_on", "phone"),
            "work_reports_once" => Error::new(Code::ReportExists),
            other => Error::new(Code::Duplicate).with("key", other),
        }),
        "23503" if error.message().contains("update or delete") => Some(Error::new(Code::HasDependents)),
        "23503" => Some(Error::field(pointer_of(constraint), FieldCode::UnknownReference)),
        "23514" | "23502" => Some(Error::new(Code::Validation).with("rule", constraint)),
        // string_data_right_truncation, numeric_value_out_of_range, invalid_datetime_format, datetime_field_overflow,
        // character_not_in_repertoire, untranslatable_character
        "22001" | "22003" | "22007" | "22008" | "22021" | "22P05" => Some(Error::new(Code::Validation)),
        _ => None,
    }
}

/// `/owner_id` of the foreign key `leads_tenant_id_owner_id_fkey`.
fn pointer_of(constraint: &str) -> String {
    let column = constraint.strip_suffix("_fkey").and_then(|rest| rest.split_once("_tenant_id_")).map(|(_, key)| key);
    format!("/{}", column.unwrap_or_default())
}
