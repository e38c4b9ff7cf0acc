//! The command line: what an operator can ask for.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::{Context, Result};
use clap::{Arg, ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};
use tokio::signal::unix::{SignalKind, signal};

use crate::{
    admin,
    config::{self, Config, Sources},
    database::Database,
    demo::{self, Order},
    server, telemetry,
};

/// Guanxi, a CRM for the whole life of a customer relationship.
#[derive(Debug, Parser)]
#[command(name = "guanxi", version, subcommand_required = true, arg_required_else_help = true)]
struct CommandLine {
    /// The file with settings, in place of `guanxi.toml` in this folder.
    #[arg(long, global = true, env = "GUANXI_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the API and the web app, and run the jobs.
    Serve,
    /// Run the jobs alone, beside servers with GUANXI_WORK=false.
    Work,
    /// Bring the database to the newest schema.
    Migrate,
    /// Fill the organisation `demo` with made-up companies; again and again, if wanted.
    Demo {
        #[arg(long, default_value_t = Order::SMALL.leads)]
        leads: u64,
        #[arg(long, default_value_t = Order::SMALL.customers)]
        customers: u64,
    },
    /// Help people in when nobody else can.
    #[command(subcommand)]
    Admin(Admin),
    /// Print the contract of the API.
    Openapi,
    /// Say which settings are in force, where they come from, and whether the database answers.
    Doctor {
        /// Print docs/configuration.md instead.
        #[arg(long)]
        configuration_docs: bool,
    },
}

#[derive(Debug, Subcommand)]
enum Admin {
    /// Give somebody a new password, print it, and sign him out everywhere.
    ResetPassword {
        /// The code of the organisation.
        #[arg(long)]
        tenant: String,
        /// What he signs in with.
        #[arg(long)]
        login: String,
    },
}

/// Does what the command line says.
pub fn command_line() -> ExitCode {
    let done = run();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "guanxi: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut definition = with_settings(CommandLine::command());
    let matches = definition.get_matches_mut();
    let line = CommandLine::from_arg_matches(&matches)?;
    let sources = Sources::gather(flags(&matches), line.config.as_deref())?;
    if let Command::Doctor { configuration_docs: false } = line.command {
        print_report(&sources)?;
    }
    let config = Config::load(&sources)?;
    telemetry::init(&config.log)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(execute(line.command, config))
}

async fn execute(command: Command, config: Config) -> Result<()> {
    match command {
        Command::Serve => serve(config).await,
        Command::Work => server::work(config, told_to_stop()?).await,
        Command::Migrate => {
            let database = Database::open(&config).await?;
            let migrated = database.connect(&config).await;
            database.close().await?;
            migrated.map(drop)
        }
        Command::Demo { leads, customers } => {
            let database = Database::open(&config).await?;
            let db = database.connect(&config).await?;
            let gate = server::gate(&config, db)?;
            let filled = demo::fill(&database.options, &gate, Order { leads, customers }).await;
            database.close().await?;
            print(&filled?)
        }
        Command::Admin(Admin::ResetPassword { tenant, login }) => {
            let database = Database::open(&config).await?;
            let reset = admin::reset_password(&config, &database, &tenant, &login).await;
            database.close().await?;
            print(&format!("The password of {login} is now {}, and he must change it.\n", reset?))
        }
        Command::Openapi => print(&format!("{}\n", guanxi_api::openapi::document().to_pretty_json()?)),
        Command::Doctor { configuration_docs: true } => print(&config::documentation()),
        Command::Doctor { configuration_docs: false } => {
            let database = Database::open(&config).await?;
            let health = database.health().await;
            database.close().await?;
            print(&format!("\n{}", health?))
        }
    }
}

async fn serve(config: Config) -> Result<()> {
    let told = told_to_stop()?;
    let mut running = server::start(config).await?;
    print(&format!("Guanxi is ready: {}\n{}", running.base_url, running.welcome))?;
    tokio::select! {
        () = told => {}
        () = running.ended() => return running.stop().await,
    }
    tracing::info!("stopping: open requests are answered first");
    running.stop().await
}

/// Ends at Ctrl-C or a polite kill. The second Ctrl-C does not wait for anybody.
fn told_to_stop() -> Result<impl Future<Output = ()>> {
    let mut interrupted = signal(SignalKind::interrupt()).context("listening for Ctrl-C")?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
        tokio::spawn(async move {
            interrupted.recv().await;
            std::process::exit(130);
        });
    })
}

/// Adds a flag for every setting.
fn with_settings(command: clap::Command) -> clap::Command {
    let flag = |setting: &'static config::Setting| {
        let help = format!("{} [{}]", setting.help(), setting.variable());
        let flag = Arg::new(setting.name).long(setting.flag()).value_name("VALUE").global(true).help(help);
        let flag = if setting.is_switch() {
            flag.num_args(0..=1).require_equals(true).default_missing_value("true")
        } else {
            flag
        };
        flag.hide_short_help(true)
    };
    command.next_help_heading("Settings (--help explains them)").args(config::settings().map(flag))
}

fn flags(matches: &ArgMatches) -> BTreeMap<String, String> {
    // A flag may stand before or after the name of the command; clap hands it down, not up.
    let innermost = matches.subcommand().map_or(matches, |(_, inner)| inner);
    let given = config::settings().filter_map(|setting| {
        let value = innermost.get_one::<String>(setting.name)?;
        Some((setting.name.to_owned(), value.clone()))
    });
    given.collect()
}

fn print_report(sources: &Sources) -> Result<()> {
    let rows = sources.report();
    let width = |column: fn(&(String, String, String)) -> usize| rows.iter().map(column).max().unwrap_or(0);
    let (first, second) = (width(|row| row.0.len()), width(|row| row.1.len()));
    let lines: String =
        rows.iter().map(|(name, value, origin)| format!("{name:first$}  {value:second$}  {origin}\n")).collect();
    print(&lines)
}

fn print(text: &str) -> Result<()> {
    io::stdout().write_all(text.as_bytes()).context("writing to standard output")
}
