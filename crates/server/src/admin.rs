//! Accounts made, disabled and reset at the server's console.

use crate::{
    config::Config,
    parts::{self, Ready},
};
use jinqiao_kernel::{Result, Role, World};
use jinqiao_platform::accounts::{
    NewStaff, PasswordHasher, add_staff, console_authenticator, console_disable, console_password,
};

/// Parses a role that can be created here.
pub fn role(text: &str) -> Result<Role, String> {
    match text {
        "operator" => Ok(Role::Operator),
        "supervisor" => Ok(Role::Supervisor),
        "government" => Ok(Role::Government),
        "agency" => Ok(Role::Agency),
        _ => Err("one of operator, supervisor, government, agency".into()),
    }
}

/// The account that is wanted.
pub struct Wanted {
    pub role: Role,
    pub login: String,
    pub name: String,
    pub organization: String,
    pub uscc: String,
    pub mobile: String,
}

/// Creates it, and shows its secrets once.
pub async fn create(config: &Config, wanted: Wanted) -> Result<()> {
    let Ready { db, vault } = parts::open_ready(config).await?;
    let password: String = World::system().bytes::<12>().iter().map(|byte| format!("{byte:02x}")).collect();
    let Wanted { role, login, name, organization, uscc, mobile } = wanted;
    let new = NewStaff {
        role,
        organization,
        name,
        mobile,
        uscc,
        login: login.clone(),
        password: password.clone(),
        one_time: true,
    };
    let made = add_staff(&db, &vault, &PasswordHasher::new(&config.settings()?), new).await?;
    println!(
        "login     {login}\npassword  {password}   (shown once; valid for 72 hours, to be changed at the first login)"
    );
    if let Some(url) = made.totp_url {
        println!("authenticator  {url}\nrecovery codes (each works once): {}", made.recovery_codes.join(" "));
    }
    db.close().await
}

/// Disables the account called `login`.
pub async fn disable(config: &Config, login: &str) -> Result<()> {
    let Ready { db, .. } = parts::open_ready(config).await?;
    console_disable(&db, login).await?;
    println!("{login} is disabled; its sessions have ended");
    db.close().await
}

/// Gives the account called `login` a one-time password or, if `authenticator`, a new authenticator, and shows it once.
pub async fn reset(config: &Config, login: &str, authenticator: bool) -> Result<()> {
    let Ready { db, vault } = parts::open_ready(config).await?;
    if authenticator {
        let made = console_authenticator(&db, &vault, login).await?;
        println!("authenticator  {}\nrecovery codes (each works once): {}", made.url, made.recovery_codes.join(" "));
    } else {
        let password = console_password(&db, &PasswordHasher::new(&config.settings()?), login).await?;
        println!(
            "login     {login}\npassword  {password}   (shown once; opens the account for 72 hours, to choose another)"
        );
    }
    db.close().await
}
