//! Demo data are loaded by a process of their own: what loading a year takes is given back with its end, and a server that has just loaded
//! them is as small as one that found them there.

use jinqiao_kernel::{Error, Result};
use std::{
    io::{Read as _, stdin},
    process::{Stdio, exit},
    thread,
};
use tokio::process::Command;

/// Loads the demo data in a child of this process, which ends when this one does.
///
/// # Errors
/// When the child cannot be started, or has failed; what went wrong it has said itself.
pub async fn load() -> Result<()> {
    let program = std::env::current_exe()?;
    let mut child =
        Command::new(program).args(["demo", "--watched"]).stdin(Stdio::piped()).kill_on_drop(true).spawn()?;
    // Open for as long as this process lives, however it ends.
    let held = child.stdin.take();
    let status = child.wait().await?;
    drop(held);
    if status.success() { Ok(()) } else { Err(Error::internal("the demo data were not loaded")) }
}

/// Ends this process as soon as the one that started it is gone: nobody waits for the data any more.
pub fn end_with_parent() {
    thread::spawn(|| {
        let mut nothing = [0];
        while !matches!(stdin().read(&mut nothing), Ok(0) | Err(_)) {}
        exit(1);
    });
}
