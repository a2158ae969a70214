//! Collects every broken rule of an input, so that a person corrects all of them at once (一次性告知).

use crate::{
    Error, FieldError, Result,
    normal::{breaks_line, fold, invisible, visible},
};
use std::{collections::HashSet, ops::RangeInclusive};

/// Broken rules so far.
#[derive(Default)]
pub struct Checks(Vec<FieldError>);

impl Checks {
    /// Nothing broken yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes `message` on `field` unless `holds`.
    pub fn that(&mut self, field: &str, holds: bool, message: &str) -> &mut Self {
        if !holds {
            self.0.push(FieldError { field: field.into(), message: message.into() });
        }
        self
    }

    /// Text of `chars` characters after trimming, in paragraphs: without control characters other than line breaks and tabs.
    /// What cannot be seen does not count, and is not taken; `http` strips it from what comes in.
    pub fn text(&mut self, field: &str, value: &str, chars: RangeInclusive<usize>) -> &mut Self {
        let count = visible(value).trim().chars().count();
        let (min, max) = (chars.start(), chars.end());
        if count < *min && count == 0 {
            return self.that(field, false, "请填写此项");
        }
        self.that(field, count >= *min, &format!("至少 {min} 个字"));
        // The untrimmed text is stored, so its own length counts as well.
        self.that(field, value.chars().count() <= *max, &format!("最多 {max} 个字"));
        let clean = value.chars().all(|c| !invisible(c) && (!c.is_control() || matches!(c, '\n' | '\r' | '\t')));
        self.that(field, clean, "含有不能识别的字符")
    }

    /// As [`Checks::text`], where nothing is fine too.
    pub fn optional_text(&mut self, field: &str, value: Option<&str>, max: usize) -> &mut Self {
        match value {
            Some(text) if !text.is_empty() => self.text(field, text, 0..=max),
            _ => self,
        }
    }

    /// As [`Checks::text`], in one line: names, titles, numbers, tags.
    pub fn line(&mut self, field: &str, value: &str, chars: RangeInclusive<usize>) -> &mut Self {
        self.text(field, value, chars).that(field, !value.contains(breaks_line), "须为一行文字")
    }

    /// As [`Checks::line`], where nothing is fine too.
    pub fn optional_line(&mut self, field: &str, value: Option<&str>, max: usize) -> &mut Self {
        match value {
            Some(text) if !text.is_empty() => self.line(field, text, 0..=max),
            _ => self,
        }
    }

    /// Texts that stand beside one another, such as tags, each said once whatever its form.
    pub fn distinct(&mut self, field: &str, values: &[String], message: &str) -> &mut Self {
        let mut seen = HashSet::new();
        self.that(field, values.iter().all(|value| seen.insert(fold(value))), message)
    }

    /// A number inside `range`.
    pub fn range<T: PartialOrd>(
        &mut self,
        field: &str,
        value: T,
        range: RangeInclusive<T>,
        message: &str,
    ) -> &mut Self {
        self.that(field, range.contains(&value), message)
    }

    /// A value that must be given.
    pub fn given<T>(&mut self, field: &str, value: Option<&T>) -> &mut Self {
        self.that(field, value.is_some(), "请填写此项")
    }

    /// A mainland mobile number: 11 digits that start with 1 and 3–9.
    pub fn mobile(&mut self, field: &str, value: &str) -> &mut Self {
        let bytes = value.as_bytes();
        let holds = bytes.len() == 11
            && bytes.iter().all(u8::is_ascii_digit)
            && bytes[0] == b'1'
            && (b'3'..=b'9').contains(&bytes[1]);
        self.that(field, holds, "请填写 11 位手机号码")
    }

    /// An e-mail address: one `@`, something before it, a dot inside what follows. Delivery proves the rest.
    pub fn email(&mut self, field: &str, value: &str) -> &mut Self {
        let holds = value.len() <= 254
            && !value.chars().any(|c| c.is_whitespace() || c.is_control())
            && value.split_once('@').is_some_and(|(user, host)| {
                !user.is_empty()
                    && !host.contains('@')
                    && host.contains('.')
                    && !host.starts_with('.')
                    && !host.ends_with('.')
            });
        self.that(field, holds, "电子邮箱格式不正确")
    }

    /// Ok when no rule is broken.
    ///
    /// # Errors
    /// `validation` with every broken rule.
    pub fn done(&mut self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::invalid(std::mem::take(&mut self.0))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_broken_rules_are_told_at_once() {
        let mut checks = Checks::new();
        checks.text("name", " ", 1..=10).mobile("mobile", "12345").email("email", "a@b");
        let error = checks.done().expect_err("three rules are broken");
        let fields: Vec<_> = error.fields().iter().map(|f| f.field.as_str()).collect();
        assert_eq!(fields, ["name", "mobile", "email"]);
    }

    #[test]
    fn nothing_to_see_is_nothing() {
        for text in
            ["", " ", "\u{3000}", "\u{200b}", "\u{3164}\u{3164}", "\u{2800}", "\u{202e}\u{202c}", "\u{feff} \u{ffa0}\n"]
        {
            let error = Checks::new().text("name", text, 2..=10).done().expect_err("nothing");
            assert_eq!(error.fields()[0].message, "请填写此项", "{text:?}");
        }
        for text in ["金\u{200b}桥", "\u{202d}金桥", "金桥\u{3164}", "金\u{7}桥"] {
            assert!(Checks::new().text("name", text, 2..=10).done().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_line_is_one_line() {
        for break_ in ["\n", "\r\n", "\t", "\u{2028}", "\u{2029}"] {
            let text = format!("金桥{break_}科技");
            assert!(Checks::new().line("name", &text, 2..=10).done().is_err(), "{text:?}");
        }
        Checks::new().text("text", "第一段\n第二段", 2..=10).line("name", "金桥 科技", 2..=10).done().expect("fine");
    }

    #[test]
    fn tags_are_compared_in_their_common_form() {
        let tags = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        for same in [["首贷", "首貸"], ["LPR", " lpr "], ["ＡＩ", "AI"]] {
            assert!(Checks::new().distinct("tags", &tags(&same), "标签有重复").done().is_err(), "{same:?}");
        }
        Checks::new().distinct("tags", &tags(&["首贷", "续贷"]), "标签有重复").done().expect("two tags");
    }

    #[test]
    fn emails() {
        for (value, holds) in [
            ("a@b.cn", true),
            ("a@.c", false),
            ("@b.cn", false),
            ("a b@c.cn", false),
            ("a@b@c.cn", false),
            ("a@é.é", true),
            ("a@é", false),
        ] {
            assert_eq!(Checks::new().email("email", value).done().is_ok(), holds, "{value}");
        }
    }
}
