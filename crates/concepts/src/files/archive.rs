//! Office files are zip archives: looked through without unpacking them anywhere, and without believing what they say of
//! their own sizes.

use super::{
    FileKind,
    content::{Scanner, refused, unreadable},
};
use jinqiao_kernel::Result;
use std::io::{Read, Seek, SeekFrom};
use zip::{ZipArchive, read::ZipFile};

/// Most entries; a document with many pictures has hundreds.
const MOST_ENTRIES: usize = 2_000;
/// Most bytes after unpacking.
const MOST_UNPACKED: u64 = 300 * 1024 * 1024;
/// An entry beyond this size must not have shrunk more than `MOST_RATIO` times; text shrinks 10 to 50 times.
const RATIO_FROM: u64 = 1024 * 1024;
const MOST_RATIO: u64 = 150;

/// The kind of the Office file.
///
/// # Errors
/// `validation` on `file`.
pub fn office_kind(file: &mut (impl Read + Seek)) -> Result<FileKind> {
    check_announced_entries(file)?;
    file.rewind().map_err(unreadable)?;
    let mut archive = ZipArchive::new(file).map_err(|_| refused("文件已损坏，无法读取"))?;
    if archive.len() > MOST_ENTRIES {
        return Err(too_large());
    }
    let (mut kind, mut typed, mut unpacked) = (None, false, 0);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|_| refused("文件已加密或已损坏，请上传未加密的文件"))?;
        let name = entry.name().map_err(|_| refused("文件内部路径不安全，不能上传"))?.into_owned();
        check_name(&entry, &name)?;
        match name.as_str() {
            "[Content_Types].xml" => typed = true,
            "word/document.xml" => kind = kind.or(Some(FileKind::Docx)),
            "xl/workbook.xml" => kind = kind.or(Some(FileKind::Xlsx)),
            "ppt/presentation.xml" => kind = kind.or(Some(FileKind::Pptx)),
            _ => {}
        }
        unpacked = check_entry(&mut entry, unpacked)?;
    }
    kind.filter(|_| typed).ok_or_else(|| refused("不接受压缩包；Office 文件须为 docx、xlsx 或 pptx"))
}

fn too_large() -> jinqiao_kernel::Error {
    refused("文件解压后过大，疑似压缩炸弹，不能上传")
}

/// Reads the count at the archive's end before anything is made of it: a directory of millions would fill the memory.
fn check_announced_entries(file: &mut (impl Read + Seek)) -> Result<()> {
    let length = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
    let tail = length.min(65_557);
    file.seek(SeekFrom::Start(length - tail)).map_err(unreadable)?;
    let mut end = vec![];
    file.take(tail).read_to_end(&mut end).map_err(unreadable)?;
    let mut ends = memchr::memmem::find_iter(&end, b"PK\x05\x06").peekable();
    if ends.peek().is_none() {
        return Err(refused("文件已损坏，无法读取"));
    }
    for at in ends {
        let count = end.get(at + 10..at + 12).map_or(0, |b| usize::from(u16::from_le_bytes([b[0], b[1]])));
        if count > MOST_ENTRIES {
            return Err(too_large());
        }
    }
    Ok(())
}

fn check_name(entry: &ZipFile<'_, impl Read>, name: &str) -> Result<()> {
    if entry.enclosed_name().is_none() || name.contains(['\\', '\0']) || name.split('/').any(|part| part == "..") {
        return Err(refused("文件内部路径不安全，不能上传"));
    }
    if name.to_lowercase().ends_with("vbaproject.bin") {
        return Err(refused("文件含有宏，请另存为不含宏的文件后上传"));
    }
    Ok(())
}

/// Unpacks into nothing, counting. Returns the bytes unpacked so far.
fn check_entry(entry: &mut ZipFile<'_, impl Read>, before: u64) -> Result<u64> {
    let packed = entry.compressed_size().max(1);
    let (mut scanner, mut piece) = (Scanner::default(), vec![0; 64 * 1024]);
    let mut size: u64 = 0;
    loop {
        let count = entry.read(&mut piece).map_err(unreadable)?;
        if count == 0 {
            return Ok(before + size);
        }
        if size == 0 {
            check_start(&piece[..count])?;
        }
        scanner.feed(&piece[..count])?;
        size += count as u64;
        if before + size > MOST_UNPACKED || (size > RATIO_FROM && size / packed > MOST_RATIO) {
            return Err(too_large());
        }
    }
}

/// Archives and programs have no place inside a document.
fn check_start(start: &[u8]) -> Result<()> {
    let starts: [&[u8]; 6] = [b"PK\x03\x04", b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"];
    if starts.iter().any(|known| start.starts_with(known)) {
        return Err(refused("文件内嵌有压缩包、表格或程序，请移除后上传"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::{ZipWriter, write::SimpleFileOptions};

    fn archive(entries: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(vec![]));
        for (name, content) in entries {
            zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
            zip.write_all(content).expect("content");
        }
        zip.finish().expect("an archive")
    }

    fn docx(more: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let plain: [(&str, &[u8]); 2] = [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")];
        archive(&[&plain[..], more].concat())
    }

    #[test]
    fn office_files() {
        assert_eq!(office_kind(&mut docx(&[])).ok(), Some(FileKind::Docx));
        let sheet = [("[Content_Types].xml", b"<Types/>".as_slice()), ("xl/workbook.xml", b"<x/>")];
        assert_eq!(office_kind(&mut archive(&sheet)).ok(), Some(FileKind::Xlsx));
    }

    #[test]
    fn what_hides_in_archives_is_refused() {
        let zeros = vec![0; 8 * 1024 * 1024];
        let eicar = [br"X5O!P%@AP[4\PZX54(P^)7CC)7}$".as_slice(), b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].concat();
        let inner = archive(&[("a", b"b")]).into_inner();
        for (why, mut file) in [
            ("a bomb", docx(&[("word/media/a.bin", &zeros)])),
            ("macros", docx(&[("word/vbaProject.bin", b"x")])),
            ("a path upwards", docx(&[("../../etc/cron.d/x", b"x")])),
            ("a virus", docx(&[("word/media/a.txt", &eicar)])),
            ("an archive", docx(&[("word/embeddings/a.bin", &inner)])),
            ("a program", docx(&[("word/embeddings/a.bin", b"MZ\x90\0")])),
            ("a plain zip", archive(&[("a.txt", b"hello")])),
        ] {
            assert!(office_kind(&mut file).is_err(), "{why}");
        }
        let names: Vec<_> = (0..2_100).map(|n| format!("word/{n}.xml")).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
        assert!(office_kind(&mut docx(&many)).is_err(), "too many entries");
    }
}
