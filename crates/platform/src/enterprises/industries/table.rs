//! The classification as it was published: one row per section, division, group and class. Pure.

use crate::enterprises::IndustrySection;
use jinqiao_kernel::NaiveDate;
use sea_orm::{ActiveEnum, Iterable};
use std::{collections::HashMap, sync::LazyLock};

/// Where the table comes from.
pub const SOURCE: &str = "国民经济行业分类 GB/T 4754-2017";

/// The day from which it counts.
pub fn effective_on() -> NaiveDate {
    NaiveDate::from_ymd_opt(2017, 10, 1).unwrap_or_default()
}

/// One class with the names above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// 门类.
    pub section: IndustrySection,
    /// Four digits, of which the first two are its division and the first three its group.
    pub code: &'static str,
    /// 小类.
    pub name: &'static str,
    /// Name of its group, 中类.
    pub group: &'static str,
    /// Name of its division, 大类.
    pub division: &'static str,
}

/// The whole classification.
pub struct Table {
    /// Names of sections, divisions, groups and classes by code.
    names: HashMap<&'static str, (IndustrySection, &'static str)>,
    /// Classes in the order of their codes.
    pub classes: Vec<Class>,
}

/// The published table; what is not a row of it is left out, and the tests count the rows.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("gbt4754-2017.csv")));

impl Table {
    fn read(text: &'static str) -> Self {
        let row = |line: &'static str| {
            let mut cells = line.trim_end().splitn(4, ',');
            let (_level, section) = (cells.next()?, section_named(cells.next()?)?);
            Some((section, cells.next()?, cells.next()?.trim_matches('"')))
        };
        let rows: Vec<_> = text.lines().skip(1).filter_map(row).collect();
        let names: HashMap<_, _> = rows.iter().map(|(section, code, name)| (*code, (*section, *name))).collect();
        let above = |code: &str| names.get(code).map(|(_, name)| *name);
        let class = |(section, code, name): &(IndustrySection, &'static str, &'static str)| {
            let class = code.len() == 4 && code.is_ascii();
            class.then_some(())?;
            Some(Class { section: *section, code, name, group: above(&code[..3])?, division: above(&code[..2])? })
        };
        let classes = rows.iter().filter_map(class).collect();
        Self { names, classes }
    }
}

fn section_named(letter: &str) -> Option<IndustrySection> {
    IndustrySection::iter().find(|section| section.to_value().eq_ignore_ascii_case(letter))
}

/// Is `division` (two digits) a division of `section`?
pub fn is_division(section: IndustrySection, division: &str) -> bool {
    division.len() == 2 && TABLE.names.get(division).is_some_and(|(own, _)| *own == section)
}

/// Is `class` (four digits) a class of `division`?
pub fn is_class(division: &str, class: &str) -> bool {
    class_name(class).is_some() && division.len() == 2 && class.starts_with(division)
}

/// The name of a class; none for a code that is none.
pub fn class_name(class: &str) -> Option<&'static str> {
    let (_, name) = TABLE.names.get(class).filter(|_| class.len() == 4)?;
    Some(name)
}

/// The section of a code: a section's letter, a division's two digits, a group's three or a class's four.
pub fn section_of(code: &str) -> Option<IndustrySection> {
    section_named(code).or_else(|| TABLE.names.get(code).map(|(section, _)| *section))
}

#[cfg(test)]
mod tests {
    use super::*;
    use IndustrySection::{C, I, J, M};

    #[test]
    fn the_table_is_whole() {
        let long = |digits: usize| TABLE.names.keys().filter(|code| code.len() == digits).count();
        assert_eq!((long(1), long(2), long(3), long(4)), (20, 97, 473, 1_381));
        assert_eq!(TABLE.classes.len(), 1_381, "each class has its group and division");
        for class in &TABLE.classes {
            assert!(is_division(class.section, &class.code[..2]), "{}", class.code);
            assert_eq!(TABLE.names[&class.code[..3]].0, class.section, "{}", class.code);
        }
        assert!(TABLE.names.values().all(|(_, name)| !name.is_empty() && !name.contains('"')));
    }

    #[test]
    fn divisions_belong_to_one_section() {
        for number in 1..=97 {
            let division = format!("{number:02}");
            let sections = IndustrySection::iter().filter(|section| is_division(*section, &division)).count();
            assert_eq!(sections, 1, "{division}");
        }
        for wrong in ["00", "98", "1", "", "+5", "013", "C"] {
            assert!(!IndustrySection::iter().any(|section| is_division(section, wrong)), "{wrong}");
        }
    }

    #[test]
    fn classes_belong_to_their_division() {
        for (division, class, holds) in [
            ("35", "3521", true),
            ("65", "6513", true),
            ("65", "3521", false),
            ("35", "3590", false),
            ("35", "352", false),
            ("35", "", false),
            ("", "3521", false),
            ("9", "9999", false),
        ] {
            assert_eq!(is_class(division, class), holds, "{division} {class}");
        }
        assert_eq!(class_name("6513"), Some("应用软件开发"));
        assert_eq!(class_name("651"), None);
    }

    #[test]
    fn codes_of_every_length_have_a_section() {
        for (code, want) in [
            ("C", Some(C)),
            ("c", Some(C)),
            ("39", Some(C)),
            ("391", Some(C)),
            ("6513", Some(I)),
            ("6635", Some(J)),
            ("7320", Some(M)),
            ("3590", None),
            ("98", None),
            ("", None),
            ("产", None),
        ] {
            assert_eq!(section_of(code), want, "{code}");
        }
    }
}
