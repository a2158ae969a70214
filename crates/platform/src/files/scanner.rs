//! What every check of a file's content shares: how it refuses, and the look for the signature of a virus.

use jinqiao_kernel::{Error, Result};
use memchr::memmem;
use std::io;

/// The standard test file of virus scanners, in two halves so that this source is not taken for one.
pub(super) const EICAR: [&[u8]; 2] = [br"X5O!P%@AP[4\PZX54(P^)7CC)7}$", b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];

/// A refusal of the file's content.
pub(super) fn refused(message: impl Into<String>) -> Error {
    Error::field("file", message)
}

/// Does it begin as a program, an archive or another document that is never taken?
pub(super) fn is_foreign(start: &[u8]) -> bool {
    let known: [&[u8]; 10] = [
        b"MZ",
        b"\x7fELF",
        b"#!",
        b"Rar!",
        b"7z\xbc\xaf",
        b"BZh",
        b"\xfd7zXZ",
        b"{\\rtf",
        b"MIME-Version",
        // A shortcut of Windows.
        b"\x4c\0\0\0\x01\x14\x02",
    ];
    known.iter().any(|known| start.starts_with(known))
}

pub(super) fn unreadable(_: io::Error) -> Error {
    refused("文件已损坏，无法读取")
}

/// Looks for the signature of a virus in what streams by.
#[derive(Default)]
pub(super) struct Scanner {
    tail: Vec<u8>,
}

impl Scanner {
    pub fn feed(&mut self, piece: &[u8]) -> Result<()> {
        let signature = EICAR.concat();
        self.tail.extend_from_slice(piece);
        if memmem::find(&self.tail, &signature).is_some() {
            return Err(refused("文件未通过安全检查，不能上传"));
        }
        let keep = self.tail.len().saturating_sub(signature.len() - 1);
        self.tail.drain(..keep);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_across_two_pieces_is_found() {
        let mut scanner = Scanner::default();
        scanner.feed(EICAR[0]).expect("half of it is nothing");
        assert!(scanner.feed(EICAR[1]).is_err());
    }
}
