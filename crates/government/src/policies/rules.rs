//! Rules for what an item says.

use super::{PolicyContent, PolicyMode, fields::catalogue, windows};
use jinqiao_kernel::{Checks, Money, NaiveDate, Result};
use jinqiao_platform::files::MOST_ATTACHMENTS;
use jinqiao_policy::{Fault, condition::Condition};

/// Bytes of an item, with its condition and its formula.
const MOST_BYTES: usize = 128 * 1024;
const LARGEST: Money = Money::wan(10_000_000);

fn list<T>(checks: &mut Checks, field: &str, items: &[T], most: usize, check: impl Fn(&T, &str, &mut Checks)) {
    checks.that(field, items.len() <= most, &format!("最多 {most} 项"));
    for (place, item) in items.iter().take(most).enumerate() {
        check(item, &format!("{field}[{place}]"), checks);
    }
}

/// Faults of a definition at their places below `field`, `condition.all.1.test.value`; `place` says where that is for people.
fn tell(checks: &mut Checks, field: &str, faults: Vec<Fault>, place: impl Fn(&str) -> String) {
    for Fault { path, text, .. } in faults {
        checks.that(&format!("{field}{}", path.replace('/', ".")), false, &format!("{}{text}", place(&path)));
    }
}

/// The tests of a condition by their places, in the order in which people count them.
fn tests_of(condition: &Condition, path: String, found: &mut Vec<String>) {
    match condition {
        Condition::Test(_) => found.push(format!("{path}/test")),
        Condition::Not(part) => tests_of(part, format!("{path}/not"), found),
        Condition::All(parts) | Condition::Any(parts) => {
            let name = if matches!(condition, Condition::All(_)) { "all" } else { "any" };
            for (at, part) in parts.iter().enumerate() {
                tests_of(part, format!("{path}/{name}/{at}"), found);
            }
        }
    }
}

/// 第 2 条： for a place within the second test.
fn place_of(tests: &[String], path: &str) -> String {
    let within =
        |test: &String| path.strip_prefix(test.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    tests.iter().position(within).map(|at| format!("第 {} 条：", at + 1)).unwrap_or_default()
}

impl PolicyContent {
    /// Checks that a draft stays within its bounds.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        let mut checks = Checks::new();
        checks.line("title", &self.title, 2..=60);
        self.checked(&mut checks, 0);
        checks.done()
    }

    /// What holds of a draft, with texts of at least `least` characters in the rows of its lists.
    fn checked(&self, checks: &mut Checks, least: usize) {
        let bytes = serde_json::to_vec(self).map_or(usize::MAX, |text| text.len());
        checks.that("body", bytes <= MOST_BYTES, "内容过长，请精简文字或条件");
        checks.optional_line("document_no", Some(&self.document_no), 60);
        checks.optional_line("document_link", Some(&self.document_link), 300);
        let linked = self.document_link.is_empty() || is_link(&self.document_link);
        checks.that("document_link", linked, "请填写以 https:// 开头的网址");
        checks.optional_text("object", Some(&self.object), 1_000);
        checks.optional_text("benefit", Some(&self.benefit), 1_000);
        checks.range("budget", self.budget.unwrap_or(Money(1)), Money(1)..=LARGEST, "预算须大于零且不超过 1000 亿元");
        windows::check(self.windows(), least > 0, checks);
        let publicity = self.publicity_days.unwrap_or(1);
        checks.range("publicity_days", publicity, 1..=30, "公示期须在 1 至 30 个工作日之间");
        checks.that("conflicts", self.conflicts.len() <= 20, "最多 20 项");
        checks.that("attachments", self.attachments.len() <= MOST_ATTACHMENTS, "最多 10 个附件");
        list(checks, "materials", &self.materials, 30, |one, at, checks| one.check(at, least, checks));
        list(checks, "steps", &self.steps, 20, |one, at, checks| one.check(at, least, checks));
        list(checks, "contacts", &self.contacts, 10, |one, at, checks| one.check(at, least, checks));
        list(checks, "faq", &self.faq, 30, |one, at, checks| one.check(at, least, checks));
    }

    /// Where its last day stands.
    pub(super) fn end_field(&self) -> String {
        match self.later_windows.len() {
            0 => "closes_on".into(),
            count => format!("later_windows[{}].closes_on", count - 1),
        }
    }

    /// “发票清单”： for a place within a block of the form.
    fn block_at(&self, path: &str) -> String {
        let place = path.strip_prefix("/blocks/").and_then(|rest| rest.split('/').next()?.parse::<usize>().ok());
        let block = place.and_then(|at| self.form.as_ref()?.blocks.get(at));
        block.map(|block| format!("“{}”：", block.label)).unwrap_or_default()
    }

    /// Checks everything at once before another person reads it: nothing is missing, and conditions and amounts can be computed.
    ///
    /// # Errors
    /// `validation` with every place.
    pub fn check_complete(&self, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        checks
            .line("title", &self.title, 4..=60)
            .line("document_no", &self.document_no, 4..=60)
            .given("level", self.level.as_ref())
            .given("class", self.class.as_ref())
            .given("mode", self.mode.as_ref())
            .text("object", &self.object, 5..=1_000)
            .text("benefit", &self.benefit, 5..=1_000)
            .given("opens_on", self.opens_on.as_ref())
            .that(&self.end_field(), !self.over(today), "截止日期已过")
            .that("steps", !self.steps.is_empty(), "请至少填写一个办理环节")
            .that("contacts", !self.contacts.is_empty(), "请至少填写一位联系人");
        self.checked(&mut checks, 1);
        let automatic = self.mode == Some(PolicyMode::Automatic);
        checks.that("condition", self.condition.is_some() || !automatic, "免申即享按条件筛选企业，请设置条件");
        let paid = self.class.is_some_and(super::PolicyClass::pays);
        checks.that("standard", self.standard.is_some() || !paid, "减免、奖补类事项请设置兑现标准");
        match catalogue() {
            Ok(catalogue) => {
                let faults = self.condition.as_ref().and_then(|condition| condition.check(catalogue).err());
                let mut tests = vec![];
                if let Some(condition) = &self.condition {
                    tests_of(condition, String::new(), &mut tests);
                }
                tell(&mut checks, "condition", faults.unwrap_or_default(), |path| place_of(&tests, path));
                let faults = self.standard.clone().and_then(|standard| standard.check(catalogue).err());
                tell(&mut checks, "standard", faults.unwrap_or_default(), |_| String::new());
                let faults = self.form.clone().and_then(|form| form.check(catalogue).err());
                tell(&mut checks, "form", faults.unwrap_or_default(), |path| self.block_at(path));
            }
            Err(faults) => tell(&mut checks, "condition", faults.to_vec(), |_| String::new()),
        }
        checks.done()
    }
}

/// An address by https.
pub(crate) fn is_link(text: &str) -> bool {
    let host = text.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    host.is_some_and(|host| host.contains('.') && !host.starts_with('.') && !host.contains('@'))
        && !text.chars().any(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_https_to_a_host() {
        for (text, fine) in [
            ("https://www.cq.gov.cn/zwgk/1.html", true),
            ("http://www.cq.gov.cn/", false),
            ("https://", false),
            ("https://localhost", false),
            ("https://a@b.cn/", false),
            ("https://a.cn/ x", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(is_link(text), fine, "{text}");
        }
    }

    #[test]
    fn an_empty_draft_is_kept_and_not_submitted() {
        let draft = PolicyContent { title: "研发费用补助".into(), ..PolicyContent::default() };
        assert!(draft.check().is_ok());
        let error = draft.check_complete(NaiveDate::default()).expect_err("most is missing");
        let fields: Vec<_> = error.fields().iter().map(|one| one.field.as_str()).collect();
        assert_eq!(
            fields,
            ["document_no", "level", "class", "mode", "object", "benefit", "opens_on", "steps", "contacts"]
        );
    }
}
