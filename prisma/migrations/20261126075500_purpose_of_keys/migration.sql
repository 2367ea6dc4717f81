-- A key may say why its holder asks, for protocols in which nobody can say it with each question.
ALTER TABLE "api_key" ADD COLUMN "purpose_code" TEXT, ADD COLUMN "purpose_ref" TEXT;
