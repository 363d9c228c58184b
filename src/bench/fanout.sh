#!/usr/bin/env bash
# The fan-out under load, beside its peers, each server pinned to one core, the load and PostgreSQL on the other.
# Usage: src/bench/fanout.sh LOAD[,LOAD…]|all [RUNS]      e.g. src/bench/fanout.sh steady,highest 3; the loads are in BENCHMARKS.md;
# a load may have its own number of runs: steady,idle:1
# Each measurement is appended to RESULTS (target/fanout/results.tsv) when it is whole; what is there already is not measured again, so the same
# command goes on where it ended. MINUTES bounds it. For a new series remove the file or name another.
# Needs Linux with taskset, Node 20 and npm. CORES (of the servers, default 0) and LOAD_CORES (default 1) change the pinning; SERVERS picks some
# of the servers by name; SECONDS_EACH is how long a rate is measured, WARM_SECONDS how long a server runs before; ARRIVALS=even sends at even
# gaps; LOAD_CLASSPATH spares the build; OPTIONS are those of this server's JVM (as the packages have them); BEFORE, the class path of another build, lets that take its turns as werkraum-before.
set -euo pipefail
cd "$(dirname "$0")/../.."
load=${1:?which load}
runs=${2:-3}
(cd src/bench/peers && { [ -e node_modules/.package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error; })
ulimit -n "$(ulimit -Hn)"
rm -rf target/fanout/leveldb*
run=(-Xmx2g -Dcores="${CORES:-0}" -Dservers="${SERVERS:-}" -Dseconds="${SECONDS_EACH:-6}" -Dwarm="${WARM_SECONDS:-60}"
  -Darrivals="${ARRIVALS:-random}" -Dminutes="${MINUTES:-600}" -Dbefore="${BEFORE:-}" ${OPTIONS:+"-Doptions=$OPTIONS"} -Dresults="${RESULTS:-target/fanout/results.tsv}"
  de.werkraum.bench.fanout.FanoutLoad "$load" "$runs")
if [ -n "${LOAD_CLASSPATH:-}" ]; then
  exec taskset -c "${LOAD_CORES:-1}" java -cp "$LOAD_CLASSPATH" "${run[@]}"
fi
exec taskset -c "${LOAD_CORES:-1}" mvn -q -Pbench -DskipTests test-compile exec:exec "-Dexec.args=-cp %classpath $(printf "'%s' " "${run[@]}")"
