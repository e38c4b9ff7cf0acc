//! What machines ask the server, and what it says to those who are lost.

use crate::server::base_url;

#[tokio::test]
async fn the_server_says_that_it_is_ready_and_how_it_is_doing() {
    let base = base_url().await;
    for (path, expected) in [("/healthz", "ok"), ("/readyz", "ready"), ("/metrics", "http_requests_total")] {
        let answer = reqwest::get(format!("{base}{path}")).await.unwrap();
        assert_eq!(answer.status(), 200);
        assert!(answer.text().await.unwrap().contains(expected), "{path}");
    }
}

#[tokio::test]
async fn an_unknown_path_below_the_api_is_a_problem_and_not_the_web_app() {
    let answer = reqwest::get(format!("{}/api/v1/nothing", base_url().await)).await.unwrap();
    assert_eq!(answer.status(), 404);
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
}

#[tokio::test]
async fn a_wrong_method_on_the_web_app_is_refused() {
    let answer = reqwest::Client::new().post(base_url().await).send().await.unwrap();
    assert_eq!(answer.status(), 405);
}

#[tokio::test]
async fn a_request_keeps_the_id_that_a_proxy_gave_it() {
    let id = "01a20351-5742-721c-bc8f-ab4fe57710db";
    let request = reqwest::Client::new().get(format!("{}/api/v1/meta/leads", base_url().await));
    let answer = request.header("x-request-id", id).send().await.unwrap();
    assert_eq!(answer.headers()["x-request-id"], id);
    assert!(answer.text().await.unwrap().contains(id));
}
