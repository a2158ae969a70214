//! PDF files, looked through without following their table of objects: every object that stands anywhere in the file, and
//! every one inside an object stream, is read for names of what acts or points outside (docs/adr/0027).
//!
//! A viewer finds objects by the table or, when that is damaged, by searching; a file can be made that two viewers read
//! differently. So what is judged here is the union of all readings, at the price that a file is refused for an object
//! that no viewer would show.

mod lexer;
mod value;

use super::scanner::{refused, unreadable};
use flate2::read::ZlibDecoder;
use jinqiao_kernel::Result;
use lexer::{Lexer, Token};
use memchr::memmem;
use std::{
    borrow::Cow,
    collections::{BTreeSet, HashSet},
    io::{Read, Seek},
};
use value::{Value, active, read};

/// Most bytes of all object streams after unpacking.
const MOST_UNPACKED: usize = 64 * 1024 * 1024;
/// Objects that overlap are read several times; a file that has to be read more often in all was made to be slow.
const MOST_READINGS: usize = 4;
/// Most objects in one object stream.
const MOST_OBJECTS: u64 = 1_000_000;

/// Refuses a PDF with anything active, external or enclosed.
///
/// # Errors
/// `validation` on `file`.
pub fn check(file: &mut (impl Read + Seek)) -> Result<()> {
    file.rewind().map_err(unreadable)?;
    let mut bytes = vec![];
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    Search::new(&bytes).run(&bytes)
}

struct Search {
    /// Bytes that may still be read.
    budget: usize,
    /// Bytes that may still be unpacked.
    room: usize,
    /// Objects that are actions, and those that run at opening.
    acting: HashSet<u64>,
    opening: BTreeSet<u64>,
}

impl Search {
    fn new(bytes: &[u8]) -> Self {
        let budget = bytes.len().saturating_mul(MOST_READINGS);
        Self { budget, room: MOST_UNPACKED, acting: HashSet::new(), opening: BTreeSet::new() }
    }

    fn run(mut self, bytes: &[u8]) -> Result<()> {
        for at in memmem::find_iter(bytes, b"obj") {
            if !bytes[..at].ends_with(b"end") {
                self.object(bytes, at + 3, number_before(&bytes[..at]))?;
            }
        }
        for at in memmem::find_iter(bytes, b"trailer") {
            self.object(bytes, at + 7, None)?;
        }
        if self.opening.iter().any(|number| self.acting.contains(number)) { Err(active()) } else { Ok(()) }
    }

    /// Reads the value at `at`, and the object stream that it may introduce.
    fn object(&mut self, bytes: &[u8], at: usize, number: Option<u64>) -> Result<()> {
        let mut lexer = Lexer { bytes, at };
        let value = self.value(&mut lexer, number)?;
        if value.stream && value.external {
            return Err(active());
        }
        match (value.stream, value.count, value.first) {
            (true, Some(count), Some(first)) => {
                let (Some(count), Some(first)) = (count, first) else { return Err(unclear()) };
                let packed = &bytes[after_line_end(bytes, lexer.at)..];
                let unpacked = self.unpacked(packed, &value)?;
                self.budget = self.budget.saturating_add(unpacked.len().saturating_mul(MOST_READINGS));
                self.object_stream(&unpacked, count, first)
            }
            _ => Ok(()),
        }
    }

    fn value(&mut self, lexer: &mut Lexer<'_>, number: Option<u64>) -> Result<Value> {
        let from = lexer.at;
        let value = read(lexer)?;
        self.budget = self.budget.checked_sub(lexer.at - from).ok_or_else(unclear)?;
        self.opening.extend(&value.opening);
        if value.acts {
            self.acting.extend(number);
        }
        Ok(value)
    }

    /// Where a stream that is not packed ends is not asked: all that follows is read.
    fn unpacked<'a>(&mut self, packed: &'a [u8], value: &Value) -> Result<Cow<'a, [u8]>> {
        if value.filters.is_empty() && !value.filter_elsewhere {
            return Ok(Cow::Borrowed(packed));
        }
        let known = matches!(value.filters.as_slice(), [one] if matches!(one.as_slice(), b"FlateDecode" | b"Fl"));
        if !known || value.filter_elsewhere || value.predictor {
            return Err(unclear());
        }
        let mut unpacked = vec![];
        let most = self.room as u64 + 1;
        ZlibDecoder::new(packed).take(most).read_to_end(&mut unpacked).map_err(|_| unclear())?;
        self.room = self.room.checked_sub(unpacked.len()).ok_or_else(unclear)?;
        Ok(Cow::Owned(unpacked))
    }

    fn object_stream(&mut self, bytes: &[u8], count: u64, first: u64) -> Result<()> {
        if count > MOST_OBJECTS {
            return Err(unclear());
        }
        let first = usize::try_from(first).map_err(|_| unclear())?;
        let mut head = Lexer { bytes, at: 0 };
        for _ in 0..count {
            let (Some(Token::Number(number)), Some(Token::Number(offset))) = (head.next(), head.next()) else {
                return Err(unclear());
            };
            let at = usize::try_from(offset).ok().and_then(|offset| first.checked_add(offset)).ok_or_else(unclear)?;
            if at > bytes.len() {
                return Err(unclear());
            }
            self.value(&mut Lexer { bytes, at }, Some(number))?;
        }
        Ok(())
    }
}

fn unclear() -> jinqiao_kernel::Error {
    refused("PDF 的内部结构无法检查，请用“打印为 PDF”另存后上传")
}

/// The object's number in `… 12 0 obj`.
fn number_before(bytes: &[u8]) -> Option<u64> {
    let from = bytes.len().saturating_sub(32);
    let mut words = bytes[from..].rsplit(|byte| !byte.is_ascii_digit()).filter(|word| !word.is_empty());
    words.next()?;
    std::str::from_utf8(words.next()?).ok()?.parse().ok()
}

/// A stream's data begin after the end of the line that holds the keyword.
fn after_line_end(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..).unwrap_or_default() {
        [b'\r', b'\n', ..] => at + 2,
        [b'\r' | b'\n', ..] => at + 1,
        _ => at,
    }
}

#[cfg(test)]
mod tests;
