//! Who asks.

use crate::data::{self, Set};
use jinqiao_testkit::process::{Person, Server, client};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Everybody who is measured, and the logins of all others.
pub struct People {
    /// The first account of each role in the demo.
    pub of_role: BTreeMap<String, Person>,
    /// What accounts of firms log in with, each of another firm.
    pub firms: Vec<Value>,
    /// And of institutions that may take demands.
    pub institutions: Vec<Value>,
}

impl People {
    /// Logs in the first account of each role.
    pub async fn of(server: &Server, set: &Set) -> Self {
        let shown = client().get(format!("{}/api/demo/accounts", server.base)).send().await.expect("an answer");
        let shown: Value = shown.json().await.expect("accounts");
        let mut of_role = BTreeMap::new();
        let shown = shown.as_array().expect("accounts");
        // All firms and institutions have this one: see `data`.
        let password = &shown.iter().find(|account| account["role"] == "enterprise").expect("a firm")["password"];
        for account in shown {
            let role = account["role"].as_str().expect("a role").to_owned();
            if of_role.contains_key(&role) {
                continue;
            }
            let first =
                if matches!(role.as_str(), "enterprise" | "institution") { password } else { &account["password"] };
            let login = json!({"login": account["login"], "password": first, "totp": account["totp"]});
            of_role.insert(role, Person::login(&server.base, &login).await);
        }
        let conn = data::open(&set.url).await;
        let logins = |role: &str, of: &str| {
            format!(
                "SELECT MIN(a.login) FROM accounts a JOIN organizations o ON o.id = a.org_id
                 WHERE a.role = '{role}' AND a.primary_account AND a.active AND a.totp_seed IS NULL AND a.password_until IS NULL
                 AND o.state = 'active' AND o.suspended_at IS NULL AND {of} GROUP BY a.org_id ORDER BY 1"
            )
        };
        let credentials = |logins: Vec<String>| {
            logins.into_iter().map(|login| json!({"login": login, "password": password})).collect::<Vec<_>>()
        };
        let complete = "o.id IN (SELECT org_id FROM enterprise_pictures)";
        let firms = credentials(data::texts(&conn, &logins("enterprise", complete)).await);
        let banks = "o.certified AND o.institution_type = 'bank'";
        let institutions = credentials(data::texts(&conn, &logins("institution", banks)).await);
        conn.close().await.expect("it closes");
        Self { of_role, firms, institutions }
    }

    /// The account that is measured in `role`; none for a visitor.
    pub fn of_role(&self, role: &str) -> Option<&Person> {
        self.of_role.get(role)
    }
}
