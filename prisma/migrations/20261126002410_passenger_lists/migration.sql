-- CreateTable
CREATE TABLE "passenger_list" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "source" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "carrier" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "flight_date" DATE NOT NULL,
    "direction" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "checkpoint" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "line_count" INTEGER NOT NULL,
    "repeated_count" INTEGER NOT NULL,
    "faults" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "parsed_at" TIMESTAMPTZ(3),
    "screened_at" TIMESTAMPTZ(3),
    "reviewed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),
    "purged_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "passenger_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passenger_line" (
    "id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "line_key" BYTEA NOT NULL,
    "traveller" BYTEA NOT NULL,
    "keys" INTEGER[],
    "exact" TEXT[],
    "screened_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "found" BYTEA,
    "found_ids" UUID[],
    "is_news" BOOLEAN NOT NULL DEFAULT false,
    "review" TEXT,
    "review_note" BYTEA,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "passenger_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "passenger_list_state_id_idx" ON "passenger_list"("state", "id");

-- CreateIndex
CREATE INDEX "passenger_list_status_due_at_idx" ON "passenger_list"("status", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "passenger_list_agency_id_content_hash_key" ON "passenger_list"("agency_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "passenger_line_line_key_key" ON "passenger_line"("line_key");

-- CreateIndex
CREATE INDEX "passenger_line_keys_idx" ON "passenger_line" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "passenger_line_exact_idx" ON "passenger_line" USING GIN ("exact");

-- CreateIndex
CREATE INDEX "passenger_line_found_ids_idx" ON "passenger_line" USING GIN ("found_ids");

-- CreateIndex
CREATE UNIQUE INDEX "passenger_line_list_id_position_key" ON "passenger_line"("list_id", "position");

-- AddForeignKey
ALTER TABLE "passenger_line" ADD CONSTRAINT "passenger_line_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "passenger_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;
