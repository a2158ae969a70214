//! Who waits at the login, who brings a further proof, and who is never kept out: the guard before every secret.

use crate::stage::{PASSWORD, Stage, papered, staff};
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use jinqiao_testkit::{Client, Reply, TestApp};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const DEVICE: &str = "jinqiao-device";

fn wrong(login: &str) -> Value {
    json!({"login": login, "password": "not the password"})
}

fn right(login: &str) -> Value {
    json!({"login": login, "password": PASSWORD})
}

/// Seconds to wait, if the attempt was told to.
fn wait(reply: &Reply) -> Option<u64> {
    let wait = reply.headers.get("retry-after")?.to_str().ok()?.parse().ok();
    assert_eq!((reply.status.as_u16(), reply.body["code"].as_str()), (429, Some("accounts.wait")));
    wait
}

/// What a page does when a further proof is asked.
pub async fn prove(client: &Client, purpose: &str, login: Option<&str>) -> String {
    let asked = client.post("/api/proofs", json!({"purpose": purpose, "login": login})).await.expect(200).body;
    let (challenge, bits) = (asked["challenge"].as_str().expect("a text"), asked["bits"].as_u64().expect("a number"));
    let seed = Sha256::digest(challenge);
    let zeros = |number: &u64| {
        let hash = Sha256::new().chain_update(seed).chain_update(number.to_be_bytes()).finalize();
        u64::from(u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]).leading_zeros())
    };
    let number = (0u64..).find(|number| zeros(number) >= bits).expect("a solution");
    format!("{challenge}.{number}")
}

fn code_now(app: &TestApp, url: &str) -> String {
    let totp = totp_rs::Totp::from_url(url).expect("an authenticator");
    let now = u64::try_from(app.db.world().now().timestamp()).expect("after 1970");
    totp.generate(now).to_string()
}

/// Ten wrong passwords for `login`, each from a network of its own.
async fn strangers_try(stage: &Stage, login: &str) {
    for number in 0..10 {
        stage.app.visitor().at(&format!("172.16.{number}.1")).login(wrong(login)).await.expect(401);
    }
}

#[tokio::test]
async fn a_pair_of_login_and_address_waits_longer_each_time_and_nobody_else_does() {
    let stage = crate::stage::start().await;
    stage.enterprise(1).await;
    for login in ["user-1", "no-such-name"] {
        let mut guesser = stage.app.visitor().at("192.0.2.1");
        for _ in 0..3 {
            assert_eq!(guesser.login(wrong(login)).await.refused(401), "accounts.bad_credentials");
        }
        for seconds in [2, 4, 8, 16] {
            assert_eq!(wait(&guesser.login(wrong(login)).await), Some(seconds));
            // Waiting is enough; what was refused was not counted.
            stage.app.clock.advance(TimeDelta::seconds(i64::try_from(seconds).expect("a number")));
            guesser.login(wrong(login)).await.expect(401);
        }
    }
    assert_eq!(wait(&stage.app.visitor().at("192.0.2.1").login(right("user-1")).await), Some(2), "thirty have passed");
    stage.app.visitor().at("192.0.2.2").login(right("user-1")).await.expect(200);
    stage.app.clock.advance(TimeDelta::seconds(32));
    let mut owner = stage.app.visitor().at("192.0.2.1");
    owner.login(right("user-1")).await.expect(200);
    owner.lose_cookie(DEVICE);
    owner.login(wrong("user-1")).await.expect(401);
    owner.login(right("user-1")).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn of_sixty_wrong_passwords_at_once_three_are_looked_at() {
    let stage = crate::stage::start().await;
    stage.enterprise(1).await;
    let guesser = stage.app.visitor().at("192.0.2.1");
    let tries = (0..60).map(|_| {
        let mut guesser = guesser.clone();
        tokio::spawn(async move { guesser.login(wrong("user-1")).await.status.as_u16() })
    });
    let mut looked_at = 0;
    for one in tries.collect::<Vec<_>>() {
        let status = one.await.expect("an answer");
        assert!([401, 429].contains(&status), "{status}");
        looked_at += i32::from(status == 401);
    }
    assert_eq!(looked_at, 3);
    // The same holds for a password that is asked in an open session.
    let firm = stage.enterprise(2).await.client;
    let change = json!({"current": "not the password", "new": "a brand new secret"});
    let tries = (0..20).map(|_| {
        let (firm, change) = (firm.clone(), change.clone());
        tokio::spawn(async move { firm.post("/api/account/password", change).await.status.as_u16() })
    });
    let mut looked_at = 0;
    for one in tries.collect::<Vec<_>>() {
        looked_at += i32::from(one.await.expect("an answer") == 422);
    }
    assert_eq!(looked_at, 3);
    let change = json!({"current": PASSWORD, "new": "a brand new secret"});
    assert_eq!(wait(&firm.post("/api/account/password", change.clone()).await), Some(2));
    stage.app.clock.advance(TimeDelta::seconds(2));
    firm.post("/api/account/password", change).await.expect(204);
    stage.finish().await;
}

#[tokio::test]
async fn handing_over_asks_the_password_behind_the_same_guard() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    stage.colleague(&bank, "bank-heir", json!({})).await;
    let team = bank.client.get("/api/team").await.expect(200).body;
    let heir = team["accounts"].as_array().expect("accounts").iter().find(|account| account["login"] == "bank-heir");
    let path = format!("/api/team/accounts/{}/make-primary", heir.expect("the heir")["id"].as_str().expect("an id"));
    for _ in 0..3 {
        bank.client.post(&path, json!({"password": "not the password"})).await.expect(422);
    }
    let password = json!({"current": PASSWORD, "new": "a brand new secret"});
    assert_eq!(wait(&bank.client.post("/api/account/password", password).await), Some(2), "one count for both");
    assert_eq!(wait(&bank.client.post(&path, json!({"password": PASSWORD})).await), Some(2));
    stage.app.clock.advance(TimeDelta::seconds(2));
    bank.client.post(&path, json!({"password": PASSWORD})).await.expect(204);
    stage.finish().await;
}

#[tokio::test]
async fn fifty_made_up_names_from_one_address_keep_nobody_out() {
    let stage = crate::stage::start().await;
    let (_, made) = staff(&stage.app, Role::Supervisor, "supervisor", 90_002).await;
    let mut owner = stage.enterprise(1).await.client.at("192.0.2.1");
    stage.app.visitor().at("192.0.2.1").login(right("user-1")).await.expect(200);
    let (mut refused, mut asked) = (0, 0);
    for number in 0..50 {
        let reply = stage.app.visitor().at("192.0.2.1").login(wrong(&format!("made-up-{number}"))).await;
        match reply.status.as_u16() {
            401 => refused += 1,
            _ => asked += i32::from(reply.refused(429) == "accounts.proof_required"),
        }
    }
    assert_eq!((refused, asked), (20, 30));
    // Whoever was here before goes in as always.
    owner.login(right("user-1")).await.expect(200);
    // So does, from a new browser, whoever has the authenticator.
    let mut fresh = stage.app.visitor().at("192.0.2.1");
    let code = code_now(&stage.app, &made.totp_url.expect("an address"));
    fresh.login(json!({"login": "supervisor", "password": PASSWORD, "totp": code})).await.expect(200);
    // Everybody else's page works for a moment. Known or not, the answer is the same.
    let mut stranger = stage.app.visitor().at("192.0.2.1");
    let known = stranger.login(right("user-1")).await;
    let unknown = stranger.login(wrong("made-up-1")).await;
    assert_eq!((&known.body["code"], &known.body["detail"]), (&unknown.body["code"], &unknown.body["detail"]));
    assert_eq!(known.refused(429), "accounts.proof_required");
    let with = |login: &str, proof: &str| {
        let mut body = right(login);
        body["proof"] = proof.into();
        body
    };
    let proof = prove(&stranger, "login", Some("user-1")).await;
    for other in ["made-up-1", "supervisor"] {
        assert_eq!(
            stranger.login(with(other, &proof)).await.refused(429),
            "accounts.proof_required",
            "bound to a name"
        );
    }
    stranger.login(with("user-1", &proof)).await.expect(200);
    stranger.lose_cookie(DEVICE);
    assert_eq!(stranger.login(with("user-1", &proof)).await.refused(429), "accounts.proof_required", "used");
    let late = prove(&stranger, "login", Some("user-1")).await;
    stage.app.clock.advance(TimeDelta::minutes(5));
    assert_eq!(stranger.login(with("user-1", &late)).await.refused(429), "accounts.proof_required", "too late");
    // A neighbour's address of the same network has a limit of its own; the window ends.
    stage.app.visitor().at("192.0.2.9").login(right("user-1")).await.expect(200);
    stage.app.clock.advance(TimeDelta::minutes(10));
    stage.app.visitor().at("192.0.2.1").login(right("user-1")).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn strangers_everywhere_do_not_keep_the_operator_out() {
    let stage = crate::stage::start().await;
    let (_, made) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    let url = made.totp_url.expect("an address");
    stage.enterprise(1).await;
    for login in ["operator-two", "user-1", "no-such-name"] {
        strangers_try(&stage, login).await;
        let mut stranger = stage.app.visitor().at("203.0.113.5");
        assert_eq!(stranger.login(wrong(login)).await.refused(429), "accounts.proof_required", "{login}");
        // A wrong code is no proof, and says no more than none.
        let mut coded = wrong(login);
        coded["totp"] = "000000".into();
        assert_eq!(stranger.login(coded).await.refused(429), "accounts.proof_required", "{login}");
    }
    let mut operator = stage.app.visitor().at("198.51.100.7");
    let code = code_now(&stage.app, &url);
    let all = json!({"login": "operator-two", "password": PASSWORD, "totp": code});
    operator.login(all).await.expect(200);
    // A firm has no authenticator: its page works for a moment.
    let mut firm = stage.app.visitor().at("198.51.100.8");
    assert_eq!(firm.login(right("user-1")).await.refused(429), "accounts.proof_required");
    let mut proven = right("user-1");
    proven["proof"] = prove(&firm, "login", Some("user-1")).await.into();
    firm.login(proven).await.expect(200);
    // Wrong codes of one name are looked at so often, then they serve as a proof no more.
    stage.app.clock.advance(TimeDelta::minutes(1));
    for number in 0..20 {
        let guess = json!({"login": "operator-two", "password": PASSWORD, "totp": "000000"});
        let mut guesser = stage.app.visitor().at(&format!("172.17.{number}.1"));
        assert_eq!(guesser.login(guess).await.refused(429), "accounts.proof_required");
    }
    let all = json!({"login": "operator-two", "password": PASSWORD, "totp": code_now(&stage.app, &url)});
    let mut fresh = stage.app.visitor().at("198.51.100.9");
    assert_eq!(fresh.login(all.clone()).await.refused(429), "accounts.proof_required");
    let mut proven = all.clone();
    proven["proof"] = prove(&fresh, "login", Some("operator-two")).await.into();
    fresh.login(proven).await.expect(200);
    // The operator's own browser is known and asked for nothing.
    stage.app.clock.advance(TimeDelta::seconds(30));
    operator
        .login(json!({"login": "operator-two", "password": PASSWORD, "totp": code_now(&stage.app, &url)}))
        .await
        .expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn a_known_device_keeps_a_count_of_its_own() {
    let stage = crate::stage::start().await;
    stage.enterprise(1).await;
    let mut owner = stage.app.visitor().at("192.0.2.1");
    owner.login(right("user-1")).await.expect(200);
    // A stranger behind the same address closes the pair, not the device.
    let mut stranger = stage.app.visitor().at("192.0.2.1");
    for _ in 0..3 {
        stranger.login(wrong("user-1")).await.expect(401);
    }
    assert_eq!(wait(&stranger.login(right("user-1")).await), Some(2));
    owner.login(right("user-1")).await.expect(200);
    // The device waits for its own mistakes.
    for _ in 0..3 {
        owner.login(wrong("user-1")).await.expect(401);
    }
    assert_eq!(wait(&owner.login(right("user-1")).await), Some(2));
    stage.app.clock.advance(TimeDelta::seconds(2));
    owner.login(right("user-1")).await.expect(200);
    // A device of one account is a stranger to another; a token of one's own making is none.
    stage.enterprise(2).await;
    for _ in 0..3 {
        stage.app.visitor().at("192.0.2.1").login(wrong("user-2")).await.expect(401);
    }
    assert_eq!(wait(&owner.login(right("user-2")).await), Some(2));
    stage.finish().await;
}

#[tokio::test]
async fn a_code_clicked_twice_is_no_failure_and_one_to_come_is_none() {
    let stage = crate::stage::start().await;
    let (_, made) = staff(&stage.app, Role::Supervisor, "supervisor", 90_002).await;
    let url = made.totp_url.expect("an address");
    let mut visitor = stage.app.visitor().at("192.0.2.1");
    for _ in 0..5 {
        assert_eq!(visitor.login(right("supervisor")).await.refused(401), "accounts.totp_required");
    }
    let body = json!({"login": "supervisor", "password": PASSWORD, "totp": code_now(&stage.app, &url)});
    let (mut one, mut two) = (visitor.clone(), visitor.clone());
    let (first, second) = tokio::join!(one.login(body.clone()), two.login(body.clone()));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 401]);
    for _ in 0..5 {
        assert_eq!(visitor.login(body.clone()).await.refused(401), "accounts.totp_invalid");
    }
    let guess = json!({"login": "supervisor", "password": PASSWORD, "totp": "000000"});
    for _ in 0..3 {
        visitor.login(guess.clone()).await.expect(401);
    }
    assert_eq!(wait(&visitor.login(guess).await), Some(2), "a guessed code is a failure");
    stage.finish().await;
}

#[tokio::test]
async fn a_clock_that_goes_back_locks_nobody_out_and_opens_nothing_twice() {
    let stage = crate::stage::start().await;
    let (_, made) = staff(&stage.app, Role::Supervisor, "supervisor", 90_002).await;
    let url = made.totp_url.expect("an address");
    let login = |code: &str| json!({"login": "supervisor", "password": PASSWORD, "totp": code});
    let mut visitor = stage.app.visitor().at("192.0.2.1");
    let today = code_now(&stage.app, &url);
    visitor.login(login(&today)).await.expect(200);
    stage.app.clock.advance(TimeDelta::days(1));
    visitor.login(login(&code_now(&stage.app, &url))).await.expect(200);
    let ahead = visitor.clone();
    // While the clock is ahead somebody has to wait.
    let mut guesser = stage.app.visitor().at("192.0.2.2");
    for _ in 0..3 {
        guesser.login(wrong("supervisor")).await.expect(401);
    }
    assert!(wait(&guesser.login(wrong("supervisor")).await).is_some());
    stage.app.clock.advance(-TimeDelta::days(1));
    assert_eq!(ahead.get("/api/account/sessions").await.refused(401), "auth.required", "a session of tomorrow");
    assert_eq!(visitor.login(login(&today)).await.refused(401), "accounts.totp_invalid", "used before");
    stage.app.clock.advance(TimeDelta::seconds(30));
    visitor.login(login(&code_now(&stage.app, &url))).await.expect(200);
    visitor.get("/api/account/sessions").await.expect(200);
    assert_eq!(guesser.login(wrong("supervisor")).await.refused(401), "accounts.bad_credentials", "no wait of a day");
    // Set back by a few minutes, as clocks are corrected, everybody stays logged in.
    stage.app.clock.advance(-TimeDelta::minutes(5));
    visitor.get("/api/account/sessions").await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn a_new_login_ends_the_session_whose_cookie_is_at_hand() {
    let stage = crate::stage::start().await;
    stage.enterprise(1).await;
    let mut browser = stage.app.visitor();
    browser.login(right("user-1")).await.expect(200);
    let old = browser.clone();
    browser.login(right("user-1")).await.expect(200);
    assert_eq!(old.get("/api/registration").await.refused(401), "auth.required");
    browser.get("/api/registration").await.expect(200);
    // A failed one ends nothing.
    let mut other = browser.clone();
    other.login(wrong("user-1")).await.expect(401);
    browser.get("/api/registration").await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn a_password_from_the_console_is_changed_first_and_ends_after_three_days() {
    let stage = crate::stage::start().await;
    let app = &stage.app;
    let hasher = jinqiao_platform::accounts::PasswordHasher::new(&app.settings);
    let new = |login: &str, number| jinqiao_platform::accounts::NewStaff {
        role: Role::Agency,
        organization: format!("单位{number}"),
        name: "工作人员".into(),
        mobile: "13900000000".into(),
        uscc: crate::stage::code(number),
        login: login.into(),
        password: PASSWORD.into(),
        one_time: true,
    };
    for (login, number) in [("agency-one", 90_011), ("agency-two", 90_012)] {
        jinqiao_platform::accounts::add_staff(&app.db, &app.vault, &hasher, new(login, number))
            .await
            .expect("an account");
    }
    let mut visitor = app.visitor();
    assert_eq!(visitor.login(right("agency-one")).await.expect(200).body["me"]["password_due"], true);
    visitor.get("/api/messages").await.expect(403);
    // Whoever made the account knows this password, and signs nothing with it.
    let accepted = json!({"kind": "agency", "version": 1});
    assert_eq!(visitor.post("/api/account/agreements", accepted).await.refused(403), "accounts.password_due");
    let again = json!({"password": PASSWORD});
    assert_eq!(visitor.post("/api/account/signature", again).await.refused(403), "accounts.password_due");
    assert_eq!(visitor.open("/api/live").await.0.as_u16(), 403);
    let change = json!({"current": PASSWORD, "new": "a brand new secret"});
    visitor.post("/api/account/password", change).await.expect(204);
    assert_eq!(visitor.get("/api/messages").await.refused(403), "agreements.outdated");
    crate::stage::agree(app, "agency-one").await;
    visitor.get("/api/messages").await.expect(200);
    app.clock.advance(TimeDelta::hours(72));
    assert_eq!(app.visitor().login(right("agency-two")).await.refused(401), "accounts.password_expired");
    stage.finish().await;
}

#[tokio::test]
async fn a_full_queue_is_told_at_once_and_counts_nothing() {
    let stage = crate::stage::start().await;
    stage.enterprise(1).await;
    let mut visitor = stage.app.visitor().at("192.0.2.1");
    let input = papered(&visitor, Stage::registration("enterprise", 2)).await;
    let taken: Vec<_> = std::iter::from_fn(|| stage.app.settings.hashing.place()).collect();
    for _ in 0..5 {
        let reply = visitor.login(right("user-1")).await;
        assert_eq!(reply.headers["retry-after"], "2");
        assert_eq!(reply.refused(429), "accounts.busy");
    }
    assert_eq!(visitor.post("/api/registrations", input.clone()).await.refused(429), "accounts.busy");
    drop(taken);
    visitor.login(right("user-1")).await.expect(200);
    visitor.post("/api/registrations", input).await.expect(201);
    stage.finish().await;
}

/// Whoever has got hold of a password has no end of addresses to guess codes from.
#[tokio::test]
async fn codes_are_not_guessed_from_ever_new_addresses() {
    let stage = crate::stage::start().await;
    let (known, made) = staff(&stage.app, Role::Operator, "operator-two", 90_007).await;
    let input = |code: &str| json!({"login": "operator-two", "password": PASSWORD, "totp": code});
    for n in 0..10 {
        let mut stranger = stage.app.visitor().at(&format!("11.{n}.0.1"));
        assert_eq!(stranger.login(input("000000")).await.refused(401), "accounts.totp_invalid");
    }
    // The name is at rest again, the codes are not.
    stage.app.clock.advance(chrono::TimeDelta::minutes(16));
    let mut stranger = stage.app.visitor().at("12.1.0.1");
    let right = stranger.login(input(&made.recovery_codes[1])).await;
    assert_eq!(right.refused(401), "accounts.too_many_codes");
    // The device that has logged in before is no stranger's.
    let mut own = known.clone();
    own.login(input(&made.recovery_codes[1])).await.expect(200);
    stage.app.clock.advance(chrono::TimeDelta::minutes(61));
    stage.app.visitor().at("12.2.0.1").login(input(&made.recovery_codes[2])).await.expect(200);
}
