//! Rules for logins and passwords.

use jinqiao_kernel::Checks;

/// Common passwords, and words that everybody here would try first; compared without case.
const BLOCKED: &[&str] = &[
    "password",
    "passw0rd",
    "12345678",
    "123456789",
    "1234567890",
    "qwerty",
    "abc123",
    "admin",
    "administrator",
    "iloveyou",
    "letmein",
    "welcome",
    "monkey",
    "dragon",
    "jinqiao",
    "gaoxinqu",
    "chongqing",
    "woaini",
    "a123456",
    "111111",
    "000000",
    "666666",
    "888888",
    "112233",
    "qazwsx",
    "1qaz2wsx",
    "zaq12wsx",
    "asdfgh",
    "zxcvbn",
    "test1234",
];

/// A login and a password as chosen by a person.
pub struct AccountIn<'a> {
    /// Name to log in with: 4 to 32 letters, digits, `_`, `.` or `-`.
    pub login: &'a str,
    /// Password: 10 to 128 characters.
    pub password: &'a str,
    /// Words that must not be in the password: login, company name, mobile number.
    pub own_words: Vec<String>,
}

impl AccountIn<'_> {
    /// Adds what breaks a rule to `checks`.
    pub fn check(&self, checks: &mut Checks) {
        check_login(self.login, checks);
        check_password("password", self.password, &self.own_words, checks);
    }
}

/// Four to 32 letters, digits, `_`, `.` or `-`.
pub fn check_login(login: &str, checks: &mut Checks) {
    let chars = login.chars().count();
    let clean = login.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'));
    checks.that("login", (4..=32).contains(&chars) && clean, "登录名须为 4 至 32 位字母、数字或 _ . -");
}

/// Ten characters or more, not a common word, not made of the person's own words, not one character over and over.
pub fn check_password(field: &str, password: &str, own_words: &[String], checks: &mut Checks) {
    let chars = password.chars().count();
    checks.that(field, (10..=128).contains(&chars), "密码须为 10 至 128 个字符");
    let lower = password.to_lowercase();
    // What is left beside the blocked word must be a password of its own length.
    let common = BLOCKED.iter().any(|word| lower.contains(word) && chars < word.chars().count() + 6);
    checks.that(field, !common, "密码过于常见，请换一个");
    let own = own_words.iter().map(|word| word.to_lowercase());
    let own = own.filter(|word| word.chars().count() >= 3).any(|word| lower.contains(&word));
    checks.that(field, !own, "密码不能包含登录名、单位名称或手机号码");
    let distinct: std::collections::HashSet<char> = password.chars().collect();
    checks.that(field, distinct.len() >= 5, "密码中不同的字符太少");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords() {
        let own = vec!["zhangsan".to_owned(), "金桥科技".to_owned()];
        for (password, good) in [
            ("correct horse battery", true),
            ("春江潮水连海平海上明月", true),
            ("short", false),
            ("Password123", false),
            ("aaaaaaaaaaaa", false),
            ("zhangsan-2026-x", false),
            ("金桥科技1234567x", false),
            ("1234567890", false),
            ("x-admin-and-a-long-tail", true),
        ] {
            let mut checks = Checks::new();
            check_password("password", password, &own, &mut checks);
            assert_eq!(checks.done().is_ok(), good, "{password}");
        }
    }
}
