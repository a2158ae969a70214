//! An edition of the classification: one row per section, division, group and class. Pure.

use crate::enterprises::IndustrySection;
use jinqiao_kernel::{Checks, Result, sheet};
use sea_orm::{ActiveEnum, Iterable};
use std::{collections::BTreeMap, sync::LazyLock};

/// The edition that the platform brings along.
const FIRST: &str = include_str!("gbt4754-2017.csv");
/// More rows than any edition has had; the one of 2017 has 1,971.
const MOST: usize = 3_000;
/// Columns of a sheet.
const COLUMNS: [&str; 4] = ["层级", "门类", "代码", "名称"];

/// One class with the names above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// 门类.
    pub section: IndustrySection,
    /// Four digits, of which the first two are its division and the first three its group.
    pub code: String,
    /// 小类.
    pub name: String,
    /// Name of its group, 中类.
    pub group: String,
    /// Name of its division, 大类.
    pub division: String,
}

/// The whole classification.
#[derive(Clone, Debug, Default)]
pub struct Industries {
    /// Sections and names by code; a section's own code is its letter.
    names: BTreeMap<String, (IndustrySection, String)>,
    /// Classes in the order of their codes.
    classes: Vec<Class>,
}

static SHIPPED: LazyLock<Industries> = LazyLock::new(|| Industries::read(FIRST).unwrap_or_default());

impl Industries {
    /// The edition that the platform brings along; the tests count its rows.
    pub fn first() -> Self {
        SHIPPED.clone()
    }

    /// Reads an edition: `层级,门类,代码,名称` in lines. The first row may be a heading. Sections and divisions are those that the
    /// platform knows: lists, bands and masks are built on them.
    ///
    /// # Errors
    /// `validation` naming every line that is wrong, as `csv[3]`.
    pub fn parse(text: &str) -> Result<Self> {
        let table = Self::read(text)?;
        let same = table.broad() == SHIPPED.broad();
        let message = "门类须为 A 至 T、大类须为 01 至 97，且一个不少；平台的列表和分段以此为准";
        Checks::new().that("csv", same, message).done()?;
        Ok(table)
    }

    /// Sections and divisions.
    fn broad(&self) -> Vec<(&str, IndustrySection)> {
        let own = self.names.iter().filter(|(code, _)| code.len() <= 2);
        own.map(|(code, (section, _))| (code.as_str(), *section)).collect()
    }

    fn read(text: &str) -> Result<Self> {
        let rows = sheet::rows("csv", text)?;
        let mut checks = Checks::new();
        checks.that("csv", (2..=MOST).contains(&rows.len()), "须有 1 至 3,000 行").done()?;
        let rows = sheet::below_heading("csv", &rows, &COLUMNS)?;
        let (mut checks, mut names, mut lines) = (Checks::new(), BTreeMap::new(), vec![]);
        for row in rows {
            let line = row.field("csv");
            match row.columns().ok_or("每行只有层级、门类、代码、名称四列").and_then(entry) {
                Ok((code, section, name)) => {
                    checks.line(&line, &name, 1..=60);
                    checks.that(&line, !sheet::computes(&name), "名称不能以 = + - @ 开头");
                    checks.that(&line, names.insert(code.clone(), (section, name)).is_none(), "代码出现两次");
                    lines.push((line, code, section));
                }
                Err(message) => {
                    checks.that(&line, false, message);
                }
            }
        }
        for (line, code, section) in &lines {
            let above = match code.len() {
                1 => code.clone(),
                2 => section.to_value().to_uppercase(),
                long => code[..long - 1].to_owned(),
            };
            let fits = names.get(&above).is_some_and(|(own, _)| own == section);
            checks.that(line, fits, "没有它的上一级，或与上一级门类不同");
        }
        checks.done()?;
        let named = |code: &str| names.get(code).map(|(_, name)| name.clone()).unwrap_or_default();
        let class = |(code, (section, name)): (&String, &(IndustrySection, String))| Class {
            section: *section,
            code: code.clone(),
            name: name.clone(),
            group: named(&code[..3]),
            division: named(&code[..2]),
        };
        let classes = names.iter().filter(|(code, _)| code.len() == 4).map(class).collect();
        Ok(Self { names, classes })
    }

    /// Classes in the order of their codes.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// What each code stands for, to be compared.
    pub fn entries(&self) -> BTreeMap<String, String> {
        self.names.iter().map(|(code, (section, name))| (code.clone(), format!("{section:?} {name}"))).collect()
    }

    /// As a sheet that [`Industries::parse`] reads.
    pub fn sheet(&self) -> Vec<Vec<String>> {
        let mut rows: Vec<_> = self.names.iter().collect();
        // A section stands before its divisions, and each of these before its groups.
        rows.sort_by_key(|(code, (section, _))| (section.to_value(), code.len() > 1, (*code).clone()));
        let heading = COLUMNS.map(str::to_owned).to_vec();
        let row = |(code, (section, name)): (&String, &(IndustrySection, String))| {
            vec![code.len().to_string(), format!("{section:?}"), code.clone(), name.clone()]
        };
        std::iter::once(heading).chain(rows.into_iter().map(row)).collect()
    }

    /// Is `division` (two digits) a division of `section`?
    pub fn is_division(&self, section: IndustrySection, division: &str) -> bool {
        division.len() == 2 && self.names.get(division).is_some_and(|(own, _)| *own == section)
    }

    /// Is `class` (four digits) a class of `division`?
    pub fn is_class(&self, division: &str, class: &str) -> bool {
        self.class_name(class).is_some() && division.len() == 2 && class.starts_with(division)
    }

    /// The name of a class; none for a code that is none.
    pub fn class_name(&self, class: &str) -> Option<&str> {
        let (_, name) = self.names.get(class).filter(|_| class.len() == 4)?;
        Some(name)
    }

    /// The section of a code: a section's letter, a division's two digits, a group's three or a class's four.
    pub fn section_of(&self, code: &str) -> Option<IndustrySection> {
        section_named(code).or_else(|| self.names.get(code).map(|(section, _)| *section))
    }
}

/// A row: code, section and name. Office programs take the zero away that a code begins with; the level tells that it was there.
fn entry([level, section, code, name]: [&str; 4]) -> Result<(String, IndustrySection, String), &'static str> {
    let level = level.parse::<usize>().ok().filter(|level| (1..=4).contains(level)).ok_or("层级须为 1 至 4")?;
    let section = section_named(section).ok_or("门类须为 A 至 T")?;
    if level == 1 {
        let own = code.eq_ignore_ascii_case(&section.to_value());
        return own.then(|| (code.to_uppercase(), section, name.to_owned())).ok_or("门类的代码须与门类相同");
    }
    let code = format!("{code:0>level$}");
    let digits = code.len() == level && code.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| (code, section, name.to_owned())).ok_or("大类、中类、小类的代码须为两位、三位、四位数字")
}

/// The section of a code of whatever edition: sections and divisions are the same in all.
pub fn section_of(code: &str) -> Option<IndustrySection> {
    section_named(code).or_else(|| SHIPPED.section_of(code.get(..2)?))
}

fn section_named(letter: &str) -> Option<IndustrySection> {
    IndustrySection::iter().find(|section| section.to_value().eq_ignore_ascii_case(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use IndustrySection::{C, I, J, M};

    #[test]
    fn the_first_edition_is_whole() {
        let table = Industries::first();
        let long = |digits: usize| table.names.keys().filter(|code| code.len() == digits).count();
        assert_eq!((long(1), long(2), long(3), long(4)), (20, 97, 473, 1_381));
        for class in table.classes() {
            assert!(table.is_division(class.section, &class.code[..2]), "{}", class.code);
            assert!(!class.group.is_empty() && !class.division.is_empty(), "{}", class.code);
        }
        assert!(table.names.values().all(|(_, name)| !name.is_empty() && !name.contains('"')));
        let sheet: Vec<_> = table.sheet().iter().map(|row| row.join("\t")).collect();
        let again = Industries::parse(&sheet.join("\n")).expect("what is written is read");
        assert_eq!(again.entries(), table.entries());
    }

    #[test]
    fn divisions_belong_to_one_section() {
        let table = Industries::first();
        for number in 1..=97 {
            let division = format!("{number:02}");
            let sections = IndustrySection::iter().filter(|section| table.is_division(*section, &division)).count();
            assert_eq!(sections, 1, "{division}");
        }
        for wrong in ["00", "98", "1", "", "+5", "013", "C"] {
            assert!(!IndustrySection::iter().any(|section| table.is_division(section, wrong)), "{wrong}");
        }
    }

    #[test]
    fn classes_belong_to_their_division() {
        let table = Industries::first();
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
            assert_eq!(table.is_class(division, class), holds, "{division} {class}");
        }
        assert_eq!((table.class_name("6513"), table.class_name("651")), (Some("应用软件开发"), None));
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
            assert_eq!(table.section_of(code), want, "{code}");
        }
        assert_eq!((section_of("3590"), section_of("c"), section_of("9")), (Some(C), Some(C), None));
    }

    #[test]
    fn every_wrong_line_is_named_and_nothing_is_read() {
        let wrong = |text: &str| -> Vec<String> {
            let error = Industries::parse(text).expect_err("it is wrong");
            error.fields().iter().map(|field| field.field.clone()).collect()
        };
        let text = "层级,门类,代码,名称\n1,C,C,制造业\n2,C,35,专用设备\n5,C,35,x\n2,Z,36,x\n3,C,3521,x\n3,C,359,\n2,C,35,x\n\
                    4,C,3611,x\n3,I,351,x\n1,C,D,x\n3,C,352,x,多\n";
        let lines = [4, 5, 6, 7, 8, 11, 12, 9, 10].map(|line| format!("csv[{line}]"));
        assert_eq!(wrong(text), lines);
        assert_eq!(wrong("层级,门类,代码,名称\n1,C,C,制造业\n2,C,35,专用设备\n"), ["csv"], "divisions are missing");
        assert_eq!(wrong("层级,门类,代码,名称"), ["csv"]);
        let excel = FIRST.replace("2,A,01,", "2,A,1,");
        assert!(Industries::parse(&excel).is_ok(), "a zero that was lost");
    }
}
