-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "kind" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_answer" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "exercise" TEXT NOT NULL,
    "given" TEXT[],
    "right" INTEGER NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "training_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "training_answer_user_id_id_idx" ON "training_answer"("user_id", "id");

-- By hand: one row says what the database is for, and nobody says otherwise later.
ALTER TABLE "installation" ADD CONSTRAINT "installation_one_row" CHECK ("id" = 1 AND "kind" IN ('REGISTRY', 'TRAINING'));

CREATE FUNCTION installation_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what a database is for is never changed';
END $$;

CREATE TRIGGER "installation_stays" BEFORE UPDATE OR DELETE ON "installation"
    FOR EACH ROW EXECUTE FUNCTION installation_stays();
