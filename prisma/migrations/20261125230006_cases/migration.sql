-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('DRAFT', 'PA_REQUESTED', 'PROV_ARRESTED', 'FILE_PREPARATION', 'REQUEST_SIGNED', 'REQUEST_SENT', 'REQUEST_RECEIVED', 'INFO_REQUESTED', 'UNDER_REVIEW', 'CONSENT_TRACK', 'COURT_REVIEW', 'GRANTED', 'REFUSED', 'APPEAL', 'ON_HOLD', 'POSTPONED', 'TEMP_SURRENDERED', 'SURRENDER_SCHEDULED', 'SURRENDERED', 'PROSECUTION_TRANSFERRED', 'LAPSED', 'WITHDRAWN', 'CLOSED');

-- CreateTable
CREATE TABLE "extradition_case" (
    "id" UUID NOT NULL,
    "case_number" TEXT NOT NULL,
    "rq_reference" TEXT,
    "rd_reference" TEXT,
    "person_id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "hit_id" UUID,
    "requesting_state" CHAR(3) NOT NULL,
    "requested_state" CHAR(3) NOT NULL,
    "rq_agency_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "in_absentia" BOOLEAN NOT NULL DEFAULT false,
    "channel" TEXT,
    "language" TEXT NOT NULL DEFAULT 'ru',
    "confidentiality" TEXT NOT NULL DEFAULT 'NORMAL',
    "treaty_code" TEXT NOT NULL,
    "treaty_version" INTEGER NOT NULL,
    "national_code" TEXT,
    "national_version" INTEGER,
    "defaults_version" INTEGER NOT NULL,
    "treaty_chain" JSONB NOT NULL,
    "treaty_override" TEXT,
    "state" "case_state" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "return_states" "case_state"[],
    "shared_at" TIMESTAMPTZ(3),
    "custody" TEXT NOT NULL DEFAULT 'AT_LARGE',
    "next_due_at" TIMESTAMPTZ(3),
    "surrender_at" TIMESTAMPTZ(3),
    "surrender_place" TEXT,
    "reschedules" INTEGER NOT NULL DEFAULT 0,
    "competing_group_id" UUID,
    "owed_documents" TEXT[],
    "signed_manifest" CHAR(64),
    "outcome" JSONB,
    "closed_at" TIMESTAMPTZ(3),
    "event_count" INTEGER NOT NULL DEFAULT 0,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extradition_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_offence" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "alert_offence_id" UUID,
    "no" SMALLINT NOT NULL,
    "state" CHAR(3) NOT NULL,
    "code_name" TEXT NOT NULL,
    "article" TEXT NOT NULL,
    "part" TEXT,
    "title_orig" TEXT NOT NULL,
    "title_ru" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "uncac_articles" INTEGER[],
    "max_penalty_months" INTEGER,
    "article_text" TEXT,
    "outcome" TEXT NOT NULL DEFAULT 'PENDING',
    "grounds" TEXT[],

    CONSTRAINT "case_offence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "role" TEXT,
    "side" TEXT NOT NULL,
    "visible_to" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "verb" TEXT,
    "from" "case_state",
    "to" "case_state",
    "acted_by" TEXT,
    "reason" TEXT,
    "documents" TEXT[],
    "legal_ref" TEXT,
    "client_ip" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_deadline" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "visible_to" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "profile_code" TEXT NOT NULL,
    "profile_version" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "basis" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_by" TEXT,
    "extended_days" INTEGER NOT NULL DEFAULT 0,
    "follows_id" UUID,
    "warned" TEXT[],
    "next_warning_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_deadline_change" (
    "id" UUID NOT NULL,
    "deadline_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "event" TEXT,
    "due_before" TIMESTAMPTZ(3),
    "due_after" TIMESTAMPTZ(3),
    "reason" TEXT,
    "actor_id" UUID,

    CONSTRAINT "case_deadline_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custody_record" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "facility" TEXT,
    "legal_act" TEXT,
    "basis" TEXT,
    "acted_by" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "custody_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refusal_check" (
    "case_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "force" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "answered_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refusal_check_pkey" PRIMARY KEY ("case_id","code")
);

-- CreateTable
CREATE TABLE "case_decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "on_appeal" BOOLEAN NOT NULL DEFAULT false,
    "reasoning" TEXT NOT NULL,
    "offences" JSONB NOT NULL,
    "grounds" TEXT[],
    "final_at" TIMESTAMPTZ(3),
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "case_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_matter" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "visible_to" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_comment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "visible_to" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "mentions" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_task" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "state" CHAR(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "text" TEXT,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "assignee_id" UUID,
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "done_at" TIMESTAMPTZ(3),
    "done_by" UUID,

    CONSTRAINT "case_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_assignment" (
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "assigned_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_assignment_pkey" PRIMARY KEY ("case_id","user_id")
);

-- CreateTable
CREATE TABLE "competing_group" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "requested_state" CHAR(3) NOT NULL,
    "criteria" JSONB NOT NULL DEFAULT '[]',
    "preferred_case_id" UUID,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "competing_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "treaty_profile" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "settings" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "verified_by" TEXT,
    "verified_on" DATE,

    CONSTRAINT "treaty_profile_pkey" PRIMARY KEY ("code","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "extradition_case_case_number_key" ON "extradition_case"("case_number");

-- CreateIndex
CREATE INDEX "extradition_case_requesting_state_state_state_since_idx" ON "extradition_case"("requesting_state", "state", "state_since");

-- CreateIndex
CREATE INDEX "extradition_case_requested_state_state_state_since_idx" ON "extradition_case"("requested_state", "state", "state_since");

-- CreateIndex
CREATE INDEX "extradition_case_requesting_state_next_due_at_idx" ON "extradition_case"("requesting_state", "next_due_at");

-- CreateIndex
CREATE INDEX "extradition_case_requested_state_next_due_at_idx" ON "extradition_case"("requested_state", "next_due_at");

-- CreateIndex
CREATE INDEX "extradition_case_person_id_requested_state_idx" ON "extradition_case"("person_id", "requested_state");

-- CreateIndex
CREATE INDEX "extradition_case_alert_id_idx" ON "extradition_case"("alert_id");

-- CreateIndex
CREATE INDEX "extradition_case_competing_group_id_idx" ON "extradition_case"("competing_group_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_offence_case_id_no_key" ON "case_offence"("case_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_case_id_seq_key" ON "case_event"("case_id", "seq");

-- CreateIndex
CREATE INDEX "case_deadline_case_id_idx" ON "case_deadline"("case_id");

-- CreateIndex
CREATE INDEX "case_deadline_status_next_warning_at_idx" ON "case_deadline"("status", "next_warning_at");

-- CreateIndex
CREATE INDEX "case_deadline_status_due_at_idx" ON "case_deadline"("status", "due_at");

-- CreateIndex
CREATE INDEX "case_deadline_change_deadline_id_at_idx" ON "case_deadline_change"("deadline_id", "at");

-- CreateIndex
CREATE INDEX "custody_record_case_id_at_idx" ON "custody_record"("case_id", "at");

-- CreateIndex
CREATE INDEX "case_decision_case_id_decided_at_idx" ON "case_decision"("case_id", "decided_at");

-- CreateIndex
CREATE INDEX "case_matter_case_id_kind_idx" ON "case_matter"("case_id", "kind");

-- CreateIndex
CREATE INDEX "case_comment_case_id_at_idx" ON "case_comment"("case_id", "at");

-- CreateIndex
CREATE INDEX "case_task_state_done_at_due_at_idx" ON "case_task"("state", "done_at", "due_at");

-- CreateIndex
CREATE INDEX "case_task_assignee_id_done_at_idx" ON "case_task"("assignee_id", "done_at");

-- CreateIndex
CREATE UNIQUE INDEX "case_task_case_id_side_key_key" ON "case_task"("case_id", "side", "key");

-- CreateIndex
CREATE INDEX "case_assignment_user_id_idx" ON "case_assignment"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "competing_group_person_id_requested_state_key" ON "competing_group"("person_id", "requested_state");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- AddForeignKey
ALTER TABLE "extradition_case" ADD CONSTRAINT "extradition_case_competing_group_id_fkey" FOREIGN KEY ("competing_group_id") REFERENCES "competing_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_offence" ADD CONSTRAINT "case_offence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_deadline" ADD CONSTRAINT "case_deadline_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_deadline_change" ADD CONSTRAINT "case_deadline_change_deadline_id_fkey" FOREIGN KEY ("deadline_id") REFERENCES "case_deadline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "custody_record" ADD CONSTRAINT "custody_record_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal_check" ADD CONSTRAINT "refusal_check_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_decision" ADD CONSTRAINT "case_decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_matter" ADD CONSTRAINT "case_matter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_comment" ADD CONSTRAINT "case_comment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_assignment" ADD CONSTRAINT "case_assignment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "extradition_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say. History is added to and never rewritten.
CREATE TRIGGER "case_event_no_update" BEFORE UPDATE ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "case_deadline_change_no_update" BEFORE UPDATE ON "case_deadline_change"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One clock of a kind at a time, whatever two processes do at once.
CREATE UNIQUE INDEX "case_deadline_one_open" ON "case_deadline" ("case_id", "key") WHERE "status" <> 'STOPPED';
