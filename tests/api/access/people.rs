//! Departments, users and roles.

use serde_json::json;
use uuid::Uuid;

use crate::kit::{PASSWORD, World};

#[tokio::test]
async fn people_are_employed_and_find_their_way() {
    let world = World::new().await;
    let team = world.department("一组", None).await;
    let ann = world.person("ann", &["account_manager"], Some(team)).await;
    let me = world.get("ann", "/auth/me").await.expect(200);
    assert_eq!(me["user"]["id"], ann.to_string());
    assert_eq!(me["permissions"]["lead:claim"], "self");
    assert!(me["permissions"]["user:create"].is_null());
    let seen = world.get("ann", &format!("/users/{ann}")).await.expect(200);
    assert_eq!((&seen["department_name"], &seen["status"]), (&json!("一组"), &json!("active")));
    assert!(seen["last_login_at"].is_string());
    assert_eq!(seen["allowed_actions"], json!([]));
    assert_eq!(world.get("ann", "/users?q=an").await.expect(200).all("name"), ["ann"]);
    world.post("ann", "/users", json!({})).await.refused(403, "FORBIDDEN");
    let history = world.get("boss", &format!("/users/{ann}/history")).await;
    assert!(!String::from_utf8_lossy(&history.bytes).contains("argon2"));
}

#[tokio::test]
async fn departments_are_a_tree() {
    let world = World::new().await;
    let sales = world.department("销售部", None).await;
    let east = world.department("华东", Some(sales)).await;
    let shanghai = world.department("上海", Some(east)).await;
    let path = |id: Uuid| format!("/departments/{id}");
    let circle = json!({"parent_id": shanghai});
    world.patch("boss", &path(sales), circle.clone()).await.refused(422, "HIERARCHY_CYCLE");
    world.patch("boss", &path(shanghai), circle).await.refused(422, "HIERARCHY_CYCLE");
    let same = json!({"name": "华东", "parent_id": sales});
    world.post("boss", "/departments", same).await.refused(409, "DUPLICATE");
    let nowhere = json!({"name": "x", "parent_id": Uuid::now_v7()});
    world.post("boss", "/departments", nowhere).await.refused(422, "VALIDATION");
    // A branch moves with all that hangs on it.
    let root = world.root().await;
    world.patch("boss", &path(east), json!({"parent_id": root})).await.expect(200);
    let moved = world.get("boss", &path(shanghai)).await.expect(200);
    assert_eq!(moved["path"], json!([root, east, shanghai]));
    // What others hang on stays (pitfall P24).
    world.delete("boss", &path(east)).await.refused(409, "HAS_DEPENDENTS");
    world.person("ann", &["account_manager"], Some(shanghai)).await;
    world.delete("boss", &path(shanghai)).await.refused(409, "HAS_DEPENDENTS");
    world.get("boss", &path(shanghai)).await.expect(200);
    world.delete("boss", &path(sales)).await.expect(204);
    world.get("boss", &path(sales)).await.refused(404, "NOT_FOUND");
    // Ten levels and no more.
    let mut deepest = shanghai;
    for level in 4..=10 {
        deepest = world.department(&format!("第{level}层"), Some(deepest)).await;
    }
    let eleventh = json!({"name": "太深", "parent_id": deepest});
    let answer = world.post("boss", "/departments", eleventh).await.refused(422, "VALIDATION");
    assert_eq!(answer["errors"][0]["code"], "too_deep");
    let short = world.department("短", None).await;
    world.patch("boss", &path(east), json!({"parent_id": short})).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn people_stand_under_nobody_who_stands_under_them() {
    let world = World::new().await;
    let ann = world.person("ann", &["account_manager"], None).await;
    let bob = world.person("bob", &["account_manager"], None).await;
    let eve = world.person("eve", &["account_manager"], None).await;
    let under = async |user: Uuid, superior: Uuid| {
        world.patch("boss", &format!("/users/{user}"), json!({"superior_id": superior})).await
    };
    under(bob, ann).await.expect(200);
    under(eve, bob).await.expect(200);
    under(ann, eve).await.refused(422, "HIERARCHY_CYCLE");
    under(ann, ann).await.refused(422, "HIERARCHY_CYCLE");
    under(ann, Uuid::now_v7()).await.refused(422, "VALIDATION");
}

#[tokio::test]
async fn an_account_has_a_login_of_its_own_a_department_and_a_role() {
    let world = World::new().await;
    world.person("ann", &["account_manager"], None).await;
    let (root, role) = (world.root().await, world.role("finance").await);
    let create = async |body| world.post("boss", "/users", body).await;
    let user = json!({"login": "Ann", "name": "另一个", "department_id": root, "role_ids": [role]});
    create(user).await.refused(409, "DUPLICATE");
    let wrong = [
        json!({"login": "x y", "name": "", "department_id": root, "role_ids": [role], "email": "no", "mobile": "1"}),
        json!({"login": "xy", "name": "x", "department_id": root, "role_ids": []}),
        json!({"login": "xy", "name": "x", "department_id": Uuid::now_v7(), "role_ids": [role]}),
        json!({"login": "xy", "name": "x", "department_id": root, "role_ids": [Uuid::now_v7()]}),
        json!({"login": "xy", "name": "x", "department_id": root, "role_ids": [role], "password": "weak"}),
    ];
    for body in wrong {
        create(body).await.refused(422, "VALIDATION");
    }
    let state = json!({"login": "xy", "name": "x", "department_id": root, "role_ids": [role], "status": "active"});
    create(state).await.refused(422, "STATE_FIELD");
    let hash = json!({"login": "xy", "name": "x", "department_id": root, "role_ids": [role], "password_hash": "x"});
    create(hash).await.refused(400, "UNKNOWN_FIELD");
    // Without a password one is invited, and gets in once somebody gives him one.
    let invited =
        create(json!({"login": "xy", "name": "x", "department_id": root, "role_ids": [role]})).await.expect(201);
    assert_eq!(invited["status"], "invited");
    world.sign_in("xy", "").await.refused(401, "WRONG_CREDENTIALS");
    let reset = world.post("boss", &format!("/users/{}/reset-password", invited.id()), json!({})).await.expect(200);
    assert_eq!(reset["status"], "active");
    world.sign_in("xy", reset["password"].as_str().unwrap()).await.expect(200);
}

#[tokio::test]
async fn scenario_12h_the_last_administrator_stays() {
    let world = World::new().await;
    let boss = format!("/users/{}", world.id("boss"));
    let demoted = json!({"role_ids": [world.role("finance").await]});
    world.act("boss", &format!("{boss}/disable")).await.refused(409, "LAST_ADMIN");
    world.patch("boss", &boss, demoted.clone()).await.refused(409, "LAST_ADMIN");
    let admin = format!("/roles/{}", world.role("admin").await);
    world.delete("boss", &admin).await.refused(409, "LAST_ADMIN");
    world.patch("boss", &admin, json!({"grants": []})).await.refused(422, "VALIDATION");
    world.person("ann", &["admin"], None).await;
    world.person("bob", &["admin"], None).await;
    // Of two who throw each other out, one stays.
    world.patch("boss", &boss, demoted).await.expect(200);
    let (ann, bob) = (world.id("ann"), world.id("bob"));
    let (one, two) = (format!("/users/{bob}/disable"), format!("/users/{ann}/disable"));
    let (one, two) = tokio::join!(world.act("ann", &one), world.act("bob", &two));
    assert!((one.status == 200) != (two.status == 200), "{} {}", one.status, two.status);
}

#[tokio::test]
async fn p36_who_is_disabled_is_out_at_once_and_comes_back_when_enabled() {
    let world = World::new().await;
    let ann = world.person("ann", &["account_manager"], None).await;
    world.get("ann", "/leads").await.expect(200);
    let disabled = world.act("boss", &format!("/users/{ann}/disable")).await.expect(200);
    assert_eq!(disabled["status"], "disabled");
    world.get("ann", "/leads").await.refused(401, "UNAUTHENTICATED");
    world.sign_in("ann", PASSWORD).await.refused(401, "WRONG_CREDENTIALS");
    world.act("boss", &format!("/users/{ann}/disable")).await.refused(409, "INVALID_STATE");
    world.act("boss", &format!("/users/{ann}/enable")).await.expect(200);
    world.get("ann", "/leads").await.expect(401);
    world.sign_in("ann", PASSWORD).await.expect(200);
}

#[tokio::test]
async fn p36_a_change_of_roles_counts_at_once() {
    let world = World::new().await;
    let ann = world.person("ann", &["account_manager"], None).await;
    world.get("ann", "/customers").await.expect(200);
    world.patch("boss", &format!("/users/{ann}"), json!({"role_ids": [world.role("trainer").await]})).await.expect(200);
    world.get("ann", "/customers").await.refused(403, "FORBIDDEN");
    let trainer = format!("/roles/{}", world.role("trainer").await);
    let grants = json!({"grants": [{"permission": "customer:read", "scope": "self"}]});
    world.patch("boss", &trainer, grants).await.expect(200);
    world.get("ann", "/customers").await.expect(200);
}

#[tokio::test]
async fn roles_grant_what_there_is_and_go_when_nobody_has_them() {
    let world = World::new().await;
    let create = async |body| world.post("boss", "/roles", body).await;
    let grant = |permission: &str, scope: &str| json!({"permission": permission, "scope": scope});
    let wrong = [
        json!({"code": "r1", "name": "x", "grants": [grant("lead:fly", "all")]}),
        json!({"code": "r1", "name": "x", "grants": [grant("lead:read", "everywhere")]}),
        json!({"code": "r1", "name": "x", "grants": [grant("lead:read", "all"), grant("lead:read", "self")]}),
        json!({"code": "r1", "name": "x", "grants": [grant("lead:read", "custom_departments")]}),
        json!({"code": "r1", "name": "x", "fields": [{"object": "lead", "field": "nose", "access": "hidden"}]}),
        json!({"code": "r1", "name": "x", "fields": [{"object": "nose", "field": "phone", "access": "hidden"}]}),
        json!({"code": "R 1", "name": "x"}),
    ];
    for body in wrong {
        create(body).await.refused(422, "VALIDATION");
    }
    let role = create(json!({"code": "r1", "name": "一号", "grants": [grant("lead:read", "self")]})).await.expect(201);
    assert_eq!((role["system"].as_bool(), role["user_count"].as_i64()), (Some(false), Some(0)));
    assert_eq!(role.etag(), "\"1\"");
    create(json!({"code": "r1", "name": "x"})).await.refused(409, "DUPLICATE");
    let path = format!("/roles/{}", role.id());
    world.patch("boss", &path, json!({"code": "r2"})).await.refused(422, "STATE_FIELD");
    world.patch_at("boss", &path, 1, json!({"name": "二号"})).await.expect(200);
    world.patch_at("boss", &path, 1, json!({"name": "三号"})).await.refused(412, "VERSION_CONFLICT");
    let ann = world.person("ann", &["finance"], None).await;
    let user = format!("/users/{ann}");
    world.patch("boss", &user, json!({"role_ids": [role.id()]})).await.expect(200);
    world.delete("boss", &path).await.refused(409, "HAS_DEPENDENTS");
    world.patch("boss", &user, json!({"role_ids": [world.role("finance").await]})).await.expect(200);
    world.delete("boss", &path).await.expect(204);
    // A code whose role is deleted is free again (pitfall P23).
    create(json!({"code": "r1", "name": "新一号"})).await.expect(201);
    let catalogue = world.get("boss", "/permissions").await.expect(200);
    assert!(catalogue.items().iter().any(|it| it["permission"] == "lead:claim" && it["action_label"]["zh"] == "领取"));
}

#[tokio::test]
async fn nobody_gives_himself_or_others_more_than_he_has() {
    let world = World::new().await;
    let deputy = json!({"code": "deputy", "name": "副手", "grants": [
        {"permission": "user:read", "scope": "all"}, {"permission": "user:create", "scope": "all"},
        {"permission": "user:update", "scope": "all"}, {"permission": "user:disable", "scope": "all"},
        {"permission": "user:reset_password", "scope": "all"}, {"permission": "role:read", "scope": "all"},
        {"permission": "role:create", "scope": "all"}, {"permission": "role:update", "scope": "all"},
        {"permission": "lead:read", "scope": "department"},
    ]});
    let deputy = world.post("boss", "/roles", deputy).await.expect(201).id();
    let ann = world.person("ann", &["trainer"], None).await;
    world.patch("boss", &format!("/users/{ann}"), json!({"role_ids": [deputy]})).await.expect(200);
    let (boss, bob) = (world.id("boss"), world.person("bob", &["dealer_user"], None).await);
    let role = format!("/roles/{deputy}");
    let grants = |permission: &str, scope: &str| json!({"grants": [{"permission": permission, "scope": scope}]});
    world.patch("ann", &role, grants("lead:delete", "self")).await.refused(403, "FORBIDDEN");
    world.patch("ann", &role, grants("lead:read", "all")).await.refused(403, "FORBIDDEN");
    let admin = json!({"role_ids": [world.role("admin").await]});
    world.patch("ann", &format!("/users/{ann}"), admin.clone()).await.refused(403, "FORBIDDEN");
    world.patch("ann", &format!("/users/{bob}"), admin).await.refused(403, "FORBIDDEN");
    let password = json!({"password": "Taken-over-2026"});
    world.post("ann", &format!("/users/{boss}/reset-password"), password).await.refused(403, "FORBIDDEN");
    world.act("ann", &format!("/users/{boss}/disable")).await.refused(403, "FORBIDDEN");
    world.patch("ann", &format!("/users/{bob}"), json!({"name": "Bob"})).await.expect(200);
}

#[tokio::test]
async fn p24_a_department_with_people_or_departments_below_it_stays() {
    let world = World::new().await;
    let sales = world.department("销售部", None).await;
    let team = world.department("一组", Some(sales)).await;
    world.person("ann", &["account_manager"], Some(team)).await;
    for department in [sales, team] {
        let path = format!("/departments/{department}");
        world.delete("boss", &path).await.refused(409, "HAS_DEPENDENTS");
        world.get("boss", &path).await.expect(200);
    }
}
