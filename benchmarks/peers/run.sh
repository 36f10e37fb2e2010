#!/usr/bin/env bash
# Peers and Extraction over the same articles, one core each; accuracy where annotated data is given.
#   benchmarks/peers/run.sh [DATA_DIR] [--markdown FILE]
# Needs node 20 or later, npm and the .NET SDK; installs the peers from npm at the versions of package-lock.json.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd); root=$(cd "$here/../.." && pwd)
[ -d "$here/node_modules" ] || npm ci --prefix "$here" --no-audit --no-fund --silent
dotnet build "$root/benchmarks/Extraction.Benchmarks" -c Release -v q -clp:NoSummary
dotnet build "$root/tools/Extraction.Evaluation" -c Release -v q -clp:NoSummary
exec node "$here/run.mjs" "$root" "$@"
