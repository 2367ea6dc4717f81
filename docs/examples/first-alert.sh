#!/usr/bin/env bash
# From an empty form to an alarm at the border and back to silence: a person, an alert with its warrant, approval by a
# second person, search, border check, withdrawal. Needs bash, curl, node and a running demo installation:
#   npm start                       (in one terminal)
#   docs/examples/first-alert.sh    (in another; IZDOO_URL names another address than http://127.0.0.1:8080)
# Everything is invented, and every run invents another person.
set -euo pipefail
# shellcheck source=api.sh
source "$(dirname "$0")/api.sh"

echo '1. An investigator, a colleague abroad, an officer at a border abroad and a prosecutor sign in'
sign_in investigator && investigator=$token
sign_in investigator.kz && partner=$token
sign_in officer.kz && officer=$token
sign_in_with_code prosecutor && prosecutor=$token

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

echo "2. The investigator records $family $given, born $born"
# A key of the caller's own makes the request repeatable: sent again, it is answered and not carried out again.
key=$(node -pe 'crypto.randomUUID()')
body="{
  \"sex\": \"M\",
  \"names\": [{ \"type\": \"PRIMARY\", \"family\": \"$family\", \"given\": \"$given\", \"language\": \"ky\" }],
  \"birthDates\": [{ \"date\": \"$born\" }],
  \"nationalities\": [{ \"country\": \"KGZ\" }]
}"
post "$investigator" /v1/persons "$body" -H "Idempotency-Key: $key"
person=$(get .id)
echo "   registry number $(get .registryNumber)"
post "$investigator" /v1/persons "$body" -H "Idempotency-Key: $key"
expect "$(get .id)" "$person"

echo '3. The draft of an alert'
must "$investigator" GET '/v1/reference/offence-codes?state=KGZ'
offence=$(get '.items[0].id')
post "$investigator" /v1/alerts "{
  \"personId\": \"$person\",
  \"type\": \"ARREST_PROSECUTION\",
  \"legalBasis\": [\"Code of Criminal Procedure, article 110 (example)\"],
  \"contact24x7\": \"duty desk, +996 000 000000 (example)\",
  \"reasonSummary\": { \"en\": \"Took a bribe of 1 000 000 som in Bishkek in May 2024 (invented).\" },
  \"actionsOnHit\": [\"A1\"],
  \"extraditionWill\": \"FULL\",
  \"dangerNone\": true,
  \"maxPenaltyMonths\": 120,
  \"limitationDate\": \"2039-05-01\",
  \"facts\": \"Took a bribe for a licence (invented).\",
  \"factsPlace\": \"Bishkek\",
  \"factsFrom\": \"2024-05-01\",
  \"asylumCheck\": \"NONE\",
  \"complianceDeclared\": true,
  \"offences\": [{ \"offenceCodeId\": \"$offence\", \"articleText\": \"Whoever takes a bribe (example text)\" }]
}"
alert=$(get .id) version=$(get .version)
echo "   alert number $(get .alertNumber), status $(get .status)"

echo '4. What is still missing, then the warrant and its scan'
must "$investigator" GET "/v1/alerts/$alert/gate" -H 'Purpose: P1 first-alert'
get '.findings.filter(({ stage }) => stage === "SUBMIT").map(({ severity, text }) => `   ${severity}: ${text}`).join("\n")'
change "$investigator" "/v1/alerts/$alert/warrants" '{
  "kind": "ARREST_WARRANT",
  "number": "3-114/2026",
  "issuingAuthority": "Example District Court",
  "authorityType": "COURT",
  "issuedOn": "2026-02-10"
}'
warrant=$(get .warrantId)
printf '%%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%%%EOF\n' >"$scratch/ордер.pdf"
must "$investigator" POST "/v1/alerts/$alert/warrants/$warrant/file" -H "If-Match: \"v$version\"" \
  -F "file=@$scratch/ордер.pdf" -F language=ru
version=$(get .version)

echo '5. The investigator hands it in; publishing needs a second person'
change "$investigator" "/v1/alerts/$alert/submit" '{}'
change "$prosecutor" "/v1/alerts/$alert/approve" '{ "complianceReviewed": true }'
echo "   status $(get .status), valid to $(get .expiresOn)"

search="{ \"name\": \"$latin\", \"birthDate\": \"$born\", \"purpose\": { \"code\": \"P1\", \"reference\": \"first-alert\" } }"
check="{ \"name\": \"$latin\", \"birthDate\": \"$born\", \"checkpoint\": \"Kordai\", \"direction\": \"ENTRY\" }"

echo "6. The colleague abroad searches for $latin, the officer abroad checks a traveller of that name"
post "$partner" /v1/search/persons "$search"
expect "$(get '.items[0].personId')" "$person"
get '.items[0].reasons.map(({ text }) => `   ${text}`).join("\n")'
post "$officer" /v1/checks "$check"
expect "$(get .outcome)" HIT
echo "   $(get .colour): $(get '.card.actions[0].text')"

echo '7. The prosecutor withdraws the alert; from this moment it alarms nobody'
change "$prosecutor" "/v1/alerts/$alert/withdraw" '{ "reason": "CHARGES_DROPPED", "text": "Decision 12/2026 (example)" }'
post "$partner" /v1/search/persons "$search"
expect "$(get ".items.some(({ personId }) => personId === '$person')")" false
post "$officer" /v1/checks "$check"
expect "$(get .outcome)" CLEAR
echo 'done: found while it was in force, gone when it was withdrawn'
