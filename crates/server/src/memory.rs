//! How the allocator keeps memory. glibc gives threads arenas of their own, up to eight a core, and what was ever used in one of them stays
//! there: after the lists and matches of 12,000 firms a server held 183 MB of its own, with two arenas 92 MB, and answers took as long. What is
//! large it asks of the system and gives back, but once something large was freed it keeps what is smaller than that, up to 32 MB a piece; with
//! a bound of its own it doesn't.

/// Begins anew with two arenas that keep a megabyte at most of what is free at their end, unless the environment says already how many there are: the allocator reads it only at the very start. The
/// process stays the same; where it can't, it goes on as it is.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn share_arenas() {
    use std::{env, os::unix::process::CommandExt as _, process::Command};

    const ARENAS: &str = "MALLOC_ARENA_MAX";
    /// Bytes.
    const BOUNDS: [(&str, &str); 2] = [("MALLOC_MMAP_THRESHOLD_", "1048576"), ("MALLOC_TRIM_THRESHOLD_", "1048576")];
    if env::var_os(ARENAS).is_some() {
        return;
    }
    let mut arguments = env::args_os();
    let (Ok(program), Some(name)) = (env::current_exe(), arguments.next()) else { return };
    // It comes back only where it failed; the log has not begun yet, and there is nothing that anybody could do.
    let _ = Command::new(program).arg0(name).args(arguments).env(ARENAS, "2").envs(BOUNDS).exec();
}

/// Other allocators share their memory by themselves.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn share_arenas() {}
