//! List, read, create, edit, delete, and any number of verbs, for every kind of record, with their description.

use actix_web::http::Method;
use guanxi_app::records::{self, BatchResult, Editable, Saved};
use guanxi_domain::{Error, FieldCode, Permission, Result, filter::Filter};
use guanxi_persistence::{
    Record, Tx,
    read::{self, Chosen},
};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::{
    ToSchema,
    openapi::{RefOr, Schema, path::ParameterIn},
};
use uuid::Uuid;
use validator::Validate;

use crate::{
    Call, Endpoint, Json, Reply,
    call::Body,
    endpoint::needs,
    problem::{self, Language},
    schema,
};

/// Nothing is asked for.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// What is laid over each record, as a merge patch.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct Changes {
    #[schema(value_type = std::collections::HashMap<String, Value>)]
    changes: Map<String, Value>,
}

/// The operations on one kind of record.
pub struct Records {
    endpoints: Vec<Endpoint>,
    noun: &'static str,
    path: String,
    tag: &'static str,
}

impl Records {
    /// List and read.
    pub fn reading<R: Record>(tag: &'static str) -> Self {
        let (table, path) = (R::TABLE, format!("/{}", R::TABLE.path()));
        let name = schema::type_name(table.noun);
        let mut list = needs(R::READ, Method::GET, &path)
            .named(format!("list_{}", table.name), tag, format!("List {}.", table.name.replace('_', " ")))
            .answers(200, schema::page(schema::reference(&name)))
            .schema(&name, schema::record(table));
        for (parameter, kind) in [
            ("filter", schema::string()),
            ("sort", schema::string()),
            ("limit", schema::integer()),
            ("cursor", schema::string()),
            ("offset", schema::integer()),
            ("fields", schema::string()),
            ("count", schema::string()),
        ] {
            list = list.param(parameter, kind);
        }
        if table.searchable {
            list = list.param("q", schema::string());
        }
        for column in table.all_columns().filter(|column| column.filter) {
            list.parameters.push(schema::parameter(column.key, ParameterIn::Query, schema::string()));
        }
        let list = list.to(async |call: Call| {
            let query = call.list_query(R::TABLE)?;
            call.read(async |tx| Reply::page(read::page::<R>(tx, &query).await?)).await
        });
        let get = needs(R::READ, Method::GET, format!("{path}/{{id}}"))
            .named(format!("get_{}", table.noun), tag, format!("Read one {}.", table.noun.replace('_', " ")))
            .param("fields", schema::string())
            .answers(200, schema::reference(&name))
            .to(async |call: Call| {
                let id = call.id()?;
                let fields = call.list_query(R::TABLE)?.fields;
                call.read(async |tx| Ok(Reply::record(read::get_as::<R>(tx, R::READ, id, fields.as_deref()).await?)))
                    .await
            });
        Self { endpoints: vec![list, get], noun: table.noun, path, tag }
    }

    /// List, read, create, edit and delete.
    pub fn editing<R: Editable>(tag: &'static str) -> Self {
        let mut this = Self::reading::<R>(tag);
        let (noun, path) = (this.noun, this.path.clone());
        let name = schema::type_name(noun);
        let spoken = noun.replace('_', " ");
        let mut create = needs(R::CREATE, Method::POST, &path)
            .named(format!("create_{noun}"), tag, format!("Create a {spoken}."))
            .answers(201, schema::reference(&name));
        create.body = <Json<R::Details> as Body>::describe(&mut create.schemas);
        if R::TABLE.is_open() {
            schema::open(&mut create.schemas, &<R::Details as ToSchema>::name());
        }
        this.endpoints.push(create.to(async |call: Call<Value>| {
            call.write(async |tx| {
                let saved = records::create::<R>(tx, call.body.clone()).await?;
                let id = saved.id;
                Ok(reply::<R>(tx, saved).await?.created(format!("/api/v1/{}/{id}", R::TABLE.path())))
            })
            .await
        }));
        this.endpoints.push(Self::updating::<R>(tag));
        this.endpoints.push(Self::deleting::<R>(tag));
        this
    }

    /// Edit one record.
    pub fn updating<R: Editable>(tag: &'static str) -> Endpoint {
        let (noun, name) = (R::TABLE.noun, schema::type_name(R::TABLE.noun));
        needs(R::UPDATE, Method::PATCH, format!("/{}/{{id}}", R::TABLE.path()))
            .named(format!("update_{noun}"), tag, format!("Edit a {} (JSON Merge Patch).", noun.replace('_', " ")))
            .if_match()
            .takes(schema::reference(&format!("{name}Patch")))
            .schema(format!("{name}Patch"), schema::patch(R::TABLE))
            .answers(200, schema::reference(&name))
            .to(async |call: Call<Value>| {
                let (id, seen) = (call.id()?, call.seen()?);
                call.write(async |tx| {
                    let saved = records::update::<R>(tx, id, seen, call.body.clone()).await?;
                    reply::<R>(tx, saved).await
                })
                .await
            })
    }

    /// Put one record into the recycle bin.
    pub fn deleting<R: Editable>(tag: &'static str) -> Endpoint {
        let noun = R::TABLE.noun;
        needs(R::DELETE, Method::DELETE, format!("/{}/{{id}}", R::TABLE.path()))
            .named(format!("delete_{noun}"), tag, format!("Put a {} into the recycle bin.", noun.replace('_', " ")))
            .if_match()
            .answers_nothing()
            .to(async |call: Call| {
                let (id, seen) = (call.id()?, call.seen()?);
                call.write(async |tx| {
                    records::delete::<R>(tx, id, seen).await?;
                    Ok(Reply::nothing())
                })
                .await
            })
    }

    /// Adds something that is done to one record: `POST /{path}/{id}/{name}`, answering with the record.
    #[must_use]
    pub fn verb<R: Record, B: Body, F>(mut self, name: &str, permission: Permission, summary: &str, action: F) -> Self
    where
        F: AsyncFn(&mut Tx, Uuid, &B) -> Result<Saved> + Clone + 'static,
    {
        let endpoint = needs(permission, Method::POST, format!("{}/{{id}}/{name}", self.path))
            .named(format!("{}_{}", name.replace('-', "_"), self.noun), self.tag, summary)
            .answers(200, schema::reference(&schema::type_name(self.noun)));
        self.endpoints.push(endpoint.to(move |call: Call<B>| {
            let action = action.clone();
            async move {
                let id = call.id()?;
                call.write(async |tx| {
                    let saved = action(tx, id, &call.body).await?;
                    reply::<R>(tx, saved).await
                })
                .await
            }
        }));
        self
    }

    /// Adds something that is done to many records at once: `POST /{path}/batch/{name}`. The body names the records
    /// by `ids` or `filter`, says whether it is all or nothing (`atomic`), and carries what the action needs.
    #[must_use]
    pub fn batch<R: Record, B, F>(mut self, name: &str, permission: Permission, summary: &str, action: F) -> Self
    where
        Json<B>: Body,
        B: 'static,
        F: AsyncFn(&mut Tx, Vec<Uuid>, bool, &B) -> Result<BatchResult> + Clone + 'static,
    {
        let mut endpoint = needs(permission, Method::POST, format!("{}/batch/{name}", self.path))
            .named(format!("batch_{}_{}", name.replace('-', "_"), R::TABLE.name), self.tag, summary)
            .returns::<BatchResult>(200);
        let inner = <Json<B> as Body>::describe(&mut endpoint.schemas).map(|(_, schema)| schema);
        endpoint = endpoint.takes(batch_schema(inner));
        self.endpoints.push(endpoint.to(move |call: Call<Value>| {
            let action = action.clone();
            async move {
                let language = Language::of(&call.request);
                let (chosen, atomic, rest) = split(call.body.clone())?;
                let bytes = serde_json::to_vec(&rest).map_err(Error::unexpected)?;
                let Json(body) = <Json<B> as Body>::read(bytes.into())?;
                call.write(async |tx| {
                    let ids = records::chosen::<R>(tx, permission, chosen.clone()).await?;
                    let mut result = action(tx, ids, atomic, &body).await?;
                    for failure in &mut result.failed {
                        if let Some(Error::Refused(refusal)) = &failure.error {
                            failure.message = problem::message(refusal.code, &refusal.params, language);
                        }
                    }
                    Reply::json(&result)
                })
                .await
            }
        }));
        self
    }

    /// Adds editing and deleting of many records at once.
    #[must_use]
    pub fn many_at_once<R: Editable>(self) -> Self {
        let plural = R::TABLE.name.replace('_', " ");
        self.batch::<R, Changes, _>(
            "update",
            R::UPDATE,
            &format!("Change {plural} alike."),
            async |tx, ids, atomic, Changes { changes }| {
                records::each(tx, &ids, atomic, async |tx, id| {
                    records::update::<R>(tx, id, None, Value::Object(changes.clone())).await.map(drop)
                })
                .await
            },
        )
        .batch::<R, Nothing, _>(
            "delete",
            R::DELETE,
            &format!("Put {plural} into the recycle bin."),
            async |tx, ids, atomic, Nothing {}| {
                records::each(tx, &ids, atomic, async |tx, id| records::delete::<R>(tx, id, None).await).await
            },
        )
    }

    /// Adds an operation of its own.
    #[must_use]
    pub fn and(mut self, endpoint: Endpoint) -> Self {
        self.endpoints.push(endpoint);
        self
    }

    pub fn endpoints(self) -> Vec<Endpoint> {
        self.endpoints
    }
}

/// The record as it is now, with what the caller should know about it.
pub async fn reply<R: Record>(tx: &mut Tx, saved: Saved) -> Result<Reply> {
    let mut record = read::again::<R>(tx, saved.id).await?;
    if !saved.warnings.is_empty() {
        record.json.pop();
        record.json.extend_from_slice(b",\"warnings\":");
        serde_json::to_writer(&mut record.json, &saved.warnings).map_err(Error::unexpected)?;
        record.json.push(b'}');
    }
    Ok(Reply::record(record))
}

/// Takes the choice of records out of a batch's body.
fn split(body: Value) -> Result<(Chosen, bool, Map<String, Value>)> {
    let Value::Object(mut body) = body else { return Err(Error::malformed("body")) };
    let wrong = |pointer: &'static str| Error::field(pointer, FieldCode::WrongType);
    let atomic = match body.remove("atomic") {
        None => false,
        Some(value) => value.as_bool().ok_or_else(|| wrong("/atomic"))?,
    };
    let chosen = match (body.remove("ids"), body.remove("filter")) {
        (Some(ids), None) => Chosen::Ids(serde_json::from_value(ids).map_err(|_| wrong("/ids"))?),
        (None, Some(filter)) => Chosen::Matching(Filter::from_value(&filter)?),
        (None, None) => return Err(Error::field("/ids", FieldCode::Required)),
        (Some(_), Some(_)) => return Err(Error::field("/filter", FieldCode::Invalid)),
    };
    Ok((chosen, atomic, body))
}

fn batch_schema(inner: Option<RefOr<Schema>>) -> RefOr<Schema> {
    let own = utoipa::openapi::ObjectBuilder::new()
        .schema_type(utoipa::openapi::Type::Object)
        .property("ids", schema::list_of(schema::uuid()))
        .property("filter", schema::any_object())
        .property("atomic", schema::boolean());
    let mut all = utoipa::openapi::AllOfBuilder::new().item(own);
    if let Some(inner) = inner {
        all = all.item(inner);
    }
    RefOr::T(Schema::AllOf(all.build()))
}
