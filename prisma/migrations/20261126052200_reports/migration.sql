-- Accountability reports: frozen versions, their publication, daily sums.
CREATE TABLE "report_version" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "state" CHAR(3) NOT NULL,
    "year" SMALLINT NOT NULL,
    "quarter" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "cells" BYTEA NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "previous_sha256" CHAR(64),
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,
    "reason" TEXT,
    "frozen_by" UUID NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "report_publication" (
    "version_id" UUID NOT NULL,
    "to_state" CHAR(3) NOT NULL,
    "published_by" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_publication_pkey" PRIMARY KEY ("version_id","to_state")
);

CREATE TABLE "check_day" (
    "utc_day" DATE NOT NULL,
    "day" DATE NOT NULL,
    "shift" SMALLINT NOT NULL,
    "state" CHAR(3) NOT NULL,
    "agency_id" UUID NOT NULL,
    "checkpoint" TEXT NOT NULL,
    "checks" INTEGER NOT NULL,
    "corrected" INTEGER NOT NULL,
    "degraded" INTEGER NOT NULL,
    "slow" INTEGER NOT NULL,
    "elapsed_ms" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "check_day_pkey" PRIMARY KEY ("utc_day","day","shift","agency_id","checkpoint")
);

CREATE TABLE "audit_day" (
    "utc_day" DATE NOT NULL,
    "state" CHAR(3) NOT NULL,
    "agency_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "audit_day_pkey" PRIMARY KEY ("utc_day","state","agency_id","type","outcome","purpose")
);

CREATE TABLE "closed_day" (
    "utc_day" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closed_day_pkey" PRIMARY KEY ("utc_day")
);

CREATE INDEX "report_version_code_year_idx" ON "report_version"("code", "year");
CREATE UNIQUE INDEX "report_version_code_state_year_quarter_version_key" ON "report_version"("code", "state", "year", "quarter", "version");
CREATE INDEX "report_publication_to_state_idx" ON "report_publication"("to_state");
CREATE INDEX "check_day_state_day_idx" ON "check_day"("state", "day");
CREATE INDEX "audit_day_state_utc_day_idx" ON "audit_day"("state", "utc_day");

-- Checks come in by time, so blocks are narrow in it: next to nothing to keep up while checks are written.
CREATE INDEX "border_check_at_idx" ON "border_check" USING brin ("at");
-- Checks that were carried out later than asked for: their day is summed anew. There are few.
CREATE INDEX "border_check_replayed_at_idx" ON "border_check" ("replayed_at") WHERE "replayed_at" IS NOT NULL;

-- What was frozen and sent stays as it is.
CREATE TRIGGER "report_version_append_only" BEFORE UPDATE OR DELETE ON "report_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "report_version_no_truncate" BEFORE TRUNCATE ON "report_version"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "report_publication_append_only" BEFORE UPDATE OR DELETE ON "report_publication"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
