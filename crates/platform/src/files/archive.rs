//! Office files are zip archives: looked through part by part without unpacking them anywhere, and without believing what
//! they say of their own sizes. What a part is, its content tells.

use super::{
    FileKind, office,
    scanner::{Scanner, is_foreign, refused, unreadable},
};
use flate2::bufread::GzDecoder;
use jinqiao_kernel::{Error, Result};
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use zip::{ZipArchive, read::ZipFile};

/// Most entries; a document with many pictures has hundreds.
const MOST_ENTRIES: usize = 2_000;
/// Most bytes after unpacking, what is packed in parts among them.
const MOST_UNPACKED: u64 = 300 * 1024 * 1024;
/// Most bytes of a sheet inside the file, which is read into memory.
const MOST_SHEET: u64 = 16 * 1024 * 1024;
/// An entry beyond this size must not have shrunk more than `MOST_RATIO` times; text shrinks 10 to 50 times.
const RATIO_FROM: u64 = 1024 * 1024;
const MOST_RATIO: u64 = 150;
/// Only beyond this, where the entry is XML: styles that repeat shrink a thousand times, and it is read piece by piece.
const XML_RATIO_FROM: u64 = 64 * 1024 * 1024;

/// The kind of the Office file.
///
/// # Errors
/// `validation` on `file`.
pub fn office_kind(file: &mut (impl Read + Seek)) -> Result<FileKind> {
    let mut unpacked = 0;
    kind_of(file, &mut unpacked, true)
}

/// As [`office_kind`]; `outer` is the file itself and not a sheet inside it.
fn kind_of(file: &mut (impl Read + Seek), unpacked: &mut u64, outer: bool) -> Result<FileKind> {
    let announced = announced_entries(file)?;
    file.rewind().map_err(unreadable)?;
    let mut archive = ZipArchive::new(file).map_err(|_| refused("文件已损坏，无法读取"))?;
    // Two parts of one name, or something in front of the archive, are read differently by different programs.
    if archive.len() != announced || archive.offset() != 0 {
        return Err(refused("文件已损坏，无法读取"));
    }
    let (mut kind, mut typed) = (None, false);
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| refused("文件已加密或已损坏，请上传未加密的文件"))?;
        let name = entry.name().map_err(|_| refused("文件内部路径不安全，不能上传"))?.into_owned();
        check_name(&entry, &name)?;
        match name.as_str() {
            "[Content_Types].xml" => typed = true,
            "word/document.xml" => kind = kind.or(Some(FileKind::Docx)),
            "xl/workbook.xml" => kind = kind.or(Some(FileKind::Xlsx)),
            "ppt/presentation.xml" => kind = kind.or(Some(FileKind::Pptx)),
            _ => {}
        }
        let mut part = Part::new(entry, unpacked);
        let checked = part.check(outer);
        part.failure.take().map_or(checked, Err)?;
    }
    kind.filter(|_| typed).ok_or_else(|| refused("不接受压缩包；Office 文件须为 docx、xlsx 或 pptx"))
}

fn too_large() -> Error {
    refused("文件解压后过大，疑似压缩炸弹，不能上传")
}

fn enclosed() -> Error {
    refused("文件内嵌有压缩包、其他文件或程序，请移除后上传")
}

/// The count at the archive's end, read before anything is made of it: a directory of millions would fill the memory.
fn announced_entries(file: &mut (impl Read + Seek)) -> Result<usize> {
    let length = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
    let tail = length.min(65_557);
    file.seek(SeekFrom::Start(length - tail)).map_err(unreadable)?;
    let mut end = vec![];
    file.take(tail).read_to_end(&mut end).map_err(unreadable)?;
    let mut announced = Err(refused("文件已损坏，无法读取"));
    for at in memchr::memmem::find_iter(&end, b"PK\x05\x06") {
        let count = end.get(at + 10..at + 12).map_or(0, |b| usize::from(u16::from_le_bytes([b[0], b[1]])));
        if count > MOST_ENTRIES {
            return Err(too_large());
        }
        announced = Ok(count);
    }
    announced
}

fn check_name(entry: &ZipFile<'_, impl Read>, name: &str) -> Result<()> {
    if entry.enclosed_name().is_none() || name.contains(['\\', '\0']) || name.split('/').any(|part| part == "..") {
        return Err(refused("文件内部路径不安全，不能上传"));
    }
    if name.to_lowercase().ends_with("vbaproject.bin") {
        return Err(office::active());
    }
    Ok(())
}

/// A part while it is unpacked into nothing: counted and searched.
struct Part<'a, R> {
    inner: R,
    /// Bytes that the archive says it takes.
    packed: u64,
    size: u64,
    /// From which size on it must not have shrunk too much.
    ratio_from: u64,
    /// Bytes of all parts.
    unpacked: &'a mut u64,
    scanner: Scanner,
    /// Why reading ended early.
    failure: Option<Error>,
}

impl<'a, 'z, R: Read> Part<'a, ZipFile<'z, R>> {
    fn new(entry: ZipFile<'z, R>, unpacked: &'a mut u64) -> Self {
        let packed = entry.compressed_size().max(1);
        Self {
            inner: entry,
            packed,
            size: 0,
            ratio_from: RATIO_FROM,
            unpacked,
            scanner: Scanner::default(),
            failure: None,
        }
    }
}

impl<R: Read> Read for Part<'_, R> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(piece)?;
        self.size += count as u64;
        *self.unpacked += count as u64;
        let bomb =
            *self.unpacked > MOST_UNPACKED || (self.size > self.ratio_from && self.size / self.packed > MOST_RATIO);
        let checked = if bomb { Err(too_large()) } else { self.scanner.feed(&piece[..count]) };
        checked.map(|()| count).map_err(|error| {
            self.failure = Some(error);
            io::ErrorKind::InvalidData.into()
        })
    }
}

impl<R: Read> Part<'_, R> {
    fn check(&mut self, outer: bool) -> Result<()> {
        // A reader may give little at first; a few bytes more tell what it is.
        let mut start = vec![];
        self.by_ref().take(64).read_to_end(&mut start).map_err(unreadable)?;
        let sort = Sort::of(&start);
        if sort == Sort::Xml {
            self.ratio_from = XML_RATIO_FROM;
        }
        let mut content = Cursor::new(start).chain(BufReader::with_capacity(64 * 1024, &mut *self));
        match sort {
            Sort::Xml => office::check_xml(&mut content)?,
            Sort::Ole => return Err(office::active()),
            Sort::Foreign => return Err(enclosed()),
            Sort::Zip if outer => {
                let mut sheet = vec![];
                (&mut content).take(MOST_SHEET + 1).read_to_end(&mut sheet).map_err(unreadable)?;
                drop(content);
                if sheet.len() as u64 > MOST_SHEET {
                    return Err(too_large());
                }
                let kind = kind_of(&mut Cursor::new(sheet), self.unpacked, false);
                return if kind? == FileKind::Xlsx { Ok(()) } else { Err(enclosed()) };
            }
            Sort::Zip => return Err(enclosed()),
            Sort::Gzip => {
                let mut picture = vec![];
                GzDecoder::new(&mut content).take(64).read_to_end(&mut picture).map_err(|_| enclosed())?;
                if !is_metafile(&picture) {
                    return Err(enclosed());
                }
            }
            Sort::Other => {}
        }
        io::copy(&mut content, &mut io::sink()).map_err(unreadable)?;
        Ok(())
    }
}

/// What a part is, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Xml,
    /// The older container of Office: macros, controls, embedded objects.
    Ole,
    Zip,
    /// Packed metafiles (emz, wmz), or anything else.
    Gzip,
    /// Programs, other archives and documents.
    Foreign,
    /// Pictures, fonts, sounds, settings of printers.
    Other,
}

impl Sort {
    fn of(start: &[u8]) -> Self {
        let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
        match start {
            [] => Self::Other,
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Self::Ole,
            [b'P', b'K', 3 | 5 | 7, ..] => Self::Zip,
            [0x1f, 0x8b, ..] => Self::Gzip,
            [b'<', 0, ..] | [0, b'<', ..] | [0xfe, 0xff, ..] => Self::Foreign,
            // A document in UTF-16, in which no Office program writes, among them.
            _ if start.starts_with(b"%PDF-") || start.starts_with(b"\xff\xfe") || is_foreign(start) => Self::Foreign,
            // Blank as far as one can see: what follows could be anything.
            _ if text.is_empty() => Self::Foreign,
            _ if text.starts_with(b"<") => Self::Xml,
            _ => Self::Other,
        }
    }
}

/// EMF, or WMF with or without its placeable head.
fn is_metafile(start: &[u8]) -> bool {
    let extended = start.starts_with(&[1, 0, 0, 0]) && start.get(40..44) == Some(b" EMF");
    extended || start.starts_with(&[0xd7, 0xcd, 0xc6, 0x9a]) || start.starts_with(&[1, 0, 9, 0])
}
#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;
    use zip::{ZipWriter, write::SimpleFileOptions};

    fn archive(entries: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(vec![]));
        for (name, content) in entries {
            zip.start_file(*name, SimpleFileOptions::default().compression_level(Some(9))).expect("an entry");
            zip.write_all(content).expect("content");
        }
        zip.finish().expect("an archive")
    }

    const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    const LINKED: &[u8] =
        br#"<Relationships><Relationship Type="x/image" Target="http://a.cn/a.png" TargetMode="External"/></Relationships>"#;

    fn packed(content: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(vec![], Compression::default());
        encoder.write_all(content).expect("packed");
        encoder.finish().expect("packed")
    }

    fn sheet(more: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let plain: [(&str, &[u8]); 2] = [("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<x/>")];
        archive(&[&plain[..], more].concat())
    }

    fn docx(more: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let plain: [(&str, &[u8]); 2] = [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")];
        archive(&[&plain[..], more].concat())
    }

    #[test]
    fn office_files() {
        assert_eq!(office_kind(&mut docx(&[])).ok(), Some(FileKind::Docx));
        assert_eq!(office_kind(&mut sheet(&[])).ok(), Some(FileKind::Xlsx));
        // The sheet behind a chart, packed pictures, links and printers' settings are part of documents of every day.
        let mut metafile = vec![0; 64];
        metafile[0] = 1;
        metafile[40..44].copy_from_slice(b" EMF");
        let usual: [(&str, &[u8]); 5] = [
            ("word/embeddings/Microsoft_Excel_Sheet1.xlsx", &sheet(&[]).into_inner()),
            ("word/media/image1.emz", &packed(&metafile)),
            ("word/media/image2.png", b"\x89PNG\r\n\x1a\n"),
            ("word/printerSettings/printerSettings1.bin", b"H\0P\0"),
            ("word/_rels/document.xml.rels", br#"<Relationships><Relationship Type="x/hyperlink" Target="https://a.cn" TargetMode="External"/></Relationships>"#),
        ];
        assert_eq!(office_kind(&mut docx(&usual)).ok(), Some(FileKind::Docx));
    }

    /// Slides with a native chart, as PowerPoint writes them: the chart points to the sheet behind it.
    fn slides(sheet: &[u8]) -> Cursor<Vec<u8>> {
        archive(&[
            (
                "[Content_Types].xml",
                br#"<Types><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/></Types>"#,
            ),
            ("ppt/presentation.xml", b"<p:presentation xmlns:p='x'/>"),
            ("ppt/charts/chart1.xml", br#"<c:chartSpace xmlns:c="x"><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>"#),
            (
                "ppt/charts/_rels/chart1.xml.rels",
                br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/Microsoft_Excel_Worksheet.xlsx"/></Relationships>"#,
            ),
            ("ppt/embeddings/Microsoft_Excel_Worksheet.xlsx", sheet),
        ])
    }

    #[test]
    fn charts_and_large_styles_are_taken() {
        assert_eq!(office_kind(&mut slides(sheet(&[]).get_ref())).ok(), Some(FileKind::Pptx));
        let external = sheet(&[("xl/externalLinks/externalLink1.xml", b"<externalLink/>")]);
        assert!(office_kind(&mut slides(external.get_ref())).is_err(), "the sheet is looked through too");
        // Ten megabytes of equal formats: what programs write that export sheets.
        let xf = r#"<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="center"/></xf>"#;
        let styles = format!("<styleSheet><cellXfs count=\"60000\">{}</cellXfs></styleSheet>", xf.repeat(60_000));
        assert!(styles.len() > 10_000_000, "{}", styles.len());
        let mut large = sheet(&[("xl/styles.xml", styles.as_bytes())]);
        assert!(
            large.get_ref().len() < styles.len() / 150,
            "{}: it shrinks more than 150 times",
            large.get_ref().len()
        );
        assert_eq!(office_kind(&mut large).ok(), Some(FileKind::Xlsx));
        // Without end it is a bomb all the same.
        let endless = format!("<styleSheet>{}", xf.repeat(450_000));
        assert!(office_kind(&mut sheet(&[("xl/styles.xml", endless.as_bytes())])).is_err());
    }

    #[test]
    fn what_hides_in_archives_is_refused() {
        let zeros = vec![0; 8 * 1024 * 1024];
        let eicar = [br"X5O!P%@AP[4\PZX54(P^)7CC)7}$".as_slice(), b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].concat();
        let inner = archive(&[("a", b"b")]).into_inner();
        let blank = [vec![b' '; 100], b"<w:fldSimple w:instr='DDE x'/>".to_vec()].concat();
        let mut twice = docx(&[("a.xml", b"<a/>"), ("b.xml", b"<a/>")]).into_inner();
        let names: Vec<usize> = memchr::memmem::find_iter(&twice, b"b.xml").collect();
        names.into_iter().for_each(|at| twice[at] = b'a');
        let twice = Cursor::new(twice);
        for (why, mut file) in [
            ("a bomb", docx(&[("word/media/a.bin", &zeros)])),
            ("macros", docx(&[("word/vbaProject.bin", b"x")])),
            ("a path upwards", docx(&[("../../etc/cron.d/x", b"x")])),
            ("a virus", docx(&[("word/media/a.txt", &eicar)])),
            ("an archive", docx(&[("word/embeddings/a.bin", &inner)])),
            ("macros by another name", docx(&[("word/macros.bin", OLE)])),
            ("an object called a picture", docx(&[("word/media/a.png", OLE)])),
            ("a control", docx(&[("word/a.xml", b"<ax:ocx xmlns:ax='x'/>")])),
            ("a link that loads", docx(&[("word/a.txt", LINKED)])),
            ("a field in a part without a name", docx(&[("x", b" <w:fldSimple w:instr='DDE x'/>")])),
            ("a part in UTF-16", docx(&[("word/a.xml", b"\xff\xfe<\0")])),
            ("a part behind blanks", docx(&[("word/a.xml", &blank)])),
            ("a document in the document", docx(&[("word/embeddings/a.docx", docx(&[]).get_ref())])),
            ("a sheet with macros", docx(&[("word/embeddings/a.xlsx", sheet(&[("xl/x.bin", OLE)]).get_ref())])),
            ("a sheet in the sheet", docx(&[("word/a.xlsx", sheet(&[("xl/a.xlsx", sheet(&[]).get_ref())]).get_ref())])),
            ("a packed program", docx(&[("word/media/a.emz", &packed(b"MZ\x90"))])),
            ("bytes in front", Cursor::new([b"PK\x03\x04", docx(&[]).get_ref().as_slice()].concat())),
            ("two parts of one name", twice),
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
