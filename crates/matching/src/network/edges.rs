//! Reads rated links from text, as the evaluation program takes them.

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Who.
    pub user: String,
    /// What.
    pub item: String,
    /// How much it was liked.
    pub rating: f64,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EdgeError {
    /// From 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
}

impl std::fmt::Display for EdgeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for EdgeError {}

/// User, item and rating from each line, separated by tabs or spaces; further columns and empty lines are ignored. The
/// first line that is different refuses the whole. Of several lines for one pair the last counts, as a rating that was
/// changed. Sorted by user, then by item.
pub fn edges(text: &str) -> Result<Vec<Edge>, EdgeError> {
    let mut all: Vec<(usize, Edge)> = vec![];
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        let mut columns = line.split_whitespace();
        let Some(user) = columns.next() else { continue };
        let refuse = |reason: String| EdgeError { line: number, reason };
        let (Some(item), Some(rating)) = (columns.next(), columns.next()) else {
            return Err(refuse("user, item and rating are needed".into()));
        };
        let rating = match rating.parse::<f64>() {
            Ok(rating) if rating.is_finite() => rating,
            _ => return Err(refuse(format!("{:?} is not a rating", rating.chars().take(40).collect::<String>()))),
        };
        all.push((number, Edge { user: user.into(), item: item.into(), rating }));
    }
    // The last line of a pair comes first, and is the one that stays.
    all.sort_by(|(a, one), (b, two)| (&one.user, &one.item, b).cmp(&(&two.user, &two.item, a)));
    all.dedup_by(|(_, next), (_, kept)| (&next.user, &next.item) == (&kept.user, &kept.item));
    Ok(all.into_iter().map(|(_, edge)| edge).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tabs_spaces_further_columns_and_repeated_pairs() {
        let read = edges("\u{feff}196\t242\t3\t881250949\r\n\n186 302 3.5\n196\t242\t1\n").unwrap();
        let edge = |user: &str, item: &str, rating| Edge { user: user.into(), item: item.into(), rating };
        assert_eq!(read, [edge("186", "302", 3.5), edge("196", "242", 1.0)]);
        assert_eq!(edges(""), Ok(vec![]));
    }

    #[test]
    fn a_bad_line_is_refused_with_its_number() {
        for (text, line) in
            [("1 2 3\n1 2\n", 2), ("1 2 x", 1), ("1 1 1\n\n1 2 NaN", 3), ("1 2 inf", 1), ("user item rating", 1)]
        {
            assert_eq!(edges(text).unwrap_err().line, line, "{text:?}");
        }
        assert_eq!(edges("1 2").unwrap_err().to_string(), "line 1: user, item and rating are needed");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9a-z\\t \\n\u{1f600}.]{0,200}") {
            if let Err(error) = edges(&text) {
                prop_assert!(error.line <= text.lines().count());
            }
        }
    }
}
