-- CreateTable
CREATE TABLE "saved_subject" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "tokens" TEXT[],
    "purpose_code" TEXT NOT NULL,
    "purpose_ref" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "keys" INTEGER[],
    "exact" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_match" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "band" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "subject_match_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_subject_owner_id_id_idx" ON "saved_subject"("owner_id", "id");

-- CreateIndex
CREATE INDEX "saved_subject_keys_idx" ON "saved_subject" USING GIN ("keys");

-- CreateIndex
CREATE INDEX "saved_subject_exact_idx" ON "saved_subject" USING GIN ("exact");

-- CreateIndex
CREATE INDEX "saved_subject_expires_at_idx" ON "saved_subject"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "subject_match_subject_id_person_id_key" ON "subject_match"("subject_id", "person_id");

-- AddForeignKey
ALTER TABLE "subject_match" ADD CONSTRAINT "subject_match_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "saved_subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;
