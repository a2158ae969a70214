//! Who appears in the stories, and the short words for what they do.

mod bodies;
pub mod joint;
mod papers;
mod parts;
mod records;

pub use bodies::{accept, confirm, decision, demand, disbursement, equity_demand, offer, profile};
pub use papers::{correction, papered, register};
pub use parts::{parts, parts_with};
pub use records::{
    ACCOUNT_REASON, PDF, SUSPENSION_REASON, account, act_on_product, apply, apply_with, decide_on_product, deed, loan,
    reset, reset_of, suspend_or_resume, unit, uploaded,
};

use jinqiao_kernel::{RequestMeta, Role, Uscc};
use jinqiao_platform::{
    accounts::{self, NewStaff, PasswordHasher, StaffCredentials, add_staff},
    concept::Chapters,
};
use jinqiao_testkit::{Client, Reply, TestApp};
use serde_json::{Value, json};

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery";

/// The application with an operator.
pub struct Stage {
    /// The application.
    pub app: TestApp,
    /// The operator's browser.
    pub operator: Client,
}

/// A registered organisation and its browser.
#[derive(Clone)]
pub struct Member {
    /// Its browser.
    pub client: Client,
    /// Its id.
    pub org: String,
    /// Its name.
    pub name: String,
}

/// A valid unified social credit code for each number.
pub fn code(number: u32) -> String {
    Uscc::completed(&format!("91500107MA7{number:05}")).expect("a valid start").as_str().to_owned()
}

impl Stage {
    /// The application of `chapters`, on a Monday morning.
    pub async fn of(chapters: Chapters) -> Self {
        Self::on(TestApp::start(parts(chapters)).await).await
    }

    /// As [`Stage::of`], at another moment: sessions of a later one would have ended.
    pub async fn of_at(chapters: Chapters, moment: &str) -> Self {
        let app = TestApp::start(parts(chapters)).await;
        app.clock.set(moment.parse().expect("a moment"));
        Self::on(app).await
    }

    /// A stage on an application that has just started.
    pub async fn on(app: TestApp) -> Self {
        let (operator, _) = staff(&app, Role::Operator, "operator-one", 90_001).await;
        let stage = Self { app, operator };
        // Demands go to everybody at once, but in the stories about dispatch. The platform alone has no such parameter.
        let set = stage.operator.put("/api/operator/parameters/dispatch_institutions", json!({"value": 0})).await;
        assert!([200, 404].contains(&set.status.as_u16()), "demands go to everybody");
        stage
    }

    /// The operator sets a parameter.
    pub async fn set(&self, key: &str, value: i64) {
        self.operator.put(&format!("/api/operator/parameters/{key}"), json!({"value": value})).await.expect(200);
    }

    /// How much of a kind waits in the operator's queue.
    ///
    /// # Panics
    /// When there is no such kind.
    pub async fn waiting(&self, kind: &str) -> i64 {
        let counts = self.operator.get("/api/operator/reviews/counts").await.expect(200);
        let of_kind = counts.body.as_array().and_then(|all| all.iter().find(|count| count["kind"] == kind));
        of_kind.and_then(|count| count["waiting"].as_i64()).expect("a count")
    }

    /// One of the public figures.
    pub async fn figure(&self, key: &str) -> Option<i64> {
        let all = self.app.visitor().get("/api/stats/figures").await.expect(200);
        let figures = all.body["figures"].as_array().expect("figures").clone();
        figures.iter().find(|figure| figure["key"] == key).expect("a known figure")["value"].as_i64()
    }

    /// Ends the story: nothing may be left to do.
    pub async fn finish(self) {
        self.app.finish().await;
    }

    /// What an organisation of `kind` registers with.
    pub fn registration(kind: &str, number: u32) -> Value {
        let typed = (kind == "institution").then_some("bank");
        json!({
            "kind": kind, "name": format!("高新{kind}第{number}号有限公司"), "uscc": code(number),
            "institution_type": typed, "legal_person": "李建国", "address": "重庆市九龙坡区科园一路 1 号",
            "permit_no": typed.map(|_| "B0001H250000001"), "licence": null, "contact_name": format!("联系人{number}"),
            "mobile": format!("138{number:08}"), "email": format!("user{number}@example.cn"),
            "login": format!("user-{number}"), "password": PASSWORD, "agreement_version": 1, "privacy_version": 1,
        })
    }

    /// Registered and logged in, not yet approved.
    pub async fn applicant(&self, kind: &str, number: u32) -> Member {
        self.registered(Self::registration(kind, number)).await
    }

    /// Registered with `input` and logged in.
    pub async fn registered(&self, input: Value) -> Member {
        let mut client = self.elsewhere(&input);
        let reply = register(&client, input.clone()).await.expect(201);
        client.login(json!({"login": input["login"], "password": PASSWORD})).await.expect(200);
        let org = reply.body["id"].as_str().expect("an id").to_owned();
        Member { client, org, name: input["name"].as_str().expect("a name").to_owned() }
    }

    /// A visitor from the network of the organisation that `input` registers: each has one of its own.
    fn elsewhere(&self, input: &Value) -> Client {
        let number: u32 = input["mobile"].as_str().and_then(|mobile| mobile.get(3..)?.parse().ok()).expect("a mobile");
        let [.., middle, low] = number.to_be_bytes();
        self.app.visitor().at(&format!("10.{middle}.{low}.1"))
    }

    /// What the operator does with a registered organisation, of which it has seen `version`.
    pub async fn decide(&self, member: &Member, version: i32, action: &str, body: Value) -> Reply {
        self.operator
            .if_match(version)
            .post(&format!("/api/operator/organizations/{}/{action}", member.org), body)
            .await
    }

    /// `member`, whose user has the number it registered with, logged in again: its session has ended meanwhile.
    pub async fn again(&self, member: &Member, number: u32) -> Member {
        let mut client = self.app.visitor();
        client.login(json!({"login": format!("user-{number}"), "password": PASSWORD})).await.expect(200);
        Member { client, ..member.clone() }
    }

    /// A further account of `member`'s organisation, in its root unit unless `fields` say otherwise, logged in with a password
    /// of its own.
    pub async fn colleague(&self, member: &Member, login: &str, fields: Value) -> Member {
        let colleague = self.newcomer(member, login, fields).await;
        agree(&self.app, login).await;
        colleague
    }

    /// As [`Stage::colleague`], before it has accepted the agreements of its role.
    pub async fn newcomer(&self, member: &Member, login: &str, fields: Value) -> Member {
        let team = member.client.get("/api/team").await.expect(200).body;
        let root = team["units"].as_array().expect("units").iter().find(|unit| unit["parent_id"].is_null());
        let mut input = json!({"login": login, "name": format!("同事{login}"), "mobile": "13700000000", "access": "handle",
            "unit_id": root.expect("a root")["id"]});
        for (field, value) in fields.as_object().expect("fields") {
            input[field] = value.clone();
        }
        let added = member.client.post("/api/team/accounts", input).await.expect(201).body;
        let (once, code) = (&added["password"], &added["authenticator"]["recovery_codes"][0]);
        let mut client = self.app.visitor();
        client.login(json!({"login": login, "password": once, "totp": code})).await.expect(200);
        client.post("/api/account/password", json!({"current": once, "new": PASSWORD})).await.expect(204);
        Member { client, ..member.clone() }
    }

    /// An approved enterprise with a complete profile.
    pub async fn enterprise(&self, number: u32) -> Member {
        let member = self.applicant("enterprise", number).await;
        self.decide(&member, 1, "approve", json!({})).await.expect(200);
        member.client.if_match(0).put("/api/enterprise/profile", profile()).await.expect(200);
        member
    }

    /// An approved and certified institution.
    pub async fn institution(&self, number: u32) -> Member {
        let member = self.applicant("institution", number).await;
        self.decide(&member, 1, "approve", json!({})).await.expect(200);
        self.decide(&member, 2, "certify", json!({"certified": true})).await.expect(200);
        member
    }

    /// An approved and certified equity fund.
    pub async fn fund(&self, number: u32) -> Member {
        self.institution_of(number, "equity_fund").await
    }

    /// An approved and certified institution of another type than a bank.
    pub async fn institution_of(&self, number: u32, kind: &str) -> Member {
        let mut input = Self::registration("institution", number);
        input["institution_type"] = json!(kind);
        let member = self.registered(input).await;
        self.decide(&member, 1, "approve", json!({})).await.expect(200);
        self.decide(&member, 2, "certify", json!({"certified": true})).await.expect(200);
        member
    }

    /// A demand that waits for the operator.
    pub async fn submitted(&self, firm: &Member, wan: i64) -> String {
        self.submitted_as(firm, demand(wan)).await
    }

    /// As [`Stage::submitted`], of this demand.
    pub async fn submitted_as(&self, firm: &Member, demand: Value) -> String {
        let made = firm.client.post("/api/enterprise/demands", demand).await.expect(201);
        let id = made.body["id"].as_str().expect("an id").to_owned();
        let submit = json!({"authorization_version": 1});
        firm.client.if_match(1).post(&format!("/api/enterprise/demands/{id}/submit"), submit).await.expect(200);
        id
    }

    /// A demand on the market.
    pub async fn published(&self, firm: &Member, wan: i64) -> String {
        self.published_as(firm, demand(wan)).await
    }

    /// As [`Stage::published`], of this demand.
    pub async fn published_as(&self, firm: &Member, demand: Value) -> String {
        let id = self.submitted_as(firm, demand).await;
        let approve = json!({"public_text": "采购原材料，交付已签订单"});
        self.operator.if_match(2).post(&format!("/api/operator/demands/{id}/approve"), approve).await.expect(200);
        id
    }

    /// An order in `state`, on a demand of its own. Returns demand and order.
    pub async fn order_in(&self, firm: &Member, bank: &Member, state: &str) -> (String, String) {
        let demand = self.published(firm, 100).await;
        let order = grab(bank, &demand, 100).await.expect(201).id();
        let path: &[(&Member, &str, Value)] = &[
            (firm, "confirm", confirm()),
            (bank, "contact", json!({"method": "phone", "note": "已电话沟通"})),
            (bank, "start-review", json!({})),
            (bank, "approve", decision(100)),
            (firm, "accept", accept()),
            (bank, "disburse", disbursement(100)),
            (firm, "confirm-disbursement", json!({})),
        ];
        let states = [
            "grabbed",
            "contacting",
            "due_diligence",
            "credit_review",
            "offered",
            "contracting",
            "disbursed",
            "closed",
        ];
        match states.iter().position(|known| *known == state) {
            Some(steps) => {
                for (who, action, body) in &path[..steps] {
                    step(who, &order, action, body.clone()).await.expect(200);
                }
            }
            None => self.ended(firm, bank, &order, state, path).await,
        }
        let now = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200);
        assert_eq!(now.body["state"], state);
        (demand, order)
    }

    async fn ended(&self, firm: &Member, bank: &Member, order: &str, state: &str, path: &[(&Member, &str, Value)]) {
        let reason = json!({"reason": "计划有变"});
        let refuse = json!({"code": "r08", "text": "近两年经营性现金流为负，暂不满足本行授信要求。"});
        let (steps, who, action, body) = match state {
            "declined_by_ent" => (0, firm, "decline", reason),
            "refused" => (1, bank, "refuse", refuse),
            "withdrawn" => (1, firm, "withdraw", reason),
            "declined_offer" => (4, firm, "decline-offer", reason),
            other => panic!("no way to {other}"),
        };
        for (who, action, body) in &path[..steps] {
            step(who, order, action, body.clone()).await.expect(200);
        }
        step(who, order, action, body).await.expect(200);
    }
}

/// The account accepts all that its role has to.
pub async fn agree(app: &TestApp, login: &str) {
    let actor = accounts::actor_of(app.db.read(), login, &RequestMeta::default()).await.expect("an account");
    accounts::accept_all(&app.db, &actor).await.expect("it accepts");
}

/// Makes an account of a staff role and logs it in with a recovery code.
pub async fn staff(app: &TestApp, role: Role, login: &str, number: u32) -> (Client, StaffCredentials) {
    let made = new_staff(app, role, login, number).await;
    agree(app, login).await;
    made
}

/// As [`staff`], before it has accepted the agreements of its role.
pub async fn new_staff(app: &TestApp, role: Role, login: &str, number: u32) -> (Client, StaffCredentials) {
    let new = NewStaff {
        role,
        organization: format!("单位{number}"),
        name: "工作人员".into(),
        mobile: "13900000000".into(),
        uscc: code(number),
        login: login.into(),
        password: PASSWORD.into(),
        one_time: false,
    };
    let hasher = PasswordHasher::new(&app.settings);
    let made = add_staff(&app.db, &app.vault, &hasher, new).await.expect("staff is added");
    let mut client = app.visitor();
    client.login(json!({"login": login, "password": PASSWORD, "totp": made.recovery_codes.first()})).await.expect(200);
    (client, made)
}

/// Extra words for replies.
pub trait Id {
    /// The id that the reply holds.
    fn id(&self) -> String;
}

impl Id for Reply {
    /// The id that the reply holds.
    fn id(&self) -> String {
        self.body["id"].as_str().expect("an id").to_owned()
    }
}

/// Does `action` on `order` with the version that this side sees now.
pub async fn step(who: &Member, order: &str, action: &str, body: Value) -> Reply {
    let version = who.client.get(&format!("/api/{}/orders/{order}", side_of(action))).await.body["version"].clone();
    step_at(who, order, action, body, version).await
}

impl Member {
    /// Types the password again, to sign something.
    pub async fn sign(&self) {
        self.client.post("/api/account/signature", json!({"password": PASSWORD})).await;
    }
}

/// As [`step`], with a version of one's own.
pub async fn step_at(who: &Member, order: &str, action: &str, body: Value, version: Value) -> Reply {
    if action == "confirm" {
        who.sign().await;
    }
    who.client.if_match(version).post(&format!("/api/{}/orders/{order}/{action}", side_of(action)), body).await
}

fn side_of(action: &str) -> &'static str {
    let institution = [
        "contact",
        "start-review",
        "approve",
        "refuse",
        "disburse",
        "correct-payment",
        "retract",
        "reveal-mobile",
        "term-sheet",
        "tranches",
        "request-materials",
        "recall-materials",
        "take-on",
        "pass",
        "hand-over",
    ];
    if institution.contains(&action) { "institution" } else { "enterprise" }
}

/// An institution takes a demand with an offer.
pub async fn grab(bank: &Member, demand: &str, wan: i64) -> Reply {
    bank.client.post(&format!("/api/market/demands/{demand}/grab"), offer(wan)).await
}
