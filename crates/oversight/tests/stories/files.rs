//! Upload, attachment and download: what is refused, and who may fetch what.

use crate::stage::{Id, Member, PDF, confirm, demand, grab, step, uploaded};
use axum::{
    body::{Body, Bytes},
    http::{Method, Request, header},
};
use chrono::TimeDelta;
use jinqiao_platform::files;
use jinqiao_testkit::Reply;
use serde_json::{Value, json};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(content).expect("content");
    }
    zip.finish().expect("an archive").into_inner()
}

async fn content(member: &Member, path: &str) -> Reply {
    member.client.get(path).await
}

#[tokio::test]
async fn a_file_comes_back_as_a_download_that_no_browser_runs() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let reply = firm.client.upload("..%2F%E5%B9%B4%E6%8A%A5.pdf", PDF).await.expect(201);
    assert_eq!(reply.body["name"], "年报.pdf");
    assert_eq!((&reply.body["kind"], &reply.body["size"]), (&json!("pdf"), &json!(PDF.len())));
    let path = format!("/api/files/{}/content", reply.id());
    let back = content(&firm, &path).await.expect(200);
    assert_eq!(&back.bytes[..], PDF);
    for (name, value) in [
        ("content-type", "application/pdf"),
        ("content-disposition", "attachment; filename=\"download.pdf\"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf"),
        ("content-security-policy", "sandbox; default-src 'none'"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(back.headers[name], value);
    }
    // Another firm's file does not exist; a visitor's upload is not even read.
    let other = stage.enterprise(2).await;
    assert_eq!(content(&other, &path).await.refused(404), "not_found");
    assert_eq!(other.client.delete(&format!("/api/files/{}", back_id(&path))).await.refused(404), "not_found");
    assert_eq!(stage.app.visitor().upload("a.pdf", PDF).await.refused(401), "auth.required");
    stage.finish().await;
}

fn back_id(path: &str) -> String {
    path.split('/').nth(3).expect("an id").to_owned()
}

#[tokio::test]
async fn dangerous_uploads_are_refused_with_the_reason() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let eicar = [br"X5O!P%@AP[4\PZX54(P^)7CC)7}$".as_slice(), b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].concat();
    let zeros = vec![0; 16 * 1024 * 1024];
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    let word: (&str, &[u8]) = ("word/document.xml", b"<w/>");
    let bomb = archive(&[types, ("word/document.xml", &zeros)]);
    assert!(bomb.len() < 100_000, "a bomb is small");
    let infected = archive(&[types, ("word/document.xml", b"<w/>"), ("word/media/x.txt", &eicar)]);
    let wide = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0]].concat();
    for (name, bytes, field) in [
        ("a.pdf.exe", PDF.to_vec(), "name"),
        ("a.exe.pdf", PDF.to_vec(), "name"),
        ("a.pdf%00.exe", PDF.to_vec(), "name"),
        ("..%2F..%2F", PDF.to_vec(), "name"),
        ("a.zip", archive(&[("a", b"b")]), "name"),
        ("a.docx", archive(&[("a", b"b")]), "file"),
        ("a.docx", PDF.to_vec(), "file"),
        ("a.png", PDF.to_vec(), "file"),
        ("a.pdf", b"MZ\x90\0".to_vec(), "file"),
        ("a.pdf", vec![], "file"),
        ("a.png", wide, "file"),
        ("a.docx", bomb, "file"),
        ("a.docx", infected, "file"),
        ("a.pdf", [PDF, &eicar].concat(), "file"),
        ("a.docx", archive(&[types, word, ("word/macros.bin", OLE)]), "file"),
        ("a.docx", archive(&[types, word, ("word/x.xml", b"<w:fldSimple w:instr='DDE x'/>")]), "file"),
        ("a.pdf", [PDF, b"9 0 obj<</S/J#61vaScript>>endobj"].concat(), "file"),
        ("a.pdf", [PDF, &archive(&[("a", b"b")])].concat(), "file"),
    ] {
        let reply = firm.client.upload(name, bytes).await.expect(422);
        assert_eq!(reply.fields(), [field], "{name}: {}", reply.body);
    }
    let fine = archive(&[types, ("word/document.xml", b"<w/>")]);
    let long = format!("{}.docx", "%E9%95%BF".repeat(300));
    let kept = firm.client.upload(&long, fine).await.expect(201);
    assert_eq!(kept.body["name"].as_str().map(|name| name.chars().count()), Some(120));
    stage.finish().await;
}

#[tokio::test]
async fn a_picture_is_kept_as_what_it_is() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let jpg: &[u8] = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x02\x58\x03\x20";
    let kept = firm.client.upload("%E7%85%A7%E7%89%87.png", jpg).await.expect(201);
    assert_eq!((&kept.body["name"], &kept.body["kind"]), (&json!("照片.jpg"), &json!("jpg")));
    assert_eq!(
        content(&firm, &format!("/api/files/{}/content", kept.id())).await.headers["content-type"],
        "image/jpeg"
    );
    // The name may come from an input method, and a mail gateway may have put something in front.
    let behind = [b"\r\n--part\r\n".as_slice(), PDF].concat();
    let kept = firm.client.upload("%E5%90%88%E5%90%8C.com.%EF%BC%B0%EF%BC%A4%EF%BC%A6", behind).await.expect(201);
    assert_eq!((&kept.body["name"], &kept.body["kind"]), (&json!("合同.com.pdf"), &json!("pdf")));
    assert_eq!(firm.client.upload("a.pdf", jpg).await.expect(422).fields(), ["file"]);
    stage.finish().await;
}

#[tokio::test]
async fn two_hundred_megabytes_are_cut_off_early() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    // Announced: refused before a byte is read.
    let request = Request::post("/api/files?name=a.pdf")
        .header("x-requested-with", "jinqiao")
        .header(header::COOKIE, firm.client.cookie().expect("a session"))
        .header(header::CONTENT_LENGTH, 200 * 1024 * 1024);
    let reply = firm.client.raw(request.body(Body::from_stream(pieces(0).1)).expect("a request")).await;
    assert_eq!(reply.refused(413), "files.too_large");
    // Not announced: refused as soon as the limit is passed.
    let (sent, stream) = pieces(200);
    let reply = firm.client.upload("a.pdf", Body::from_stream(stream)).await;
    assert_eq!(reply.refused(413), "files.too_large");
    let sent = sent.load(std::sync::atomic::Ordering::Relaxed);
    assert!((20..=22).contains(&sent), "{sent} MB were read");
    // JSON elsewhere stays small.
    let huge = json!({"reason": "长".repeat(300_000)});
    assert_eq!(firm.client.post("/api/enterprise/demands", huge).await.refused(413), "request.too_large");
    stage.finish().await;
}

type Sent = std::sync::Arc<std::sync::atomic::AtomicUsize>;

fn pieces(count: usize) -> (Sent, impl futures_util::Stream<Item = std::io::Result<Bytes>> + Send + 'static) {
    let sent = Sent::default();
    let counter = sent.clone();
    let megabyte = Bytes::from(vec![b'%'; 1024 * 1024]);
    let stream = futures_util::stream::iter((0..count).map(move |_| {
        counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Ok(megabyte.clone())
    }));
    (sent, stream)
}

fn with_attachments(ids: &[&str]) -> Value {
    let mut body = demand(100);
    body["attachments"] = json!(ids);
    body
}

#[tokio::test]
async fn a_file_belongs_to_one_record_of_its_own_organisation() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let other = stage.enterprise(2).await;
    let (one, two) = (uploaded(&firm, "a.pdf").await, uploaded(&firm, "b.pdf").await);
    let made = firm.client.post("/api/enterprise/demands", with_attachments(&[&one])).await.expect(201);
    assert_eq!(made.body["files"][0]["name"], "a.pdf");
    let path = format!("/api/enterprise/demands/{}", made.id());
    for (who, ids) in [(&firm, [one.as_str()]), (&other, [two.as_str()]), (&firm, [&made.id()])] {
        let reply = who.client.post("/api/enterprise/demands", with_attachments(&ids)).await.expect(422);
        assert_eq!(reply.fields(), ["attachments[0]"]);
    }
    let twice = firm.client.post("/api/enterprise/demands", with_attachments(&[&two, &two])).await.expect(422);
    assert_eq!(twice.fields(), ["attachments"]);
    assert_eq!(firm.client.delete(&format!("/api/files/{one}")).await.refused(409), "files.attached");
    // Exchanged for the other; the first is let go, and cannot come back.
    let edited = firm.client.if_match(1).put(&path, with_attachments(&[&two])).await.expect(200);
    assert_eq!(edited.body["files"][0]["name"], "b.pdf");
    assert_eq!(content(&firm, &format!("/api/files/{one}/content")).await.refused(404), "not_found");
    let back = with_attachments(&[&one, &two]);
    assert_eq!(firm.client.if_match(2).put(&path, back).await.expect(422).fields(), ["attachments[0]"]);
    stage.finish().await;
}

/// A body that goes on until the test lets go of it.
fn held() -> (tokio::sync::mpsc::Sender<Bytes>, Body) {
    let (send, receive) = tokio::sync::mpsc::channel::<Bytes>(1);
    let pieces = futures_util::stream::unfold(receive, |mut receive| async move {
        receive.recv().await.map(|piece| (std::io::Result::Ok(piece), receive))
    });
    (send, Body::from_stream(pieces))
}

#[tokio::test]
async fn two_uploads_of_an_organisation_are_under_way_and_no_more() {
    let stage = crate::stage::start().await;
    let (firm, other) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let (one, first) = held();
    let (two, second) = held();
    let third = async {
        for slow in [&one, &two] {
            // Sent twice, so that the first piece has been taken.
            slow.send(Bytes::from_static(&PDF[..5])).await.expect("taken");
            slow.send(Bytes::from_static(&PDF[5..])).await.expect("taken");
        }
        let refused = firm.client.upload("c.pdf", PDF).await;
        assert!(refused.headers.contains_key("retry-after"));
        assert_eq!(refused.refused(429), "files.busy");
        other.client.upload("c.pdf", PDF).await.expect(201);
        drop((one, two));
    };
    let (first, second, ()) =
        tokio::join!(firm.client.upload("a.pdf", first), firm.client.upload("b.pdf", second), third);
    first.expect(201);
    second.expect(201);
    firm.client.upload("c.pdf", PDF).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn an_upload_that_cannot_be_kept_takes_no_room() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    stage.app.disk.break_down(true);
    for _ in 0..3 {
        firm.client.upload("a.pdf", PDF).await.expect(500);
    }
    stage.app.disk.break_down(false);
    let rules = firm.client.get("/api/files/rules").await.expect(200).body;
    assert_eq!(rules["storage"]["used_bytes"], PDF.len(), "the licence of the registration");
    uploaded(&firm, "a.pdf").await;
    stage.finish().await;
}

#[tokio::test]
async fn what_nothing_takes_up_is_swept_after_a_day() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let (kept, loose) = (uploaded(&firm, "a.pdf").await, uploaded(&firm, "b.pdf").await);
    firm.client.post("/api/enterprise/demands", with_attachments(&[&kept])).await.expect(201);
    let sweep = || files::sweep(&stage.app.db, stage.app.files.as_ref());
    stage.app.clock.advance(TimeDelta::minutes(10));
    assert_eq!(sweep().await.expect("a sweep"), 0);
    let fresh = uploaded(&firm, "c.pdf").await;
    let gone = uploaded(&firm, "d.pdf").await;
    firm.client.delete(&format!("/api/files/{gone}")).await.expect(204);
    stage.app.clock.advance(TimeDelta::hours(23) + TimeDelta::minutes(55));
    assert_eq!(sweep().await.expect("a sweep"), 1);
    // The session of yesterday is over.
    let mut client = stage.app.visitor();
    client.login(json!({"login": "user-1", "password": crate::stage::PASSWORD})).await.expect(200);
    for (id, status) in [(&kept, 200), (&loose, 404), (&fresh, 200), (&gone, 404)] {
        client.get(&format!("/api/files/{id}/content")).await.expect(status);
    }
    stage.finish().await;
}

#[tokio::test]
async fn institutions_fetch_attachments_by_consent_only_and_the_enterprise_reads_it() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let file = uploaded(&firm, "%E8%AE%A2%E5%8D%95%E5%90%88%E5%90%8C.pdf").await;
    let made = firm.client.post("/api/enterprise/demands", with_attachments(&[&file])).await.expect(201);
    let submit = json!({"authorization_version": 1});
    firm.client.if_match(1).post(&format!("/api/enterprise/demands/{}/submit", made.id()), submit).await.expect(200);
    let review = format!("/api/operator/demands/{}", made.id());
    assert_eq!(stage.operator.get(&review).await.expect(200).body["demand"]["files"][0]["name"], "订单合同.pdf");
    stage.operator.get(&format!("{review}/attachments/{file}")).await.expect(200);
    stage.operator.get(&format!("{review}/attachments/{}", made.id())).await.expect(404);
    let approve = json!({"public_text": "采购原材料，交付已签订单"});
    stage.operator.if_match(2).post(&format!("{review}/approve"), approve).await.expect(200);

    let order = grab(&bank, &made.id(), 100).await.expect(201).id();
    let (page, path) =
        (format!("/api/institution/orders/{order}"), format!("/api/institution/orders/{order}/attachments/{file}"));
    for hidden in [format!("/api/market/demands/{}", made.id()), page.clone()] {
        let reply = bank.client.get(&hidden).await.expect(200);
        let text = String::from_utf8_lossy(&reply.bytes).into_owned();
        assert!(!text.contains("订单合同") && !text.contains(&file), "{hidden}");
    }
    assert_eq!(content(&bank, &path).await.refused(404), "not_found");
    assert_eq!(content(&bank, &format!("/api/files/{file}/content")).await.refused(404), "not_found");

    // Without the scope the files stay closed; with it they open, each download noted.
    step(&firm, &order, "confirm", confirm()).await.expect(200);
    assert_eq!(content(&bank, &path).await.refused(404), "not_found");
    assert_eq!(bank.client.get(&page).await.expect(200).body["enterprise"]["attachments"], json!([]));
    let second = stage.institution(3).await;
    let order = grab(&second, &made.id(), 100).await.expect(201).id();
    let path = format!("/api/institution/orders/{order}/attachments/{file}");
    let scopes = json!({"scopes": ["identity", "contact", "attachments"], "authorization_version": 1});
    step(&firm, &order, "confirm", scopes).await.expect(200);
    let shown = second.client.get(&format!("/api/institution/orders/{order}")).await.expect(200);
    assert_eq!(shown.body["enterprise"]["attachments"][0]["name"], "订单合同.pdf");
    assert_eq!(&content(&second, &path).await.expect(200).bytes[..], PDF);
    assert_eq!(content(&bank, &path).await.refused(404), "not_found");
    let consents = firm.client.get("/api/enterprise/consents").await.expect(200);
    let consents = consents.body["items"].as_array().expect("rows");
    let consent =
        consents.iter().find(|row| row["institution_name"] == json!(second.name)).expect("the second consent");
    let consent = consent["id"].as_str().expect("an id");
    let log = firm.client.get(&format!("/api/enterprise/consent-accesses?consent={consent}")).await.expect(200);
    assert_eq!(log.body["items"][0]["what"], "下载附件“订单合同.pdf”");
    let revoke = json!({"reason": "不再合作"});
    firm.client.post(&format!("/api/enterprise/consents/{consent}/revoke"), revoke).await.expect(200);
    assert_eq!(content(&second, &path).await.refused(404), "not_found");
    let trail = stage.operator.get("/api/operator/audit?size=50").await.expect(200);
    let actions: Vec<_> = trail.body["items"].as_array().expect("rows").iter().map(|row| &row["action"]).collect();
    for action in ["files.upload", "demands.attachment", "orders.download_attachment"] {
        assert!(actions.contains(&&json!(action)), "{action} in {actions:?}");
    }
    assert_eq!(second.client.send(Method::POST, &path, None, &[]).await.refused(405), "request.method");
    stage.finish().await;
}

#[tokio::test]
async fn colleagues_fetch_the_files_of_records_that_they_see() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let root = bank.client.get("/api/team").await.expect(200).body["units"][0]["id"].clone();
    let mut branches = vec![];
    for name in ["城南支行", "城北支行"] {
        let made = bank.client.post("/api/team/units", json!({"parent_id": root, "name": name})).await.expect(201).body;
        let units = made["units"].as_array().expect("units").clone();
        branches.push(units.into_iter().find(|unit| unit["name"] == name).expect("the branch")["id"].clone());
    }
    let south = stage.colleague(&bank, "bank-south", json!({"unit_id": branches[0]})).await;
    let desk = stage.colleague(&bank, "bank-desk", json!({"unit_id": branches[0]})).await;
    let north = stage.colleague(&bank, "bank-north", json!({"unit_id": branches[1]})).await;
    let path = |file: &str| format!("/api/files/{file}/content");

    // A file that belongs to nothing yet is for those who see what its uploader does.
    let loose = uploaded(&south, "a.pdf").await;
    for (who, status) in [(&south, 200), (&desk, 200), (&bank, 200), (&north, 404), (&firm, 404)] {
        content(who, &path(&loose)).await.expect(status);
    }
    // A complaint's file is for those who see the order that it is about.
    let (_, order) = stage.order_in(&firm, &south, "due_diligence").await;
    let telling = json!({"kind": "enterprise", "order_id": order, "title": "企业材料不实",
        "text": "提供的流水与银行记录不一致，请核查。", "attachments": [loose]});
    let complaint = south.client.post("/api/complaints", telling).await.expect(201).id();
    for (who, status) in [(&south, 200), (&desk, 200), (&bank, 200), (&north, 404)] {
        who.client.get(&format!("/api/institution/orders/{order}")).await.expect(status);
        who.client.get(&format!("/api/complaints/{complaint}")).await.expect(status);
        content(who, &path(&loose)).await.expect(status);
    }
    // What the organisation says of itself is for all of it.
    let licence = uploaded(&bank, "b.pdf").await;
    let card = bank.client.get("/api/organization/card").await.expect(200).body;
    let edit = json!({"attachments": [licence]});
    bank.client.if_match(&card["version"]).put("/api/organization/card", edit).await.expect(200);
    content(&north, &path(&licence)).await.expect(200);
    stage.finish().await;
}
