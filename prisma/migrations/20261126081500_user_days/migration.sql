-- What one account did on one day, so that the officers who used the registry in a year are counted without walking over its log.
CREATE TABLE "user_day" (
    "utc_day" DATE NOT NULL,
    "state" CHAR(3) NOT NULL,
    "user_id" UUID NOT NULL,
    "traces" INTEGER NOT NULL,
    "searches" INTEGER NOT NULL,

    CONSTRAINT "user_day_pkey" PRIMARY KEY ("utc_day","user_id","state")
);

CREATE INDEX "user_day_state_utc_day_idx" ON "user_day"("state", "utc_day");

-- Days that were closed before there were sums of accounts.
INSERT INTO "user_day" ("utc_day", "state", "user_id", "traces", "searches")
SELECT d.utc_day, e.state, e.actor_id::uuid, count(*), count(*) FILTER (WHERE e.type LIKE 'search.%')
FROM closed_day d
JOIN audit_event e ON e.at >= d.utc_day::timestamp AT TIME ZONE 'UTC' AND e.at < (d.utc_day + 1)::timestamp AT TIME ZONE 'UTC'
WHERE e.state IS NOT NULL AND e.actor_kind = 'user' AND e.actor_id IS NOT NULL
GROUP BY 1, 2, 3;
