//! Where a cluster lies, and as whom it runs.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, Permissions},
    io,
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown, symlink},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::secret_file::{read_or_create_secret, write_secret};

#[derive(Debug)]
pub struct Place {
    pub folder: PathBuf,
    pub data: PathBuf,
    /// The folder of the socket.
    pub run: PathBuf,
    pub log: PathBuf,
    /// PostgreSQL refuses to run as root; this is who it runs as instead.
    account: Option<Account>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Account {
    uid: u32,
    gid: u32,
}

/// The path of a socket may have 107 bytes; `/.s.PGSQL.5432.lock` is part of it.
const LONGEST_RUN: usize = 85;
const LOG_LIMIT: u64 = 20 * 1024 * 1024;

impl Place {
    pub fn prepare(folder: &Path) -> Result<Self> {
        let folder = create(folder, 0o755)?;
        let is_root = rustix::process::geteuid().is_root();
        let (folder, account) = match is_root.then(|| Account::of_server(&folder.join("data"))) {
            None => (folder, None),
            Some(account) if account.enters(&folder) => (folder, Some(account)),
            Some(account) => {
                let elsewhere = PathBuf::from(format!("/var/lib/guanxi-{:08x}", fingerprint(&folder)));
                tracing::info!(
                    folder = %elsewhere.display(),
                    "{} cannot be entered by the account that runs PostgreSQL: the database lies elsewhere",
                    folder.display(),
                );
                let elsewhere = create(&elsewhere, 0o755)?;
                // For people, and for `make db-reset`.
                let _ = symlink(&elsewhere, folder.join("elsewhere"));
                (elsewhere, Some(account))
            }
        };
        let mut run = folder.join("run");
        if run.as_os_str().len() > LONGEST_RUN {
            run = std::env::temp_dir().join(format!("guanxi-{:08x}", fingerprint(&folder)));
        }
        let run = create(&run, 0o700)?;
        let place = Self { data: folder.join("data"), run, log: folder.join("postgres.log"), folder, account };
        place.give(&place.run)?;
        place.check_owner()?;
        Ok(place)
    }

    /// The major version that made the data, if there is any.
    pub fn data_version(&self) -> Result<Option<u32>> {
        let file = self.data.join("PG_VERSION");
        match fs::read_to_string(&file) {
            Ok(text) => Ok(Some(text.trim().parse().with_context(|| format!("reading {}", file.display()))?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound && !self.data.exists() => Ok(None),
            Err(error) => Err(error).with_context(|| format!("{} is no database cluster", self.data.display())),
        }
    }

    pub fn lock_file(&self, name: &str) -> Result<File> {
        let path = self.folder.join(name);
        let options = OpenOptions::new().create(true).write(true).truncate(false).open(&path);
        options.with_context(|| format!("opening {}", path.display()))
    }

    /// The superuser's password, made up at the first call.
    pub fn password(&self) -> Result<String> {
        read_or_create_secret(&self.folder.join("password"))
    }

    /// The same, where `initdb` may read it.
    pub fn password_for_initdb(&self, password: &str) -> Result<PathBuf> {
        let path = self.run.join("initdb-password");
        write_secret(&path, password)?;
        self.give(&path)?;
        Ok(path)
    }

    /// An empty folder for `initdb`, whatever an interrupted one left there.
    pub fn fresh_data(&self) -> Result<PathBuf> {
        let path = self.folder.join("data.new");
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        let path = create(&path, 0o700)?;
        self.give(&path)?;
        Ok(path)
    }

    pub fn pid_file(&self) -> PathBuf {
        self.data.join("postmaster.pid")
    }

    pub fn open_log(&self) -> Result<File> {
        let too_long = fs::metadata(&self.log).is_ok_and(|log| log.len() > LOG_LIMIT);
        if too_long {
            fs::rename(&self.log, self.log.with_extension("log.old"))?;
        }
        Ok(OpenOptions::new().create(true).append(true).open(&self.log)?)
    }

    /// A command that runs as the server's account and inherits nothing that could mislead PostgreSQL.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", "/usr/bin:/bin").env("LC_ALL", "C.UTF-8").env("TZ", "UTC");
        if let Some(Account { uid, gid }) = self.account {
            command.uid(uid).gid(gid);
        }
        command
    }

    pub fn can_be_run(&self, program: &Path) -> bool {
        self.account.is_none_or(|account| account.passes("-x", program))
    }

    /// Takes away what lies outside the folder, when nobody uses the cluster any more.
    pub fn tidy(&self) {
        if !self.run.starts_with(&self.folder) {
            let _ = fs::remove_dir(&self.run);
        }
    }

    fn give(&self, path: &Path) -> Result<()> {
        if let Some(Account { uid, gid }) = self.account {
            chown(path, Some(uid), Some(gid)).with_context(|| format!("giving {} to user {uid}", path.display()))?;
        }
        Ok(())
    }

    fn check_owner(&self) -> Result<()> {
        let me = rustix::process::geteuid().as_raw();
        let Ok(data) = fs::metadata(&self.data) else { return Ok(()) };
        if self.account.is_none() && data.uid() != me {
            bail!(
                "{} belongs to user {}, and we are user {me}: start as that user or as root, or choose another GUANXI_DATA_DIR",
                self.data.display(),
                data.uid(),
            );
        }
        Ok(())
    }
}

impl Account {
    /// The owner of the data, or else `postgres`, or else `nobody`.
    fn of_server(data: &Path) -> Self {
        if let Ok(data) = fs::metadata(data)
            && data.uid() != 0
        {
            return Self { uid: data.uid(), gid: data.gid() };
        }
        let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let named = |name: &str| {
            accounts.lines().find_map(|line| {
                let fields: Vec<_> = line.split(':').collect();
                let [found, _, uid, gid, ..] = fields[..] else { return None };
                (found == name).then_some(())?;
                Some(Self { uid: uid.parse().ok()?, gid: gid.parse().ok()? })
            })
        };
        named("postgres").or_else(|| named("nobody")).unwrap_or(Self { uid: 65534, gid: 65534 })
    }

    fn enters(self, folder: &Path) -> bool {
        self.passes("-x", folder)
    }

    /// Asks the kernel, not the mode bits: access lists and mounts count too.
    fn passes(self, question: &str, path: &Path) -> bool {
        let status =
            Command::new("/usr/bin/test").arg(question).arg(path).current_dir("/").uid(self.uid).gid(self.gid).status();
        status.is_ok_and(|status| status.success())
    }
}

fn create(folder: &Path, mode: u32) -> Result<PathBuf> {
    let create = || -> io::Result<PathBuf> {
        DirBuilder::new().recursive(true).create(folder)?;
        let folder = folder.canonicalize()?;
        if fs::metadata(&folder)?.mode() & 0o777 != mode {
            fs::set_permissions(&folder, Permissions::from_mode(mode))?;
        }
        Ok(folder)
    };
    create().with_context(|| format!("making the folder {}", folder.display()))
}

/// FNV-1a: a short name for a path that stays the same from version to version.
fn fingerprint(path: &Path) -> u32 {
    path.as_os_str()
        .as_encoded_bytes()
        .iter()
        .fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
