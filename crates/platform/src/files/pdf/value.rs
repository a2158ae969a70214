//! One value of a PDF, looked through for what acts or points outside, wherever in it that stands.

use super::lexer::{Lexer, Token};
use crate::files::scanner::refused;
use jinqiao_kernel::Result;

/// Names of what acts, reaches outside, or carries another file. None of them has a harmless use in a document that is
/// handed in; plain links are `URI`, and jumps inside the document `GoTo`.
const ACTIVE: [&[u8]; 21] = [
    b"JavaScript",
    b"JS",
    b"Launch",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"EF",
    b"FileAttachment",
    b"AA",
    b"RichMedia",
    b"RichMediaContent",
    b"XFA",
    b"SubmitForm",
    b"ImportData",
    b"GoToR",
    b"GoToE",
    b"Rendition",
    b"Movie",
    b"Sound",
    b"3D",
    b"3DD",
    b"OnInstantiate",
];

/// Schemes of addresses that run or open something on the reader's machine.
const SCHEMES: [&str; 5] = ["javascript:", "vbscript:", "data:", "file:", "\\\\"];

/// What the dictionary in front of a stream says, and what an object does.
#[derive(Debug, Default)]
pub struct Value {
    /// Names of filters, at the top level of the dictionary.
    pub filters: Vec<Vec<u8>>,
    /// The filters, or their parameters, stand elsewhere.
    pub filter_elsewhere: bool,
    /// A predictor beside the filter.
    pub predictor: bool,
    /// `/N` and `/First` of an object stream; a key whose value stands elsewhere is `Some(None)`.
    pub count: Option<Option<u64>>,
    pub first: Option<Option<u64>>,
    /// `/F` or `/Ref` at the top level: on a stream, its data are in another file.
    pub external: bool,
    /// It is an action other than a jump inside the document, or one of several.
    pub acts: bool,
    /// Objects that run when the document is opened.
    pub opening: Vec<u64>,
    /// `stream` follows; its data begin where the lexer stands.
    pub stream: bool,
}

/// How far inside, and what the last key was.
#[derive(Default)]
struct Place {
    depth: usize,
    key: Vec<u8>,
    /// Depth of the dictionary that is the opening action.
    opening: Option<usize>,
    numbers: [Option<u64>; 2],
}

pub fn active() -> jinqiao_kernel::Error {
    refused("PDF 中含有脚本、附件、多媒体或指向外部的动作，请用“打印为 PDF”另存后上传")
}

fn check_address(text: &[u8]) -> Result<()> {
    let text: String =
        text.iter().filter(|byte| byte.is_ascii_graphic()).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    if SCHEMES.iter().any(|scheme| text.starts_with(scheme)) { Err(active()) } else { Ok(()) }
}

/// Reads the value at `lexer`, and says what it is in front of.
///
/// # Errors
/// `validation` on `file` when something active is in it.
pub fn read(lexer: &mut Lexer<'_>) -> Result<Value> {
    let (mut value, mut place) = (Value::default(), Place::default());
    while let Some(token) = lexer.next() {
        step(&mut value, &mut place, token)?;
        if place.depth == 0 {
            break;
        }
    }
    let back = lexer.at;
    value.stream = matches!(lexer.next(), Some(Token::Word(b"stream")));
    if !value.stream {
        lexer.at = back;
    }
    Ok(value)
}

fn step(value: &mut Value, place: &mut Place, token: Token<'_>) -> Result<()> {
    let opening = place.key == b"OpenAction";
    match token {
        Token::Name(name) => {
            if ACTIVE.contains(&name.as_ref()) {
                return Err(active());
            }
            if name.as_ref() == b"Encrypt" {
                return Err(refused("PDF 已加密，无法检查内容，请上传未加密的文件"));
            }
            named(value, place, &name)?;
        }
        Token::Text(text) => {
            if place.key == b"URI" || place.key == b"Base" {
                check_address(&text)?;
            }
            place.key.clear();
        }
        Token::DictStart => {
            place.depth += 1;
            if opening {
                place.opening = Some(place.depth);
            }
        }
        Token::ArrayStart => place.depth += 1,
        Token::DictEnd | Token::ArrayEnd => {
            place.depth = place.depth.saturating_sub(1);
            if place.opening.is_some_and(|depth| place.depth < depth) {
                place.opening = None;
            }
            if place.depth <= 1 {
                place.key.clear();
            }
        }
        Token::Number(number) => {
            numbered(value, place, number);
            place.numbers = [place.numbers[1], Some(number)];
            return Ok(());
        }
        Token::Word(word) => {
            if word == b"R" {
                // An address that stands elsewhere would be read without knowing what it is.
                if place.key == b"URI" || place.key == b"Base" {
                    return Err(active());
                }
                referred(value, place);
            }
            if place.depth == 1 {
                place.key.clear();
            }
        }
    }
    place.numbers = [None, None];
    Ok(())
}

/// A name is a key, or the value of the key before it.
fn named(value: &mut Value, place: &mut Place, name: &[u8]) -> Result<()> {
    let top = place.depth == 1;
    if place.depth <= 2 && place.key == b"Filter" {
        value.filters.push(name.to_vec());
        if top {
            place.key.clear();
        }
        return Ok(());
    }
    if place.key == b"S" && name != b"GoTo" {
        if place.opening.is_some() {
            return Err(active());
        }
        value.acts |= top;
    }
    if name == b"Next" {
        if place.opening.is_some() {
            return Err(active());
        }
        value.acts |= top;
    }
    value.predictor |= name == b"Predictor";
    if top {
        value.external |= matches!(name, b"F" | b"Ref");
        match name {
            b"N" => value.count = Some(None),
            b"First" => value.first = Some(None),
            _ => {}
        }
    }
    place.key = name.to_vec();
    Ok(())
}

fn numbered(value: &mut Value, place: &Place, number: u64) {
    if place.depth == 1 {
        match place.key.as_slice() {
            b"N" if value.count == Some(None) => value.count = Some(Some(number)),
            b"First" if value.first == Some(None) => value.first = Some(Some(number)),
            _ => {}
        }
    }
}

/// A reference to the object whose number stood before.
fn referred(value: &mut Value, place: &Place) {
    let Some(number) = place.numbers[0] else { return };
    match place.key.as_slice() {
        b"OpenAction" => value.opening.push(number),
        b"Filter" | b"DecodeParms" | b"DP" => value.filter_elsewhere = true,
        // A count that stands elsewhere looked like one that stands here.
        b"N" if place.depth == 1 => value.count = Some(None),
        b"First" if place.depth == 1 => value.first = Some(None),
        _ => {}
    }
}
