//! A data source of files: a folder with one JSON file for each firm, named by its credit code, as registers hand them over in batches:
//! `{"uscc": "…", "registers": {"tax": {"as_of": "2026-03-31", "values": {"finance.2025.revenue": 800000000}}}}`.

use super::{DataSource, Fetched, Register, SourceFailure, Statement};
use serde::Deserialize;
use std::{
    collections::HashMap,
    fs::File,
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

/// No answer is longer.
const MOST_BYTES: u64 = 1 << 20;

/// The folder.
pub struct Folder(PathBuf);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    uscc: String,
    registers: HashMap<Register, Statement>,
}

impl Folder {
    /// Answers are in this folder.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }
}

fn read(folder: &Path, register: Register, uscc: &str) -> Result<Statement, SourceFailure> {
    // A code has letters and digits only, so that no other file is meant.
    if uscc.is_empty() || !uscc.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(SourceFailure::Unknown);
    }
    let file = File::open(folder.join(format!("{uscc}.json"))).map_err(|error| match error.kind() {
        ErrorKind::NotFound if folder.is_dir() => SourceFailure::Unknown,
        _ => SourceFailure::Unreachable,
    })?;
    let mut text = String::new();
    file.take(MOST_BYTES).read_to_string(&mut text).map_err(|_| SourceFailure::Unreadable)?;
    let mut answers: Answers = serde_json::from_str(&text).map_err(|_| SourceFailure::Unreadable)?;
    if answers.uscc != uscc {
        return Err(SourceFailure::Unreadable);
    }
    answers.registers.remove(&register).ok_or(SourceFailure::Unknown)
}

impl DataSource for Folder {
    fn name(&self) -> &str {
        "部门数据文件"
    }

    fn fetch<'a>(&'a self, register: Register, uscc: &'a str) -> Fetched<'a> {
        let (folder, uscc) = (self.0.clone(), uscc.to_owned());
        Box::pin(async move {
            let reading = tokio::task::spawn_blocking(move || read(&folder, register, &uscc));
            reading.await.unwrap_or(Err(SourceFailure::Unreachable))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_answers_for_its_own_firm_and_register_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file");
        let tax = r#"{"tax": {"as_of": "2026-03-31", "values": {"tax_grade": "b"}}}"#;
        write("A1.json", &format!(r#"{{"uscc": "A1", "registers": {tax}}}"#));
        write("A2.json", &format!(r#"{{"uscc": "A1", "registers": {tax}}}"#));
        write("A3.json", "no json");
        let source = Folder::new(folder.path());
        let asked = async |register, uscc: &str| source.fetch(register, uscc).await.map(|said| said.values.len());
        assert_eq!(asked(Register::Tax, "A1").await, Ok(1));
        for (register, uscc, failure) in [
            (Register::Business, "A1", SourceFailure::Unknown),
            (Register::Tax, "A2", SourceFailure::Unreadable),
            (Register::Tax, "A3", SourceFailure::Unreadable),
            (Register::Tax, "A4", SourceFailure::Unknown),
            (Register::Tax, "../A1", SourceFailure::Unknown),
            (Register::Tax, "", SourceFailure::Unknown),
        ] {
            assert_eq!(asked(register, uscc).await, Err(failure), "{uscc}");
        }
        let nowhere = Folder::new(folder.path().join("gone"));
        assert_eq!(nowhere.fetch(Register::Tax, "A1").await.err(), Some(SourceFailure::Unreachable));
    }
}
