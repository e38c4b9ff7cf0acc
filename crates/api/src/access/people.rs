//! Departments, users and roles.

use actix_web::http::Method;
use guanxi_app::{
    access::{random_password, users},
    records,
};
use guanxi_domain::{
    Error, FieldCode, Permission, Result,
    access::{self, DepartmentMove, UserDetails, role, user},
};
use guanxi_persistence::access::{Department, Role, User};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{
    ToSchema,
    openapi::{AllOfBuilder, ObjectBuilder, RefOr, Schema},
};
use validator::Validate;

use crate::{
    Call, Endpoint, Json, Records, Reply, call::Body, endpoint::needs, records::reply, reply::Content, schema,
};

const TAG: &str = "access";

#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct ResetBody {
    /// The new password, to be changed at the next sign-in. Without it one is made up and shown in the answer, once.
    #[serde(default)]
    password: Option<String>,
}

/// What roles can grant.
#[derive(Serialize, ToSchema)]
struct PermissionList {
    items: Vec<PermissionInfo>,
}

#[derive(Serialize, ToSchema)]
struct PermissionInfo {
    permission: &'static str,
    object: &'static str,
    action: &'static str,
    #[schema(inline)]
    label: Words,
    #[schema(inline)]
    object_label: Words,
    #[schema(inline)]
    action_label: Words,
}

#[derive(Serialize, ToSchema)]
struct Words {
    zh: String,
    en: String,
}

pub fn endpoints() -> Vec<Endpoint> {
    let departments = Records::editing::<Department>(TAG).endpoints();
    let users = Records::reading::<User>(TAG)
        .and(create_user())
        .and(Records::updating::<User>(TAG))
        .verb::<User, Json<DepartmentMove>, _>(
            "move",
            user::UPDATE,
            "Put somebody into another department; what he owns moves with him or stays.",
            async |tx, id, to| users::change_department(tx, id, &to.0).await,
        )
        .verb::<User, (), _>("disable", user::DISABLE, "Let somebody sign in no longer.", async |tx, id, ()| {
            users::disable(tx, id).await
        })
        .verb::<User, (), _>("enable", user::DISABLE, "Let somebody sign in again.", async |tx, id, ()| {
            users::enable(tx, id).await
        })
        .and(reset_password())
        .endpoints();
    let roles = Records::editing::<Role>(TAG).endpoints();
    let catalogue = needs(role::READ, Method::GET, "/permissions")
        .named("list_permissions", TAG, "List what roles can grant.")
        .returns::<PermissionList>(200)
        .to(async |_: Call| Reply::json(&PermissionList { items: access::catalogue().map(describe).collect() }));
    [departments, users, roles, vec![catalogue]].into_iter().flatten().collect()
}

fn create_user() -> Endpoint {
    let mut create = needs(user::CREATE, Method::POST, "/users")
        .named("create_user", TAG, "Create a user.")
        .answers(201, schema::reference("User"));
    let details = <Json<UserDetails> as Body>::describe(&mut create.schemas).map(|(_, details)| details);
    // Must be changed at the first sign-in. Without it the person is invited, and cannot sign in yet.
    let password = ObjectBuilder::new().property("password", schema::string());
    let body = details.into_iter().fold(AllOfBuilder::new().item(password), |body, details| body.item(details));
    create.takes(RefOr::T(Schema::AllOf(body.build()))).to(async |mut call: Call<Value>| {
        let password = call.body.as_object_mut().and_then(|body| body.remove("password"));
        let hash = match password {
            None | Some(Value::Null) => None,
            Some(Value::String(password)) => {
                let login = call.body["login"].as_str().unwrap_or_default();
                Some(call.app.gate.hash_given(call.actor()?, login, &password).await?)
            }
            Some(_) => return Err(Error::field("/password", FieldCode::WrongType)),
        };
        call.write(async |tx| {
            let saved = records::create::<User>(tx, call.body.clone()).await?;
            if let Some(hash) = &hash {
                users::set_first_password(tx, saved.id, hash).await?;
            }
            let id = saved.id;
            Ok(reply::<User>(tx, saved).await?.created(format!("/api/v1/users/{id}")))
        })
        .await
    })
}

fn reset_password() -> Endpoint {
    needs(user::RESET_PASSWORD, Method::POST, "/users/{id}/reset-password")
        .named("reset_password_user", TAG, "Give somebody a new password; he is signed out everywhere.")
        .answers(200, schema::reference("User"))
        .to(async |call: Call<Json<ResetBody>>| {
            let id = call.id()?;
            let given = call.body.0.password.clone();
            let password = given.clone().unwrap_or_else(random_password);
            let hash = call.app.gate.hash_given(call.actor()?, "", &password).await?;
            let answer = call
                .write(async |tx| {
                    let saved = users::reset_password(tx, id, &hash).await?;
                    reply::<User>(tx, saved).await
                })
                .await?;
            if given.is_some() { Ok(answer) } else { with(answer, "password", &password) }
        })
}

/// Shows a secret beside the record, once: it is put in after the answer was kept for repetition.
pub(crate) fn with(mut reply: Reply, key: &str, secret: &str) -> Result<Reply> {
    if let Content::Bytes(bytes) = &mut reply.body {
        let mut body: Value = serde_json::from_slice(bytes).map_err(Error::unexpected)?;
        body[key] = secret.into();
        *bytes = serde_json::to_vec(&body).map_err(Error::unexpected)?;
    }
    Ok(reply.header("cache-control", "no-store"))
}

fn describe(permission: Permission) -> PermissionInfo {
    let words = |[zh, en]: [String; 2]| Words { zh, en };
    let (object, action) = (access::words(permission.object()), access::words(permission.action()));
    PermissionInfo {
        permission: permission.0,
        object: permission.object(),
        action: permission.action(),
        label: words([format!("{}{}", action[0], object[0]), format!("{} {}", action[1], object[1].to_lowercase())]),
        object_label: words(object),
        action_label: words(action),
    }
}
