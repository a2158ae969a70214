//! What a firm hands in, and how it is kept. A draft may hold anything within its bounds; what is missing or wrong is told when it is
//! handed in.

use jinqiao_kernel::{Checks, Day, FileId, Money, Result};
use jinqiao_policy::{catalogue::Origin, form};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;
use uuid::Uuid;

/// Files of one application, in its form and among its materials.
pub const MOST_FILES: usize = 60;

/// The same with what was handed in before, which stays: three rounds at most.
pub const MOST_KEPT: usize = 3 * MOST_FILES;

/// A material of the item, as a firm brings it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ApplicationMaterial {
    /// What the item calls it.
    #[schema(max_length = 100)]
    pub name: String,
    /// What was uploaded for it.
    #[schema(max_items = 10)]
    pub files: Vec<FileId>,
    /// For a statement: it is agreed to.
    pub agreed: bool,
}

/// Where the money goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Payee {
    /// 户名.
    #[schema(max_length = 100)]
    pub name: String,
    /// 开户银行.
    #[schema(max_length = 100)]
    pub bank: String,
    /// 账号, digits.
    #[schema(max_length = 40)]
    pub account: String,
}

/// What a firm writes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ApplicationContent {
    /// What was filled in, by the ids of the form's blocks.
    #[schema(value_type = Object)]
    pub values: Map<String, Json>,
    /// Figures that the standard asks for, by their names.
    #[schema(value_type = Object)]
    pub figures: Map<String, Json>,
    /// Materials by name.
    #[schema(max_items = 30)]
    pub materials: Vec<ApplicationMaterial>,
    /// Where the money goes.
    pub payee: Payee,
}

/// A value that the platform filled in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct KnownValue {
    /// The block.
    pub block: String,
    /// The value as the block takes it.
    #[schema(value_type = Object)]
    pub value: Json,
    /// Who says so.
    pub origin: Origin,
    /// Of which day it is.
    pub date: Option<Day>,
}

/// A fault that has to be corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionItem {
    /// Where: `form/<block>`, `material/<name>`, `payee`, or empty for the whole.
    #[schema(max_length = 120)]
    pub place: String,
    /// What has to be done, 2 to 500 characters.
    #[schema(max_length = 500)]
    pub text: String,
}

impl ApplicationContent {
    /// All its files.
    pub fn files(&self) -> Vec<FileId> {
        let within = |json: &Json| match json {
            Json::Array(items) => {
                items.iter().filter_map(|one| one.as_str()?.parse::<Uuid>().ok().map(FileId::from)).collect()
            }
            _ => vec![],
        };
        let mut found: Vec<FileId> = self.materials.iter().flat_map(|one| one.files.iter().copied()).collect();
        for id in self.values.values().flat_map(within) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// Checks that a draft stays within its bounds.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        let mut checks = Checks::new();
        for (field, values) in [("values", &self.values), ("figures", &self.figures)] {
            if let Err(defect) = form::draft(&Json::Object(values.clone())) {
                checks.that(field, false, &defect.text);
            }
        }
        checks.that("materials", self.materials.len() <= 30, "最多 30 项材料");
        checks.that("attachments", self.files().len() <= MOST_FILES, &format!("最多 {MOST_FILES} 个附件"));
        for (place, one) in self.materials.iter().enumerate() {
            checks.optional_line(&format!("materials[{place}].name"), Some(&one.name), 100);
            checks.that(&format!("materials[{place}].files"), one.files.len() <= 10, "每项材料最多 10 个附件");
        }
        checks.optional_line("payee.name", Some(&self.payee.name), 100);
        checks.optional_line("payee.bank", Some(&self.payee.bank), 100);
        checks.optional_line("payee.account", Some(&self.payee.account), 40);
        checks.done()
    }
}

impl Payee {
    /// Checks it where money will go there.
    pub fn check(&self, checks: &mut Checks) {
        let digits = self.account.chars().filter(char::is_ascii_digit).count();
        let only = self.account.chars().all(|sign| sign.is_ascii_digit() || sign == ' ' || sign == '-');
        checks.line("payee.name", &self.name, 2..=100).line("payee.bank", &self.bank, 4..=100);
        checks.that("payee.account", only && (8..=32).contains(&digits), "请填写 8 至 32 位数字的收款账号");
    }

    /// The account without its middle: 6222 **** 1234.
    pub fn masked(&self) -> Self {
        let digits: Vec<char> = self.account.chars().filter(char::is_ascii_digit).collect();
        let ends = |part: &[char]| part.iter().collect::<String>();
        let account = match digits.len() {
            0..=7 => "*".repeat(digits.len()),
            many => format!("{} **** {}", ends(&digits[..4]), ends(&digits[many - 4..])),
        };
        Self { account, ..self.clone() }
    }
}

/// What the rules said when it was handed in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// The report of the condition, as [`jinqiao_policy::condition::Report`] tells it; none without a condition.
    pub report: Option<Json>,
    /// The calculation of the standard, as [`jinqiao_policy::standard::Calculation`] tells it; none without a standard.
    pub calculation: Option<Json>,
    /// What it comes to, fen, where it can be told.
    pub amount: Option<Money>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn files_stand_in_the_form_and_among_the_materials() {
        let id = FileId::from(Uuid::from_u128(1));
        let values = json!({"invoice": [id], "titles": ["high_tech"], "name": "x"});
        let Json::Object(values) = values else { panic!("an object") };
        let material = ApplicationMaterial { files: vec![id], ..Default::default() };
        let content = ApplicationContent { values, materials: vec![material], ..Default::default() };
        assert_eq!(content.files(), [id]);
    }

    #[test]
    fn accounts_are_digits_and_shown_without_their_middle() {
        for (account, fine, shown) in [
            ("6222 0210 0111 1234", true, "6222 **** 1234"),
            ("1234567", false, "*******"),
            ("62220210O1111234", false, "6222 **** 1234"),
        ] {
            let payee =
                Payee { name: "甲公司".into(), bank: "某银行重庆分行".into(), account: account.into() };
            let mut checks = Checks::new();
            payee.check(&mut checks);
            assert_eq!(checks.done().is_ok(), fine, "{account}");
            assert_eq!(payee.masked().account, shown);
        }
    }
}
