-- CreateTable
CREATE TABLE "case_file" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "visible_to" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "translation_of_id" UUID,
    "sensitivity" "sensitivity" NOT NULL DEFAULT 'NORMAL',
    "agency_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_file_version" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "pdfa" TEXT,
    "warnings" TEXT[],
    "scan" TEXT NOT NULL,
    "certified_by" TEXT,
    "certified_on" DATE,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_file_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_manifest" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "content" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "signed_by" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_manifest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_file_case_id_code_idx" ON "case_file"("case_id", "code");

-- CreateIndex
CREATE INDEX "case_file_translation_of_id_idx" ON "case_file"("translation_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_version_file_id_no_key" ON "case_file_version"("file_id", "no");

-- CreateIndex
CREATE INDEX "case_manifest_case_id_id_idx" ON "case_manifest"("case_id", "id");

-- AddForeignKey
ALTER TABLE "case_file" ADD CONSTRAINT "case_file_translation_of_id_fkey" FOREIGN KEY ("translation_of_id") REFERENCES "case_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_file_version" ADD CONSTRAINT "case_file_version_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was received or signed stays as it was: a version only gains its certificate, once; a signature never changes.
CREATE FUNCTION case_file_version_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.certified_by IS NULL
     AND to_jsonb(old) - 'certified_by' - 'certified_on' = to_jsonb(new) - 'certified_by' - 'certified_on' THEN
    RETURN new;
  END IF;
  RAISE EXCEPTION 'a version of a file never changes';
END $$;
CREATE TRIGGER case_file_version_is_fixed BEFORE UPDATE ON "case_file_version"
  FOR EACH ROW EXECUTE FUNCTION case_file_version_is_fixed();

CREATE FUNCTION case_manifest_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a signed manifest never changes';
END $$;
CREATE TRIGGER case_manifest_is_fixed BEFORE UPDATE ON "case_manifest"
  FOR EACH ROW EXECUTE FUNCTION case_manifest_is_fixed();
