#!/usr/bin/env bash
# What a delivery costs by a Hocuspocus provider: our dialect for them beside our y-websocket dialect and beside a real Hocuspocus server, in one room of 500
# and in 100 rooms of 5. Usage: src/bench/hocuspocus.sh [RUNS]; settings and results are those of fanout.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
RESULTS=${RESULTS:-target/fanout/hocuspocus.tsv}
export RESULTS
src/bench/fanout.sh providers,providers-groups "${1:-3}"
exec node src/bench/js/hocuspocus.js "$RESULTS"
