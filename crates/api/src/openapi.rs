//! The contract, made from the same declarations as the routes.

use utoipa::openapi::{
    Components, ContentBuilder, HttpMethod, InfoBuilder, OpenApi, OpenApiBuilder, Paths, RefOr, ResponseBuilder,
    Schema, ServerBuilder,
    path::OperationBuilder,
    request_body::RequestBodyBuilder,
    security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
};

use crate::{
    Endpoint,
    endpoint::Guard,
    problem::{FieldProblem, Problem},
    schema,
};

/// The whole contract.
pub fn document() -> OpenApi {
    let mut paths = Paths::new();
    let mut components = Components::new();
    let mut add = |name: String, schema: RefOr<Schema>| {
        components.schemas.entry(name).or_insert(schema);
    };
    add("Problem".to_owned(), <Problem as utoipa::PartialSchema>::schema());
    add("FieldProblem".to_owned(), <FieldProblem as utoipa::PartialSchema>::schema());
    for mut endpoint in crate::endpoints() {
        for (name, schema) in std::mem::take(&mut endpoint.schemas) {
            add(name, schema);
        }
        let method = match endpoint.method.as_str() {
            "POST" => HttpMethod::Post,
            "PATCH" => HttpMethod::Patch,
            "PUT" => HttpMethod::Put,
            "DELETE" => HttpMethod::Delete,
            _ => HttpMethod::Get,
        };
        paths.add_path_operation(endpoint.path.clone(), vec![method], operation(endpoint).build());
    }
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT or API key (gx_…)").build();
    components.security_schemes.insert("bearer".to_owned(), RefOr::T(SecurityScheme::Http(bearer)));
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Guanxi")
                .version(env!("CARGO_PKG_VERSION"))
                .description(Some("The whole life of a customer relationship."))
                .build(),
        )
        .servers(Some([ServerBuilder::new().url("/api/v1").build()]))
        .paths(paths)
        .components(Some(components))
        .build()
}

fn operation(endpoint: Endpoint) -> OperationBuilder {
    let (status, content) = endpoint.reply;
    let mut done = ResponseBuilder::new().description("Done");
    if let Some((media, schema)) = content {
        done = done.content(media, ContentBuilder::new().schema(Some(schema)).build());
    }
    let problem = ContentBuilder::new().schema(Some(schema::reference("Problem"))).build();
    let problem = ResponseBuilder::new().description("Not done, and why").content("application/problem+json", problem);
    let mut operation = OperationBuilder::new()
        .operation_id(Some(endpoint.id))
        .tag(endpoint.tag)
        .summary(Some(endpoint.summary))
        .response(status.to_string(), done.build())
        .response("default", problem.build());
    for parameter in endpoint.parameters {
        operation = operation.parameter(parameter);
    }
    if let Some((media, schema)) = endpoint.body {
        let content = ContentBuilder::new().schema(Some(schema)).build();
        operation = operation.request_body(Some(RequestBodyBuilder::new().content(media, content).build()));
    }
    match endpoint.guard {
        Guard::Public => operation,
        Guard::SignedIn | Guard::Account => {
            operation.security(SecurityRequirement::new("bearer", Vec::<String>::new()))
        }
        Guard::Needs(permission) => operation.security(SecurityRequirement::new("bearer", [permission.0])),
    }
}
