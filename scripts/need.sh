#!/usr/bin/env bash
# Checks that the tools needed to build are here: Rust, Node.js and a C compiler (SQLite is compiled from C).
# Says in one line per missing tool what to install, and fails if any is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

rust=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
node=20.19.0
status=0

missing() {
  echo "$1" >&2
  status=1
}

# at_least HAVE WANT: is version HAVE the same as WANT or newer?
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

if ! command -v cargo >/dev/null || ! command -v rustc >/dev/null; then
  missing "Rust is missing: install Rust $rust with rustup (https://rustup.rs)."
elif ! have=$(rustc --version 2>/dev/null | cut -d ' ' -f 2) || ! cargo --version >/dev/null 2>&1; then
  missing "Rust $rust is missing: install it with 'rustup toolchain install $rust'."
elif ! at_least "$have" "$rust"; then
  missing "Rust $have is too old: install Rust $rust with rustup (https://rustup.rs)."
fi

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  missing "Node.js is missing: install Node.js $node or newer, with npm (https://nodejs.org)."
else
  have=$(node --version)
  at_least "${have#v}" "$node" ||
    missing "Node.js ${have#v} is too old: install Node.js $node or newer (https://nodejs.org)."
fi

command -v cc >/dev/null ||
  missing "A C compiler (cc) is missing: install gcc or clang, on Debian with 'apt-get install build-essential'."

exit "$status"
