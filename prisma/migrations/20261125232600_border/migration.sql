-- AlterTable
ALTER TABLE "border_check" ADD COLUMN     "corrected" TEXT[],
ADD COLUMN     "follow_up" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'BOOTH',
ADD COLUMN     "replayed_at" TIMESTAMPTZ(3),
ADD COLUMN     "told" TEXT NOT NULL DEFAULT 'CLEAR',
ADD COLUMN     "transport" TEXT;

-- CreateTable
CREATE TABLE "hit" (
    "id" UUID NOT NULL,
    "check_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reference" TEXT NOT NULL,
    "state" CHAR(3) NOT NULL,
    "agency_id" UUID NOT NULL,
    "checkpoint" TEXT,
    "lane" TEXT,
    "direction" TEXT,
    "transport" TEXT,
    "person_id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "alert_type" TEXT NOT NULL,
    "owner_state" CHAR(3) NOT NULL,
    "owner_agency_id" UUID NOT NULL,
    "actions" TEXT[],
    "band" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "colour" TEXT NOT NULL,
    "for_second_line" BOOLEAN NOT NULL DEFAULT true,
    "traveller_key" BYTEA,
    "traveller" BYTEA NOT NULL,
    "reasons" BYTEA NOT NULL,
    "acknowledged_by" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "claimed_by" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "decision_reason" TEXT,
    "identifiers" TEXT[],
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "supervised_by" UUID,
    "urgency" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "answer_due_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "action" TEXT,
    "action_at" TIMESTAMPTZ(3),
    "action_place" TEXT,
    "action_officer" TEXT,
    "custody_facility" TEXT,
    "escalated" TEXT[],
    "closed_at" TIMESTAMPTZ(3),
    "case_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hit_step" (
    "id" UUID NOT NULL,
    "hit_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "state" CHAR(3),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" BYTEA,

    CONSTRAINT "hit_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hit_task" (
    "id" UUID NOT NULL,
    "hit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" CHAR(3) NOT NULL,
    "side" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "done_by" TEXT,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "hit_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "border_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "hit_id" UUID,
    "check_id" UUID,
    "state" CHAR(3),
    "data" JSONB NOT NULL,

    CONSTRAINT "border_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "non_identity_pair" (
    "id" UUID NOT NULL,
    "traveller_key" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "hit_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "non_identity_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "victim_of_misuse" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "details" BYTEA NOT NULL,
    "code" BYTEA NOT NULL,
    "consent_on" DATE NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "victim_of_misuse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "hit_state_at_idx" ON "hit"("state", "at");

-- CreateIndex
CREATE INDEX "hit_owner_state_at_idx" ON "hit"("owner_state", "at");

-- CreateIndex
CREATE INDEX "hit_alert_id_closed_at_idx" ON "hit"("alert_id", "closed_at");

-- CreateIndex
CREATE INDEX "hit_person_id_closed_at_idx" ON "hit"("person_id", "closed_at");

-- CreateIndex
CREATE INDEX "hit_check_id_idx" ON "hit"("check_id");

-- CreateIndex
CREATE INDEX "hit_step_hit_id_at_idx" ON "hit_step"("hit_id", "at");

-- CreateIndex
CREATE INDEX "hit_task_state_side_done_at_idx" ON "hit_task"("state", "side", "done_at");

-- CreateIndex
CREATE UNIQUE INDEX "hit_task_hit_id_kind_state_side_key" ON "hit_task"("hit_id", "kind", "state", "side");

-- CreateIndex
CREATE INDEX "border_event_at_idx" ON "border_event"("at");

-- CreateIndex
CREATE INDEX "non_identity_pair_traveller_key_state_idx" ON "non_identity_pair"("traveller_key", "state");

-- CreateIndex
CREATE INDEX "non_identity_pair_person_id_idx" ON "non_identity_pair"("person_id");

-- CreateIndex
CREATE INDEX "victim_of_misuse_alert_id_idx" ON "victim_of_misuse"("alert_id");

-- AddForeignKey
ALTER TABLE "hit_step" ADD CONSTRAINT "hit_step_hit_id_fkey" FOREIGN KEY ("hit_id") REFERENCES "hit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hit_task" ADD CONSTRAINT "hit_task_hit_id_fkey" FOREIGN KEY ("hit_id") REFERENCES "hit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Checks of earlier versions: what the first line was told follows from the outcome.
UPDATE "border_check" SET "told" = CASE "outcome" WHEN 'SILENT' THEN 'CLEAR' ELSE "outcome" END;
-- Nobody writes a check without saying what was told.
ALTER TABLE "border_check" ALTER COLUMN "told" DROP DEFAULT;

-- Reports that are still to be written: almost always none.
CREATE INDEX "border_check_follow_up_idx" ON "border_check" ("at") WHERE "follow_up";

-- Open hits are looked at by every pass of the clocks; there are few of them.
CREATE INDEX "hit_open_idx" ON "hit" ("at") WHERE "closed_at" IS NULL;

CREATE TRIGGER "hit_step_append_only" BEFORE UPDATE OR DELETE ON "hit_step"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What is known of a person that a "not the same person" was decided on: names, birth dates, photos, live alerts.
-- One definition for deciding and for comparing, so that the two cannot drift apart.
CREATE FUNCTION person_known_facts(person uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT md5(
    coalesce((SELECT string_agg(n.type::text || ' ' || n.full, '|' ORDER BY n.id)
              FROM person_name n WHERE n.person_id = person AND n.type <> 'TRANSLITERATED'), '') || '#' ||
    coalesce((SELECT string_agg(concat_ws('-', b.year, b.month, b.day, b.year_from, b.year_to, b.status), '|' ORDER BY b.id)
              FROM birth_date b WHERE b.person_id = person), '') || '#' ||
    coalesce((SELECT string_agg(f.sha256, '|' ORDER BY f.id) FROM photo f WHERE f.person_id = person), '') || '#' ||
    coalesce((SELECT string_agg(a.id::text, '|' ORDER BY a.id)
              FROM alert a WHERE a.person_id = person AND a.status IN ('ACTIVE', 'LOCATED')), ''))
$$;

-- Whoever listens is told the number of the event and reads it himself.
CREATE FUNCTION announce_border_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('border_event', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "border_event_announced" AFTER INSERT ON "border_event"
  FOR EACH ROW EXECUTE FUNCTION announce_border_event();
