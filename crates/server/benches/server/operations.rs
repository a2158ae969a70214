//! What is asked for, by whom.

/// Where an operation's path comes from.
#[derive(Clone, Copy)]
pub enum Path {
    /// As it stands.
    Plain(&'static str),
    /// The first row of a list, and what stands before and behind its id.
    Row(&'static str, &'static str, &'static str),
    /// The last page of a list that its cap lets people see.
    Last(&'static str),
}

/// Something that is read.
pub struct Operation {
    /// As the table names it.
    pub name: &'static str,
    /// Who asks; empty for a visitor.
    pub role: &'static str,
    /// What.
    pub path: Path,
    /// The heaviest of its statements, to be asked of the bare database: `{org}` is the asker's organisation, `{id}` the row.
    pub raw: Option<&'static str>,
}

const fn plain(name: &'static str, role: &'static str, path: &'static str) -> Operation {
    Operation { name, role, path: Path::Plain(path), raw: None }
}

const fn row(
    name: &'static str,
    role: &'static str,
    list: &'static str,
    [before, behind]: [&'static str; 2],
) -> Operation {
    Operation { name, role, path: Path::Row(list, before, behind), raw: None }
}

const fn last(name: &'static str, role: &'static str, list: &'static str) -> Operation {
    Operation { name, role, path: Path::Last(list), raw: None }
}

impl Operation {
    const fn raw(self, sql: &'static str) -> Self {
        Self { raw: Some(sql), ..self }
    }
}

const FIRM: &str = "enterprise";
const BANK: &str = "institution";
const OPERATOR: &str = "operator";
const GOVERNMENT: &str = "government";
const SUPERVISOR: &str = "supervisor";

/// Everything that is read; the words searched for are 科创 and 重庆.
pub const READS: &[Operation] = &[
    plain("bare answer", "", "/healthz"),
    plain("home: page", "", "/"),
    plain("home: figures", "", "/api/stats/figures"),
    plain("home: market overview", "", "/api/market/overview"),
    plain("products: list", "", "/api/products?size=20")
        .raw("SELECT * FROM products WHERE on_shelf = TRUE ORDER BY shelved_at DESC, id DESC LIMIT 20"),
    plain("products: search", "", "/api/products?size=20&q=%E7%A7%91%E5%88%9B"),
    last("products: last page", "", "/api/products?size=20"),
    row("products: detail", "", "/api/products?size=20", ["/api/products/", ""])
        .raw("SELECT * FROM products WHERE id = {id}"),
    plain("products: institutions", "", "/api/products/institutions"),
    plain("market: list", BANK, "/api/market/demands?size=20")
        .raw("SELECT * FROM demands WHERE on_market = TRUE ORDER BY published_at DESC, id DESC LIMIT 20"),
    plain("market: by industry and use", BANK, "/api/market/demands?size=20&section=c&use_kind=rnd&guarantee=credit"),
    plain("market: by amount", BANK, "/api/market/demands?size=20&amount_min=100000000&amount_max=500000000"),
    last("market: last page", BANK, "/api/market/demands?size=20"),
    row("market: detail", BANK, "/api/market/demands?size=20", ["/api/market/demands/", ""])
        .raw("SELECT * FROM demands WHERE id = {id}"),
    plain("bank: orders", BANK, "/api/institution/orders?size=20")
        .raw("SELECT * FROM orders WHERE institution_id = {org} ORDER BY updated_at DESC, id DESC LIMIT 20"),
    plain("bank: running orders", BANK, "/api/institution/orders?size=20&live=true"),
    last("bank: orders, last page", BANK, "/api/institution/orders?size=20"),
    row("bank: order", BANK, "/api/institution/orders?size=20", ["/api/institution/orders/", ""])
        .raw("SELECT * FROM orders WHERE id = {id}"),
    plain("bank: matches", BANK, "/api/institution/matches"),
    row(
        "bank: matches of a product",
        BANK,
        "/api/institution/products?state=on_shelf",
        ["/api/institution/products/", "/matches"],
    ),
    plain("bank: draws", BANK, "/api/institution/draws?size=20"),
    plain("bank: scorecard", BANK, "/api/institution/scorecard"),
    plain("bank: points", BANK, "/api/points"),
    plain("bank: messages", BANK, "/api/messages?size=20")
        .raw("SELECT * FROM messages WHERE account_id = {account} ORDER BY created_at DESC, id DESC LIMIT 20"),
    plain("bank: messages by topic", BANK, "/api/messages?size=20&topic=order"),
    plain("bank: unread count", BANK, "/api/messages/unread-count"),
    plain("firm: demands", FIRM, "/api/enterprise/demands?size=20"),
    row("firm: demand", FIRM, "/api/enterprise/demands?size=20", ["/api/enterprise/demands/", ""]),
    plain("firm: orders", FIRM, "/api/enterprise/orders?size=20"),
    row("firm: order", FIRM, "/api/enterprise/orders?size=20", ["/api/enterprise/orders/", ""]),
    plain("firm: matches", FIRM, "/api/enterprise/matches"),
    row("firm: matches of a demand", FIRM, "/api/enterprise/demands?size=20", ["/api/enterprise/demands/", "/matches"]),
    plain("firm: profile", FIRM, "/api/enterprise/profile"),
    plain("firm: consents", FIRM, "/api/enterprise/consents?size=20"),
    plain("operator: reviews", OPERATOR, "/api/operator/reviews?size=20")
        .raw("SELECT * FROM reviews ORDER BY submitted_at DESC, id DESC LIMIT 20"),
    plain("operator: reviews by kind", OPERATOR, "/api/operator/reviews?size=20&kind=demand&state=approved"),
    last("operator: reviews, last page", OPERATOR, "/api/operator/reviews?size=20"),
    plain("operator: audit", OPERATOR, "/api/operator/audit?size=20")
        .raw("SELECT * FROM audit_rows ORDER BY seq DESC LIMIT 20"),
    plain("operator: audit by result", OPERATOR, "/api/operator/audit?size=20&result=denied"),
    last("operator: audit, last page", OPERATOR, "/api/operator/audit?size=20"),
    plain("operator: organisations", OPERATOR, "/api/operator/organizations?size=20&kind=enterprise&state=active"),
    plain("operator: organisations by words", OPERATOR, "/api/operator/organizations?size=20&q=%E9%87%8D%E5%BA%86"),
    plain("operator: unanswered demands", OPERATOR, "/api/operator/unanswered-demands?size=100"),
    plain("operator: check of points", OPERATOR, "/api/operator/points/check"),
    plain("operator: points", OPERATOR, "/api/operator/points/organizations?size=20"),
    plain("operator: messages", OPERATOR, "/api/messages?size=20"),
    plain("government: assessment", GOVERNMENT, "/api/government/assessment?size=20"),
    plain("government: segments", GOVERNMENT, "/api/government/segments"),
    plain("government: loans", GOVERNMENT, "/api/oversight/loans?size=20"),
    plain("supervisor: overdue orders", SUPERVISOR, "/api/oversight/overdue-orders?size=20"),
    plain("supervisor: unmatched demands", SUPERVISOR, "/api/oversight/unmatched-demands?size=20"),
];
