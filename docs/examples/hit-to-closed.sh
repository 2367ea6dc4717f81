#!/usr/bin/env bash
# From a hit at the border to a closed case: Kazakhstan wants a person, Kyrgyzstan finds and arrests him, the request is made,
# signed, sent, examined and granted, he is handed over, and the outcome is reported. Needs bash, curl, node and a running demo
# installation:
#   npm start                        (in one terminal)
#   docs/examples/hit-to-closed.sh   (in another; IZDOO_URL names another address than http://127.0.0.1:8080)
# The printed file and the history are left in the folder named by OUT (./hit-to-closed). Everything is invented.
set -euo pipefail
# shellcheck source=api.sh
source "$(dirname "$0")/api.sh"
out=${OUT:-hit-to-closed}
mkdir -p "$out"

echo '1. Both sides sign in: who wrote the alert, who wants, who found'
sign_in investigator.kz && author=$token
sign_in officer && officer=$token
sign_in secondline && office=$token
sign_in_with_code prosecutor.kz && wanting=$token
sign_in_with_code prosecutor && asked=$token

# A name that nobody bears, in two scripts, and a birth date.
mapfile -t invented < <(node -e '
  const parts = ["ба ba", "то to", "ке ke", "ру ru", "са sa", "ми mi", "ну nu", "ла la"].map((part) => part.split(" "));
  const draw = (count) => Math.floor(Math.random() * count);
  const [family, given] = [3, 3].map((length) => Array.from({ length }, () => parts[draw(parts.length)]));
  const spell = (word, script, end = "") => {
    const text = word.map((part) => part[script]).join("") + end;
    return text[0].toUpperCase() + text.slice(1);
  };
  console.log([spell(family, 0, "нов"), spell(given, 0), spell(family, 1, "nov"), spell(given, 1)].join("\n"));
  console.log(`${1960 + draw(35)}-0${1 + draw(9)}-${10 + draw(18)}`);
')
family=${invented[0]} given=${invented[1]} latin="${invented[3]} ${invented[2]}" born=${invented[4]}

number="DM$(node -pe 'String(Math.floor(1e6 * (1 + 8 * Math.random())))')"

echo "2. Kazakhstan publishes an alert about $family $given, born $born"
post "$author" /v1/persons "{
  \"sex\": \"M\",
  \"names\": [{ \"type\": \"PRIMARY\", \"family\": \"$family\", \"given\": \"$given\", \"language\": \"kk\" }],
  \"birthDates\": [{ \"date\": \"$born\" }],
  \"nationalities\": [{ \"country\": \"KAZ\" }],
  \"documents\": [{ \"type\": \"PASSPORT\", \"number\": \"$number\", \"issuingState\": \"KAZ\" }]
}"
person=$(get .id)
must "$author" GET '/v1/reference/offence-codes?state=KAZ'
offence=$(get '.items[0].id')
post "$author" /v1/alerts "{
  \"personId\": \"$person\",
  \"type\": \"ARREST_PROSECUTION\",
  \"legalBasis\": [\"Code of Criminal Procedure (example)\"],
  \"contact24x7\": \"duty desk, +7 000 000000 (example)\",
  \"reasonSummary\": { \"en\": \"DEMO: took a bribe in Almaty in May 2024 (invented).\" },
  \"actionsOnHit\": [\"A1\"],
  \"extraditionWill\": \"FULL\",
  \"dangerNone\": true,
  \"maxPenaltyMonths\": 120,
  \"limitationDate\": \"2039-05-01\",
  \"facts\": \"DEMO: took a bribe for a licence (invented).\",
  \"factsPlace\": \"Almaty\",
  \"factsFrom\": \"2024-05-01\",
  \"asylumCheck\": \"NONE\",
  \"complianceDeclared\": true,
  \"offences\": [{ \"offenceCodeId\": \"$offence\", \"articleText\": \"Whoever takes a bribe (example text)\" }]
}"
alert=$(get .id) version=$(get .version)
change "$author" "/v1/alerts/$alert/warrants" '{
  "kind": "ARREST_WARRANT",
  "number": "3-114/2026",
  "issuingAuthority": "Example District Court",
  "authorityType": "COURT",
  "issuedOn": "2026-02-10"
}'
warrant=$(get .warrantId)
printf '%%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%%%EOF\n' >"$scratch/paper.pdf"
must "$author" POST "/v1/alerts/$alert/warrants/$warrant/file" -H "If-Match: \"v$version\"" \
  -F "file=@$scratch/paper.pdf" -F language=ru
version=$(get .version)
change "$author" "/v1/alerts/$alert/submit" '{}'
change "$wanting" "/v1/alerts/$alert/approve" '{ "complianceReviewed": true }'

echo '3. At the border of Kyrgyzstan: a hit, the right man, the owner says that the alert stands, arrest'
post "$officer" /v1/checks "{
  \"name\": \"$latin\", \"birthDate\": \"$born\",
  \"document\": { \"number\": \"$number\", \"state\": \"KAZ\" },
  \"checkpoint\": \"Ak-Zhol\", \"direction\": \"ENTRY\"
}"
expect "$(get .outcome)" HIT
hit=$(get .hit.id) version=$(get .hit.version)
hit_step() { change "$1" "/v1/hits/$hit/$2" "$3"; }
hit_step "$officer" acknowledge '{}'
hit_step "$office" check-identity '{}'
hit_step "$office" confirm '{ "identifiers": ["DOCUMENT", "FACE"] }'
hit_step "$wanting" owner-confirm '{}'
hit_step "$office" act "{
  \"action\": \"ARRESTED\", \"at\": \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\", \"place\": \"Ak-Zhol\", \"custodyFacility\": \"DEMO post\"
}"

echo '4. One step from the hit to its case; the clocks count from the arrest'
post "$office" /v1/cases/from-hit "{ \"hitId\": \"$hit\" }"
case=$(get .caseId)
echo "   case $(get .caseNumber), state $(get .state)"
purpose='Purpose: P3 hit-to-closed'
look() { must "$1" GET "/v1/cases/$case${2:-}" -H "$purpose"; }
# Both sides work on the case: the version is read anew before each change.
on_case() {
  look "$1"
  version=$(get .version)
  post "$1" "/v1/cases/$case$2" "$3" -H "If-Match: \"v$version\""
}
step() { on_case "$1" /transitions "$2" && echo "   state $(get .state)"; }
papers() {
  local code
  for code in "${@:2}"; do
    must "$1" POST "/v1/cases/$case/files" -F "code=$code" -F language=ru -F shared=true -F "file=@$scratch/paper.pdf" \
      $([[ $code != D20 ]] || echo -F certifiedBy=DEMO-translator -F certifiedOn=2026-03-01)
  done
}
look "$asked"
get '.deadlines.map(({ key, dueAt, profile }) => `   ${key} ends ${dueAt} (${profile})`).join("\n")'
papers "$asked" D03 D04 D05

echo '5. Kazakhstan makes the request: what is missing is named, then signed over its hashes, and sent'
step "$wanting" '{ "verb": "prepare-file" }'
look "$wanting" /transitions
get '.items.find(({ verb }) => verb === "sign-request").missingDocuments.join(" ")' | sed 's/^/   missing: /'
papers "$wanting" D10 D11 D14 D15 D16 D17 D18 D20
must "$wanting" POST "/v1/cases/$case/manifest/signatures"
step "$wanting" '{ "verb": "sign-request" }'
papers "$wanting" D23
step "$wanting" '{ "verb": "send-request", "channel": "PROSECUTOR_GENERAL" }'

echo '6. Kyrgyzstan examines it: receipt, custody, every ground of refusal answered, decision'
papers "$asked" D24
step "$asked" '{ "verb": "acknowledge-receipt" }'
on_case "$asked" /custody "{ \"to\": \"EXTRADITION_CUSTODY\", \"at\": \"$(date -u +%Y-%m-%dT%H:%M:%SZ)\", \"actedBy\": \"DEMO district court\" }"
papers "$asked" D27
step "$asked" '{ "verb": "open-review" }'
on_case "$asked" /grounds "$(node -p 'JSON.stringify({ checks: Array.from({ length: 20 }, (_, index) => ({
  code: `R${String(index + 1).padStart(2, "0")}`, answer: "NO", note: "DEMO: looked at" })) })')"
papers "$asked" D30
look "$asked"
offences=$(get '.offences.map(({ id }) => JSON.stringify({ offenceId: id, outcome: "GRANTED" })).join(",")')
step "$asked" "{ \"verb\": \"grant\", \"decision\": {
  \"decidedBy\": \"DEMO Prosecutor General\", \"reasoning\": \"DEMO: as the file shows.\", \"offences\": [$offences] } }"

echo '7. No appeal; day and place are set; both sides say that he is handed over'
step "$asked" '{ "verb": "waive-appeal", "actedBy": "the person and his lawyer" }'
papers "$asked" D38
step "$asked" "{ \"verb\": \"schedule-surrender\", \"surrender\": {
  \"at\": \"$(node -p 'new Date(Date.now() + 5 * 86_400_000).toISOString()')\", \"place\": \"Ak-Zhol\" } }"
papers "$asked" D41 D42
on_case "$wanting" /agreements '{ "verb": "surrender" }'
step "$asked" '{ "verb": "surrender", "actedBy": "DEMO escort", "medicalCheck": true }'

echo '8. The outcome is reported and the case closed; no clock runs, the alert is executed'
papers "$wanting" D48
step "$wanting" '{ "verb": "close", "outcome": { "verdict": "CONVICTED", "sentenceMonths": 60, "custodyCreditDays": 6 } }'
look "$asked"
expect "$(get '.deadlines.filter(({ status }) => status !== "STOPPED").length')" 0
must "$wanting" GET "/v1/alerts/$alert" -H "$purpose"
expect "$(get .status)" EXECUTED

look "$wanting" /timeline && cp "$scratch/answer" "$out/timeline.json"
get '.items.map(({ seq, occurredAt, side, verb, kind, to }) => `   ${String(seq).padStart(3)} ${occurredAt.slice(0, 19)} ${side} ${verb ?? kind} ${to ?? ""}`).join("\n")'
for language in ru en; do
  look "$wanting" "/dossier?language=$language" && cp "$scratch/answer" "$out/dossier-$language.pdf"
done
must "$wanting" GET "/v1/cases/$case/originals" -H "$purpose" && cp "$scratch/answer" "$out/originals.zip"
echo "done: timeline, printed file and signed originals are in $out"
