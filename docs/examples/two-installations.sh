#!/usr/bin/env bash
# Two installations on this machine exchange alerts, a hit and withdrawals while either is killed; writes exchange-log.txt beside itself.
set -euo pipefail
cd "$(dirname "$0")/../.."
node scripts/bootstrap.js
EXCHANGE_LOG=docs/examples/exchange-log.txt npx vitest run --config vitest.long.config.ts tests/long/two-installations.test.ts
