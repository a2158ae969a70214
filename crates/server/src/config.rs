//! Configuration: `jinqiao.toml`, overridden by `JINQIAO_…` in the environment.

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
    value::Value,
};
use jinqiao_db::Options;
use jinqiao_http::Settings;
use jinqiao_insight::matching::EmbeddingSettings;
use jinqiao_kernel::{Error, Result, Vault, World};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::{
    fmt, fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};
use tracing_subscriber::EnvFilter;

/// For one request to the embedding service; a batch on a slow machine takes some seconds.
const EMBEDDINGS_TIMEOUT: Duration = Duration::from_secs(30);

/// A value that is printed nowhere, not even when it is wrong.
#[derive(Default, Serialize)]
pub struct Secret(String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The environment turns what looks like a number into one; the usual message would repeat it.
        let text = <Value as Deserialize>::deserialize(deserializer)?.into_string();
        text.map(Self).ok_or_else(|| D::Error::custom("a key of digits only must stand in quotes"))
    }
}

/// How this server runs.
#[derive(Debug, Serialize, Deserialize)]
pub struct Config {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Address under which people reach the platform.
    pub public_url: String,
    /// `sqlite://path` or `postgres://…`.
    pub database_url: Secret,
    /// Connections for reading; on PostgreSQL for writing as well.
    pub database_connections: u32,
    /// Where uploaded files are kept: `file://path`; nodes that share a database share this folder too.
    pub files_url: String,
    /// 64 hex digits; if empty, the key is kept in `master_key_file`, and made at the first start.
    pub master_key: Secret,
    /// Where the key is kept if it is not given.
    pub master_key_file: String,
    /// Believe the last entry of `X-Forwarded-For`, where it comes from one of `proxy_addresses`.
    pub behind_proxy: bool,
    /// Addresses of the proxies in front, separated by commas.
    pub proxy_addresses: String,
    /// `human` or `json`.
    pub log: String,
    /// Serve demo data to other machines too; their passwords are public.
    pub demo_anywhere: bool,
    /// Where demo data that were loaded once are kept, to be copied at the next start of the same program on the same day;
    /// empty for nowhere.
    pub demo_cache: String,
    /// Memory for hashing a password, KiB.
    pub password_memory_kib: u32,
    /// Passes over that memory.
    pub password_passes: u32,
    /// Whole address of an OpenAI-compatible service for embeddings, `https://…/v1/embeddings`; empty for none.
    pub embeddings_url: String,
    /// Its key, if it wants one.
    pub embeddings_key: Secret,
    /// The model that it is asked for.
    pub embeddings_model: String,
    /// Who takes short messages to phones: `log` writes them into the server's log, and reaches nobody.
    pub sms: String,
    /// Who takes mail to mailboxes: `log`, as for short messages.
    pub mail: String,
    /// Folder with the answers of registers, a JSON file for each firm; empty for none.
    pub sources_folder: String,
}

/// Files and folders of a server that keeps everything on its own machine.
pub struct LocalPlaces {
    pub database: PathBuf,
    pub files: PathBuf,
    /// File of the key; none where the key is given.
    pub key: Option<PathBuf>,
}

impl Default for Config {
    fn default() -> Self {
        let Settings { public_url, behind_proxy, password_memory_kib, password_passes, .. } = Settings::default();
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url,
            database_url: Secret("sqlite://data/jinqiao.db".into()),
            database_connections: 8,
            files_url: "file://data/files".into(),
            master_key: Secret::default(),
            master_key_file: "data/master.key".into(),
            behind_proxy,
            proxy_addresses: "127.0.0.1, ::1".into(),
            log: "human".into(),
            demo_anywhere: false,
            demo_cache: "data/demo-cache".into(),
            password_memory_kib,
            password_passes,
            embeddings_url: String::new(),
            embeddings_key: Secret::default(),
            embeddings_model: String::new(),
            sms: "log".into(),
            mail: "log".into(),
            sources_folder: String::new(),
        }
    }
}

impl Config {
    /// Reads file and environment.
    ///
    /// # Errors
    /// Naming the entry that is wrong.
    pub fn load() -> Result<Self> {
        let figment = Figment::from(Serialized::defaults(Self::default()))
            .merge(Toml::file("jinqiao.toml"))
            .merge(Env::prefixed("JINQIAO_"));
        Self::of(figment)
    }

    fn of(figment: Figment) -> Result<Self> {
        figment.extract().map_err(|error| Error::internal(format!("configuration: {error}")))
    }

    /// Logs to standard error, as `RUST_LOG` filters.
    pub fn start_log(&self) {
        let filter = EnvFilter::try_from_default_env()
            .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm_migration=warn"));
        let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
        if self.log == "json" { log.json().init() } else { log.init() }
    }

    /// What requests need of it.
    ///
    /// # Errors
    /// When an address of a proxy cannot be read.
    pub fn settings(&self) -> Result<Settings> {
        let wrong = |entry: &str| Error::internal(format!("configuration: proxy_addresses: {entry:?} is no address"));
        let proxies = self.proxy_addresses.split(',').map(str::trim).filter(|entry| !entry.is_empty());
        Ok(Settings {
            public_url: self.public_url.clone(),
            behind_proxy: self.behind_proxy,
            proxies: proxies.map(|entry| entry.parse().map_err(|_| wrong(entry))).collect::<Result<_>>()?,
            demo_anywhere: self.demo_anywhere,
            password_memory_kib: self.password_memory_kib,
            password_passes: self.password_passes,
            ..Settings::default()
        })
    }

    /// How to reach the service for embeddings; none while no address is given.
    pub fn embeddings(&self) -> Option<EmbeddingSettings> {
        let (url, model) = (self.embeddings_url.trim().to_owned(), self.embeddings_model.clone());
        let settings =
            EmbeddingSettings { url, model, key: self.embeddings_key.0.clone(), timeout: EMBEDDINGS_TIMEOUT };
        (!settings.url.is_empty()).then_some(settings)
    }

    /// How to open the database; makes the folder of a SQLite file.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn database(&self) -> Result<Options> {
        if let Some(file) = self.database_url.0.strip_prefix("sqlite://") {
            make_parent(file)?;
        }
        Ok(Options::new(self.database_url.0.clone(), self.database_connections))
    }

    /// The master key; `fresh` allows to make one.
    ///
    /// # Errors
    /// When the key is not 64 hex digits, when its file cannot be read or made, or when there is none and none may be made.
    pub fn vault(&self, fresh: bool) -> Result<Vault> {
        let text = match self.master_key.0.as_str() {
            "" => kept_key(&self.master_key_file, fresh)?,
            given => given.to_owned(),
        };
        let wrong = || Error::internal(format!("the master key ({}) must be 64 hex digits", self.key_place()));
        let text = text.trim();
        if text.len() != 64 || !text.is_ascii() {
            return Err(wrong());
        }
        let mut key = [0; 32];
        for (i, byte) in key.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|_| wrong())?;
        }
        Ok(Vault::new(&key))
    }

    /// Where the master key comes from, for messages.
    pub fn key_place(&self) -> String {
        if self.master_key.0.is_empty() { self.master_key_file.clone() } else { "JINQIAO_MASTER_KEY".into() }
    }

    /// The file of the database, where it is one.
    fn database_file(&self) -> Option<&Path> {
        let file = self.database_url.0.strip_prefix("sqlite://")?;
        Some(Path::new(file.split('?').next().unwrap_or(file)))
    }

    /// Where all that is kept lies on this machine; none where the database is a server's.
    pub fn local_places(&self) -> Option<LocalPlaces> {
        let key = self.master_key.0.is_empty().then(|| self.master_key_file.clone().into());
        let files = self.files_url.strip_prefix("file://")?.into();
        Some(LocalPlaces { database: self.database_file()?.into(), files, key })
    }

    /// Folders in which data grow, on this machine.
    pub fn data_folders(&self) -> Vec<PathBuf> {
        let database = self.database_file().and_then(Path::parent);
        let files = self.files_url.strip_prefix("file://").map(Path::new);
        let folder = |path: &Path| if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.into() };
        database.into_iter().chain(files).map(folder).collect()
    }
}

fn make_parent(file: &str) -> Result<()> {
    match Path::new(file).parent() {
        Some(folder) if !folder.as_os_str().is_empty() => fs::create_dir_all(folder).map_err(Error::internal),
        _ => Ok(()),
    }
}

/// The key in `file`; made if there is none and `fresh` allows it. Losing it means losing every sealed value.
fn kept_key(file: &str, fresh: bool) -> Result<String> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    match fs::read_to_string(file) {
        Ok(key) => return Ok(key),
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(Error::internal(format!("the master key in {file} cannot be read: {error}")));
        }
        Err(_) if !fresh => {
            return Err(Error::internal(format!(
                "the master key is missing: {file} does not exist, and this database holds values sealed with it. \
                 Put the file back from its copy, or give the key as JINQIAO_MASTER_KEY; a new key would open nothing"
            )));
        }
        Err(_) => {}
    }
    make_parent(file)?;
    let key: String = World::system().bytes::<32>().iter().map(|byte| format!("{byte:02x}")).collect();
    let kept = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    kept.and_then(|mut file| file.write_all(key.as_bytes()).and_then(|()| file.sync_all())).map_err(Error::internal)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loaded(set: &[(&str, Value)]) -> Result<Config> {
        let defaults = Figment::from(Serialized::defaults(Config::default()));
        Config::of(set.iter().fold(defaults, |figment, (name, value)| figment.merge((*name, value))))
    }

    #[test]
    fn embeddings_are_off_until_an_address_is_given_and_their_key_is_never_printed() {
        let config = loaded(&[]).expect("a configuration");
        assert!(config.embeddings().is_none());
        let url = || ("embeddings_url", "https://api.example.com/v1/embeddings".into());
        let set = [url(), ("embeddings_key", "sk-0123secret".into()), ("embeddings_model", "m".into())];
        let config = loaded(&set).expect("a configuration");
        let settings = config.embeddings().expect("a service");
        assert_eq!((settings.key.as_str(), settings.model.as_str()), ("sk-0123secret", "m"));
        assert!(!format!("{config:?}").contains("secret"));
        // What the environment makes of `JINQIAO_EMBEDDINGS_KEY=778899`.
        let wrong = loaded(&[url(), ("embeddings_key", 778_899_i64.into())]).expect_err("digits only");
        assert!(!format!("{wrong:?}").contains("778899"), "{wrong:?}");
        assert!(format!("{wrong:?}").contains("embeddings_key"), "{wrong:?}");
    }
}
