//! Labelled pairs from a file: separated by tabs or, as csv, in the last three columns.

use super::Example;

/// The fields of a line of csv; quotes may hold commas and doubled quotes.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted, mut chars) = (vec![String::new()], false, line.chars().peekable());
    while let Some(c) = chars.next() {
        let Some(field) = fields.last_mut() else { break };
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' if quoted || field.is_empty() => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => field.push(c),
        }
    }
    fields
}

/// The pairs of a file in its order: `a`, `b` and a label of each line, the last three fields. A line is taken as csv when it
/// holds fewer than two tabs. Lines without a number in the label's place, a header among them, are left out.
pub fn read_pairs(text: &str) -> Vec<Example> {
    let lines = text.trim_start_matches('\u{feff}').lines();
    let example = |line: &str| {
        let tabs: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let fields = if tabs.len() > 2 { tabs } else { fields(line) };
        let [.., a, b, label] = fields.as_slice() else { return None };
        let label = label.trim().parse::<f64>().ok().filter(|label| label.is_finite())?;
        Some(Example { a: a.clone(), b: b.clone(), label, cosine: None })
    };
    lines.filter_map(example).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tabs_csv_and_headers() {
        let of = |text: &str| read_pairs(text).into_iter().map(|one| (one.a, one.b, one.label)).collect::<Vec<_>>();
        let pair = |a: &str, b: &str, label| (a.to_owned(), b.to_owned(), label);
        assert_eq!(of("text_a\ttext_b\tlabel\n怎么借\t如何借\t1\n"), [pair("怎么借", "如何借", 1.0)]);
        assert_eq!(
            of("\u{feff}id,s1,s2,label\r\n7,\"好,吗\",\"他说\"\"好\"\"\",0\r\n"),
            [pair("好,吗", "他说\"好\"", 0.0)]
        );
        assert_eq!(of("x\ty\t4.5"), [pair("x", "y", 4.5)]);
        assert!(of("\n,,\na,b").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[\\PC\t\n\",]{0,80}") {
            let _ = read_pairs(&text);
        }
    }
}
