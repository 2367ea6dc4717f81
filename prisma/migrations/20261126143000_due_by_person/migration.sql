-- Whose alerts have ended, person by person: the night reads them in this order, a page at a time. Records without an alert it reads
-- in order of their ids; an index of when they were changed was written with every change and helped nobody.
CREATE INDEX "alert_ended_person_idx" ON "alert" ("person_id", "ended_at")
  WHERE "status" IN ('EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED');
DROP INDEX "person_changed_idx";
