-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "peer_id" UUID;

-- AlterTable
ALTER TABLE "hit" ADD COLUMN     "peer_id" UUID;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "peer_id" UUID;

-- CreateTable
CREATE TABLE "exchange_peer" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "states" TEXT[],
    "address" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "last_sequence" BIGINT NOT NULL DEFAULT 0,
    "heard_at" TIMESTAMPTZ(3),
    "ping_sent_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "last_fault" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exchange_peer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_note" (
    "id" BIGSERIAL NOT NULL,
    "thing" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exchange_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_told" (
    "peer_id" UUID NOT NULL,
    "thing" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "person_id" UUID,
    "version" INTEGER NOT NULL,
    "live" BOOLEAN NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "exchange_told_pkey" PRIMARY KEY ("peer_id","thing","thing_id")
);

-- CreateTable
CREATE TABLE "exchange_out_message" (
    "id" UUID NOT NULL,
    "peer_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "thing_version" INTEGER NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "body" JSONB,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "fault" TEXT,

    CONSTRAINT "exchange_out_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_in_message" (
    "peer_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "thing_version" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "exchange_in_message_pkey" PRIMARY KEY ("peer_id","id")
);

-- CreateTable
CREATE TABLE "exchange_heard" (
    "peer_id" UUID NOT NULL,
    "thing" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "live" BOOLEAN NOT NULL,

    CONSTRAINT "exchange_heard_pkey" PRIMARY KEY ("peer_id","thing","thing_id")
);

-- CreateTable
CREATE TABLE "exchange_letter" (
    "id" UUID NOT NULL,
    "peer_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_state" CHAR(3) NOT NULL,
    "to_state" CHAR(3) NOT NULL,
    "case_number" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "text" BYTEA NOT NULL,
    "documents" JSONB NOT NULL,
    "in_reply_to" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "written_by" UUID,

    CONSTRAINT "exchange_letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exchange_peer_key_id_key" ON "exchange_peer"("key_id");

-- CreateIndex
CREATE INDEX "exchange_note_thing_thing_id_idx" ON "exchange_note"("thing", "thing_id");

-- CreateIndex
CREATE INDEX "exchange_told_person_id_idx" ON "exchange_told"("person_id");

-- CreateIndex
CREATE INDEX "exchange_out_message_status_peer_id_urgent_sequence_idx" ON "exchange_out_message"("status", "peer_id", "urgent", "sequence");

-- CreateIndex
CREATE INDEX "exchange_out_message_thing_id_idx" ON "exchange_out_message"("thing_id");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_out_message_peer_id_sequence_key" ON "exchange_out_message"("peer_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_in_message_peer_id_sequence_key" ON "exchange_in_message"("peer_id", "sequence");

-- CreateIndex
CREATE INDEX "exchange_letter_peer_id_id_idx" ON "exchange_letter"("peer_id", "id");

-- CreateIndex
CREATE INDEX "exchange_letter_in_reply_to_idx" ON "exchange_letter"("in_reply_to");

-- What another installation keeps: looked for when the channel to it ends.
CREATE INDEX "alert_peer_id_idx" ON "alert"("peer_id") WHERE "peer_id" IS NOT NULL;

-- Notes in the transaction of the change which things it touched, and has somebody look at them. Without another
-- installation nothing is noted. Of very many at once the minute's sweep takes care.
CREATE FUNCTION exchange_note_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched text;
  noted uuid[];
  one uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM exchange_peer WHERE status IN ('ACTIVE', 'PAUSED')) THEN
    RETURN NULL;
  END IF;
  touched := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %I FROM new_rows', TG_ARGV[1])
    WHEN 'DELETE' THEN format('SELECT %I FROM old_rows', TG_ARGV[1])
    ELSE format('SELECT %1$I FROM new_rows UNION SELECT %1$I FROM old_rows', TG_ARGV[1])
  END;
  EXECUTE format('SELECT array_agg(DISTINCT id ORDER BY id) FROM (%s) AS t (id) WHERE id IS NOT NULL', touched) INTO noted;
  IF noted IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO exchange_note (thing, thing_id) SELECT TG_ARGV[0], unnest(noted);
  IF cardinality(noted) <= 100 THEN
    FOREACH one IN ARRAY noted LOOP
      PERFORM graphile_worker.add_job('exchange-compose', json_build_object('thing', TG_ARGV[0], 'thingId', one),
        job_key := 'exchange-compose:' || one);
    END LOOP;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION exchange_watch(watched regclass, id_column text, thing text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER exchange_insert_%1$s AFTER INSERT ON %2$s REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION exchange_note_changed(%1$L, %3$L)', thing, watched, id_column);
  EXECUTE format('CREATE TRIGGER exchange_update_%1$s AFTER UPDATE ON %2$s REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION exchange_note_changed(%1$L, %3$L)', thing, watched, id_column);
  EXECUTE format('CREATE TRIGGER exchange_delete_%1$s AFTER DELETE ON %2$s REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION exchange_note_changed(%1$L, %3$L)', thing, watched, id_column);
END $$;

-- Every change of a record counts its version up; what is erased leaves its search row.
SELECT exchange_watch('person', 'id', 'PERSON');
SELECT exchange_watch('person_search', 'person_id', 'PERSON');
SELECT exchange_watch('alert', 'person_id', 'PERSON');
SELECT exchange_watch('hit', 'id', 'HIT');
