//! How deals go: pipelines and their stages.

use serde_json::json;

use crate::kit::World;

#[tokio::test]
async fn an_organisation_begins_with_one_way_of_seven_stages() {
    let world = World::new().await;
    let pipelines = world.get("boss", "/pipelines").await.expect(200);
    let [pipeline] = pipelines.items() else { panic!("{}", pipelines.json) };
    assert_eq!(pipeline["is_default"], true);
    let stages: Vec<_> = pipeline["stages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|stage| {
            (stage["name"].as_str().unwrap(), stage["type"].as_str().unwrap(), stage["probability"].as_i64().unwrap())
        })
        .collect();
    assert_eq!(
        stages,
        [
            ("需求发现", "open", 20),
            ("需求确认", "open", 40),
            ("方案报价", "open", 60),
            ("商务谈判", "open", 80),
            ("赢单", "won", 100),
            ("输单", "lost", 0),
            ("放弃", "abandoned", 0),
        ]
    );
    let listed = world.get("boss", "/stages?type=open&forecast_category=commit").await.expect(200);
    assert_eq!((listed.all("name"), listed.all("pipeline_name")), (vec!["商务谈判"], vec!["默认销售流程"]));
}

#[tokio::test]
async fn a_pipeline_keeps_its_ends_and_there_is_always_a_default() {
    let world = World::new().await;
    let first = world.get("boss", "/pipelines").await.expect(200).items()[0].clone();
    let first = first["id"].as_str().unwrap();
    let second = world.post("boss", "/pipelines", json!({"name": "渠道销售", "currency": "USD"})).await.expect(201);
    let path = format!("/pipelines/{}", second.id());
    assert_eq!(second["stages"].as_array().unwrap().len(), 7);
    world.post("boss", "/pipelines", json!({"name": "渠道销售"})).await.refused(409, "DUPLICATE");
    world.patch("boss", &format!("/pipelines/{first}"), json!({"is_default": false})).await.expect(422);
    world.delete("boss", &format!("/pipelines/{first}")).await.refused(409, "INVALID_STATE");
    world.patch("boss", &path, json!({"is_default": true, "active": false})).await.expect(422);
    world.patch("boss", &path, json!({"is_default": true})).await.expect(200);
    assert_eq!(world.get("boss", &format!("/pipelines/{first}")).await["is_default"], false);

    let stage = |name: &str| {
        let stages = second["stages"].as_array().unwrap();
        let found = stages.iter().find(|stage| stage["name"] == name).unwrap();
        format!("/stages/{}", found["id"].as_str().unwrap())
    };
    world.delete("boss", &stage("赢单")).await.refused(409, "INVALID_STATE");
    world.patch("boss", &stage("赢单"), json!({"probability": 90})).await.expect(422);
    world.patch("boss", &stage("赢单"), json!({"name": "成交"})).await.expect(200);
    world.patch("boss", &stage("商务谈判"), json!({"probability": 100})).await.expect(422);
    world.patch("boss", &stage("商务谈判"), json!({"type": "won"})).await.refused(422, "STATE_FIELD");
    for name in ["需求发现", "需求确认", "方案报价"] {
        world.delete("boss", &stage(name)).await.expect(204);
    }
    world.delete("boss", &stage("商务谈判")).await.refused(409, "HAS_DEPENDENTS");
    let body = json!({
        "pipeline_id": second.id(), "name": "试用", "probability": 30, "forecast_category": "pipeline",
        "required_fields": ["next_step"],
    });
    let trial = world.post("boss", "/stages", body).await.expect(201);
    assert_eq!((&trial["type"], &trial["max_days"], &trial["position"]), (&json!("open"), &json!(14), &json!(5)));

    world.delete("boss", &format!("/pipelines/{first}")).await.expect(204);
    assert!(world.get("boss", &format!("/stages?pipeline_id={first}")).await.items().is_empty());
    world.act("boss", &format!("/recycle-bin/pipelines/{first}/restore")).await.expect(204);
    assert_eq!(world.get("boss", &format!("/pipelines/{first}")).await["stages"].as_array().unwrap().len(), 7);
}

#[tokio::test]
async fn what_money_is_worth_is_said_from_a_day_on() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    let rate = |on: &str, rate: &str| json!({"currency": "USD", "effective_on": on, "rate": rate});
    world.post("boss", "/exchange-rates", rate("2026-01-01", "7.1234")).await.expect(201);
    world.post("boss", "/exchange-rates", rate("2026-01-01", "7.2")).await.refused(409, "DUPLICATE");
    world.post("boss", "/exchange-rates", rate("2026-02-01", "0")).await.expect(422);
    world.post("ann", "/exchange-rates", rate("2026-02-01", "7")).await.expect(403);
    assert_eq!(world.get("ann", "/exchange-rates?currency=USD").await.expect(200).all("rate"), ["7.1234"]);
    let own = json!({"currency": "CNY", "effective_on": "2026-01-01", "rate": "2"});
    world.post("boss", "/exchange-rates", own).await.expect(422);
}
