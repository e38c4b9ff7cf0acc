//! Problem responses (RFC 9457): every error becomes HTTP here, in the language of the caller.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header};
use guanxi_domain::{Code, Error, FieldCode, error::FieldError};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

/// Why a request was not done.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// A URI that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    pub detail: String,
    pub instance: String,
    /// The stable name of the kind of problem.
    pub code: String,
    /// The fields that are wrong, as JSON pointers into the body.
    pub errors: Vec<FieldProblem>,
    /// What the message is made of.
    #[schema(value_type = std::collections::HashMap<String, Value>)]
    pub params: Map<String, Value>,
    pub request_id: Option<Uuid>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    pub pointer: String,
    pub code: String,
    pub message: String,
}

/// The languages that messages exist in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Zh,
    En,
}

impl Language {
    pub fn of(request: &HttpRequest) -> Self {
        let wanted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        match wanted {
            Some(wanted) if wanted.trim_start().to_ascii_lowercase().starts_with("en") => Self::En,
            _ => Self::Zh,
        }
    }

    fn pick(self, [zh, en]: [&'static str; 2]) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

pub async fn no_such_route(request: HttpRequest) -> HttpResponse {
    respond(&request, None, &Error::not_found("route"))
}

/// Turns an error into its response; ours are logged here, once.
pub fn respond(request: &HttpRequest, request_id: Option<Uuid>, error: &Error) -> HttpResponse {
    if let Error::Unexpected(cause) = error {
        tracing::error!(error = %cause, "the request failed");
    }
    let language = Language::of(request);
    let code = error.code();
    let status = status(code);
    let (params, fields) = match error {
        Error::Refused(refusal) => (refusal.params.clone(), refusal.fields.as_slice()),
        Error::Retry | Error::Unexpected(_) => (Map::new(), &[][..]),
    };
    let errors: Vec<FieldProblem> = fields.iter().map(|field| field_problem(field, language)).collect();
    let title = message(code, &Map::new(), language);
    let detail = match errors.first() {
        Some(first) if !first.pointer.is_empty() => format!("{title}: {} {}", first.pointer, first.message),
        _ => message(code, &params, language),
    };
    let problem = Problem {
        kind: format!("urn:guanxi:problem:{}", code.to_string().to_ascii_lowercase().replace('_', "-")),
        title,
        status: status.as_u16(),
        detail,
        instance: request.path().to_owned(),
        code: code.to_string(),
        errors,
        params,
        request_id,
    };
    let mut response = HttpResponse::build(status);
    if let Some(seconds) = problem.params.get("retry_after").and_then(Value::as_u64) {
        response.insert_header((header::RETRY_AFTER, seconds.to_string()));
    } else if matches!(code, Code::Busy | Code::Unavailable) {
        response.insert_header((header::RETRY_AFTER, "1"));
    }
    if status == StatusCode::UNAUTHORIZED {
        response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    }
    let body = serde_json::to_string(&problem).unwrap_or_default();
    response.content_type("application/problem+json").body(body)
}

fn field_problem(field: &FieldError, language: Language) -> FieldProblem {
    let code: &str = field.code.into();
    let message = fill(language.pick(field_message(field.code)), &field.params);
    FieldProblem { pointer: field.pointer.to_string(), code: code.to_owned(), message }
}

/// The sentence that a person reads.
pub fn message(code: Code, params: &Map<String, Value>, language: Language) -> String {
    if code == Code::Forbidden && params.contains_key("reason") {
        // Whoever has the permission is not told that he lacks it.
        return language.pick(["此记录不允许您进行该操作", "You cannot do this to this record"]).to_owned();
    }
    fill(language.pick(title(code)), params)
}

/// Puts parameters into `{braces}`; a piece in `[brackets]` is left out where its parameter is missing.
/// The words for a code of either kind, as it was kept beside a row.
pub fn message_of(code: &str, params: &Map<String, Value>, language: Language) -> String {
    match (code.parse::<FieldCode>(), code.parse::<Code>()) {
        (Ok(code), _) => fill(language.pick(field_message(code)), params),
        (_, Ok(code)) => message(code, params, language),
        _ => code.to_owned(),
    }
}

fn fill(template: &str, params: &Map<String, Value>) -> String {
    let mut text = template.to_owned();
    for (key, value) in params {
        let words = |items: &[Value]| items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ");
        let text_of = value.as_str().map(str::to_owned).or_else(|| value.as_array().map(|items| words(items)));
        let shown = text_of.unwrap_or_else(|| value.to_string());
        text = text.replace(&format!("{{{key}}}"), &shown);
    }
    drop_unfilled(&text)
}

fn drop_unfilled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('[') {
        out.push_str(before);
        let (inside, after) = tail.split_once(']').unwrap_or((tail, ""));
        if !inside.contains('{') {
            out.push_str(inside);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

pub fn status(code: Code) -> StatusCode {
    match code {
        Code::Malformed | Code::UnknownField => StatusCode::BAD_REQUEST,
        Code::Unauthenticated | Code::WrongCredentials | Code::TokenExpired | Code::TokenReused => {
            StatusCode::UNAUTHORIZED
        }
        Code::Forbidden
        | Code::FieldForbidden
        | Code::NotPoolMember
        | Code::KeyScope
        | Code::PasswordChangeRequired => StatusCode::FORBIDDEN,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Code::InvalidState
        | Code::StaleStage
        | Code::OpportunityCollision
        | Code::LeadAlreadyClaimed
        | Code::CustomerAlreadyClaimed
        | Code::LeadAlreadyConverted
        | Code::DuplicateCustomer
        | Code::DuplicateLead
        | Code::DuplicateNumber
        | Code::Duplicate
        | Code::HasDependents
        | Code::RestoreConflict
        | Code::ReportExists
        | Code::LastAdmin
        | Code::PoolNotEmpty
        | Code::LastPool => StatusCode::CONFLICT,
        Code::CustomerMerged | Code::Purged | Code::TokenUsed | Code::LinkExpired => StatusCode::GONE,
        Code::VersionConflict => StatusCode::PRECONDITION_FAILED,
        Code::FileTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Code::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Code::Validation
        | Code::StateField
        | Code::IdempotencyKeyReused
        | Code::NotYetClaimable
        | Code::PreviousOwnerFrozen
        | Code::DailyClaimLimit
        | Code::HoldCapExceeded
        | Code::LockCapExceeded
        | Code::CapacityScopeDuplicate
        | Code::ReasonRequired
        | Code::UsccFormat
        | Code::UsccChecksum
        | Code::UsccConflict
        | Code::HierarchyCycle
        | Code::StageRequirements
        | Code::AmountDerived
        | Code::DateRange
        | Code::ImportMapping => StatusCode::UNPROCESSABLE_ENTITY,
        Code::AccountLocked => StatusCode::LOCKED,
        Code::VersionRequired => StatusCode::PRECONDITION_REQUIRED,
        Code::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        Code::Busy | Code::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn title(code: Code) -> [&'static str; 2] {
    match code {
        Code::Malformed => ["请求无法识别[：{reason}]", "The request cannot be read[: {reason}]"],
        Code::UnknownField => ["包含未知字段[ {field}]", "Unknown field[ {field}]"],
        Code::Unauthenticated => ["请先登录", "Please sign in"],
        Code::WrongCredentials => ["组织、登录名或密码有误", "Organisation, login or password is wrong"],
        Code::PasswordChangeRequired => ["请先修改密码", "Choose a password of your own first"],
        Code::TokenExpired => ["登录已过期，请重新登录", "Your sign-in has expired"],
        Code::TokenReused => ["登录凭证已失效，请重新登录", "The refresh token was used before; sign in again"],
        Code::Forbidden => ["没有权限[：{permission}]", "You lack the permission[ {permission}]"],
        Code::FieldForbidden => ["没有该字段的权限[：{field}]", "You lack the right to the field[ {field}]"],
        Code::NotPoolMember => {
            ["您不是该池的成员，或该池已停用", "You are not a member of this pool, or it is disabled"]
        }
        Code::KeyScope => {
            ["密钥未授予该权限[：{permission}]", "The key does not include the permission[ {permission}]"]
        }
        Code::NotFound => ["记录不存在或无权查看", "Not found"],
        Code::MethodNotAllowed => ["不支持该操作", "Method not allowed"],
        Code::VersionConflict => ["记录已被他人修改，请刷新后重试", "The record was changed meanwhile"],
        Code::InvalidState => ["当前状态[（{state}）]不允许该操作", "Not possible now[, while {state}]"],
        Code::StaleStage => ["商机阶段已被他人变更", "Somebody moved this deal meanwhile"],
        Code::OpportunityCollision => {
            ["撞单：该客户已有他人同类进行中商机", "A colleague has an open deal of this kind with this customer"]
        }
        Code::LeadAlreadyClaimed => ["该线索已被领取", "The lead has been claimed already"],
        Code::CustomerAlreadyClaimed => ["该客户已被领取", "The customer has been claimed already"],
        Code::LeadAlreadyConverted => ["该线索已转为客户，不可重复转换", "The lead has been converted already"],
        Code::DuplicateCustomer => ["客户已存在（重复）", "This customer exists already"],
        Code::DuplicateLead => ["线索已存在（重复）", "This lead exists already"],
        Code::DuplicateNumber => ["编号已存在", "The number is taken"],
        Code::Duplicate => ["已存在相同的记录", "There is one like this already"],
        Code::HasDependents => ["该数据与其他数据有关联，请勿删除", "Other records depend on this one"],
        Code::ReportExists => ["这一期的报告已存在", "There is a report for this period already"],
        Code::RestoreConflict => ["无法恢复：已有相同的记录", "Cannot restore: another record has taken its place"],
        Code::LastAdmin => ["至少保留一位系统管理员", "The last administrator cannot be removed"],
        Code::PoolNotEmpty => ["池中仍有数据", "The pool is not empty"],
        Code::LastPool => ["至少保留一个启用的池", "The last enabled pool cannot be removed"],
        Code::Busy => ["系统繁忙，请稍后重试", "Busy; please try again"],
        Code::CustomerMerged => ["该客户已被合并", "The customer was merged"],
        Code::Purged => ["记录已彻底删除", "The record was purged"],
        Code::TokenUsed => ["凭证已使用", "The token was used"],
        Code::LinkExpired => ["链接已过期", "The link has expired"],
        Code::FileTooLarge => ["内容过大[，最多 {max} 字节]", "Too large[; at most {max} bytes]"],
        Code::UnsupportedMedia => ["不支持的内容类型", "Unsupported media type"],
        Code::Validation => ["填写有误", "Some fields are not right"],
        Code::StateField => ["有字段不可直接修改", "Some fields cannot be changed this way"],
        Code::IdempotencyKeyReused => ["幂等键已用于其他请求", "The idempotency key was used for another request"],
        Code::NotYetClaimable => ["尚不可领取[，{claimable_on} 起可领取]", "Not claimable yet[; from {claimable_on}]"],
        Code::PreviousOwnerFrozen => [
            "前负责人冷冻期内[，{claimable_on} 起可领取]",
            "The previous owner may not claim it yet[; from {claimable_on}]",
        ],
        Code::DailyClaimLimit => {
            ["已达每日领取上限[，剩余 {remaining}]", "Daily claim limit reached[; {remaining} left]"]
        }
        Code::HoldCapExceeded => ["负责人库容不足[，剩余 {remaining}]", "Hold cap exceeded[; {remaining} left]"],
        Code::LockCapExceeded => ["可锁定客户数不足[，剩余 {remaining}]", "Lock cap exceeded[; {remaining} left]"],
        Code::CapacityScopeDuplicate => ["库容规则的适用范围重复", "Another capacity rule names the same scope"],
        Code::ReasonRequired => ["请填写原因", "A reason is required"],
        Code::UsccFormat => ["统一社会信用代码格式有误", "The USCC is not 18 valid characters"],
        Code::UsccChecksum => ["统一社会信用代码校验码有误", "The USCC's check character is wrong"],
        Code::UsccConflict => ["统一社会信用代码冲突", "The USCCs differ"],
        Code::HierarchyCycle => ["上下级关系不能成环", "The hierarchy would form a circle"],
        Code::StageRequirements => ["阶段要求尚未完成", "What the stage asks for is not done yet"],
        Code::AmountDerived => ["金额由明细计算，不可直接填写", "The amount follows from the lines"],
        Code::DateRange => ["日期范围有误", "The dates are out of order"],
        Code::ImportMapping => ["导入映射有误", "The import mapping is not right"],
        Code::AccountLocked => ["账号已锁定，请稍后再试", "The account is locked; try again later"],
        Code::VersionRequired => ["请在 If-Match 中提供版本", "If-Match with the version is required"],
        Code::RateLimited => ["请求过于频繁", "Too many requests"],
        Code::Unavailable => ["服务暂不可用", "Not available now"],
        Code::Internal => ["系统错误，请联系管理员", "Something went wrong on our side"],
    }
}

fn field_message(code: FieldCode) -> [&'static str; 2] {
    match code {
        FieldCode::Required => ["必填", "is required"],
        FieldCode::WrongType => ["类型有误", "has the wrong type"],
        FieldCode::UnknownField => ["未知字段[ {field}]", "is not known[: {field}]"],
        FieldCode::TooLong => ["过长[，最多 {max} 个字符]", "is too long[; at most {max} characters]"],
        FieldCode::TooShort => ["过短[，至少 {min} 个字符]", "is too short[; at least {min} characters]"],
        FieldCode::TooMany => ["数量过多[，最多 {max}]", "has too many items[; at most {max}]"],
        FieldCode::OutOfRange => {
            ["超出范围[，最小 {min}][，最大 {max}]", "is out of range[; at least {min}][; at most {max}]"]
        }
        FieldCode::NotOneOf => ["不在可选值之内[：{allowed}]", "is not one of the choices[: {allowed}]"],
        FieldCode::NotAPhone => ["不是有效的电话号码", "is not a phone number"],
        FieldCode::NotAnEmail => ["不是有效的邮箱", "is not an e-mail address"],
        FieldCode::NotAUrl => ["不是有效的网址", "is not a web address"],
        FieldCode::PrivateAddress => ["不能是内网或本机地址", "leads into a private network"],
        FieldCode::NotADate => ["不是有效的日期", "is not a date"],
        FieldCode::UsccFormat => ["统一社会信用代码应为 18 位", "is not an 18-character USCC"],
        FieldCode::UsccChecksum => ["统一社会信用代码校验码有误", "has a wrong check character"],
        FieldCode::WeakPassword => {
            ["密码强度不足：至少 {min} 位，含三类字符", "is too weak: {min} characters of three kinds"]
        }
        FieldCode::Reused => ["不能与最近使用过的相同", "was used before"],
        FieldCode::UnknownReference => ["所引用的记录不存在", "refers to nothing that exists"],
        FieldCode::NoExchangeRate => ["该币种没有可用汇率", "has no exchange rate for that day"],
        FieldCode::Ambiguous => {
            ["有多条同名记录，请改用编号或账号", "names more than one record; use its number or log-in"]
        }
        FieldCode::Duplicate => ["重复", "is taken"],
        FieldCode::ReadOnly => ["只读", "cannot be written"],
        FieldCode::StateField => ["状态字段，请使用相应操作", "changes by actions only"],
        FieldCode::OnlyAtCreation => ["只能在新建时填写", "is set at creation only"],
        FieldCode::Forbidden => ["没有权限", "is not yours to write"],
        FieldCode::UnknownOperator => ["不支持的运算符[ {op}]", "does not know this operator[: {op}]"],
        FieldCode::TooDeep => ["嵌套过深", "is nested too deep"],
        FieldCode::BadCursor => ["游标无效", "is not a cursor of this list"],
        FieldCode::Invalid => ["无效", "is not valid"],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn messages_are_filled_and_what_is_missing_left_out() {
        let params = json!({"max": 200}).as_object().cloned().unwrap();
        assert_eq!(fill("过长[，最多 {max} 个字符]", &params), "过长，最多 200 个字符");
        assert_eq!(fill("too long[; at most {max}]", &Map::new()), "too long");
        assert_eq!(message(Code::Forbidden, &Map::new(), Language::En), "You lack the permission");
    }
}
