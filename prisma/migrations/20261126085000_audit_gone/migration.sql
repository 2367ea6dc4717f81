-- What stands in the place of a month of the audit log that was taken away when its legal time was over.
CREATE TABLE "audit_gone" (
    "month" CHAR(7) NOT NULL,
    "rows" BIGINT NOT NULL,
    "ids" TEXT NOT NULL,
    "gone_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "audit_gone_pkey" PRIMARY KEY ("month")
);

CREATE TRIGGER "audit_gone_append_only" BEFORE UPDATE OR DELETE ON "audit_gone"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_gone_no_truncate" BEFORE TRUNCATE ON "audit_gone"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
