-- AlterTable
ALTER TABLE "person" DROP COLUMN "legal_hold",
ADD COLUMN "restricted_at" TIMESTAMPTZ(3),
ADD COLUMN "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "extradition_case" ADD COLUMN "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "asset_case" ADD COLUMN "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "legal_hold" (
    "id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by" UUID,
    "released_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "state" CHAR(3) NOT NULL,
    "subject_key" BYTEA NOT NULL,
    "number_key" BYTEA NOT NULL,
    "places" JSONB NOT NULL,
    "proof" JSONB NOT NULL DEFAULT '{}',
    "proven_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure_pending" (
    "erasure_id" UUID NOT NULL,
    "subjects" JSONB NOT NULL,
    "files" TEXT[],
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "erasure_pending_pkey" PRIMARY KEY ("erasure_id")
);

-- CreateTable
CREATE TABLE "query_key" (
    "month" CHAR(7) NOT NULL,
    "key" BYTEA,
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "query_key_pkey" PRIMARY KEY ("month")
);

-- CreateIndex
CREATE INDEX "legal_hold_subject_id_idx" ON "legal_hold"("subject_id");

-- CreateIndex
CREATE INDEX "legal_hold_state_id_idx" ON "legal_hold"("state", "id");

-- CreateIndex
CREATE INDEX "erasure_subject_key_idx" ON "erasure"("subject_key");

-- CreateIndex
CREATE INDEX "erasure_number_key_idx" ON "erasure"("number_key");

-- CreateIndex
CREATE INDEX "erasure_state_id_idx" ON "erasure"("state", "id");

-- Retention may take away what nobody may change. It says so in its own transaction; everybody else is refused as before.
CREATE FUNCTION refuse_change_unless_erasing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('izdoo.erasing', true) = 'on' THEN
    RETURN old;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER "hit_step_append_only" ON "hit_step";
CREATE TRIGGER "hit_step_append_only" BEFORE UPDATE OR DELETE ON "hit_step"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing();
DROP TRIGGER "disclosure_append_only" ON "disclosure";
CREATE TRIGGER "disclosure_append_only" BEFORE UPDATE OR DELETE ON "disclosure"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erasing();

-- The ledger only gains its proof.
CREATE FUNCTION erasure_gains_proof() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND old.proven_at IS NULL
     AND to_jsonb(old) - 'proof' - 'proven_at' = to_jsonb(new) - 'proof' - 'proven_at' THEN
    RETURN new;
  END IF;
  RAISE EXCEPTION 'the erasure ledger is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "erasure_gains_proof" BEFORE UPDATE OR DELETE ON "erasure"
  FOR EACH ROW EXECUTE FUNCTION erasure_gains_proof();
CREATE TRIGGER "erasure_no_truncate" BEFORE TRUNCATE ON "erasure"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the nightly look asks for: little of it is ever due.
CREATE INDEX "alert_ended_idx" ON "alert" ("ended_at") WHERE "status" IN ('EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED');
CREATE INDEX "border_check_kept_query_idx" ON "border_check" ("at") WHERE "query" IS NOT NULL OR "found" IS NOT NULL;
CREATE INDEX "hit_closed_idx" ON "hit" ("closed_at") WHERE "case_id" IS NULL;
CREATE INDEX "extradition_case_closed_idx" ON "extradition_case" ("closed_at") WHERE "erased_at" IS NULL;
CREATE INDEX "asset_case_closed_idx" ON "asset_case" ("closed_at") WHERE "erased_at" IS NULL;
CREATE INDEX "person_changed_idx" ON "person" ("updated_at") WHERE "erased_at" IS NULL AND "merged_into_id" IS NULL;
