# What the example runs share: questions to the API with curl, answers read with node, sign-in with and without a code.
# Sourced by them, not run.
base=${IZDOO_URL:-http://127.0.0.1:8080}
izdoo=$(cd "$(dirname "$0")/../.." && pwd)/scripts/izdoo.js
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# ask <token> <method> <path> [arguments of curl]: keeps the answer, shows method, path and status.
ask() {
  status=$(curl -sS -o "$scratch/answer" -w '%{http_code}' -X "$2" "$base$3" \
    -H "Authorization: Bearer $1" -H 'Accept-Language: en' "${@:4}")
  echo "   $2 $3 → $status"
}
# The same, and the run ends when the answer is a problem.
must() {
  ask "$@"
  [[ $status == 2* ]] || fail "$(cat "$scratch/answer")"
}
post() { must "$1" POST "$2" -H 'Content-Type: application/json' -d "$3" "${@:4}"; }
# A change names the version that it was made from; every answer to a change carries the new one.
change() { post "$1" "$2" "$3" -H "If-Match: \"v$version\"" && version=$(get .version); }
get() { node -pe "JSON.parse(require('node:fs').readFileSync('$scratch/answer', 'utf8'))$1"; }
fail() {
  echo "FAILED: $*" >&2
  exit 1
}
expect() { [[ $1 == "$2" ]] || fail "expected $2, got $1"; }

sign_in() {
  post none /v1/sessions "{\"login\": \"$1\", \"password\": \"demo-Izdoo-2026\"${2:+, \"code\": \"$2\"}}"
  token=$(get .accessToken)
}
# A code works once: whoever used the current one waits for the next.
sign_in_with_code() {
  local body
  for _ in 1 2; do
    body="{\"login\": \"$1\", \"password\": \"demo-Izdoo-2026\", \"code\": \"$(node "$izdoo" user code "$1")\"}"
    ask none POST /v1/sessions -H 'Content-Type: application/json' -d "$body"
    [[ $status == 401 ]] || break
    sleep $((31 - $(date +%s) % 30))
  done
  expect "$status" 201
  token=$(get .accessToken)
}
