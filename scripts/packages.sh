#!/usr/bin/env bash
# Installs what only the whole test run needs and the system's package manager has: PostgreSQL, nginx, Chromium and a
# Chinese font. Does nothing when they are here already. Without apt-get it says in one line what to install.
set -euo pipefail

packages=()

compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null ||
  packages+=(postgresql)
[ -x /usr/sbin/nginx ] || command -v nginx >/dev/null ||
  packages+=(nginx-light)
command -v openssl >/dev/null ||
  packages+=(openssl)
command -v chromium >/dev/null ||
  packages+=(chromium)
compgen -G '/usr/share/fonts/opentype/noto/*CJK*' >/dev/null || [ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ] ||
  packages+=(fonts-noto-cjk)

if [ ${#packages[@]} -eq 0 ]; then
  echo "PostgreSQL, nginx, Chromium and a Chinese font are here."
  exit
fi

if ! command -v apt-get >/dev/null; then
  echo "Please install with your system's package manager: ${packages[*]}" >&2
  exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo)
  [ -t 0 ] || as_root=(sudo -n)
  if ! command -v sudo >/dev/null; then
    echo "Please install as root: apt-get install ${packages[*]}" >&2
    exit 1
  fi
fi

echo "Installing ${packages[*]}"
"${as_root[@]}" apt-get update -qq
# The test starts an nginx of its own; the packaged one must not be started beside it.
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${packages[@]}"
