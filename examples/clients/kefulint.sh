#!/usr/bin/env bash
# Asks a running `kefulint serve` with curl (7.76 or newer). Answers go to standard output as they come.
#
#   echo '{"draft": "没有的", "context": {"messages": [{"role": "buyer", "text": "有没有发票"}]}}' | ./kefulint.sh check
#   ./kefulint.sh audit < chats.ndjson
#   ./kefulint.sh rules
#
# KEFULINT_URL says where the service is (default http://127.0.0.1:8620), KEFULINT_TOKEN holds its token, if it has one.
# Ends with 22 where the service refused; the answer then says why.
set -euo pipefail
url="${KEFULINT_URL:-http://127.0.0.1:8620}"

ask() {
  # From a pipe, not as an argument: everyone on the machine can see arguments.
  curl --silent --show-error --no-buffer --fail-with-body --header @<(authorization) "$@"
}

authorization() {
  [ -z "${KEFULINT_TOKEN:-}" ] || printf 'Authorization: Bearer %s\n' "$KEFULINT_TOKEN"
}

case "${1:-}" in
  check) ask --header 'Content-Type: application/json' --data-binary @- "$url/v1/check" ;;
  # --upload-file sends while it reads, --data-binary would wait for the end of its input.
  audit) ask --header 'Content-Type: application/x-ndjson' --request POST --upload-file - "$url/v1/audit" ;;
  rules) ask "$url/v1/rules" ;;
  *)
    echo "usage: $0 check | audit | rules" >&2
    exit 2
    ;;
esac
