//! What a file is, by its bytes; and what is refused whatever it calls itself.

use super::{
    FileKind, archive, pdf,
    scanner::{Scanner, is_foreign, refused, unreadable},
};
use jinqiao_kernel::Result;
use memchr::memmem;
use std::io::{self, Read, Seek, SeekFrom};

/// Widest or tallest image, in pixels, and the most pixels in all: a few kilobytes must not become gigabytes on a screen.
const LONGEST_SIDE: u32 = 12_000;
const MOST_PIXELS: u64 = 50_000_000;

/// The kind of `file`, after every check that its kind needs.
///
/// # Errors
/// `validation` on `file`.
pub fn inspect(file: &mut (impl Read + Seek)) -> Result<FileKind> {
    scan(file)?;
    let start = head(file)?;
    let kind = match start.as_slice() {
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => {
            check_size(png_size(&start))?;
            FileKind::Png
        }
        [0xff, 0xd8, 0xff, ..] => {
            check_size(jpg_size(file).map_err(unreadable)?)?;
            FileKind::Jpg
        }
        [b'P', b'K', 3, 4, ..] => archive::office_kind(file)?,
        _ if begins_as_pdf(&start) => {
            pdf::check(file)?;
            FileKind::Pdf
        }
        _ => return Err(refused("文件内容不是 pdf、png、jpg、docx、xlsx 或 pptx")),
    };
    if is_two(file, kind)? {
        return Err(refused("文件中还藏有另一种文件，不能上传"));
    }
    Ok(kind)
}

/// Where a reader still looks for the beginning of a PDF or of a page, and how long the end of an archive may be.
const BEGINNING: u64 = 1_024;
const ENDING: u64 = 65_557;

/// Readers find the beginning of a PDF behind what mail gateways and printers put in front. What is another file is none.
fn begins_as_pdf(start: &[u8]) -> bool {
    let others: [&[u8]; 6] = [b"PK", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"GIF8", b"RIFF", b"<"];
    let other = is_foreign(start) || others.iter().any(|known| start.trim_ascii_start().starts_with(known));
    let beginning = &start[..start.len().min(BEGINNING as usize)];
    memmem::find(beginning, b"%PDF-").is_some_and(|at| at == 0 || !other)
}

/// Can the file be read as one of another kind, too?
fn is_two(file: &mut (impl Read + Seek), kind: FileKind) -> Result<bool> {
    let (mut start, mut end) = (vec![], vec![]);
    file.rewind().map_err(unreadable)?;
    file.by_ref().take(BEGINNING).read_to_end(&mut start).map_err(unreadable)?;
    let length = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
    file.seek(SeekFrom::Start(length.saturating_sub(ENDING))).map_err(unreadable)?;
    file.take(ENDING).read_to_end(&mut end).map_err(unreadable)?;
    start.make_ascii_lowercase();
    let holds = |word: &&str| memmem::find(&start, word.as_bytes()).is_some();
    let page = ["<html", "<script", "<!doctype", "<?php"].iter().any(holds);
    Ok(page || (kind != FileKind::Pdf && holds(&"%pdf-")) || (!kind.is_archive() && ends_as_archive(&end)))
}

/// The record at the end of an archive says how long the comment behind it is.
fn ends_as_archive(end: &[u8]) -> bool {
    memmem::find_iter(end, b"PK\x05\x06").any(|at| {
        let comment = end.get(at + 20..at + 22).map(|b| usize::from(u16::from_le_bytes([b[0], b[1]])));
        comment.is_some_and(|comment| at + 22 + comment <= end.len())
    })
}

fn scan(file: &mut (impl Read + Seek)) -> Result<()> {
    file.rewind().map_err(unreadable)?;
    let (mut scanner, mut piece) = (Scanner::default(), vec![0; 64 * 1024]);
    loop {
        let count = file.read(&mut piece).map_err(unreadable)?;
        if count == 0 {
            return Ok(());
        }
        scanner.feed(&piece[..count])?;
    }
}

fn head(file: &mut (impl Read + Seek)) -> Result<Vec<u8>> {
    file.rewind().map_err(unreadable)?;
    let mut start = vec![];
    file.take(BEGINNING).read_to_end(&mut start).map_err(unreadable)?;
    Ok(start)
}

fn check_size(size: Option<(u32, u32)>) -> Result<()> {
    match size {
        None | Some((0, _) | (_, 0)) => Err(refused("图片已损坏，无法读取")),
        Some((width, height)) => {
            let fits =
                width <= LONGEST_SIDE && height <= LONGEST_SIDE && u64::from(width) * u64::from(height) <= MOST_PIXELS;
            if fits {
                Ok(())
            } else {
                Err(refused("图片尺寸过大：单边不超过 12000 像素，总像素不超过 5000 万"))
            }
        }
    }
}

/// Width and height of a picture, pixels; none of what is none, or broken.
///
/// # Errors
/// When it cannot be read.
pub fn pixels(file: &mut (impl Read + Seek)) -> Result<Option<(u32, u32)>> {
    let start = head(file)?;
    if start.starts_with(&[0x89, b'P', b'N', b'G']) {
        return Ok(png_size(&start));
    }
    if start.starts_with(&[0xff, 0xd8, 0xff]) { jpg_size(file).map_err(unreadable) } else { Ok(None) }
}

fn png_size(start: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| start.get(at..at + 4).and_then(|b| b.try_into().ok()).map(u32::from_be_bytes);
    (start.get(12..16)? == b"IHDR").then_some((number(16)?, number(20)?))
}

/// The size in the frame header, found by hopping from segment to segment.
fn jpg_size(file: &mut (impl Read + Seek)) -> io::Result<Option<(u32, u32)>> {
    file.seek(SeekFrom::Start(2))?;
    for _ in 0..1_000 {
        let mut segment = [0; 4];
        if file.read_exact(&mut segment).is_err() || segment[0] != 0xff {
            return Ok(None);
        }
        let length = i64::from(u16::from_be_bytes([segment[2], segment[3]]));
        match segment[1] {
            // Fill bytes: one further.
            0xff => {
                file.seek(SeekFrom::Current(-3))?;
            }
            0xc0..=0xcf if ![0xc4, 0xc8, 0xcc].contains(&segment[1]) => {
                let mut frame = [0; 5];
                file.read_exact(&mut frame)?;
                let side = |high, low| u32::from(u16::from_be_bytes([high, low]));
                return Ok(Some((side(frame[3], frame[4]), side(frame[1], frame[2]))));
            }
            0xd9 | 0xda => return Ok(None),
            _ if length < 2 => return Ok(None),
            _ => {
                file.seek(SeekFrom::Current(length - 2))?;
            }
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scanner::EICAR;
    use proptest::prelude::*;
    use std::io::Cursor;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        file.extend(width.to_be_bytes());
        file.extend(height.to_be_bytes());
        file.extend([8, 6, 0, 0, 0]);
        file
    }

    fn jpg(width: u16, height: u16) -> Vec<u8> {
        let mut file = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08".to_vec();
        file.extend(height.to_be_bytes());
        file.extend(width.to_be_bytes());
        file
    }

    #[test]
    fn kinds_by_content() {
        let eicar = [b"%PDF-1.7\n".to_vec(), EICAR.concat()].concat();
        for (bytes, kind) in [
            (b"%PDF-1.7\n%".to_vec(), Some(FileKind::Pdf)),
            // A few bytes in front, as far as readers look for the beginning.
            (b"\xef\xbb\xbf%PDF-1.7\n%".to_vec(), Some(FileKind::Pdf)),
            ([vec![0; 1_019], b"%PDF-1.7\n%".to_vec()].concat(), Some(FileKind::Pdf)),
            ([vec![b'\n'; 1_020], b"%PDF-1.7\n%".to_vec()].concat(), None),
            (b"MZ\x90\0%PDF-1.7\n%".to_vec(), None),
            (b"GIF89a%PDF-1.7\n%".to_vec(), None),
            (b" <html>%PDF-1.7\n%".to_vec(), None),
            (b"\0%PDF-1.7\n1 0 obj<</S/JavaScript>>endobj".to_vec(), None),
            (png(800, 600), Some(FileKind::Png)),
            (png(60_000, 60_000), None),
            (png(11_000, 11_000), None),
            (png(0, 5), None),
            (jpg(800, 600), Some(FileKind::Jpg)),
            (jpg(40_000, 10), None),
            (b"\xff\xd8\xff\xe0\0\0".to_vec(), None),
            (b"MZ\x90\0".to_vec(), None),
            (b"<html>".to_vec(), None),
            (b"PK\x03\x04 nothing more".to_vec(), None),
            (b"%PDF-1.7\n1 0 obj<</S/JavaScript>>endobj".to_vec(), None),
            (b"%PDF-1.7\n<script>alert(1)</script>".to_vec(), None),
            ([b"%PDF-1.7\n%%EOF\nPK\x05\x06".as_slice(), &[0; 18]].concat(), None),
            ([png(800, 600).as_slice(), b"%PDF-1.7"].concat(), None),
            ([png(800, 600).as_slice(), b"PK\x05\x06", &[0; 18]].concat(), None),
            (eicar, None),
            (vec![], None),
        ] {
            assert_eq!(inspect(&mut Cursor::new(&bytes)).ok(), kind, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(mut bytes in proptest::collection::vec(any::<u8>(), 0..300), start in 0_usize..4) {
            let starts: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"];
            let mut file = starts[start].to_vec();
            file.append(&mut bytes);
            let _ = inspect(&mut Cursor::new(file));
        }
    }
}
