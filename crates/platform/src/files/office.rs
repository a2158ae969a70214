//! The parts of an Office file, judged by what is in them and not by what they are called: nothing that runs, nothing that
//! is fetched from elsewhere, no other file but the sheet behind a native chart.

use super::scanner::refused;
use jinqiao_kernel::{Error, Result};
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event, attributes::Attribute},
};
use std::io::{self, BufRead, Read};

/// Elements that a whole part is made of, when it is code, a control, a link to other data, or an add-in.
const ROOTS: [&str; 10] = [
    "ocx",
    "vbaSuppData",
    "customUI",
    "macrosheet",
    "dialogsheet",
    "externalLink",
    "connections",
    "queryTable",
    "webextension",
    "taskpanes",
];

/// Elements that have no harmless use, wherever they stand: data links, and scripts inside pictures.
const ELEMENTS: [&str; 4] = ["ddeLink", "oleLink", "script", "altChunk"];

/// Last words of the types of relationships to what is not taken.
const RELATIONSHIPS: [&str; 16] = [
    "oleObject",
    "control",
    "activeXControlBinary",
    "vbaProject",
    "wordVbaData",
    "attachedTemplate",
    "frame",
    "subDocument",
    "aFChunk",
    "attachedToolbars",
    "extensibility",
    "ui",
    "xlMacrosheet",
    "xlIntlMacrosheet",
    "externalLink",
    "externalLinkPath",
];

/// First words of fields that fetch, run or embed something.
const FIELDS: [&str; 14] = [
    "DDE",
    "DDEAUTO",
    "LINK",
    "IMPORT",
    "INCLUDE",
    "INCLUDETEXT",
    "INCLUDEPICTURE",
    "EMBED",
    "MACROBUTTON",
    "DATABASE",
    "CONTROL",
    "HTMLACTIVEX",
    "HTMLCONTROL",
    "RD",
];

/// Stands where a field begins, in the instructions of a part put together.
const BEGIN: char = '\u{1}';
/// Most characters of the instructions of one part; tables of contents have a few thousand.
const MOST_INSTRUCTIONS: usize = 4 * 1024 * 1024;

pub fn active() -> Error {
    refused("文件含有宏、控件或内嵌对象，请移除后上传")
}

fn external() -> Error {
    refused("文件含有指向外部的内容（如外部数据、外部模板、链接的图片或自动更新的域），请断开链接后上传")
}

fn damaged() -> Error {
    refused("文件已损坏，无法读取")
}

/// Most bytes between two tags, or inside one.
const MOST_EVENT: usize = 16 * 1024 * 1024;

/// Gives up when more is read at a stretch than has room.
struct Bounded<R> {
    inner: R,
    left: usize,
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let count = available.len().min(piece.len());
        piece[..count].copy_from_slice(&available[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 { Err(io::ErrorKind::InvalidData.into()) } else { self.inner.fill_buf() }
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count);
        self.inner.consume(count);
    }
}

/// Reads a part that is XML to its end, piece by piece.
///
/// # Errors
/// `validation` on `file` when something active or external is in it, or when it cannot be read.
pub fn check_xml(part: impl BufRead) -> Result<()> {
    let mut reader = Reader::from_reader(Bounded { inner: part, left: MOST_EVENT });
    // Old drawings are not always well formed.
    reader.config_mut().check_end_names = false;
    let (mut buffer, mut part) = (vec![], Part::default());
    loop {
        buffer.clear();
        reader.get_mut().left = MOST_EVENT;
        match reader.read_event_into(&mut buffer).map_err(|_| damaged())? {
            Event::Start(element) => part.element(&element, true)?,
            Event::Empty(element) => part.element(&element, false)?,
            Event::End(_) => part.instruction = false,
            Event::Text(text) if part.instruction => part.instructions.push_str(&text),
            Event::GeneralRef(reference) if part.instruction => {
                let named = reference.resolve_char_ref().map_err(|_| damaged())?;
                part.instructions.push(named.unwrap_or('&'));
            }
            Event::CData(text) if part.instruction => {
                part.instructions.push_str(&text);
            }
            // Entities of one's own would hide every word that is looked for; Office writes none.
            Event::DocType(_) => return Err(damaged()),
            Event::Eof => return check_fields(&part.instructions),
            _ => {}
        }
        if part.instructions.len() > MOST_INSTRUCTIONS {
            return Err(damaged());
        }
    }
}

/// What is known of a part while it is read.
#[derive(Default)]
struct Part {
    begun: bool,
    /// Inside the words of a field.
    instruction: bool,
    instructions: String,
}

fn value(attribute: &Attribute<'_>) -> Result<String> {
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| damaged())?;
    Ok(value.into_owned())
}

impl Part {
    fn element(&mut self, element: &BytesStart<'_>, open: bool) -> Result<()> {
        let name = element.local_name();
        let name = name.as_ref();
        if !std::mem::replace(&mut self.begun, true) && ROOTS.contains(&name) {
            return Err(active());
        }
        if ELEMENTS.contains(&name) {
            return Err(external());
        }
        self.instruction = open && matches!(name, "instrText" | "delInstrText");
        let mut relationship = Relationship::default();
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| damaged())?;
            let (key, value) = (attribute.key.local_name(), value(&attribute)?);
            match (name, key.as_ref()) {
                ("fldSimple", "instr") => self.instructions += &format!("{BEGIN}{value}"),
                ("fldChar", "fldCharType") if value == "begin" => self.instructions.push(BEGIN),
                ("Relationship", "Type") => relationship.kind = value,
                ("Relationship", "Target") => relationship.target = value,
                ("Relationship", "TargetMode") => relationship.external = value.eq_ignore_ascii_case("external"),
                ("Default" | "Override", "ContentType") => check_type(&value)?,
                (_, "action") => check_action(&value)?,
                _ => {}
            }
        }
        if name == "Relationship" { relationship.check() } else { Ok(()) }
    }
}

#[derive(Default)]
struct Relationship {
    kind: String,
    target: String,
    external: bool,
}

impl Relationship {
    /// Links that a person presses are all that may point outside.
    fn check(&self) -> Result<()> {
        let kind = self.kind.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        if RELATIONSHIPS.iter().any(|known| known.eq_ignore_ascii_case(kind)) {
            return Err(if self.external { external() } else { active() });
        }
        if self.external && !(kind == "hyperlink" && is_plain_link(&self.target)) {
            return Err(external());
        }
        Ok(())
    }
}

/// A web page, a mail address, a phone number, or a place beside the document.
fn is_plain_link(target: &str) -> bool {
    let target: String = target.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let target = target.to_lowercase();
    match target.split_once(':') {
        Some((scheme, _)) => matches!(scheme, "http" | "https" | "mailto" | "tel"),
        None => !target.starts_with(['\\', '/']),
    }
}

fn check_type(kind: &str) -> Result<()> {
    let kind = kind.to_lowercase();
    let found = ["macroenabled", "vba", "activex", "oleobject", "macrosheet"].iter().any(|word| kind.contains(word));
    if found { Err(active()) } else { Ok(()) }
}

/// What a click on a slide does.
fn check_action(action: &str) -> Result<()> {
    let action = action.to_lowercase();
    let runs = ["program", "macro", "ole"].iter().any(|verb| action.starts_with(&format!("ppaction://{verb}")));
    if runs { Err(active()) } else { Ok(()) }
}

/// A field that begins with another field could be any.
fn check_fields(instructions: &str) -> Result<()> {
    let mut fields = instructions.split(BEGIN).skip(1).peekable();
    while let Some(field) = fields.next() {
        let field = field.trim();
        let word: String = field.chars().take_while(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
        let nested = field.is_empty() && fields.peek().is_some();
        if nested || FIELDS.contains(&word.as_str()) {
            return Err(external());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(xml: &str) -> bool {
        check_xml(xml.as_bytes()).is_err()
    }

    #[test]
    fn relationships() {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        for (kind, target, external, taken) in [
            ("hyperlink", "https://www.example.cn/?a=1&amp;b=2", true, true),
            ("hyperlink", "mailto:a@b.cn", true, true),
            ("hyperlink", "report.pdf", true, true),
            ("hyperlink", "file:///c:/windows/system32/calc.exe", true, false),
            ("hyperlink", "java&#10;script:alert(1)", true, false),
            ("hyperlink", r"\\host\share\a.exe", true, false),
            ("image", "http://a.cn/a.png", true, false),
            ("image", "media/image1.png", false, true),
            ("attachedTemplate", "http://a.cn/a.dotm", true, false),
            ("attachedTemplate", "a.dotx", false, false),
            ("oleObject", "embeddings/x.bin", false, false),
            ("oleObject", "http://a.cn/x", true, false),
            ("frame", "http://a.cn/x", true, false),
            ("control", "activeX/activeX1.xml", false, false),
            ("package", "embeddings/sheet1.xlsx", false, true),
            ("styles", "styles.xml", false, true),
            ("ctrlProp", "ctrlProps/ctrlProp1.xml", false, true),
        ] {
            let mode = if external { " TargetMode='External'" } else { "" };
            let xml = format!(
                r#"<?xml version="1.0"?><r:Relationships xmlns:r="x"><r:Relationship Id="a" Type = "{office}/{kind}" Target="{target}"{mode}/></r:Relationships>"#
            );
            assert_eq!(!refused(&xml), taken, "{kind} {target}");
        }
    }

    #[test]
    fn fields() {
        let run = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
        let begin = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#;
        for (instructions, taken) in [
            (format!("{begin}{}", run(r#" HYPERLINK "http://a.cn" "#)), true),
            (format!("{begin}{}", run(" PAGE ")), true),
            (format!("{begin}{}", run(" TOC \\o ")), true),
            (format!("{begin}{}", run("= 1 + 1")), true),
            (format!("{begin}{}", run(r"DDEAUTO c:\\windows\\system32\\cmd.exe")), false),
            (format!("{begin}{}{}", run(" D"), run("DE x")), false),
            (format!("{begin}{}", run("&#68;&#x44;E x")), false),
            (format!("{begin}{}", run("<![CDATA[dde]]> x")), false),
            (format!("{begin}{begin}{}", run("QUOTE 68 68 69")), false),
            (format!("{begin}{}", run("INCLUDEPICTURE http://a.cn/a.png")), false),
            (r#"<w:fldSimple w:instr="dde x"/>"#.to_owned(), false),
            (r#"<w:fldSimple w:instr="AUTHOR"/>"#.to_owned(), true),
            (run("the DDE of a text that is no field"), true),
        ] {
            let xml = format!("<w:document xmlns:w='x'><w:body>{instructions}</w:body></w:document>");
            assert_eq!(!refused(&xml), taken, "{instructions}");
        }
    }

    #[test]
    fn parts() {
        for (xml, taken) in [
            ("<Types><Default Extension='xml' ContentType='application/xml'/></Types>", true),
            (
                "<Types><Override ContentType='application/vnd.ms-word.document.&#109;acroEnabled.main+xml'/></Types>",
                false,
            ),
            ("<Types><Override ContentType='application/vnd.ms-office.vbaProject'/></Types>", false),
            ("<ax:ocx xmlns:ax='x'/>", false),
            ("<externalLink/>", false),
            ("<x><ddeLink/></x>", false),
            ("<svg><script>1</script></svg>", false),
            ("<p:sld><a:hlinkClick action='ppaction://macro?name=x'/></p:sld>", false),
            ("<p:sld><a:hlinkClick action='ppaction://hlinksldjump'/></p:sld>", true),
            ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", false),
            ("<x><br></x>", true),
            ("<x", false),
        ] {
            assert_eq!(!refused(xml), taken, "{xml}");
        }
    }
}
