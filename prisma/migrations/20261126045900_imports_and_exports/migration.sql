-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "agency_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "format" TEXT NOT NULL,
    "selection" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "purpose_code" TEXT NOT NULL,
    "purpose_ref" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "needed" INTEGER NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_person" (
    "export_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "export_person_pkey" PRIMARY KEY ("export_id","person_id")
);

-- CreateTable
CREATE TABLE "export_decision" (
    "id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "approved" BOOLEAN NOT NULL,
    "note" TEXT,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_download" (
    "id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "persons" INTEGER NOT NULL,
    "taken_by" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_download_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "status" TEXT NOT NULL,
    "columns" TEXT[],
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "options" JSONB NOT NULL DEFAULT '{}',
    "records" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "faulty" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "repeated" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0,
    "back_position" INTEGER NOT NULL DEFAULT 0,
    "purpose_code" TEXT NOT NULL,
    "purpose_ref" TEXT NOT NULL,
    "roles" TEXT[],
    "locale" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" UUID,
    "started_at" TIMESTAMPTZ(3),
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "taken_back_by" UUID,
    "take_back_reason" TEXT,
    "purged_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "source_key" BYTEA,
    "person_id" UUID,
    "alert_id" UUID,
    "faults" JSONB NOT NULL DEFAULT '[]',
    "duplicates" JSONB NOT NULL DEFAULT '[]',
    "has_duplicates" BOOLEAN NOT NULL DEFAULT false,
    "fate" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "columns_hash" BYTEA NOT NULL,
    "mapping" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "updated_by" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "export_number_key" ON "export"("number");

-- CreateIndex
CREATE INDEX "export_state_id_idx" ON "export"("state", "id");

-- CreateIndex
CREATE INDEX "export_status_expires_at_idx" ON "export"("status", "expires_at");

-- CreateIndex
CREATE INDEX "export_person_person_id_idx" ON "export_person"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "export_decision_export_id_decided_by_key" ON "export_decision"("export_id", "decided_by");

-- CreateIndex
CREATE INDEX "export_download_export_id_idx" ON "export_download"("export_id");

-- CreateIndex
CREATE INDEX "import_state_id_idx" ON "import"("state", "id");

-- CreateIndex
CREATE INDEX "import_agency_id_sha256_idx" ON "import"("agency_id", "sha256");

-- CreateIndex
CREATE INDEX "import_status_touched_at_idx" ON "import"("status", "touched_at");

-- CreateIndex
CREATE INDEX "import_row_source_key_idx" ON "import_row"("source_key");

-- CreateIndex
CREATE INDEX "import_row_person_id_idx" ON "import_row"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_agency_id_kind_columns_hash_key" ON "import_mapping"("agency_id", "kind", "columns_hash");

-- AddForeignKey
ALTER TABLE "export_person" ADD CONSTRAINT "export_person_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_decision" ADD CONSTRAINT "export_decision_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_download" ADD CONSTRAINT "export_download_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
