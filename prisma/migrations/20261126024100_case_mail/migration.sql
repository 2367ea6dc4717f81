-- Notices about cases by e-mail: where they go, and that each event is written to a user once.
ALTER TABLE "app_user" ADD COLUMN "email" TEXT;

CREATE TABLE "case_mail" (
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "params" JSONB NOT NULL DEFAULT '{}',
  "at" TIMESTAMPTZ(3) NOT NULL,
  "sent_at" TIMESTAMPTZ(3),
  CONSTRAINT "case_mail_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "case_mail_user_id_key_key" ON "case_mail"("user_id", "key");
