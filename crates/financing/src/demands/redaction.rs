//! Free text must not tell who the enterprise is before it consents (domain 2.3).

/// Words that follow a firm's own name; what stands before them is what people know it by.
const FORMS: &[&str] = &[
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "集团",
    "合伙企业",
    "（有限合伙）",
    "公司",
    "科技",
    "技术",
    "重庆市",
    "重庆",
];

/// What in `text` would give the enterprise away: one of its own words, a long number, an address on the net.
pub fn identifying_text(text: &str, own_words: &[&str]) -> Option<String> {
    let lower = text.to_lowercase();
    let words = own_words.iter().flat_map(|word| [(*word).to_owned(), stem(word)]);
    let named = words.filter(|word| word.chars().count() >= 2).find(|word| lower.contains(&word.to_lowercase()));
    named.or_else(|| long_number(text)).or_else(|| {
        ["@", "www.", "http", ".com", ".cn"].iter().find(|mark| lower.contains(**mark)).map(|mark| (*mark).to_owned())
    })
}

fn stem(name: &str) -> String {
    FORMS.iter().fold(name.to_owned(), |name, form| name.replace(form, ""))
}

/// Seven digits in a row, whatever stands between them: a phone number or a code.
fn long_number(text: &str) -> Option<String> {
    let mut run = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => run.push(c),
            '０'..='９' => run.push(char::from_digit(c as u32 - '０' as u32, 10).unwrap_or('0')),
            '-' | ' ' | '－' => {}
            _ => run.clear(),
        }
        if run.len() >= 7 {
            return Some(run);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::identifying_text;

    #[test]
    fn giveaways() {
        let own = ["重庆金桥机器人科技有限公司", "张三"];
        for (text, found) in [
            ("采购原材料，用于新订单生产", None),
            ("订单金额 500 万元，期限 12 个月", None),
            ("重庆金桥机器人科技有限公司采购", Some("重庆金桥机器人科技有限公司")),
            ("我们金桥机器人采购", Some("金桥机器人")),
            ("联系张三", Some("张三")),
            ("电话 138-1234 5678", Some("1381234")),
            ("电话１３８１２３４", Some("1381234")),
            ("见 www.example", Some("www.")),
        ] {
            assert_eq!(identifying_text(text, &own).as_deref(), found, "{text}");
        }
    }
}
