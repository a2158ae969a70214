//! Demo data that were loaded once are kept, and copied where the same program wants them again on the same day.

use crate::config::Config;
use jinqiao_kernel::{DateTime, Result, local_date};
use sha2::{Digest, Sha256};
use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{ErrorKind, Read},
    path::{Path, PathBuf},
};

/// The database in the folder of a template …
const DATABASE: &str = "jinqiao.db";
/// … the uploaded files …
const FILES: &str = "files";
/// … and the key, where the database was given one of its own.
const KEY: &str = "master.key";

/// Where a template is, and where its parts belong.
pub struct Template {
    /// Begins with what is common to the templates of a program on a day.
    folder: PathBuf,
    program: String,
    database: PathBuf,
    files: PathBuf,
    /// None where the key was there before the data.
    key: Option<PathBuf>,
}

impl Template {
    /// The template for these data; none where they are not in files of this machine, or no folder is set for templates.
    ///
    /// # Errors
    /// When the program cannot be read, or the key that is given.
    pub fn of(config: &Config, now: DateTime) -> Result<Option<Self>> {
        let Some(places) = config.local_places().filter(|_| !config.demo_cache.is_empty()) else { return Ok(None) };
        let program = this_program(&local_date(now).to_string())?;
        let own = places.key.filter(|file| !file.exists());
        let key = match &own {
            Some(_) => "own".to_owned(),
            None => config.vault(false)?.digest("demo", program.as_bytes()),
        };
        let name = format!("{program}-{}", &key[..key.len().min(16)]);
        let folder = Path::new(&config.demo_cache).join(name);
        Ok(Some(Self { folder, program, database: places.database, files: places.files, key: own }))
    }

    /// Copies it to where no database is. Returns whether it did.
    ///
    /// # Errors
    /// When a part cannot be copied.
    pub fn copy(&self) -> Result<bool> {
        if !self.folder.is_dir() || self.database.exists() {
            return Ok(false);
        }
        if let Some(key) = &self.key {
            copy_file(&self.folder.join(KEY), key)?;
        }
        copy_folder(&self.folder.join(FILES), &self.files)?;
        // Last, as a start looks for the database to know whether anything is there.
        copy_file(&self.folder.join(DATABASE), &self.database)?;
        Ok(true)
    }

    /// Keeps what has just been loaded and closed, in place of what other programs or other days have left.
    ///
    /// # Errors
    /// When a part cannot be copied.
    pub fn keep(&self) -> Result<()> {
        let Some(all) = self.folder.parent() else { return Ok(()) };
        fs::create_dir_all(all)?;
        for entry in fs::read_dir(all)? {
            let entry = entry?;
            if outdated(&entry.file_name(), &self.program) {
                fs::remove_dir_all(entry.path())?;
            }
        }
        // Whole or not at all, whoever else loads at the same time.
        let making = all.join(format!("{}-{}.part", self.program, std::process::id()));
        fs::create_dir_all(&making)?;
        if let Some(key) = &self.key {
            copy_file(key, &making.join(KEY))?;
        }
        copy_folder(&self.files, &making.join(FILES))?;
        copy_file(&self.database, &making.join(DATABASE))?;
        match fs::rename(&making, &self.folder) {
            Err(error) if matches!(error.kind(), ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists) => {
                Ok(fs::remove_dir_all(&making)?)
            }
            renamed => Ok(renamed?),
        }
    }
}

/// Is it a template, whole or not, of another program or day? Whatever else lies there is left alone.
fn outdated(name: &OsStr, program: &str) -> bool {
    let name = name.to_string_lossy();
    let begins = name.split('-').next().unwrap_or_default();
    begins.len() == program.len() && begins.bytes().all(|b| b.is_ascii_hexdigit()) && begins != program
}

/// The permissions go with it: a key stays its owner's.
fn copy_file(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let part = to.with_added_extension("part");
    fs::copy(from, &part)?;
    File::open(&part)?.sync_all()?;
    Ok(fs::rename(&part, to)?)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() { copy_folder(&from, &to)? } else { copy_file(&from, &to)? }
    }
    Ok(())
}

/// What this program, byte by byte, and `day` are called.
fn this_program(day: &str) -> Result<String> {
    let (mut hash, mut file) = (Sha256::new_with_prefix(day), File::open(std::env::current_exe()?)?);
    let mut piece = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect());
        }
        hash.update(&piece[..read]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_templates_of_other_programs_and_days_are_removed() {
        let [this, other] = ["a1", "b2"].map(|start| start.repeat(32));
        for (name, expected) in [
            (format!("{this}-own"), false),
            (format!("{this}-0123456789abcdef"), false),
            (format!("{other}-own"), true),
            (format!("{other}-77.part"), true),
            ("jinqiao.db".into(), false),
            (format!("{}-own", "z".repeat(64)), false),
        ] {
            assert_eq!(outdated(OsStr::new(&name), &this), expected, "{name}");
        }
    }
}
