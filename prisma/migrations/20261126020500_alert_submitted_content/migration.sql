-- What was handed in, for the comparison with what is handed in again.
ALTER TABLE "alert_transition" ADD COLUMN "content" JSONB;
