#!/usr/bin/env bash
# Runs a command beside a throw-away PostgreSQL cluster: scripts/postgres.sh run -- COMMAND…
# The cluster listens only on a Unix socket in a folder of its own under /tmp; JINQIAO_TEST_PG tells the command its
# address, with a superuser. It is removed when the command has ended, whose exit code is passed on.
# PostgreSQL refuses to run as root, so for root the cluster belongs to `postgres`, or else `nobody`.
set -euo pipefail

if [ $# -lt 3 ] || [ "$1" != run ] || [ "$2" != -- ]; then
  echo "usage: scripts/postgres.sh run -- COMMAND…" >&2
  exit 2
fi
shift 2

# The newest of Debian's versions, or else the one on the PATH.
initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1 || command -v initdb || true)
if [ -z "$initdb" ]; then
  echo "PostgreSQL is missing: install it, on Debian with scripts/packages.sh." >&2
  exit 1
fi
bin=$(dirname "$initdb")

# Short, because the path of a Unix socket may have no more than about 100 bytes.
folder=$(mktemp -d /tmp/jqpg.XXXXXX)

as_owner=()
if [ "$(id -u)" -eq 0 ]; then
  owner=postgres
  id "$owner" >/dev/null 2>&1 || owner=nobody
  as_owner=(setpriv "--reuid=$owner" "--regid=$(id -g "$owner")" --clear-groups)
  # The cluster's owner may do everything in the folder, we may reach the socket, others nothing.
  chown "$owner:$(id -g)" "$folder"
  chmod 0710 "$folder"
fi

# In the folder, because the owner may not be allowed to enter the one we are in.
owner_runs() (
  cd "$folder"
  exec env HOME="$folder" LC_ALL=C "${as_owner[@]}" "$@"
)

# shellcheck disable=SC2317,SC2329  # called by the trap
remove() {
  owner_runs "$bin/pg_ctl" stop -D data -m immediate -s >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap remove EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

failed() {
  echo "PostgreSQL did not start:" >&2
  tail -n 20 "$folder/log" >&2 || true
  exit 1
}

owner_runs touch log
owner_runs "$bin/initdb" -D data -U jinqiao --auth=trust --encoding=UTF8 --locale=C --no-sync \
  >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
# Nothing here outlives the run, so durability is given up for speed.
owner_runs tee -a data/postgresql.conf >/dev/null <<CONFIG
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
fsync = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
jit = off
CONFIG
owner_runs "$bin/pg_ctl" start -D data -l log -w -t 60 -s >/dev/null 2>&1 </dev/null || failed

# For tests that stop the cluster and start it again: `$JINQIAO_TEST_PG_CTL stop -m fast`.
printf '#!/usr/bin/env bash\ncd %q && exec env HOME=%q LC_ALL=C %s %q "$@" -D data -l log -w -s </dev/null\n' \
  "$folder" "$folder" "${as_owner[*]}" "$bin/pg_ctl" >"$folder/ctl"
chmod 0700 "$folder/ctl"
export JINQIAO_TEST_PG_CTL="$folder/ctl"
export JINQIAO_TEST_PG="postgres://jinqiao@${folder//\//%2F}/postgres"
status=0
"$@" || status=$?
exit "$status"
