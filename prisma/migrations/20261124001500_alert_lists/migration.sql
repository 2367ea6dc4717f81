-- Lists of alerts by type or status find their page without walking through all alerts.
CREATE INDEX "alert_type_id_idx" ON "alert"("type", "id");
CREATE INDEX "alert_status_id_idx" ON "alert"("status", "id");

-- A question nobody answered is no answer: the publication gate asks for it.
ALTER TABLE "alert" ALTER COLUMN "asylum_check" DROP DEFAULT, ALTER COLUMN "asylum_check" DROP NOT NULL;
