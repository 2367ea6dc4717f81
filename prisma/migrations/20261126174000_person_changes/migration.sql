-- Whose names or dates a transaction changed: what registers in the memory of processes have not applied yet.
CREATE TABLE "person_change" (
  "changed_by" BIGINT NOT NULL,
  "person_id" UUID NOT NULL,
  CONSTRAINT "person_change_pkey" PRIMARY KEY ("changed_by", "person_id")
);

-- One row: changes by transactions below `purged_below` are not kept any more.
CREATE TABLE "person_change_floor" (
  "id" SMALLINT NOT NULL DEFAULT 1 CHECK ("id" = 1),
  "purged_below" BIGINT NOT NULL DEFAULT 0,
  "next_below" BIGINT NOT NULL DEFAULT 0,
  "next_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "person_change_floor_pkey" PRIMARY KEY ("id")
);
INSERT INTO "person_change_floor" DEFAULT VALUES;

-- Only what a register holds is compared; all else is read from the row whenever somebody asks. No two transactions
-- write the same key, so writers do not wait for one another.
CREATE FUNCTION person_change_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO person_change (changed_by, person_id)
      SELECT pg_current_xact_id()::text::bigint, person_id FROM new_rows ON CONFLICT DO NOTHING;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO person_change (changed_by, person_id)
      SELECT pg_current_xact_id()::text::bigint, person_id FROM old_rows ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO person_change (changed_by, person_id)
      SELECT pg_current_xact_id()::text::bigint, person_id FROM new_rows AS n FULL JOIN old_rows AS o USING (person_id)
      WHERE (n.key_version, n.names, n.births) IS DISTINCT FROM (o.key_version, o.names, o.births)
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER person_change_insert AFTER INSERT ON person_search REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION person_change_note();
CREATE TRIGGER person_change_update AFTER UPDATE ON person_search REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION person_change_note();
CREATE TRIGGER person_change_delete AFTER DELETE ON person_search REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION person_change_note();
