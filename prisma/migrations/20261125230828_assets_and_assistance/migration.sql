-- CreateTable
CREATE TABLE "asset_case" (
    "id" UUID NOT NULL,
    "case_number" TEXT NOT NULL,
    "owner_state" CHAR(3) NOT NULL,
    "owner_agency_id" UUID NOT NULL,
    "person_id" UUID,
    "extradition_case_id" UUID,
    "title" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "legal_basis" TEXT,
    "damage_amount" DECIMAL(20,2),
    "damage_currency" CHAR(3),
    "note" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "asset_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asset" (
    "id" UUID NOT NULL,
    "owner_state" CHAR(3) NOT NULL,
    "owner_agency_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "identifiers" BYTEA,
    "identifier_hashes" TEXT[],
    "country" CHAR(3) NOT NULL,
    "registered_owner" TEXT,
    "beneficial_owner" TEXT,
    "value_amount" DECIMAL(20,2),
    "value_currency" CHAR(3),
    "valued_on" DATE,
    "value_method" TEXT,
    "value_source" TEXT,
    "sensitivity" "sensitivity" NOT NULL DEFAULT 'NORMAL',
    "state" TEXT NOT NULL,
    "executing_state" CHAR(3),
    "expires_on" DATE,
    "lapses_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asset_claim" (
    "asset_id" UUID NOT NULL,
    "asset_case_id" UUID NOT NULL,
    "share" DECIMAL(5,4) NOT NULL,

    CONSTRAINT "asset_claim_pkey" PRIMARY KEY ("asset_id","asset_case_id")
);

-- CreateTable
CREATE TABLE "asset_measure" (
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "reference" TEXT,
    "authority" TEXT,
    "amount" DECIMAL(20,2),
    "currency" CHAR(3),
    "expires_on" DATE,
    "executing_state" CHAR(3),
    "account_class" TEXT,
    "assistance_id" UUID,
    "reason" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_state" CHAR(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "asset_measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asset_warning" (
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "state" CHAR(3) NOT NULL,
    "expires_on" DATE NOT NULL,
    "days" SMALLINT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by" UUID,
    "note" TEXT,

    CONSTRAINT "asset_warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_rate" (
    "from" CHAR(3) NOT NULL,
    "to" CHAR(3) NOT NULL,
    "on" DATE NOT NULL,
    "rate" DECIMAL(22,10) NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("from","to","on")
);

-- CreateTable
CREATE TABLE "assistance_request" (
    "id" UUID NOT NULL,
    "request_number" TEXT NOT NULL,
    "owner_state" CHAR(3) NOT NULL,
    "owner_agency_id" UUID NOT NULL,
    "requested_state" CHAR(3) NOT NULL,
    "type" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "confidentiality" TEXT NOT NULL,
    "extradition_case_id" UUID,
    "asset_case_id" UUID,
    "due_on" DATE,
    "due_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assistance_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assistance_step" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "verb" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "reference" TEXT,
    "reason" TEXT,
    "actor_id" UUID NOT NULL,
    "actor_state" CHAR(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assistance_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "asset_case_case_number_key" ON "asset_case"("case_number");

-- CreateIndex
CREATE INDEX "asset_case_owner_state_id_idx" ON "asset_case"("owner_state", "id");

-- CreateIndex
CREATE INDEX "asset_case_extradition_case_id_idx" ON "asset_case"("extradition_case_id");

-- CreateIndex
CREATE INDEX "asset_owner_state_state_idx" ON "asset"("owner_state", "state");

-- CreateIndex
CREATE INDEX "asset_executing_state_state_idx" ON "asset"("executing_state", "state");

-- CreateIndex
CREATE INDEX "asset_lapses_at_idx" ON "asset"("lapses_at");

-- CreateIndex
CREATE INDEX "asset_identifier_hashes_idx" ON "asset" USING GIN ("identifier_hashes");

-- CreateIndex
CREATE INDEX "asset_claim_asset_case_id_idx" ON "asset_claim"("asset_case_id");

-- CreateIndex
CREATE UNIQUE INDEX "asset_measure_asset_id_no_key" ON "asset_measure"("asset_id", "no");

-- CreateIndex
CREATE INDEX "asset_warning_state_done_at_idx" ON "asset_warning"("state", "done_at");

-- CreateIndex
CREATE UNIQUE INDEX "asset_warning_asset_id_state_expires_on_days_key" ON "asset_warning"("asset_id", "state", "expires_on", "days");

-- CreateIndex
CREATE UNIQUE INDEX "assistance_request_request_number_key" ON "assistance_request"("request_number");

-- CreateIndex
CREATE INDEX "assistance_request_owner_state_id_idx" ON "assistance_request"("owner_state", "id");

-- CreateIndex
CREATE INDEX "assistance_request_requested_state_id_idx" ON "assistance_request"("requested_state", "id");

-- CreateIndex
CREATE INDEX "assistance_request_extradition_case_id_idx" ON "assistance_request"("extradition_case_id");

-- CreateIndex
CREATE INDEX "assistance_request_asset_case_id_idx" ON "assistance_request"("asset_case_id");

-- CreateIndex
CREATE UNIQUE INDEX "assistance_step_request_id_no_key" ON "assistance_step"("request_id", "no");

-- AddForeignKey
ALTER TABLE "asset_claim" ADD CONSTRAINT "asset_claim_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_claim" ADD CONSTRAINT "asset_claim_asset_case_id_fkey" FOREIGN KEY ("asset_case_id") REFERENCES "asset_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_measure" ADD CONSTRAINT "asset_measure_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_warning" ADD CONSTRAINT "asset_warning_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistance_request" ADD CONSTRAINT "assistance_request_asset_case_id_fkey" FOREIGN KEY ("asset_case_id") REFERENCES "asset_case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assistance_step" ADD CONSTRAINT "assistance_step_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "assistance_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
