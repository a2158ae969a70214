//! `jinqiao`: one program that serves the API and the pages, and the commands around it.

mod admin;
mod anonymity;
mod commands;
mod config;
mod demo;
mod disk;
mod memory;
mod parts;

use clap::{Parser, Subcommand};
use jinqiao_kernel::{Result, Role};

/// 金桥 Jinqiao: online financial-innovation service platform.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Migrate the database and serve.
    Serve {
        /// Load demo data into an empty database first.
        #[arg(long)]
        demo: bool,
    },
    /// Migrate the database and stop.
    Migrate,
    /// Load demo data into an empty database.
    Demo {
        /// End when standard input does.
        #[arg(long, hide = true)]
        watched: bool,
    },
    /// Print the OpenAPI document.
    Openapi,
    /// Print docs/states.md.
    States,
    /// Accounts that nobody can register for.
    #[command(subcommand)]
    Admin(Admin),
}

#[derive(Subcommand)]
enum Admin {
    /// Create an account of the operator, of a department or of an agency. The password is made here and shown once.
    Create {
        /// operator, supervisor, government or agency
        #[arg(long, value_parser = admin::role)]
        role: Role,
        /// Login name.
        #[arg(long)]
        login: String,
        /// Name of the person.
        #[arg(long)]
        name: String,
        /// Name of the organisation; it is created along with the account.
        #[arg(long)]
        organization: String,
        /// Unified social credit code of the organisation.
        #[arg(long)]
        uscc: String,
        /// Mobile number of the person.
        #[arg(long)]
        mobile: String,
    },
    /// Disable an account; its sessions end. The last operator who can log in cannot be disabled.
    Disable {
        /// Login name.
        #[arg(long)]
        login: String,
    },
    /// Give an account a one-time password, valid for 72 hours, and show it once. Its sessions end.
    Reset {
        /// Login name.
        #[arg(long)]
        login: String,
        /// Give it a new authenticator and recovery codes in place of a password.
        #[arg(long)]
        authenticator: bool,
    },
}

/// Computations beside requests that are still under way at the end get so long; what they would have found is computed again.
const LAST: std::time::Duration = std::time::Duration::from_secs(1);

/// Futures of the scenes of the demo data are large where they are not optimised.
const STACK: usize = 64 * 1024 * 1024;

fn main() -> std::process::ExitCode {
    let command = Cli::parse().command;
    if matches!(command, Command::Serve { .. }) {
        memory::share_arenas();
    }
    let working = std::thread::Builder::new().stack_size(STACK).spawn(move || work(command));
    working.ok().and_then(|thread| thread.join().ok()).unwrap_or(std::process::ExitCode::FAILURE)
}

fn work(command: Command) -> std::process::ExitCode {
    let done = tokio::runtime::Runtime::new().map_err(jinqiao_kernel::Error::internal).and_then(|runtime| {
        let done = runtime.block_on(run(command));
        runtime.shutdown_timeout(LAST);
        done
    });
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            tell(&error);
            std::process::ExitCode::FAILURE
        }
    }
}

/// At the console the cause matters more than the public message.
fn tell(error: &jinqiao_kernel::Error) {
    use std::error::Error as _;
    eprintln!("jinqiao: {}", error.source().map_or_else(|| error.to_string(), ToString::to_string));
    for field in error.fields() {
        eprintln!("  {}: {}", field.field, field.message);
    }
}

async fn run(command: Command) -> Result<()> {
    if let Command::Openapi = command {
        print!("{}", commands::openapi()?);
        return Ok(());
    }
    if let Command::States = command {
        print!("{}", jinqiao_concepts::states());
        return Ok(());
    }
    let config = config::Config::load()?;
    config.start_log();
    match command {
        Command::Serve { demo } => commands::serve(&config, demo).await,
        Command::Migrate => parts::open_ready(&config).await?.db.close().await,
        Command::Demo { watched } => {
            if watched {
                demo::child::end_with_parent();
            }
            demo::load_if_empty(&config).await.map(|_| ())
        }
        Command::Openapi | Command::States => Ok(()),
        Command::Admin(Admin::Create { role, login, name, organization, uscc, mobile }) => {
            admin::create(&config, admin::Wanted { role, login, name, organization, uscc, mobile }).await
        }
        Command::Admin(Admin::Disable { login }) => admin::disable(&config, &login).await,
        Command::Admin(Admin::Reset { login, authenticator }) => admin::reset(&config, &login, authenticator).await,
    }
}
