#!/usr/bin/env bash
# Attacks a demo server of its own, bounded and seeded, so that two runs do the same: `make attack`.
#   scripts/attack.sh            every step
#   scripts/attack.sh schema     only the steps with these names
# Steps:
#   schema   cases generated from openapi.json, sent as a visitor and as one account of each role: an answer of 5xx, or one
#            that the document does not allow, is a finding
# JINQIAO_ATTACK_CASES (default 12): cases for each operation and role. JINQIAO_ATTACK_SEED (default 20261123).
# JINQIAO_ATTACK_ROLES: only these roles, such as "visitor enterprise".
# Prints a table of the steps, and `N passed, N failed` as the last line. Fails if anything was found.
# shellcheck disable=SC2317,SC2329  # the steps' functions are called by `step`
set -euo pipefail
cd "$(dirname "$0")/.."

only=("$@")
target=${CARGO_TARGET_DIR:-target}
tools=$target/attack
cases=${JINQIAO_ATTACK_CASES:-12}
seed=${JINQIAO_ATTACK_SEED:-20261123}
read -r -a roles <<<"${JINQIAO_ATTACK_ROLES:-visitor enterprise institution government agency operator supervisor}"

work=$(mktemp -d)
server=
# shellcheck disable=SC2329  # called by the trap
leave() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  rm -rf "$work"
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

export NO_COLOR=1
unset FORCE_COLOR

passed=0
failed=0
table=()

wanted() {
  [ ${#only[@]} -eq 0 ] && return 0
  local name
  for name in "${only[@]}"; do [ "$name" = "$1" ] && return 0; done
  return 1
}

# step NAME COMMAND…: runs the command, and notes time and result.
step() {
  local name=$1 begin=$SECONDS result=passed
  shift
  echo "== $name"
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)) result=FAILED; fi
  table+=("$(printf '%-24s %-7s %4d s' "$name" "$result" $((SECONDS - begin)))")
}

# --- The server --------------------------------------------------------------------------------------------------------

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
  mkdir -p web/dist
  cargo build -q -p jinqiao-server
  local port
  port=$(free_port)
  base=http://127.0.0.1:$port
  (
    cd "$work"
    exec env JINQIAO_LISTEN="127.0.0.1:$port" JINQIAO_PUBLIC_URL="$base" JINQIAO_LOG=json JINQIAO_DEMO_CACHE="${binary%/*}/demo-cache" "$binary" serve --demo
  ) >"$work/server.log" 2>&1 &
  server=$!
  for _ in $(seq 600); do
    curl -fsS -o "$work/ready" "$base/readyz" 2>/dev/null && return 0
    kill -0 "$server" 2>/dev/null || break
    sleep 0.5
  done
  echo "The server did not start:" >&2
  tail -n 20 "$work/server.log" >&2
  return 1
}

# cookie ROLE: the session of the first demo account with that role
cookie() {
  python3 - "$base" "$1" <<'PYTHON'
import json, sys, urllib.request

base, role = sys.argv[1:]
accounts = json.load(urllib.request.urlopen(base + "/api/demo/accounts"))
account = next(account for account in accounts if account["role"] == role)
body = {name: account[name] for name in ("login", "password", "totp") if account[name]}
headers = {"Content-Type": "application/json", "X-Requested-With": "attack", "Origin": base}
request = urllib.request.Request(base + "/api/session", json.dumps(body).encode(), headers)
print(urllib.request.urlopen(request).headers["Set-Cookie"].split(";")[0])
PYTHON
}

# --- Steps -------------------------------------------------------------------------------------------------------------

install_schemathesis() {
  [ -x "$tools/venv/bin/schemathesis" ] && return 0
  python3 -m venv "$tools/venv"
  "$tools/venv/bin/pip" install -q 'schemathesis>=4.32,<5'
}

# What ends the attacker's own session, or streams without an end, is left out; `walker.rs` sends to these, too.
schema() {
  local role=$1 session=()
  if [ "$role" != visitor ]; then session=(-H "Cookie: $(cookie "$role")"); fi
  "$tools/venv/bin/schemathesis" run openapi.json --url "$base" \
    -H "X-Requested-With: attack" -H "Origin: $base" "${session[@]}" \
    --exclude-path /api/session --exclude-path /api/live --exclude-path /api/account/password \
    --exclude-path-regex '^/api/team/accounts' \
    --phases coverage,fuzzing --max-examples "$cases" --seed "$seed" --no-shrink --generation-database none \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
    --suppress-health-check all --warnings off --request-timeout 20 --workers 2 --continue-on-failure \
    >"$work/$role.log" 2>&1 && result=0 || result=$?
  grep -E '^ *(Test cases|Operations|API Operations|[0-9]+ generated|✅|❌|=+ .*(in|passed|failed))' "$work/$role.log" || true
  tail -n 30 "$work/$role.log" | sed -n '/Summary/,$p'
  if [ "$result" -ne 0 ]; then cp "$work/$role.log" "$tools/schema-$role.log"; echo "see $tools/schema-$role.log"; fi
  # What broke inside is a finding even when its answer was not looked at.
  if grep -q '"level":"ERROR"' "$work/server.log"; then
    grep '"level":"ERROR"' "$work/server.log" | head -n 5
    return 1
  fi
  return "$result"
}

binary=$(cd "$(dirname "$target")" && pwd)/$(basename "$target")/debug/jinqiao
mkdir -p "$tools"
start
if wanted schema; then
  install_schemathesis
  for role in "${roles[@]}"; do step "schema $role" schema "$role"; done
fi

printf '\n'
printf '%s\n' "${table[@]}"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
