-- CreateTable
CREATE TABLE "subject_request" (
    "id" UUID NOT NULL,
    "request_number" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'RECEIVED',
    "received_state" CHAR(3) NOT NULL,
    "received_agency_id" UUID NOT NULL,
    "owner_state" CHAR(3),
    "content" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "identity_proof" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "person_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "communicated" BYTEA,
    "release_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,

    CONSTRAINT "subject_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_request_step" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" BYTEA,

    CONSTRAINT "subject_request_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_proposal" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "owner_state" CHAR(3) NOT NULL,
    "proposer_state" CHAR(3) NOT NULL,
    "proposer_agency_id" UUID NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "part" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PROPOSED',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "correction_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipient_notice" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "owner_state" CHAR(3) NOT NULL,
    "recipient_state" CHAR(3) NOT NULL,
    "recipient_agency_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recipient_notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "subject_request_request_number_key" ON "subject_request"("request_number");

-- CreateIndex
CREATE INDEX "subject_request_received_state_id_idx" ON "subject_request"("received_state", "id");

-- CreateIndex
CREATE INDEX "subject_request_owner_state_id_idx" ON "subject_request"("owner_state", "id");

-- CreateIndex
CREATE INDEX "subject_request_person_id_idx" ON "subject_request"("person_id");

-- CreateIndex
CREATE INDEX "subject_request_step_request_id_at_idx" ON "subject_request_step"("request_id", "at");

-- CreateIndex
CREATE INDEX "correction_proposal_owner_state_id_idx" ON "correction_proposal"("owner_state", "id");

-- CreateIndex
CREATE INDEX "correction_proposal_proposer_state_id_idx" ON "correction_proposal"("proposer_state", "id");

-- CreateIndex
CREATE INDEX "correction_proposal_person_id_idx" ON "correction_proposal"("person_id");

-- CreateIndex
CREATE INDEX "recipient_notice_recipient_state_id_idx" ON "recipient_notice"("recipient_state", "id");

-- CreateIndex
CREATE INDEX "recipient_notice_owner_state_id_idx" ON "recipient_notice"("owner_state", "id");

-- CreateIndex
CREATE INDEX "recipient_notice_person_id_idx" ON "recipient_notice"("person_id");

-- AddForeignKey
ALTER TABLE "subject_request_step" ADD CONSTRAINT "subject_request_step_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "subject_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
