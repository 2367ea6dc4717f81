-- What persons are filtered by, and how their names begin: necessary conditions that an index answers.
ALTER TABLE "person_search"
  ADD COLUMN "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "traits" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "beginnings" TEXT[] DEFAULT ARRAY[]::TEXT[];
CREATE INDEX "person_search_tags_idx" ON "person_search" USING gin ("tags") WITH (fastupdate = off);
CREATE INDEX "person_search_beginnings_idx" ON "person_search" USING gin ("beginnings") WITH (fastupdate = off);

-- Rows made before know neither: they count as rows of another version until `izdoo reindex` has passed.
UPDATE "person_search" SET "key_version" = 0;
