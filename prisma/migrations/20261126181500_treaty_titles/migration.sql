-- AlterTable
ALTER TABLE "treaty_profile" ADD COLUMN     "titles" JSONB NOT NULL DEFAULT '{}';
