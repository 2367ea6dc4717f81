-- Before a file is removed it is asked whether another row names it: each erasure with a photo read these tables whole.
CREATE INDEX "photo_sha256_idx" ON "photo"("sha256");
CREATE INDEX "photo_thumb_sha256_idx" ON "photo"("thumb_sha256");
CREATE INDEX "warrant_file_sha256_idx" ON "warrant"("file_sha256");
CREATE INDEX "case_file_version_sha256_idx" ON "case_file_version"("sha256");
