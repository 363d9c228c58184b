#!/usr/bin/env bash
# Load of voting: 2,000 members of one room cast within 5 s over 2,000 sockets against the server as a process of its own, on a PostgreSQL 15
# made for this run in a temporary folder on 127.0.0.1; then the highest throughput, beside pgbench's single-row commits on the same server.
# Usage: src/bench/ballots.sh      (needs PostgreSQL 15 with pgbench; MEMBERS and RUNS change the load)
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${PG_BIN:-/usr/lib/postgresql/15/bin}
folder=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
export PGPASSWORD=$secret
as=()
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
  chown postgres "$folder"
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
finish() {
  "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m fast -w -t 20 stop > /dev/null || echo "PostgreSQL in $folder did not stop" >&2
  rm -rf "$folder"
}
trap finish EXIT
echo "$secret" > "$folder/secret"
chmod 644 "$folder/secret"
cd "$folder"
"${as[@]}" "$bin/initdb" -D "$folder/data" -U werkraum --pwfile="$folder/secret" -A scram-sha-256 > /dev/null
"${as[@]}" "$bin/pg_ctl" -D "$folder/data" -w -t 30 -l "$folder/data/server.log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on -c synchronous_commit=on" start > /dev/null
cd - > /dev/null
base=(-h 127.0.0.1 -p "$port" -U werkraum)
"$bin/createdb" "${base[@]}" load
"$bin/createdb" "${base[@]}" single

echo "machine: $(nproc) cores, $(uname -m), load before $(cut -d' ' -f1-3 /proc/loadavg); $("$bin/postgres" --version)"
"$bin/psql" "${base[@]}" -q -d single -c 'create table ballot (member uuid primary key, choices json not null, receipt uuid not null)'
cat > "$folder/single.sql" << 'SQL'
insert into ballot values (gen_random_uuid(), '{"00000000-0000-4000-8000-000000000000":1}', gen_random_uuid());
SQL
single() {
  for _ in 1 2 3; do
    "$bin/pgbench" "${base[@]}" -n -M prepared -f "$folder/single.sql" -c "$1" -j 1 -T 5 single 2> /dev/null | sed -n 's/^tps = \([0-9]*\).*/\1/p'
  done | sort -n | sed -n 2p
}
echo "pgbench, single-row commits, median of 3 runs of 5 s: 1 connection $(single 1)/s, 12 connections $(single 12)/s"

export DATABASE_URL="postgresql://werkraum:$secret@127.0.0.1:$port/load"
run=(-Dmembers="${MEMBERS:-2000}" -Druns="${RUNS:-3}" -Xmx1g de.werkraum.bench.BallotLoad)
if [ -n "${LOAD_CLASSPATH:-}" ]; then
  timeout 400 java -cp "$LOAD_CLASSPATH" "${run[@]}"
else
  timeout 600 mvn -q -Pbench -DskipTests test-compile exec:exec -Dexec.args="-cp %classpath ${run[*]}"
fi
