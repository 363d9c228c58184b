#!/usr/bin/env bash
# A whole congress on one server, pinned to one core; the load and PostgreSQL on the other, so that what is told of the server is the server's alone.
# Usage: src/bench/congress.sh whole|plenary|board
#   whole    24 sessions, 700 people, a board, 30 screens: joining, working and voting, collecting, the plenary's vote, the results back; then the server is
#            killed, and what it had promised is looked for. About 4 minutes
#   plenary  2,000 people leave their sessions for the plenary within 60 s of the announcement and cast 2,000 ballots in 5 s. About 4 minutes
#   board    100 rooms with five people each, by turns with 30 boards and without. About 4 minutes
# Needs Linux with taskset. CORES (of the server, default 0) and LOAD_CORES (default 1) change the pinning; PEOPLE and SECONDS_EACH make it smaller;
# OPTIONS are those of the server's JVM (as the packages have them); LOAD_CLASSPATH spares the build.
set -euo pipefail
cd "$(dirname "$0")/../.."
load=${1:?whole, plenary or board}
ulimit -n "$(ulimit -Hn)"
run=(-Xmx1g -Dcores="${CORES:-0}" ${OPTIONS:+"-Doptions=$OPTIONS"} ${PEOPLE:+"-Dpeople=$PEOPLE"} ${SECONDS_EACH:+"-Dseconds=$SECONDS_EACH"}
  de.werkraum.bench.fanout.CongressLoad "$load")
if [ -n "${LOAD_CLASSPATH:-}" ]; then
  exec taskset -c "${LOAD_CORES:-1}" java -cp "$LOAD_CLASSPATH" "${run[@]}"
fi
exec taskset -c "${LOAD_CORES:-1}" mvn -q -Pbench -DskipTests test-compile exec:exec "-Dexec.args=-cp %classpath $(printf "'%s' " "${run[@]}")"
