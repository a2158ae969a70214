//! Rules for logins and passwords.

use jinqiao_kernel::{Checks, Secret};

/// Mobile number of a person with a sub-account.
pub struct PersonMobile;

impl Secret for PersonMobile {
    const CONTEXT: &'static str = "accounts.mobile";
}

/// Words that people here would try first, in pinyin. The library brings the thirty thousand commonest passwords of the world,
/// English words and names, walks over the keyboard, dates, sequences and repetitions.
const WORDS: &[&str] = &[
    "jinqiao",
    "gaoxinqu",
    "gaoxin",
    "chongqing",
    "yuzhongqu",
    "beijing",
    "shanghai",
    "zhongguo",
    "zhonghua",
    "woaini",
    "woaini1314",
    "aini1314",
    "woaizhongguo",
    "5201314",
    "1314520",
    "520520",
    "wangwei",
    "zhangwei",
    "zhangsan",
    "lisi",
    "wangwu",
    "zhaoliu",
    "wang",
    "zhang",
    "chen",
    "yang",
    "huang",
    "zhao",
    "zhou",
    "liu",
    "wu",
    "xu",
    "sun",
    "zhu",
    "guo",
    "luo",
    "liang",
    "song",
    "tang",
    "deng",
    "feng",
    "cheng",
    "cao",
    "peng",
    "zeng",
    "xiao",
    "tian",
    "dong",
    "jiang",
    "caiwu",
    "kuaiji",
    "chuna",
    "yinhang",
    "daikuan",
    "rongzi",
    "jinrong",
    "qiye",
    "gongsi",
    "gongsi123",
    "guanliyuan",
    "mima",
    "mima123",
    "mima123456",
    "denglu",
    "yonghu",
    "ceshi",
    "nihao",
    "nihaoma",
    "xiexie",
    "woshishui",
    "wodemima",
    "haoren",
    "laoban",
    "laopo",
    "laogong",
    "baobao",
    "baobei",
    "tiantian",
    "kaixin",
    "kuaile",
    "facai",
    "gongxifacai",
    "xinnian",
    "fuqi",
    "pingan",
    "jiankang",
    "zhifubao",
    "weixin",
    "taobao",
    "qazwsxedc",
    "1qaz2wsx3edc",
    "qweasdzxc",
    "q1w2e3r4t5",
    "asd123456",
    "qwe123456",
    "zxc123456",
    "aa123456",
    "a123456789",
];
/// Guesses that a password must withstand, as a power of ten: more than a guesser gets who is slowed down by us, and enough to
/// leave alone whoever thinks of a few words of their own.
const GUESSES: f64 = 9.0;

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
    let own = own_words.iter().map(|word| word.to_lowercase());
    let own = own.filter(|word| word.chars().count() >= 3).any(|word| lower.contains(&word));
    checks.that(field, !own, "密码不能包含登录名、单位名称或手机号码");
    // One reason is enough: what is too short or names its owner is not weighed.
    let common = (10..=128).contains(&chars) && !own && guessed_soon(&lower, own_words);
    checks.that(field, !common, "密码过于常见或容易猜到，请换一个");
    let distinct: std::collections::HashSet<char> = password.chars().collect();
    checks.that(field, distinct.len() >= 5, "密码中不同的字符太少");
}

/// Weighing takes longer the longer the text is, and strangers start it: the beginning has to be good enough by itself.
const WEIGHED: usize = 40;

fn guessed_soon(lower: &str, own_words: &[String]) -> bool {
    let start: String = lower.chars().take(WEIGHED).collect();
    let words: Vec<&str> = WORDS.iter().copied().chain(own_words.iter().map(String::as_str)).collect();
    zxcvbn::zxcvbn(&without_mobiles(&start), &words).guesses_log10() < GUESSES
}

/// A mobile number is one thing to guess, not eleven digits: it shrinks to one sign.
fn without_mobiles(text: &str) -> String {
    let (mut rest, mut out) = (text, String::new());
    while let Some(first) = rest.chars().next() {
        let mobile = rest.get(..11).filter(|part| {
            part.bytes().all(|byte| byte.is_ascii_digit()) && matches!(part.as_bytes(), [b'1', b'3'..=b'9', ..])
        });
        let taken = if mobile.is_some() { '*' } else { first };
        out.push(taken);
        rest = &rest[mobile.map_or(first.len_utf8(), str::len)..];
    }
    out
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
            ("a brand new secret", true),
            // The commonest, with something before or behind.
            ("password123", false),
            ("iloveyou12", false),
            ("P@ssw0rd2026", false),
            ("admin12345", false),
            // Pinyin, mobile numbers, birthdays, walks over the keyboard, repeated blocks.
            ("woaini1314520", false),
            ("zhangwei1990", false),
            ("gongsi2026", false),
            ("mima123456", false),
            ("13812345678", false),
            ("zhang13812345678", false),
            ("19900101", false),
            ("1990-01-01 ", false),
            ("wang19851203", false),
            ("qwertyuiop", false),
            ("1qaz2wsx3edc", false),
            ("zxcvbnm,./", false),
            ("abcdefghij", false),
            ("abc123abc123abc123", false),
            ("2026202620262026", false),
            ("Zhang@19900101", false),
            ("Chongqing2026!", false),
            ("Yanshi-2026-11", true),
        ] {
            let mut checks = Checks::new();
            check_password("password", password, &own, &mut checks);
            assert_eq!(checks.done().is_ok(), good, "{password}");
        }
    }
}
