//! Sheets of lines that people import: CSV as office programs export it, pasted from a table, or typed. Every importer reads its
//! rows here, so that an error names the line that the person sees in the sheet, and nothing is read by half.

use crate::{
    Checks, NaiveDate, Result,
    normal::{key, visible},
    typed::half_width,
};

/// What separates cells, in the order in which it is looked for.
const SEPARATORS: [char; 4] = ['\t', ',', '，', ';'];

/// A row that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line of the sheet on which it begins, from 1.
    pub line: usize,
    /// Its cells without blanks around them; empty ones at the end are left out.
    pub cells: Vec<String>,
}

impl Row {
    /// Exactly `N` cells, those left out empty; none when there are more.
    pub fn columns<const N: usize>(&self) -> Option<[&str; N]> {
        let column = |index: usize| self.cells.get(index).map_or("", String::as_str);
        (self.cells.len() <= N).then(|| std::array::from_fn(column))
    }

    /// The row's name among the fields of `input`, such as `csv[3]`.
    pub fn field(&self, input: &str) -> String {
        format!("{input}[{}]", self.line)
    }
}

/// The rows of `text` that hold something. Cells are separated by what separates those of the first row; a cell in quotation
/// marks may hold separators, line breaks and doubled marks.
///
/// # Errors
/// `validation` naming every line that cannot be read, as `input[3]`.
pub fn rows(input: &str, text: &str) -> Result<Vec<Row>> {
    let text = visible(text);
    let text = text.as_str();
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let separator = separator_of(first);
    let (mut checks, mut rows) = (Checks::new(), vec![]);
    let mut reader = Reader { rest: text, line: 1, separator };
    while !reader.rest.is_empty() {
        let line = reader.line;
        match reader.row() {
            Ok(cells) if cells.is_empty() => {}
            Ok(cells) if cells.iter().any(|cell| garbled(cell)) => {
                checks.that(&format!("{input}[{line}]"), false, "文字编码不能识别，请另存为 UTF-8 格式后再导入");
            }
            Ok(cells) => rows.push(Row { line, cells }),
            Err(message) => {
                checks.that(&format!("{input}[{line}]"), false, message);
            }
        }
    }
    checks.done()?;
    Ok(rows)
}

/// `rows` without a heading, if the first row is one: a word in its first cell and no digit in all of it, or a column's name. Columns are
/// read by their place, so a heading that has another of `columns` there, or something else, says that values would be read as what they
/// are not.
///
/// # Errors
/// `validation` naming the heading's line.
pub fn below_heading<'a>(input: &str, rows: &'a [Row], columns: &[&str]) -> Result<&'a [Row]> {
    let Some((first, others)) = rows.split_first() else { return Ok(rows) };
    let keys: Vec<String> = columns.iter().map(|column| key(column)).collect();
    let named = |cell: &str| {
        let cell = key(cell);
        let within = keys.iter().enumerate().filter(|(_, column)| cell.contains(column.as_str()));
        let around = || keys.iter().position(|column| !cell.is_empty() && column.contains(&cell));
        within.max_by_key(|(_, column)| column.len()).map(|(place, _)| place).or_else(around)
    };
    let word = first.cells.first().is_some_and(|cell| key(cell).chars().count() > 1);
    let counts = first.cells.iter().any(|cell| named(cell).is_none() && cell.contains(char::is_numeric));
    if (!word || counts) && !first.cells.iter().any(|cell| keys.contains(&key(cell))) {
        return Ok(rows);
    }
    let mut checks = Checks::new();
    for (place, cell) in first.cells.iter().enumerate() {
        let fits = cell.is_empty() || named(cell) == Some(place);
        let wanted = columns.get(place).map_or_else(|| "空".to_owned(), |column| format!("“{column}”"));
        checks.that(
            &first.field(input),
            fits,
            &format!("第 {} 列的标题是“{cell}”，应为{wanted}，请调整列的顺序", place + 1),
        );
    }
    checks.done()?;
    Ok(others)
}

/// What stands outside of quotation marks decides.
fn separator_of(line: &str) -> char {
    let plain: String = line.split('"').step_by(2).collect();
    SEPARATORS.into_iter().find(|separator| plain.contains(*separator)).unwrap_or(',')
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    separator: char,
}

impl Reader<'_> {
    /// The next row. After a mistake reading goes on with the next line.
    fn row(&mut self) -> Result<Vec<String>, &'static str> {
        let mut cells = vec![];
        loop {
            let cell = match self.cell() {
                Ok(cell) => cell,
                Err(message) => {
                    self.skip_line();
                    return Err(message);
                }
            };
            cells.push(cell);
            match self.next() {
                Some(c) if c == self.separator => {}
                _ => break,
            }
        }
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        Ok(cells)
    }

    fn skip_line(&mut self) {
        while !matches!(self.next(), None | Some('\n')) {}
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// The next character; an end of line is `\n`, however it is written.
    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.rest = &self.rest[c.len_utf8()..];
        match c {
            '\r' => self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest),
            '\n' => {}
            _ => return Some(c),
        }
        self.line += 1;
        Some('\n')
    }

    fn ends_cell(&self) -> bool {
        self.peek().is_none_or(|c| c == self.separator || matches!(c, '\r' | '\n'))
    }

    fn skip_blanks(&mut self) {
        while !self.ends_cell() && self.peek().is_some_and(char::is_whitespace) {
            self.next();
        }
    }

    fn cell(&mut self) -> Result<String, &'static str> {
        self.skip_blanks();
        if self.peek() == Some('"') { self.quoted() } else { self.plain() }
    }

    fn plain(&mut self) -> Result<String, &'static str> {
        let mut cell = String::new();
        while !self.ends_cell() {
            match self.next() {
                Some('"') => return Err("引号不成对，或引号前后有其他内容"),
                Some('\0') => return Err("含有不能识别的字符"),
                Some(c) => cell.push(c),
                None => break,
            }
        }
        Ok(cell.trim().to_owned())
    }

    fn quoted(&mut self) -> Result<String, &'static str> {
        let (rest, line) = (self.rest, self.line);
        self.next();
        let mut cell = String::new();
        loop {
            match self.next() {
                None => {
                    // Nothing closes it: only its own line is lost.
                    (self.rest, self.line) = (rest, line);
                    return Err("引号没有结束");
                }
                Some('"') if self.peek() == Some('"') => {
                    self.next();
                    cell.push('"');
                }
                Some('"') => break,
                Some(c) => cell.push(c),
            }
        }
        self.skip_blanks();
        if self.ends_cell() {
            Ok(cell.trim().to_owned())
        } else {
            Err("引号不成对，或引号前后有其他内容")
        }
    }
}

/// The rows as a sheet with commas, each cell in quotation marks where it needs them.
pub fn written(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| match cell.contains([',', '"', '\n', '\r', '\t', ';', '，']) || cell.trim() != cell {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\n").collect()
}

/// Would an office program take the cell for a formula, also once its signs have been made half width?
pub fn computes(cell: &str) -> bool {
    half_width(cell).trim_start().starts_with(['=', '+', '-', '@'])
}

/// Was `cell` read in another encoding than it was written in: Chinese of GBK that has become letters with accents?
fn garbled(cell: &str) -> bool {
    let mut run = 0;
    cell.chars().any(|c| {
        let accented =
            matches!(c, '\u{80}'..='\u{ff}') && !matches!(c, '\u{a0}' | '°' | '±' | '²' | '³' | '·' | '×' | '÷');
        run = if accented { run + 1 } else { 0 };
        run > 2 || c == '\u{fffd}'
    })
}

/// A day as people and office programs write it: `2026-01-01`, `2026/1/1`, `2026.1.1`, `2026年1月1日`, `20260101`, in full width
/// too, and with the midnight that some programs add.
pub fn date(text: &str) -> Option<NaiveDate> {
    let text = half_width(text).replace('。', ".");
    let text = text.trim();
    let day = text.split_once([' ', 'T']).map_or(text, |(day, time)| {
        let midnight = time.trim().chars().all(|c| matches!(c, '0' | ':' | '.'));
        if midnight { day } else { text }
    });
    if day.len() == 8 && day.bytes().all(|digit| digit.is_ascii_digit()) {
        return NaiveDate::parse_from_str(day, "%Y%m%d").ok();
    }
    let chinese = day.strip_suffix(['日', '号']).map(|day| day.replace(['年', '月'], "-"));
    let plain = chinese.unwrap_or_else(|| match day.matches(['/', '.']).count() {
        2 => day.replace(['/', '.'], "-"),
        _ => day.to_owned(),
    });
    let mut parts = plain.split('-').map(str::trim);
    let number = |part: Option<&str>, digits: usize| {
        part.filter(|part| (1..=digits).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
    };
    let (year, month, day) = (number(parts.next(), 4)?, number(parts.next(), 2)?, number(parts.next(), 2)?);
    (parts.next().is_none() && year > 1000).then(|| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(usize, Vec<String>)> {
        rows("csv", text).expect(text).into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn whatever_separates() {
        let want = [row(1, &["日期", "类型"]), row(2, &["2026/1/1", "放假"])];
        for text in [
            "日期,类型\n2026/1/1,放假",
            "\u{feff}日期,类型\r\n2026/1/1,放假\r\n",
            "日期\t类型\n2026/1/1\t放假\n",
            "日期，类型\r2026/1/1，放假\r",
            "日期; 类型\n2026/1/1 ;放假\n\n",
            "\"日期\",\"类型\"\n\"2026/1/1\" , \"放假\"",
            "日期,类型,,\n2026/1/1,放假,,\n,,,\n , ,\n",
        ] {
            assert_eq!(read(text), want, "{text:?}");
        }
        assert_eq!(read(""), []);
        // What separates is settled by the first row, outside of its quotation marks.
        assert_eq!(read("\"a,b\"\tc\n1,2\t3"), [row(1, &["a,b", "c"]), row(2, &["1,2", "3"])]);
    }

    #[test]
    fn a_heading_is_taken_off_and_names_its_columns_in_order() {
        let columns = ["公布日期", "1年期", "5年期以上"];
        for (text, left) in [
            ("公布日期,1年期,5年期以上\n2026-11-20,3.00,3.50", Ok(1)),
            ("日期,一年,五年\n2026-11-20,3.00,3.50", Err("csv[1]")),
            ("日期,5Y,1Y\n2026-11-20,3.50,3.00", Ok(2)),
            ("日期,,5年期\n2026-11-20,3.00,3.50", Ok(1)),
            ("合同号,金额\n1,2", Err("csv[1]")),
            ("日期,1年期LPR,5年期以上LPR\n2026-11-20,3.00,3.50", Ok(1)),
            ("2026-11-20,3.00,3.50", Ok(1)),
            ("２０２６－１１－２０，３．００，３．５０", Ok(1)),
            ("备注,1年期\n2026-11-20,3.00", Err("csv[1]")),
            ("", Ok(0)),
            ("公布日期,5年期以上,1年期\n2026-11-20,3.50,3.00", Err("csv[1]")),
            ("公布日期,5 年期以上（%）\n2026-11-20,3.50", Err("csv[1]")),
            ("\n1年期,公布日期\n3.00,2026-11-20", Err("csv[2]")),
        ] {
            let rows = rows("csv", text).expect(text);
            let body = below_heading("csv", &rows, &columns).map(<[Row]>::len);
            assert_eq!(
                body.as_ref().map_err(|error| error.fields()[0].field.as_str()),
                left.as_ref().map_err(|field| *field),
                "{text}"
            );
        }
    }

    #[test]
    fn lines_are_those_of_the_sheet() {
        let text = "名称,说明\n\n甲,\"两行\n\"\"引\"\"\"\n,,\n乙,丙";
        assert_eq!(read(text), [row(1, &["名称", "说明"]), row(3, &["甲", "两行\n\"引\""]), row(6, &["乙", "丙"])]);
    }

    #[test]
    fn malformed_rows_are_named_and_nothing_is_read() {
        for (text, lines) in [
            ("a,b\n\"c\"d,e\nf,g", vec!["csv[2]"]),
            ("a,b\nc\"d,e\nf,\"g", vec!["csv[2]", "csv[3]"]),
            ("a,\"b\nc,d", vec!["csv[1]"]),
            ("a,b\n\0,c", vec!["csv[2]"]),
            ("a,b\nÅúÁ¢ÅúÁ¢,c\nd,�", vec!["csv[2]", "csv[3]"]),
        ] {
            let error = rows("csv", text).expect_err(text);
            assert_eq!(error.fields().iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), lines, "{text:?}");
        }
        let [only] = &rows("csv", "a,b,c,d").expect("a row")[..] else { panic!("one row") };
        assert_eq!((only.columns::<3>(), only.columns::<5>()), (None, Some(["a", "b", "c", "d", ""])));
    }

    #[test]
    fn formulas_and_words_of_other_languages() {
        for cell in ["=1", " +1", "-1", "@a", "＝1", "＋1", "－1", "＠a"] {
            assert!(computes(cell), "{cell}");
        }
        assert!(!computes("a=1") && !computes(""));
        assert_eq!(read("café, naïve × 3 m² · 20 °C")[0].1.len(), 2);
    }

    #[test]
    fn dates() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 1);
        for text in [
            "2026-01-01",
            "2026-1-1",
            "2026/1/1",
            "2026.1.1",
            "2026年1月1日",
            "2026年01月01号",
            "2026 年 1 月 1 日",
            "20260101",
            "２０２６／１／１",
            "２０２６年１月１日",
            "2026。1。1",
            " 2026/1/1 ",
            "2026/1/1 0:00",
            "2026-01-01T00:00:00",
        ] {
            assert_eq!(date(text), day, "{text}");
        }
        for text in
            ["", "2026-13-01", "2026-2-30", "26-1-1", "1/1/2026", "2026-1", "2026-1-1-1", "2026/1/1 8:30", "元旦"]
        {
            assert_eq!(date(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "([a-z,，\t\"\r\n\\x00]|\\PC){0,80}") {
            let _ = (rows("csv", &text), date(&text));
        }

        #[test]
        fn what_is_written_is_read(cells in proptest::collection::vec("[a-z,\"\n，;\t =]{1,6}", 1..5)) {
            // The first cells settle what separates.
            let row = [vec!["x".to_owned(), "y".to_owned()], cells].concat();
            let mut want: Vec<_> = row.iter().map(|cell| cell.trim().to_owned()).collect();
            while want.last().is_some_and(String::is_empty) { want.pop(); }
            let found = rows("csv", &written(&[row])).expect("well formed");
            prop_assert_eq!(found.first().map(|row| row.cells.clone()).unwrap_or_default(), want);
        }
    }
}
