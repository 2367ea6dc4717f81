-- What an erasure asks for by a column that had no index: each record read the whole table, and among a million persons for minutes.
CREATE INDEX "subject_match_person_id_idx" ON "subject_match"("person_id");
CREATE INDEX "asset_case_person_id_idx" ON "asset_case"("person_id");
CREATE INDEX "border_event_hit_id_idx" ON "border_event"("hit_id");
CREATE INDEX "mirror_outbox_entity_id_idx" ON "mirror_outbox"("entity_id");

-- Few facts are bound to one alert.
CREATE INDEX "person_name_alert_id_idx" ON "person_name" ("alert_id") WHERE "alert_id" IS NOT NULL;
CREATE INDEX "birth_date_alert_id_idx" ON "birth_date" ("alert_id") WHERE "alert_id" IS NOT NULL;
CREATE INDEX "nationality_alert_id_idx" ON "nationality" ("alert_id") WHERE "alert_id" IS NOT NULL;
CREATE INDEX "identity_document_alert_id_idx" ON "identity_document" ("alert_id") WHERE "alert_id" IS NOT NULL;
CREATE INDEX "national_id_alert_id_idx" ON "national_id" ("alert_id") WHERE "alert_id" IS NOT NULL;
CREATE INDEX "mark_alert_id_idx" ON "mark" ("alert_id") WHERE "alert_id" IS NOT NULL;
CREATE INDEX "photo_alert_id_idx" ON "photo" ("alert_id") WHERE "alert_id" IS NOT NULL;
