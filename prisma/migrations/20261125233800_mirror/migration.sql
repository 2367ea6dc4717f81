-- The search mirror's own books.
CREATE TABLE "mirror_index" (
  "uid" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "role" TEXT NOT NULL CHECK ("role" IN ('LIVE', 'NEXT', 'PREVIOUS')),
  "schema_version" INTEGER NOT NULL,
  "mapper_version" INTEGER NOT NULL,
  "settings_hash" TEXT NOT NULL,
  "engine_created_at" TEXT,
  "made_by" BIGINT NOT NULL,
  "loaded_to" UUID,
  "loaded" INTEGER NOT NULL DEFAULT 0,
  "loaded_at" TIMESTAMPTZ(3),
  "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "problem" TEXT,
  CONSTRAINT "mirror_index_pkey" PRIMARY KEY ("uid")
);
CREATE UNIQUE INDEX "mirror_index_name_role_key" ON "mirror_index"("name", "role");

CREATE TABLE "mirror_outbox" (
  "id" BIGSERIAL NOT NULL,
  "index_name" TEXT NOT NULL,
  "entity_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "mirror_outbox_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "mirror_outbox_index_name_id_idx" ON "mirror_outbox"("index_name", "id");

CREATE TABLE "mirror_gap" (
  "index_name" TEXT NOT NULL,
  "entity_id" UUID NOT NULL,
  "keys" INTEGER[] NOT NULL DEFAULT ARRAY[]::INTEGER[],
  "audience" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  "held" BOOLEAN NOT NULL DEFAULT false,
  "problem" TEXT,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "mirror_gap_pkey" PRIMARY KEY ("index_name", "entity_id")
);
CREATE INDEX "mirror_gap_keys_idx" ON "mirror_gap" USING gin ("keys") WITH (fastupdate = off);

CREATE TABLE "mirror_deletion" (
  "uid" TEXT NOT NULL,
  "entity_id" UUID NOT NULL,
  "task_uid" INTEGER NOT NULL,
  "engine_version" TEXT NOT NULL,
  "verified_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "mirror_deletion_pkey" PRIMARY KEY ("uid", "entity_id")
);

CREATE TABLE "mirror_sweep" (
  "index_name" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "rows" INTEGER NOT NULL,
  "missing" INTEGER NOT NULL,
  "stale" INTEGER NOT NULL,
  "orphaned" INTEGER NOT NULL,
  "repaired" BOOLEAN NOT NULL,
  CONSTRAINT "mirror_sweep_pkey" PRIMARY KEY ("index_name")
);

-- Notes which rows of an index a statement touched: once each, however many it changed, COPY included. Without an
-- index of that name nothing is noted; the one who makes the first index waits for the transactions that ran then.
CREATE FUNCTION mirror_note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched text;
BEGIN
  IF NOT EXISTS (SELECT FROM mirror_index WHERE name = TG_ARGV[0]) THEN
    RETURN NULL;
  END IF;
  touched := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %I FROM new_rows', TG_ARGV[1])
    WHEN 'DELETE' THEN format('SELECT %I FROM old_rows', TG_ARGV[1])
    ELSE format('SELECT %1$I FROM new_rows UNION SELECT %1$I FROM old_rows', TG_ARGV[1])
  END;
  EXECUTE format('INSERT INTO mirror_outbox (index_name, entity_id)
    SELECT $1, id FROM (SELECT DISTINCT * FROM (%s) AS t (id)) AS d WHERE id IS NOT NULL', touched) USING TG_ARGV[0];
  RETURN NULL;
END $$;

-- Watches a table that documents of an index are made of; `id_column` names the row of the index that it belongs to.
CREATE FUNCTION mirror_watch(watched regclass, id_column text, index_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER mirror_insert_%1$s AFTER INSERT ON %2$s REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mirror_note(%1$L, %3$L)', index_name, watched, id_column);
  EXECUTE format('CREATE TRIGGER mirror_update_%1$s AFTER UPDATE ON %2$s REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mirror_note(%1$L, %3$L)', index_name, watched, id_column);
  EXECUTE format('CREATE TRIGGER mirror_delete_%1$s AFTER DELETE ON %2$s REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mirror_note(%1$L, %3$L)', index_name, watched, id_column);
END $$;

-- A person's document is made of the search row, which holds names, dates, nationalities and who may use them, and of
-- the alerts. Whoever changes a name by hand has to make the search row anew, for PostgreSQL's own search as well.
SELECT mirror_watch('person_search', 'person_id', 'persons');
SELECT mirror_watch('alert', 'person_id', 'persons');
