-- Every search asks the keys of all rows, so copies of them beside the rows that the index does not hold are looked up by nobody.
DROP INDEX "mirror_gap_keys_idx";
ALTER TABLE "mirror_gap" DROP COLUMN "keys", DROP COLUMN "audience";
