//! The tenant's transaction: the only way to the database.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use chrono::{DateTime, NaiveDate, Utc};
use guanxi_domain::{Actor, Error, Result, TenantId, settings::Settings};
use serde_json::Value;
use sqlx::{
    PgConnection, PgPool, Postgres, Transaction,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use uuid::Uuid;

use crate::{
    Clock, Table,
    access::rights::{self, KnownHolders},
    custom::Own,
    feed::Feed,
    known::{self, Known, KnownTenants},
    platform::layouts,
    pool::{Lent, TenantPool},
    settings,
};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// How the server reaches its database.
pub struct DbConfig {
    pub options: PgConnectOptions,
    /// All connections together; half of them read, half of them write.
    pub connections: u32,
    pub clock: Clock,
    /// Signs cursors.
    pub secret: Vec<u8>,
}

/// The database, of which only [`Tx`] is to be had.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    reading: Arc<TenantPool>,
    writing: PgPool,
    dispatching: PgPool,
    clock: Clock,
    secret: Vec<u8>,
    feed: Feed,
    known: KnownTenants,
    holders: KnownHolders,
    rights: AtomicU64,
}

/// Brings the database to the newest schema, as its owner.
pub async fn migrate(options: &PgConnectOptions) -> Result<()> {
    let pool = PgPoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
    MIGRATIONS.run(&pool).await.map_err(Error::unexpected)?;
    sqlx::query("call app.watch_all($1)").bind(schema_fingerprint()).execute(&pool).await?;
    pool.close().await;
    Ok(())
}

/// What tells one set of migrations from another.
pub fn schema_fingerprint() -> String {
    use sha2::Digest;
    let mut hash = sha2::Sha256::new();
    for migration in MIGRATIONS.iter() {
        hash.update(&migration.checksum);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

impl Db {
    pub fn connect(config: DbConfig) -> Self {
        let half = (config.connections / 2).max(2);
        // Plans that do not depend on the values are made once; making them anew would double the cost of a list.
        // Starting workers costs more than a page.
        let act_as = |role| {
            let plans = [("plan_cache_mode", "force_generic_plan"), ("max_parallel_workers_per_gather", "0")];
            config.options.clone().options([("role", role)]).options(plans)
        };
        let reading = act_as("guanxi_app").options([("default_transaction_read_only", "on")]);
        let pool = |size| PgPoolOptions::new().max_connections(size).test_before_acquire(false);
        Self(Arc::new(Inner {
            reading: TenantPool::new(reading, usize::try_from(half).unwrap_or(2)),
            writing: pool(half).connect_lazy_with(act_as("guanxi_app")),
            dispatching: pool(2).connect_lazy_with(act_as("guanxi_dispatcher")),
            clock: config.clock,
            secret: config.secret,
            feed: Feed::default(),
            known: KnownTenants::default(),
            holders: rights::known_holders(),
            rights: AtomicU64::new(0),
        }))
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Opens a transaction that sees and writes `actor`'s tenant only.
    pub async fn begin(&self, actor: Actor) -> Result<Tx> {
        let now = self.0.clock.now(actor.tenant);
        let nobody = String::new;
        let begin = format!(
            "begin; set local app.tenant = '{}'; set local app.actor = '{}'; set local app.request = '{}'; \
             set local app.now = '{}'",
            actor.tenant,
            actor.user.map_or_else(nobody, |user| user.to_string()),
            actor.request_id.map_or_else(nobody, |id| id.to_string()),
            now.to_rfc3339(),
        );
        #[expect(clippy::disallowed_methods, reason = "ids and a time are all that is put into the statement")]
        let inner = self.0.writing.begin_with(sqlx::AssertSqlSafe(begin)).await?;
        Ok(Tx {
            connection: Connection::Writing(inner),
            actor,
            now,
            db: self.clone(),
            rights_change: false,
            narrows: true,
            settings: Settings::default(),
            known: None,
            rare: Vec::new(),
            handed_on: Vec::new(),
            marked: false,
        })
    }

    /// Lends what `actor` needs to read his tenant; nothing can be written through it.
    pub async fn read(&self, actor: Actor) -> Result<Tx> {
        let now = self.0.clock.now(actor.tenant);
        let lent = self.0.reading.lend(actor.tenant.into()).await?;
        Ok(Tx {
            connection: Connection::Reading(lent),
            actor,
            now,
            db: self.clone(),
            rights_change: false,
            narrows: true,
            settings: Settings::default(),
            known: None,
            rare: Vec::new(),
            handed_on: Vec::new(),
            marked: false,
        })
    }

    /// Opens a transaction of the dispatcher, which sees events and jobs of all tenants and nothing else.
    pub(crate) async fn dispatch(&self) -> Result<Transaction<'static, Postgres>> {
        Ok(self.0.dispatching.begin_with("begin").await?)
    }

    /// Finds a tenant by the code that people type when they sign in.
    pub async fn tenant_by_code(&self, code: &str) -> Result<Option<(TenantId, String, bool)>> {
        let found = sqlx::query_as("select id, timezone, active from app.tenant_by_code($1)").bind(code);
        Ok(found.fetch_optional(&self.0.writing).await?)
    }

    /// Counts the transactions of this process that changed rights: what is known of rights is as old as this.
    pub fn rights(&self) -> u64 {
        self.0.rights.load(Ordering::Acquire)
    }

    pub(crate) fn feed(&self) -> &Feed {
        &self.0.feed
    }

    pub(crate) fn known(&self) -> &KnownTenants {
        &self.0.known
    }

    pub(crate) fn holders(&self) -> &KnownHolders {
        &self.0.holders
    }

    pub(crate) fn secret(&self) -> &[u8] {
        &self.0.secret
    }
}

enum Connection {
    Reading(Lent),
    Writing(Transaction<'static, Postgres>),
}

/// One unit of work of one actor. Dropped without [`commit`](Tx::commit), it never happened.
pub struct Tx {
    connection: Connection,
    actor: Actor,
    now: DateTime<Utc>,
    db: Db,
    rights_change: bool,
    narrows: bool,
    settings: Settings,
    known: Option<Arc<Known>>,
    rare: Vec<String>,
    handed_on: Vec<Uuid>,
    marked: bool,
}

impl Tx {
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Does something as somebody else would see it; who writes stays who began the transaction.
    pub async fn acting<T>(&mut self, actor: Actor, work: impl AsyncFnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let before = std::mem::replace(&mut self.actor, actor);
        let done = work(self).await;
        self.actor = before;
        done
    }

    pub fn tenant(&self) -> Uuid {
        self.actor.tenant.into()
    }

    /// The time of the whole transaction.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Asks for what live columns depend on: what the organisation has set, and what is known of it.
    pub(crate) async fn learn(&mut self) -> Result<()> {
        self.settings = settings::load(self).await?;
        self.know().await
    }

    /// Asks for what is known of the organisation alone.
    async fn know(&mut self) -> Result<()> {
        if self.known.is_none() || self.rights_change {
            self.known = Some(match self.known_by_heart() {
                Some(known) => known,
                None => Arc::new(known::read(self).await?),
            });
        }
        Ok(())
    }

    /// A table as the organisation has it, with the columns that it added.
    pub async fn table(&mut self, table: &'static Table) -> Result<&'static Table> {
        if !table.is_open() {
            return Ok(table);
        }
        Ok(self.own_table(table).await?.map_or(table, |own| own.table))
    }

    /// The same with all that was ever added; nothing where nothing was.
    pub(crate) async fn own_table(&mut self, table: &Table) -> Result<Option<Own>> {
        self.know().await?;
        Ok(self.known.as_ref().and_then(|known| known.own_tables.get(table.name)).cloned())
    }

    /// All layouts that count.
    pub(crate) async fn layouts(&mut self) -> Result<Arc<[layouts::Known]>> {
        self.know().await?;
        Ok(self.known.as_ref().map_or_else(Arc::default, |known| known.layouts.clone()))
    }

    /// Whether few records have this word in the index of added fields, as far as that was asked.
    pub(crate) fn is_rare(&self, word: &str) -> bool {
        self.rare.iter().any(|rare| rare == word)
    }

    pub(crate) fn finds_rare(&mut self, words: Vec<String>) {
        self.rare.extend(words);
    }

    /// Lets another record hold these files, too: those of one that becomes it.
    pub fn hand_on(&mut self, files: Vec<Uuid>) {
        self.handed_on.extend(files);
    }

    pub(crate) fn handed_on(&self) -> &[Uuid] {
        &self.handed_on
    }

    /// What the organisation has set, once that was [learned](Tx::learn); else the defaults.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is known of the organisation, once that was [learned](Tx::learn).
    pub(crate) fn known(&self) -> Option<&Known> {
        self.known.as_deref()
    }

    /// The same, to be kept beyond this borrow.
    pub(crate) fn learned(&self) -> Option<Arc<Known>> {
        self.known.clone()
    }

    /// What is known without asking. Jobs ask: nobody who signs in keeps it fresh for them.
    pub(crate) fn known_by_heart(&self) -> Option<Arc<Known>> {
        let shared = !self.rights_change && self.actor.user.is_some();
        shared.then(|| self.db.known().of(self.tenant())).flatten()
    }

    /// The organisation's business date.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&self.actor.zone).date_naive()
    }

    pub fn db(&self) -> &Db {
        &self.db
    }

    pub(crate) fn conn(&mut self) -> &mut PgConnection {
        match &mut self.connection {
            Connection::Reading(lent) => lent.connection(),
            Connection::Writing(inner) => inner,
        }
    }

    /// Whether what is wanted of a live column is looked up in its index. A page in another order is found sooner by
    /// walking that order until it is full than by fetching all that match.
    pub(crate) fn narrows(&self) -> bool {
        self.narrows
    }

    pub(crate) fn narrow(&mut self, narrows: bool) {
        self.narrows = narrows;
    }

    /// Says that what this transaction writes changes what people may do or are called; it counts from its commit on.
    pub fn rights_change(&mut self) {
        self.rights_change = true;
    }

    pub(crate) fn changes_rights(&self) -> bool {
        self.rights_change
    }

    /// Publishes an event when, and only if, this transaction commits.
    pub async fn emit(&mut self, kind: &str, resource: &str, record: impl Into<Uuid>, payload: Value) -> Result<()> {
        self.emit_all(kind, resource, &[(record.into(), payload)]).await
    }

    /// Publishes many events of one kind at once: what each record is told of.
    pub async fn emit_all(&mut self, kind: &str, resource: &str, told: &[(Uuid, Value)]) -> Result<()> {
        if told.is_empty() {
            return Ok(());
        }
        let sql = "insert into outbox (id, type, resource, record_id, payload)
                   select x.id, $4, $5, x.record_id, x.payload
                   from unnest($1::uuid[], $2::uuid[], $3::jsonb[]) as x (id, record_id, payload)";
        sqlx::query(sql)
            .bind(told.iter().map(|_| Uuid::now_v7()).collect::<Vec<_>>())
            .bind(told.iter().map(|(record, _)| *record).collect::<Vec<_>>())
            .bind(told.iter().map(|(_, payload)| payload).collect::<Vec<_>>())
            .bind(kind)
            .bind(resource)
            .execute(self.conn())
            .await?;
        Ok(())
    }

    /// Marks a point to which [`undo`](Tx::undo) returns, so that one bad row of many does not spoil the rest. The mark
    /// before is given up: PostgreSQL grows slow under many.
    pub async fn mark(&mut self) -> Result<()> {
        if self.marked {
            sqlx::query("release savepoint mark").execute(self.conn()).await?;
        }
        self.marked = true;
        sqlx::query("savepoint mark").execute(self.conn()).await?;
        Ok(())
    }

    pub async fn undo(&mut self) -> Result<()> {
        sqlx::query("rollback to savepoint mark").execute(self.conn()).await?;
        Ok(())
    }

    /// Tries what may be refused, also by a constraint; then nothing of it remains, and the rest goes on.
    pub async fn if_allowed<T>(&mut self, work: impl AsyncFnOnce(&mut Self) -> Result<T>) -> Result<Option<T>> {
        sqlx::query("savepoint attempt").execute(self.conn()).await?;
        let done = match work(self).await {
            Ok(done) => Some(done),
            Err(Error::Refused(_)) => {
                sqlx::query("rollback to savepoint attempt").execute(self.conn()).await?;
                None
            }
            Err(error @ (Error::Retry | Error::Unexpected(_))) => return Err(error),
        };
        sqlx::query("release savepoint attempt").execute(self.conn()).await?;
        Ok(done)
    }

    /// Makes what was done last, or ends a reading whose connection is then lent again.
    pub async fn commit(self) -> Result<()> {
        match self.connection {
            Connection::Reading(lent) => lent.give_back(),
            Connection::Writing(inner) => inner.commit().await?,
        }
        if self.rights_change {
            settings::forget(self.actor.tenant.into()).await;
            self.db.0.rights.fetch_add(1, Ordering::AcqRel);
        }
        Ok(())
    }

    /// Ends the transaction as if it had never been.
    pub async fn rollback(self) -> Result<()> {
        match self.connection {
            Connection::Reading(lent) => lent.give_back(),
            Connection::Writing(inner) => inner.rollback().await?,
        }
        Ok(())
    }
}
