-- The audit log proves that it is complete, partitions survive a worker that was away, and notice of emergency access.

-- Every row up to this id is sealed or was never committed. It is part of what is hashed and signed.
ALTER TABLE "audit_seal" ADD COLUMN "settled_id" bigint NOT NULL;

-- Auditors read their own state's rows by time; nobody reads all states' rows.
DROP INDEX "audit_event_at_idx";
CREATE INDEX "audit_event_state_at_idx" ON "audit_event" ("state", "at");

CREATE TRIGGER "audit_sealed_append_only" BEFORE UPDATE OR DELETE ON "audit_sealed"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_sealed_no_truncate" BEFORE TRUNCATE ON "audit_sealed"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "disclosure_no_truncate" BEFORE TRUNCATE ON "disclosure"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Makes the partitions of `months` months from the month of `start` on; those that exist are left alone.
-- A month that has rows in the default partition already (no worker ran for months) stays there: moving them would
-- mean deleting audit rows. Row triggers come with the partition, the one against TRUNCATE does not.
CREATE OR REPLACE FUNCTION audit_ensure_partitions(start timestamptz, months int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  first_day timestamptz;
  next_month timestamptz;
  name text;
  made int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(4991202);
  FOR i IN 0 .. months - 1 LOOP
    first_day := (date_trunc('month', start AT TIME ZONE 'UTC') + make_interval(months => i)) AT TIME ZONE 'UTC';
    next_month := (date_trunc('month', start AT TIME ZONE 'UTC') + make_interval(months => i + 1)) AT TIME ZONE 'UTC';
    name := 'audit_event_' || to_char(first_day AT TIME ZONE 'UTC', 'YYYY_MM');
    CONTINUE WHEN to_regclass(name) IS NOT NULL;
    CONTINUE WHEN EXISTS (SELECT 1 FROM audit_event_other WHERE at >= first_day AND at < next_month);
    EXECUTE format('CREATE TABLE %I PARTITION OF audit_event FOR VALUES FROM (%L) TO (%L)',
      name, first_day, next_month);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      name || '_no_truncate', name);
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;

DO $$
DECLARE
  partition regclass;
BEGIN
  FOR partition IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'audit_event'::regclass LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      partition::text || '_no_truncate', partition);
  END LOOP;
END $$;

ALTER TABLE "break_glass" ADD COLUMN "owner_states" TEXT[];
