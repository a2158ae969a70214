//! A real nginx with the documented file in front: every feature works through it, and limits are each client's own.

use crate::{
    arrange::{self, PASSWORD},
    server::{encrypt, free_port, setup},
    skipped,
};
use jinqiao_db::{AuditFilter, Engine, audit_page};
use jinqiao_kernel::PageQuery;
use jinqiao_testkit::engine;
use reqwest::{Client, RequestBuilder, StatusCode, header};
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    fs,
    net::IpAddr,
    path::Path,
    process::{Child, Command},
    time::Duration,
};
use tempfile::TempDir;

/// The file as it is documented, with names and ports of this test.
fn configuration(folder: &Path, backend: u16, http: u16, https: u16) -> String {
    let documented = include_str!("../../../../deploy/nginx/jinqiao.conf");
    let at = |name: &str| folder.join(name).display().to_string();
    let mut site = String::new();
    for line in documented.lines().filter(|line| !line.trim_start().starts_with("listen [::]")) {
        let line = line
            .replace("server 127.0.0.1:8080;", &format!("server 127.0.0.1:{backend};"))
            .replace("listen 80;", &format!("listen 127.0.0.1:{http};"))
            .replace("listen 443 ssl;", &format!("listen 0.0.0.0:{https} ssl;"))
            .replace("jinqiao.example.cn", "localhost")
            .replace("/etc/ssl/jinqiao/fullchain.pem", &at("cert.pem"))
            .replace("/etc/ssl/jinqiao/key.pem", &at("key.pem"));
        site.push_str(&line);
        site.push('\n');
    }
    let user = if fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0) {
        "user root;"
    } else {
        ""
    };
    let log = at("error.log");
    format!(
        "daemon off; {user} pid {}; error_log {log}; worker_processes 1; events {{ worker_connections 512; }}\n\
         http {{ access_log off; client_body_temp_path {}; proxy_temp_path {}; fastcgi_temp_path {}; uwsgi_temp_path {}; \
         scgi_temp_path {};\n{site}\n}}\n",
        at("pid"),
        at("body"),
        at("proxy"),
        at("fastcgi"),
        at("uwsgi"),
        at("scgi"),
    )
}

struct Nginx(Child);

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status();
        let _ = self.0.wait();
    }
}

/// Where nginx is installed.
const NGINX: [&str; 3] = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"];

impl Nginx {
    fn start(program: &str, folder: &Path, configuration: &str) -> Self {
        let certificate = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout"])
            .arg(folder.join("key.pem"))
            .arg("-out")
            .arg(folder.join("cert.pem"))
            .output()
            .expect("openssl runs");
        assert!(certificate.status.success(), "{}", String::from_utf8_lossy(&certificate.stderr));
        let file = folder.join("nginx.conf");
        fs::write(&file, configuration).expect("written");
        let process = Command::new(program).arg("-c").arg(&file).arg("-p").arg(folder).spawn().expect("nginx starts");
        Self(process)
    }
}

/// A client at an address of its own.
fn client(address: [u8; 4]) -> Client {
    encrypt();
    Client::builder()
        .local_address(IpAddr::from(address))
        .danger_accept_invalid_certs(true)
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(20))
        .build()
        .expect("a client")
}

fn asks(request: RequestBuilder, origin: &str) -> RequestBuilder {
    request.header("x-requested-with", "test").header(header::ORIGIN, origin)
}

async fn login(client: &Client, base: &str, login: &str, password: &str) -> (StatusCode, String) {
    let request = asks(client.post(format!("{base}/api/session")), base);
    let answer = request.json(&json!({"login": login, "password": password})).send().await.expect("an answer");
    let cookie = answer.headers().get(header::SET_COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    (answer.status(), cookie.to_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_the_documented_proxy_everything_works_and_limits_are_each_clients_own() {
    if engine() != Engine::Sqlite {
        return;
    }
    let Some(nginx) = NGINX.into_iter().find(|path| Path::new(path).exists()) else {
        return skipped("the documented proxy: nginx is not installed");
    };
    if Command::new("openssl").arg("version").output().is_err() {
        return skipped("the documented proxy: openssl, which makes its certificate, is not installed");
    }
    let database = arrange::database().await;
    let db = arrange::open(&database.url).await;
    arrange::people(&db, 1).await;
    let folder = TempDir::new().expect("a folder");
    let (http, https) = (free_port(), free_port());
    let base = format!("https://localhost:{https}");
    let setup = setup(&database.url).set("JINQIAO_BEHIND_PROXY", "true").set("JINQIAO_PUBLIC_URL", &base);
    let server = setup.ready().await;
    let _nginx = Nginx::start(nginx, folder.path(), &configuration(folder.path(), server.port, http, https));
    let (own, stranger) = (client([127, 0, 0, 1]), client([127, 0, 0, 9]));
    let mut up = false;
    for _ in 0..200 {
        up = own.get(format!("{base}/")).send().await.is_ok_and(|answer| answer.status() == StatusCode::OK);
        if up {
            break;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    assert!(up, "{}", fs::read_to_string(folder.path().join("error.log")).unwrap_or_default());

    // Scripts are packed in the program; who reads them as they are gets them so.
    let page = own.get(format!("{base}/")).send().await.expect("a page").text().await.expect("text");
    let script = page.split_once("src=\"").and_then(|(_, rest)| rest.split_once('"')).expect("a script").0;
    let script = own.get(format!("{base}{script}")).send().await.expect("an answer");
    assert!(script.status() == StatusCode::OK && !script.headers().contains_key(header::CONTENT_ENCODING));
    assert!(script.text().await.expect("text").contains("import"), "it is not packed");

    let plain = own
        .get(format!("http://127.0.0.1:{http}/login?a=b"))
        .header(header::HOST, "localhost")
        .send()
        .await
        .expect("an answer");
    assert_eq!(plain.status(), StatusCode::MOVED_PERMANENTLY);
    assert_eq!(plain.headers()[header::LOCATION], "https://localhost/login?a=b");

    // How the server is doing is for this machine, not for the world.
    for (client, status) in [(&own, StatusCode::OK), (&stranger, StatusCode::FORBIDDEN)] {
        let ready = client.get(format!("{base}/readyz")).send().await.expect("an answer");
        assert_eq!(ready.status(), status);
    }

    // Many wrong logins of a stranger are the stranger's own; a forged header changes nothing.
    let mut told = BTreeSet::new();
    for n in 0..80 {
        let request = asks(stranger.post(format!("https://127.0.0.1:{https}/api/session")), &base);
        let request = request
            .header("x-forwarded-for", format!("203.0.113.{n}"))
            .header(header::HOST, format!("localhost:{https}"));
        let body = json!({"login": format!("nobody{n}"), "password": "wrong horse battery"});
        told.insert(request.json(&body).send().await.expect("an answer").status().as_u16());
    }
    assert!(told.iter().all(|status| [401, 429].contains(status)), "{told:?}");
    let (status, cookie) = login(&own, &base, "firm", PASSWORD).await;
    assert_eq!(status, StatusCode::OK, "a stranger shuts nobody out");
    assert!(cookie.starts_with("__Host-jinqiao=") && cookie.contains("Secure"), "{cookie}");
    let cookie = cookie.split(';').next().expect("a pair").to_owned();
    let failed = AuditFilter { action: Some("accounts.login".into()), ..AuditFilter::default() };
    let rows = audit_page(&db, failed, &PageQuery { page: Some(1), size: Some(100) }).await.expect("rows").items;
    let addresses: BTreeSet<_> = rows.into_iter().map(|row| row.address).collect();
    assert!(addresses.iter().all(|address| ["127.0.0.1", "127.0.0.9"].contains(&address.as_str())), "{addresses:?}");
    assert!(addresses.contains("127.0.0.9"), "each client has its own address: {addresses:?}");

    // Streams come at once, uploads of the allowed size go through, answers keep their headers.
    let mut live = asks(own.get(format!("{base}/api/live")), &base)
        .header(header::COOKIE, &cookie)
        .send()
        .await
        .expect("a stream");
    assert_eq!(live.status(), StatusCode::OK);
    let mut large = b"%PDF-1.7\n".to_vec();
    large.resize(15 * 1024 * 1024, b' ');
    large.extend(b"\n%%EOF\n");
    let upload = asks(own.post(format!("{base}/api/files?name=a.pdf")), &base).header(header::COOKIE, &cookie);
    let upload = upload.body(large).send().await.expect("an answer");
    assert_eq!(upload.status(), StatusCode::CREATED, "{}", upload.text().await.unwrap_or_default());
    let draft = asks(own.post(format!("{base}/api/enterprise/demands")), &base).header(header::COOKIE, &cookie);
    let draft = draft.json(&json!({"kind": "debt", "amount": 100_000_000})).send().await.expect("an answer");
    assert_eq!(draft.status(), StatusCode::CREATED);
    assert!(draft.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
    let made: Value = draft.json().await.expect("a draft");
    let submit = asks(
        own.post(format!("{base}/api/enterprise/demands/{}/withdraw", made["id"].as_str().expect("an id"))),
        &base,
    );
    let submit = submit
        .header(header::COOKIE, &cookie)
        .header(header::IF_MATCH, "\"1\"")
        .json(&json!({}))
        .send()
        .await
        .expect("an answer");
    assert!(submit.status().is_success() || submit.status().is_client_error());
    let first =
        tokio::time::timeout(Duration::from_secs(20), live.chunk()).await.expect("the stream is not collected first");
    assert!(first.expect("a piece").is_some());

    // A node that is gone is said, not waited for.
    server.kill();
    let gone = own.get(format!("{base}/api/session")).send().await.expect("an answer of the proxy");
    assert!([502, 504].contains(&gone.status().as_u16()), "{}", gone.status());
    db.close().await.expect("it closes");
    database.remove().await;
}
