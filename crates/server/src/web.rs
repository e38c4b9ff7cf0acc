//! The web app: files built by `frontend`, inside the binary in a release, read from the disk in development.

use std::borrow::Cow;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method,
        header::{self, HeaderValue},
    },
};
use base64::{Engine, prelude::BASE64_STANDARD};
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "../../frontend/dist"]
struct Files;

const INDEX: &str = "index.html";

/// Answers what no operation of the API answers.
pub async fn serve(request: HttpRequest) -> HttpResponse {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, "GET, HEAD")).finish();
    }
    let path = request.path().trim_start_matches('/');
    let path = if path.is_empty() { INDEX } else { path };
    if let Some(answer) = file(&request, path) {
        return answer;
    }
    // An address of a page, made by the router in the browser; a missing file is not a page.
    let is_page = request.path().rsplit('/').next().is_some_and(|last| !last.contains('.'));
    match is_page.then(|| file(&request, INDEX)).flatten() {
        Some(index) => index,
        None if is_page => HttpResponse::NotFound()
            .content_type("text/plain; charset=utf-8")
            .body("The web app is not built: run `make build`. The API is at /api/v1.\n"),
        None => HttpResponse::NotFound().finish(),
    }
}

fn file(request: &HttpRequest, path: &str) -> Option<HttpResponse> {
    if path.ends_with(".br") || path.ends_with(".gz") {
        return None;
    }
    let plain = Files::get(path)?;
    let etag = format!("\"{}\"", BASE64_STANDARD.encode(&plain.metadata.sha256_hash()[..12]));
    let mut answer = HttpResponse::Ok();
    answer.insert_header((header::ETAG, etag.clone())).insert_header((header::VARY, "accept-encoding"));
    // Names of assets hold a hash of their content.
    let is_asset = path.starts_with("assets/");
    let caching = if is_asset { "public, max-age=31536000, immutable" } else { "no-cache" };
    answer.insert_header((header::CACHE_CONTROL, caching));
    answer.insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
    if path == INDEX {
        answer.insert_header((header::CONTENT_SECURITY_POLICY, policy(&plain.data)));
        answer.insert_header((header::X_FRAME_OPTIONS, "DENY"));
        answer.insert_header((header::REFERRER_POLICY, "same-origin"));
        answer.insert_header(("cross-origin-opener-policy", "same-origin"));
        answer.insert_header(("permissions-policy", "camera=(), geolocation=(self), microphone=()"));
    }
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|known| known.trim() == etag)) {
        return Some(answer.status(actix_web::http::StatusCode::NOT_MODIFIED).finish());
    }
    let kind = plain.metadata.mimetype();
    answer.content_type(if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind.to_owned() });
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let (encoding, content) =
        compressed(path, accepted).map_or((None, plain.data), |(name, file)| (Some(name), file.data));
    if let Some(encoding) = encoding {
        answer.insert_header((header::CONTENT_ENCODING, HeaderValue::from_static(encoding)));
    }
    Some(match content {
        Cow::Borrowed(content) => answer.body(content),
        Cow::Owned(content) => answer.body(content),
    })
}

/// What was compressed when the app was built.
fn compressed(path: &str, accepted: &str) -> Option<(&'static str, EmbeddedFile)> {
    let accepts = |wanted: &str| {
        accepted.split(',').any(|part| {
            let mut words = part.split(';').map(str::trim);
            words.next() == Some(wanted) && words.next() != Some("q=0")
        })
    };
    [("br", ".br"), ("gzip", ".gz")].into_iter().find_map(|(encoding, ending)| {
        let file = accepts(encoding).then(|| Files::get(&format!("{path}{ending}"))).flatten()?;
        Some((encoding, file))
    })
}

/// Nothing from elsewhere runs in the page: only our files, and the scripts that stand in the page itself.
fn policy(page: &[u8]) -> String {
    let page = String::from_utf8_lossy(page);
    let inline = page.split("<script>").skip(1).filter_map(|rest| rest.split("</script>").next());
    let hashes: String =
        inline.map(|script| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script)))).collect();
    // The components set styles on elements while they run.
    format!(
        "default-src 'self'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
         font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn only_scripts_that_stand_in_the_page_may_run() {
        let policy = policy(b"<script>alert(1)</script><script type=\"module\" src=\"/a.js\"></script>");
        // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert!(
            policy.contains("script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';"),
            "{policy}"
        );
        assert_eq!(policy.matches("sha256").count(), 1);
    }
}
